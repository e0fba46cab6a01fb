/** Who is let in: whoever brings the token of the address that was printed, once; from then on by the secret given for it. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export type Entry = { readonly kind: 'in'; readonly secret: string } | { readonly kind: 'used' } | { readonly kind: 'wrong' };

export type Gate = {
  /** Of the newest address. */
  readonly token: () => string;
  /** A new token for another browser; the one that is in stays in until it is used. */
  readonly renew: () => string;
  readonly enter: (token: string) => Entry;
  readonly knows: (authorization: string | undefined) => boolean;
};

const BYTES = 32;
const made = (): string => randomBytes(BYTES).toString('base64url');
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** In a time that says nothing of where they differ. */
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

export function openGate(): Gate {
  let token = made();
  let secret: string | null = null;
  const used: string[] = [];
  let isOpen = true;
  return {
    token: () => token,
    renew() {
      used.push(token);
      token = made();
      isOpen = true;
      return token;
    },
    enter(given) {
      if (isOpen && same(given, token)) {
        isOpen = false;
        used.push(token);
        secret = made();
        return { kind: 'in', secret };
      }
      return used.some((one) => same(given, one)) ? { kind: 'used' } : { kind: 'wrong' };
    },
    knows: (authorization) => secret !== null && same(authorization ?? '', `Bearer ${secret}`),
  };
}

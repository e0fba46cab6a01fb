import type { TokenDocument } from '../../../src/contract/documents/media.ts';
import type * as z from 'zod';
import { readableTime } from '../../stores/readable-time.ts';
import { useSay, type Say } from '../../words.ts';

export type Token = z.infer<typeof TokenDocument>;

function validity({ notBefore, issuedAt, expiresAt }: Token, lang: string, say: Say): string {
  const from = notBefore ?? issuedAt;
  const to = expiresAt === null ? say('wizard.token.no-end') : readableTime(expiresAt, lang);
  return from === null ? to : say('wizard.token.from-to', { from: readableTime(from, lang), to });
}

/** Who issued it, which server it leads to, and for how long: never what is secret in it. */
export function TokenFacts({ token, lang }: { readonly token: Token; readonly lang: string }) {
  const say = useSay();
  const servers = token.servers.map(({ host, ports }) => `${host}:${ports.join('/')}`);
  return (
    <dl className="token small">
      {token.issuer !== null && <div><dt>{say('wizard.token.issuer')}</dt><dd>{token.issuer}</dd></div>}
      {servers.length > 0 && <div><dt>{say('wizard.token.servers')}</dt><dd>{servers.join(say('wizard.comma'))}</dd></div>}
      <div><dt>{say('wizard.token.validity')}</dt><dd>{validity(token, lang, say)}</dd></div>
    </dl>
  );
}

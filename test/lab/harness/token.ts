// Client configuration tokens in the shape of NVIDIA's, signed by a key that the lab made for itself.
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.ts';

export const TOKEN_SERVER = 'dls.example.test';
const HOUR = 3600, YEAR = 365 * 24 * HOUR;

export async function labKey() {
  const dir = await cached('token-key', ['1'], async target => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(join(target, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  });
  const privateKey = createPrivateKey(readFileSync(join(dir, 'key.pem')));
  return { privateKey, publicPem: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString() };
}

function payload(iat: number, exp: number, publicPem: string) {
  const jwk = createPublicKey(publicPem).export({ format: 'jwk' });
  return {
    jti: randomUUID(), iss: 'NLS Service Instance', aud: 'NLS Licensed Client', iat, nbf: iat, exp,
    protocol_version: '2.0', update_mode: 'ABSOLUTE', scope_ref_list: [randomUUID()], fulfillment_class_ref_list: [],
    service_instance_configuration: {
      nls_service_instance_ref: randomUUID(),
      svc_port_set_list: [{ idx: 0, d_name: 'DLS', svc_port_map: [{ service: 'auth', port: 443 }, { service: 'lease', port: 443 }] }],
      node_url_list: [{ idx: 0, url: TOKEN_SERVER, url_qr: TOKEN_SERVER, svc_port_set_idx: 0 }],
    },
    service_instance_public_key_configuration: {
      service_instance_public_key_me: { mod: Buffer.from(jwk.n!, 'base64url').toString('hex'), exp: 65537 },
      service_instance_public_key_pem: publicPem, key_retention_mode: 'LATEST_ONLY',
    },
  };
}

async function signed(fromNow: number, lifetime: number) {
  const { privateKey, publicPem } = await labKey();
  const start = Math.floor(Date.now() / 1000) + fromNow;
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(payload(start, start + lifetime, publicPem))}`;
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

/** What lies in a folder where a token should lie, by what is wrong with it. */
export const TOKENS = {
  valid: () => signed(-HOUR, 12 * YEAR),
  expired: () => signed(-2 * YEAR, YEAR),
  'not-yet-valid': () => signed(YEAR, YEAR),
  truncated: async () => (await signed(-HOUR, YEAR)).slice(0, 900),
  /** Well-formed, but not the key's signature: the program cannot know it, the licence client does. */
  'wrong-signature': async () => {
    const [head, body, signature] = (await signed(-HOUR, YEAR)).split('.');
    return `${head!}.${body!}.${Buffer.from(signature!, 'base64url').reverse().toString('base64url')}`;
  },
  'html-page': async () => '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Your session has expired.</body></html>\n',
};
export type TokenKind = keyof typeof TOKENS;

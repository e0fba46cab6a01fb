/** Client configuration tokens as the licensing portal makes them, with a key of our own. */
import { generateKeyPairSync, sign } from 'node:crypto';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const modulus = Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url').toString('hex');
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const seconds = (iso: string): number => Date.parse(iso) / 1000;

export const tokenClaims = {
  jti: '00000000-0000-4000-8000-000000000001',
  iss: 'NLS Service Instance',
  aud: 'NLS Licensed Client',
  iat: seconds('2026-03-28T16:16:36Z'),
  nbf: seconds('2026-03-28T16:16:36Z'),
  exp: seconds('2038-03-28T16:16:36Z'),
  protocol_version: '2.0',
  update_mode: 'ABSOLUTE',
  scope_ref_list: ['00000000-0000-4000-8000-000000000002'],
  fulfillment_class_ref_list: [],
  service_instance_configuration: {
    nls_service_instance_ref: '00000000-0000-4000-8000-000000000003',
    svc_port_set_list: [
      {
        idx: 0,
        d_name: 'DLS',
        svc_port_map: [
          { service: 'auth', port: 443 },
          { service: 'lease', port: 443 },
          { service: 'quick_release', port: 80 },
        ],
      },
    ],
    node_url_list: [{ idx: 0, url: 'dls.example.org', url_qr: 'dls.example.org', svc_port_set_idx: 0 }],
  },
  service_instance_public_key_configuration: {
    service_instance_public_key_me: { mod: modulus, exp: 65537 },
    service_instance_public_key_pem: publicKey.export({ type: 'spki', format: 'pem' }),
    key_retention_mode: 'LATEST_ONLY',
  },
};

export function makeToken(claims: object = {}, header: object = {}): string {
  const signed = `${encode({ alg: 'RS256', typ: 'JWT', ...header })}.${encode({ ...tokenClaims, ...claims })}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

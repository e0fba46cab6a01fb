import * as z from 'zod';

const Certificate = z.object({
  subject: z.string(),
  issuer: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  names: z.array(z.string()),
  fitsHost: z.boolean(),
  trust: z.enum(['public', 'self-signed', 'unknown-issuer', 'not-judged']),
});

const Server = z.object({
  host: z.string(),
  port: z.number(),
  namedIn: z.string().describe('the file that names it'),
  grants: z.boolean().describe('false: licences are only given back there'),
  reachable: z.boolean(),
  trouble: z
    .enum([
      'no-such-name',
      'no-name-server',
      'unresolved',
      'refused',
      'timed-out',
      'no-route',
      'failed',
      'silent',
      'not-tls',
      'broken',
    ])
    .nullable(),
  detail: z.string().describe('what was tried, and how far it went'),
  addresses: z.array(z.string()),
  resolvers: z.array(z.object({ address: z.string(), answer: z.enum(['found', 'no-such-name', 'none']) })),
  certificate: Certificate.nullable(),
  clock: z.object({ server: z.string(), guest: z.string() }).nullable(),
});

/** `gpu-guest license --json`: one entry for each licence section of the source. */
export const LicenseDocument = z.object({
  schema: z.literal('gpu-guest/license@1'),
  cause: z.string().nullable().describe('why there is no licence, or what threatens the one there is, in one sentence'),
  gpus: z.array(
    z.object({
      address: z.string().nullable(),
      product: z.string().nullable().describe('the licensed product'),
      state: z.enum([
        'licensed',
        'unlicensed',
        'unlicensed-unrestricted',
        'unlicensed-restricted',
        'not-applicable',
        'unknown',
      ]),
      expiry: z.string().nullable().describe('ISO 8601, "permanent", or null'),
      secondsLeft: z.number().nullable(),
    }),
  ),
  featureType: z.number().nullable(),
  tokenFiles: z.array(z.string()).nullable(),
  tokens: z
    .array(
      z.object({
        file: z.string(),
        valid: z.boolean(),
        why: z.string().nullable(),
        notBefore: z.string().nullable(),
        expiresAt: z.string().nullable(),
        mode: z.string().nullable().describe('octal; null on Windows'),
      }),
    )
    .nullable(),
  service: z.object({ name: z.string(), active: z.boolean().nullable(), state: z.string().nullable() }),
  servers: z.array(Server).nullable().describe('null: not tried, or the source does not say'),
  proxy: z
    .object({ variable: z.string(), host: z.string(), port: z.number(), reachable: z.boolean() })
    .nullable()
    .describe('that the environment of the service names'),
});
export type LicenseDocument = z.infer<typeof LicenseDocument>;

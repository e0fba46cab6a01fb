import type { LicenseDocument } from '../contract/documents/license.ts';
import { licenceCause } from '../diagnosis/licence-cause.ts';
import { contactLine, contactTrouble } from '../diagnosis/licence-contact.ts';
import { valueOf } from '../domain/fact.ts';
import type { Finding } from '../domain/finding.ts';
import type { Facts, FactValues } from '../probes/facts.ts';
import type { SmiGpu } from '../probes/nvidia-smi.ts';
import type { Translate } from '../words/translate.ts';

function secondsUntil(expiry: string | null, now: string | null): number | null {
  if (expiry === null || expiry === 'permanent' || now === null) return null;
  return Math.round((Date.parse(expiry) - Date.parse(now)) / 1000);
}

/**
 * A driver that speaks of virtualization and shows no licence section has no licensing: a data-centre or consumer driver. A vGPU
 * always has one, so there it was cut off; the table without -q never shows it.
 */
const withoutLicence = ({ virtualizationMode }: SmiGpu, complete: boolean): 'not-applicable' | 'unknown' =>
  complete || (virtualizationMode !== null && virtualizationMode !== 'vgpu') ? 'not-applicable' : 'unknown';

function entryOf(gpu: SmiGpu, complete: boolean, now: string | null): LicenseDocument['gpus'][number] {
  const { address, licence } = gpu;
  if (licence === null)
    return { address, product: null, state: withoutLicence(gpu, complete), expiry: null, secondsLeft: null };
  const { product, state, expiry } = licence;
  return { address, product, state, expiry, secondsLeft: secondsUntil(expiry, now) };
}

type Contact = FactValues['licenceServers']['contacts'][number];
type Server = NonNullable<LicenseDocument['servers']>[number];

function serverOf({ namedIn, grants, reached }: Contact): Server {
  const { door, lookup, resolvers, handshake, clock } = reached;
  const trouble = contactTrouble(reached);
  const shown = handshake.kind === 'done' ? handshake.certificate : null;
  return {
    host: door.host,
    port: door.port,
    namedIn,
    grants,
    reachable: trouble === null,
    trouble,
    detail: contactLine(reached).text,
    addresses: lookup.kind === 'found' ? [...lookup.addresses] : lookup.kind === 'not-needed' ? [door.host] : [],
    resolvers: resolvers.map((one) => ({ ...one })),
    certificate: shown && { ...shown, names: [...shown.names] },
    clock: clock && { ...clock },
  };
}

function proxyOf({ proxy }: FactValues['licenceServers']): LicenseDocument['proxy'] {
  if (proxy === null) return null;
  const { host, port } = proxy.door;
  return { variable: proxy.variable, host, port, reachable: contactTrouble(proxy.reached) === null };
}

type TokenFile = FactValues['tokens']['files'][number];

const tokenOf = (
  { path, mode, reading }: TokenFile,
  translate: Translate,
): NonNullable<LicenseDocument['tokens']>[number] => ({
  file: path,
  valid: reading.valid,
  why: reading.why === null ? null : translate(reading.why),
  notBefore: reading.notBefore ?? reading.issuedAt,
  expiresAt: reading.expiresAt,
  mode: mode === null ? null : mode.toString(8).padStart(4, '0'),
});

export type LicenceSeen = {
  readonly facts: Facts;
  readonly findings: readonly Finding[];
  /** ISO 8601, or null where the source states no time. */
  readonly now: string | null;
};

type Inside<Key extends keyof LicenseDocument> = Pick<LicenseDocument, Key>;

function tokensPart({ tokens }: Facts, translate: Translate): Inside<'tokenFiles' | 'tokens'> {
  const files = valueOf(tokens)?.files;
  return {
    tokenFiles: files?.map(({ path }) => path) ?? null,
    tokens: files?.map((file) => tokenOf(file, translate)) ?? null,
  };
}

function serversPart({ licenceServers }: Facts): Inside<'servers' | 'proxy'> {
  const servers = valueOf(licenceServers);
  if (servers === undefined) return { servers: null, proxy: null };
  return { servers: servers.contacts.map(serverOf), proxy: proxyOf(servers) };
}

function servicePart({ griddService }: Facts): LicenseDocument['service'] {
  const service = valueOf(griddService);
  return { name: service?.name ?? 'nvidia-gridd', active: service?.active ?? null, state: service?.state ?? null };
}

/** `gpu-guest/license@1`. */
export function licenseDocument({ facts, findings, now }: LicenceSeen, translate: Translate): LicenseDocument {
  const smi = valueOf(facts.nvidiaSmi);
  const cause = licenceCause(findings);
  return {
    schema: 'gpu-guest/license@1',
    cause: cause && translate(cause),
    gpus: smi?.kind === 'answered' ? smi.gpus.map((gpu) => entryOf(gpu, smi.complete, now)) : [],
    featureType: valueOf(facts.griddConfig)?.featureType ?? null,
    ...tokensPart(facts, translate),
    service: servicePart(facts),
    ...serversPart(facts),
  };
}

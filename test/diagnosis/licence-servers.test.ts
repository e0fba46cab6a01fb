import { describe, expect, it } from 'vitest';
import type { FactValues } from '../../src/probes/facts.ts';
import { UNKNOWN, type SomeFacts } from '../steps/facts-of.ts';
import { smiOf, VWS } from '../steps/guests.ts';
import { judged, wholeCard } from './judged.ts';
import { contact, servers, withProxy } from './made-up-servers.ts';

const unlicensed = smiOf(VWS, 'unlicensed');
const licensed = smiOf(VWS);
const REFUSED = `Failed to acquire license from dls.example.test (Info: ${VWS} - Error: something quite new)`;
const facts = (licenceServers: FactValues['licenceServers'] | typeof UNKNOWN, more: SomeFacts = {}): SomeFacts => ({
  nvidiaSmi: unlicensed,
  griddLog: [{ time: null, text: REFUSED }],
  licenceServers,
  ...more,
});
const detailOf = (...args: Parameters<typeof judged>): string => {
  const verdict = judged(...args);
  return verdict.kind === 'problem' ? verdict.detail.key.replace(/^finding\.license\.[\w-]+\./, '') : verdict.kind;
};

describe('a licence server that cannot be asked', () => {
  const id = 'license.server-unreachable';
  it.each([
    [{ name: 'no-such-name' }, 'detail.no-such-name', 'guest'],
    [{ name: 'no-answer' }, 'detail.no-name-server', 'guest'],
    [{ connection: 'refused' }, 'detail.refused', 'license-admin'],
    [{ connection: 'timed-out' }, 'detail.timed-out', 'host-admin'],
    [{ connection: 'no-route' }, 'detail.no-route', 'host-admin'],
    [{ handshake: 'silent' }, 'detail.silent', 'license-admin'],
    [{ handshake: 'not-tls' }, 'detail.not-tls', 'host-admin'],
    [{ handshake: 'broken' }, 'detail.broken', 'host-admin'],
  ] as const)('%j: %s, to be mended by %s', (spec, detail, by) => {
    expect(detailOf(id, facts(servers(spec)))).toBe(detail);
    expect(judged(id, facts(servers(spec)))).toMatchObject({ severity: 'error', fix: { by } });
    expect(judged(id, facts(servers(spec), { nvidiaSmi: licensed }))).toMatchObject({ severity: 'warning' });
  });
  it('is no trouble where another one of them answers, or where none is named', () => {
    expect(judged(id, facts(servers({ connection: 'refused' }, {}))).kind).toBe('healthy');
    expect(judged(id, facts(servers())).kind).toBe('healthy');
  });
  it('is not missed on the port where licences are only given back', () => {
    const contacts = [contact({}), contact({ connection: 'refused' }, 'dls.example.test', 80)];
    expect(judged(id, facts({ contacts, proxy: null })).kind).toBe('healthy');
  });
  it('is not missed by a legacy address where a token names a server', () => {
    const legacy = contact({ connection: 'refused' }, '10.0.0.7', 7070);
    expect(judged(id, facts({ contacts: [legacy, contact({})], proxy: null })).kind).toBe('healthy');
    expect(detailOf(id, facts({ contacts: [legacy], proxy: null }))).toBe('detail.refused');
  });
  it('may be reached through a proxy, and is not where the proxy is gone', () => {
    const lost = servers({ connection: 'timed-out' });
    expect(judged(id, facts(withProxy(lost, {}))).kind).toBe('healthy');
    expect(detailOf(id, facts(withProxy(lost, { connection: 'refused' })))).toBe('detail.proxy');
    expect(judged(id, facts(withProxy(servers({}), { connection: 'refused' }))).kind).toBe('healthy');
  });
  it('is not known to be reached where nobody tried', () => {
    expect(judged(id, facts(UNKNOWN)).kind).toBe('inconclusive');
  });
  it('is nothing to a whole card that needs no licence', () => {
    const card = wholeCard('1b38', 'Pascal');
    const smi = smiOf(VWS, 'unlicensed');
    if (smi.kind !== 'answered') throw new Error('no answer');
    const nvidiaSmi = {
      ...smi,
      gpus: smi.gpus.map((gpu) => ({ ...gpu, virtualizationMode: 'pass-through' as const })),
    };
    expect(judged(id, facts(servers({ connection: 'refused' }), { nvidiaSmi }), [card]).kind).toBe('healthy');
  });
  it('that the service could not reach, and that answers now, only has to be asked again', () => {
    const griddLog = [{ time: null, text: REFUSED.replace('something quite new', 'connection timed out') }];
    expect(detailOf(id, facts(servers({}), { griddLog }))).toBe('detail.now');
    expect(detailOf(id, facts(UNKNOWN, { griddLog }))).toBe('detail');
  });
});

describe("a licence server's certificate", () => {
  const id = 'license.server-certificate';
  const nvidias = (certificate: object) =>
    facts({ contacts: [contact({ certificate }, 'api.cls.licensing.nvidia.com')], proxy: null });
  it.each([
    [{ validTo: '2026-07-01T00:00:00Z' }, 'detail.expired'],
    [{ validFrom: '2027-01-01T00:00:00Z' }, 'detail.not-yet-valid'],
    [{ fitsHost: false }, 'detail.other-name'],
    [{ trust: 'self-signed' }, 'healthy'],
    [{ trust: 'unknown-issuer' }, 'healthy'],
  ] as const)('%j: %s', (certificate, said) => {
    expect(detailOf(id, facts(servers({ certificate })))).toBe(said);
  });
  it("of NVIDIA's own that no public authority vouches for is another's", () => {
    expect(detailOf(id, nvidias({ trust: 'unknown-issuer' }))).toBe('detail.intercepted');
    expect(detailOf(id, nvidias({ trust: 'self-signed' }))).toBe('detail.intercepted');
    expect(detailOf(id, nvidias({ trust: 'public' }))).toBe('healthy');
  });
  it('is taken where a licence was granted, or the server said that it has none', () => {
    const expired = servers({ certificate: { validTo: '2026-07-01T00:00:00Z' } });
    const griddLog = [{ time: null, text: REFUSED.replace('something quite new', 'No pool features found for : x') }];
    expect(judged(id, facts(expired, { nvidiaSmi: licensed })).kind).toBe('healthy');
    expect(judged(id, facts(expired, { griddLog })).kind).toBe('healthy');
  });
  it('is not blamed where it is not known that a licence is missing', () => {
    const expired = servers({ certificate: { validTo: '2026-07-01T00:00:00Z' } });
    expect(judged(id, facts(expired, { nvidiaSmi: UNKNOWN, griddLog: UNKNOWN })).kind).toBe('inconclusive');
  });
});

describe("the guest's clock", () => {
  const id = 'license.clock-skew';
  it("is wrong where the server's is minutes away from it", () => {
    expect(detailOf(id, facts(servers({ ahead: 61 })))).toBe('detail.behind');
    expect(detailOf(id, facts(servers({ ahead: -61 })))).toBe('detail.ahead');
    expect(detailOf(id, facts(servers({ ahead: 4 })))).toBe('healthy');
    expect(detailOf(id, facts(servers({ ahead: 61 }), { nvidiaSmi: licensed }))).toBe('healthy');
  });
  it('is wrong where a certificate is not to be used yet', () => {
    expect(detailOf(id, facts(servers({ certificate: { validFrom: '2027-01-01T00:00:00Z' } })))).toBe(
      'detail.certificate',
    );
  });
});

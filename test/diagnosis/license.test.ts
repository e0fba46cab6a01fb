import { describe, expect, it } from 'vitest';
import type { FactValues } from '../../src/probes/facts.ts';
import { UNKNOWN, type SomeFacts } from '../steps/facts-of.ts';
import { smiOf, VWS } from '../steps/guests.ts';
import { judged, p40Vgpu, shown, wholeCard, type RuleName } from './judged.ts';
import { driver, GRIDD } from './made-up.ts';

const log = (...texts: string[]): FactValues['griddLog'] => texts.map((text) => ({ time: null, text }));
const ACQUIRED = `License acquired successfully. (Info: dls.example.test, ${VWS}; Expiry: 2026-11-23 7:3:42 GMT)`;
const refusal = (error: string): string =>
  `Failed to acquire license from dls.example.test (Info: ${VWS} - Error: ${error})`;
const licensed = smiOf(VWS);
const unlicensed = smiOf(VWS, 'unlicensed');

type Token = FactValues['tokens']['files'][number];
const token = (trouble: Token['reading']['trouble'] = 'none', mode = 0o744, name = 'a.tok'): Token => ({
  path: `/etc/nvidia/ClientConfigToken/${name}`,
  mode,
  sha256: '0'.repeat(64),
  modifiedMs: 0,
  reading: {
    valid: trouble === 'none',
    why: null,
    trouble,
    issuer: 'NLS Service Instance',
    issuedAt: '2026-01-01T00:00:00Z',
    notBefore: null,
    expiresAt: '2026-02-01T00:00:00Z',
    servers: [{ host: 'dls.example.test', ports: [8443] }],
    publicKeyBits: 2048,
  },
});
const tokens = (...files: Token[]): FactValues['tokens'] => ({ folder: '/etc/nvidia/ClientConfigToken', files });

describe("the licence client's last word", () => {
  const cases: readonly (readonly [RuleName, string])[] = [
    ['license.token-missing', 'Unable to fetch the client configuration token file'],
    ['license.token-invalid', 'Failed to decode signature from token received'],
    ['license.no-entitlement', refusal(`No pool features found for : ${VWS}`)],
    ['license.clock-skew', refusal('Clock windback has been detected')],
    ['license.clock-skew', refusal('The allowed time to process response has expired')],
    ['license.server-unreachable', refusal('Generic network communication failure')],
    ['license.server-certificate', 'Failed to update local trusted store - Maximum buffer size exceeded'],
    ['license.feature-type-invalid', 'Invalid feature type requested'],
    ['license.unlicensed', refusal('something quite new')],
  ];
  it.each(cases)('%s: %s', (id, line) => {
    const facts: SomeFacts = {
      griddLog: log('Started (1)', line),
      tokens: tokens(token()),
      nvidiaSmi: { kind: 'absent' },
    };
    expect(shown(id, facts)).toEqual([line]);
    expect(judged(id, { ...facts, griddLog: log(line, 'Started (2)', ACQUIRED) }).kind, 'a restart ended well').toBe(
      'healthy',
    );
  });
  it('what nvidia-smi calls licensed is licensed, whatever was logged before', () => {
    for (const [id, line] of cases) {
      const verdict = judged(id, { griddLog: log(line), nvidiaSmi: licensed, tokens: tokens(token()) });
      expect(verdict.kind === 'problem' && verdict.severity === 'error', id).toBe(false);
    }
  });
});

describe('license.unlicensed', () => {
  it('is what nvidia-smi says of a vGPU', () => {
    expect(judged('license.unlicensed', { nvidiaSmi: unlicensed }).kind).toBe('problem');
    expect(judged('license.unlicensed', { nvidiaSmi: licensed }).kind).toBe('healthy');
  });
  it('is not asked of a whole card', () => {
    const nvidiaSmi = passthrough('unlicensed');
    expect(judged('license.unlicensed', { nvidiaSmi }, [wholeCard('1b38', 'Pascal')]).kind).toBe('not-applicable');
    expect(judged('license.not-required', { nvidiaSmi }, [wholeCard('1b38', 'Pascal')])).toMatchObject({
      severity: 'info',
    });
  });
  it('is asked of a whole card with workstation features', () => {
    const facts = { nvidiaSmi: passthrough('unlicensed'), griddConfig: { ...GRIDD, featureType: 2 } };
    expect(judged('license.unlicensed', facts, [wholeCard('1b38', 'Pascal')]).kind).toBe('problem');
  });
});

function passthrough(state: 'licensed' | 'unlicensed'): FactValues['nvidiaSmi'] {
  const smi = smiOf(VWS, state);
  if (smi.kind !== 'answered') return smi;
  return { ...smi, gpus: smi.gpus.map((gpu) => ({ ...gpu, virtualizationMode: 'pass-through' })) };
}

describe('the token', () => {
  const without = { nvidiaSmi: unlicensed };
  it('is missing where the folder is empty and a vGPU is to be licensed', () => {
    expect(judged('license.token-missing', without).kind).toBe('problem');
    expect(judged('license.token-missing', { ...without, cloud: 'azure' }).kind).toBe('healthy');
    expect(judged('license.token-missing', without, [wholeCard('1b38', 'Pascal')]).kind).toBe('problem');
    expect(judged('license.token-missing', { nvidiaSmi: { kind: 'absent' } }, [wholeCard('1b38', 'Pascal')]).kind).toBe(
      'healthy',
    );
    expect(judged('license.token-missing', { ...without, tokens: UNKNOWN }).kind).toBe('inconclusive');
  });
  it('is expired, early or no token, and only where no good one lies beside it', () => {
    const kindOf = (id: RuleName, ...files: Token[]) => judged(id, { ...without, tokens: tokens(...files) }).kind;
    expect(kindOf('license.token-expired', token('expired'))).toBe('problem');
    expect(kindOf('license.token-expired', token('expired'), token())).toBe('healthy');
    expect(kindOf('license.token-not-yet-valid', token('not-yet-valid'))).toBe('problem');
    expect(kindOf('license.token-not-yet-valid', token('expired'))).toBe('healthy');
    expect(kindOf('license.token-invalid', token('html'))).toBe('problem');
    expect(kindOf('license.token-invalid', token('expired'))).toBe('healthy');
    expect(kindOf('license.token-multiple', token(), token('none', 0o744, 'b.tok'))).toBe('problem');
    expect(kindOf('license.token-multiple', token())).toBe('healthy');
  });
  it('a listing of the folder shows several tokens and wrong permissions, and never that all is well', () => {
    const listing = (...modes: number[]): FactValues['tokenListing'] => ({
      folder: '/t',
      files: modes.map((mode, index) => ({ path: `/t/${String(index)}.tok`, mode })),
    });
    const kindBy = (id: 'license.token-multiple' | 'license.token-permissions', ...modes: number[]) =>
      judged(id, { tokens: UNKNOWN, tokenListing: listing(...modes) }).kind;
    expect(kindBy('license.token-multiple', 0o744, 0o744)).toBe('problem');
    expect(kindBy('license.token-multiple', 0o744)).toBe('inconclusive');
    expect(kindBy('license.token-permissions', 0o600)).toBe('problem');
    expect(kindBy('license.token-permissions', 0o744)).toBe('inconclusive');
  });
  it('has its mode, or is licensed with one that lets everybody read', () => {
    const kindOf = (mode: number, nvidiaSmi = unlicensed) =>
      judged('license.token-permissions', { nvidiaSmi, tokens: tokens(token('none', mode)) }).kind;
    expect([kindOf(0o600), kindOf(0o644), kindOf(0o744)]).toEqual(['problem', 'problem', 'healthy']);
    expect([kindOf(0o600, licensed), kindOf(0o644, licensed)]).toEqual(['problem', 'healthy']);
  });
});

describe('the service', () => {
  const absent = { name: 'nvidia-gridd', unit: 'absent', active: false, state: 'not-found', startedMs: null } as const;
  const failed = { ...absent, unit: 'installed', state: 'failed failed' } as const;
  const installedDrivers = [driver('535.261.03', 'grid')];
  it('is missing where a vGPU has a driver', () => {
    expect(judged('license.service-missing', { griddService: absent, installedDrivers }).kind).toBe('problem');
    expect(judged('license.service-missing', { griddService: absent }).kind).toBe('not-applicable');
    expect(judged('license.service-missing', { griddService: failed, installedDrivers }).kind).toBe('healthy');
  });
  it('failed is an error, and a warning while the licence lasts', () => {
    expect(judged('license.service-failed', { griddService: failed })).toMatchObject({ severity: 'error' });
    expect(judged('license.service-failed', { griddService: failed, nvidiaSmi: licensed })).toMatchObject({
      severity: 'warning',
    });
    expect(
      judged('license.service-failed', { griddService: { ...failed, active: true, state: 'active running' } }).kind,
    ).toBe('healthy');
  });
});

describe('gridd.conf', () => {
  it('names a legacy server where only tokens work', () => {
    const facts = (version: string) => ({
      griddConfig: { ...GRIDD, serverAddress: '10.0.0.1' },
      installedDrivers: [driver(version, 'grid')],
    });
    expect(judged('license.legacy-server-config', facts('525.105.17')).kind).toBe('problem');
    expect(judged('license.legacy-server-config', facts('510.47.03')).kind).toBe('healthy');
  });
  it('holds a reserved FeatureType', () => {
    const kindOf = (featureType: number) =>
      judged('license.feature-type-invalid', { griddConfig: { ...GRIDD, featureType } }).kind;
    expect([3, 0, 1, 2, 4].map(kindOf)).toEqual(['problem', 'healthy', 'healthy', 'healthy', 'healthy']);
  });
  it('is missed by nobody who is licensed', () => {
    expect(judged('license.config-absent', { nvidiaSmi: licensed })).toMatchObject({ severity: 'info' });
    expect(judged('license.config-absent', { nvidiaSmi: unlicensed }).kind).toBe('not-applicable');
  });
});

describe('a licence that is there', () => {
  it('may be for another product', () => {
    const kindOf = (product: string) => judged('license.product-mismatch', { nvidiaSmi: smiOf(product) }).kind;
    expect(kindOf('NVIDIA Virtual Applications')).toBe('problem');
    expect(kindOf(VWS)).toBe('healthy');
    expect(kindOf('NVIDIA Something New')).toBe('healthy');
  });
  it('that of a workstation serves a virtual PC', () => {
    const bSeries = { ...p40Vgpu, vgpu: { ...p40Vgpu.vgpu!, series: 'B' as const } };
    expect(judged('license.product-mismatch', { nvidiaSmi: licensed }, [bSeries]).kind).toBe('healthy');
  });
  it('is about to end where less than a tenth of it is left, on a live guest', () => {
    const ending = (expiry: string, origin: 'live' | 'recorded' = 'live') => {
      const smi = smiOf(VWS);
      if (smi.kind !== 'answered') throw new Error('no answer');
      const gpus = smi.gpus.map((gpu) => ({ ...gpu, licence: { ...gpu.licence!, expiry } }));
      return judged('license.expiring', { nvidiaSmi: { ...smi, gpus } }, [p40Vgpu], { origin }).kind;
    };
    expect(ending('2026-11-22T08:00:00Z')).toBe('problem');
    expect(ending('2026-11-22T20:00:00Z')).toBe('healthy');
    expect(ending('permanent')).toBe('healthy');
    expect(ending('2026-11-22T08:00:00Z', 'recorded')).toBe('not-applicable');
  });
});

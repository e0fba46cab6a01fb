import { describe, expect, it } from 'vitest';
import type { LicenceChoice } from '../../src/domain/choice.ts';
import type { FactValues } from '../../src/probes/facts.ts';
import { actionsOf, ask, linesOf } from './ask.ts';
import { type SomeFacts } from './facts-of.ts';
import { smiOf, tokenFile, VWS } from './guests.ts';
import { token } from './task-of.ts';
import { GRIDD_CONFIG } from './texts.ts';

const configOf = (text: string | null, template: string | null = null): SomeFacts => ({
  griddConfig: {
    text,
    template,
    featureType: null,
    serverAddress: 'lic.example.com',
    ignoreSp: null,
    tokenFolder: '/etc/nvidia/ClientConfigToken',
    modifiedMs: 1_000,
  },
});
const written = (facts: SomeFacts, licence: LicenceChoice = token): string | undefined => {
  const [action] = actionsOf(ask('license.configure', facts, { licence }));
  return action?.kind === 'write-file' ? action.content : undefined;
};
const provider = (cloud: string): LicenceChoice => ({
  kind: 'provider',
  cloud,
  product: null,
  reason: { key: 'made-up' },
});

describe('license.configure', () => {
  it('starts from the template of the driver and changes the one key', () => {
    expect(written(configOf(null, GRIDD_CONFIG))).toBe(GRIDD_CONFIG.replace('FeatureType=0', 'FeatureType=1'));
  });

  it('says that the template comes with the driver, where that is still to come', () => {
    const proposal = ask('license.configure', configOf(null), { ahead: ['driver.install'] });
    expect(proposal).toMatchObject({ kind: 'todo', warnings: [{ key: 'step.license.configure.no-template' }] });
    expect(written(configOf(null))).toContain('FeatureType=1');
  });

  it('takes a legacy server out on a branch that knows tokens only, and says so', () => {
    const text = 'ServerAddress=lic.example.com\nServerPort=7070\n# mine\nFeatureType=1\n';
    const proposal = ask('license.configure', configOf(text));
    expect(written(configOf(text))).toBe('# mine\nFeatureType=1\n');
    expect(proposal).toMatchObject({
      warnings: [{ key: 'step.license.configure.legacy', values: { server: 'lic.example.com' } }],
    });
  });

  it('leaves the empty server lines of the template alone', () => {
    const text = GRIDD_CONFIG.replace('FeatureType=0', 'FeatureType=1');
    expect(ask('license.configure', configOf(text)).kind).toBe('done');
  });

  it("on Azure asks for the provider's licence and for no unlicensed state", () => {
    expect(written(configOf(null, GRIDD_CONFIG), provider('Azure'))).toBe(
      GRIDD_CONFIG.replace('FeatureType=0\n', '').replace('#EnableUI=TRUE\n', '#EnableUI=TRUE\nEnableUI=FALSE\n') +
        'IgnoreSP=FALSE\n',
    );
    expect(
      ask(
        'license.configure',
        { ...configOf('FeatureType=0\n'), nvidiaSmi: smiOf(VWS) },
        { licence: provider('Azure') },
      ).kind,
    ).toBe('done');
    expect(ask('license.configure', configOf('FeatureType=0\n'), { licence: provider('AWS') }).kind).toBe('not-wanted');
  });

  it('makes no file that is not missed', () => {
    expect(ask('license.configure', { ...configOf(null), nvidiaSmi: smiOf(VWS) }).kind).toBe('done');
    expect(ask('license.configure', { ...configOf(null), nvidiaSmi: smiOf('NVIDIA Virtual PC') }).kind).toBe('todo');
  });
});

const tokens = (...files: FactValues['tokens']['files']): SomeFacts => ({
  tokens: { folder: '/etc/nvidia/ClientConfigToken', files },
});

describe('license.token', () => {
  const path = '/etc/nvidia/ClientConfigToken/client_configuration_token_11-22-2026-07-00-00.tok';

  it('copies it under its own name, by reference and with mode 0744', () => {
    expect(linesOf(ask('license.token'))).toEqual([`copy ${token.kind === 'token' ? token.file : ''} -> ${path} 744`]);
  });

  it('takes every other token away first', () => {
    const old = { ...tokenFile, path: '/etc/nvidia/ClientConfigToken/old.tok', sha256: 'b'.repeat(64) };
    expect(linesOf(ask('license.token', tokens(old)))[0]).toBe('remove /etc/nvidia/ClientConfigToken/old.tok');
  });

  it('is done with the very token alone in its folder', () => {
    expect(ask('license.token', tokens(tokenFile)).kind).toBe('done');
    expect(linesOf(ask('license.token', tokens({ ...tokenFile, mode: 0o600 })))).toHaveLength(1);
  });

  it('keeps the newest valid one of several that are in place', () => {
    const keep: LicenceChoice = { kind: 'keep', featureType: 1, product: null, reason: { key: 'made-up' } };
    const named = (name: string, issuedAt: string, mode = 0o744) => ({
      ...tokenFile,
      path: `/t/${name}.tok`,
      mode,
      reading: { ...tokenFile.reading, issuedAt },
    });
    const facts = tokens(named('a', '2025-01-01T00:00:00Z'), named('b', '2026-01-01T00:00:00Z', 0o644));
    expect(linesOf(ask('license.token', facts, { licence: keep }))).toEqual(['remove /t/a.tok', 'chmod 0744 /t/b.tok']);
    expect(ask('license.token', {}, { licence: keep }).kind).toBe('not-wanted');
  });

  it('is blocked without one, by the reason of the choice', () => {
    const licence: LicenceChoice = {
      kind: 'token-missing',
      featureType: 1,
      product: null,
      reason: { key: 'none' },
      rejected: [],
    };
    expect(ask('license.token', {}, { licence })).toEqual({
      kind: 'blocked',
      by: { key: 'none' },
      finding: 'license.token-missing',
    });
  });
});

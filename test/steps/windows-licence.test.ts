/** Licensing on a Windows guest: which values and files change, in which order, and what is left alone. */
import { describe, expect, it } from 'vitest';
import type { LicenceChoice } from '../../src/domain/choice.ts';
import type { Proposal } from '../../src/domain/plan.ts';
import type { FactValues } from '../../src/probes/facts.ts';
import { LICENSING_KEYS } from '../../src/probes/windows/registry.ts';
import type { TypedValue } from '../../src/probes/windows/registry-values.ts';
import { actionsOf, ask, linesOf, saidBy } from './ask.ts';
import type { SomeFacts } from './facts-of.ts';
import { smiOf, tokenFile, VWS } from './guests.ts';
import { token, type SomeTask } from './task-of.ts';

const [SOFTWARE, SERVICE] = LICENSING_KEYS;
const FOLDER = 'C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken';
const DUE = 'C:\\ProgramData\\gpu-guest\\licence-restart-due';

const dword = (name: string, data: string): TypedValue => ({ name, type: 'REG_DWORD', data });
const text = (name: string, data: string): TypedValue => ({ name, type: 'REG_SZ', data });

const registryOf = (software: readonly TypedValue[] | null, service: readonly TypedValue[] | null): SomeFacts => ({
  griddConfig: {
    text: software === null && service === null ? null : '',
    template: null,
    featureType: null,
    serverAddress: null,
    ignoreSp: null,
    tokenFolder: FOLDER,
    modifiedMs: null,
    keys: [
      { key: SOFTWARE, values: software },
      { key: SERVICE, values: service },
    ],
  },
});
const tokensOf = (...files: readonly Partial<FactValues['tokens']['files'][number]>[]): SomeFacts => ({
  tokens: { folder: FOLDER, files: files.map((file) => ({ ...tokenFile, mode: null, ...file })) },
});
const service = (some: Partial<FactValues['griddService']> = {}): SomeFacts => ({
  griddService: {
    name: 'NVDisplay.ContainerLocalSystem',
    unit: 'installed',
    active: true,
    state: 'running',
    startedMs: null,
    restartDue: false,
    ...some,
  },
});
type Id = 'license.configure' | 'license.token' | 'license.restart-service' | 'license.wait';
const asked = (id: Id, facts: SomeFacts, task: SomeTask = {}): Proposal => ask(id, facts, task, 'windows');
const workstation: LicenceChoice = { ...(token as Extract<LicenceChoice, { kind: 'token' }>), featureType: 2 };
const keep: LicenceChoice = { kind: 'keep', featureType: 1, product: VWS, reason: { key: 'made-up' } };

describe('license.configure on Windows', () => {
  it('writes FeatureType as a number into both keys, and what the service must be started for stands first', () => {
    const proposal = asked('license.configure', registryOf(null, null), { licence: workstation });
    expect(actionsOf(proposal)).toEqual([
      expect.objectContaining({ kind: 'write-file', path: DUE }),
      { kind: 'write-value', key: SOFTWARE, name: 'FeatureType', type: 'REG_DWORD', data: '2' },
      { kind: 'write-value', key: SERVICE, name: 'FeatureType', type: 'REG_DWORD', data: '2' },
    ]);
  });

  it('touches only the key that differs, and shows what stands there', () => {
    const proposal = asked('license.configure', registryOf([dword('FeatureType', '1')], [dword('featuretype', '0')]));
    expect(actionsOf(proposal).slice(1)).toEqual([
      { kind: 'write-value', key: SERVICE, name: 'featuretype', type: 'REG_DWORD', data: '1' },
    ]);
    expect(proposal).toMatchObject({ before: { [`${SERVICE}\\featuretype`]: 'REG_DWORD 0' } });
  });

  it('is done where both have it, and puts right a FeatureType that is a text', () => {
    const right = [dword('FeatureType', '1')];
    expect(asked('license.configure', registryOf(right, right)).kind).toBe('done');
    expect(asked('license.configure', registryOf(right, [text('FeatureType', '1')])).kind).toBe('todo');
  });

  it('takes a legacy server out beside a token, and says so; empty values and a lone port stay', () => {
    const right = dword('FeatureType', '1');
    const legacy = [right, text('ServerAddress', 'lic.example.com'), text('ServerPort', '7070')];
    const proposal = asked('license.configure', registryOf(legacy, [right, text('ServerAddress', ''), text('ServerPort', '7070')]));
    expect(actionsOf(proposal).slice(1)).toEqual([
      { kind: 'remove-value', key: SOFTWARE, name: 'ServerAddress' },
      { kind: 'remove-value', key: SOFTWARE, name: 'ServerPort' },
    ]);
    expect(proposal).toMatchObject({
      warnings: [{ key: 'step.license.configure.windows.legacy', values: { server: 'lic.example.com' } }],
    });
  });

  it('leaves a guest alone that is licensed without a FeatureType', () => {
    const facts = { ...registryOf(null, null), nvidiaSmi: smiOf(VWS) };
    expect(saidBy(asked('license.configure', facts, { licence: keep }))).toBe('step.license.configure.windows.absent');
  });
});

describe('license.token on Windows', () => {
  it('copies it byte for byte in place of the others, for LocalSystem, administrators and users by their numbers', () => {
    const proposal = asked('license.token', tokensOf({ path: `${FOLDER}\\old.tok`, sha256: 'b'.repeat(64) }));
    const [due, gone, copied, rights] = linesOf(proposal);
    expect(due).toBe(`write ${DUE}`);
    expect(gone).toBe(`remove ${FOLDER}\\old.tok`);
    expect(copied).toContain(`-> ${FOLDER}\\`);
    expect(rights).toMatch(/icacls\.exe .*\.tok \/inheritance:r \/grant:r \*S-1-5-18:\(F\) \*S-1-5-32-544:\(F\) \*S-1-5-32-545:\(R\)$/);
  });

  it('is done where the very token is the only one, whatever its permission bits', () => {
    const same = { path: `${FOLDER}\\x.tok`, sha256: token.kind === 'token' ? token.sha256 : '' };
    expect(asked('license.token', tokensOf(same)).kind).toBe('done');
    expect(linesOf(asked('license.token', tokensOf({ ...same, serviceMayRead: false })))).toContain(
      `icacls.exe ${FOLDER}\\x.tok /grant *S-1-5-18:(R)`,
    );
  });

  it('keeps of several the newest that is valid', () => {
    const reading = tokenFile.reading;
    const proposal = asked(
      'license.token',
      tokensOf(
        { path: `${FOLDER}\\a.tok`, reading: { ...reading, issuedAt: '2025-01-01T00:00:00Z' } },
        { path: `${FOLDER}\\b.tok`, reading: { ...reading, issuedAt: '2026-01-01T00:00:00Z' } },
      ),
      { licence: keep },
    );
    expect(linesOf(proposal)).toEqual([`write ${DUE}`, `remove ${FOLDER}\\a.tok`]);
  });
});

describe('license.restart-service on Windows', () => {
  it('is done where it runs and nothing was changed since', () => {
    expect(asked('license.restart-service', { ...service(), ...tokensOf() }).kind).toBe('done');
  });

  it('stops it and waits until it runs again where a change waits for it, or its token came after its start', () => {
    const due = asked('license.restart-service', { ...service({ restartDue: true }), ...tokensOf() });
    expect(linesOf(due)).toEqual([
      `remove ${DUE}`,
      expect.stringMatching(/^refresh: cmd\.exe .*net\.exe stop NVDisplay\.ContainerLocalSystem \/y & .*net\.exe start NVDisplay/),
    ]);
    const early = { ...service({ startedMs: 1_000 }), ...tokensOf({ modifiedMs: 100_000 }) };
    expect(saidBy(asked('license.restart-service', early))).toBe('step.license.restart-service.windows.changed');
    const late = { ...service({ startedMs: 200_000 }), ...tokensOf({ modifiedMs: 100_000 }) };
    expect(asked('license.restart-service', late).kind).toBe('done');
  });

  it('says of a disabled one how to enable it, and of none that the driver is not whole', () => {
    const disabled = { ...service({ active: false, state: 'disabled' }), ...tokensOf() };
    expect(saidBy(asked('license.restart-service', disabled))).toBe('step.license.restart-service.windows.disabled');
    const absent = { ...service({ unit: 'absent', active: false }), ...tokensOf() };
    expect(asked('license.restart-service', absent)).toMatchObject({ kind: 'blocked', finding: 'license.service-missing' });
  });
});

describe('license.wait on Windows', () => {
  const line = (text: string, instance: string) => ({ time: null, text, instance });
  const unlicensed = smiOf(VWS, 'unlicensed');

  it('gives the reason of the display container that has no licence, not that of another which has one', () => {
    const griddLog = [
      line('Unable to fetch the client configuration token file', '1'),
      line('License acquired successfully. (Info: api.example.com, NVIDIA RTX Virtual Workstation)', '2'),
    ];
    const proposal = asked('license.wait', { ...service(), nvidiaSmi: unlicensed, griddLog }, { licence: keep });
    expect(proposal).toMatchObject({
      kind: 'todo',
      because: { key: 'step.license.wait.windows.said', values: { what: { key: 'step.license.wait.token-missing' } } },
    });
  });

  it('is done where every GPU is licensed for its product', () => {
    const nvidiaSmi = smiOf(VWS);
    expect(asked('license.wait', { ...service(), nvidiaSmi }, { licence: keep }).kind).toBe('done');
  });
});

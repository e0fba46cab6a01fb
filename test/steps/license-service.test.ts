import { describe, expect, it } from 'vitest';
import type { FactValues } from '../../src/probes/facts.ts';
import { ask, linesOf, saidBy } from './ask.ts';
import { UNKNOWN, type SomeFacts } from './facts-of.ts';
import { finished, smiOf, tokenFile, VWS } from './guests.ts';
import { noLicence } from './task-of.ts';

const tokens = (...files: FactValues['tokens']['files']): SomeFacts => ({
  tokens: { folder: '/etc/nvidia/ClientConfigToken', files },
});

describe('license.restart-service', () => {
  const service = (more: Partial<FactValues['griddService']>): SomeFacts => ({
    ...finished,
    griddService: {
      name: 'nvidia-gridd',
      unit: 'installed',
      active: true,
      state: 'running',
      startedMs: 2_000,
      ...more,
    },
  });

  it.each<[string, SomeFacts]>([
    ['it does not run', service({ active: false })],
    ['a file is newer than its start', service({ startedMs: 500 })],
    ['nobody says when it was started', service({ startedMs: null })],
  ])('starts it anew where %s', (_, facts) => {
    expect(linesOf(ask('license.restart-service', facts))).toEqual([
      'systemctl enable --now nvidia-gridd.service',
      'refresh: systemctl try-restart nvidia-gridd*.service',
    ]);
  });

  it('is due where a file changed after the start, be it within the same second', () => {
    const at = (startedMs: number) => ({
      ...finished,
      ...service({ startedMs }),
      ...tokens({ ...tokenFile, modifiedMs: 1_900 }),
    });
    expect(ask('license.restart-service', at(1_000)).kind).toBe('todo');
    expect(ask('license.restart-service', at(1_890)).kind).toBe('done');
  });

  it('misses the service, unless the driver licenses by itself', () => {
    expect(ask('license.restart-service')).toMatchObject({ kind: 'blocked', finding: 'license.service-missing' });
    expect(ask('license.restart-service', { nvidiaSmi: smiOf(VWS) }).kind).toBe('done');
  });
});

describe('license.wait', () => {
  const log = (...texts: readonly string[]): SomeFacts => ({
    ...finished,
    nvidiaSmi: smiOf(VWS, 'unlicensed'),
    griddLog: texts.map((text) => ({ time: null, text })),
  });

  it('is done with every GPU licensed for the product that its use needs', () => {
    expect(ask('license.wait', finished).kind).toBe('done');
  });

  it('is not content with a licence for another product', () => {
    expect(ask('license.wait', { ...finished, nvidiaSmi: smiOf('NVIDIA Virtual Applications') })).toMatchObject({
      kind: 'todo',
      because: {
        key: 'step.license.wait.other-product',
        values: { found: 'NVIDIA Virtual Applications', wanted: VWS },
      },
    });
  });

  it('waits while the service may still succeed, and says what it said', () => {
    const proposal = ask('license.wait', log('Acquiring license. (Info: api.example.com; X)'));
    expect(proposal).toMatchObject({
      kind: 'todo',
      actions: [],
      because: { values: { what: { key: 'step.license.wait.acquiring' } } },
    });
  });

  it('does not wait for a service that has ended on a bad token', () => {
    const facts: SomeFacts = {
      ...log('Failed to decode signature from token received', 'Failed to setup cloud License Manager: 3', 'Shutdown'),
      griddService: { name: 'nvidia-gridd', unit: 'installed', active: false, state: 'failed', startedMs: 2_000 },
    };
    expect(ask('license.wait', facts)).toMatchObject({ kind: 'blocked', finding: 'license.token-invalid' });
  });

  it('is never done by ignorance', () => {
    expect(ask('license.wait', { ...finished, nvidiaSmi: UNKNOWN })).toMatchObject({
      kind: 'todo',
      because: { key: 'step.license.wait.no-answer' },
    });
    expect(saidBy(ask('license.wait', { ...log(), griddLog: UNKNOWN }))).toBe('step.license.wait.no-log');
  });

  it('is not wanted where no licence is', () => {
    expect(ask('license.wait', {}, { licence: noLicence }).kind).toBe('not-wanted');
  });
});

/** Ports of a session for tests: a folder of its own, no rights, no time passing. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionPorts } from '../../../src/engine/session/ports.ts';
import { fileRunLock } from '../../../src/journal/run-lock.ts';
import { fileRunStore } from '../../../src/journal/run-store.ts';
import { simulations } from '../../../src/simulated/index.ts';
import { translator } from '../../../src/words/translate.ts';

export const guest = (name: string) => simulations.find((one) => one.name === name)!.start();

const bytesPiece: SessionPorts['opened'] = async (name, bytes) => ({ pieces: [{ name, bytes }], gaps: [] });

export function portsHere(given: Partial<SessionPorts> = {}): SessionPorts {
  const stateFolder = mkdtempSync(join(tmpdir(), 'session-'));
  const now = () => new Date('2026-11-22T09:00:00Z');
  return {
    version: '1.2.3',
    runtime: [{ name: 'Node.js', version: '20.19.0' }],
    start: 'sim:p40-8q-vsphere',
    hostName: 'guest',
    licences: [],
    stateFolder,
    program: '/opt/gpu-guest.js',
    thisMachine: () => guest('p40-8q-vsphere').observer,
    given: null,
    runs: fileRunStore(stateFolder, now),
    lock: fileRunLock(stateFolder, now),
    translator,
    elevation: async () => 'none',
    elevate: () => {
      throw new Error('nobody was to be asked for rights');
    },
    opened: bytesPiece,
    reportText: async ({ document }, format) => `${format}: ${document.verdict}`,
    hashes: { recall: () => ({}), remember: () => {} },
    pause: () => Promise.resolve(),
    onBug: (error) => {
      throw error;
    },
    simulatedStepMs: 0,
    ...given,
  };
}

/** Time that stands still until it is let go on. */
export function stillTime() {
  let goOn = () => {};
  let held = Promise.resolve();
  return {
    hold: () => {
      held = new Promise((resolve) => {
        goOn = resolve;
      });
    },
    release: () => {
      goOn();
      held = Promise.resolve();
    },
    pause: () => held,
  };
}

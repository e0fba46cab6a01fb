import { Unobservable, unreadable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';

/** Lines of dmesg that speak of NVIDIA, nouveau, modules or PCI BARs; oldest first. */
export type KernelLog = readonly string[];

export const kernelLog = defineProbe({
  key: 'kernelLog',
  question: 'What did the kernel say of the GPU?',
  observe: { linux: async (machine): Promise<KernelLog> => filterKernelLog(await allLines(machine)) },
});

async function allLines(machine: Observer): Promise<string> {
  const ring = await ifObservable(machine.run(['dmesg']));
  if (ring?.exitCode === 0) return ring.stdout;
  const journal = await machine.run(['journalctl', '-k', '-b', '--no-pager', '-o', 'cat'], { timeoutMs: 20_000 });
  if (journal.exitCode === 0 && journal.stdout.trim() !== '' && !isEmptyJournal(journal.stdout)) return journal.stdout;
  // The journal of a user who may not read the system's looks empty.
  if (/not permitted|denied/.test(ring?.stderr ?? ''))
    throw new Unobservable({ kind: 'permission-denied', target: 'dmesg' });
  throw unreadable('journalctl -k -b', journal.stderr || journal.stdout);
}

const isEmptyJournal = (text: string): boolean => /^-- No entries --\s*$/.test(text.trim());

const OURS = [
  /nvidia|NVRM|nouveau|nvlink|\bXid\b|vmiop|\bvgaarb\b|10de:/i,
  /module verification|Loading of (unsigned )?module|signature|Lockdown|Secure ?Boot|PKCS#7|key .*rejected/i,
  /disagrees about version|version magic|Unknown symbol|unknown symbol/i,
  /\bBAR ?\d+\b.*(space|assign|fail|invalid|window)|can't claim BAR|no compatible bridge window/i,
];

export const filterKernelLog = (text: string): KernelLog =>
  text.split(/\r?\n/).filter((line) => OURS.some((pattern) => pattern.test(line)));

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { main } from '../../src/cli/main.ts';

export type Answer = { readonly code: number; readonly stdout: string; readonly stderr: string };

const said = vi.hoisted(() => ({ stdout: '', stderr: '' }));

vi.mock('../../src/cli/standard-output.ts', () => ({
  writeText(to: 1 | 2, text: string) {
    said[to === 1 ? 'stdout' : 'stderr'] += text;
  },
  isTerminal: () => false,
  outputFailure: () => null,
}));

/** The whole program in this process: a call costs milliseconds instead of a start of Node.js. */
export async function program(...args: readonly string[]): Promise<Answer> {
  Object.assign(said, { stdout: '', stderr: '' });
  const code = await main([...args, '--lang', 'en']);
  return { code, ...said };
}

const folder = mkdtempSync(join(tmpdir(), 'acceptance-'));
let files = 0;

/** A file that holds this, under a name that says nothing. */
export function fileWith(contents: string | Uint8Array): string {
  const path = join(folder, `file-${files++}`);
  writeFileSync(path, contents);
  return path;
}

/** The document that a command prints about a pasted text or the bytes of a file. */
export async function documentOf(command: string, contents: string | Uint8Array, ...options: readonly string[]) {
  const { code, stdout, stderr } = await program(command, fileWith(contents), '--json', ...options);
  return { code, stderr, document: JSON.parse(stdout) };
}

/** What somebody has changed since we wrote it is theirs: it is kept beside what undo puts back. */
import type { Action } from '../domain/action.ts';
import type { Kept } from '../domain/machine.ts';
import type { Bench } from './bench.ts';

const SUFFIX = '.gpu-guest-saved';

type FileAction = Extract<Action, { readonly path: string }>;

async function sha256Of(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The contents that we know of: what the action wrote, and what stood before it (an undo that was cut off has put it back). */
async function known(action: FileAction, kept: Kept | undefined): Promise<ReadonlySet<string>> {
  const before = kept?.kind === 'file' ? [kept.sha256] : [];
  switch (action.kind) {
    case 'write-file':
      return new Set([...before, await sha256Of(action.content)]);
    case 'copy-file':
      return new Set([...before, action.sha256]);
    case 'write-link':
    case 'remove-file':
      return new Set(before);
  }
}

/** Keeps a changed file as FILE.gpu-guest-saved, and returns that path; undefined where there is nothing of the user's. */
export async function saveUserChange(
  { machine, executor }: Bench,
  action: FileAction,
  kept: Kept | undefined,
): Promise<string | undefined> {
  const status = await machine.status(action.path);
  // A link holds nothing that could be lost but a name; a folder is not ours to judge.
  if (status?.kind !== 'file') return undefined;
  const sha256 = await machine.digest({ path: action.path }, 'sha256');
  if (sha256 === undefined || (await known(action, kept)).has(sha256)) return undefined;
  const saved = `${action.path}${SUFFIX}`;
  await executor.copy({ path: action.path }, saved, status.mode, sha256);
  return saved;
}

/** This program in a bundle: itself, the Node.js that runs it, and a script that starts the one with the other. */
import type { ByteSource } from '../../domain/machine.ts';
import { refuse } from '../../domain/fault.ts';
import { say } from '../../words/say.ts';
import { describedFile, type Filler, type Packing } from './packing.ts';

export type OwnProgram = {
  readonly program: string;
  /** Null: it is not one file, and would not run alone. */
  readonly node: { readonly path: string; readonly version: string } | null;
  /** Where the licence of that Node.js may lie. */
  readonly licences: readonly string[];
};

/** With the Node.js beside it, else with the guest's. A stick may be mounted so that nothing on it runs: then `sh gpu-guest` does not either, and the folder has to be copied. */
const STARTER = `#!/bin/sh
here=$(dirname -- "$(readlink -f -- "$0")")
node="$here/node"
[ -x "$node" ] || node=node
exec "$node" "$here/gpu-guest.js" "$@"
`;

async function copyOf({ machine }: Packing, filler: Filler, source: ByteSource, path: string, mode: number): Promise<void> {
  const file = await describedFile(machine, source, path);
  if (file === null) throw refuse('unreadable', say('bundle.own-unread', { path: source.path }));
  await filler.copy(source, file, mode);
}

export async function bundleProgram(packing: Packing, filler: Filler, { program, node, licences }: OwnProgram): Promise<void> {
  await copyOf(packing, filler, { path: program }, 'gpu-guest.js', 0o755);
  await filler.write('gpu-guest', STARTER, 0o755);
  if (node === null) return;
  await copyOf(packing, filler, { path: node.path }, 'node', 0o755);
  for (const path of licences) {
    if ((await packing.machine.status(path))?.kind !== 'file') continue;
    await copyOf(packing, filler, { path }, 'node.LICENSE', 0o644);
    return;
  }
}

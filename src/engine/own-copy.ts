/** This program where a boot finds it: itself, or a copy that outlives the folder into which it was downloaded. */
import { copyFile } from '../domain/act.ts';
import type { Action } from '../domain/action.ts';
import type { Bench, Self } from './bench.ts';

/** The characters that systemd would take for its own in a command line. */
export const quoted = (path: string): string =>
  `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`;

/** Where only root writes, by the Filesystem Hierarchy Standard. A Node.js under somebody's home must not be what root starts at a boot. */
const isOfTheSystem = (path: string): boolean => /^\/(usr|opt|bin|snap|nix)\//.test(path);

/** Copies a file into the state folder; nothing where it is that copy itself. Undefined: it cannot be read. */
async function kept({ machine }: Bench, path: string, copy: string): Promise<readonly Action[] | undefined> {
  if (copy === path) return [];
  const sha256 = await machine.digest({ path }, 'sha256');
  return sha256 === undefined ? undefined : [copyFile({ path }, sha256, copy, 0o755)];
}

export type OwnCopy = { readonly node: string; readonly program: string; readonly actions: readonly Action[] };

/** Undefined: this program cannot be read. */
export async function ownCopy(bench: Bench, self: Self): Promise<OwnCopy | undefined> {
  const folder = `${self.stateFolder}/program`;
  const program = `${folder}/gpu-guest.js`;
  const node = isOfTheSystem(self.node) ? self.node : `${folder}/node`;
  const copies = [await kept(bench, self.program, program), node === self.node ? [] : await kept(bench, self.node, node)];
  return copies.includes(undefined) ? undefined : { node, program, actions: copies.flatMap((copy) => copy ?? []) };
}

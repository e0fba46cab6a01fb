/** This program where a boot finds it: itself, or a copy that outlives the folder into which it was downloaded. */
import { copyFile } from '../domain/act.ts';
import type { Action } from '../domain/action.ts';
import type { Observer } from '../domain/machine.ts';
import { ifObservable } from '../probes/if-observable.ts';
import { isMounted } from '../probes/setting.ts';
import type { Bench, Self } from './bench.ts';

/** The characters that systemd would take for its own in a command line. */
export const quoted = (path: string): string =>
  `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`;

/** Where only root writes, by the Filesystem Hierarchy Standard. A Node.js under somebody's home must not be what root starts at a boot. */
const isOfTheSystem = (path: string): boolean =>
  /^\/(usr|opt|bin|snap|nix)\//.test(path) || /^[A-Z]:\\Program Files(?: \(x86\))?\\/i.test(path);

/** Copies a file into the state folder; nothing where it is that copy itself. Undefined: it cannot be read. */
async function kept({ machine }: Bench, path: string, copy: string): Promise<readonly Action[] | undefined> {
  if (copy === path) return [];
  const sha256 = await machine.digest({ path }, 'sha256');
  return sha256 === undefined ? undefined : [copyFile({ path }, sha256, copy, 0o755)];
}

const NODE_OF_IMAGE = '/usr/bin/node';
const OLDEST_NODE = 20;

const runsThere = async (machine: Observer, node: string): Promise<boolean> => {
  const said = await ifObservable(machine.run([node, '--version']));
  return Number(/^v(\d+)\./.exec(said?.stdout ?? '')?.[1] ?? 0) >= OLDEST_NODE;
};

/** Of a mounted image its own Node.js, where that is new enough; the builder's may need libraries that are not there. Undefined: neither runs there. */
async function nodeFor({ machine }: Bench, { node }: Self): Promise<string | undefined> {
  if (!isMounted(machine)) return node;
  for (const one of [NODE_OF_IMAGE, node]) if (await runsThere(machine, one)) return one;
  return undefined;
}

export type OwnCopy = { readonly node: string; readonly program: string; readonly actions: readonly Action[] };

/** Undefined: this program cannot be read, or nothing there can run it. */
export async function ownCopy(bench: Bench, self: Self): Promise<OwnCopy | undefined> {
  const isWindows = bench.machine.platform === 'windows';
  const inFolder = (name: string): string => [self.stateFolder, 'program', name].join(isWindows ? '\\' : '/');
  const program = inFolder('gpu-guest.js');
  const from = await nodeFor(bench, self);
  if (from === undefined) return undefined;
  const node = isOfTheSystem(from) ? from : inFolder(isWindows ? 'node.exe' : 'node');
  const copies = [await kept(bench, self.program, program), node === from ? [] : await kept(bench, from, node)];
  return copies.includes(undefined) ? undefined : { node, program, actions: copies.flatMap((copy) => copy ?? []) };
}

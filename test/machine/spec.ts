/** A machine as its story tells it: layers of YAML, the later one over the earlier. Short forms stand for many files and answers. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Certificate } from '../../src/domain/reach.ts';
import type { WindowsSpec } from './windows-spec.ts';

export type FileEntry =
  string | { readonly link: string } | { readonly utf16: string } | { readonly text: string; readonly mode?: number; readonly at?: string };
export type Answer = string | { readonly stdout?: string; readonly stderr?: string; readonly exitCode?: number };
type Named<T> = Readonly<Record<string, T>>;

export type CardSpec = {
  /** vendor:device:subsystem vendor:subsystem device */
  readonly ids: string;
  readonly class: string;
  readonly driver?: string;
  /** The version and branch that a vGPU's PCI capability tells of its host. */
  readonly host?: string;
};
export type ModuleSpec = {
  readonly version: string;
  readonly flavour?: 'open' | 'proprietary';
  readonly signer?: string;
  /** Default: the kernel in whose folder it lies. */
  readonly builtFor?: string;
  readonly path?: string;
};
export type KernelSpec = { readonly headers?: boolean; readonly nouveau?: boolean; readonly module?: ModuleSpec };
export type TokenSpec = {
  /** Of the licence server. */
  readonly host?: string;
  readonly from?: string;
  readonly until?: string;
  readonly mode?: number;
  /** What an editor put behind it. */
  readonly end?: string;
  /** What is in the file, where it is no token. */
  readonly text?: string;
};

export type DoorSpec = {
  /** Default: found, open, TLS with a certificate of the server itself. */
  readonly name?: 'no-such-name' | 'no-answer';
  readonly connection?: 'refused' | 'timed-out' | 'no-route';
  readonly handshake?: 'silent' | 'not-tls' | 'broken';
  readonly says?: string;
  readonly certificate?: Partial<Certificate>;
  /** By how many minutes the server's clock is ahead of the guest's. */
  readonly ahead?: number;
};

export type MachineSpec = {
  readonly story: string;
  /** Layers from `layers/`, in order. */
  readonly on?: readonly string[];
  /** Rules that this machine comes close to and that must not speak. */
  readonly nearMissOf?: readonly string[];
  readonly let?: Named<string | number>;
  readonly profile?: Named<unknown>;
  /** What somebody pasted, by the name of the piece. Further pieces: the other files in the folder, and a ticket's. */
  readonly text?: Named<string>;
  readonly ticket?: string;
  /** It runs Windows: of what follows only what a Windows has counts (tokens, media, toolkits, files, commands, denied, doors). */
  readonly windows?: WindowsSpec;

  readonly now?: string;
  /** Nothing runs on it: its file system lies below a folder of another machine (`--root`). */
  readonly mounted?: true;
  readonly running?: string;
  readonly database?: 'dpkg' | 'rpm';
  readonly kernels?: Named<KernelSpec>;
  readonly cards?: Named<CardSpec>;
  readonly loaded?: { readonly version: string; readonly flavour?: 'open' | 'proprietary' };
  readonly packages?: Named<string | { readonly version: string; readonly status: string }>;
  readonly offers?: Named<string>;
  readonly media?: readonly string[];
  readonly tokens?: Named<TokenSpec>;
  readonly mounts?: Named<number>;
  readonly toolkits?: Named<string>;
  readonly gridd?: { readonly active: boolean; readonly since: string; readonly log: string };
  readonly dmesg?: string;
  readonly files?: Named<FileEntry>;
  readonly commands?: Named<Answer>;
  readonly denied?: readonly string[];
  /** What comes of knocking at `HOST:PORT`. A machine without `doors` cannot try; a door that is not named answers as a server should. */
  readonly doors?: Named<DoorSpec>;
};

export const MACHINES = 'test/machines';

type Tree = Named<unknown>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Maps key by key; lists and texts are replaced; null takes away. */
function over(below: unknown, above: unknown): unknown {
  if (!isTree(below) || !isTree(above)) return above;
  const merged = Object.entries(above).map(([key, value]): [string, unknown] => [key, over(below[key], value)]);
  return Object.fromEntries(
    Object.entries({ ...below, ...Object.fromEntries(merged) }).filter(([, value]) => value !== null),
  );
}

/** `${name}` in keys and texts; what `let` itself says may have holes too. */
function filled(value: unknown, holes: Named<string | number>): unknown {
  if (typeof value === 'string')
    return value.replace(/\$\{([\w-]+)\}/g, (hole, name: string) => {
      const text = holes[name];
      return text === undefined ? hole : String(filled(String(text), holes));
    });
  if (Array.isArray(value)) return value.map((one) => filled(one, holes));
  if (!isTree(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [String(filled(key, holes)), filled(one, holes)]),
  );
}

const readYaml = (path: string): Tree => parse(readFileSync(path, 'utf8')) as Tree;

/** A tree with the layers below it, lowest first. */
const withLayers = (own: Tree): readonly Tree[] => [
  ...((own['on'] as readonly string[] | undefined) ?? []).flatMap((name) =>
    withLayers(readYaml(`${MACHINES}/layers/${name}.yaml`)),
  ),
  own,
];

/** Holes are filled before the layers are laid over each other, as keys have holes too. */
export function readSpec(name: string): MachineSpec {
  const layers = withLayers(readYaml(`${MACHINES}/${name}/machine.yaml`));
  const holes = layers.reduce<Named<string>>(
    (all, { let: own }) => ({ ...all, ...(own as Named<string> | undefined) }),
    {},
  );
  return layers.map((one) => filled(one, holes)).reduce<unknown>(over, {}) as MachineSpec;
}

export const machineNames = (): readonly string[] =>
  readdirSync(MACHINES).filter((name) => existsSync(`${MACHINES}/${name}/machine.yaml`));

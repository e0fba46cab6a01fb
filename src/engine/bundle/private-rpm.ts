/** dnf or zypper in a root of its own: asked, and told to fetch. What both have in common. */
import { refuse } from '../../domain/fault.ts';
import type { Command, Observer, Output } from '../../domain/machine.ts';
import { say } from '../../words/say.ts';
import type { Repository } from '../../probes/repository.ts';
import type { Closure } from './packages.ts';
import type { Packing } from './packing.ts';
import { HEADER_FORMAT, parseHeaders, parseSigned, rpmComplaints, type RpmToFetch } from './rpm-answers.ts';
import type { Target } from './target.ts';

export type RpmOrder = {
  readonly target: Target;
  /** x86_64, aarch64. */
  readonly arch: string;
  readonly mirror: string | undefined;
  /** A folder for its root and its downloads. */
  readonly work: string;
};

export type PrivateRpm = {
  readonly manager: 'dnf' | 'zypper';
  /** As the probes look at it. */
  readonly observer: Observer;
  /** Its root: the keys by which packages are judged are those of its rpm database. */
  readonly root: string;
  readonly refresh: () => Promise<void>;
  readonly repository: (kernels: readonly string[]) => Promise<Repository>;
  readonly closure: Closure<RpmToFetch>;
  readonly download: (names: readonly string[]) => Promise<void>;
  /** Below it lies what was fetched. */
  readonly fetched: string;
};

/** Names on one command line. */
const AT_ONCE = 200;

function lastWords({ stdout, stderr }: Output): string {
  const lines = rpmComplaints(`${stderr}\n${stdout}`);
  return (lines.length > 0 ? lines : `${stdout}\n${stderr}`.trim().split('\n')).slice(0, 4).join(' ');
}

export const failed = (command: string, output: Output) =>
  refuse('failed', say('bundle.tool-failed', { command, said: lastWords(output) }));

export const unmet = (output: Output): { readonly because: string } => ({ because: lastWords(output) });

/** A package that is meant to be installed and was not understood would be missed on the guest alone. `given`: files among the names. */
export function wholeList(command: string, output: Output, { toFetch, announced }: { readonly toFetch: readonly RpmToFetch[]; readonly announced: number | null }, given: number) {
  if (announced === null || toFetch.length < announced - given) throw failed(command, output);
  return toFetch;
}

async function inParts(paths: readonly string[], run: (part: readonly string[]) => Promise<string>): Promise<string> {
  const texts: string[] = [];
  for (let at = 0; at < paths.length; at += AT_ONCE) texts.push(await run(paths.slice(at, at + AT_ONCE)));
  return texts.join('');
}

type Header = Omit<RpmToFetch, 'sizeBytes'>;

/** Name, version and architecture of each package file, from its own header. */
export async function headersOf({ tool }: Packing, files: readonly string[]): Promise<readonly Header[]> {
  const text = await inParts(files, async (part) => {
    const output = await tool(['rpm', '-qp', '--nosignature', '--nodigest', '--qf', HEADER_FORMAT, ...part], {});
    if (output.exitCode !== 0) throw failed('rpm -qp', output);
    return output.stdout;
  });
  return parseHeaders(text);
}

export async function filesBelow({ tool }: Packing, folder: string): Promise<readonly string[]> {
  const { stdout } = await tool(['find', folder, '-type', 'f', '-name', '*.rpm'], {});
  return stdout.split('\n').filter((path) => path !== '');
}

/** Refuses (`failed`) a file that no key of this root has signed. */
export async function refuseUnsigned({ tool }: Packing, { root }: PrivateRpm, files: readonly string[]): Promise<void> {
  const command: Command = ['rpmkeys', '--root', root, '--checksig'];
  const text = await inParts(files, async (part) => (await tool([...command, ...part], {})).stdout);
  const signed = new Set(parseSigned(text));
  const unsigned = files.filter((file) => !signed.has(file));
  const [first] = unsigned;
  if (first === undefined) return;
  const file = first.slice(first.lastIndexOf('/') + 1);
  throw refuse('failed', say('bundle.unsigned', { file, count: unsigned.length }));
}

/** The keys that this machine takes packages by become those of the private root. */
export async function takeOwnKeys({ tool, files }: Packing, { work }: RpmOrder, root: string): Promise<void> {
  const { stdout } = await tool(['rpm', '-qa', 'gpg-pubkey', '--qf', '%{DESCRIPTION}\\n'], {});
  if (!stdout.includes('BEGIN PGP PUBLIC KEY')) return;
  await files.write(`${work}/keys.asc`, stdout, 0o644);
  await takeKeys({ tool }, root, [`${work}/keys.asc`]);
}

export async function takeKeys({ tool }: Pick<Packing, 'tool'>, root: string, keys: readonly string[]): Promise<void> {
  const output = await tool(['rpmkeys', '--root', root, '--import', ...keys], {});
  if (output.exitCode !== 0) throw failed('rpmkeys --import', output);
}

/** Programs that the media are unpacked by. A small image has not even these. */
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { Os } from '../../probes/os.ts';
import type { Tools } from '../../probes/tools.ts';
import { chosenIn } from '../driver/chosen.ts';
import type { Manager } from '../package-commands.ts';
import type { Task } from '../step.ts';

export type Unpacker = 'tar' | 'xz' | 'gzip' | 'perl';

/** On Red Hat and Fedora `perl` is all of Perl; the interpreter is what is asked for. */
const PACKAGES: Record<Unpacker, Record<Manager, string>> = {
  tar: { apt: 'tar', dnf: 'tar', zypper: 'tar', none: 'tar' },
  xz: { apt: 'xz-utils', dnf: 'xz', zypper: 'xz', none: 'xz' },
  gzip: { apt: 'gzip', dnf: 'gzip', zypper: 'gzip', none: 'gzip' },
  perl: { apt: 'perl', dnf: 'perl-interpreter', zypper: 'perl', none: 'perl' },
};

export const packageOfUnpacker = (name: Unpacker, manager: Manager): string => PACKAGES[name][manager];

export const hasArchive = ({ choice: { libraries } }: Pick<Task, 'choice'>): boolean =>
  Object.values(libraries).some(({ kind }) => kind === 'archive');

/** A runfile is a shell script with an archive behind it; which of them unpacks it depends on its age. CUDA's installer was written in Perl before 10.1. */
function unpackersOf(task: Task, buildsDriver: boolean): readonly Unpacker[] {
  const source = chosenIn(task)?.source;
  const hasDriverRunfile = buildsDriver && source?.kind === 'media' && source.format === 'run';
  return [
    ...(hasDriverRunfile ? (['tar', 'xz', 'gzip'] as const) : []),
    ...(task.choice.cuda.kind === 'install' ? (['tar', 'gzip', 'perl'] as const) : []),
    ...(hasArchive(task) ? (['tar', 'xz'] as const) : []),
  ];
}

/** Packages of those that are not there. Not known what is there: all, and the list of packages says what is missing. */
export function unpackerPackages({ os, tools }: { readonly os: Os; readonly tools: Fact<Tools> }, task: Task, buildsDriver: boolean): readonly string[] {
  const there = valueOf(tools);
  return [...new Set(unpackersOf(task, buildsDriver))]
    .filter((name) => there === undefined || there[name] === null)
    .map((name) => packageOfUnpacker(name, os.packageManager));
}

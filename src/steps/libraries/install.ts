/** cuDNN and NCCL: installed where the choice says, without a part of the driver. */
import { holds } from '../../choice/offline.ts';
import { isFit, libraryIn, nameOfLibrary } from '../../diagnosis/library-state.ts';
import { refresh, run, undoPaths, writeFile } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import type { CudaChoice, LibraryChoice, LibraryName } from '../../domain/choice.ts';
import type { Fact } from '../../domain/fact.ts';
import type { Message } from '../../domain/message.ts';
import type { Proposal } from '../../domain/plan.ts';
import { CUDA_LINK, LIBRARY_FOLDERS } from '../../domain/places.ts';
import { majorMinor } from '../../domain/version.ts';
import type { Kernel } from '../../probes/kernel.ts';
import type { Libraries } from '../../probes/libraries.ts';
import type { Os } from '../../probes/os.ts';
import type { PackageList } from '../../probes/package-list.ts';
import { say } from '../../words/say.ts';
import { usableFile } from '../media-file.ts';
import { bundleIndex, installPackages, refreshIndex, type Wanted } from '../package-commands.ts';
import { blocked, done, notWanted, type Task } from '../step.ts';
import { fromLocalRepository } from './local-repository.ts';

export type LibraryFacts = {
  readonly os: Os;
  readonly kernel: Kernel;
  readonly libraries: Libraries;
  readonly packageList: Fact<PackageList>;
};

type Fitting = Exclude<LibraryChoice, { readonly kind: 'not-wanted' | 'unavailable' }>;
type Archive = Extract<LibraryChoice, { readonly kind: 'archive' }>;
type Files = Extract<LibraryChoice, { readonly kind: 'packages' | 'local-repository' }>;

export const noLibraryWanted =
  (name: LibraryName) =>
  ({ choice: { libraries } }: Task): Message | null => {
    const choice = libraries[name];
    return choice.kind === 'not-wanted' ? choice.reason : null;
  };

/** Where a toolkit of NVIDIA's keeps what belongs to this processor; its include and lib64 lead there. Null: a distribution's toolkit. */
function targetOf(cuda: CudaChoice, { arch }: Kernel): string | null {
  if (cuda.kind === 'none') return null;
  const folder = cuda.kind === 'install' ? `${CUDA_LINK}-${majorMinor(cuda.version)}` : cuda.path;
  return folder.startsWith(CUDA_LINK) ? `${folder}/targets/${arch === 'aarch64' ? 'sbsa' : 'x86_64'}-linux` : null;
}

/** `cudnn-linux-x86_64-9.1.0.70_cuda12-archive/lib/libcudnn.so.9` → `lib/libcudnn.so.9` */
const below = (member: string): string => member.slice(member.indexOf('/') + 1);

const PATTERNS: Readonly<Record<LibraryName, readonly string[]>> = {
  cudnn: ['include/cudnn*.h', 'lib/libcudnn*.so*'],
  nccl: ['include/nccl*.h', 'lib/libnccl*.so*'],
};

/** The files alone: the folders of the toolkit stay as they are, and static libraries stay in the archive. */
function unpack(name: LibraryName, { members, ...archive }: Archive, target: string): readonly Action[] {
  const file = usableFile(archive, '');
  const folder = members?.[0]?.split('/')[0] ?? '*';
  const options = ['--strip-components=1', '--no-same-owner', '--wildcards', '--no-wildcards-match-slash'];
  return [
    ...file.actions,
    run(['tar', '-xJf', file.path, '-C', target, ...options, ...PATTERNS[name].map((pattern) => `${folder}/${pattern}`)], {
      undo: undoPaths(...(members ?? []).map((member) => `${target}/${below(member)}`)),
      timeoutMs: 30 * 60_000,
    }),
    writeFile(LIBRARY_FOLDERS, `${target}/lib\n`),
    refresh(['ldconfig']),
  ];
}

function intoToolkit(name: LibraryName, archive: Archive, { kernel }: LibraryFacts, { choice, ahead }: Task): readonly Action[] | Message {
  // What lists it comes before: then the members are known, and with them what undo has to look after.
  if (archive.members === null && !ahead.has('packages.prerequisites')) return say('media.archive-no-xz');
  const target = targetOf(choice.cuda, kernel);
  return target === null ? say('step.libraries.no-folder', { library: nameOfLibrary[name] }) : unpack(name, archive, target);
}

/** What would have to go, or would come along, of a driver stops it: `--no-remove`, and the rehearsal before each such command. */
function packages(names: readonly string[], { packageManager }: Os, more: Pick<Wanted, 'local' | 'bundle'>): Action | null {
  return installPackages(packageManager, { names, ...more, extra: packageManager === 'apt' ? ['--no-remove'] : [] });
}

const ldconfig = refresh(['ldconfig']);

/** Package files, of the media or out of a local repository; null: there is no package manager. */
function fromFiles(name: LibraryName, choice: Files, { os }: LibraryFacts, { bundle }: Task): readonly Action[] | null {
  const installing = (paths: readonly string[]): readonly Action[] | null => {
    const install = packages(paths, os, { local: true, bundle });
    return install && [...bundleIndex(os.packageManager, bundle), install];
  };
  if (choice.kind === 'local-repository') return fromLocalRepository(name, choice, installing);
  const usable = choice.files.map((file) => usableFile(file, `.${file.format}`));
  const installed = installing(usable.map(({ path: file }) => file));
  return installed && [...usable.flatMap(({ actions }) => actions), ...installed];
}

function actionsFor(name: LibraryName, choice: Fitting, facts: LibraryFacts, task: Task): readonly Action[] | Message {
  const noManager = say('step.libraries.no-manager', { library: nameOfLibrary[name] });
  const { bundle } = task;
  const { packageManager } = facts.os;
  switch (choice.kind) {
    case 'archive':
      return intoToolkit(name, choice, facts, task);
    case 'packages':
    case 'local-repository': {
      const actions = fromFiles(name, choice, facts, task);
      return actions ? [...actions, ldconfig] : noManager;
    }
    case 'repository': {
      const lacking = bundle ? choice.names.filter((one) => !holds(bundle, one)) : [];
      if (bundle && lacking.length > 0) return say('offline.lacking', { names: lacking.join(' '), folder: bundle.folder });
      const install = packages(choice.names, facts.os, { bundle });
      return install ? [...refreshIndex(packageManager, bundle), install, ldconfig] : noManager;
    }
  }
}

const TODO = {
  archive: 'step.libraries.archive',
  packages: 'step.libraries.packages',
  'local-repository': 'step.libraries.local-repository',
  repository: 'step.libraries.packages',
} as const;

function install(name: LibraryName, choice: Fitting, facts: LibraryFacts, task: Task): Proposal {
  const words = { library: nameOfLibrary[name], version: choice.version, reason: choice.reason };
  if (choice.kind !== 'archive' && !facts.packageList.known) return blocked(say('step.libraries.no-list', { library: words.library }));
  const actions = actionsFor(name, choice, facts, task);
  if (!('length' in actions)) return blocked(actions);
  return { kind: 'todo', because: say(TODO[choice.kind], words), actions };
}

export function proposeLibrary(name: LibraryName, facts: LibraryFacts, task: Task): Proposal {
  const choice = task.choice.libraries[name];
  if (choice.kind === 'not-wanted') return notWanted(choice.reason);
  const library = nameOfLibrary[name];
  const there = libraryIn(facts.libraries, name);
  if (there && isFit(there, choice.cudaMajor, facts.packageList))
    return done(say('step.libraries.done', { library, version: there.version ?? '?', path: there.path }));
  return choice.kind === 'unavailable' ? blocked(choice.why) : install(name, choice, facts, task);
}

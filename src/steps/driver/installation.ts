/** The commands that install a chosen driver, by the kind of its package. */
import { run, undoPackages } from '../../domain/act.ts';
import type { Action, Undo } from '../../domain/action.ts';
import type { DriverSource } from '../../domain/choice.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import { SIGNING_CERTIFICATE, SIGNING_KEY } from '../../domain/places.ts';
import { compareVersions } from '../../domain/version.ts';
import type { Kernel } from '../../probes/kernel.ts';
import type { Os } from '../../probes/os.ts';
import type { Tools } from '../../probes/tools.ts';
import { isForImage } from '../image.ts';
import { usableFile } from '../media-file.ts';
import { because, bundleIndex, installPackages } from '../package-commands.ts';
import type { Task } from '../step.ts';
import { isChosen, targetVersion, type Chosen, type DriverFacts } from './chosen.ts';
import { isSecureBootOn, type SigningFacts } from './signing.ts';

export type InstallationFacts = DriverFacts &
  SigningFacts & { readonly os: Os; readonly tools: Fact<Tools>; readonly kernel: Kernel };

type Media = Extract<DriverSource, { kind: 'media' }>;

/** What a driver leaves behind when its packages are removed. Only what was not there before is taken away. */
const LEFTOVERS = [
  '/etc/nvidia',
  '/var/lib/nvidia',
  '/usr/lib/nvidia',
  '/usr/share/nvidia',
  '/var/lib/dkms/nvidia',
  '/var/lib/dkms/nvidia-current',
  '/var/log/nvidia-installer.log',
];

const UNINSTALL: Undo = {
  kind: 'restore',
  command: ['nvidia-uninstall', '--silent'],
  packages: false,
  paths: LEFTOVERS,
};

/** From 560 on the flavour has an option of its own; before, the folder of its sources is named. */
function flavourOption({ kernelModule, branch }: Chosen): string {
  if ((branch ?? 0) >= 560) return `--kernel-module-type=${kernelModule}`;
  return `-m=${kernelModule === 'open' ? 'kernel-open' : 'kernel'}`;
}

/** Branches before 515 have one flavour only, and no option for it. */
const flavourOptions = (chosen: Chosen): readonly string[] =>
  (chosen.branch ?? 0) >= 515 ? [flavourOption(chosen)] : [];

const SIGNING_OPTIONS = [
  `--module-signing-secret-key=${SIGNING_KEY}`,
  `--module-signing-public-key=${SIGNING_CERTIFICATE}`,
  '--module-signing-hash=sha256',
];

/** The installer has --skip-module-load since before this branch (option table of nvidia-installer 590.48.01). */
const SKIPS_LOAD_FROM = 590;

/** For the kernel that the image boots, whatever runs where it is built: then the installer does not try the module. */
const imageOptions = ({ branch }: Chosen, { kernel }: InstallationFacts): readonly string[] => [
  `--kernel-name=${kernel.nextBoot}`,
  '--no-nouveau-check',
  '--no-x-check',
  ...((branch ?? 0) >= SKIPS_LOAD_FROM ? ['--skip-module-load'] : []),
];

function byRunfile(chosen: Chosen, media: Media, facts: InstallationFacts, task: Task): readonly Action[] {
  const { ahead } = task;
  const forImage = isForImage(task);
  const file = usableFile(media, '');
  const hasDkms = valueOf(facts.tools)?.['dkms'] != null || ahead.has('packages.prerequisites');
  const { nextBoot, running } = facts.kernel;
  const install = run(
    [
      'sh',
      file.path,
      '--silent',
      '--ui=none',
      '--no-questions',
      '--disable-nouveau',
      hasDkms ? '--dkms' : '--no-dkms',
      ...flavourOptions(chosen),
      ...(forImage ? imageOptions(chosen, facts) : []),
      ...(isSecureBootOn(facts) ? SIGNING_OPTIONS : []),
      // /tmp is often small, and mounted noexec on hardened guests.
      '--tmpdir=/var/tmp',
    ],
    { undo: UNINSTALL, timeoutMs: 3_600_000 },
  );
  // The runfile builds for the running kernel only.
  const forNextBoot =
    hasDkms && nextBoot !== running && !forImage
      ? [run(['dkms', 'autoinstall', '-k', nextBoot], { undo: because('step.undo.with-driver'), timeoutMs: 3_600_000 })]
      : [];
  return [...file.actions, install, ...forNextBoot];
}

function byPackageFile(
  chosen: Chosen,
  media: Media,
  facts: InstallationFacts,
  bundle: Task['bundle'],
): readonly Action[] | null {
  const isThere = facts.installedDrivers.some((driver) => isChosen(driver, chosen));
  const file = usableFile(media, `.${media.format}`);
  const target = targetVersion(chosen);
  const isOlder = facts.installedDrivers.some(({ version }) => target !== null && compareVersions(version, target) > 0);
  const install = installPackages(facts.os.packageManager, {
    names: [file.path],
    bundle,
    local: true,
    leftovers: LEFTOVERS,
    // NVIDIA's package takes nothing else's place; if it did, that is a reason to stop.
    extra: ['--no-remove', ...(isOlder ? ['--allow-downgrades'] : []), ...(isThere ? ['--reinstall'] : [])],
  });
  return install ? [...file.actions, ...bundleIndex(facts.os.packageManager, bundle), install] : null;
}

/** Null where the guest has no package manager for it. */
export function installation(
  chosen: Chosen,
  facts: InstallationFacts,
  task: Task,
): readonly Action[] | null {
  const { source } = chosen;
  const { bundle } = task;
  if (source.kind === 'media')
    return source.format === 'run' ? byRunfile(chosen, source, facts, task) : byPackageFile(chosen, source, facts, bundle);
  if (source.kind !== 'distro') return [];
  const { packageManager } = facts.os;
  const install = installPackages(packageManager, { names: source.packages, leftovers: LEFTOVERS, bundle });
  return install ? [...bundleIndex(packageManager, bundle), install] : null;
}

/** Builds what the installed packages have sources for, for one kernel. */
export const buildFor = (kernel: string): Action =>
  run(['dkms', 'autoinstall', '-k', kernel], {
    undo: undoPackages(`/lib/modules/${kernel}/updates/dkms`),
    timeoutMs: 3_600_000,
  });

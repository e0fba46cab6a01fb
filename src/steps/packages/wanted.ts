/** What has to be installed before a driver can be built or a toolkit be used, or why it cannot be had. */
import { holds } from '../../choice/offline.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { Message } from '../../domain/message.ts';
import type { Proposal } from '../../domain/plan.ts';
import type { Repository } from '../../probes/repository.ts';
import { say } from '../../words/say.ts';
import { chosenIn, driverState, missingPackages, type DriverFacts } from '../driver/chosen.ts';
import { isForImage } from '../image.ts';
import type { Task } from '../step.ts';
import { buildPackages, headersNeeded, lacksDkms, toolkitPackages, type BuildFacts } from './needed.ts';
import { unpackerPackages } from './unpackers.ts';

type Blocked = Extract<Proposal, { readonly kind: 'blocked' }>;
const blockedBy = (by: Message, finding?: string): Blocked => ({
  kind: 'blocked',
  by,
  ...(finding !== undefined && { finding }),
});

/** Whether the chosen driver still has a module to be built for the kernel that boots next. */
function buildsModule(facts: DriverFacts, task: Task): boolean {
  const chosen = chosenIn(task);
  return chosen !== null && chosen.source.kind !== 'unavailable' && driverState(chosen, facts).kind !== 'there';
}

/** Whether the chosen driver's package cannot be installed without DKMS; a runfile can, and then builds for one kernel only. */
function needsDkms(task: Task): boolean {
  const source = chosenIn(task)?.source;
  if (source?.kind === 'distro') return source.packages.some((name) => name.includes('dkms'));
  return source?.kind === 'media' && source.needsDkms === true;
}

/** The index has been fetched, and has none of these. */
function unobtainable(names: readonly string[], repository: Fact<Repository>): readonly string[] {
  const offered = valueOf(repository);
  return offered === undefined || offered.indexEmpty ? [] : names.filter((name) => offered.lacks?.includes(name));
}

const noHeaders = (kernel: string, { bundle }: Task): Message =>
  bundle
    ? say('offline.other-kernel', { made: bundle.manifest.kernels.join(', '), kernel })
    : say('step.packages.prerequisites.no-headers', { kernel });

function lackedOf(missing: readonly string[], repository: Fact<Repository>, { bundle }: Task): Blocked | null {
  const lacking = bundle ? missing.filter((name) => !holds(bundle, name)) : unobtainable(missing, repository);
  if (lacking.length === 0) return null;
  const names = lacking.join(' ');
  return bundle
    ? blockedBy(say('offline.lacking', { names, folder: bundle.folder }))
    : blockedBy(say('step.packages.prerequisites.lacking', { names }), 'packages.unreachable');
}

/** What a toolkit and the media need. A bundle of before these were asked for does not hold them: then as much as it holds. */
function packagesBeyondDriver(facts: BuildFacts & DriverFacts, task: Task): readonly string[] {
  const { bundle } = task;
  const names = [
    ...(task.choice.cuda.kind === 'install' ? toolkitPackages(facts) : []),
    ...unpackerPackages(facts, task, buildsModule(facts, task)),
  ];
  return bundle ? names.filter((name) => holds(bundle, name)) : names;
}

/** Names of packages that are needed and not there, or why they cannot be had. */
export function wantedPackages(facts: BuildFacts & DriverFacts, task: Task): readonly string[] | Blocked {
  const names = new Set<string>();
  if (buildsModule(facts, task)) {
    const headers = headersNeeded(facts, isForImage(task));
    if (headers.kind === 'unavailable') return blockedBy(noHeaders(headers.kernel, task), 'kernel.headers-unavailable');
    if (needsDkms(task) && lacksDkms(facts)) return blockedBy(say('step.packages.prerequisites.no-dkms'));
    for (const name of [...buildPackages(facts, needsDkms(task)), ...headers.packages]) names.add(name);
  }
  for (const name of packagesBeyondDriver(facts, task)) names.add(name);
  const missing = missingPackages([...names], facts.packageList);
  return lackedOf(missing, facts.repository, task) ?? missing;
}

import type { Fact } from '../../domain/fact.ts';
import { CUDA_LINK } from '../../domain/places.ts';
import { majorMinor } from '../../domain/version.ts';
import type { Hypervisor } from '../../probes/hypervisor.ts';
import type { PathFiles } from '../../probes/path-files.ts';
import type { ShellPaths } from '../../probes/shell-paths.ts';
import { say } from '../../words/say.ts';
import { text, withKnown, type Aim, type Check } from './check.ts';

export type CudaCheckFacts = {
  readonly shellPaths: Fact<ShellPaths>;
  readonly pathFiles: Fact<PathFiles>;
  readonly hypervisor: Fact<Hypervisor>;
};

function shellCheck({ shell, nvcc, version, untried }: ShellPaths[number], wanted: string): Check {
  const found =
    untried !== null
      ? say('check.shell.untried', { why: untried })
      : nvcc === null
        ? say('check.nvcc.none')
        : say('check.nvcc.found', { version: version ?? '?', path: nvcc });
  return {
    id: `nvcc.${shell}`,
    ok: untried === null && version !== null && majorMinor(version) === wanted,
    expected: say('check.nvcc', { version: wanted }),
    found,
    evidence: nvcc,
  };
}

/** A guest without sudo has no such shell: that is absence, and nothing fails by it. */
const isHere = ({ shell, untried }: ShellPaths[number]): boolean => shell !== 'sudo' || untried !== 'tool-missing';

/** nvcc of the expected version from every kind of shell that the guest has. */
export function nvccChecks(version: string, fact: Fact<ShellPaths>): readonly Check[] {
  const wanted = majorMinor(version);
  const expected = say('check.nvcc', { version: wanted });
  return withKnown('nvcc', fact, expected, (all) => {
    const shells = all.filter(isHere);
    return shells.length > 0
      ? shells.map((shell) => shellCheck(shell, wanted))
      : { id: 'nvcc', ok: false, expected, found: say('check.unknown'), evidence: null };
  });
}

export function pathCheck(fact: Fact<PathFiles>): readonly Check[] {
  const folder = `${CUDA_LINK}/bin`;
  const expected = say('check.path', { folder });
  return withKnown('path', fact, expected, ({ environment, profileD }): Check => {
    const line = (environment ?? '').split('\n').findLast((one) => /^\s*(export\s+)?PATH\s*=/.test(one));
    const ok = (line?.includes(folder) ?? false) && profileD !== null;
    return { id: 'path', ok, expected, found: ok ? expected : say('check.path.none'), evidence: line ?? null };
  });
}

/** A toolkit under /usr/local needs its folder in the PATH; a distribution's own lies in /usr/bin. */
export function cudaChecks(facts: CudaCheckFacts, { profile, choice: { cuda } }: Aim): readonly Check[] {
  if (cuda.kind === 'none')
    return cuda.wanted
      ? [{ id: 'nvcc', ok: false, expected: say('check.nvcc.any'), found: cuda.reason, evidence: null }]
      : [];
  if (!profile.path) return [];
  const isOurs = cuda.kind === 'install' || cuda.path.startsWith(CUDA_LINK);
  return [...nvccChecks(cuda.version, facts.shellPaths), ...(isOurs ? pathCheck(facts.pathFiles) : [])];
}

/** What the hypervisor shows of itself is reported; it is never wrong by itself. */
export function hypervisorCheck({ hypervisor }: CudaCheckFacts): Check {
  const expected = say('check.hypervisor.any');
  const about = { id: 'hypervisor', ok: true, expected };
  if (!hypervisor.known) return { ...about, found: say('check.unknown'), evidence: hypervisor.ignorance.kind };
  const { present, name, signatures, idHidden } = hypervisor.value;
  if (!present) return { ...about, found: say('check.hypervisor.none'), evidence: null };
  const evidence = signatures.length > 0 ? signatures.join(', ') : null;
  if (idHidden === true) return { ...about, found: say('check.hypervisor.hidden'), evidence };
  return { ...about, found: text(name ?? evidence ?? '?'), evidence };
}

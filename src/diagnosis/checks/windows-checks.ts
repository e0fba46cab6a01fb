/** Is the goal reached on a Windows guest? */
import type { DriverChoice } from '../../domain/choice.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { Message } from '../../domain/message.ts';
import { majorMinor } from '../../domain/version.ts';
import { cudaFolder } from '../../domain/windows-places.ts';
import type { NvidiaSmi, SmiGpu } from '../../probes/nvidia-smi.ts';
import type { Os } from '../../probes/os.ts';
import type { PathFiles } from '../../probes/path-files.ts';
import type { ShellPaths } from '../../probes/shell-paths.ts';
import type { WindowsDisplay } from '../../probes/windows/display-records.ts';
import { valueNamed } from '../../probes/windows/registry-values.ts';
import type { WindowsDisplays } from '../../probes/windows-displays.ts';
import { say } from '../../words/say.ts';
import { nvidiaDisplays, windowsName } from '../windows-display.ts';
import { withKnown, type Aim, type Check } from './check.ts';
import { hypervisorCheck, nvccChecks, type CudaCheckFacts } from './cuda-checks.ts';
import { gpuChecks } from './driver-checks.ts';
import { licenceChecks } from './licence-checks.ts';

type WindowsCheckFacts = CudaCheckFacts & {
  readonly nvidiaSmi: Fact<NvidiaSmi>;
  readonly windowsDisplays: Fact<WindowsDisplays>;
  readonly shellPaths: Fact<ShellPaths>;
  readonly pathFiles: Fact<PathFiles>;
};

export const isWindows = (os: Fact<Os> | undefined): boolean => os !== undefined && valueOf(os)?.id === 'windows';

type Chosen = Extract<DriverChoice, { kind: 'chosen' }>;

const smiOf = (smi: NvidiaSmi | undefined, address: string | null | undefined): SmiGpu | undefined =>
  smi?.kind === 'answered' ? (smi.gpus.find((gpu) => gpu.address === address) ?? smi.gpus[0]) : undefined;

/** In TCC a card shows no picture; for computing alone it is right. */
const isRightModel = (model: SmiGpu['driverModel'], { choice: { goal } }: Aim): boolean =>
  model === 'wddm' || model === undefined || goal === 'compute';

/** What Device Manager and nvidia-smi say of one device. */
function foundOf({ problem, driverVersion }: WindowsDisplay, model: SmiGpu['driverModel']): Message {
  if (problem !== null && problem !== 0) return say('check.windows.driver.problem', { code: problem });
  return driverVersion === null
    ? say('check.windows.driver.none')
    : say('check.windows.driver', { version: driverVersion, model: model?.toUpperCase() ?? '?' });
}

/** The very version, where one is to be had. */
const isWanted = (found: string | null, wanted: string | null): boolean =>
  found !== null && (wanted === null || found === wanted);

/** Where Windows may not be asked (without PowerShell), the driver's own answer for this card counts. */
const works = ({ problem, address }: WindowsDisplay, smi: NvidiaSmi | undefined): boolean =>
  problem === 0 || (problem === null && smi?.kind === 'answered' && smi.gpus.some((gpu) => gpu.address !== null && gpu.address === address));

function driverCheck(display: WindowsDisplay, driver: Chosen, smi: NvidiaSmi | undefined, aim: Aim): Check {
  const wanted = driver.versions[0] ?? null;
  const model = smiOf(smi, display.address)?.driverModel;
  const expectedModel = aim.choice.goal === 'compute' && model ? model : 'wddm';
  return {
    id: `driver.${display.address ?? windowsName(display)}`,
    ok: isWanted(display.driverVersion, wanted) && works(display, smi) && isRightModel(model, aim),
    expected: say('check.windows.driver', { version: wanted ?? '*', model: expectedModel.toUpperCase() }),
    found: foundOf(display, model),
    evidence: display.driverVersion,
  };
}

function driverChecks(facts: WindowsCheckFacts, aim: Aim): readonly Check[] {
  const { driver } = aim.choice;
  const any = say('check.driver.any');
  if (driver.kind === 'not-wanted') return [];
  if (driver.kind === 'nothing-fits')
    return [{ id: 'driver', ok: false, expected: any, found: driver.reason, evidence: null }];
  const devices = withKnown('driver', facts.windowsDisplays, any, () => {
    const displays = nvidiaDisplays(facts.windowsDisplays);
    return displays.length === 0
      ? { id: 'driver', ok: false, expected: any, found: say('check.windows.driver.none'), evidence: null }
      : displays.map((display) => driverCheck(display, driver, valueOf(facts.nvidiaSmi), aim));
  });
  return [...devices, ...gpuChecks(aim, facts.nvidiaSmi)];
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** nvcc as every new session finds it, and CUDA_PATH for the same toolkit. */
function cudaChecks(facts: WindowsCheckFacts, { profile, choice: { cuda } }: Aim): readonly Check[] {
  if (cuda.kind === 'none')
    return cuda.wanted
      ? [{ id: 'nvcc', ok: false, expected: say('check.nvcc.any'), found: cuda.reason, evidence: null }]
      : [];
  if (!profile.path) return [];
  const toolkit = cuda.kind === 'keep' ? cuda.path : cudaFolder(cuda.version);
  const expected = say('check.windows.path', { folder: `${toolkit}\\bin`, toolkit });
  const path = withKnown('path', facts.pathFiles, expected, ({ registry = [] }): Check => {
    const named = valueNamed(registry, 'CUDA_PATH')?.data ?? null;
    const ok = named !== null && isSame(named, toolkit);
    const found = ok ? expected : say('check.windows.path.other', { found: named ?? '-' });
    return { id: 'path', ok, expected, found, evidence: named };
  });
  return [...nvccChecks(majorMinor(cuda.version), facts.shellPaths), ...path];
}

/** Driver and its model, nvidia-smi, licence state and product, nvcc for the machine's environment. */
export const windowsChecks = (facts: WindowsCheckFacts, aim: Aim): readonly Check[] => [
  ...driverChecks(facts, aim),
  ...licenceChecks(facts, aim),
  ...cudaChecks(facts, aim),
  hypervisorCheck(facts),
];

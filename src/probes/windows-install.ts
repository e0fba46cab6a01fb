import { Unobservable } from '../domain/fact.ts';
import { compareVersions } from '../domain/version.ts';
import { DRIVER_LOGS } from '../domain/windows-driver-places.ts';
import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';
import { logTail } from './windows/log-text.ts';

/** Lines of NVIDIA's installer and of setupapi.dev.log that say why a driver was not installed; oldest first. */
export type WindowsInstall =
  { readonly kind: 'not-applicable' } | { readonly kind: 'said'; readonly complaints: readonly WindowsComplaint[] };

export type WindowsComplaint = {
  /** `no-device-for-it`: no device that the package knows; `other-windows`: not for this version of Windows; `not-signed`: its signature is refused; `failed`: it says no more. */
  readonly kind: 'no-device-for-it' | 'other-windows' | 'not-signed' | 'failed';
  readonly text: string;
};

/** Sources: NVIDIA's installer in English, Chinese and Japanese; setupapi.dev.log as Microsoft documents it (0xe0000228, 0xe000024b, 0xe0000247). */
const COMPLAINTS: readonly (readonly [RegExp, WindowsComplaint['kind']])[] = [
  [
    /could not find compatible graphics hardware|not compatible with (?:the )?(?:hardware|graphics) |0xe0000228|no compatible drivers? (?:was |were )?found|There are no compatible drivers for this device|此(?:图形|圖形)驱动程序(?:无法|找不到)|找不到兼容的图形硬件|互換性のあるグラフィックス? ?ハードウェアを(?:検出|見つける)/i,
    'no-device-for-it',
  ],
  [
    /not compatible with this version of Windows|requires? (?:a newer|another) version of Windows|0xe000024b|与此版本的 ?Windows ?不兼容|このバージョンの ?Windows ?(?:と|には)互換性/i,
    'other-windows',
  ],
  [
    /0xe0000247|0xe0000242|0x800b0109|hash for the file is not present in the specified catalog|\(Code 52\)/i,
    'not-signed',
  ],
  [
    /NVIDIA Installer (?:has failed|failed|cannot continue)|NVIDIA ?安装程序(?:失败|无法继续)|NVIDIA ?インストーラー?(?:に失敗|は失敗|を続行できません)/i,
    'failed',
  ],
];

/** Undefined: the line is no complaint. */
export function windowsComplaintIn(line: string): WindowsComplaint | undefined {
  const text = line.slice(0, 1000);
  const kind = COMPLAINTS.find(([pattern]) => pattern.test(text))?.[1];
  return kind && { kind, text: text.trim() };
}

export const SETUP_LOG = 'C:\\Windows\\INF\\setupapi.dev.log';
const ABOUT_NVIDIA = /VEN_10DE|nv\w*\.inf|NVIDIA/i;

/** setupapi.dev.log speaks of every device: only sections that name NVIDIA's count. */
function complaintsIn(text: string): readonly WindowsComplaint[] {
  const sections = text.split(/^(?=\s*>>>\s+\[)/m);
  return sections
    .filter((section) => !section.trimStart().startsWith('>>>') || ABOUT_NVIDIA.test(section))
    .flatMap((section) => section.split(/\r?\n/).flatMap((line) => windowsComplaintIn(line) ?? []));
}

/** By the number of the driver that setup was to install, the newest last. */
async function bySetup(machine: Observer): Promise<readonly WindowsComplaint[]> {
  if (machine.origin.kind === 'recorded') return [];
  const newest = ((await ifObservable(machine.list(DRIVER_LOGS))) ?? []).toSorted(compareVersions).at(-1);
  if (newest === undefined) return [];
  const lines = (await ifObservable(logTail(machine, `${DRIVER_LOGS}\\${newest}\\LOG.setup.exe.log`))) ?? [];
  return lines.flatMap((line) => windowsComplaintIn(line) ?? []);
}

async function said(machine: Observer): Promise<WindowsInstall> {
  const text = await machine.read(SETUP_LOG);
  return { kind: 'said', complaints: [...complaintsIn(text ?? ''), ...(await bySetup(machine))] };
}

async function onLinux(machine: Observer): Promise<WindowsInstall> {
  if (machine.origin.kind !== 'recorded') return { kind: 'not-applicable' };
  try {
    return await said(machine);
  } catch (error) {
    if (error instanceof Unobservable && error.ignorance.kind === 'not-in-source') return { kind: 'not-applicable' };
    throw error;
  }
}

export const windowsInstall = defineProbe({
  key: 'windowsInstall',
  question: "What did Windows's own log, and that of NVIDIA's setup, say of installing the driver?",
  observe: { linux: onLinux, windows: said },
});

import { supportOf } from '../catalog/branches.ts';
import { compatibility, type Compatibility } from '../catalog/vgpu-compatibility.ts';
import { releasesByLinuxGuest, releasesByWindowsGuest } from '../catalog/vgpu-releases.ts';
import { isGone, type VgpuLife } from '../catalog/vgpu-life.ts';
import { windowsCompatibility } from '../catalog/windows-drivers.ts';
import { vgpuTypeByIds, vgpuTypeByName } from '../catalog/vgpu-types.ts';
import type { Gpu, HostDriver } from '../domain/gpu.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import { unfit, type Driver, type Judgement } from './judgement.ts';
import { gpuName } from './presentation.ts';
import { supportWords } from '../words/branch-support.ts';

const RANK = { 'same-release': 0, 'same-branch': 1, 'previous-branch': 2, 'previous-long-term-branch': 3 } as const;
const GUESS = 5;
const UNCERTAIN_GUESS = 6;

/** Does a guest driver fit a vGPU? By the host's version where it is known; else by what supports the type, which is a guess. */
export function judgeForVgpu(gpu: Gpu, driver: Driver): Judgement {
  const host = gpu.vgpu?.hostDriver ?? null;
  return host === null ? byType(gpu, driver) : byHost(host, driver);
}

function byHost(host: HostDriver, { branch, version, windows }: Driver): Judgement {
  const verdict =
    windows === true && version !== null
      ? windowsCompatibility(host.version, version)
      : compatibility(host.version, version ?? String(branch));
  const values = { host: host.version, version: version ?? `R${branch}` };
  const why = hostWords(verdict, values);
  return verdict in RANK ? { fits: true, rank: RANK[verdict as keyof typeof RANK], exact: true, why } : unfit(why);
}

function hostWords(verdict: Compatibility, values: { host: string; version: string }): Message {
  switch (verdict) {
    case 'same-release': {
      const [release] = [...releasesByLinuxGuest(values.version), ...releasesByWindowsGuest(values.version)];
      return say('choice.host.same-release', { ...values, release: release?.release ?? '' });
    }
    case 'same-branch':
      return say('choice.host.same-branch', values);
    case 'previous-branch':
      return say('choice.host.previous-branch', values);
    case 'previous-long-term-branch':
      return say('choice.host.previous-long-term-branch', values);
    case 'guest-newer':
      return say('choice.host.guest-newer', values);
    case 'guest-too-old':
      return say('choice.host.guest-too-old', values);
    case 'not-listed':
      return say('choice.host.not-listed', values);
  }
}

const UNLISTED: VgpuLife = { first: null, last: null };

/** By its ids, or by the name where a source gives no ids. */
const lifeOf = ({ deviceId, subsystemDeviceId, vgpu }: Gpu): VgpuLife =>
  vgpuTypeByIds(deviceId ?? '', subsystemDeviceId ?? '') ?? vgpuTypeByName(vgpu?.type ?? '') ?? UNLISTED;

function byType(gpu: Gpu, driver: Driver): Judgement {
  const type = gpuName(gpu);
  const { branch } = driver;
  // The lists count as Linux does.
  const version = driver.windows === true ? null : driver.version;
  const { first, last } = lifeOf(gpu);
  if (last !== null && isGone(last, branch, version)) return unfit(say('choice.type.gone', { type, last, branch }));
  const support = supportOf(gpu.deviceId ?? '', branch, version);
  if (support.supports === false) return unfit(supportWords(gpu.name ?? type, branch, support.because));
  const rank = first !== null && support.supports === true ? GUESS : UNCERTAIN_GUESS;
  return { fits: true, rank, exact: false, why: say('choice.type.guess', { type, branch }) };
}

/** NVIDIA's CUDA toolkit as a `.run`: `cuda_12.1.0_530.30.02_linux[_sbsa].run`. */
import type { MediaItem } from '../../domain/media-item.ts';
import { say } from '../../words/say.ts';
import type { RunfileSays } from './driver-runfile.ts';
import { textOf } from './payload-start.ts';

const FILE_NAME = /cuda[_-](\d+\.\d+(?:\.\d+)?)(?:_(\d+\.\d+(?:\.\d+)?))?_linux(?:_(sbsa|ppc64le))?/i;

export const isCudaRunfile = ({ header, members }: RunfileSays): boolean =>
  /\bcuda\b/i.test(header.label) ||
  header.script.includes('cuda-installer') ||
  members.some(({ name }) => /(^|\/)cuda-installer(\.pl)?$/.test(name));

/** `version.json` names each part; the toolkit's own entry is `cuda` ("CUDA SDK"). */
const versionInside = ({ header, members }: RunfileSays): string | null =>
  /cuda\D{0,20}(\d+\.\d+(?:\.\d+)?)/i.exec(header.label)?.[1] ??
  /"cuda"\s*:\s*\{[^}]*"version"\s*:\s*"(\d+\.\d+(?:\.\d+)?)/.exec(textOf(members, /(^|\/)version\.json$/))?.[1] ??
  /(?:^|\n)\S*\bcuda[-_](?:toolkit[-_])?(\d+\.\d+(?:\.\d+)?)/i.exec(members.map(({ name }) => name).join('\n'))?.[1] ??
  null;

function archInside({ members }: RunfileSays): string | null {
  const names = members.map(({ name }) => name).join('\n');
  if (/targets\/sbsa-linux|Linux-aarch64/.test(names)) return 'aarch64';
  return /targets\/x86_64-linux|Linux-x86_64/.test(names) ? 'x86_64' : null;
}

const archNamed = (suffix: string | undefined): string => {
  if (suffix === undefined) return 'x86_64';
  return suffix.toLowerCase() === 'sbsa' ? 'aarch64' : suffix.toLowerCase();
};

/** The name may only be finer than what is inside ("12.1" and "12.1.0"), not another. */
const finer = (inside: string | null, named: string | null): string | null =>
  inside !== null && named?.startsWith(`${inside}.`) ? named : (inside ?? named);

export function cudaRunfile(says: RunfileSays): Pick<MediaItem, 'what'> & Partial<MediaItem> {
  const [name, namedVersion = null, namedDriver = null, suffix] = FILE_NAME.exec(says.name) ?? [];
  const inside = versionInside(says);
  const driver = /NVIDIA-Linux-\w+?-(\d+\.\d+(?:\.\d+)?)\.run/.exec(
    says.members.map((one) => one.name).join('\n'),
  )?.[1];
  const version = finer(inside, namedVersion);
  return {
    what: 'cuda',
    format: 'run',
    version,
    arch: archInside(says) ?? (name === undefined ? null : archNamed(suffix)),
    // The name of another version's file says nothing of this one's driver.
    bundledDriver: driver ?? (version === namedVersion ? namedDriver : null),
    remark: cudaRemark(inside, namedVersion, version),
  };
}

function cudaRemark(inside: string | null, named: string | null, version: string | null): MediaItem['remark'] {
  if (version === null) return say('media.version-unknown');
  if (inside === null) return say('media.version-by-name');
  const differs = named !== null && !`${named}.`.startsWith(`${inside}.`) && !`${inside}.`.startsWith(`${named}.`);
  return differs ? say('media.name-differs', { inside: `CUDA ${inside}` }) : null;
}

/**
 * NVIDIA's name of a Linux driver, which is both the folder inside a `.run` and the file's own name:
 * `NVIDIA-Linux-x86_64-535.161.07-grid-azure`. `-custom` is what `--add-this-kernel` and `--apply-patch` append.
 */
import type { MediaFlavour } from '../domain/media-item.ts';

export type DriverName = {
  readonly arch: string;
  readonly version: string;
  readonly flavour: MediaFlavour;
  /** Made for the hypervisor (`-vgpu-kvm`, `-vgpu-xen`, `-vgpu-kvm-aie`), not for a guest. */
  readonly host: boolean;
  readonly custom: boolean;
};

const NAME = /NVIDIA-Linux-(x86_64|aarch64|ppc64le|x86)-(\d+\.\d+(?:\.\d+)*)((?:-[a-z0-9]+)*)/i;

/** Names of architectures in NVIDIA's, Debian's and others' words → ours. Null for one that is not known. */
export function archOf(word: string): string | null {
  const lower = word.toLowerCase();
  if (/^(x86_64|amd64|x64)$/.test(lower)) return 'x86_64';
  if (/^(aarch64|arm64|sbsa|aarch64sbsa)$/.test(lower)) return 'aarch64';
  if (/^(all|noarch)$/.test(lower)) return 'noarch';
  return /^(ppc64le|i[3-6]86|x86|armhf|armv7l|riscv64|s390x)$/.test(lower) ? lower : null;
}

/** A vGPU guest driver says `grid`; which cloud's build it is, `aws` or `azure`. Null where no word says anything. */
export function flavourOf(words: string): MediaFlavour | null {
  if (!/(^|[-_. ])(grid|gridsw)([-_. ]|\d|$)/i.test(words)) return null;
  if (/(^|[-_. ])aws([-_. ]|$)/i.test(words)) return 'grid-aws';
  return /(^|[-_. ])azure([-_. ]|$)/i.test(words) ? 'grid-azure' : 'grid';
}

export function parseDriverName(text: string): DriverName | null {
  const [, arch, version, suffix = ''] = NAME.exec(text) ?? [];
  if (arch === undefined || version === undefined) return null;
  return {
    arch: archOf(arch) ?? arch,
    version,
    flavour: flavourOf(suffix) ?? 'tesla',
    host: /-vgpu-/i.test(`${suffix}-`),
    custom: /-custom/i.test(suffix),
  };
}

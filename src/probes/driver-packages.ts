/** Which packages are an NVIDIA driver, or part of one. */

export type Packed = { readonly name: string; readonly version: string };
export type PackedDriver = {
  readonly kind: 'grid' | 'tesla';
  readonly version: string;
  readonly packages: readonly string[];
};

/** The vGPU guest driver's own package, deb and rpm alike. */
const GRID = /^nvidia-linux-grid(-\d+)?$/i;

/** One of these makes an installed driver: the kernel module, the whole, or nvidia-smi. Debian, Ubuntu, CUDA repositories, RPM Fusion, SUSE. */
const CORE = [
  /^nvidia-(tesla-|legacy-)?(\d+(xx)?-)?(open-)?(kernel-dkms|kernel-source|open-kernel-source|driver|driver-bin|driver-cuda|smi|driver-full)$/,
  /^nvidia-(driver|dkms|headless|headless-no-dkms|utils|kernel-source|open)-\d+(-server)?(-open)?$/,
  /^nvidia-(driver|open|dkms)(-assistant)?$/,
  /^cuda-drivers(-\d+)?$/,
  /^(kmod|akmod|dkms)-nvidia(-.*)?$/,
  /^nvidia-kmod(-.*)?$/,
  /^xorg-x11-drv-nvidia(-\d+xx)?(-cuda)?$/,
  /^nvidia-(open-)?(driver|gfx)-?G0\d.*-kmp-.*$/,
  /^nvidia-compute(-utils)?-G0\d$/,
];

/** Named for NVIDIA, and not the driver: they stay when a driver goes. */
const OTHER =
  /container|docker|cuda-toolkit|^nvidia-cuda-|profiler|nsight|nvidia-detect|legacy-check|installer-cleanup|vaapi|fabricmanager|nvidia-prime|^nvidia-l4t|texture-tools|^libnvidia-egl|cudnn|^nvidia-support$/;
const PART = /nvidia|^libcuda1$|^libcuda1-|^libnvcuvid1$|^cuda-drivers/i;

const isPart = (name: string): boolean => PART.test(name) && !OTHER.test(name);
const isCore = (name: string): boolean => GRID.test(name) || CORE.some((pattern) => pattern.test(name));

/** `3:535.183.01-1~deb12u1`, `550.54.14_k5.14.21…`: the driver's own number; null where it is another kind of number. */
export const driverVersionIn = (version: string): string | null =>
  /^(?:\d+:)?(\d{3}\.\d{2,3}(?:\.\d{1,3})?)(?!\d)/.exec(version)?.[1] ?? null;

/** The drivers that these packages make: one for each kind and version. Libraries alone are none. */
export function driversIn(packages: readonly Packed[]): readonly PackedDriver[] {
  const found = new Map<string, PackedDriver>();
  for (const { name, version } of packages) {
    const number = driverVersionIn(version);
    if (!isCore(name) || OTHER.test(name) || number === null) continue;
    const kind = GRID.test(name) ? 'grid' : 'tesla';
    const key = `${kind} ${number}`;
    const before = found.get(key)?.packages ?? [];
    found.set(key, { kind, version: number, packages: [...before, name] });
  }
  const drivers = [...found.values()];
  const taken = new Set(drivers.flatMap((driver) => driver.packages));
  const rest = packages.filter(({ name }) => !taken.has(name) && isPart(name));
  // A part of no driver's version (settings, firmware) goes with the first that came as such parts.
  const home = ({ version }: Packed): PackedDriver | undefined =>
    drivers.find((driver) => driver.kind === 'tesla' && driver.version === driverVersionIn(version)) ??
    drivers.find((driver) => driver.kind === 'tesla');
  return drivers.map((driver) => ({
    ...driver,
    packages: [...driver.packages, ...rest.filter((part) => home(part) === driver).map(({ name }) => name)].sort(),
  }));
}

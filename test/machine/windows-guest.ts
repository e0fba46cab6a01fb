/** A whole Windows guest from its spec, on the simulated Windows. */
import { CONTAINER_SERVICE, CUDA_KEY, ENVIRONMENT_KEY } from '../../src/domain/windows-places.ts';
import type { Guest } from '../../src/simulated/guest.ts';
import { containerLine, LICENSING_FOLDER, requestedProduct, SERVICES, setContainerState } from '../../src/simulated/windows/container.ts';
import type { Device } from '../../src/simulated/windows/devices.ts';
import { publish } from '../../src/simulated/windows/driver-store.ts';
import { infText, putCudaInstaller, putDriverPackages, WINDOWS_MEDIA } from '../../src/simulated/windows/media.ts';
import { placeOf } from '../../src/simulated/windows/place.ts';
import { bringDriver } from '../../src/simulated/windows/setup.ts';
import { installWindows, USUAL_PATH } from '../../src/simulated/windows/system.ts';
import { tokenOf } from './media.ts';
import type { MachineSpec } from './spec.ts';
import type { WindowsDeviceSpec, WindowsSpec } from './windows-spec.ts';

/** Drivers that come with Windows: Microsoft's own number. */
const OF_WINDOWS: Readonly<Record<string, string>> = { 'display.inf': 'BasicDisplay', 'wvmbusvideo.inf': 'HyperVideo' };

function driverOf({ driver }: WindowsDeviceSpec, { infs = {}, build }: WindowsSpec): Device['driver'] {
  if (driver === undefined) return null;
  const version = infs[driver]?.version ?? `10.0.${String(build)}.1`;
  return { version, inf: driver, service: OF_WINDOWS[driver] ?? 'nvlddmkm' };
}

function deviceOf(name: string, told: WindowsDeviceSpec, spec: WindowsSpec): Device {
  const driver = driverOf(told, spec);
  const [bus = 0, slot = 0, fn = 0] = told.at.split(',').map(Number);
  return {
    name,
    plainName: told.plain ?? '3D Video Controller',
    ids: told.ids,
    classId: told.class,
    at: [bus, slot, fn],
    problem: Number(told.problem ?? (driver === null ? 28 : 0)),
    driver,
  };
}

function putLicensing(guest: Guest, { service, log = [] }: WindowsSpec, now: number): void {
  const started = Date.parse(service?.since ?? '2026-11-22T08:00:00Z');
  if (service) {
    guest.registry.put(`${SERVICES}\\${CONTAINER_SERVICE}`, 'Start', 'REG_DWORD', service.state === 'disabled' ? '4' : '2');
    const product = requestedProduct(guest) ?? 'NVIDIA RTX Virtual Workstation';
    const expiry = new Date(now + 86_400_000).toISOString().slice(0, 19).replace('T', ' ');
    const licence = service.licensed === true ? { product, expiry: `${expiry} GMT` } : null;
    setContainerState(guest, { active: service.state === 'running', startedMs: started, licence });
  }
  if (log.length > 0)
    guest.files.write(
      '/C:/Users/Public/Documents/NvidiaLogging/Log.NVDisplay.Container.exe.log',
      log.map((line, index) => containerLine(started + index * 1000, line)).join(''),
    );
}

function putRegistry({ registry }: Guest, { registry: keys = {}, environment = {} }: WindowsSpec): void {
  for (const [key, values] of Object.entries(keys))
    for (const [name, data] of Object.entries(values))
      registry.put(key, name, typeof data === 'number' ? 'REG_DWORD' : 'REG_SZ', String(data));
  for (const [name, data] of Object.entries(environment)) registry.put(ENVIRONMENT_KEY, name, 'REG_SZ', data);
}

function putToolkits({ files, registry }: Guest, toolkits: Readonly<Record<string, string>>): void {
  for (const [folder, version] of Object.entries(toolkits)) {
    files.write(placeOf(`${folder}\\bin\\nvcc.exe`), `${version}\n`);
    files.write(placeOf(`${folder}\\version.json`), `{"cuda": {"name": "CUDA SDK", "version": "${version}"}}\n`);
    registry.put(`${CUDA_KEY}\\v${version.replace(/\.\d+$/, '')}`, 'InstallDir', 'REG_SZ', folder);
  }
}

const CUDA = /^cuda_(\d+\.\d+\.\d+)_.*\.exe$/;

function putMedia(guest: Guest, { packages = {}, sevenZip = false }: WindowsSpec, media: readonly string[]): void {
  putDriverPackages(guest, Object.fromEntries(Object.entries(packages).map(([file, inf]) => [file, infText(inf)])), sevenZip);
  for (const file of media) {
    const version = CUDA.exec(file)?.[1];
    if (version !== undefined) putCudaInstaller(guest, file, version);
    else guest.files.write(placeOf(`${WINDOWS_MEDIA}\\${file}`), tokenOf(guest, {}));
  }
}

const USUAL = { language: 'en', secureBoot: null, hypervisor: true, assetTag: 'No Asset Tag', freeMiB: 61_000, path: USUAL_PATH } as const;

export function windowsGuest(spec: MachineSpec, windows: WindowsSpec, now: number): Guest {
  const guest = installWindows({
    ...USUAL,
    bios: [windows.maker, '1.0'],
    ...windows,
    build: String(windows.build),
    devices: Object.entries(windows.devices).map(([name, one]) => deviceOf(name, one, windows)),
  });
  for (const [name, parts] of Object.entries(windows.infs ?? {})) {
    publish(guest.files, infText(parts), name);
    bringDriver(guest, infText({ ...parts, catalogue: windows.service ? parts.catalogue : 'none.cat' }));
  }
  putRegistry(guest, windows);
  putLicensing(guest, windows, now);
  putToolkits(guest, spec.toolkits ?? {});
  putMedia(guest, windows, spec.media ?? []);
  for (const [name, token] of Object.entries(spec.tokens ?? {})) {
    const bytes = new TextEncoder().encode(tokenOf(guest, token));
    const modifiedMs = Date.parse('2026-11-01T00:00:00Z');
    const place = placeOf(`${LICENSING_FOLDER}\\ClientConfigToken\\${name}`);
    guest.files.put(place, { kind: 'file', bytes, mode: token.mode ?? 0o744, uid: 0, gid: 0, modifiedMs });
  }
  return guest;
}

/** A whole guest from its spec: what is not told is not there. */
import { Unobservable } from '../../src/domain/fact.ts';
import type { Command, Observer, Output } from '../../src/domain/machine.ts';
import { createGuest, nameOf, type Guest, type Said } from '../../src/simulated/guest.ts';
import { plugIn, type Card } from '../../src/simulated/hardware.ts';
import { observerOf } from '../../src/simulated/ports.ts';
import { bash, env, su, sudo } from '../../src/simulated/programs/shells.ts';
import { aptCache, dpkgDeb } from '../../src/simulated/programs/apt.ts';
import { placeOf } from '../../src/simulated/windows/place.ts';
import { utf16 } from '../../src/simulated/windows/program-file.ts';
import { reachedAt } from './doors.ts';
import { putMedia, putToken } from './media.ts';
import { installPackages, rpmPrograms } from './packages.ts';
import { windowsGuest } from './windows-guest.ts';
import type { CardSpec, FileEntry, KernelSpec, MachineSpec, ModuleSpec } from './spec.ts';

const NOW = '2026-11-22T09:00:00Z';
const GRIDD_UNIT = 'LoadState=not-found\nActiveState=inactive\nSubState=dead\nExecMainStartTimestamp=\n';

/** `535.161.05 r535_00` */
function hostOf(text: string | undefined): Pick<Card, 'host'> {
  const [version, branch] = text?.split(' ') ?? [];
  return version === undefined || branch === undefined ? {} : { host: { version, branch } };
}

function putCard({ files }: Guest, address: string, { ids, class: classId, driver, host }: CardSpec): void {
  const [vendorId = '', deviceId = '', subsystemVendorId = '', subsystemDeviceId = ''] = ids.split(':');
  plugIn(files, { address, vendorId, deviceId, subsystemVendorId, subsystemDeviceId, classId, ...hostOf(host) });
  if (driver !== undefined) files.link(`/sys/bus/pci/devices/${address}/driver`, `../../../bus/pci/drivers/${driver}`);
}

const modinfo = (path: string, kernel: string, { version, flavour, signer, builtFor }: ModuleSpec): string =>
  [
    `filename:       ${path}`,
    `version:        ${version}`,
    `license:        ${flavour === 'open' ? 'Dual MIT/GPL' : 'NVIDIA'}`,
    'name:           nvidia',
    `vermagic:       ${builtFor ?? kernel} SMP preempt mod_unload modversions `,
    ...(signer === undefined ? [] : ['sig_id:         PKCS#7', `signer:         ${signer}`]),
    '',
  ].join('\n');

function putKernel({ files, programs }: Guest, kernel: string, { headers, nouveau, module }: KernelSpec): void {
  const folder = `/lib/modules/${kernel}`;
  const path = module?.path ?? 'updates/dkms/nvidia.ko';
  const index = [
    ...(nouveau === false ? [] : ['kernel/drivers/gpu/drm/nouveau/nouveau.ko: kernel/drivers/gpu/drm/drm.ko']),
    ...(module === undefined ? [] : [`${path}:`]),
    'kernel/drivers/gpu/drm/drm.ko:',
  ];
  files.write(`${folder}/modules.dep`, `${index.join('\n')}\n`);
  files.write(`/boot/vmlinuz-${kernel}`, '');
  if (headers !== false) files.write(`${folder}/build/Makefile`, 'VERSION = 6\n');
  if (module === undefined) return;
  files.write(`${folder}/${path}`, '');
  const text = modinfo(`${folder}/${path}`, kernel, module);
  const others = programs.get('modinfo');
  programs.set('modinfo', (command, guest) =>
    command.at(-1) === `${folder}/${path}` ? { stdout: text } : (others?.(command, guest) ?? {}),
  );
}

function putFile(files: Guest['files'], path: string, entry: FileEntry): void {
  if (typeof entry === 'string') putFile(files, path, { text: entry });
  else if ('link' in entry) files.link(path, entry.link);
  else if ('utf16' in entry)
    files.put(path, { kind: 'file', bytes: utf16(`\ufeff${entry.utf16}`), mode: 0o644, uid: 0, gid: 0, modifiedMs: 0 });
  else {
    const bytes = new TextEncoder().encode(entry.text);
    const modifiedMs = Date.parse(entry.at ?? '2026-01-01T00:00:00Z');
    files.put(path, { kind: 'file', bytes, mode: entry.mode ?? 0o644, uid: 0, gid: 0, modifiedMs });
  }
}

const dfOf =
  (mounts: Readonly<Record<string, number>>) =>
  ([, ...words]: Command): Said => {
    const rows = words
      .filter((word) => word.startsWith('/'))
      .map((path) => {
        const mount = path in mounts ? path : '/';
        return `/dev/vda1 82045336 11482352 ${String((mounts[mount] ?? 0) * 1024)} 14% ${mount}`;
      });
    return { stdout: ['Filesystem 1024-blocks Used Available Capacity Mounted on', ...rows, ''].join('\n') };
  };

function griddShow({ gridd }: MachineSpec): string {
  if (gridd === undefined) return GRIDD_UNIT;
  const [active, sub] = gridd.active ? ['active', 'running'] : ['failed', 'failed'];
  const since = `${gridd.since.replace('T', ' ').replace('Z', '')} UTC`;
  return `LoadState=loaded\nActiveState=${active}\nSubState=${sub}\nExecMainStartTimestamp=Sun ${since}\n`;
}

function installPrograms({ programs }: Guest, spec: MachineSpec): void {
  for (const [name, program] of Object.entries({ bash, su, sudo, env, 'apt-cache': aptCache, 'dpkg-deb': dpkgDeb }))
    programs.set(name, program);
  programs.set('df', dfOf(spec.mounts ?? { '/': 70_000 }));
  programs.set('dmesg', () => ({ stdout: spec.dmesg ?? '' }));
  programs.set('stat', () => ({ stdout: '' }));
  programs.set('timedatectl', () => ({ stdout: 'NTPSynchronized=yes\n' }));
  programs.set('systemctl', ([, verb]) => ({
    stdout:
      verb === 'show' ? griddShow(spec) : 'LANG=C.UTF-8\nPATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin\n',
  }));
  programs.set('journalctl', (command) => ({
    stdout: command.includes('nvidia-gridd') ? (spec.gridd?.log ?? '-- No entries --\n') : (spec.dmesg ?? ''),
  }));
  for (const [name, program] of Object.entries(rpmPrograms(spec))) programs.set(name, program);
}

function putToolkit({ files }: Guest, folder: string, version: string): void {
  for (const name of ['nvcc', 'cuobjdump']) files.write(`${folder}/bin/${name}`, `${version}\n`, 0o755);
  files.write(`${folder}/bin/cuda-uninstaller`, '', 0o755);
  files.write(`${folder}/version.json`, `{"cuda": {"name": "CUDA SDK", "version": "${version}"}}\n`);
}

function load({ files }: Guest, { version, flavour }: NonNullable<MachineSpec['loaded']>): void {
  const words = flavour === 'open' ? 'Open Kernel Module for x86_64' : 'x86_64 Kernel Module';
  const text = `NVRM version: NVIDIA UNIX ${words}  ${version}  Tue Mar 28 18:02:59 UTC 2023\nGCC version:  gcc version 12.2.0\n`;
  files.write('/proc/driver/nvidia/version', text);
}

const each = <T>(named: Readonly<Record<string, T>> | undefined, put: (name: string, one: T) => void): void => {
  for (const [name, one] of Object.entries(named ?? {})) put(name, one);
};

function buildWindows(spec: MachineSpec, windows: NonNullable<MachineSpec['windows']>): Guest {
  const guest = windowsGuest(spec, windows, Date.parse(spec.now ?? NOW));
  each(spec.files, (path, entry) => {
    putFile(guest.files, placeOf(path), entry);
  });
  return guest;
}

function build(spec: MachineSpec): Guest {
  if (spec.windows) return buildWindows(spec, spec.windows);
  const guest = createGuest();
  installPrograms(guest, spec);
  each(spec.kernels, (kernel, one) => {
    putKernel(guest, kernel, one);
  });
  each(spec.cards, (address, card) => {
    putCard(guest, address, card);
  });
  if (spec.running !== undefined) guest.files.write('/proc/sys/kernel/osrelease', `${spec.running}\n`);
  if (spec.loaded !== undefined) load(guest, spec.loaded);
  installPackages(guest, spec);
  each(spec.toolkits, (folder, version) => {
    putToolkit(guest, folder, version);
  });
  each(spec.files, (path, entry) => {
    putFile(guest.files, path, entry);
  });
  each(spec.tokens, (name, token) => {
    putToken(guest, name, token);
  });
  for (const file of spec.media ?? []) putMedia(guest, file);
  return guest;
}

const isDenied = (spec: MachineSpec, path: string): boolean =>
  (spec.denied ?? []).some((one) => path === one || path.startsWith(`${one}/`) || path.startsWith(`${one}\\`));

export function guestOf(spec: MachineSpec): Observer {
  const guest = build(spec);
  const { reach: answers, ...base } = observerOf(guest, 'made up');
  const check = <T>(path: string, look: () => Promise<T>): Promise<T> =>
    isDenied(spec, path) ? Promise.reject(new Unobservable({ kind: 'permission-denied', target: path })) : look();
  return {
    ...base,
    origin: { kind: 'live', ...(spec.mounted && { mounted: true }) },
    now: () => new Date(spec.now ?? NOW),
    run: async (command): Promise<Output> => {
      const [program] = command;
      const told = spec.commands?.[command.join(' ')] ?? spec.commands?.[program];
      const said =
        typeof told === 'string'
          ? { stdout: told }
          : (told ?? (await guest.programs.get(nameOf(program))?.(command, guest)));
      if (said === undefined) throw new Unobservable({ kind: 'tool-missing', tool: program });
      return { stdout: '', stderr: '', exitCode: 0, ...said };
    },
    read: (path) => check(path, () => base.read(path)),
    readBytes: (path, range) => check(path, () => base.readBytes(path, range)),
    list: (folder) => check(folder, () => base.list(folder)),
    status: (path) => check(path, () => base.status(path)),
    ...(answers && spec.doors && {
      reach: async (door) =>
        reachedAt(door, spec.doors?.[`${door.host}:${String(door.port)}`] ?? {}, new Date(spec.now ?? NOW)),
    }),
  };
}

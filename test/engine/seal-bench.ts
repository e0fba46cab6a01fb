/** A licensed guest with all that a guest gathers in its life, and clones of it, in memory. */
import type { Bench } from '../../src/engine/bench.ts';
import { NEAR_FACTS } from '../../src/engine/near-facts.ts';
import { survey } from '../../src/engine/survey.ts';
import { MIG_UNIT, MIG_WANTED } from '../../src/domain/places.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { seal, type SealResult } from '../../src/engine/seal/seal.ts';
import { whyNotReady } from '../../src/engine/seal/readiness.ts';
import { memoryRunLock } from '../../src/journal/run-lock.ts';
import { memoryRunStore } from '../../src/journal/run-store.ts';
import type { Executor } from '../../src/domain/machine.ts';
import { healthyLicensed } from '../../src/simulated/stories/healthy-licensed.ts';
import { succeeded, type Guest } from '../../src/simulated/guest.ts';
import { tokenText } from '../../src/simulated/media.ts';
import { executorOf, observerOf, rebootGuest } from '../../src/simulated/ports.ts';
import { startSimulation } from '../../src/simulated/start.ts';

export const SECRET = 'SECRET-OF-THIS-MACHINE';
export const TOKENS = '/etc/nvidia/ClientConfigToken';

/** Of one machine alone; none of it may be in a clone. */
const OF_THIS_MACHINE = [
  '/etc/machine-id',
  '/var/lib/dbus/machine-id',
  '/var/lib/systemd/random-seed',
  '/etc/ssh/ssh_host_ed25519_key',
  '/etc/ssh/ssh_host_ed25519_key.pub',
  '/var/lib/nvidia/GridLicensing/clientInfo',
  '/var/lib/nvidia/GridLicensing/store/trusted',
  '/var/lib/cloud/instances/i-1/user-data.txt',
  '/var/lib/dhcp/dhclient.ens3.leases',
  '/var/lib/NetworkManager/secret_key',
  '/var/log/syslog',
  '/var/log/journal/0123456789abcdef0123456789abcdef/system.journal',
  '/var/log/nvidia-installer.log',
  '/root/gpu-guest-capture-20261122-090000.zip',
  '/home/user/nvidia-bug-report.log.gz',
  '/var/lib/gpu-guest/runs/20261122-090000/journal.ndjson',
  '/var/lib/gpu-guest/backups/0123',
  '/var/lib/gpu-guest/mok/one-time-password',
  '/var/lib/gpu-guest/media/driver.deb',
  '/var/cache/gpu-guest/media-hashes.json',
  '/var/cache/apt/archives/gcc_12_amd64.deb',
  '/tmp/client_configuration_token.tok',
  '/etc/systemd/system/gpu-guest-mig.service',
  '/usr/local/lib/gpu-guest/mig-devices.sh',
  '/var/lib/gpu-guest/containers.json',
  '/var/lib/gpu-guest/clone.json',
  '/var/lib/gpu-guest/bundle-sources.list',
  '/var/lib/gpu-guest/bundle-repos.d/gpu-guest-bundle.repo',
  '/var/lib/apt/gpu-guest-bundle/_mnt_packages_Packages',
  '/var/cache/gpu-guest-bundle/repodata/primary.xml.gz',
  '/var/lib/prometheus/node-exporter/gpu-guest.prom',
];

export const STAYS = ['/etc/nvidia/gridd.conf', '/root/.bashrc', '/tmp/something', '/var/log/README', '/etc/ssh/sshd_config', '/var/lib/gpu-guest/mok/signing-key.der', '/etc/systemd/system/gpu-guest-persistence.service', '/var/lib/prometheus/node-exporter/apt.prom'];

export function livedIn(): Guest {
  const { guest } = startSimulation(healthyLicensed);
  for (const path of OF_THIS_MACHINE) guest.files.write(path, `${SECRET}\n`);
  for (const path of STAYS) if (guest.files.at(path) === undefined) guest.files.write(path, 'stays\n');
  guest.files.link(MIG_WANTED, MIG_UNIT);
  guest.files.link('/var/lib/cloud/instance', '/var/lib/cloud/instances/i-1');
  guest.files.write('/usr/bin/cloud-init', '', 0o755);
  guest.files.write('/root/gpu-guest.js', '#!/usr/bin/env node\n');
  return guest;
}

export function benchOf(guest: Guest, executor: Executor = executorOf(guest)): Bench {
  const machine = observerOf(guest, 'sealed');
  const now = () => machine.now();
  return {
    machine,
    executor,
    store: memoryRunStore(now),
    lock: memoryRunLock(now),
    pause: () => Promise.resolve(),
    onEvent: () => undefined,
    self: { node: '/usr/bin/node', program: '/root/gpu-guest.js', stateFolder: '/var/lib/gpu-guest' },
    version: '1.2.3',
  };
}

/** Sealed, or the test ends here. */
export async function sealed(guest: Guest, keepToken = false): Promise<SealResult> {
  const result = await seal(benchOf(guest), { keepToken, expect: null });
  if (result.outcome !== 'done') throw new Error(JSON.stringify(result.message));
  return result;
}

export async function refusals(bench: Bench, keepToken = false, profile = defaultProfile): Promise<readonly string[]> {
  const seen = await survey(bench.machine, profile, { keys: NEAR_FACTS });
  return (await whyNotReady(bench.machine, bench.store, seen, keepToken)).map((message) => JSON.stringify(message));
}

/** The same disk in another machine. */
export function cloneOf(image: Guest): Guest {
  const { guest } = startSimulation(healthyLicensed);
  for (const path of guest.files.paths()) if (path !== '/') guest.files.removeTree(path);
  for (const path of image.files.paths()) {
    const entry = image.files.at(path);
    if (entry !== undefined && path !== '/') guest.files.put(path, entry);
  }
  return guest;
}

/** What systemd and cloud-init do where they find nothing. */
export function firstBoot({ files }: Guest, name: string): void {
  if ((files.text('/etc/machine-id') ?? '').trim() === '') files.write('/etc/machine-id', `${name}\n`);
  const key = '/etc/ssh/ssh_host_ed25519_key';
  if (files.at(key) === undefined) files.write(key, `host key of ${name}\n`);
}

/** A disk labelled GPU-GUEST with a token of this name on it; without one: an empty disk. */
export function attachDisk(guest: Guest, token: string | null): void {
  guest.files.write('/dev/disk/by-label/GPU-GUEST', '');
  guest.programs.set('mount', ([, , , , folder = ''], { files }) => {
    if (token !== null) files.write(`${folder}/${token}`, tokenText(guest));
    return succeeded();
  });
  guest.programs.set('umount', ([, folder = ''], { files }) => {
    for (const name of files.names(folder) ?? []) files.removeTree(`${folder}/${name}`);
    return succeeded();
  });
}

export const boot = rebootGuest;

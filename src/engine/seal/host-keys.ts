import type { Observer } from '../../domain/machine.ts';
import { isMounted } from '../../probes/setting.ts';

const CLOUD_INIT = ['/usr/bin/cloud-init', '/usr/local/bin/cloud-init'];
/** It has been at work on this guest: where no data source is found, it is installed and does nothing, and sshd would have no keys. */
const AT_WORK = ['/run/cloud-init/enabled', '/var/lib/cloud/instance'];
const NO_CLOUD_INIT = '/etc/cloud/cloud-init.disabled';
/** Units and scripts of Fedora's and SUSE's openssh, which make host keys that are missing at every start. Debian's makes them when it is installed, and never again. */
const BY_THE_DISTRIBUTION = [
  '/usr/lib/systemd/system/sshd-keygen@.service',
  '/usr/lib/systemd/system/sshd-keygen.service',
  '/usr/sbin/sshd-gen-keys-start',
];

const isAnyThere = async (machine: Observer, paths: readonly string[]): Promise<boolean> =>
  (await Promise.all(paths.map((path) => machine.status(path)))).some((status) => status !== undefined);

/** Whether the first start of a clone makes SSH host keys where there are none. */
export async function makesHostKeys(machine: Observer): Promise<boolean> {
  if (await isAnyThere(machine, BY_THE_DISTRIBUTION)) return true;
  if ((await machine.status(NO_CLOUD_INIT)) !== undefined) return false;
  const atWork = AT_WORK.filter((path) => !path.startsWith('/run/') || !isMounted(machine));
  return (await isAnyThere(machine, CLOUD_INIT)) && (await isAnyThere(machine, atWork));
}

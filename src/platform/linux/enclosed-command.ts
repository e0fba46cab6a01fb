/**
 * A command in a mounted guest, with what its package scripts need around it and nothing of this machine that would mislead them.
 * Each command has its own mount namespace: whatever ends it, no mount is left behind, and nobody else sees one.
 */
import { existsSync, realpathSync } from 'node:fs';
import type { Command } from '../../domain/machine.ts';
import { BROUGHT_FOLDER, namedInGuest, type MountedGuest } from './mounted-guest.ts';
import { pathInRoot } from './root.ts';

/**
 * sh, in the new namespace: $1 the guest, $2 its resolv.conf ('' where it has none), then what is brought, `--`, the command.
 * /sys stays empty, and what the kernel says of its modules and its command line is hidden: installers and dracut would take this
 * machine's devices for the guest's. Without its capabilities nothing loads a module here or reboots this machine. Exits 125
 * where it could not be prepared, as chroot does.
 */
const SCRIPT = `
root=$1 names=$2; shift 2
try() { "$@" || exit 125; }
try mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
for hidden in modules cmdline; do
  [ ! -e "$root/proc/$hidden" ] || try mount --bind /dev/null "$root/proc/$hidden"
done
[ ! -d "$root/proc/driver" ] || try mount -t tmpfs -o ro,nosuid,nodev,noexec none "$root/proc/driver"
try mount -t tmpfs -o ro,nosuid,nodev,noexec none "$root/sys"
try mount -t tmpfs -o nosuid,noexec,mode=0755 none "$root/dev"
for node in null zero full random urandom tty; do
  : > "$root/dev/$node"; try mount --bind "/dev/$node" "$root/dev/$node"
done
mkdir "$root/dev/pts"; mkdir -m 1777 "$root/dev/shm"
try mount -t devpts -o nosuid,noexec,newinstance,ptmxmode=0666,mode=0620 none "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"; ln -s /proc/self/fd "$root/dev/fd"
ln -s /proc/self/fd/0 "$root/dev/stdin"; ln -s /proc/self/fd/1 "$root/dev/stdout"; ln -s /proc/self/fd/2 "$root/dev/stderr"
try mount -t tmpfs -o nosuid,nodev,mode=0755 none "$root/run"
mkdir "$root/run/lock"
case $names in
  '') ;;
  "$root"/run/*) mkdir -p "\${names%/*}"; cat /etc/resolv.conf > "$names" ;;
  *) mount --bind /etc/resolv.conf "$names" ;;
esac
while [ "$1" != -- ]; do
  place=$root${BROUGHT_FOLDER}$1
  if [ -d "$1" ]; then mkdir -p "$place"; else mkdir -p "\${place%/*}"; : > "$place"; fi
  try mount --bind "$1" "$place"
  try mount -o remount,bind,ro "$place"
  shift
done
shift
SYSTEMD_OFFLINE=1; export SYSTEMD_OFFLINE
exec setpriv --bounding-set=-sys_module,-sys_boot,-sys_time -- chroot "$root" "$@"
`;

/** Where the guest's resolv.conf is, on this machine: a link into /run leads into the /run that the command gets. */
function resolvConf({ folder }: MountedGuest): string {
  const path = pathInRoot(folder, '/etc/resolv.conf', true);
  return existsSync('/etc/resolv.conf') && (path.startsWith(`${folder}/run/`) || existsSync(path)) ? path : '';
}

/** What is run here so that the command runs in the guest. */
export function enclosedCommand(guest: MountedGuest, command: Command): Command {
  const brought = guest.brought.map(({ here }) => here).filter((path) => existsSync(path));
  return [
    ...['unshare', '--mount', '--propagation', 'private', '--'],
    ...['sh', '-c', SCRIPT, 'gpu-guest', realpathSync(guest.folder), resolvConf(guest), ...new Set(brought), '--'],
    ...namedInGuest(guest, command),
  ] as unknown as Command;
}

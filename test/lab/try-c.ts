import { makeDisk, onDisk } from './harness/disk.ts';
import { CARDS } from './harness/card.ts';
import { inContainer } from './harness/container.ts';
const t0 = Date.now(); const at = (s: string) => console.log(((Date.now() - t0) / 1000).toFixed(1), s);
const disk = await makeDisk('tryc', 'cloud', CARDS['p40-8q']);
at('disk');
await onDisk(disk, root => inContainer(root, { card: CARDS['p40-8q'] }, async c => {
  at('up');
  at((await c.run('uname -a; lspci -nnk; systemctl --failed; node -e "console.log(os.release())"; mkdir -p /run/x/nvidia; mount --bind /run/x /proc/driver && ls /proc/driver; mount --bind /run/x /sys/module; ls /sys/module; logger -t hi there; journalctl -n 3; cat /proc/mounts | head -30; id', {anyStatus: true})).stdout);
  at((await c.run('apt-get update 2>&1 | tail -1; systemd-detect-virt', { anyStatus: true })).stdout);
}));
at('off');

import { realDriverDisk } from './harness/real-driver.ts';
import { boot } from './harness/virtual-machine.ts';
const t0 = Date.now(); const at = (s: string) => console.log(((Date.now() - t0) / 1000).toFixed(1), s);
const disk = await realDriverDisk('tryr'); at('disk');
const vm = await boot(disk); at('up');
at((await vm.run('lspci -nnk -s 02:; cat /proc/driver/nvidia/version; cat /proc/driver/nvidia/gpus/*/information; nvidia-smi; lsmod | grep -E "nvidia|nouveau"; dmesg | grep -iE "nvidia|nvrm|nouveau"; cat /proc/cmdline', {anyStatus: true})).stdout);
at((await vm.run('modprobe -r nvidia_drm nvidia_modeset; lsmod | grep nvidia;  rmmod fakegpu; echo $?; modprobe fakegpu config=/lib/fakegpu/config.bin; cat /proc/driver/nvidia/gpus/*/information; lspci -nnk -s 02:; dmesg | tail', {anyStatus: true, limitMs: 60000})).stdout);
await vm.powerCut();

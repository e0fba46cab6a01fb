// Ways in which NVIDIA's real driver refuses a card, or is itself refused: what is done to the guest for it, what a person who
// is stuck would paste into a ticket, and the finding that has to stand first.
import { CARDS, configSpace, REGISTERS, WINDOW, type Card } from './card.ts';

export type Failure = {
  name: string;
  /** A script for the guest, after which it is as the name says. */
  made: string;
  /** What somebody types and pastes, with what it prints. */
  typed: readonly string[];
  cause: string;
  /** The errors that may be found besides: what follows from the cause, or is true as well. */
  follows?: readonly string[];
};

/** A data-centre card with a Blackwell chip, which the 535 driver does not know. */
const BLACKWELL: Card = { name: 'RTX PRO 6000 Blackwell', device: 0x2bb1, subsystem: 0x204e, class: 0x0302, boot0: 0x1b2000a1 };
/** A card that the 470 branch was the last to drive. */
const KEPLER: Card = { name: 'Tesla K80', device: 0x102d, subsystem: 0x106c, class: 0x0302, boot0: 0x0f2000a1 };

function withoutInterrupt(card: Card): Buffer {
  const space = configSpace(card);
  space.writeUInt16LE(0, 0x3c); // neither a line nor a pin
  return space;
}

type Slot = { window?: number; irq?: number; space?: Buffer };

/** Another card in the slot, and a kernel log that begins with it, as a new boot's would. */
const plugIn = (card: Card, { window = WINDOW, irq = 10, space = configSpace(card) }: Slot = {}) => `
  echo ${space.toString('base64')} | base64 -d > /run/card.bin
  rmmod fakegpu 2>/dev/null; dmesg -C; journalctl -q --rotate; journalctl -q --vacuum-time=1us
  modprobe fakegpu config=/run/card.bin bar0=${REGISTERS} boot0=${card.boot0} irq=${irq} window=${window}
  udevadm settle; sleep 2`;

const UNLOAD = 'rmmod nvidia_uvm nvidia_drm nvidia_modeset nvidia 2>/dev/null';
/** Debian calls it nvidia-current; the alias nvidia is another package's. */
const LOAD = 'modprobe nvidia-current';
const LOG = 'dmesg | grep -i -e nvrm -e nvidia';
const SMI = 'nvidia-smi';
const BUS = 'lspci -nnk -s 02:01.0';

const LIBRARIES = '/usr/lib/x86_64-linux-gnu/nvidia/current';

/** All in one boot of the disk with the real driver; the last cannot be taken back before the next. */
export const DRIVER_FAILURES: readonly Failure[] = [
  {
    name: 'the card does not start', cause: 'gpu.init-failed',
    made: `${plugIn(CARDS.p40)}; nvidia-smi; true`, typed: [SMI, LOG, BUS],
  },
  {
    name: 'no room for the card\'s memory', cause: 'pci.bar-unassigned', follows: ['gpu.init-failed'],
    made: `${plugIn(CARDS.p40, { window: 0 })}; nvidia-smi; true`, typed: ['dmesg | grep -i -e nvrm -e BAR', SMI, BUS],
  },
  {
    name: 'no interrupt', cause: 'gpu.init-failed', follows: ['driver.not-loaded'],
    made: UNLOAD + plugIn(CARDS.p40, { irq: 0, space: withoutInterrupt(CARDS.p40) }), typed: [LOG, SMI, BUS],
  },
  {
    name: 'a card newer than the driver', cause: 'driver.branch-too-old-for-gpu', follows: ['driver.open-module-required', 'driver.not-loaded'],
    made: UNLOAD + plugIn(BLACKWELL), typed: [LOG, SMI, BUS],
  },
  {
    name: 'a card that the driver no longer drives', cause: 'driver.gpu-dropped-from-branch', follows: ['driver.not-loaded'],
    made: UNLOAD + plugIn(KEPLER), typed: [LOG, SMI, BUS],
  },
  {
    // The library tells the module its version, which stands in it as text; the module is NVIDIA's and so is its answer.
    name: 'kernel and user space of two versions', cause: 'driver.userspace-kernel-mismatch',
    made: `${plugIn(CARDS.p40)}
      ${LOAD}; cd ${LIBRARIES}; was=$(ls | sed -n 's/^libnvidia-ml.so.\\([0-9]*[.].*\\)/\\1/p'); is=\${was%??}99
      sed "s/$was/$is/g" libnvidia-ml.so.$was > libnvidia-ml.so.$is; mv libnvidia-ml.so.$was /root/
      ln -sf libnvidia-ml.so.$is libnvidia-ml.so.1; ldconfig; nvidia-smi; true`,
    typed: [SMI, LOG, 'cat /proc/driver/nvidia/version'],
  },
  {
    // nouveau finds no video BIOS and lets go; then NVIDIA's driver takes the card. nouveau is loaded, and not to blame.
    name: 'nouveau has tried the card before', cause: 'gpu.init-failed',
    made: `cd ${LIBRARIES}; rm libnvidia-ml.so.*99; mv /root/libnvidia-ml.so.* .; ln -sf $(ls libnvidia-ml.so.*.*) libnvidia-ml.so.1; ldconfig
      ${UNLOAD}; rm /etc/modprobe.d/no-nouveau.conf; modprobe nouveau; ${plugIn(CARDS.p40)}; nvidia-smi; true`,
    typed: ['dmesg | grep -i -e nouveau -e nvrm', SMI, BUS],
  },
  {
    name: 'a kernel that insists on signatures', cause: 'driver.module-signature-rejected', follows: ['driver.not-loaded'],
    // udevd looks for a changed modprobe.d every three seconds at most: without a reload it may load nouveau again.
    made: `echo 'blacklist nouveau' > /etc/modprobe.d/no-nouveau.conf
      printf 'blacklist nvidia-current%s\\n' '' -drm > /etc/modprobe.d/no-nvidia.conf # until it is asked for by name
      udevadm control --reload; udevadm settle; rmmod nouveau
      ${UNLOAD}; ${plugIn(CARDS.p40)}; ${UNLOAD}; dmesg -C
      echo 1 > /sys/module/module/parameters/sig_enforce; ${LOAD} 2>/dev/null; true`,
    typed: [LOAD, 'dmesg | tail -n 5', SMI],
  },
];

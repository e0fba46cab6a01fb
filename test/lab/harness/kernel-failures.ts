// What becomes of the driver when the kernel changes under it: Debian's apt, dpkg and DKMS, on the disk with NVIDIA's real driver.
import type { Failure } from './driver-failures.ts';

const MAKE_LOG = '/var/lib/dkms/nvidia-current/*/build/make.log';
const LISTS = '/var/lib/apt/lists';
const GCC = '/usr/bin/x86_64-linux-gnu-gcc-12';

/** Prints what apt and DKMS say; the kernel boots next. */
export const NEW_KERNEL = `
  rm -f /etc/modprobe.d/no-nvidia.conf; export DEBIAN_FRONTEND=noninteractive; apt-get update -q > /dev/null
  apt-get install -y --no-install-recommends linux-image-cloud-amd64 2>&1
  cd /lib/modules; ls -d *-cloud-amd64 > /etc/guest-kernel`;

/** A package whose installation ends like a session whose window was closed: its script ends dpkg. */
const CUT_OFF = `
  mkdir -p /root/cut-off/DEBIAN; cd /root/cut-off
  printf 'Package: cut-off\\nVersion: 1\\nArchitecture: all\\nMaintainer: The lab <lab@example.test>\\nDescription: ends dpkg\\n' > DEBIAN/control
  printf '#!/bin/sh\\nkill -9 $PPID\\n' > DEBIAN/postinst; chmod 755 DEBIAN/postinst
  cd /root; dpkg-deb --root-owner-group -b cut-off > /dev/null; dpkg -i cut-off.deb`;

/** In a container that takes the new kernel for its own; each goes on from where the one before it ended. */
export const KERNEL_FAILURES: readonly Failure[] = [
  {
    name: 'a kernel without the module', cause: 'driver.module-missing-for-kernel', follows: ['driver.not-loaded'],
    made: 'true', typed: ['uname -r', 'nvidia-smi', 'modprobe nvidia', 'dkms status'],
  },
  {
    name: 'headers that no repository has', cause: 'kernel.headers-unavailable', follows: ['driver.module-missing-for-kernel', 'driver.not-loaded'],
    made: `mkdir /root/lists; mv $(grep -l "^Package: linux-headers-$(uname -r)$" ${LISTS}/*_Packages) /root/lists/; rm -f /var/cache/apt/*.bin`,
    typed: ['apt-get install -y linux-headers-$(uname -r)', 'dkms autoinstall', 'modprobe nvidia'],
  },
  {
    name: 'a build without its compiler', cause: 'driver.dkms-compiler-mismatch',
    follows: ['driver.dkms-failed', 'driver.module-missing-for-kernel', 'driver.not-loaded', 'packages.broken'],
    made: `mv /root/lists/* ${LISTS}/; rm -f /var/cache/apt/*.bin; mv ${GCC} ${GCC}.away
      DEBIAN_FRONTEND=noninteractive apt-get install -y linux-headers-$(uname -r)`,
    typed: ['dpkg --configure -a', `tail -n 40 ${MAKE_LOG}`, 'nvidia-smi'],
  },
  {
    name: 'a dpkg that was cut off', cause: 'packages.broken', follows: ['driver.module-missing-for-kernel', 'driver.not-loaded'],
    made: `dpkg --purge --force-all linux-headers-$(uname -r); rm -rf ${MAKE_LOG}; mv ${GCC}.away ${GCC}; ${CUT_OFF}`,
    typed: ['apt-get install -y dkms', 'modprobe nvidia'],
  },
];

// Programs of the packages, as far as a driver's installation needs them.

/** Copies, in place of compiling, the module that lies ready for the kernel whose headers it is told; and only where there is a compiler. */
export const MAKE = `#!/bin/sh
kernel= sources=
while [ $# -gt 0 ]; do
  case $1 in
    -C) shift; build=$1 ;;
    M=*) sources=\${1#M=} ;;
    clean) exit 0 ;;
  esac
  shift
done
[ -n "$build" ] || exit 0
command -v gcc > /dev/null || { echo 'make: gcc: No such file or directory' >&2; exit 2; }
kernel=$(cat "$build/include/config/kernel.release") || exit 2
[ -d "$sources/ready/$kernel" ] || { echo "make: *** no rule to make a module for $kernel. Stop." >&2; exit 2; }
cp "$sources/ready/$kernel"/*.ko "$sources/"
`;

export const GCC = `#!/bin/sh
echo 'gcc (GCC) 11.4.1 20231218 (Red Hat 11.4.1-3)'
`;

/** What an initramfs holds of /etc is what stands there when it is made. */
export const DRACUT = `#!/bin/sh
[ "$*" = '--force --regenerate-all' ] || { echo "dracut: the stand-in knows no $*" >&2; exit 1; }
for kernel in $(ls /lib/modules); do
  { ls -l --time-style=+ /lib/modules/$kernel/kernel; cat /etc/modprobe.d/*; } > /boot/initramfs-$kernel.img 2> /dev/null
done
exit 0
`;

const loop = (what: string) => `for build in /lib/modules/*/build/Makefile; do
  [ -e "$build" ] || continue
  kernel=$(basename "$(dirname "$(dirname "$build")")")
  ${what}
done`;

/** As NVIDIA's package does it: DKMS for every kernel with headers, then the service. */
export const gridScripts = (version: string) => ({
  post: `dkms status nvidia/${version} | grep -q . || dkms add -m nvidia -v ${version}
${loop(`dkms install -m nvidia -v ${version} -k "$kernel" || exit 1`)}
/sbin/ldconfig
systemctl enable nvidia-gridd.service
systemctl daemon-reload
systemctl start nvidia-gridd.service || true`,
  preun: `[ "$1" = 0 ] || exit 0
systemctl stop nvidia-gridd.service || true
systemctl disable nvidia-gridd.service
dkms remove -m nvidia -v ${version} --all || true`,
  postun: '/sbin/ldconfig\nsystemctl daemon-reload',
});

export const dkmsConfiguration = (version: string) => [
  'PACKAGE_NAME="nvidia"', `PACKAGE_VERSION="${version}"`, 'AUTOINSTALL="yes"',
  'MAKE="make -C ${kernel_source_dir} M=${dkms_tree}/nvidia/${PACKAGE_VERSION}/build modules"', 'CLEAN="true"',
  ...['nvidia', 'nvidia-uvm'].map((module, at) => `BUILT_MODULE_NAME[${at}]="${module}"\nDEST_MODULE_LOCATION[${at}]="/kernel/drivers/video"`), '',
].join('\n');

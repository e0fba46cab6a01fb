// An image of Rocky Linux that is only mounted: Debian's real dracut makes its initramfs, of real modules of Debian's kernel under the name of
// Rocky's, and it boots a newer kernel than the one whose headers anybody has.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildRpm, fileOf, type Rpm } from '../rpm/build.ts';
import { gridRpm } from '../rpm/grid-rpm.ts';
import { prepared } from '../rpm/guest.ts';
import { cached, contents, fresh, workFile } from './cache.ts';
import { DRIVER, guest as debianGuest, kernelOf, modules } from './root.ts';
import { sh, shell } from './shell.ts';

/** Boots next; repositories offer its headers. */
export const NEXT = '5.14.0-427.16.1.el9_4.x86_64';
/** The other one that is installed. */
export const OLDER = '5.14.0-427.13.1.el9_4.x86_64';
export const initramfsOf = (kernel: string) => `/boot/initramfs-${kernel}.img`;

/** What a guest's disk needs at boot, and what must not take its card. */
const MODULES = ['virtio_blk', 'virtio_pci', 'virtio_scsi', 'nvme', 'ahci', 'sd_mod', 'ext4', 'xfs', 'nouveau'];

/** As Debian's packages hold them: only unpacked, as the guest has no dpkg. */
const dracut = () => cached('dracut', fresh('1'), async dir => {
  await shell(['mmdebstrap', '--quiet', '--variant=extract', '--include=cpio',
    '--extract-hook=cd "$1"; APT_CONFIG="$MMDEBSTRAP_APT_CONFIG" apt-get download -q dracut-core cpio kpartx; mkdir debs; mv *.deb debs', 'bookworm', join(dir, 'root')], { limitMs: 300_000 });
  await sh(`mv ${dir}/root/debs ${dir}/debs; rm -rf ${dir}/root`);
});

/** dracut's parts that this one has as well: whether its images are for one machine is the distribution's choice, plymouth asks for `drm`. */
const RED_HATS = 'hostonly="yes"\nadd_dracutmodules+=" drm "\n';

async function putDracut(root: string) {
  await sh(`for deb in ${await dracut()}/debs/*.deb; do dpkg-deb --fsys-tarfile $deb | tar -x --keep-directory-symlink -C ${root}; done
    sed -i 's#/boot/initrd.img-\${kernel}#/boot/initramfs-\${kernel}.img#' ${root}/usr/bin/dracut # where Red Hat's puts it
    mkdir -p ${root}/usr/lib/dracut/dracut.conf.d
    ln -sf /bin/kmod ${root}/usr/sbin/modprobe; rm -r ${root}/usr/local/lib/lab`);
  writeFileSync(join(root, 'usr/lib/dracut/dracut.conf.d/01-dist.conf'), RED_HATS);
}

/** Of Debian's full kernel: the modules by the path below `kernel`, with all that they need. */
async function moduleFiles(): Promise<Record<string, Buffer>> {
  const root = join(await debianGuest('full'), 'root');
  const kernel = kernelOf(root);
  const { stdout } = await shell(['chroot', root, 'modprobe', '-S', kernel, '--show-depends', '-a', ...MODULES]);
  const paths = [...new Set([...stdout.matchAll(/^insmod (\S+)/gm)].map(([, path = '']) => path))];
  const folder = `/lib/modules/${kernel}/`;
  return Object.fromEntries(paths.map(path => [path.slice(folder.length), readFileSync(join(root, path))]));
}

const entry = `title Rocky Linux (${NEXT}) 9.4 (Blue Onyx)\nversion ${NEXT}\nlinux /vmlinuz-${NEXT}\ninitrd /initramfs-${NEXT}.img\n`;

async function nextKernel(): Promise<Rpm> {
  const [, version = '', release = ''] = /^([^-]+)-(.*)\.x86_64$/.exec(NEXT) ?? [];
  const files = await moduleFiles();
  const folder = `/lib/modules/${NEXT}`;
  return {
    name: 'kernel-core', version, release, provides: [`kernel-core-uname-r = ${NEXT}`, 'installonlypkg(kernel)'],
    files: {
      ...Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content])),
      [`${folder}/modules.order`]: Object.keys(files).map(path => `${path}\n`).join(''),
      [`${folder}/modules.builtin`]: '',
      [`${folder}/build`]: { link: `/usr/src/kernels/${NEXT}` },
      [`/boot/vmlinuz-${NEXT}`]: 'stand-in\n',
      [`/boot/loader/entries/lab-${NEXT}.conf`]: entry,
    },
  };
}

/** A root as its distribution leaves it, with the grid package beside it in `media`. */
const imageRoot = async () => {
  const from = await prepared('rocky');
  const parts = [await dracut(), from, contents(import.meta.filename)];
  return cached('rpm-image', fresh(...parts), async dir => {
    const root = join(dir, 'root');
    await sh(`cp -a --reflink=auto ${from}/root ${root}`, { limitMs: 120_000 });
    await putDracut(root);
    const kernel = await nextKernel();
    await buildRpm(join(root, 'srv'), kernel);
    const [grubCfg, environment] = [`set default="\${saved_entry}"\ninsmod blscfg\nblscfg\n`, `# GRUB Environment Block\nsaved_entry=lab-${NEXT}\n`];
    await sh(`mkdir ${root}/boot/grub2`);
    writeFileSync(join(root, 'boot/grub2/grub.cfg'), grubCfg);
    writeFileSync(join(root, 'boot/grub2/grubenv'), environment);
    await sh(`chroot ${root} rpm -i --nodeps --force-debian --noscripts --oldpackage /srv/${fileOf(kernel)}; rm ${root}/srv/${fileOf(kernel)}
      chroot ${root} depmod ${NEXT}`);
    await dracutIn(root);
    const libraries = await modules(kernelOf(join(await debianGuest('cloud'), 'root')), DRIVER);
    await buildRpm(join(dir, 'media'), await gridRpm(NEXT, libraries));
  });
};

/**
 * As its distribution calls it, or with more, with the mounts that a command of an image gets: no devices. (Without any mounts dracut
 * would turn its host-only mode off by itself.)
 */
export const dracutIn = (root: string, ...more: readonly string[]) => shell(['unshare', '--mount', '--pid', '--fork', 'sh', '-euc',
  'mount -t proc proc "$1/proc"; for at in sys run dev; do mount -t tmpfs tmpfs "$1/$at"; done; mknod -m 666 "$1/dev/null" c 1 3; root=$1; shift; exec chroot "$root" dracut --force --regenerate-all --quiet "$@"', 'sh', root, ...more], { limitMs: 240_000 });

/** The paths in an initramfs, as dracut's own lsinitrd lists them. */
export async function initramfsIn(root: string, kernel: string): Promise<{ readonly arguments: string; readonly files: readonly string[] }> {
  const { stdout } = await shell(['chroot', root, 'lsinitrd', initramfsOf(kernel)]);
  const [, called = ''] = /^Arguments: (.*)$/m.exec(stdout) ?? [];
  return { arguments: called, files: [...stdout.matchAll(/^[-dlrwxst]{10}\s.*?\s(\S+)(?: -> \S+)?$/gm)].map(([, path = '']) => path) };
}

/** The image with a profile for it; both are gone afterwards. */
export async function withRpmImage(use: (root: string, profile: string) => Promise<void>) {
  const from = await imageRoot();
  const [root, profile] = [workFile('rpm-image'), workFile('rpm-image.yml')];
  await sh(`rm -rf ${root}; cp -a --reflink=auto ${from}/root ${root}`, { limitMs: 120_000 });
  writeFileSync(profile, `goal: workstation\nmedia: ${from}/media\ndriver:\n  kind: grid\nlicense:\n  token: none\ncuda:\n  toolkit: none\n`);
  try {
    await use(root, profile);
  } finally {
    rmSync(root, { recursive: true, force: true });
    rmSync(profile, { force: true });
  }
}

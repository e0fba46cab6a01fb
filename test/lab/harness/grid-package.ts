// The stand-in for NVIDIA's GRID package: a Debian package of the same name, version and files, whose module loads and
// binds, and whose programs behave like the originals as far as a licence goes.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, contents, fresh } from './cache.ts';
import { DRIVER, guest, kernelOf, modules, type Kind } from './root.ts';
import { shell } from './shell.ts';
import { labKey } from './token.ts';

const HERE = join(import.meta.dirname, '..');
const PARTS = join(HERE, 'stand-in/grid');
const LIB = 'usr/lib/x86_64-linux-gnu';

/** prebuilt: the module lies in the package, for the lab's kernels. dkms: it is compiled in the guest, as NVIDIA's is. */
export type Build = 'prebuilt' | 'dkms';

export async function gridPackage(kinds: readonly Kind[], build: Build = 'prebuilt', version = DRIVER): Promise<string> {
  const kernels = await Promise.all(kinds.map(async kind => kernelOf(join(await guest(kind), 'root'))));
  const name = `nvidia-linux-grid-${version.split('.')[0]!}`;
  const { publicPem } = await labKey();
  const dir = await cached(`grid-${version}-${build}-${kinds.join('-')}`,
    fresh(contents(PARTS), contents(join(HERE, 'kernel')), publicPem, contents(import.meta.filename), ...kernels), async target => {
      const tree = join(target, 'tree');
      const built = await modules(kernels[0]!, version);
      installPrograms(tree, version, publicPem);
      for (const file of readdirSync(built).filter(f => f.startsWith('lib'))) install(tree, `${LIB}/${file}`, readFileSync(join(built, file)));
      if (build === 'dkms') installSource(tree, version);
      else for (const kernel of kernels) await installModules(tree, kernel, version);
      control(tree, name, version, build);
      await shell(['dpkg-deb', '--root-owner-group', '-Zgzip', '-b', tree, join(target, `${name}_${version}_amd64.deb`)]);
    });
  return join(dir, `${name}_${version}_amd64.deb`);
}

function install(tree: string, path: string, content: string | Buffer, mode = 0o644) {
  mkdirSync(join(tree, path, '..'), { recursive: true });
  writeFileSync(join(tree, path), content);
  chmodSync(join(tree, path), mode);
}

function installPrograms(tree: string, version: string, publicPem: string) {
  install(tree, 'usr/bin/nvidia-gridd', readFileSync(join(PARTS, 'nvidia-gridd')), 0o755);
  install(tree, 'usr/bin/nvidia-smi', readFileSync(join(PARTS, 'nvidia-smi'), 'utf8').replaceAll('@VERSION@', version), 0o755);
  install(tree, 'etc/nvidia/gridd.conf.template', readFileSync(join(PARTS, 'gridd.conf.template')));
  install(tree, 'lib/systemd/system/nvidia-gridd.service', readFileSync(join(PARTS, 'nvidia-gridd.service')));
  install(tree, 'usr/share/nvidia/lab-token-key.pem', publicPem);
  mkdirSync(join(tree, 'etc/nvidia/ClientConfigToken'), { recursive: true });
}

async function installModules(tree: string, kernel: string, version: string) {
  const built = await modules(kernel, version);
  const target = join(tree, 'lib/modules', kernel, 'updates/dkms');
  mkdirSync(target, { recursive: true });
  for (const file of readdirSync(built).filter(f => /^nvidia.*\.ko$/.test(f))) copyFileSync(join(built, file), join(target, file));
}

function installSource(tree: string, version: string) {
  const source = `usr/src/nvidia-${version}`;
  for (const file of ['nvidia-stand-in.c', 'nvidia-companion.c']) install(tree, `${source}/${file}`, readFileSync(join(HERE, 'kernel', file)));
  install(tree, `${source}/Makefile`, readFileSync(join(HERE, 'kernel/Makefile'), 'utf8').replace('fakegpu.o ', '').replace(/^NV_VERSION.*$/m, `NV_VERSION := ${version}`));
  const names = ['nvidia', 'nvidia-modeset', 'nvidia-drm', 'nvidia-uvm'];
  install(tree, `${source}/dkms.conf`, [
    'PACKAGE_NAME="nvidia"', `PACKAGE_VERSION="${version}"`, 'AUTOINSTALL="yes"',
    'MAKE="make -C ${kernel_source_dir} M=${dkms_tree}/nvidia/${PACKAGE_VERSION}/build NV_VERSION=${PACKAGE_VERSION} modules"', 'CLEAN="true"',
    ...names.map((module, at) => `BUILT_MODULE_NAME[${at}]="${module}"\nDEST_MODULE_LOCATION[${at}]="/updates/dkms"`), ''].join('\n'));
}

function control(tree: string, name: string, version: string, build: Build) {
  install(tree, 'DEBIAN/control', [
    `Package: ${name}`, `Version: ${version}`, 'Architecture: amd64', 'Section: non-free/x11', 'Priority: optional',
    'Maintainer: The lab <lab@example.test>',
    `Depends: kmod, openssl, systemd${build === 'dkms' ? ', build-essential, dkms' : ''}`,
    'Description: NVIDIA vGPU guest driver (stand-in)', ' A stand-in for tests: same name, version and behaviour, nothing of NVIDIA inside.', ''].join('\n'));
  install(tree, 'DEBIAN/conffiles', '/etc/nvidia/gridd.conf.template\n');
  install(tree, 'DEBIAN/triggers', 'activate-noawait ldconfig\n');
  const dkms = `-m nvidia -v ${version}`;
  install(tree, 'DEBIAN/postinst', `#!/bin/sh
set -e
[ "$1" = configure ] || exit 0
${build === 'dkms'
    ? `dkms status ${dkms} | grep -q . || dkms add ${dkms}
for build in /lib/modules/*/build; do
  kernel=$(basename "$(dirname "$build")")
  dkms status ${dkms} -k "$kernel" | grep -q installed || dkms install ${dkms} -k "$kernel"
done`
    : 'for dir in /lib/modules/*/updates/dkms; do depmod "$(basename "$(dirname "$(dirname "$dir")")")"; done'}
systemctl enable nvidia-gridd.service
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  systemctl start nvidia-gridd.service || true
fi
`, 0o755);
  install(tree, 'DEBIAN/prerm', `#!/bin/sh
set -e
[ "$1" = remove ] || exit 0
[ ! -d /run/systemd/system ] || systemctl stop nvidia-gridd.service || true
systemctl disable nvidia-gridd.service
${build === 'dkms' ? `dkms remove ${dkms} --all || true` : ''}
`, 0o755);
  install(tree, 'DEBIAN/postrm', `#!/bin/sh
set -e
for dir in /lib/modules/*/kernel; do depmod "$(basename "$(dirname "$dir")")"; done
[ "$1" != purge ] || rm -rf /var/lib/nvidia
[ ! -d /run/systemd/system ] || systemctl daemon-reload
`, 0o755);
}

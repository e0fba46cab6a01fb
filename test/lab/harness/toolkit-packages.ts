// The stand-in for the NVIDIA Container Toolkit: the four packages of that name, with programs that write what the originals write.
import { chmodSync, copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cached, contents, fresh } from './cache.ts';
import { shell } from './shell.ts';

const PARTS = join(import.meta.dirname, '../stand-in/containers');
export const TOOLKIT = '1.17.8';

type Package = { readonly name: string; readonly depends: string; readonly programs: readonly string[]; readonly postinst?: string };

const PACKAGES: readonly Package[] = [
  { name: 'libnvidia-container1', depends: 'libc6', programs: [] },
  { name: 'libnvidia-container-tools', depends: `libnvidia-container1 (>= ${TOOLKIT}-1)`, programs: ['nvidia-container-cli'] },
  {
    name: 'nvidia-container-toolkit-base', depends: 'libc6', programs: ['nvidia-ctk', 'nvidia-container-runtime'],
    // The original has nvidia-ctk write it; it is no conffile, and stays when the package goes.
    postinst: `mkdir -p /etc/nvidia-container-runtime\ncp /usr/share/nvidia-container-toolkit/config.toml /etc/nvidia-container-runtime/config.toml\n`,
  },
  {
    name: 'nvidia-container-toolkit', depends: `libnvidia-container-tools (>= ${TOOLKIT}-1), nvidia-container-toolkit-base (= ${TOOLKIT}-1)`,
    programs: ['nvidia-container-runtime-hook'],
  },
];

function write(path: string, content: string, mode = 0o644) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  chmodSync(path, mode);
}

async function build(target: string, { name, depends, programs, postinst }: Package) {
  const tree = join(target, 'tree', name);
  write(join(tree, 'DEBIAN/control'), [
    `Package: ${name}`, `Version: ${TOOLKIT}-1`, 'Architecture: amd64', 'Section: utils', 'Priority: optional', 'Maintainer: The lab <lab@example.test>',
    `Depends: ${depends}`, 'Description: NVIDIA Container Toolkit (stand-in)', ' A stand-in for tests: same name, version and behaviour, nothing of NVIDIA inside.', ''].join('\n'));
  // dpkg counts a package without files as gone.
  write(join(tree, 'usr/share/doc', name, 'copyright'), 'A stand-in: nothing of NVIDIA inside.\n');
  if (postinst !== undefined) {
    write(join(tree, 'DEBIAN/postinst'), `#!/bin/sh\nset -e\n[ "$1" = configure ] || exit 0\n${postinst}`, 0o755);
    mkdirSync(join(tree, 'usr/share/nvidia-container-toolkit'), { recursive: true });
    copyFileSync(join(PARTS, 'config.toml'), join(tree, 'usr/share/nvidia-container-toolkit/config.toml'));
  }
  mkdirSync(join(tree, 'usr/bin'), { recursive: true });
  for (const program of programs) {
    copyFileSync(join(PARTS, program), join(tree, 'usr/bin', program));
    chmodSync(join(tree, 'usr/bin', program), 0o755);
  }
  await shell(['dpkg-deb', '--root-owner-group', '-Zgzip', '-b', tree, join(target, `${name}_${TOOLKIT}-1_amd64.deb`)]);
}

/** The four files, to be put on the media. */
export async function toolkitPackages(): Promise<readonly string[]> {
  const dir = await cached('container-toolkit', fresh(contents(PARTS), contents(import.meta.filename)), async target => {
    for (const one of PACKAGES) await build(target, one);
  });
  return readdirSync(dir).filter(name => name.endsWith('.deb')).map(name => join(dir, name));
}

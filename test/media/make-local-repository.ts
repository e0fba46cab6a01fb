/** Local repository packages as NVIDIA makes them: packages below /var, and the note that registers them. Made by dpkg-deb and rpmbuild. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Upstream version and revision: `9.1.0.70-1`, `2.21.5-1+cuda12.4`. */
type Inner = readonly (readonly [name: string, version: string])[];

const scratch: string[] = [];
afterAll(() => {
  for (const folder of scratch) rmSync(folder, { recursive: true, force: true });
});
function folderOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  scratch.push(folder);
  return folder;
}

const control = (name: string, version: string): string =>
  `Package: ${name}\nVersion: ${version}\nArchitecture: amd64\nMaintainer: Nobody <nobody@example.org>\nDescription: stand-in\n`;

function buildDeb(tree: string, name: string, version: string, to: string): void {
  mkdirSync(`${tree}/DEBIAN`, { recursive: true });
  writeFileSync(`${tree}/DEBIAN/control`, control(name, version));
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '--build', tree, to], { stdio: 'pipe' });
}

/** `postinst`: what must never run. */
export function localRepositoryDeb(name: string, inner: Inner, postinst = 'exit 1'): Uint8Array {
  const folder = folderOf('local-deb-');
  const below = `${folder}/outer/var/${name}`;
  mkdirSync(below, { recursive: true });
  mkdirSync(`${folder}/outer/etc/apt/sources.list.d`, { recursive: true });
  mkdirSync(`${folder}/outer/DEBIAN`, { recursive: true });
  writeFileSync(`${folder}/outer/etc/apt/sources.list.d/${name}.list`, `deb file:///var/${name} /\n`);
  writeFileSync(`${folder}/outer/DEBIAN/postinst`, `#!/bin/sh\n${postinst}\n`, { mode: 0o755 });
  for (const [one, version] of inner) {
    const tree = `${folder}/${one}`;
    mkdirSync(`${tree}/usr/lib`, { recursive: true });
    writeFileSync(`${tree}/usr/lib/${one}.so`, `${one} ${version}\n`);
    buildDeb(tree, one, version, `${below}/${one}_${version}_amd64.deb`);
  }
  buildDeb(`${folder}/outer`, name, '1.0-1', `${folder}/made.deb`);
  return readFileSync(`${folder}/made.deb`);
}

function buildRpm(folder: string, spec: string): string {
  writeFileSync(`${folder}/made.spec`, spec);
  rmSync(`${folder}/RPMS`, { recursive: true, force: true });
  execFileSync('rpmbuild', ['-bb', '--quiet', '--target', 'x86_64-linux', `-D_topdir ${folder}`, 'made.spec'], { cwd: folder, stdio: 'pipe' });
  const [made = ''] = readdirSync(`${folder}/RPMS/x86_64`);
  return `${folder}/RPMS/x86_64/${made}`;
}

const head = (name: string, version: string, release: string): string =>
  `Name: ${name}\nVersion: ${version}\nRelease: ${release}\nSummary: stand-in\nLicense: none\n%description\nstand-in\n`;

export function localRepositoryRpm(name: string, inner: Inner, post = 'exit 1'): Uint8Array {
  const folder = folderOf('local-rpm-');
  mkdirSync(`${folder}/inner`);
  for (const [one, whole] of inner) {
    const [version = '', release = '1'] = whole.split('-');
    const made = buildRpm(folder, `${head(one, version, release)}%install\nmkdir -p %{buildroot}/usr/lib64\necho ${one} > %{buildroot}/usr/lib64/${one}.so\n%files\n/usr/lib64/${one}.so\n`);
    cpSync(made, `${folder}/inner/${made.slice(made.lastIndexOf('/') + 1)}`);
  }
  const below = `%{buildroot}/var/${name}`;
  const install = `mkdir -p ${below} %{buildroot}/etc/yum.repos.d\ncp ${folder}/inner/*.rpm ${below}/\necho x > %{buildroot}/etc/yum.repos.d/${name}.repo\n`;
  return readFileSync(buildRpm(folder, `${head(name, '1.0', '1')}%install\n${install}%post\n${post}\n%files\n/var/${name}\n/etc/yum.repos.d/${name}.repo\n`));
}

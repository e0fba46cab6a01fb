/** Media made by the tools that make the real ones. A missing tool skips the test and says so; in CI it must be there. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Files } from './media-folder.ts';

/** Whether tests that need these tools are to be skipped. */
export function lacks(...tools: readonly string[]): boolean {
  const missing = tools.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);
  if (missing.length === 0) return false;
  if (process.env['CI']) throw new Error(`not installed: ${missing.join(', ')}`);
  console.warn(`skipped, as not installed: ${missing.join(', ')}`);
  return true;
}

const scratch: string[] = [];
afterAll(() => {
  for (const folder of scratch) rmSync(folder, { recursive: true, force: true });
});

function tree(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'make-media-'));
  scratch.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content, { mode: 0o755 });
  }
  return folder;
}

const run = (folder: string, [program, ...args]: readonly [string, ...string[]]): void => {
  execFileSync(program, args, { cwd: folder, stdio: 'pipe' });
};

type Makeself = { readonly label: string; readonly script: string; readonly files: Files; readonly options?: string[] };

export function makeself({ label, script, files, options = [] }: Makeself): Uint8Array {
  const folder = tree(Object.fromEntries(Object.entries(files).map(([name, content]) => [`pkg/${name}`, content])));
  run(folder, ['makeself', '--nox11', '--quiet', ...options, 'pkg', 'made.run', label, script]);
  return readFileSync(join(folder, 'made.run'));
}

type Package = { readonly name: string; readonly version: string; readonly arch: string };

export function makeDeb({ name, version, arch }: Package, compression = 'xz'): Uint8Array {
  const control = `Package: ${name}\nVersion: ${version}\nArchitecture: ${arch}\nMaintainer: Nobody <nobody@example.org>\nDescription: stand-in\n`;
  const filler = Array.from({ length: 4000 }, (_, i) => `${(i * 7919) % 104_729}\n`).join('');
  const folder = tree({ 'pkg/DEBIAN/control': control, 'pkg/usr/bin/nvidia-gridd': filler });
  run(folder, ['dpkg-deb', '--root-owner-group', `-Z${compression}`, '--build', 'pkg', 'made.deb']);
  return readFileSync(join(folder, 'made.deb'));
}

export function makeRpm({ name, version, arch }: Package, requires = 'kmod'): Uint8Array {
  const spec = `Name: ${name}\nVersion: ${version}\nRelease: 1\nSummary: stand-in\nLicense: none\nRequires: ${requires}\n%description\nstand-in\n%install\nmkdir -p %{buildroot}/etc\nseq 1 3000 > %{buildroot}/etc/gridd.conf.template\n%files\n/etc/gridd.conf.template\n`;
  const folder = tree({ 'made.spec': spec });
  run(folder, ['rpmbuild', '-bb', '--quiet', '--target', `${arch}-linux`, `-D_topdir ${folder}`, 'made.spec']);
  return readFileSync(join(folder, `RPMS/${arch}/${name}-${version}-1.${arch}.rpm`));
}

/** In the order given; `options`: e.g. `-0` to store. */
export function makeZip(files: Files, ...options: readonly string[]): Uint8Array {
  const folder = tree(files);
  run(folder, ['zip', '-q', '-X', ...options, 'made.zip', ...Object.keys(files)]);
  return readFileSync(join(folder, 'made.zip'));
}

// Builds rpm packages and repositories of them, with Debian's rpmbuild and createrepo_c.
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shell, sh } from '../harness/shell.ts';

/** `{}`: an empty folder. */
type File = string | Buffer | { content?: string | Buffer; mode?: number; link?: string; config?: boolean };
const isFolder = (file: File) => typeof file === 'object' && Object.keys(file).length === 0;

export type Rpm = {
  name: string; version: string; release: string; arch?: 'x86_64' | 'noarch';
  requires?: readonly string[]; recommends?: readonly string[]; provides?: readonly string[];
  files?: Record<string, File>;
  scripts?: Partial<Record<'post' | 'preun' | 'postun', string>>;
};

export const fileOf = ({ name, version, release, arch = 'x86_64' }: Rpm) => `${name}-${version}-${release}.${arch}.rpm`;

/** What Debian has too, and what several packages share. */
const SHARED = /^\/(etc(\/(systemd|modprobe\.d|dnf(\/plugins)?))?|usr(\/(bin|sbin|lib|lib64|include|share|src)(\/(systemd|python3|doc|man|kernels)(\/(system|dist-packages))?)?)?|lib|boot|var(\/lib)?)$/;

/** Folders on the way to the files that are the package's own, and go with it. */
function ownFolders(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths) for (let folder = dirname(path); folder !== '/'; folder = dirname(folder)) if (!SHARED.test(folder)) folders.add(folder);
  return [...folders].filter(folder => !paths.includes(folder)).sort();
}

function spec({ name, version, release, requires = [], recommends = [], provides = [], files = {}, scripts = {} }: Rpm): string {
  const tags = (tag: string, values: readonly string[]) => values.map(value => `${tag}: ${value}`);
  const listed = [...ownFolders(Object.keys(files)).map(path => `%dir "${path}"`), ...Object.entries(files).map(([path, file]) =>
    `${typeof file === 'object' && 'config' in file && file.config ? '%config(noreplace) ' : isFolder(file) ? '%dir ' : ''}"${path}"`)];
  return [
    `Name: ${name}`, `Version: ${version}`, `Release: ${release}`, 'Summary: A stand-in for tests', 'License: Apache-2.0', 'AutoReqProv: no',
    ...tags('Requires', requires), ...tags('Recommends', recommends), ...tags('Provides', provides),
    '%description', 'A stand-in for tests: same name, version and behaviour, nothing of the original inside.',
    ...Object.entries(scripts).flatMap(([when, script]) => [`%${when}`, script]),
    '%files', '%defattr(-,root,root)', ...listed, '',
  ].join('\n');
}

function put(tree: string, path: string, file: File) {
  mkdirSync(isFolder(file) ? join(tree, path) : dirname(join(tree, path)), { recursive: true });
  if (isFolder(file)) return;
  const { content = '', mode = 0o644, link } = typeof file === 'string' || Buffer.isBuffer(file) ? { content: file } : file;
  const at = join(tree, path);
  if (link) {
    symlinkSync(link, at);
    return;
  }
  writeFileSync(at, content);
  chmodSync(at, mode);
}

/** Puts the package's file into `dir`. */
export async function buildRpm(dir: string, rpm: Rpm) {
  const work = join(dir, `${rpm.name}-${rpm.version}.work`);
  for (const [path, file] of Object.entries(rpm.files ?? {})) put(join(work, 'tree'), path, file);
  mkdirSync(join(work, 'tree'), { recursive: true });
  writeFileSync(join(work, 'it.spec'), spec(rpm));
  const defines = {
    _topdir: work, _rpmdir: dir, _dbpath: join(work, 'db'), _build_name_fmt: '%%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm',
    __os_install_post: '%{nil}', debug_package: '%{nil}', _binary_payload: 'w3.gzdio', _build_id_links: 'none',
  };
  await shell(['rpmbuild', '-bb', '--quiet', `--target=${rpm.arch ?? 'x86_64'}-linux`, `--buildroot=${work}/tree`, '--noclean',
    ...Object.entries(defines).flatMap(([name, value]) => ['--define', `${name} ${value}`]), join(work, 'it.spec')], { env: { HOME: work } });
  await sh(`rm -rf '${work}'`);
}

/** A folder with the packages and their index; signed. */
export async function buildRepository(dir: string, rpms: readonly Rpm[], keyHome: string) {
  mkdirSync(dir, { recursive: true });
  for (const rpm of rpms) await buildRpm(dir, rpm);
  await sh(`rpmsign --define '_gpg_name lab' --define '__gpg /usr/bin/gpg' --define '_gpg_path ${keyHome}' --addsign '${dir}'/*.rpm`, { env: { GNUPGHOME: keyHome, HOME: keyHome } });
  await shell(['gpgconf', '--kill', 'gpg-agent'], { env: { GNUPGHOME: keyHome } });
  await shell(['createrepo_c', '--quiet', dir]);
}

/** Makes a key of its own for the distribution that is played; returns its public half. */
export async function signingKey(home: string): Promise<string> {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const env = { GNUPGHOME: home, HOME: home };
  await shell(['gpg', '--batch', '--quiet', '--passphrase', '', '--quick-generate-key', 'lab <lab@example.test>', 'rsa2048', 'sign', 'never'], { env });
  const { stdout } = await shell(['gpg', '--batch', '--armor', '--export', 'lab'], { env });
  return stdout;
}

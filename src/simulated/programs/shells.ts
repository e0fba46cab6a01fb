/** Shells and installers of a simulated guest: which PATH each kind of shell has, and what it finds there. */
import { failed, succeeded, type Program } from '../guest.ts';
import type { Files } from '../files.ts';

const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The toolkit writes its version beside its nvcc. */
function nvccAnswer(files: Files, path: string): string {
  const folder = path.split(':').find((one) => files.behind(`${one}/nvcc`) !== undefined);
  if (folder === undefined) return 'gpu-guest-nvcc:\n';
  const own = files.text(`${folder}/nvcc`) ?? '';
  // A wrapper that calls the toolkit's own nvcc.
  const called = /^exec (\S+)/m.exec(own)?.[1];
  const version = (called === undefined ? own : (files.text(called) ?? '')).trim();
  const release = version.split('.').slice(0, 2).join('.');
  return `gpu-guest-nvcc:${folder}/nvcc\nnvcc: NVIDIA (R) Cuda compiler driver\nCuda compilation tools, release ${release}, V${version}\n`;
}

const environmentPath = (files: Files): string =>
  /^PATH="?([^"\n]*)"?/m.exec(files.text('/etc/environment') ?? '')?.[1] ?? DEFAULT_PATH;

/** `su - root -c …`: PAM reads /etc/environment. */
export const su: Program = (_command, { files }) => succeeded(nvccAnswer(files, environmentPath(files)));
export const bash: Program = (_command, { files }) => succeeded(nvccAnswer(files, environmentPath(files)));
/** sudo's secure_path. */
export const sudo: Program = (_command, { files }) => succeeded(nvccAnswer(files, DEFAULT_PATH));
/** `env -i [NAME=VALUE…] SHELL -c SCRIPT` */
export const env: Program = ([, ...words], { files }) => {
  const path = words.find((word) => word.startsWith('PATH='))?.slice('PATH='.length);
  return succeeded(nvccAnswer(files, path ?? DEFAULT_PATH));
};

/** `sh FILE …`: a self-extracting installer of the media. */
export const sh: Program = (command, guest) => {
  const path = command[1] ?? '';
  const installer = guest.installers.get(path);
  return installer === undefined ? failed(`sh: 0: cannot open ${path}: No such file`, 127) : installer(command, guest);
};

export const df: Program = ([, ...words]) => {
  const paths = words.filter((word) => word.startsWith('/'));
  return succeeded(
    [
      'Filesystem     1024-blocks     Used Available Capacity Mounted on',
      ...paths.map(() => '/dev/vda1         82045336 11482352  70546600      14% /'),
      '',
    ].join('\n'),
  );
};

export const uname: Program = (_command, { files }) =>
  succeeded(`${files.text('/proc/sys/kernel/osrelease')?.trim() ?? ''} x86_64\n`);
export const timedatectl: Program = () => succeeded('NTPSynchronized=yes\n');
export const quiet: Program = () => succeeded();

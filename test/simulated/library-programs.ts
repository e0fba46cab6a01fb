/** tar, ldconfig and python3 of a guest in memory, as far as cuDNN and NCCL ask them; they read and write its files, and fail in the originals' words. */
import { failed, succeeded, type Guest, type Program } from '../../src/simulated/guest.ts';
import { MEDIA } from '../../src/simulated/media.ts';

const CUDNN = 'cudnn-linux-x86_64-9.1.0.70_cuda12-archive';
const MEMBERS = ['LICENSE', 'include/cudnn.h', 'include/cudnn_version.h', 'lib/libcudnn.so.9', 'lib/libcudnn.so.9.1.0', 'lib/libcudnn_static.a'];
export const ARCHIVE = `${MEDIA}/${CUDNN}.tar.xz`;

export function putArchive({ files }: Guest): void {
  const bytes = new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 0x00, 0x04]);
  files.put(ARCHIVE, { kind: 'file', bytes, mode: 0o644, uid: 0, gid: 0, modifiedMs: 0 });
}

/** `include/cudnn*.h` with a star that stops at a slash. */
const asPattern = (glob: string): RegExp => new RegExp(`^${glob.replace(/[.+]/g, '\\$&').replaceAll('*', '[^/]*')}$`);

export const tar: Program = ([, verb, file, , target, ...words], { files }) => {
  if (file === undefined || files.at(file) === undefined) return failed(`tar: ${file ?? ''}: Cannot open: No such file or directory\n`, 2);
  const names = MEMBERS.map((name) => `${CUDNN}/${name}`);
  if (verb === '-tJf') return succeeded(`${CUDNN}/\n${names.join('\n')}\n`);
  const patterns = words.filter((word) => !word.startsWith('--')).map(asPattern);
  for (const name of names.filter((one) => patterns.some((pattern) => pattern.test(one))))
    files.write(`${target ?? ''}/${name.slice(CUDNN.length + 1)}`, `cuDNN 9.1.0: ${name}\n`);
  return succeeded();
};

const FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/usr/local/cuda-12.2/targets/x86_64-linux/lib'];

/** The loader's list is made by `ldconfig` and read by `ldconfig -p`: what is put into a folder is not in it by itself. */
export const ldconfig: Program = ([, option], { files }) => {
  const cache = '/etc/ld.so.cache';
  if (option === '-p') return succeeded(files.text(cache) ?? '');
  const told = files.text('/etc/ld.so.conf.d/gpu-guest-libraries.conf')?.trim();
  const found = FOLDERS.filter((folder) => !folder.startsWith('/usr/local/') || folder === told).flatMap((folder) =>
    ['libcudnn.so.9', 'libcudnn.so.8'].filter((name) => files.at(`${folder}/${name}`) !== undefined).map((name) => `\t${name} (libc6,x86-64) => ${folder}/${name}\n`),
  );
  files.write(cache, `${String(found.length)} libs found in cache\n${found.join('')}`);
  return succeeded();
};

export const python3: Program = (command, { files }) => {
  const path = command.at(-1) ?? '';
  const text = files.text(path) ?? '';
  if (text === '') return failed(`Traceback (most recent call last):\nOSError: ${path}: file too short\n`);
  return text.includes('9.1.0')
    ? succeeded('cudnnGetVersion 90100\ncudnnGetCudartVersion 12040\n')
    : succeeded('cudnnGetVersion 8907\ncudnnGetCudartVersion 11080\n');
};

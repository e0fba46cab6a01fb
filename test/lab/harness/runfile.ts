// The stand-ins for NVIDIA's self-extracting files. NVIDIA's header hands the options that it does not know to the
// installer, where makeself's own refuses them.
import { cpSync, chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, contents } from './cache.ts';
import { shell } from './shell.ts';

const PARTS = join(import.meta.dirname, '../stand-in/cuda');
const CUDA = 'cuda_12.0.1_525.85.12_linux.run';

async function makeself(tree: string, file: string, label: string, script: string) {
  await shell(['makeself', '--nox11', '--quiet', tree, file, label, script]);
  const text = readFileSync(file, 'latin1');
  const refusal = 'echo Unrecognized flag : "$1" >&2';
  if (text.split(refusal).length !== 2) throw new Error(`${file}: makeself's header is another than expected`);
  const opened = text.replace(refusal, 'break'.padEnd(refusal.length)); // the payload's place counts from the header's size
  writeFileSync(file, opened, 'latin1');
  chmodSync(file, 0o755);
}

export async function cudaRunfile(): Promise<string> {
  const dir = await cached('cuda', [contents(PARTS), contents(import.meta.filename)], async target => {
    const toolkit = join(target, 'tree/toolkit');
    for (const folder of ['bin', 'include', 'targets/x86_64-linux/lib']) mkdirSync(join(toolkit, folder), { recursive: true });
    cpSync(join(PARTS, 'cuda-installer'), join(target, 'tree/cuda-installer'));
    chmodSync(join(target, 'tree/cuda-installer'), 0o755);
    for (const program of ['nvcc', 'cuda-uninstaller']) {
      cpSync(join(PARTS, program), join(toolkit, 'bin', program));
      chmodSync(join(toolkit, 'bin', program), 0o755);
    }
    writeFileSync(join(toolkit, 'include/cuda.h'), '#define CUDA_VERSION 12000\n');
    writeFileSync(join(toolkit, 'targets/x86_64-linux/lib/libcudart.so.12.0.146'), 'stand-in\n');
    writeFileSync(join(toolkit, 'version.json'), `${JSON.stringify({ cuda: { name: 'CUDA SDK', version: '12.0.1' }, cuda_nvcc: { name: 'CUDA NVCC', version: '12.0.140' } }, null, 3)}\n`);
    await shell(['ln', '-s', 'targets/x86_64-linux/lib', join(toolkit, 'lib64')]);
    await makeself(join(target, 'tree'), join(target, CUDA), 'CUDA Installer', './cuda-installer');
  });
  return join(dir, CUDA);
}

/** A data-centre driver, to be refused on a vGPU: it is never run. */
export async function dataCentreRunfile(version: string): Promise<string> {
  const name = `NVIDIA-Linux-x86_64-${version}.run`;
  const dir = await cached(`tesla-${version}`, [contents(import.meta.filename)], async target => {
    mkdirSync(join(target, 'tree'));
    writeFileSync(join(target, 'tree/nvidia-installer'), '#!/bin/sh\necho "the stand-in must never be run" >&2; exit 1\n', { mode: 0o755 });
    writeFileSync(join(target, 'tree/.manifest'), `NVIDIA Accelerated Graphics Driver for Linux-x86_64\n${version}\n`);
    await makeself(join(target, 'tree'), join(target, name), `NVIDIA Accelerated Graphics Driver for Linux-x86_64 ${version}`, './nvidia-installer');
  });
  return join(dir, name);
}

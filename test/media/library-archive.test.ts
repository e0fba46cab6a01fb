import { expect, it } from 'vitest';
import { recogniseLibraryArchive } from '../../src/media/kinds/library-archive.ts';
import { rememberedOf } from '../../src/media/media-hashes.ts';
import { openFile } from '../../src/media/opened-file.ts';
import { createGuest, type Said } from '../../src/simulated/guest.ts';
import { observerOf } from '../../src/simulated/ports.ts';

const XZ = new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 0x00, 0x04]);
const ROOT = 'cudnn-linux-x86_64-9.1.0.70_cuda12-archive';
const LISTED = ['', 'LICENSE', 'include/', 'include/cudnn.h', 'lib/', 'lib/libcudnn.so.9', 'lib/libcudnn.so.9.1.0', 'lib/libcudnn_static.a'];

async function recognised(name: string, said: Said, asked: string[] = [], bytes: Uint8Array = XZ) {
  const guest = createGuest();
  const path = `/nv/${name}`;
  guest.files.put(path, { kind: 'file', bytes, mode: 0o644, uid: 0, gid: 0, modifiedMs: 0 });
  guest.programs.set('tar', (command) => {
    asked.push(command.join(' '));
    return said;
  });
  const machine = observerOf(guest, 'test');
  const status = { kind: 'file', mode: 0o644, sizeBytes: bytes.length, modifiedMs: 0, target: null } as const;
  const found = await recogniseLibraryArchive(machine, rememberedOf({}, path, status))(openFile(machine, path, bytes.length));
  return found?.item ?? null;
}

const listing = (root: string, names: readonly string[]): Said => ({ stdout: names.map((name) => `${root}/${name}\n`).join('') });

it('cuDNN’s archive is known by what is in it, whatever its name; its shared libraries and headers are what is used', async () => {
  const item = await recognised('my-cudnn.tar.xz', listing(ROOT, LISTED));
  expect(item).toMatchObject({ what: 'cudnn', version: '9.1.0.70', madeForCuda: '12', arch: 'x86_64', format: 'tar', integrity: { kind: 'intact' } });
  expect(item?.members).toEqual(['include/cudnn.h', 'lib/libcudnn.so.9', 'lib/libcudnn.so.9.1.0'].map((name) => `${ROOT}/${name}`));
});

it('so is NCCL’s, with the minor version of its CUDA; sbsa is 64-bit ARM', async () => {
  const root = 'nccl_2.21.5-1+cuda12.4_x86_64';
  expect(await recognised(`${root}.txz`, listing(root, ['include/nccl.h', 'lib/libnccl.so.2', 'lib/pkgconfig/nccl.pc']))).toMatchObject({
    what: 'nccl',
    version: '2.21.5',
    madeForCuda: '12.4',
    members: [`${root}/include/nccl.h`, `${root}/lib/libnccl.so.2`],
  });
  const arm = ROOT.replace('x86_64', 'sbsa');
  expect((await recognised('cudnn.txz', listing(arm, LISTED)))?.arch).toBe('aarch64');
});

it('another archive under its name is none, and one that does not unpack is broken', async () => {
  expect(await recognised(`${ROOT}.tar.xz`, listing('backup', ['home/me']))).toMatchObject({ what: 'unknown' });
  const cut = await recognised(`${ROOT}.tar.xz`, { exitCode: 2, stderr: 'xz: (stdin): Unexpected end of input\ntar: Error is not recoverable: exiting now\n' });
  expect(cut).toMatchObject({ what: 'cudnn', integrity: { kind: 'broken', because: { key: 'media.archive-broken' } } });
});

it('without xz it is named, and neither called whole nor broken', async () => {
  const item = await recognised(`${ROOT}.tar.xz`, { exitCode: 2, stderr: 'tar (child): xz: Cannot exec: No such file or directory\n' });
  expect(item).toMatchObject({ what: 'cudnn', integrity: { kind: 'unchecked' } });
  expect(item?.members).toBeUndefined();
});

it('archives of other names are not listed: they may be of any size', async () => {
  const asked: string[] = [];
  expect(await recognised('films.tar.xz', listing(ROOT, LISTED), asked)).toBeNull();
  expect(await recognised('cudnn.tar.xz', {}, asked, new Uint8Array([0x1f, 0x8b, 8]))).toBeNull();
  expect(asked).toEqual([]);
});

// A golden image as an image builder makes it: a disk mounted here, the driver built and installed in it at this machine's
// own speed, and sealed. No guest runs, and there is no GPU.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { say, workFile } from './cache.ts';
import { CARDS } from './card.ts';
import { makeDisk, onDisk, type Disk } from './disk.ts';
import { differences, everything } from './file-tree.ts';
import { makeMedia, PROGRAM, withProgram } from './media.ts';
import { told, type Answer, type Document } from './program.ts';
import { sh, shell } from './shell.ts';
import { TOKENS } from './token.ts';

/** `gpu-guest ARGS --root ROOT --json` on this machine. */
export async function onRoot(root: string, args: readonly string[], limitMs = 600_000): Promise<Answer> {
  const start = Date.now();
  const { status, stdout, stderr } = await shell([process.execPath, PROGRAM, ...args, '--root', root, '--json'], { anyStatus: true, limitMs });
  say(`gpu-guest ${args[0] ?? ''} --root: exit ${status}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return { status, json: JSON.parse(stdout) as Document, stderr };
}

const done = async (root: string, ...args: readonly string[]): Promise<Answer> => {
  const answer = await onRoot(root, args);
  expect(answer.status, told(answer)).toBe(0);
  return answer;
};

/** The image as it was, to the byte, and no mount left. */
async function takesBack(root: string, profile: string) {
  const before = await everything(root);
  await done(root, 'apply', '--profile', profile, '--yes');
  await done(root, 'undo', '--yes');
  expect(differences(before, await everything(root))).toEqual([]);
}

/** Of this root alone: other scenarios mount disks of their own meanwhile. */
const mounts = (root: string) => readFileSync('/proc/self/mountinfo', 'utf8').split('\n').filter(line => line.includes(root)).length;

async function build(root: string, profile: string) {
  const before = mounts(root);
  await takesBack(root, profile);
  const applied = await done(root, 'apply', '--profile', profile, '--yes', '--reboot', 'auto');
  expect(applied.stderr).toContain('Nothing is rebooted');
  await done(root, 'verify', '--profile', profile);
  await done(root, 'seal', '--profile', profile, '--yes');
  expect(mounts(root)).toBe(before);
}

/** A sealed disk without a token, for guests with a GRID P40-8Q. The caller discards it. */
export async function goldenImage(name: string): Promise<Disk> {
  const media = await makeMedia({ kinds: ['cloud'], build: 'dkms', token: null, cuda: false });
  const profile = workFile(`${name}.yml`);
  writeFileSync(profile, `goal: workstation\nmedia: ${media}\ndriver:\n  kind: grid\nlicense:\n  waitSeconds: 120\n`);
  const disk = await makeDisk(name, 'cloud', CARDS['p40-8q'], withProgram());
  try {
    await onDisk(disk, root => build(root, profile));
  } finally {
    for (const path of [media, profile]) rmSync(path, { recursive: true });
  }
  return disk;
}

export type Token = { readonly text: string; readonly file: string };

/** A disk with a token, labelled as the first start looks for it. The caller removes the file. */
export async function tokenDisk(name: string): Promise<Token> {
  const [folder, file, text] = [workFile(`${name}-token`), workFile(`${name}-token.img`), await TOKENS.valid()];
  await sh(`mkdir ${folder}; truncate -s 8M ${file}`);
  writeFileSync(join(folder, 'client_configuration_token_11-22-2026-08-00-00.tok'), text);
  await shell(['mke2fs', '-q', '-t', 'ext4', '-L', 'GPU-GUEST', '-d', folder, file]);
  rmSync(folder, { recursive: true });
  return { text, file };
}

// The folder that an administrator mounts in the guest: drivers, CUDA, a token; and the built program beside it.
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { workFile } from './cache.ts';
import { gridPackage, type Build } from './grid-package.ts';
import { cudaRunfile, dataCentreRunfile } from './runfile.ts';
import type { Kind } from './root.ts';
import { TOKENS, type TokenKind } from './token.ts';

export const MEDIA = '/mnt/Shared/nv';
export const PROGRAM = process.env['LAB_PROGRAM'] ?? join(import.meta.dirname, '../../../dist/gpu-guest.js');
export const programIsBuilt = () => existsSync(PROGRAM);

export type MediaOptions = { kinds: readonly Kind[]; build?: Build; token?: TokenKind | null; dataCentre?: boolean; cuda?: boolean };

/** Makes the folder; the caller removes it when the disk has its copy. */
export async function makeMedia({ kinds, build, token = 'valid', dataCentre = false, cuda = true }: MediaOptions): Promise<string> {
  const dir = workFile(`media-${Date.now().toString(36)}`);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const files = [await gridPackage(kinds, build)];
  if (cuda) files.push(await cudaRunfile());
  if (dataCentre) files.push(await dataCentreRunfile('525.105.17'));
  for (const file of files) copyFileSync(file, join(dir, basename(file)));
  if (token) writeFileSync(join(dir, tokenName()), await TOKENS[token]());
  return dir;
}

export const tokenName = () => 'client_configuration_token_11-22-2026-08-00-00.tok';

/** For a disk: the program where its package puts it, and the media. */
export const withProgram = (media?: string): Record<string, string> => ({
  ...(existsSync(PROGRAM) ? { '/usr/local/bin/gpu-guest': PROGRAM } : {}),
  ...(media ? { [MEDIA]: media } : {}),
});

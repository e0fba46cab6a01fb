/** Where the parts of this program lie: in a checkout, in an installed package, in an AppImage. */
import { app } from 'electron';
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export type Program = {
  /** Absolute paths. */
  readonly pages: string;
  readonly preload: string;
  readonly icon: string;
  /** The command line, which does what needs an administrator: Electron is no Node.js here, its fuse for that is off. */
  readonly self: { readonly node: string; readonly program: string };
};

const NODE = process.platform === 'win32' ? 'node.exe' : 'node';

/** Root may not look into an AppImage's mount: what it is to run lies outside, once for each version. */
function outOfAppImage(folder: string): string {
  const copy = join(app.getPath('userData'), `cli-${app.getVersion()}`);
  if (existsSync(copy)) return copy;
  const part = `${copy}.${process.pid}`;
  rmSync(part, { recursive: true, force: true });
  cpSync(folder, part, { recursive: true });
  renameSync(part, copy);
  return copy;
}

function commandLine(): Program['self'] {
  // npm says which Node.js it runs; without npm, whichever is on the path.
  if (!app.isPackaged) return { node: process.env['npm_node_execpath'] ?? NODE, program: join(app.getAppPath(), 'dist', 'gpu-guest.js') };
  const packed = join(process.resourcesPath, 'cli');
  const folder = process.env['APPIMAGE'] === undefined ? packed : outOfAppImage(packed);
  return { node: join(folder, NODE), program: join(folder, 'gpu-guest.js') };
}

export function programHere(): Program {
  const dist = join(app.getAppPath(), 'dist');
  return {
    pages: join(dist, 'wizard'),
    preload: join(dist, 'electron', 'preload.cjs'),
    icon: join(app.getAppPath(), 'resources', 'icons', '256x256.png'),
    self: commandLine(),
  };
}

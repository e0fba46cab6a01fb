// What a guest's disk holds: every file with its checksum, mode and owner, and the list of its packages.
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { shell } from './shell.ts';

/** What changes without anybody having changed the guest, or is compared in another way: each with its reason. */
const LEFT_OUT: readonly (readonly [path: RegExp, reason: string])[] = [
  [/^\/(proc|sys|dev|run|tmp|mnt|media|lost\+found)$/, 'mounted, or empty at every boot; /mnt holds the media'],
  [/^\/var\/(tmp|log|cache|backups)$/, 'logs, caches and what a daily job copies'],
  [/^\/var\/lib\/gpu-guest$/, 'the journals of the runs: they stay, that is how a run can be looked up'],
  [/^\/var\/lib\/apt$/, 'package lists as last fetched; which packages are automatic is compared by apt-mark'],
  [/^\/var\/lib\/dpkg\/(status|status-old|diversions-old|statoverride-old|lock|lock-frontend|available|triggers)$/, 'compared as a list of packages'],
  [/^\/var\/lib\/(systemd|dbus|chrony|logrotate|man-db|ucf|private|pam|misc)$/, 'timers, random seeds and the like, written at every boot'],
  [/^\/var\/lib\/initramfs-tools\/[^/]+$/, 'checksum of the initramfs'],
  [/^\/var\/lib\/dkms\/mok\.(key|pub)$/, 'the key that DKMS makes for itself on first use, as long as dkms stays'],
  [/^\/boot\/initrd\.img-[^/]+$/, 'packed anew with the time of day in it; what it holds is compared by the engine\'s own check'],
  [/^\/boot\/extlinux\/ldlinux\.(sys|c32)$/, 'the boot loader\'s own'],
  [/^\/etc\/(resolv\.conf|ld\.so\.preload|machine-id|mtab|\.pwd\.lock|\.updated)$/, 'written by the lab and by the container'],
  [/^\/var\/\.updated$/, 'written by systemd at boot'],
  [/^\/etc\/ld\.so\.cache$/, 'made from the libraries, which are compared'],
  [/^\/lib\/modules\/[^/]+\/modules\.[a-z.]+$/, 'made by depmod from the modules, which are compared'],
  [/^\/usr\/lib\/modules\/[^/]+\/modules\.[a-z.]+$/, 'the same'],
  [/^\/root\/\.(cache|bash_history|lesshst|node_repl_history)$/, 'whatever root leaves behind'],
];

export const isLeftOut = (path: string) => LEFT_OUT.some(([pattern]) => pattern.test(path));

export type Tree = Map<string, string>;
const sums = new Map<string, string>();

function sumOf(file: string, stats: Stats): string {
  // The change time cannot be set by anyone, so a file with the same one has the same content.
  const key = `${file} ${stats.ino} ${stats.ctimeMs} ${stats.size}`;
  const known = sums.get(key);
  if (known) return known;
  const sum = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 20);
  sums.set(key, sum);
  return sum;
}

function describe(file: string, stats: Stats): string {
  const owner = `${(stats.mode & 0o7777).toString(8)} ${stats.uid}:${stats.gid}`;
  if (stats.isSymbolicLink()) return `link to ${readlinkSync(file)}`;
  if (stats.isDirectory()) return `folder ${owner}`;
  if (stats.isFile()) return `file ${owner} ${stats.size} ${sumOf(file, stats)}`;
  return `special ${owner}`;
}

export function fileTree(root: string): Tree {
  const tree: Tree = new Map();
  const visit = (inside: string) => {
    for (const name of readdirSync(join(root, inside)).sort()) {
      const path = `${inside === '/' ? '' : inside}/${name}`;
      if (isLeftOut(path)) continue;
      const stats = lstatSync(join(root, path));
      tree.set(path, describe(join(root, path), stats));
      if (stats.isDirectory()) visit(path);
    }
  };
  visit('/');
  return tree;
}

/** The packages with their states, and which of them nobody asked for, as further lines of the tree. */
export async function packages(root: string): Promise<Tree> {
  const query = (...argv: [string, ...string[]]) => shell(['chroot', root, ...argv]).then(({ stdout }) => stdout.trim().split('\n'));
  const tree: Tree = new Map();
  for (const line of await query('dpkg-query', '-W', '-f', '${Package}:${Architecture} ${Version} ${db:Status-Abbrev}\\n')) {
    const [name = '', ...state] = line.trim().split(' ');
    tree.set(`package ${name}`, state.join(' '));
  }
  for (const name of await query('apt-mark', 'showauto')) if (name) tree.set(`automatic ${name}`, 'yes');
  for (const name of await query('apt-mark', 'showhold')) if (name) tree.set(`held ${name}`, 'yes');
  return tree;
}

export const everything = async (root: string): Promise<Tree> => new Map([...fileTree(root), ...await packages(root)]);

/** What differs, one line each; empty where nothing does. */
export function differences(before: Tree, after: Tree): string[] {
  const lines: string[] = [];
  for (const [path, what] of before) {
    if (!after.has(path)) lines.push(`gone:    ${path} (${what})`);
    else if (after.get(path) !== what) lines.push(`changed: ${path} (${what} -> ${after.get(path)!})`);
  }
  for (const [path, what] of after) if (!before.has(path)) lines.push(`added:   ${path} (${what})`);
  return lines;
}

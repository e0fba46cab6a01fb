/**
 * A guest whose file system is mounted at a folder (an image that is being built): its paths, with its own absolute links
 * followed inside it, never out of it.
 */
import { readlinkSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';

const MAX_LINKS = 40;

/** The path on this machine of `path` in the guest at `root`. The last name is left as it is unless `followLast`. */
export function pathInRoot(root: string, path: string, followLast: boolean): string {
  if (root === '/') return path;
  let [done, rest, links] = ['/', normalize(path).split('/').filter(Boolean), 0];
  while (rest.length > 0) {
    const [name = '', ...others] = rest;
    const next = resolve(done, name);
    const target = others.length > 0 || followLast ? linkTarget(join(root, next)) : undefined;
    if (target === undefined || ++links > MAX_LINKS) {
      [done, rest] = [next, others];
    } else {
      [done, rest] = [
        resolve(dirname(next), target.startsWith('/') ? '/' : '.'),
        [...target.split('/').filter(Boolean), ...others],
      ];
    }
  }
  return join(root, done);
}

/** Not being a link, or not being there, is left to whoever opens the path. */
function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** Which entry GRUB takes next, from the configuration that it reads itself. */

export type GrubEntry = {
  readonly title: string;
  readonly id: string | null;
  readonly linux: string | null;
  readonly entries: readonly GrubEntry[];
};

type Open = { title: string; id: string | null; linux: string | null; entries: Open[] };

/** The entries of grub.cfg, submenus with theirs. */
export function parseGrubEntries(config: string): readonly GrubEntry[] {
  const top: Open = { title: '', id: null, linux: null, entries: [] };
  const stack: { readonly entry: Open; readonly depth: number }[] = [];
  let depth = 0;
  for (const line of config.split('\n')) {
    const opened = entryIn(line);
    if (opened) {
      (stack.at(-1)?.entry ?? top).entries.push(opened);
      stack.push({ entry: opened, depth });
    }
    const open = stack.at(-1);
    const linux = /^\s*linux(?:16|efi)?\s+(\S+)/.exec(line)?.[1];
    if (open && linux !== undefined) open.entry.linux = linux;
    depth += bracesIn(line);
    if (open && depth <= open.depth) stack.pop();
  }
  return top.entries;
}

function entryIn(line: string): Open | undefined {
  const [, single, double] = /^\s*(?:menuentry|submenu)\s+(?:'((?:[^']|'\\'')*)'|"([^"]*)")/.exec(line) ?? [];
  const title = single?.replaceAll("'\\''", "'") ?? double;
  return title === undefined ? undefined : { title, id: idIn(line), linux: null, entries: [] };
}

const idIn = (line: string): string | null =>
  /(?:\$menuentry_id_option|--id[ =])\s*'?([^'\s{]+)'?/.exec(line)?.[1] ?? null;

/** Only a brace that ends or begins a line opens or closes a block; those of `${name}` do not. */
const bracesIn = (line: string): number => (/\{\s*$/.test(line) ? 1 : 0) - (/^\s*\}/.test(line) ? 1 : 0);

/** grubenv: NAME=value lines in a block of 1024 bytes, padded with #. */
export const parseGrubEnvironment = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/^([A-Za-z_]\w*)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));

/** What `set default=` says once the environment is filled in: `grub-reboot` (next_entry) counts before all. */
export function defaultEntry(config: string, environment: ReadonlyMap<string, string>): string {
  const next = environment.get('next_entry');
  if (next) return next;
  const settings = [...config.matchAll(/^\s*set default="([^"]*)"/gm)].map(([, value = '']) => value);
  const setting = settings.find((value) => !value.includes('next_entry')) ?? '0';
  return setting.replace(/\$\{?(\w+)\}?/g, (_, name: string) => environment.get(name) ?? '') || '0';
}

/** "0", "1>2", a title, an id, or a path of those; the kernel file of the entry that is meant. */
export function kernelOf(entries: readonly GrubEntry[], wanted: string): string | null {
  const [first = '', ...rest] = wanted.split('>');
  const entry = /^\d+$/.test(first)
    ? entries[Number(first)]
    : entries.find(({ id, title }) => id === first || title === first);
  if (!entry) return null;
  return entry.entries.length > 0 ? kernelOf(entry.entries, rest.join('>') || '0') : entry.linux;
}

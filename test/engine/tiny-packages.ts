/** apt and dpkg, as far as a run needs them. What is installed stands in dpkg's own status file. */
import { failed, succeeded, type Guest } from '../../src/simulated/guest.ts';

const STATUS = '/var/lib/dpkg/status';

export type Entry = { name: string; version: string; auto: boolean };

/** The package database, and which of it apt put there for others. */
export function packagesOf({ files }: Guest): Entry[] {
  const autos = (files.text('/var/lib/apt/auto') ?? '').split('\n');
  return [...(files.text(STATUS) ?? '').matchAll(/^Package: (.*)\nStatus: .*\nVersion: (.*)\n/gm)].map(
    ([, name = '', version = '']) => ({
      name,
      version,
      auto: autos.includes(name),
    }),
  );
}

export function setPackages({ files }: Guest, packages: readonly Entry[]): void {
  const sorted = packages.toSorted((a, b) => a.name.localeCompare(b.name));
  files.write(
    STATUS,
    sorted
      .map(
        ({ name, version }) =>
          `Package: ${name}\nStatus: install ok installed\nVersion: ${version}\nArchitecture: amd64\n`,
      )
      .join('\n'),
  );
  files.write(
    '/var/lib/apt/auto',
    sorted
      .filter(({ auto }) => auto)
      .map(({ name }) => name)
      .join('\n'),
  );
}

const OFFERS: Record<string, Entry[]> = {
  driver: [
    { name: 'driver', version: '2', auto: false },
    { name: 'dkms', version: '3', auto: true },
  ],
  'old-driver': [{ name: 'old-driver', version: '1', auto: true }],
};

export function aptGet(words: readonly string[], guest: Guest) {
  const names = words
    .filter((word) => /^[a-z-]+(=\d+)?$/.test(word) && !word.startsWith('-'))
    .slice(2)
    .map((word) => word.split('=')[0] ?? '');
  const here = packagesOf(guest);
  switch (words[1] ?? '') {
    case 'install': {
      const come = names
        .flatMap((name) => OFFERS[name] ?? [])
        .filter(({ name }) => !here.some((one) => one.name === name));
      setPackages(guest, [...here, ...come]);
      return succeeded('Setting up\n');
    }
    case 'remove':
    case 'purge':
      setPackages(
        guest,
        here.filter(({ name }) => !names.includes(name)),
      );
      return succeeded();
    default:
      return failed('unknown operation');
  }
}

export function aptMark([, what, ...names]: readonly string[], guest: Guest) {
  const here = packagesOf(guest);
  if (what === 'showauto')
    return succeeded(
      here
        .filter(({ auto }) => auto)
        .map(({ name }) => `${name}\n`)
        .join(''),
    );
  setPackages(
    guest,
    here.map((one) => (names.includes(one.name) ? { ...one, auto: what === 'auto' } : one)),
  );
  return succeeded();
}

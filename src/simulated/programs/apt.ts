/** apt-get, apt-cache, apt-mark, dpkg and dpkg-deb over the simulated package database. */
import type { Command } from '../../domain/machine.ts';
import { failed, succeeded, type Guest, type Program, type Said, type SimulatedPackage } from '../guest.ts';
import { autoNames, forget, heldNames, hold, installedVersion, markAuto, record } from '../package-database.ts';

/** Words of a command line that are neither options nor their values. */
function plainWords([, ...words]: Command): readonly string[] {
  return words.filter((word, index) => !word.startsWith('-') && words[index - 1] !== '-o');
}

function found(guest: Guest, word: string): SimulatedPackage | undefined {
  if (word.includes('/')) return guest.packageFiles.get(word.startsWith('./') ? word.slice(2) : word);
  return guest.offers.get(word.split('=')[0] ?? word);
}

/** Installs with what it depends on; returns the names in order. */
function install(guest: Guest, one: SimulatedPackage, auto: boolean): readonly string[] {
  if (installedVersion(guest.files, one.name) === one.version) return [];
  const before = (one.depends ?? []).flatMap((name) => {
    const needed = guest.offers.get(name);
    return needed === undefined ? [] : install(guest, needed, true);
  });
  record(guest.files, one.name, one.version);
  markAuto(guest.files, one.name, auto);
  one.install?.(guest);
  return [...before, one.name];
}

/** What an installation would do, in the words of `apt-get --simulate`: nothing is changed. */
function rehearse(guest: Guest, words: readonly string[]): Said {
  const names = new Set<string>();
  const visit = (one: SimulatedPackage | undefined): void => {
    if (one === undefined || names.has(one.name) || installedVersion(guest.files, one.name) === one.version) return;
    for (const name of one.depends ?? []) visit(guest.offers.get(name));
    names.add(one.name);
  };
  const packages = words.map((word) => ({ word, one: found(guest, word) }));
  const unknown = packages.find(({ word, one }) => one === undefined && installedVersion(guest.files, word) === null);
  if (unknown !== undefined) return failed(`E: Unable to locate package ${unknown.word}`, 100);
  for (const { one } of packages) visit(one);
  return succeeded([...names].map((name) => `Inst ${name} (made-up [amd64])\n`).join(''));
}

function installAll(guest: Guest, words: readonly string[]): Said {
  const packages = words.map((word) => ({ word, one: found(guest, word) }));
  const unknown = packages.find(({ word, one }) => one === undefined && installedVersion(guest.files, word) === null);
  if (unknown !== undefined) return failed(`E: Unable to locate package ${unknown.word}`, 100);
  const names = packages.flatMap(({ one }) => (one === undefined ? [] : install(guest, one, false)));
  const lines = names.map((name) => `Setting up ${name} (${installedVersion(guest.files, name) ?? ''}) ...`);
  return succeeded(['Reading package lists...', 'Building dependency tree...', ...lines, ''].join('\n'));
}

function removeAll(guest: Guest, words: readonly string[]): Said {
  const names = words.filter((name) => installedVersion(guest.files, name) !== null);
  for (const name of names) {
    const one = guest.offers.get(name) ?? [...guest.packageFiles.values()].find((file) => file.name === name);
    one?.remove?.(guest);
    forget(guest.files, name);
    markAuto(guest.files, name, false);
  }
  return succeeded(names.map((name) => `Removing ${name} ...\n`).join(''));
}

export const aptGet: Program = (command, guest) => {
  const [verb = '', ...words] = plainWords(command);
  switch (verb) {
    case 'install':
      return command.includes('--simulate') ? rehearse(guest, words) : installAll(guest, words);
    case 'remove':
    case 'purge':
      if (command.includes('--simulate')) return succeeded(words.map((name) => `Purg ${name}\n`).join(''));
      return removeAll(guest, words);
    case 'update':
      return succeeded('Reading package lists...\n');
    default:
      return failed(`E: Invalid operation ${verb}`, 100);
  }
};

const policy = (guest: Guest, name: string): string => {
  const installed = installedVersion(guest.files, name);
  const candidate = guest.offers.get(name)?.version ?? installed;
  if (candidate === null) return '';
  return `${name}:\n  Installed: ${installed ?? '(none)'}\n  Candidate: ${candidate}\n  Version table:\n     ${candidate} 500\n`;
};

export const aptCache: Program = (command, guest) => {
  const [verb = '', ...words] = plainWords(command);
  if (verb === 'pkgnames')
    return succeeded([...guest.offers.keys()].filter((name) => name.startsWith(words[0] ?? '')).join('\n'));
  if (verb === 'madison')
    return succeeded(
      words.map((name) => `${name.padStart(12)} | ${guest.offers.get(name)?.version ?? '?'} | https://repository.example Packages\n`).join(''),
    );
  if (verb === 'policy') return succeeded(words.map((name) => policy(guest, name)).join(''));
  return succeeded();
};

export const aptMark: Program = (command, guest) => {
  const [verb = '', ...names] = plainWords(command);
  switch (verb) {
    case 'hold':
    case 'unhold':
      for (const name of names) hold(guest.files, name, verb === 'hold');
      return succeeded(
        names.map((name) => (verb === 'hold' ? `${name} set on hold.\n` : `Canceled hold on ${name}.\n`)).join(''),
      );
    case 'auto':
    case 'manual':
      for (const name of names) markAuto(guest.files, name, verb === 'auto');
      return succeeded();
    case 'showauto':
      return succeeded(
        autoNames(guest.files)
          .map((name) => `${name}\n`)
          .join(''),
      );
    case 'showhold':
      return succeeded(
        heldNames(guest.files)
          .map((name) => `${name}\n`)
          .join(''),
      );
    default:
      return failed(`E: Invalid operation ${verb}`, 100);
  }
};

export const dpkg: Program = () => succeeded();

/** `dpkg-deb -f FILE [FIELD…]` */
export const dpkgDeb: Program = (command, guest) => {
  const path = plainWords(command)[0] ?? '';
  const one = guest.packageFiles.get(path);
  if (one === undefined)
    return failed(`dpkg-deb: error: failed to read archive '${path}': No such file or directory`, 2);
  return succeeded(`Package: ${one.name}\nVersion: ${one.version}\nArchitecture: amd64\nMaintainer: NVIDIA\n`);
};

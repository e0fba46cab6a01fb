/** The package database of a made-up guest, and what its repositories offer. */
import { matchesGlob } from 'node:path';
import type { Guest, Program } from '../../src/simulated/guest.ts';
import type { MachineSpec } from './spec.ts';

type Installed = { readonly name: string; readonly version: string; readonly status: string };

const installed = ({ packages = {} }: MachineSpec): readonly Installed[] =>
  Object.entries(packages).map(([name, one]) => ({
    name,
    ...(typeof one === 'string' ? { version: one, status: 'install ok installed' } : one),
  }));

export function installPackages({ files, offers }: Guest, spec: MachineSpec): void {
  for (const [name, version] of Object.entries(spec.offers ?? {})) offers.set(name, { name, version });
  if (spec.database !== 'dpkg') return;
  const stanza = ({ name, version, status }: Installed): string =>
    `Package: ${name}\nStatus: ${status}\nArchitecture: amd64\nVersion: ${version}\n\n`;
  files.write('/var/lib/dpkg/status', installed(spec).map(stanza).join(''));
}

const matching = (all: readonly { readonly name: string; readonly version: string }[], patterns: readonly string[]) =>
  all.filter(
    ({ name, version }) =>
      patterns.length === 0 ||
      patterns.some((pattern) => matchesGlob(name, pattern) || `${name}-${version}.x86_64` === pattern),
  );

/** `dnf repoquery`, `zypper search` and `rpm -q`, as far as the probes ask them. */
export function rpmPrograms(spec: MachineSpec): Readonly<Record<string, Program>> {
  if (spec.database !== 'rpm') return {};
  const there = installed(spec);
  const offered = Object.entries(spec.offers ?? {}).map(([name, version]) => ({
    name: name.replace(/@.*$/, ''),
    version,
  }));
  return {
    rpm: ([, flag, ...words]) => {
      if (flag === '-q') return { exitCode: there.some(({ name }) => name === words[0]) ? 0 : 1 };
      const found = matching(there, words.slice(2));
      return { stdout: found.map(({ name, version }) => `${name}\t0:${version}\tx86_64\n`).join('') };
    },
    dnf: (command) => ({
      stdout: matching(offered, command.slice(6))
        .map(({ name, version }) => `${name} ${version}.x86_64\n`)
        .join(''),
    }),
    zypper: (command) => ({
      stdout: matching(offered, command.slice(7))
        .map(({ name, version }) => `  | ${name} | package | ${version} | x86_64 | repository\n`)
        .join(''),
    }),
  };
}

import { notInSource } from '../domain/fact.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';
import { windowsOf } from './windows/ask-system.ts';

export type Os = {
  readonly id: string;
  readonly version: string | null;
  readonly name: string;
  /** ids of os-release ID and ID_LIKE */
  readonly like: readonly string[];
  readonly packageManager: 'apt' | 'dnf' | 'zypper' | 'none';
};

export const os = defineProbe({
  key: 'os',
  question: 'Which operating system is this?',
  observe: {
    linux: async (machine): Promise<Os> => {
      const text = (await ifObservable(machine.read('/etc/os-release'))) ?? (await machine.read('/usr/lib/os-release'));
      if (text === undefined) throw notInSource('/etc/os-release');
      return parseOsRelease(text);
    },
    windows: async (machine): Promise<Os> => {
      const { name, version } = await windowsOf(machine);
      if (name === null && version === null) throw notInSource('ProductName');
      return { id: 'windows', version, name: name ?? 'Microsoft Windows', like: ['windows'], packageManager: 'none' };
    },
  },
});

/** os-release(5): shell assignments, values quoted or not. `ID` is `linux` where it is not given, as the manual says. */
export function parseOsRelease(text: string): Os {
  const fields = new Map(
    [...text.matchAll(/^\s*([A-Z_0-9]+)=(.*?)\s*$/gm)].map(([, key = '', value = '']) => [key, unquoted(value)]),
  );
  const id = (fields.get('ID') ?? 'linux').toLowerCase();
  const like = [id, ...(fields.get('ID_LIKE') ?? '').toLowerCase().split(/\s+/).filter(Boolean)];
  const version = fields.get('VERSION_ID') ?? null;
  const name = fields.get('PRETTY_NAME') ?? [fields.get('NAME') ?? 'Linux', version].filter(Boolean).join(' ');
  return { id, version, name, like, packageManager: packageManagerOf(like) };
}

const unquoted = (value: string): string =>
  /^(["']).*\1$/.test(value) ? value.slice(1, -1).replace(/\\(["'$`\\])/g, '$1') : value;

const FAMILIES: readonly (readonly [RegExp, Os['packageManager']])[] = [
  [/^(debian|ubuntu|linuxmint|pop|raspbian|kali|devuan)$/, 'apt'],
  [/^(fedora|rhel|centos|rocky|almalinux|ol|amzn|mariner|azurelinux|openeuler|anolis|alinux|tencentos)$/, 'dnf'],
  [/^(suse|sles|sled|opensuse.*)$/, 'zypper'],
];

const packageManagerOf = (like: readonly string[]): Os['packageManager'] =>
  FAMILIES.find(([family]) => like.some((id) => family.test(id)))?.[1] ?? 'none';

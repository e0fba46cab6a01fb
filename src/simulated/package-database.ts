/** /var/lib/dpkg/status of a simulated guest: the truth about what is installed. */
import type { Files } from './files.ts';

const STATUS = '/var/lib/dpkg/status';
const AUTO = '/var/lib/apt/extended_states';

type Stanza = { readonly name: string; readonly text: string };

function stanzas(files: Files): readonly Stanza[] {
  return (files.text(STATUS) ?? '')
    .split('\n\n')
    .filter((text) => text.trim() !== '')
    .map((text) => ({ name: /^Package: (.*)$/m.exec(text)?.[1] ?? '', text }));
}

const store = (files: Files, all: readonly Stanza[]): void => {
  const sorted = [...all].sort((a, b) => a.name.localeCompare(b.name));
  files.write(STATUS, sorted.map(({ text }) => `${text}\n\n`).join(''));
};

export const installedVersion = (files: Files, name: string): string | null => {
  const found = stanzas(files).find((stanza) => stanza.name === name);
  return found === undefined ? null : (/^Version: (.*)$/m.exec(found.text)?.[1] ?? null);
};

export function record(files: Files, name: string, version: string): void {
  const text = [
    `Package: ${name}`,
    'Status: install ok installed',
    'Priority: optional',
    'Architecture: amd64',
    `Version: ${version}`,
  ].join('\n');
  store(files, [...stanzas(files).filter((stanza) => stanza.name !== name), { name, text }]);
}

export function forget(files: Files, name: string): void {
  store(
    files,
    stanzas(files).filter((stanza) => stanza.name !== name),
  );
}

export function hold(files: Files, name: string, held: boolean): void {
  const from = held ? 'Status: install ok' : 'Status: hold ok';
  const to = held ? 'Status: hold ok' : 'Status: install ok';
  store(
    files,
    stanzas(files).map((stanza) => (stanza.name === name ? { name, text: stanza.text.replace(from, to) } : stanza)),
  );
}

export const heldNames = (files: Files): readonly string[] =>
  stanzas(files).flatMap(({ name, text }) => (text.includes('Status: hold ok') ? [name] : []));

/** Names that came only because others need them. */
export const autoNames = (files: Files): readonly string[] =>
  [...(files.text(AUTO) ?? '').matchAll(/^Package: (.*)$/gm)].map(([, name]) => name ?? '');

export function markAuto(files: Files, name: string, auto: boolean): void {
  const names = new Set(autoNames(files));
  if (auto) names.add(name);
  else names.delete(name);
  files.write(
    AUTO,
    [...names]
      .sort()
      .map((one) => `Package: ${one}\nArchitecture: amd64\nAuto-Installed: 1\n\n`)
      .join(''),
  );
}

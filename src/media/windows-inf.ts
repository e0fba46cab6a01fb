/** A driver's INF: which devices it serves, on which Windows (Microsoft Learn, "INF Manufacturer Section", "INF Models Section"). */
import type { InfDevice } from '../domain/windows-package.ts';

export type Inf = {
  /** `31.0.15.3846`; null where there is no DriverVer. */
  readonly driverVersion: string | null;
  /** `nvgridsw.cat`; null: it names no catalogue, so it has no signature. */
  readonly catalogue: string | null;
  readonly devices: readonly InfDevice[];
};

/** Of NVIDIA's many ids of one INF no more is kept than a package can sensibly have. */
const MOST_DEVICES = 20_000;

const swapped = (bytes: Uint8Array): Uint8Array => bytes.map((_, at) => bytes[at ^ 1] ?? 0);

/** INFs are UTF-16 with a mark, or in an old code page; what counts here is ASCII in either. */
export function infText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16le').decode(swapped(bytes));
  return new TextDecoder('latin1').decode(bytes).replaceAll('\0', '');
}

type Sections = ReadonlyMap<string, readonly string[]>;

/** Names in lower case; a section that stands twice is one (Microsoft Learn, "General Syntax Rules for INF Files"). */
function sectionsOf(text: string): Sections {
  const sections = new Map<string, string[]>();
  let lines: string[] | undefined;
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.replace(/;[^"]*$/, '').trim();
    const name = /^\[([^\]]+)\]/.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) {
      if (line !== '') lines?.push(line);
      continue;
    }
    lines = sections.get(name) ?? [];
    sections.set(name, lines);
  }
  return sections;
}

const entry = (lines: readonly string[] | undefined, key: RegExp): string | null => {
  for (const line of lines ?? []) {
    const [, name = '', value = ''] = /^([^=]+?)\s*=\s*(.*)$/.exec(line) ?? [];
    if (key.test(name)) return value.trim();
  }
  return null;
};

const ARCHS: Readonly<Record<string, InfDevice['arch']>> = { ntamd64: 'x86_64', ntarm64: 'aarch64', ntx86: 'x86' };

type Target = Pick<InfDevice, 'arch' | 'fromBuild'> & { readonly section: string };

/** `NTamd64.10.0...17763`: architecture, major and minor version, product type, suite, build. */
function targetOf(section: string, decoration: string): Target {
  const [arch = '', , , , , build = ''] = decoration.toLowerCase().split('.');
  return {
    section: `${section}.${decoration}`.toLowerCase(),
    arch: ARCHS[arch] ?? null,
    fromBuild: /^\d+$/.test(build) ? Number(build) : null,
  };
}

/** `%NVIDIA% = NVIDIA_Devices,NTamd64.10.0...16299,NTamd64.10.0...17763` */
function targetsIn(sections: Sections): readonly Target[] {
  return (sections.get('manufacturer') ?? []).flatMap((line) => {
    const [section = '', ...decorations] = (line.split('=')[1] ?? '').split(',').map((part) => part.trim());
    if (section === '') return [];
    return decorations.length === 0
      ? [{ section: section.toLowerCase(), arch: null, fromBuild: null }]
      : decorations.filter(Boolean).map((decoration) => targetOf(section, decoration));
  });
}

const ID = /PCI\\VEN_10DE&DEV_([0-9A-F]{4})(?:&SUBSYS_([0-9A-F]{8}))?/gi;

const devicesOf = (sections: Sections, { section, arch, fromBuild }: Target): readonly InfDevice[] =>
  (sections.get(section) ?? []).flatMap((line) =>
    [...line.matchAll(ID)].map(([, device = '', subsystem]) => ({
      deviceId: device.toLowerCase(),
      subsystem: subsystem?.toLowerCase() ?? null,
      arch,
      fromBuild,
    })),
  );

/** Null: the text is no INF of a display driver. */
export function parseInf(text: string): Inf | null {
  const sections = sectionsOf(text);
  const version = sections.get('version');
  if (!/^"?display"?$/i.test(entry(version, /^Class$/i) ?? '')) return null;
  const devices = targetsIn(sections).flatMap((target) => devicesOf(sections, target));
  return {
    driverVersion: /,\s*([\d.]+)/.exec(entry(version, /^DriverVer$/i) ?? '')?.[1] ?? null,
    catalogue: entry(version, /^CatalogFile(\.\w+)?$/i)?.replaceAll('"', '').toLowerCase() ?? null,
    devices: devices.slice(0, MOST_DEVICES),
  };
}

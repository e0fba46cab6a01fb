/** NVIDIA's driver as a `.run`: version, architecture and flavour from its header, then from what is in it, then from its name. */
import type { MediaFlavour, MediaItem } from '../../domain/media-item.ts';
import type { Message } from '../../domain/message.ts';
import { atLeast } from '../../domain/version.ts';
import { say } from '../../words/say.ts';
import { archOf, flavourOf, parseDriverName, type DriverName } from '../driver-name.ts';
import type { TarMember } from '../tar-start.ts';
import type { MakeselfHeader } from './makeself-header.ts';
import { textOf } from './payload-start.ts';

export type RunfileSays = {
  readonly header: MakeselfHeader;
  readonly members: readonly TarMember[];
  readonly name: string;
};

/** The first branch that carries the open kernel modules beside the proprietary ones (NVIDIA's 515 release notes). */
const FIRST_OPEN_BRANCH = '515';
const HOST_PROGRAMS = /(^|\/)(nvidia-vgpu-mgr|nvidia-vgpud|vgpuConfig\.xml)$/;
const LICENCE_CLIENT = /(^|\/)(nvidia-gridd|gridd\.conf\.template)$/;
const VERSION = /^\d+\.\d+(\.\d+)*$/;
const PLATFORM = /Linux-(\w+)\s+(\d+\.\d+(?:\.\d+)*)/;

/** A file that is cut within its header has lost its label: then its name is all there is. */
export const isDriverRunfile = ({ header, members, name: fileName }: RunfileSays): boolean =>
  (header.label === '' && parseDriverName(fileName) !== null) ||
  parseDriverName(header.targetFolder) !== null ||
  /NVIDIA.*(Driver|vGPU|GRID)/i.test(header.label) ||
  /nvidia-installer/.test(header.script) ||
  members.some(({ name }) => /(^|\/)nvidia-installer$/.test(name));

type Sort = { readonly flavour: MediaFlavour | null; readonly host: boolean; readonly remark: Message | null };

const plain = (flavour: MediaFlavour | null, remark: Message | null = null): Sort => ({ flavour, host: false, remark });
const forHost = (remark: Message | null = null): Sort => ({ flavour: null, host: true, remark });

function sortByName(named: DriverName): Sort {
  if (named.host) return forHost(say('media.host-package'));
  return plain(named.flavour, named.custom ? say('media.custom') : null);
}

function sortByContents({ header, members }: RunfileSays): Sort | null {
  if (/vgpu[- ]?(kvm|manager|xen|host)/i.test(header.label)) return forHost(say('media.host-package'));
  if (members.some(({ name }) => HOST_PROGRAMS.test(name))) return forHost(say('media.host-package'));
  const flavour = flavourOf(header.label);
  if (flavour) return plain(flavour);
  return members.some(({ name }) => LICENCE_CLIENT.test(name)) ? plain('grid') : null;
}

/** The folder inside decides; then what else the contents say; the file's name only where those are silent. */
function sortOf(says: RunfileSays, folder: DriverName | null): Sort {
  const named = parseDriverName(says.name);
  const contents = sortByContents(says);
  if (folder) {
    const sort = folder.flavour === 'tesla' && !folder.host && contents ? contents : sortByName(folder);
    const differs =
      named !== null && (named.flavour !== sort.flavour || named.version !== folder.version) && !sort.host;
    return differs ? { ...sort, remark: say('media.name-differs', { inside: says.header.targetFolder }) } : sort;
  }
  if (contents) return contents;
  if (named?.host) return forHost(say('media.host-package-by-name'));
  if (named && named.flavour !== 'tesla') return plain(named.flavour, say('media.flavour-by-name'));
  return says.members.length > 0 || named ? plain('tesla') : plain(null, say('media.flavour-unknown'));
}

function versionOf({ header, members }: RunfileSays, folder: DriverName | null): string | null {
  const stated = header.versionString;
  if (stated !== null && VERSION.test(stated)) return stated;
  const manifest =
    textOf(members, /(^|\/)\.manifest$/)
      .split('\n')[1]
      ?.trim() ?? '';
  const labelled = PLATFORM.exec(header.label)?.[2] ?? /\b(\d{3}\.\d+(?:\.\d+)*)\b/.exec(header.label)?.[1];
  return folder?.version ?? labelled ?? (VERSION.test(manifest) ? manifest : null);
}

function archIn({ header, members }: RunfileSays, folder: DriverName | null): string | null {
  const word = header.targetArch ?? folder?.arch ?? PLATFORM.exec(header.label)?.[1];
  return archOf(word ?? PLATFORM.exec(`${textOf(members, /(^|\/)\.manifest$/)} 0.0`)?.[1] ?? '');
}

export function driverRunfile(says: RunfileSays): Pick<MediaItem, 'what'> & Partial<MediaItem> {
  const folder = parseDriverName(says.header.targetFolder);
  const named = parseDriverName(says.name);
  const { flavour, host, remark } = sortOf(says, folder);
  const inside = versionOf(says, folder);
  const version = inside ?? named?.version ?? null;
  const both = version !== null && atLeast(version, FIRST_OPEN_BRANCH);
  return {
    what: host ? 'driver-host' : 'driver',
    format: 'run',
    version,
    arch: archIn(says, folder) ?? named?.arch ?? null,
    flavour,
    moduleFlavours: host || version === null ? [] : both ? ['open', 'proprietary'] : ['proprietary'],
    remark: remark ?? (inside === null && version !== null ? say('media.version-by-name') : null),
  };
}

/** NVIDIA's driver as a `.run`: version, architecture and flavour from its header, then from what is in it, then from its name. */
import type { MediaFlavour, MediaItem } from '../../domain/media-item.ts';
import type { Message } from '../../domain/message.ts';
import type { ModuleFlavour } from '../../domain/profile.ts';
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
  header.script.includes('nvidia-installer') ||
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

/**
 * The folder inside decides where it names a flavour; then what else the contents say; then the name. A plain folder name is not
 * taken for "no vGPU driver" as long as the payload cannot be looked into.
 */
function sortOf(says: RunfileSays, folder: DriverName | null): Sort {
  const named = parseDriverName(says.name);
  if (folder && (folder.host || folder.flavour !== 'tesla')) return sortByFolder(says, folder, named);
  const contents = sortByContents(says);
  if (contents) return ofCloud(contents, named);
  return sortByFileName(says, folder, named) ?? sortByFolder(says, folder, named);
}

/** The contents say that it is a GRID driver; that it is a cloud's build, only its name. */
const ofCloud = (sort: Sort, named: DriverName | null): Sort =>
  sort.flavour === 'grid' && (named?.flavour === 'grid-aws' || named?.flavour === 'grid-azure')
    ? plain(named.flavour, say('media.flavour-by-name'))
    : sort;

function sortByFileName({ members }: RunfileSays, folder: DriverName | null, named: DriverName | null): Sort | null {
  if (named?.host) return forHost(say('media.host-package-by-name'));
  if (named === null || named.flavour === 'tesla') return null;
  const silent = folder === null || (members.length === 0 && folder.version === named.version);
  return silent ? plain(named.flavour, say('media.flavour-by-name')) : null;
}

function sortByFolder(says: RunfileSays, folder: DriverName | null, named: DriverName | null): Sort {
  if (folder === null) {
    return says.members.length > 0 || named ? plain('tesla') : plain(null, say('media.flavour-unknown'));
  }
  const sort = sortByName(folder);
  if (sort.host || named === null) return sort;
  const same = named.flavour === sort.flavour && named.version === folder.version;
  return same ? sort : { ...sort, remark: say('media.name-differs', { inside: says.header.targetFolder }) };
}

/** `.manifest`: the driver's name and platform in the first line, its version in the second. */
const manifestOf = ({ members }: RunfileSays): readonly string[] => textOf(members, /(^|\/)\.manifest$/).split('\n');

function versionOf(says: RunfileSays, folder: DriverName | null): string | null {
  const { label, versionString } = says.header;
  const labelled = PLATFORM.exec(label)?.[2] ?? /\b(\d{3}\.\d+(?:\.\d+)*)\b/.exec(label)?.[1];
  const candidates = [versionString, folder?.version, labelled, manifestOf(says)[1]?.trim()];
  return candidates.find((candidate) => candidate && VERSION.test(candidate)) ?? null;
}

function archIn(says: RunfileSays, folder: DriverName | null): string | null {
  const { label, targetArch } = says.header;
  const [first = ''] = manifestOf(says);
  const words = [targetArch, folder?.arch, PLATFORM.exec(label)?.[1], /Linux-(\w+)/.exec(first)?.[1]];
  return archOf(words.find((word) => word) ?? '');
}

function flavoursIn(version: string | null): readonly ModuleFlavour[] {
  if (version === null) return [];
  return atLeast(version, FIRST_OPEN_BRANCH) ? ['open', 'proprietary'] : ['proprietary'];
}

export function driverRunfile(says: RunfileSays): Pick<MediaItem, 'what'> & Partial<MediaItem> {
  const folder = parseDriverName(says.header.targetFolder);
  const named = parseDriverName(says.name) ?? { version: null, arch: null };
  const { flavour, host, remark } = sortOf(says, folder);
  const inside = versionOf(says, folder);
  const version = inside ?? named.version;
  const byName = inside === null && version !== null ? say('media.version-by-name') : null;
  return {
    what: host ? 'driver-host' : 'driver',
    format: 'run',
    version,
    arch: archIn(says, folder) ?? named.arch,
    flavour,
    moduleFlavours: host ? [] : flavoursIn(version),
    remark: remark ?? byName,
  };
}

/** Windows packages: of no use on Linux, but named, as they lie in the same folder. */
import type { MediaItem } from '../../domain/media-item.ts';
import { say } from '../../words/say.ts';
import { flavourOf } from '../driver-name.ts';
import { itemOf, unchecked, unknownItem, type Recogniser } from '../recognition.ts';

const RESOURCES_WITHIN = 1024 * 1024;

/** The text that follows a key in a version resource: UTF-16, key, zero, padding, value. */
function resourceText(bytes: Uint8Array, key: string): string | null {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  const shifted = new TextDecoder('utf-16le').decode(bytes.subarray(1, bytes.length - ((bytes.length - 1) % 2)));
  const found = [text, shifted].map((one) => new RegExp(`${key}\\0{1,3}([\\x20-\\x7e]{1,80})\\0`).exec(one)?.[1]);
  return (found[0] ?? found[1])?.trim() ?? null;
}

const VERSION = /^\d{3}\.\d{2}$/;
const NAMED_DRIVER = /^(\d{3}\.\d{2})[-_]/;
const NAMED_CUDA = /^cuda_(\d+\.\d+\.\d+)_(?:\d+\.\d+_)?win/i;

type Described = { readonly words: string; readonly version: string | null };

function describedIn(head: Uint8Array): Described {
  const text = (key: string): string => resourceText(head, key) ?? '';
  const stated = [text('FileVersion'), text('ProductVersion')].find((version) => VERSION.test(version));
  return { words: `${text('ProductName')} ${text('FileDescription')}`, version: stated ?? null };
}

/** A Windows number's first part does not name the branch (573.39 is of R570). */
function windowsDriver(name: string, { words, version }: Described): Partial<MediaItem> | null {
  const named = NAMED_DRIVER.exec(name)?.[1] ?? null;
  if (!/nvidia/i.test(words) && named === null) return null;
  return { what: 'driver', version: version ?? named, branch: null, flavour: flavourOf(name.replace(/\.exe$/i, '')) };
}

function windowsCuda(name: string, { words }: Described): Partial<MediaItem> | null {
  const version = NAMED_CUDA.exec(name)?.[1] ?? null;
  return version === null && !/cuda/i.test(words) ? null : { what: 'cuda', version };
}

export const recogniseWindowsProgram: Recogniser = async (file) => {
  const start = await file.start(2);
  if (start[0] !== 0x4d || start[1] !== 0x5a) return null;
  const described = describedIn(await file.start(RESOURCES_WITHIN));
  const known = windowsCuda(file.name, described) ?? windowsDriver(file.name, described);
  if (known === null) return unknownItem(file, say('media.windows-program'), 'unchecked');
  const arch = /64bit|x86_64|_windows/i.test(file.name) ? 'x86_64' : null;
  const integrity = unchecked(say('media.not-checked'));
  const remark = say('media.windows-package');
  return { item: itemOf(file, { what: 'driver', format: 'exe', arch, integrity, remark, ...known }), checks: [] };
};

/** Windows packages: of no use on Linux, but named, as they lie in the same folder. */
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

export const recogniseWindowsProgram: Recogniser = async (file) => {
  const start = await file.start(2);
  if (start[0] !== 0x4d || start[1] !== 0x5a) return null;
  const head = await file.start(RESOURCES_WITHIN);
  const described = `${resourceText(head, 'ProductName') ?? ''} ${resourceText(head, 'FileDescription') ?? ''}`;
  const stated = resourceText(head, 'FileVersion') ?? resourceText(head, 'ProductVersion');
  const integrity = unchecked(say('media.not-checked'));
  const remark = say('media.windows-package');
  const arch = /64bit|x86_64|_windows/i.test(file.name) ? 'x86_64' : null;
  const [, cuda] = /^cuda_(\d+\.\d+\.\d+)(?:_(\d+\.\d+))?_win/i.exec(file.name) ?? [];
  if (cuda !== undefined || /cuda/i.test(described)) {
    return {
      item: itemOf(file, { what: 'cuda', format: 'exe', version: cuda ?? null, arch, integrity, remark }),
      checks: [],
    };
  }
  const named = /^(\d{3}\.\d{2})[-_]/.exec(file.name)?.[1] ?? null;
  if (!/nvidia/i.test(described) && named === null) return unknownItem(file, say('media.windows-program'), 'unchecked');
  const version = stated !== null && VERSION.test(stated) ? stated : named;
  const flavour = flavourOf(file.name.replace(/\.exe$/i, '')) ?? null;
  // A Windows number's first part does not name the branch (573.39 is of R570).
  const item = itemOf(file, { what: 'driver', format: 'exe', version, arch, flavour, integrity, remark });
  return { item: { ...item, branch: null }, checks: [] };
};

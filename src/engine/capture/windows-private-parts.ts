/** What is taken out of Windows's answers although no mask could tell it from the rest. */
import { ENVIRONMENT_KEY } from '../../domain/windows-places.ts';
import { SETUP_LOG } from '../../probes/windows-install.ts';
import type { Trimmed } from './private-parts.ts';

type Why = NonNullable<Trimmed['withheld']>;

const trimmedTo = (text: string, whole: string, why: Why): Trimmed => ({ text, withheld: text === whole ? null : why });

const partsOf = (text: string, between: RegExp, why: Why, isOurs: (part: string) => boolean): Trimmed =>
  trimmedTo(text.split(between).filter(isOurs).join(''), text, why);

/** `reg query` of this key also prints who bought it, and the product key in binary. */
const WINDOWS_KEY = /\\Windows NT\\CurrentVersion$/i;
const VALUE = /^ {4}(\S.*?) {4}REG_/;
const EDITION =
  /^(?:ProductName|EditionID|InstallationType|DisplayVersion|ReleaseId|UBR|BuildLab(?:Ex)?|Current(?:Build|BuildNumber|Version|MajorVersionNumber|MinorVersionNumber))$/i;

const isOfEdition = (line: string): boolean => EDITION.test(VALUE.exec(line)?.[1] ?? 'ProductName');

/** Where a letter of a value could not be printed, that is to show also when a placeholder has taken the place of its `?`. */
const stillDamaged = (text: string): string => text.replace(/^( {4}\S.*[?\ufffd].*?)(\r?)$/gm, '$1?$2');

/** Devices have names and serial numbers of their own: phones, sticks, printers. */
const isDisplay = (block: string): boolean => /VEN_10DE|CC_03|\{4d36e968-e325-11ce-bfc1-08002be10318\}/i.test(block);

/** By these a cloud's guests are known. */
const EVERYBODYS_TAG =
  /^(?:|7783-7084-3265-9085-8269-3286-77|OracleCloud\.com|Amazon EC2|OpenStack.*|HUAWEICLOUD|No ?Asset.*|None|Not .*|Default.*)$/i;

function withoutTag(json: string): Trimmed {
  const text = json.replace(/("ChassisAssetTag":")((?:[^"\\]|\\.)*)/g, (whole, before: string, tag: string) =>
    EVERYBODYS_TAG.test(tag.trim()) ? whole : `${before}${/^i-[0-9a-f]{8,17}$/.test(tag) ? tag.replace(/[0-9a-f]/g, '0') : '<withheld>'}`,
  );
  return trimmedTo(text, json, 'serial-number');
}

/** Undefined: it is no command of Windows that tells more than is asked. */
export function trimmedWindowsOutput(command: readonly string[], text: string): Trimmed | undefined {
  const [program = '', , key = ''] = command;
  switch (program) {
    case 'reg.exe':
      if (key === ENVIRONMENT_KEY) return { text: stillDamaged(text), withheld: null };
      return WINDOWS_KEY.test(key) ? partsOf(text, /(?<=\n)/, 'serial-number', isOfEdition) : undefined;
    case 'pnputil.exe':
      return command.includes('/enum-devices') ? partsOf(text, /(?<=\n\s*\n)(?=\S)/, 'other-devices', isDisplay) : undefined;
    case 'whoami.exe':
      return partsOf(text, /(?<=\n)/, 'accounts', (line) => line.includes('"S-1-16-'));
    case 'powershell.exe':
      return withoutTag(text);
    default:
      return undefined;
  }
}

/** Windows's log of all that was ever installed: what is said of NVIDIA's devices, and what stands before the first device. */
export function trimmedSetupLog(path: string, text: string): Trimmed | undefined {
  if (path !== SETUP_LOG) return undefined;
  return partsOf(text, /^(?=\s*>>>\s+\[)/m, 'other-log-lines', (section) =>
    /^(?!\s*>>>)|VEN_10DE|nv\w*\.inf|NVIDIA/i.test(section),
  );
}

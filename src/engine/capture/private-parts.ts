/** What is taken out of certain commands and files although no mask could tell it from the rest. */
import type { CaptureManifest } from '../../domain/capture.ts';
import { trimmedSetupLog, trimmedWindowsOutput } from './windows-private-parts.ts';

type Why = CaptureManifest['withheld'][number]['why'];
export type Trimmed = { readonly text: string; readonly withheld: Why | null };

const PRIVATE_FILE = /\.(?:priv|key|p12|pfx)$|\/one-time-password$|\/g?shadow-?$|\/id_(?:rsa|ecdsa|ed25519)$/;

/** Keys and passwords, whatever they look like: they are not even redacted, they stay away. */
export const isPrivateFile = (path: string): boolean => PRIVATE_FILE.test(path);

/** Variables that say how programs are found and speak; any other may be somebody's secret. */
const PLAIN_VARIABLE =
  /^(?:export )?(?:PATH|LANG|LANGUAGE|LC_\w+|TZ|SHELL|TERM|LD_LIBRARY_PATH|CUDA_\w+|NVIDIA_\w+|(?:https?|no|ftp)_proxy|XDG_\w+)$/i;

function withoutVariables(text: string): Trimmed {
  const lines = text.split('\n').map((line) => {
    const [whole, name = '', value = ''] = /^([^=#]*)=(.*)$/s.exec(line) ?? [];
    return whole === undefined || value === '' || PLAIN_VARIABLE.test(name.trim()) ? line : `${name}=<withheld>`;
  });
  const trimmed = lines.join('\n');
  return { text: trimmed, withheld: trimmed === text ? null : 'environment' };
}

/** The log of everything that runs there: only what is ours. */
function ourLines(text: string): Trimmed {
  const kept = text.split('\n').filter((line) => /nvidia|NVRM|nouveau|gpu-guest|\bXid\b/i.test(line));
  const trimmed = kept.length === 0 ? '' : `${kept.join('\n')}\n`;
  return { text: trimmed, withheld: trimmed === text ? null : 'other-log-lines' };
}

/** By these a cloud's guests are known; they are the same on all of them (the first is Azure's). */
const CLOUD_TAG = /^(?:7783-7084-3265-9085-8269-3286-77|OracleCloud\.com|Amazon EC2|OpenStack.*|HUAWEICLOUD|i-0+)$/;
const NUMBER_FILE =
  /^\/sys\/class\/dmi\/id\/(?:\w+_serial|\w+_uuid|\w+_asset_tag)$|^\/etc\/hostname$|^\/proc\/sys\/kernel\/(?:hostname|domainname)$/;

const PACKAGE_FIELD =
  /^(?:Package|Status|Architecture|Multi-Arch|Version|Config-Version|Source|Provides|(?:Pre-)?Depends|Conflicts|Breaks|Replaces|Triggers-\w+):/;

/** Of each package what it is and needs: not who maintains it, what it is good for, and the sums of its settings. */
function packagesOnly(text: string): string {
  const lines = text.split('\n');
  return lines.filter((line) => line === '' || PACKAGE_FIELD.test(line)).join('\n');
}

export function trimmedFile(path: string, text: string): Trimmed {
  if (path.endsWith('/machine-id'))
    return { text: text.replace(/[0-9a-f]{32}/gi, '0'.repeat(32)), withheld: 'serial-number' };
  // The instance of AWS: that it is one is no secret.
  if (/^i-[0-9a-f]{8,17}\s*$/.test(text)) return { text: text.replace(/[0-9a-f]/g, '0'), withheld: 'serial-number' };
  if (NUMBER_FILE.test(path) && !CLOUD_TAG.test(text.trim()))
    return { text: text.trim() === '' ? text : '<withheld>\n', withheld: 'serial-number' };
  const setupLog = trimmedSetupLog(path, text);
  if (setupLog !== undefined) return setupLog;
  if (path === '/var/lib/dpkg/status') return { text: packagesOnly(text), withheld: null };
  if (/^\/var\/log\/(?:syslog|messages)$/.test(path)) return ourLines(text);
  return /^\/etc\/(?:environment|default\/locale)$|\/environ$/.test(path)
    ? withoutVariables(text)
    : { text, withheld: null };
}

export const trimmedOutput = (command: readonly string[], text: string): Trimmed =>
  trimmedWindowsOutput(command, text) ??
  (command.includes('show-environment') || command[0] === 'env' || command[0] === 'printenv'
    ? withoutVariables(text)
    : { text, withheld: null });

const CONFIG_SPACE = /^\/sys\/bus\/pci\/devices\/[^/]+\/config$/;
const SERIAL_CAPABILITY = 0x0003;
const EXTENDED = 0x100;

/** PCI Express extended capability "Device Serial Number": its eight bytes are made zero. */
export function withoutSerial(path: string, bytes: Uint8Array): Uint8Array {
  if (!CONFIG_SPACE.test(path) || bytes.length <= EXTENDED) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = EXTENDED, hops = 0; at >= EXTENDED && at + 12 <= bytes.length && hops < 64; hops++) {
    const head = view.getUint32(at, true);
    if ((head & 0xffff) === SERIAL_CAPABILITY) {
      const copy = bytes.slice();
      copy.fill(0, at + 4, at + 12);
      return copy;
    }
    at = (head >>> 20) & 0xffc;
  }
  return bytes;
}

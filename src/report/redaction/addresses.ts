import type { Mask } from './mask.ts';

/** Addresses that name no one: loopback, private networks (RFC 1918), link-local, carrier NAT, net masks, multicast. */
const NOBODYS =
  /^(0\.|10\.|127\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|22[4-9]\.|23\d\.|24\d\.|25\d\.)/;

const isAddress = (text: string): boolean => text.split('.').every((part) => Number(part) <= 255 && !/^0\d/.test(part));

/** "(>= 1.2.3.4)", "Version: 1.2.3.4": four numbers, and no address. The end of a placeholder is no `>`. */
const VERSION_BEFORE = /(?:version(?: +REG_SZ +)?|\brelease|(?<!<[a-z-]+-\d+)[<>=~]=?|\bv)["')]?[:=]?\s*["'(]?(?:\d+:)?$/i;

/** Eight groups, or fewer with one `::`. */
function isSix(text: string): boolean {
  const groups = text.split(':').filter((group) => group !== '');
  const gaps = text.split('::').length - 1;
  return gaps === 0 ? groups.length === 8 : gaps === 1 && groups.length < 8 && !text.includes(':::');
}

/** Public addresses. */
export const ADDRESSES: readonly Mask[] = [
  {
    kind: 'address',
    pattern: /(?<![\d.\w-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/g,
    keep: (found, before) => NOBODYS.test(found) || !isAddress(found) || VERSION_BEFORE.test(before),
  },
  {
    kind: 'address',
    // Global unicast (2000::/3).
    pattern: /(?<![0-9a-f:.])[23][0-9a-f]{3}:[0-9a-f:]{2,35}(?![0-9a-f:])(?!\.\d)/gi,
    keep: (found) => !isSix(found),
  },
];

import { joined } from './lspci-head.ts';

/** A slot and the fields after it. The older -vm calls the slot "Device" too. */
const GROUP =
  /^[>\t ]*(?:Slot|Device):[\t ]+((?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])\n((?:[>\t ]*[A-Z]\w+:[\t ]+\S.*(?:\n|$))+)/gim;

/** What `lspci -vmm` prints (one field a line) as `lspci -k` would print it; every other line as it is. */
export const withoutFields = (text: string): string =>
  text.replace(GROUP, (_, slot: string, lines: string) => {
    const fields = new Map(
      [...lines.matchAll(/^[>\t ]*(\w+):[\t ]+(.*?)[\t ]*$/gm)].map(([, key = '', value = '']) => [key, value]),
    );
    const of = (key: string) => fields.get(key) ?? '';
    const below = [
      fields.has('SDevice') && `\tSubsystem: ${joined(of('SVendor'), of('SDevice'))}\n`,
      fields.has('Driver') && `\tKernel driver in use: ${of('Driver')}\n`,
      fields.has('Module') && `\tKernel modules: ${of('Module')}\n`,
    ];
    return [`${slot} ${of('Class')}: ${joined(of('Vendor'), of('Device'))}\n`, ...below.filter(Boolean)].join('');
  });

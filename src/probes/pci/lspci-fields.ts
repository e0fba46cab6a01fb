import { joined } from './lspci-head.ts';

/** A slot and the fields after it. The older -vm calls the slot "Device" too. */
const GROUP =
  /^[>\t ]*(?:Slot|Device):[\t ]+((?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])\n((?:[>\t ]*[A-Z]\w+:[\t ]+\S.*(?:\n|$))+)/gim;
const QUOTED =
  /^([>\t ]*[0-9a-f:]{5,}\.[0-7]) "([^"]*)" "([^"]*)" "([^"]*)"(?: -r\w+)?(?: -p\w+)? "([^"]*)" "([^"]*)"[\t ]*$/gim;

/**
 * What `lspci -vmm` (one field a line) and `lspci -mm` (one device a line, in quotes) print, as plain lspci would print it;
 * every other line as it is. These forms give the subsystem without being asked about drivers: hence "Subsystem id".
 */
export const withoutFields = (text: string): string =>
  text.replace(GROUP, listed).replace(QUOTED, (_, slot: string, ...[type, vendor, device, sv, sd]: string[]) => {
    return `${slot} ${type ?? ''}: ${joined(vendor ?? '', device ?? '')}\n${subsystem(sv ?? '', sd ?? '')}`;
  });

function listed(_: string, slot: string, lines: string): string {
  const fields = new Map(
    [...lines.matchAll(/^[>\t ]*(\w+):[\t ]+(.*?)[\t ]*$/gm)].map(([, key = '', value = '']) => [key, value]),
  );
  const of = (key: string) => fields.get(key) ?? '';
  const below = [
    fields.has('SDevice') && subsystem(of('SVendor'), of('SDevice')),
    fields.has('Driver') && `\tKernel driver in use: ${of('Driver')}\n`,
    fields.has('Module') && `\tKernel modules: ${of('Module')}\n`,
  ];
  return [`${slot} ${of('Class')}: ${joined(of('Vendor'), of('Device'))}\n`, ...below.filter(Boolean)].join('');
}

const subsystem = (vendor: string, device: string): string => `\tSubsystem id: ${joined(vendor, device)}\n`;

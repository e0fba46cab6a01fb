/** Where the distributions keep the list of PCI ids (pci.ids of pciutils, hwdata). */
export const NAME_FILES = ['/usr/share/misc/pci.ids', '/usr/share/hwdata/pci.ids'];

/** "Cirrus Logic GD 5446"; null where the list does not name it. A vendor's devices follow its line, indented by one tab. */
export function nameIn(pciIds: string, vendorId: string, deviceId: string): string | null {
  const text = `\n${pciIds}`;
  const vendorAt = text.indexOf(`\n${vendorId}  `);
  if (vendorAt === -1) return null;
  const rest = text.slice(vendorAt + 1);
  const block = rest.slice(0, /\n[^\t#\n]/.exec(rest)?.index ?? rest.length);
  const vendor = lineAfter(block, `${vendorId}  `);
  const device = lineAfter(block, `\n\t${deviceId}  `);
  return vendor !== null && device !== null ? `${vendor} ${device}` : null;
}

function lineAfter(text: string, start: string): string | null {
  const at = text.indexOf(start);
  if (at === -1) return null;
  const line = text.slice(at + start.length);
  return line.slice(0, line.includes('\n') ? line.indexOf('\n') : line.length).trim();
}

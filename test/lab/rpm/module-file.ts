// A kernel module that holds its description and nothing else: what modinfo, depmod and dkms read of one.

const SECTION = 64;
const HEADER = 64;

type Section = { name: string; type: number; content: Buffer; entry?: number; link?: number };

const strings = (all: readonly string[]) => Buffer.from(all.map(one => `${one}\0`).join(''), 'latin1');

/** fields: as in `modinfo`; a relocatable ELF file for x86_64. */
export function moduleFile(fields: Record<string, string>): Buffer {
  const named = ['', '.modinfo', '.symtab', '.strtab', '.shstrtab'];
  const sections: Section[] = [
    { name: '', type: 0, content: Buffer.alloc(0) },
    { name: '.modinfo', type: 1, content: strings(Object.entries(fields).map(([key, value]) => `${key}=${value}`)) },
    { name: '.symtab', type: 2, content: Buffer.alloc(24), entry: 24, link: 3 },
    { name: '.strtab', type: 3, content: strings(['']) },
    { name: '.shstrtab', type: 3, content: strings(named) },
  ];
  const header = Buffer.alloc(HEADER);
  header.write('\x7fELF\x02\x01\x01', 'latin1');
  header.writeUInt16LE(1, 16); // relocatable
  header.writeUInt16LE(62, 18); // x86_64
  header.writeUInt32LE(1, 20);
  const bodies = sections.map(({ content }) => Buffer.concat([content, Buffer.alloc(-content.length & 7)]));
  header.writeBigUInt64LE(BigInt(HEADER + Buffer.concat(bodies).length), 40);
  header.writeUInt16LE(HEADER, 52);
  header.writeUInt16LE(SECTION, 58);
  header.writeUInt16LE(sections.length, 60);
  header.writeUInt16LE(sections.length - 1, 62);
  return Buffer.concat([header, ...bodies, ...table(sections, bodies)]);
}

function table(sections: readonly Section[], bodies: readonly Buffer[]): Buffer[] {
  let offset = HEADER, name = 0;
  return sections.map((section, at) => {
    const row = Buffer.alloc(SECTION);
    row.writeUInt32LE(name, 0);
    row.writeUInt32LE(section.type, 4);
    row.writeBigUInt64LE(BigInt(offset), 24);
    row.writeBigUInt64LE(BigInt(section.content.length), 32);
    row.writeUInt32LE(section.link ?? 0, 40);
    row.writeBigUInt64LE(1n, 48);
    row.writeBigUInt64LE(BigInt(section.entry ?? 0), 56);
    offset += bodies[at]!.length;
    name += section.name.length + 1;
    return row;
  });
}

import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';

/** What the firmware says of the (virtual) machine; '' where it says nothing. No serial numbers: they are root's alone, and nobody's business. */
export type Dmi = {
  readonly sysVendor: string;
  readonly productName: string;
  readonly biosVendor: string;
  readonly biosVersion: string;
  readonly boardAssetTag: string;
  readonly chassisAssetTag: string;
};

const FOLDER = '/sys/class/dmi/id';

/** Undefined where there is no DMI at all. */
export async function readDmi(machine: Observer): Promise<Dmi | undefined> {
  const read = async (name: string) => (await ifObservable(machine.read(`${FOLDER}/${name}`)))?.trim();
  const sysVendor = await read('sys_vendor');
  if (sysVendor === undefined) return machine.origin.kind === 'recorded' ? await fromDmidecode(machine) : undefined;
  const [productName = '', biosVendor = '', biosVersion = '', boardAssetTag = '', chassisAssetTag = ''] =
    await Promise.all(
      ['product_name', 'bios_vendor', 'bios_version', 'board_asset_tag', 'chassis_asset_tag'].map(read),
    );
  return { sysVendor, productName, biosVendor, biosVersion, boardAssetTag, chassisAssetTag };
}

/** A bug report carries the whole table. Never run on a live guest: it needs root, and the files say the same. */
async function fromDmidecode(machine: Observer): Promise<Dmi | undefined> {
  const output = await ifObservable(machine.run(['dmidecode']));
  return output && parseDmidecode(output.stdout);
}

/** Undefined where the text has no section "System Information". */
export function parseDmidecode(text: string): Dmi | undefined {
  if (!/^System Information$/m.test(text)) return undefined;
  const of = (section: string, key: string) => {
    const body = new RegExp(`^${section} Information\\n((?:[ \\t]+.*\\n?)*)`, 'm').exec(text)?.[1] ?? '';
    return new RegExp(`^[ \\t]+${key}:[ \\t]*(.*?)[ \\t]*$`, 'm').exec(body)?.[1] ?? '';
  };
  return {
    sysVendor: of('System', 'Manufacturer'),
    productName: of('System', 'Product Name'),
    biosVendor: of('BIOS', 'Vendor'),
    biosVersion: of('BIOS', 'Version'),
    boardAssetTag: of('Base Board', 'Asset Tag'),
    chassisAssetTag: of('Chassis', 'Asset Tag'),
  };
}

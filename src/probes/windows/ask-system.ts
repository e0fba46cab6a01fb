/** What a Windows machine is: by its registry, where that says it; what made it, by CIM. */
import { known, notInSource, Unobservable, unreadable, type Fact, type Ignorance } from '../../domain/fact.ts';
import type { Observer } from '../../domain/machine.ts';
import type { Dmi } from '../dmi.ts';
import { askRegistry, askWindowsVersion, type RegistryValues } from './reg-query.ts';
import { ASK_SYSTEM } from './scripts.ts';
import { windowsSystemIn, type WindowsSystem } from './system-records.ts';

type Windows = Pick<WindowsSystem, 'name' | 'version' | 'firmware' | 'secureBoot'>;

/** The registry of Windows 11 still calls it Windows 10; from build 22000 on it is not (Microsoft Learn, "Windows 11 release information"). */
const FIRST_OF_11 = 22_000;

function editionOf(values: RegistryValues | undefined): Pick<Windows, 'name' | 'version'> {
  const [product, build] = [values?.get('productname'), values?.get('currentbuildnumber')];
  if (product === undefined || build === undefined) return { name: null, version: null };
  const name = Number(build) >= FIRST_OF_11 ? product.replace('Windows 10', 'Windows 11') : product;
  const release = values?.get('displayversion') ?? values?.get('releaseid');
  return { name: [name, release].filter(Boolean).join(' '), version: `10.0.${build}` };
}

/** 1: BIOS, 2: UEFI (Microsoft Learn, "Boot to UEFI Mode or Legacy BIOS mode"). */
const FIRMWARE: Readonly<Partial<Record<string, 'bios' | 'uefi'>>> = { 1: 'bios', 2: 'uefi' };

const STATE = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\State';

/** Windows makes the value where the firmware can do Secure Boot (Microsoft Learn, "Secure Boot"): UEFI without it cannot, so it is off. */
function secureBootOf(state: string | undefined, firmware: Windows['firmware']): Windows['secureBoot'] {
  if (state !== undefined) return state === '1' ? 'on' : 'off';
  if (firmware === null) return null;
  return firmware === 'uefi' ? 'off' : 'no-uefi';
}

/** Edition and build, firmware, Secure Boot. Null: not said. */
export async function windowsOf(machine: Observer): Promise<Windows> {
  if (machine.origin.kind === 'recorded') return windowsSystemIn((await machine.run(ASK_SYSTEM)).stdout);
  const [version, control, state] = await Promise.all([
    askWindowsVersion(machine),
    askRegistry(machine, 'HKLM\\SYSTEM\\CurrentControlSet\\Control'),
    askRegistry(machine, STATE),
  ]);
  const enabled = state?.get('uefisecurebootenabled');
  const told = FIRMWARE[control?.get('pefirmwaretype') ?? ''];
  const firmware = told ?? (enabled === undefined ? null : 'uefi');
  return { ...editionOf(version), firmware, secureBoot: secureBootOf(enabled, firmware) };
}

/** Azure and Oracle are known by `assetTag` alone. `hypervisor` null: not said. */
export type WindowsMachine = Omit<Dmi, 'chassisAssetTag' | 'boardAssetTag'> & {
  readonly assetTag: Fact<string>;
  readonly hypervisor: boolean | null;
};

type Told = Readonly<Record<string, unknown>>;

function parsed(text: string): Told | undefined {
  try {
    const told: unknown = JSON.parse(text);
    return typeof told === 'object' && told !== null && 'CsManufacturer' in told ? told : undefined;
  } catch {
    // Expected: what was cut off, or is no JSON.
    return undefined;
  }
}

const word = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

async function byCim(machine: Observer): Promise<WindowsMachine> {
  const { stdout, stderr } = await machine.run(ASK_SYSTEM);
  const told = parsed(stdout);
  if (told === undefined) throw unreadable('Get-CimInstance Win32_ComputerSystem', stderr || stdout);
  const hypervisor = told['HyperVisorPresent'];
  return {
    sysVendor: word(told['CsManufacturer']),
    productName: word(told['CsModel']),
    biosVendor: word(told['BiosVendor']),
    biosVersion: word(told['BiosVersion']),
    assetTag: known(word(told['ChassisAssetTag'])),
    hypervisor: typeof hypervisor === 'boolean' ? hypervisor : null,
  };
}

/** What Windows took over from the firmware when it started. */
async function byRegistry(machine: Observer, why: Ignorance): Promise<WindowsMachine> {
  const bios = await askRegistry(machine, 'HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS');
  if (bios === undefined) throw notInSource('HARDWARE\\DESCRIPTION\\System\\BIOS');
  const of = (name: string): string => bios.get(name)?.trim() ?? '';
  return {
    sysVendor: of('systemmanufacturer'),
    productName: of('systemproductname'),
    biosVendor: of('biosvendor'),
    biosVersion: of('biosversion'),
    assetTag: { known: false, ignorance: why },
    hypervisor: null,
  };
}

const NOT_TOLD: Fact<string> = { known: false, ignorance: { kind: 'not-in-source', what: 'SMBIOSAssetTag' } };

async function recorded(machine: Observer): Promise<WindowsMachine> {
  const { maker, model, hypervisor } = windowsSystemIn((await machine.run(ASK_SYSTEM)).stdout);
  return {
    sysVendor: maker ?? '',
    productName: model ?? '',
    biosVendor: '',
    biosVersion: '',
    assetTag: NOT_TOLD,
    hypervisor,
  };
}

export async function machineOfWindows(machine: Observer): Promise<WindowsMachine> {
  if (machine.origin.kind === 'recorded') return recorded(machine);
  try {
    return await byCim(machine);
  } catch (error) {
    // Expected: a policy forbids PowerShell, or CIM does not answer.
    if (!(error instanceof Unobservable)) throw error;
    return byRegistry(machine, error.ignorance);
  }
}

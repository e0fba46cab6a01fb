/** `pnputil /enum-devices /connected /ids`, in any language of Windows: by the shape of what stands there, not by its labels. */
import type { Command, Observer } from '../../domain/machine.ts';
import { problemCode } from './display-fields.ts';
import type { WindowsDisplay } from './display-records.ts';
import { classIn, displayFrom, withoutTwins } from './live-displays.ts';
import { askRegistry, type RegistryValues } from './reg-query.ts';

/** From Windows 10 version 1903 on (Microsoft Learn, "PnPUtil Command Syntax"): older ones print their usage. */
const ENUMERATE: Command = ['pnputil.exe', '/enum-devices', '/connected', '/ids'];

const DISPLAY_CLASS = /\{4d36e968-e325-11ce-bfc1-08002be10318\}/i;
const INSTANCE = /^[^:：\n]{1,60}[:：]\s+((?:PCI|VMBUS|ROOT|SWD|ACPI)\\\S+\\\S+)\s*$/im;
/** `43 (0x2B) [CM_PROB_FAILED_POST_START]` */
const PROBLEM = /\b(\d{1,2}) \(0x[0-9A-F]{1,2}\)|\bCM_PROB_[A-Z_]+/i;

type Connected = { readonly instance: string; readonly problem: number | null; readonly ids: readonly string[] };

/** A device that has a problem says so; one that says nothing may also have been stopped: that word alone is translated. */
function connectedIn(block: string): Connected | undefined {
  const instance = INSTANCE.exec(block)?.[1];
  const ids = block.match(/PCI\\\S+/gi) ?? [];
  if (instance === undefined || (!DISPLAY_CLASS.test(block) && classIn(ids) === null)) return undefined;
  const said = PROBLEM.exec(block)?.[0];
  return { instance, ids, problem: said === undefined ? null : (problemCode(said) ?? null) };
}

/** [] where it lists no display device: also where it only printed its usage. */
export const connectedDisplaysIn = (text: string): readonly Connected[] =>
  text.split(/\r?\n\s*\r?\n/).flatMap((block) => connectedIn(block) ?? []);

const ENUM = 'HKLM\\SYSTEM\\CurrentControlSet\\Enum\\';
const CLASS = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\';

/** `@oem4.inf,%nvidia_dev.2236%;NVIDIA A10-24Q`: the name behind the place where its translation is. */
const nameIn = (device: RegistryValues): string | null => {
  const said = (device.get('friendlyname') ?? device.get('devicedesc') ?? '').replace(/^@[^;]*;/, '').trim();
  return said === '' ? null : said;
};

const NO_VALUES: RegistryValues = new Map();

async function valuesOf(machine: Observer, key: string): Promise<RegistryValues> {
  return (await askRegistry(machine, key)) ?? NO_VALUES;
}

async function described(machine: Observer, { instance, problem, ids }: Connected): Promise<WindowsDisplay> {
  const device = await valuesOf(machine, ENUM + instance);
  const key = device.get('driver');
  const driver = key === undefined ? NO_VALUES : await valuesOf(machine, CLASS + key);
  return displayFrom({
    name: nameIn(device),
    instance,
    problem,
    ids,
    location: device.get('locationinformation') ?? null,
    service: device.get('service') ?? null,
    driverVersion: driver.get('driverversion') ?? null,
    inf: driver.get('infpath') ?? null,
  });
}

/** Where PowerShell may not run: pnputil says what is connected and with which problem, the registry by which driver. */
export async function displaysWithoutPowerShell(machine: Observer): Promise<readonly WindowsDisplay[]> {
  const { stdout } = await machine.run(ENUMERATE);
  return withoutTwins(await Promise.all(connectedDisplaysIn(stdout).map((one) => described(machine, one))));
}

import type { NvidiaSmi, SmiGpu } from './nvidia-smi.ts';
import { addressOf, driverModelOf, fabricOf, idsOf, licenceOf, modeOf, pendingOf, switchOf, valueOrNull } from './nvidia-smi-values.ts';

/** `nvidia-smi -q -x`, read by its tags alone, so that what is cut off in the middle still says what it holds. */
type Element = { readonly path: string; readonly text: string; readonly id: string | null };

const TOKEN = /<(\/?)([A-Za-z_][\w.-]*)([^<>]*?)(\/?)>([^<]*)/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole).trim();

function elementsOf(xml: string): readonly Element[] {
  const elements: Element[] = [];
  let stack: readonly string[] = [];
  for (const [, closing, name = '', attributes = '', empty, text = ''] of xml.matchAll(TOKEN)) {
    if (closing === '/') stack = stack.slice(0, Math.max(0, stack.lastIndexOf(name)));
    else {
      const path = [...stack, name];
      elements.push({
        path: path.join('/'),
        text: decoded(text),
        id: /\bid="([^"]*)"/.exec(attributes)?.[1] ?? null,
      });
      if (empty !== '/') stack = path;
    }
  }
  return elements;
}

const isGpu = ({ path }: Element): boolean => /(^|nvidia_smi_log\/)gpu$/.test(path);

function gpuFrom(elements: readonly Element[]): SmiGpu {
  const find = (pattern: RegExp): string | undefined => elements.find(({ path }) => pattern.test(path))?.text;
  const device = idsOf(find(/pci_device_id$/));
  const subsystem = idsOf(find(/pci_sub_system_id$/));
  const status = find(/licensed_product\/license_status$/);
  return {
    address: addressOf(elements[0]?.id ?? find(/pci_bus_id$/)),
    productName: valueOrNull(find(/gpu\/product_name$/)),
    productBrand: valueOrNull(find(/gpu\/product_brand$/)),
    architecture: valueOrNull(find(/gpu\/product_architecture$/)),
    virtualizationMode: modeOf(find(/gpu_virtualization_mode\/virtualization_mode$/)),
    hostVgpuMode: valueOrNull(find(/gpu_virtualization_mode\/host_vgpu_mode$/)),
    deviceId: device.device,
    vendorId: device.vendor,
    subsystemVendorId: subsystem.vendor,
    subsystemDeviceId: subsystem.device,
    migMode: switchOf(find(/mig_mode\/current_mig$/)),
    ...pendingOf(find(/mig_mode\/current_mig$/), find(/mig_mode\/pending_mig$/)),
    ...(find(/gpu\/mig_devices$/) === undefined
      ? {}
      : { migDevices: elements.filter(({ path }) => path.endsWith('/mig_devices/mig_device')).length }),
    ...fabricOf(find(/gpu\/fabric\/state$/)),
    persistenceMode: switchOf(find(/gpu\/persistence_mode$/)),
    ...driverModelOf(find(/driver_model\/current_dm$/)),
    licence: status === undefined ? null : licenceOf(find(/licensed_product\/\w*product_name$/), status),
  };
}

/** Null where it is not nvidia-smi's XML. */
export function parseNvidiaSmiXml(xml: string): Extract<NvidiaSmi, { kind: 'answered' }> | null {
  const elements = elementsOf(xml);
  const starts = elements.flatMap((element, index) => (isGpu(element) ? [index] : []));
  const gpus = starts.map((start, nth) => gpuFrom(elements.slice(start, starts[nth + 1])));
  const find = (name: string): string | undefined =>
    elements.find(({ path }) => path === name || path.endsWith(`nvidia_smi_log/${name}`))?.text;
  const driver = find('driver_version');
  if (gpus.length === 0 && driver === undefined) return null;
  const cuda = find('cuda_version');
  return {
    kind: 'answered',
    driverVersion: valueOrNull(driver),
    cudaVersion: valueOrNull(cuda),
    gpus,
    isHost: gpus.some((gpu) => gpu.virtualizationMode?.startsWith('host') === true) || cuda === 'Not Found',
    complete: xml.includes('</nvidia_smi_log>') && Number(find('attached_gpus')) === gpus.length,
  };
}

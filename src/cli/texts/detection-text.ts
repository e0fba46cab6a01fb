import type { Detection } from '../../contract/documents/detection.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { unreadSentence } from '../../report/unread-groups.ts';
import { indented } from '../layout.ts';
import { rejectedLines } from './rejected-text.ts';
import { heading, label, sheet, simulatedBanner, type Row } from './sheet.ts';

type Gpu = Detection['gpus'][number];

function presentation({ mode, vgpu, modeReason }: Gpu, { translate }: Call): string {
  if (mode === 'passthrough') return `${translate(say('cli.detect.passthrough'))}. ${modeReason}`;
  if (mode === 'unknown' || vgpu === null) return `${translate(say('cli.detect.unknown'))}. ${modeReason}`;
  const parts = [
    translate(say('cli.detect.vgpu', { type: vgpu.type ?? translate(say('cli.detect.type-unlisted')) })),
    vgpu.framebufferMiB === null ? null : translate(say('cli.detect.framebuffer', { gib: vgpu.framebufferMiB / 1024 })),
    vgpu.hostDriver === null
      ? translate(say('cli.detect.host-unread'))
      : translate(say('cli.detect.host', { version: vgpu.hostDriver.version, branch: vgpu.hostDriver.branch })),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** A text that shows no drivers says nothing of them: that is not the same as none. */
const showsDrivers = ({ unread }: Detection): boolean => !unread.some(({ what }) => what === 'installedDrivers');

function gpuText(gpu: Gpu, seen: boolean, call: Call): string {
  const { translate } = call;
  const ids = [
    gpu.deviceId === null ? null : `${gpu.vendorId}:${gpu.deviceId}`,
    gpu.subsystemDeviceId === null ? null : `${gpu.subsystemVendorId ?? ''}:${gpu.subsystemDeviceId}`,
  ];
  const rows: Row[] = [
    [label(call, 'cli.detect.presented'), presentation(gpu, call)],
    [label(call, 'cli.detect.ids'), [gpu.address, ...ids].filter((part) => part !== null).join('  ')],
    [
      label(call, 'cli.detect.bound'),
      gpu.boundDriver ?? translate(say(seen ? 'cli.detect.bound-none' : 'cli.detect.unknown')),
    ],
  ];
  const name = gpu.vgpu?.type ?? gpu.name ?? translate(say('cli.detect.unnamed'));
  return `${heading(gpu.architecture === null ? name : `${name} (${gpu.architecture})`, call)}${sheet(rows, call, 2)}\n`;
}

function guestLine({ guest }: Detection, { translate }: Call): string {
  const { hypervisor } = guest;
  const secure =
    guest.secureBoot === null
      ? null
      : translate(say(guest.secureBoot ? 'cli.detect.secure-boot-on' : 'cli.detect.secure-boot-off'));
  const hidden =
    hypervisor.idHidden === null
      ? null
      : translate(say(hypervisor.idHidden ? 'cli.detect.id-hidden' : 'cli.detect.id-visible'));
  const kernel = guest.kernel === null ? null : translate(say('cli.detect.kernel', { kernel: guest.kernel }));
  const next =
    guest.nextKernel === null || guest.nextKernel === guest.kernel
      ? null
      : translate(say('cli.detect.next-kernel', { kernel: guest.nextKernel }));
  return [guest.os?.name, kernel, next, guest.firmware?.toUpperCase(), secure, hypervisor.name, hidden, guest.cloud]
    .filter((part) => part !== null && part !== undefined)
    .join(' · ');
}

/** Windows has no choice of kernel modules. Where no version is known, the branch is said. */
function fitting(
  { kind, versions, branch, kernelModule }: NonNullable<Detection['driver']['recommended']>,
  platform: Detection['guest']['platform'],
  translate: Call['translate'],
): string {
  const named = { kind: translate(say(`cli.kind.${kind}`)) };
  const [version] = versions;
  if (platform === 'windows')
    return translate(say('cli.detect.fits-windows', { ...named, versions: version ?? `R${branch ?? '?'}` }));
  const flavour = translate(say(`cli.flavour.${kernelModule}`));
  return translate(say('cli.detect.fits', { ...named, versions: version ?? String(branch ?? '?'), flavour }));
}

function driverRows(document: Detection, call: Call): Row[] {
  const { translate } = call;
  const { driver } = document;
  const { installed, recommended } = driver;
  const seen = showsDrivers(document);
  const installedText =
    installed === null
      ? translate(say(seen ? 'cli.detect.driver-none' : 'cli.detect.unknown'))
      : [installed.version, installed.kind, installed.kernelModule, installed.origin]
          .filter((part) => part !== null)
          .join(' · ');
  const fits =
    recommended === null
      ? [driver.reason, ...rejectedLines(driver.rejected)].join('\n')
      : `${fitting(recommended, document.guest.platform, translate)}\n${recommended.reason}`;
  return [
    [label(call, 'cli.detect.driver-installed'), installedText],
    [label(call, 'cli.detect.driver-fits'), fits],
  ];
}

/** A ticket without lspci shows no bus that a GPU could be missing from. */
export const wasSeen = ({ unread }: Detection): boolean => !unread.some(({ what }) => what === 'displays');

export function detectionText(document: Detection, call: Call): string {
  const { translate, terminal } = call;
  const gpus =
    document.gpus.length === 0 && wasSeen(document)
      ? `${heading(translate(say('cli.detect.no-gpu')), call)}\n`
      : document.gpus.map((gpu) => gpuText(gpu, showsDrivers(document), call)).join('');
  const others = document.otherDisplays.map(({ address, vendorId, deviceId, name }) =>
    [address, name ?? `${vendorId}:${deviceId ?? '?'}`].filter((part) => part !== null).join(' '),
  );
  const guest = guestLine(document, call);
  const rows: Row[] = [
    ...(guest === '' ? [] : [[label(call, 'cli.detect.guest'), guest] as const]),
    ...(others.length === 0 ? [] : [[label(call, 'cli.detect.others'), others.join('\n')] as const]),
    ...driverRows(document, call),
    ...(document.cuda === null || document.cuda.length === 0
      ? []
      : [
          [
            label(call, 'cli.detect.cuda'),
            document.cuda.map(({ version, path }) => `${version ?? '?'} (${path})`).join(', '),
          ] as const,
        ]),
  ];
  const unread = unreadSentence(document.unread, translate, document.guest.platform);
  const rest = unread === null ? '' : terminal.paint('dim', `\n${indented(unread, 0, terminal.columns)}\n`);
  return `${simulatedBanner(document.guest.simulated, call)}${gpus}${sheet(rows, call)}${rest}`;
}

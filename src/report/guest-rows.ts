import type { Detection } from '../contract/documents/detection.ts';
import { say } from '../words/say.ts';
import type { Translate } from '../words/translate.ts';

type Gpu = Detection['gpus'][number];
export type GuestRow = { readonly label: string; readonly text: string };

const joined = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');

function gpuText({ name, address, mode, vgpu }: Gpu, translate: Translate): string {
  const shown =
    mode === 'vgpu'
      ? translate(say('cli.detect.vgpu', { type: vgpu?.type ?? translate(say('cli.detect.type-unlisted')) }))
      : translate(say(mode === 'passthrough' ? 'cli.detect.passthrough' : 'cli.detect.unknown'));
  const host = vgpu?.hostDriver;
  return joined([
    name ?? translate(say('cli.detect.unnamed')),
    shown,
    host && translate(say('cli.detect.host', { version: host.version, branch: host.branch })),
    address,
  ]);
}

function guestText({ guest }: Detection, translate: Translate): string {
  const { os, kernel, firmware, secureBoot, hypervisor, cloud } = guest;
  return joined([
    os?.name,
    kernel && translate(say('cli.detect.kernel', { kernel })),
    firmware?.toUpperCase(),
    secureBoot === null ? null : translate(say(`cli.detect.secure-boot-${secureBoot ? 'on' : 'off'}`)),
    hypervisor.name,
    cloud,
  ]);
}

function installedText({ driver, unread }: Detection, translate: Translate): string {
  const { installed } = driver;
  if (installed !== null) return joined([installed.version, installed.kind, installed.kernelModule, installed.origin]);
  const looked = !unread.some(({ what }) => what === 'installedDrivers');
  return translate(say(looked ? 'cli.detect.driver-none' : 'cli.detect.unknown'));
}

/** What is known of the guest, a line each; what is not known is left out. */
export function guestRows(detection: Detection, translate: Translate): readonly GuestRow[] {
  const { recommended } = detection.driver;
  const rows: readonly (readonly [string, string])[] = [
    ...detection.gpus.map((gpu): [string, string] => [translate(say('report.gpu')), gpuText(gpu, translate)]),
    [translate(say('cli.detect.guest')), guestText(detection, translate)],
    [translate(say('cli.detect.driver-installed')), installedText(detection, translate)],
    [
      translate(say('cli.detect.driver-fits')),
      recommended === null
        ? ''
        : joined([
            recommended.versions[0] ?? `R${String(recommended.branch ?? '?')}`,
            recommended.kind,
            recommended.kernelModule,
          ]),
    ],
    [
      translate(say('cli.detect.cuda')),
      (detection.cuda ?? []).map(({ version, path }) => joined([version, path])).join(', '),
    ],
  ];
  return rows.filter(([, text]) => text !== '').map(([label, text]) => ({ label, text }));
}

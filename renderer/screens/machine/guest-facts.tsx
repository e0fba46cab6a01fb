import type { ReactNode } from 'react';
import type { Detection } from '../../../src/contract/documents/detection.ts';
import type { Seen } from '../../../src/contract/questions.ts';
import { useSay, type Say } from '../../words.ts';
import { licenceWords } from './licence-words.ts';

type Row = { readonly name: string; readonly value: string; readonly more?: string | undefined };

function installedRow({ installed }: Detection['driver'], say: Say): Row {
  const name = say('wizard.fact.driver');
  if (installed === null) return { name, value: say('wizard.fact.driver-none') };
  const kind = installed.kind && say(`wizard.kind.${installed.kind}`);
  const module = installed.kernelModule && say(`wizard.module.${installed.kernelModule}`);
  const more = [kind, module].filter((part) => part !== null).join(say('wizard.comma'));
  return { name, value: installed.version ?? say('wizard.fact.unknown'), more };
}

function fittingRow({ recommended, reason }: Detection['driver'], say: Say): Row {
  const name = say('wizard.fact.fits');
  if (recommended === null) return { name, value: say('wizard.fact.fits-none'), more: reason };
  const version = recommended.versions[0] ?? `R${recommended.branch ?? '?'}`;
  return { name, value: `${version}${say('wizard.comma')}${say(`wizard.kind.${recommended.kind}`)}`, more: reason };
}

function cudaRow(cuda: Detection['cuda'], say: Say): Row {
  const name = say('wizard.fact.cuda');
  if (cuda === null) return { name, value: say('wizard.fact.unknown') };
  if (cuda.length === 0) return { name, value: say('wizard.fact.cuda-none') };
  return { name, value: cuda.map(({ version, path }) => version ?? path).join(say('wizard.comma')) };
}

function hypervisorWords({ present, name, idHidden }: Detection['guest']['hypervisor'], say: Say): string {
  if (present === false) return say('wizard.fact.hypervisor-none');
  if (name === null) return say('wizard.fact.unknown');
  if (idHidden === null) return name;
  return say(idHidden ? 'wizard.fact.id-hidden' : 'wizard.fact.id-visible', { name });
}

function firmwareRow({ firmware, secureBoot }: Detection['guest'], say: Say): Row {
  const secure = secureBoot === null ? undefined : say(secureBoot ? 'wizard.fact.secure-boot-on' : 'wizard.fact.secure-boot-off');
  return { name: say('wizard.fact.firmware'), value: firmware?.toUpperCase() ?? say('wizard.fact.unknown'), more: secure };
}

const CLOUDS = ['aws', 'azure', 'gcp', 'alibaba', 'tencent', 'oracle', 'openstack'] as const;

/** A cloud that is not known here stands for itself. */
function cloudWords(cloud: string | null, say: Say): string | undefined {
  const known = CLOUDS.find((each) => each === cloud);
  return known === undefined ? (cloud ?? undefined) : say(`wizard.cloud.${known}`);
}

function systemRows(guest: Detection['guest'], say: Say): readonly Row[] {
  const { os, kernel, nextKernel, hypervisor, cloud } = guest;
  const unknown = say('wizard.fact.unknown');
  const next = nextKernel !== null && nextKernel !== kernel ? say('wizard.fact.next-kernel', { kernel: nextKernel }) : undefined;
  return [
    { name: say('wizard.fact.system'), value: os?.name ?? unknown },
    // The build of Windows stands in the name of the system.
    ...(guest.platform === 'windows' ? [] : [{ name: say('wizard.fact.kernel'), value: kernel ?? unknown, more: next }]),
    firmwareRow(guest, say),
    { name: say('wizard.fact.hypervisor'), value: hypervisorWords(hypervisor, say), more: cloudWords(cloud, say) },
  ];
}

function Facts({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  return (
    <dl className="facts">
      {rows.map(({ name, value, more }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}{more !== undefined && more !== '' && <span className="small">{more}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Driver, licence, CUDA and the guest itself: what is fine says so quietly. */
export function GuestFacts({ seen, lang }: { readonly seen: Seen; readonly lang: string }) {
  const say = useSay();
  const { driver, cuda, guest } = seen.detection;
  const licence = licenceWords(seen, lang, say);
  return (
    <div className="card guest-facts">
      <Facts rows={[installedRow(driver, say), fittingRow(driver, say), { name: say('wizard.fact.licence'), ...licence }, cudaRow(cuda, say)]} />
      <Facts rows={systemRows(guest, say)} />
    </div>
  );
}

import type { ReactNode } from 'react';
import type { Detection } from '../../../src/contract/documents/detection.ts';
import type { Seen } from '../../../src/contract/questions.ts';
import { useSay, type Say } from '../../words.ts';
import { licenceWords } from './licence-words.ts';

type Row = { readonly name: string; readonly value: string; readonly more?: string | undefined };

function driverRows({ installed, recommended, reason }: Detection['driver'], say: Say): readonly Row[] {
  const kind = installed?.kind ? say(`wizard.kind.${installed.kind}`) : undefined;
  const module = installed?.kernelModule ? say(`wizard.module.${installed.kernelModule}`) : undefined;
  const there = installed === null ? say('wizard.fact.driver-none') : (installed.version ?? say('wizard.fact.unknown'));
  const fits = recommended === null ? say('wizard.fact.fits-none') : (recommended.versions[0] ?? `R${recommended.branch ?? '?'}`);
  return [
    { name: say('wizard.fact.driver'), value: there, more: [kind, module].filter((part) => part !== undefined).join(say('wizard.comma')) },
    {
      name: say('wizard.fact.fits'),
      value: recommended === null ? fits : `${fits}${say('wizard.comma')}${say(`wizard.kind.${recommended.kind}`)}`,
      more: reason,
    },
  ];
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

function systemRows({ os, kernel, nextKernel, firmware, secureBoot, hypervisor, cloud }: Detection['guest'], say: Say): readonly Row[] {
  const secure = secureBoot === null ? undefined : say(secureBoot ? 'wizard.fact.secure-boot-on' : 'wizard.fact.secure-boot-off');
  const next = nextKernel !== null && nextKernel !== kernel ? say('wizard.fact.next-kernel', { kernel: nextKernel }) : undefined;
  return [
    { name: say('wizard.fact.system'), value: os?.name ?? say('wizard.fact.unknown') },
    { name: say('wizard.fact.kernel'), value: kernel ?? say('wizard.fact.unknown'), more: next },
    { name: say('wizard.fact.firmware'), value: firmware === null ? say('wizard.fact.unknown') : firmware === 'uefi' ? 'UEFI' : 'BIOS', more: secure },
    { name: say('wizard.fact.hypervisor'), value: hypervisorWords(hypervisor, say), more: cloud ?? undefined },
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
      <Facts rows={[...driverRows(driver, say), { name: say('wizard.fact.licence'), ...licence }, cudaRow(cuda, say)]} />
      <Facts rows={systemRows(guest, say)} />
    </div>
  );
}

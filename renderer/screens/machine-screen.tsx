import { FaultNote } from '../components/fault-note.tsx';
import { Page } from '../components/page.tsx';
import type { Session } from '../stores/session.ts';
import { useActs } from '../store-context.ts';
import { useSay } from '../words.ts';
import { NoGpu } from './machine/no-gpu.tsx';
import { Scan } from './machine/scan.tsx';
import { SeenMachine } from './machine/seen-machine.tsx';

function Shown({ session }: { readonly session: Session }) {
  const say = useSay();
  const acts = useActs();
  const { look, about, lang, machine } = session;
  const { seen } = look;
  if (seen.kind === 'refused') {
    return <Page title={say('wizard.look.failed')} weight="unknown"><FaultNote fault={seen.fault} onRetry={acts.examine} /></Page>;
  }
  if (seen.kind !== 'answered' || about.kind !== 'answered') return <Scan look={look} />;
  const { start } = about.value;
  // Where the bus could not be read, its silence says nothing about the GPU.
  const lacksGpu = seen.value.detection.gpus.length === 0 && seen.value.diagnosis.verdict !== 'unknown';
  if (lacksGpu) return <NoGpu seen={seen.value} about={about.value} lang={lang} />;
  return <SeenMachine seen={seen.value} about={about} lang={lang} home={machine === start ? null : start} />;
}

/** This machine: the look at it as it happens, then what was seen. The end of the look is told to who cannot see it. */
export function MachineScreen({ session }: { readonly session: Session }) {
  const say = useSay();
  const { seen } = session.look;
  const told = seen.kind === 'answered' ? say(`wizard.machine.${seen.value.diagnosis.verdict}`) : seen.kind === 'refused' ? '' : say('wizard.look.title');
  return (
    <>
      <p className="visually-hidden" role="status">{told}</p>
      <Shown session={session} />
    </>
  );
}

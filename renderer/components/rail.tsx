import type { Screen } from '../stores/selectors.ts';
import type { Session, Visit, Way } from '../stores/session.ts';
import { useActs } from '../store-context.ts';
import { useSay } from '../words.ts';
import { Icon, type IconName } from './icon.tsx';
import { Mark } from './mark.tsx';
import { Settings } from './settings.tsx';

const WAY = ['machine', 'goal', 'plan', 'run', 'done'] as const;
type Stop = (typeof WAY)[number];
const BESIDE: readonly { readonly visit: Visit; readonly icon: IconName }[] = [
  { visit: 'diagnose', icon: 'diagnose' },
  { visit: 'history', icon: 'clock' },
  { visit: 'about', icon: 'info' },
];

const isReachable = (stop: Stop, { way, run }: Session): stop is Way => run === null && WAY.indexOf(stop) <= WAY.indexOf(way);

type StopProps = { readonly stop: Stop; readonly at: number; readonly shown: boolean; readonly session: Session };

function WayStop({ stop, at, shown, session }: StopProps) {
  const say = useSay();
  const acts = useActs();
  const index = WAY.indexOf(stop);
  const isHere = index === at;
  const state = index < at ? 'passed' : isHere ? 'here' : 'ahead';
  const label = say(`wizard.rail.${stop}`);
  const current = isHere && shown ? 'step' : undefined;
  const content = <StopContent number={index + 1} label={label} isPassed={state === 'passed'} />;
  const go = () => {
    if (isReachable(stop, session)) acts.go(stop);
    else acts.visit(null);
  };
  return (
    <li className={state}>
      {isReachable(stop, session) || (isHere && !shown) ? (
        <button type="button" aria-current={current} onClick={go}>{content}</button>
      ) : (
        <span aria-current={current}>{content}</span>
      )}
    </li>
  );
}

function StopContent({ number, label, isPassed }: { readonly number: number; readonly label: string; readonly isPassed: boolean }) {
  const say = useSay();
  return (
    <>
      <span className="mark" aria-hidden="true">{isPassed ? <Icon name="check" /> : number}</span>
      <span className="name">{label}</span>
      {isPassed && <span className="visually-hidden">({say('wizard.rail.passed')})</span>}
    </>
  );
}

function Beside({ session }: { readonly session: Session }) {
  const say = useSay();
  const acts = useActs();
  return (
    <ul className="beside" aria-label={say('wizard.rail.beside')}>
      {BESIDE.map(({ visit, icon }) => {
        const isHere = session.visit === visit;
        return (
          <li key={visit} className={isHere ? 'here' : undefined}>
            <button type="button" title={say(`wizard.rail.${visit}`)} aria-current={isHere ? 'page' : undefined} onClick={() => { acts.visit(isHere ? null : visit); }}>
              <Icon name={icon} />
              <span className="name">{say(`wizard.rail.${visit}`)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The way, where one is on it, and what lies beside it. */
export function Rail({ session, onTheWay }: { readonly session: Session; readonly onTheWay: Screen }) {
  const say = useSay();
  const at = WAY.indexOf(onTheWay as Stop);
  return (
    <nav className="rail" aria-label={say('wizard.rail.name')}>
      <p className="brand"><Mark />{say('wizard.brand')}</p>
      <ol>{WAY.map((stop) => <WayStop key={stop} stop={stop} at={at} shown={session.visit === null} session={session} />)}</ol>
      <Beside session={session} />
      <Settings lang={session.lang} />
    </nav>
  );
}

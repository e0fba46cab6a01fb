import type { Verification } from '../../src/contract/documents/verification.ts';
import { Icon } from '../components/icon.tsx';
import { Section } from '../components/section.tsx';
import { useSay } from '../words.ts';

type Check = Verification['checks'][number];
/** What shows it stands beside what was found where it is so short, beneath it where it is longer. */
const BESIDE = 28;

const FAMILIES = ['module', 'driver', 'gpu', 'reboot', 'license', 'nvcc', 'path', 'hypervisor', 'containers', 'cudnn', 'nccl', 'fabric', 'persistence', 'topology'] as const;

/** A check's name: its family, and of what it is (a GPU's address, a kind of shell). */
function useTitle(id: string): string {
  const say = useSay();
  const [word, ...rest] = id.split('.');
  const family = FAMILIES.find((one) => one === word);
  if (family === undefined) return id;
  return [say(`wizard.check.${family}`), ...(rest.length === 0 ? [] : [`(${rest.join('.')})`])].join(' ');
}

function CheckLine({ check }: { readonly check: Check }) {
  const say = useSay();
  const { id, ok, expected, found, evidence } = check;
  const title = useTitle(id);
  return (
    <li className={ok ? 'check-line holds' : 'check-line fails'}>
      <Icon name={ok ? 'check' : 'error'} />
      <span className="name"><span className="visually-hidden">{say(ok ? 'wizard.done.holds' : 'wizard.done.holds-not')}: </span>{title}</span>
      <span className="found">
        {found}
        {!ok && <span className="expected">{say('wizard.done.expected', { expected })}</span>}
      </span>
      {evidence !== null && !found.includes(evidence) && <code className={evidence.length > BESIDE ? 'shown long' : 'shown'}>{evidence}</code>}
    </li>
  );
}

/** One line each; what does not hold stands first. */
export function DoneChecks({ checks }: { readonly checks: readonly Check[] }) {
  const say = useSay();
  const ordered = [...checks.filter(({ ok }) => !ok), ...checks.filter(({ ok }) => ok)];
  return (
    <Section title={say('wizard.done.checks')} aside={<span className="num quiet">{checks.filter(({ ok }) => ok).length} / {checks.length}</span>}>
      <ul className="rows checks">{ordered.map((check) => <CheckLine key={check.id} check={check} />)}</ul>
    </Section>
  );
}

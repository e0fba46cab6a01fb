import type { FindingDocument } from '../../src/contract/documents/diagnosis.ts';
import { byWeight, consequencesOf, rootsOf } from '../stores/selectors.ts';
import { useSay } from '../words.ts';
import { FindingCard } from './finding-card.tsx';

type Props = { readonly findings: readonly FindingDocument[]; readonly openFirst?: boolean };

function Branch({ finding, all, open }: { readonly finding: FindingDocument; readonly all: readonly FindingDocument[]; readonly open: boolean }) {
  const say = useSay();
  const following = consequencesOf(finding, all);
  return (
    <FindingCard finding={finding} open={open}>
      {following.length > 0 && (
        <div className="follows">
          <p className="label">{say('wizard.finding.follows')}</p>
          {following.map((each) => <Branch key={each.id} finding={each} all={all} open={false} />)}
        </div>
      )}
    </FindingCard>
  );
}

/** Causes first, what follows from them within; what is merely to be known stands last and quiet. */
export function FindingList({ findings, openFirst = false }: Props) {
  const roots = rootsOf(byWeight(findings));
  return (
    <div className="findings">
      {roots.map((finding, index) => (
        <Branch key={finding.id} finding={finding} all={findings} open={openFirst && index === 0 && finding.severity !== 'info'} />
      ))}
    </div>
  );
}

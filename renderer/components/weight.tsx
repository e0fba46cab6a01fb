import { useSay } from '../words.ts';
import { Icon } from './icon.tsx';

const ICONS = { error: 'error', warning: 'warning', info: 'info' } as const;

/** How much a finding weighs: colour, sign and word. */
export function Weight({ of }: { readonly of: keyof typeof ICONS }) {
  const say = useSay();
  return (
    <span className={`badge ${of}`}>
      <Icon name={ICONS[of]} />
      {say(`wizard.severity.${of}`)}
    </span>
  );
}

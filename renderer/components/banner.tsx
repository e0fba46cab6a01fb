import { useSay } from '../words.ts';

/** Stands on every screen of a simulated guest. */
export function Banner() {
  return (
    <p className="banner" role="note">
      {useSay()('wizard.simulated')}
    </p>
  );
}

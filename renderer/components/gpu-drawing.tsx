type Gives = 'slice' | 'whole' | 'unknown';

const BOARD = { x: 14, y: 6, width: 102, height: 40, rx: 4 } as const;

function Bracket() {
  return <path d="M7 3v50M7 3h5" className="stroke" />;
}

/** The card in the host: a slice of it, the whole of it, or nobody knows what, is given away. How many slices there are is not known. */
export function HostCard({ gives }: { readonly gives: Gives }) {
  return (
    <svg viewBox="0 0 124 60" className={`drawing ${gives}`} aria-hidden="true">
      <Bracket />
      <rect {...BOARD} className={gives === 'slice' ? 'board' : 'board gone'} />
      <path d="M26 51h34" className="stroke pins" />
      {gives === 'slice' && (
        <>
          <rect x="22" y="13" width="26" height="26" rx="2.5" className="given" />
          <rect x="54" y="13" width="55" height="26" rx="2.5" className="rest" />
        </>
      )}
    </svg>
  );
}

/** What of it is in the guest. */
export function GuestCard({ gives }: { readonly gives: Gives }) {
  if (gives === 'slice') {
    return (
      <svg viewBox="0 0 124 60" className="drawing slice" aria-hidden="true">
        <rect x="40" y="8" width="44" height="44" rx="4" className="given" />
        <path d="M48 8V2M62 8V2M76 8V2M48 58v-6M62 58v-6M76 58v-6" className="stroke" />
      </svg>
    );
  }
  return (
    <svg viewBox="0 0 124 60" className={`drawing ${gives}`} aria-hidden="true">
      <Bracket />
      <rect {...BOARD} className={gives === 'whole' ? 'board' : 'board gone'} />
      <path d="M26 51h34" className="stroke pins" />
      {gives === 'whole' && <rect x="22" y="13" width="87" height="26" rx="2.5" className="given" />}
    </svg>
  );
}

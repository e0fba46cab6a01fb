import { useEffect, useState } from 'react';

/** This window's clock, in ms, each second while it is wanted. */
export function useNow(wanted: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!wanted) return undefined;
    const clock = setInterval(() => { setNow(Date.now()); }, 1000);
    return () => { clearInterval(clock); };
  }, [wanted]);
  return now;
}

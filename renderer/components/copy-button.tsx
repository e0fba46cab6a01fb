import { useEffect, useState } from 'react';
import { useSay } from '../words.ts';
import { Icon } from './icon.tsx';

const TOLD_MS = 2500;

/** Where there is no clipboard (plain HTTP from another machine), the text is selected by an old way that still works. */
async function copied(text: string): Promise<void> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard !== undefined) {
    await clipboard.writeText(text);
    return;
  }
  const area = Object.assign(document.createElement('textarea'), { value: text });
  document.body.append(area);
  area.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way without a secure context
  document.execCommand('copy');
  area.remove();
}

export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const say = useSay();
  const [told, setTold] = useState(false);
  useEffect(() => {
    if (!told) return undefined;
    const later = setTimeout(() => { setTold(false); }, TOLD_MS);
    return () => { clearTimeout(later); };
  }, [told]);
  return (
    <button type="button" className="button small" onClick={() => { void copied(text).then(() => { setTold(true); }); }}>
      <Icon name={told ? 'check' : 'copy'} />
      <span aria-live="polite">{told ? say('wizard.copied') : (label ?? say('wizard.copy'))}</span>
    </button>
  );
}

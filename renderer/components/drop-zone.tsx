import { useRef, useState, type DragEvent } from 'react';
import { useSay } from '../words.ts';
import { Icon } from './icon.tsx';

/** A file is dropped here or chosen. */
export function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const say = useSay();
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div className={over ? 'drop over' : 'drop'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => { setOver(false); }} onDrop={onDrop}>
      <Icon name="drop" />
      <p>{say(over ? 'wizard.diagnose.drop.now' : 'wizard.diagnose.drop')}</p>
      <button type="button" className="button" onClick={() => { picker.current?.click(); }}><Icon name="file" />{say('wizard.diagnose.choose')}</button>
      <input ref={picker} type="file" hidden aria-label={say('wizard.diagnose.choose')} onChange={({ target }) => { take(target.files); target.value = ''; }} />
    </div>
  );
}

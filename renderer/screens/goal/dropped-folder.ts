import { useEffect, useState } from 'react';
import { above } from '../../../src/domain/folder-path.ts';
import { electronBridge } from '../../wire/electron.ts';

/** A folder; or the one that a file lies in. */
function folderOf(item: DataTransferItem, path: string): string {
  const isFolder = item.webkitGetAsEntry()?.isDirectory === true;
  return isFolder ? path : (above(path) ?? path);
}

export type Dropping = 'no' | 'over' | 'unplaced';

/** What is dropped anywhere on the window. A browser does not say where it lies: `unplaced`. */
export function useDroppedFolder(onFolder: (folder: string) => void): Dropping {
  const [dropping, setDropping] = useState<Dropping>('no');
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setDropping('over');
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDropping('no');
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const item = event.dataTransfer?.items[0];
      const file = item?.getAsFile();
      const path = file ? (electronBridge()?.pathOfDropped(file) ?? '') : '';
      setDropping(path === '' ? 'unplaced' : 'no');
      if (item !== undefined && path !== '') onFolder(folderOf(item, path));
    };
    const stop = new AbortController();
    window.addEventListener('dragover', over, stop);
    window.addEventListener('dragleave', leave, stop);
    window.addEventListener('drop', drop, stop);
    return () => {
      stop.abort();
    };
  }, [onFolder]);
  return dropping;
}

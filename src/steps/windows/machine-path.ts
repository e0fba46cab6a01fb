/** The machine's PATH as text: CUDA's folders first, those of toolkits that are gone taken out; every other entry stays as it stands. */
import { goneEntries, meant, sameForm, toolkitOf } from '../../diagnosis/windows-path-entries.ts';

/** What an environment variable may hold (Microsoft Learn, "Environment Variables"). */
export const PATH_LIMIT = 32_767;
/** What setx and the dialogs of old cut at. */
export const LONG_PATH = 2047;

/** Whether `folders` stand in the PATH before any other CUDA's, each once, and no toolkit that is gone does. */
function isRight(path: string, folders: readonly string[], toolkits: readonly string[]): boolean {
  const cuda = path
    .split(';')
    .filter((entry) => toolkitOf(entry) !== undefined || folders.some((folder) => meant(entry) === sameForm(folder)))
    .map(meant);
  const wanted = folders.map(sameForm);
  const once = wanted.every((folder) => cuda.filter((one) => one === folder).length === 1);
  const first = cuda.slice(0, wanted.length).every((one) => wanted.includes(one));
  return once && first && goneEntries(path, toolkits).length === 0;
}

/** `folders`: what is to come first; `toolkits`: the folders of all that are there or to come. Unchanged, letter for letter, where it is right. */
export function withCuda(path: string, folders: readonly string[], toolkits: readonly string[]): string {
  if (isRight(path, folders, toolkits)) return path;
  const gone = new Set(goneEntries(path, toolkits));
  const ours = folders.map(sameForm);
  const others = path.split(';').filter((entry) => !gone.has(entry) && !ours.includes(meant(entry)));
  return [...folders, ...others].join(';');
}

import { isWindowsPath } from '../domain/folder-path.ts';
import { say, type Said } from '../words/say.ts';

/** Why there is nothing to read, with what is usually missing on that system. */
export const noFolder = (folder: string): Said =>
  isWindowsPath(folder) ? say('cli.media.not-found.windows', { folder }) : say('cli.media.not-found', { folder });

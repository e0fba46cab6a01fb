import { tokenFolderIn } from './gridd-config.ts';
import { GRIDD_CONFIG } from '../domain/places.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';
import { windowsTokenFolder } from './windows/token-folder.ts';

/** What can be known of tokens by those who see their names alone, as in the output of `ls`. */
export type TokenListing = {
  readonly folder: string;
  /** `mode`: null where only the name is shown. */
  readonly files: readonly { readonly path: string; readonly mode: number | null }[];
};

export const tokenListing = defineProbe({
  key: 'tokenListing',
  question: 'Which files lie in the folder of the client configuration token?',
  observe: {
    linux: async (machine): Promise<TokenListing> => {
      const folder = tokenFolderIn((await ifObservable(machine.read(GRIDD_CONFIG))) ?? null);
      const names = ((await machine.list(folder)) ?? []).filter((name) => !name.startsWith('.'));
      const files = await Promise.all(
        names.map(async (name) => {
          const path = `${folder}/${name}`;
          const status = await ifObservable(machine.status(path));
          return status?.kind === 'folder' ? [] : [{ path, mode: status?.kind === 'file' ? status.mode & 0o7777 : null }];
        }),
      );
      return { folder, files: files.flat() };
    },
    windows: async (machine): Promise<TokenListing> => {
      const folder = await windowsTokenFolder(machine);
      const names = (await machine.list(folder)) ?? [];
      return { folder, files: names.map((name) => ({ path: `${folder}\\${name}`, mode: null })) };
    },
  },
});

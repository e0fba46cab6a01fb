import type { Folder } from '../../src/contract/questions.ts';
import { answered, refused, type Asked, type Desk } from './session.ts';
import { faultOf } from './ask.ts';

/** Looking into folders of the guest; nothing of it is kept. */
export function folderActs({ api, get }: Desk) {
  return {
    lookInto: async (folder: string): Promise<Asked<Folder>> => {
      const { machine, lang } = get();
      try {
        return answered(await api.listFolder({ machine, lang, folder }));
      } catch (error) {
        return refused(faultOf(error));
      }
    },
  };
}

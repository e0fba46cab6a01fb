import type { Platform } from '../domain/machine.ts';
import { say } from '../words/say.ts';
import type { Translate } from '../words/translate.ts';

type Unread = readonly { readonly what: string; readonly why: string }[];

/** A fact has a name in `src/words`; anything else is called as it is. */
export function nameOf(what: string, translate: Translate): string {
  const key = `fact.${what}`;
  const name = translate({ key });
  return name === key ? what : name;
}

/** What is called otherwise on Windows has a name with `.windows` behind it. */
function nameOn(platform: Platform | null, what: string, translate: Translate): string {
  const key = `${what}.windows`;
  const name = platform === 'windows' ? nameOf(key, translate) : key;
  return name === key ? nameOf(what, translate) : name;
}

/** All that was not read, in one sentence, sorted by the reason; null where everything was. */
export function unreadSentence(unread: Unread, translate: Translate, platform: Platform | null): string | null {
  if (unread.length === 0) return null;
  const reasons = [...new Set(unread.map(({ why }) => why))];
  const groups = reasons.map((why) => {
    const names = unread.filter((one) => one.why === why).map(({ what }) => nameOn(platform, what, translate));
    return translate(say('report.unread-group', { list: names.join(translate(say('report.comma'))), why }));
  });
  return translate(say('report.unread', { list: groups.join(translate(say('report.semicolon'))) }));
}

export const namesOf = (keys: readonly string[], translate: Translate): string =>
  keys.map((key) => nameOf(key, translate)).join(translate(say('report.comma')));

/**
 * "Send this to the administrator of the host: "…" More about it.": what introduces the paragraph, the paragraph itself, and what
 * comes after it. A sentence of `src/words` that asks for something to be sent has it in the quotation marks of its language.
 */
export type Forwarded = { readonly lead: string; readonly paragraph: string; readonly rest: string };

const QUOTED = /^(?<lead>[^"“「]*[:：]) ?(?:"(?<en>.+)"|“(?<zh>.+)”|「(?<ja>.+)」)(?<rest>[^"”」]*)$/su;

/** null where the sentence is an ordinary one. */
export function forwardedIn(sentence: string): Forwarded | null {
  const { lead, en, zh, ja, rest = '' } = QUOTED.exec(sentence)?.groups ?? {};
  const paragraph = en ?? zh ?? ja;
  return lead === undefined || paragraph === undefined ? null : { lead, paragraph, rest: rest.trim() };
}

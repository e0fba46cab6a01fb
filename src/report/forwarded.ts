/**
 * "Send this to the administrator of the host: "…"": what introduces the paragraph, and the paragraph itself. A sentence of
 * `src/words` that asks for something to be sent ends with it, in the quotation marks of its language.
 */
export type Forwarded = { readonly lead: string; readonly paragraph: string };

const QUOTED = /^(?<lead>[^"“「]*[:：]) ?(?:"(?<en>.+)"|“(?<zh>.+)”|「(?<ja>.+)」)$/su;

/** null where the sentence is an ordinary one. */
export function forwardedIn(sentence: string): Forwarded | null {
  const { lead, en, zh, ja } = QUOTED.exec(sentence)?.groups ?? {};
  const paragraph = en ?? zh ?? ja;
  return lead === undefined || paragraph === undefined ? null : { lead, paragraph };
}

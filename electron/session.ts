/** What answers the window: the same session that `gpu-guest serve` answers a browser with. */
import { openSource, startOf } from '../src/cli/source.ts';
import { sessionPorts } from '../src/cli/session-ports.ts';
import type { Transport } from '../src/contract/contract.ts';
import { serve } from '../src/contract/serve.ts';
import { createSession } from '../src/engine/session/session.ts';
import { languages, translator, type Language } from '../src/words/translate.ts';
import type { Program } from './program.ts';

export type Asked = {
  /** SOURCE of the command line; undefined: this guest. */
  readonly source: string | undefined;
  readonly language: Language;
  readonly self: Program['self'];
  readonly onBug: (error: unknown) => void;
};

/** Refused (`FaultError`) where the source is none. */
export async function programSession({ source: word, language, self, onBug }: Asked): Promise<Transport> {
  const source = await openSource(word);
  const given = source.kind === 'recorded' ? source.machine : null;
  const session = createSession(sessionPorts({ start: startOf(source, word), given, onBug, self }));
  const told = async (message: { readonly key: string }, input: unknown) => {
    const lang = typeof input === 'object' && input !== null && 'lang' in input ? input.lang : null;
    return (await translator(languages.find((known) => known === lang) ?? language))(message);
  };
  return serve(session, { told, onBug });
}

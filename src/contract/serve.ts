import type * as z from 'zod';
import { FaultError } from '../domain/fault.ts';
import type { Message } from '../domain/message.ts';
import { contract, type Api, type Fault, type Listener, type Name, type Reply, type Transport } from './contract.ts';

export type ServeOptions = {
  /** A sentence in the language that the input asks for. */
  readonly told: (message: Message, input: unknown) => Promise<string>;
  readonly onBug: (error: unknown) => void;
};

const isName = (name: string): name is Name => Object.hasOwn(contract, name);
const refusal = (code: Fault['code'], message: string): Reply & { ok: false } => ({ ok: false, fault: { code, message } });
const nothingToStop = () => undefined;

type Understood = { readonly ok: true; readonly name: Name; readonly input: unknown } | (Reply & { readonly ok: false });

/** Whatever came over the wire, checked: a name of that kind, an input of its shape. */
function understand(name: string, kind: 'call' | 'stream', input: unknown): Understood {
  if (!isName(name) || contract[name].kind !== kind) return refusal('not-found', `There is no ${kind} of this name.`);
  const schema: z.ZodType = contract[name].input;
  const read = schema.safeParse(input);
  if (read.success) return { ok: true, name, input: read.data };
  const [issue] = read.error.issues;
  return refusal('bad-request', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

/** Turns the API into a wire. The result is itself a `Transport`: hand it to Electron's IPC, to HTTP, or to a client. */
export function serve(api: Api, { told, onBug }: ServeOptions): Transport {
  const replyTo = async (error: unknown, input: unknown): Promise<Reply & { ok: false }> => {
    if (error instanceof FaultError) return refusal(error.fault.code, await told(error.fault.message, input));
    onBug(error);
    return refusal('internal', await told({ key: 'cli.internal', values: { error: error instanceof Error ? error.message : String(error) } }, input));
  };

  return {
    async call(name, input) {
      const asked = understand(name, 'call', input);
      if (!asked.ok) return asked;
      const answer = api[asked.name] as (input: unknown) => Promise<unknown>;
      try {
        return { ok: true, value: await answer(asked.input) };
      } catch (error) {
        // The seam of this wire: a refusal is a reply, and so is a bug.
        return replyTo(error, input);
      }
    },

    listen(name, input, onReply) {
      const asked = understand(name, 'stream', input);
      if (!asked.ok) {
        onReply(asked);
        onReply(null);
        return nothingToStop;
      }
      const tell = (fault: unknown) => {
        void replyTo(fault, input).then((reply) => {
          onReply(reply);
          onReply(null);
        });
      };
      const listener: Listener<unknown> = {
        onEvent: (value) => {
          onReply({ ok: true, value });
        },
        onEnd: (fault) => {
          if (fault !== null) onReply({ ok: false, fault });
          onReply(null);
        },
      };
      const follow = api[asked.name] as (input: unknown, listener: Listener<unknown>) => () => void;
      try {
        return follow(asked.input, listener);
      } catch (error) {
        // As above.
        tell(error);
        return nothingToStop;
      }
    },
  };
}

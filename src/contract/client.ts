import { contract, type Api, type Fault, type Listener, type Reply, type Transport } from './contract.ts';

/** What a user interface catches: the fault's sentence is its message. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

function valueOf(reply: Reply): unknown {
  if (reply.ok) return reply.value;
  throw new Refused(reply.fault);
}

/** Turns a wire into the API. Answers are checked against the contract, as they come from another process. */
export function createClient(transport: Transport): Api {
  const entries = Object.entries(contract).map(([name, question]) => {
    if (question.kind === 'call') {
      return [name, async (input: unknown) => question.output.parse(valueOf(await transport.call(name, input)))];
    }
    const follow = (input: unknown, { onEvent, onEnd }: Listener<unknown>) => {
      let fault: Fault | null = null;
      return transport.listen(name, input, (reply) => {
        if (reply === null) onEnd(fault);
        else if (reply.ok) onEvent(question.event.parse(reply.value));
        else ({ fault } = reply);
      });
    };
    return [name, follow];
  });
  return Object.fromEntries(entries) as Api;
}

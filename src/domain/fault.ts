import type { Message } from './message.ts';

/** A refusal that the user can act on: it becomes a sentence and an exit code. A bug is any other error. */
export type Fault = {
  readonly code: 'bad-request' | 'not-found' | 'unreadable' | 'busy' | 'machine-changed' | 'needs-admin' | 'nothing-fits' | 'unfinished-run' | 'cancelled' | 'failed';
  readonly message: Message;
};

export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message.key);
    this.fault = fault;
  }
}

export const refuse = (code: Fault['code'], message: Message): FaultError => new FaultError({ code, message });

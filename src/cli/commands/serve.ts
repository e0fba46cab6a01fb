/** The wizard in a browser: on loopback, behind a one-time token. */
import { hostname, userInfo } from 'node:os';
import { createInterface } from 'node:readline';
import type { ServeDocument } from '../../contract/documents/serve.ts';
import { serve as asTransport } from '../../contract/serve.ts';
import { refuse } from '../../domain/fault.ts';
import { createSession } from '../../engine/session/session.ts';
import { openGate, type Gate } from '../../server/gate.ts';
import { pagesIn } from '../../server/pages.ts';
import { listen, type Listening } from '../../server/server.ts';
import { wizardPages } from '../../server/wizard-pages.ts';
import { platformHere } from '../../platform/index.ts';
import { openPage } from '../../platform/windows/open-page.ts';
import { runToEnd } from '../../platform/windows/run-to-end.ts';
import { hasWindowsDesktop } from '../../platform/windows/uac.ts';
import { say } from '../../words/say.ts';
import { languages, translator } from '../../words/translate.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { serveDoor, type ServeDoor } from '../serve-door.ts';
import { sessionPorts } from '../session-ports.ts';
import { openSource, startOf, type Source } from '../source.ts';
import { serveText } from '../texts/serve-text.ts';

/** What the page asks in; an input that names no language is answered in that of the terminal. */
async function spokenTo(input: unknown, call: Call): Promise<Call['translate']> {
  const lang = typeof input === 'object' && input !== null && 'lang' in input ? input.lang : null;
  const known = languages.find((language) => language === lang);
  return known === undefined ? call.translate : translator(known);
}

/** Why nothing can listen there, as a sentence. */
function unheard(error: unknown, { address, port }: ServeDoor): unknown {
  if (!(error instanceof Error)) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return refuse('bad-request', say('serve.port-taken', { port }));
  if (code === 'EACCES') return refuse('bad-request', say(platformHere() === 'windows' ? 'serve.port-denied-windows' : 'serve.port-denied', { port }));
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return refuse('bad-request', say('serve.no-address', { address }));
  if (code.startsWith('ERR_OSSL')) return refuse('bad-request', say('serve.bad-tls', { error: error.message }));
  return refuse('failed', say('serve.listen-failed', { address, port, error: error.message }));
}

/** Windows has a server for ssh where somebody came in by it. */
const hasSsh = (): boolean => platformHere() !== 'windows' || process.env['SSH_CONNECTION'] !== undefined;

/** The command for one's own computer; null where others can reach the guest anyway. */
const sshTo = ({ isOpen, address }: ServeDoor, port: number): string | null =>
  isOpen || !hasSsh() ? null : `ssh -L ${port}:${address}:${port} ${userInfo().username}@${hostname()}`;

/** Resolves at Ctrl-C, TERM or HUP; a second Ctrl-C is left to the system. */
const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(name, () => {
        resolve();
      });
    }
  });

type Open = Listening & {
  readonly gate: Gate;
  readonly urlWith: (token: string) => string;
  /** A run on this guest, whoever began it. */
  readonly isAtWork: () => Promise<boolean>;
};

async function open(call: Call, source: Source, door: ServeDoor): Promise<Open> {
  const packed = wizardPages();
  if (packed === null) throw refuse('failed', say('serve.no-pages'));
  const onBug = (error: unknown) => {
    if (call.options.verbose === true) call.terminal.note(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
  };
  const start = startOf(source, call.arguments[0]);
  const ports = sessionPorts({ start, given: source.kind === 'recorded' ? source.machine : null, onBug });
  const told = async (message: { readonly key: string }, input: unknown) => (await spokenTo(input, call))(message);
  const gate = openGate();
  const scheme = door.tls === null ? 'http' : 'https';
  const served = {
    transport: asTransport(createSession(ports), { told, onBug }),
    gate,
    pages: pagesIn(packed),
    translate: call.translate,
    scheme,
    isOurName: door.isOurName,
  } as const;
  try {
    const { port, close } = await listen(served, { ...door, onBug });
    const urlWith = (token: string) => `${scheme}://${door.hostName}:${port}/#token=${token}`;
    return { port, close, gate, urlWith, isAtWork: async () => (await ports.lock.holder()) !== null };
  } catch (error) {
    // Expected: the port is another program's, the certificate is none.
    throw unheard(error, door);
  }
}

/** Whoever sits at the terminal may let another browser in, or the same one again. Returns how that is ended. */
function renewOnEnter({ gate, urlWith }: Open, { terminal, translate }: Call): () => void {
  if (!terminal.interactive) return () => undefined;
  const reader = createInterface({ input: process.stdin });
  reader.on('line', () => {
    terminal.out(`${translate(say('serve.renewed'))}\n\n  ${terminal.paint('bold', urlWith(gate.renew()))}\n\n`);
  });
  return () => {
    reader.close();
  };
}

/** On a desktop of Windows the page opens by itself. Returns how what that took is removed. */
async function showPage(call: Call, address: string): Promise<() => void> {
  const isWanted = call.terminal.interactive && !call.json && call.options.quiet !== true;
  if (platformHere() !== 'windows' || !isWanted || !hasWindowsDesktop()) return () => undefined;
  call.terminal.out(`${call.translate(say('serve.browser-opens'))}\n`);
  return openPage(address, (command) => runToEnd(command, { timeoutMs: 10_000 }));
}

/** Serves until it is stopped; then exits 0. */
export async function serve(call: Call): Promise<ExitCode> {
  const source = await openSource(call.arguments[0]);
  const door = await serveDoor(call);
  const stop = stopped();
  const opened = await open(call, source, door);
  const { port, gate, urlWith } = opened;
  const document: ServeDocument = {
    schema: 'gpu-guest/serve@1',
    url: urlWith(gate.token()),
    address: door.address,
    port,
    tls: door.tls !== null,
    ssh: sshTo(door, port),
    machine: startOf(source, call.arguments[0]),
  };
  if (call.json) printJson(call, document);
  else call.terminal.out(serveText(document, door.isOpen, call));
  const leaveOff = renewOnEnter(opened, call);
  const forget = await showPage(call, document.url);
  await stop;
  forget();
  leaveOff();
  await opened.close();
  const goesOn = await opened.isAtWork();
  call.terminal.note(`\n${call.translate(goesOn ? say('serve.still-at-work') : say('serve.stopped'))}\n`);
  return EXIT.done;
}

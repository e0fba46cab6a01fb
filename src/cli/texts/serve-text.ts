import type { ServeDocument } from '../../contract/documents/serve.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented } from '../layout.ts';

/** The address stands alone on its line, whole: it is copied. */
export function serveText(
  { url, ssh, address, port, machine }: ServeDocument,
  isOpen: boolean,
  { translate, terminal }: Call,
): string {
  const { paint, columns } = terminal;
  const sentence = (text: string) => `${indented(text, 0, columns)}\n`;
  const simulated = machine.startsWith('sim:')
    ? sentence(translate(say('serve.simulated', { name: machine.slice('sim:'.length) })))
    : '';
  const warning = isOpen
    ? paint(['bold', 'yellow'], sentence(translate(say('serve.open-to-network', { address: `${address}:${port}` })))) + '\n'
    : '';
  const elsewhere = ssh === null ? '' : `${sentence(translate(say('serve.ssh')))}\n  ${ssh}\n\n`;
  const hints = [
    say('serve.stop'),
    ...(machine === 'this' ? [say('serve.run-goes-on')] : []),
    ...(terminal.interactive ? [say('serve.renew')] : []),
  ];
  return `${warning}${simulated}${sentence(translate(say('serve.open')))}\n  ${paint('bold', url)}\n\n${elsewhere}${hints.map((hint) => translate(hint)).map(sentence).join('')}`;
}

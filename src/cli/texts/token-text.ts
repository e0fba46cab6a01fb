import type { TokenDocument } from '../../contract/documents/media.ts';
import { tokenCaveat } from '../../media/token.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented } from '../layout.ts';
import { label, sheet, type Row } from './sheet.ts';

export function tokenText(document: TokenDocument, call: Call): string {
  const { translate, terminal } = call;
  const verdict = document.valid
    ? terminal.paint('green', translate(say('cli.token.valid')))
    : terminal.paint('red', document.why ?? translate(say('cli.token.invalid')));
  const servers = document.servers.map(({ host, ports }) => (ports.length === 0 ? host : `${host}:${ports.join(',')}`));
  const rows: readonly (readonly [Parameters<typeof label>[1], string | null])[] = [
    ['cli.token.issuer', document.issuer],
    ['cli.token.issued', document.issuedAt],
    ['cli.token.from', document.notBefore],
    ['cli.token.until', document.expiresAt ?? (document.valid ? translate(say('cli.token.no-expiry')) : null)],
    ['cli.token.servers', servers.length === 0 ? null : servers.join(' ')],
    ['cli.token.key', document.publicKeyBits === null ? null : `RSA ${String(document.publicKeyBits)}`],
  ];
  const shown = rows.flatMap(([key, text]): Row[] => (text === null ? [] : [[label(call, key), text]]));
  const caveat = document.valid
    ? `${terminal.paint('dim', indented(translate(tokenCaveat), 0, terminal.columns))}\n`
    : '';
  return `${verdict}\n${caveat}${shown.length === 0 ? '' : `\n${sheet(shown, call)}`}`;
}

import { proof } from './proof.ts';

export const report = {
  ...proof,
  'report.title': 'GPU guest diagnosis',
  'report.mend-first': 'Mend this first: {title}',
  'report.causes': 'What is wrong',
  'report.consequences': 'This follows from it:',
  'report.notes': 'Worth knowing',
  'report.evidence': 'Seen',
  'report.forward': 'To forward',
  'report.cure': 'This program does it: `{apply}`',
  'report.next-title': 'What to do next',
  'report.next':
    '`{plan}` shows everything that this program can mend here, in the right order; `{apply}` does it, and `gpu-guest undo` takes it back.',
  'report.next-simulated':
    '`{plan}` shows everything that this program can mend here, in the right order; `{apply}` does it, on the simulated guest alone.',
  'report.next-recorded':
    'On the guest itself, `{plan}` shows everything that this program can mend there, in the right order; `{apply}` does it, and `gpu-guest undo` takes it back.',
  'report.unread-title': 'Not read',
  'report.unread': 'These could not be read, and nothing is judged from them: {list}.',
  'report.unread-group': '{list} ({why})',
  'report.comma': ', ',
  'report.semicolon': '; ',
  'report.withheld':
    'This report may be handed over: host and user names, public addresses, serial numbers, identifiers and secrets are replaced by placeholders such as <address-1>. The same value has the same placeholder throughout.',
  'report.nothing': 'Nothing was found.',
  'report.guest-title': 'The guest',
  'report.gpu': 'GPU',
  'report.time': 'Time of the source',
  'report.made-by': 'GPU Guest Assistant {version}',
  'report.not-judged': 'Not judged, because this could not be read: {list}',
  'report.stumbled': 'An error in this program kept the rule from judging: {message}',
} as const;

import { profileKeys } from './profile-keys.ts';

export const profile = {
  ...profileKeys,
  'profile.syntax': 'Line {line}, column {column}: this is not YAML. {problem}',
  'profile.tab': 'Line {line}, column {column}: YAML is indented by spaces; here stands a tab. Replace it with spaces.',
  'profile.no-space': 'Line {line}, column {column}: a space is missing after the colon of "{key}:".',
  'profile.structure':
    'Line {line}, column {column}: this line does not fit the lines around it. Keys of one level begin in the same column, those below another further to the right.',
  'profile.unclosed': 'Line {line}, column {column}: a bracket or brace that was opened further up is not closed here.',
  'profile.backslash':
    'Line {line}, column {column}: within double quotes a backslash has a meaning of its own. Write the path without quotes, or within single quotes.',
  'profile.documents': 'Line {line}, column {column}: a second document begins here ("---"). A profile is one document.',
  'profile.alias': 'Line {line}, column {column}: a profile takes no aliases. Write out what *{name} stands for.',
  'profile.twice': 'Line {line}, column {column}: "{key}" has been given before. Keep one of the two lines.',
  'profile.not-a-map':
    'A profile is made of "key: value" lines. “gpu-guest profile init” writes one with comments.',
  'profile.too-large': 'The file has more than {kib} KiB. It is no profile.',
  'profile.misspelt-key': 'Line {line}, column {column}: there is no key "{key}". Did you mean "{near}"?',
  'profile.unknown-key': 'Line {line}, column {column}: there is no key "{key}". The keys here are: {keys}.',
  'profile.key-below': 'Line {line}, column {column}: "{key}" has its place below "{section}:", indented.',
  'profile.key-outside': 'Line {line}, column {column}: "{key}" has its place at the left margin, below no other key.',
  'profile.empty':
    'Line {line}, column {column}: "{key}" has no value. Allowed: {allowed}. Left out, it has its default.',
  'profile.quoted': 'Line {line}, column {column}: within quotes, "{value}" is a text. Write {value} without them for {key}.',
  'profile.bad-value': 'Line {line}, column {column}: "{value}" is no value for {key}. Allowed: {allowed}.',
  'profile.misspelt-value':
    'Line {line}, column {column}: "{value}" is no value for {key}. Did you mean "{near}"? Allowed: {allowed}.',
  'profile.words-or.path': '{words}, or the path of a file',
  'profile.words-or.version': '{words}, or a version',
  'profile.words-or.version-or-path': '{words}, a version, or the path of a file',
  'profile.type.boolean': 'true or false',
  'profile.type.number': 'a whole number',
  'profile.type.text': 'a text',
  'profile.type.map': 'keys below it, indented',
  'profile.type.range': '0 to 86400',
} as const;

export const profile = {
  'profile.syntax': 'Line {line}, column {column}: this is not YAML. {problem}',
  'profile.not-a-map': 'A profile is a list of "key: value" lines; see "gpu-guest profile init".',
  'profile.misspelt-key': 'Line {line}, column {column}: there is no key "{key}". Did you mean "{near}"?',
  'profile.unknown-key': 'Line {line}, column {column}: there is no key "{key}". The keys here are: {keys}.',
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

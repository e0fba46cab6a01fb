import type { profile as en } from '../en/profile.ts';

export const profile: Record<keyof typeof en, string> = {
  'profile.syntax': '{line} 行 {column} 列: YAML として正しくありません。{problem}',
  'profile.not-a-map': 'プロファイルは「キー: 値」の行で書きます。「gpu-guest profile init」を参照してください。',
  'profile.misspelt-key': '{line} 行 {column} 列: キー「{key}」はありません。「{near}」ではありませんか?',
  'profile.unknown-key': '{line} 行 {column} 列: キー「{key}」はありません。ここで使えるキー: {keys}。',
  'profile.bad-value': '{line} 行 {column} 列: 「{value}」は {key} の値として使えません。使える値: {allowed}。',
  'profile.misspelt-value':
    '{line} 行 {column} 列: 「{value}」は {key} の値として使えません。「{near}」ではありませんか? 使える値: {allowed}。',
  'profile.words-or.path': '{words}、またはファイルのパス',
  'profile.words-or.version': '{words}、またはバージョン番号',
  'profile.words-or.version-or-path': '{words}、バージョン番号、またはファイルのパス',
  'profile.type.boolean': 'true または false',
  'profile.type.number': '整数',
  'profile.type.text': '文字列',
  'profile.type.map': '字下げした下位のキー',
  'profile.type.range': '0 から 86400',
};

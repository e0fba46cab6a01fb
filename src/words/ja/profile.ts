import type { profile as en } from '../en/profile.ts';
import { profileKeys } from './profile-keys.ts';

export const profile: Record<keyof typeof en, string> = {
  ...profileKeys,
  'profile.syntax': '{line} 行 {column} 列: YAML として正しくありません。{problem}',
  'profile.tab': '{line} 行 {column} 列: YAML の字下げには空白を使いますが、ここにはタブがあります。空白に置き換えてください。',
  'profile.no-space': '{line} 行 {column} 列: 「{key}:」のコロンの後に空白がありません。',
  'profile.structure':
    '{line} 行 {column} 列: この行は前後の行と合いません。同じ階層のキーは同じ列から、下位のキーはさらに右から書き始めます。',
  'profile.unclosed': '{line} 行 {column} 列: 前で開いた角括弧または波括弧が、ここまでに閉じられていません。',
  'profile.backslash':
    '{line} 行 {column} 列: 二重引用符の中のバックスラッシュには特別な意味があります。パスは引用符なしか、単一引用符で囲んで書いてください。',
  'profile.documents':
    '{line} 行 {column} 列: ここから 2 つ目の文書が始まっています (「---」)。プロファイルは 1 つの文書です。',
  'profile.alias': '{line} 行 {column} 列: プロファイルでエイリアスは使えません。*{name} が表す内容をそのまま書いてください。',
  'profile.twice': '{line} 行 {column} 列: 「{key}」はすでに書かれています。どちらか一方の行だけを残してください。',
  'profile.not-a-map':
    'プロファイルは「キー: 値」の行で書きます。「gpu-guest profile init」で注釈付きのプロファイルを作成できます。',
  'profile.too-large': 'ファイルが {kib} KiB を超えています。これはプロファイルではありません。',
  'profile.misspelt-key': '{line} 行 {column} 列: キー「{key}」はありません。「{near}」ではありませんか?',
  'profile.unknown-key': '{line} 行 {column} 列: キー「{key}」はありません。ここで使えるキー: {keys}。',
  'profile.key-below': '{line} 行 {column} 列: 「{key}」は「{section}:」の下に字下げして書きます。',
  'profile.key-outside': '{line} 行 {column} 列: 「{key}」は行頭から書きます。ほかのキーの下には置けません。',
  'profile.empty': '{line} 行 {column} 列: 「{key}」に値がありません。使える値: {allowed}。行を省くと既定値になります。',
  'profile.quoted': '{line} 行 {column} 列: 引用符で囲んだ「{value}」は文字列です。{key} には引用符なしで {value} と書いてください。',
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

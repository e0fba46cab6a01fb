import type { profile as en } from '../en/profile.ts';
import { profileKeys } from './profile-keys.ts';

export const profile: Record<keyof typeof en, string> = {
  ...profileKeys,
  'profile.syntax': '第 {line} 行第 {column} 列：不是有效的 YAML。{problem}',
  'profile.tab': '第 {line} 行第 {column} 列：YAML 用空格缩进，而此处是制表符。请将其替换为空格。',
  'profile.no-space': '第 {line} 行第 {column} 列：“{key}:”的冒号后缺少空格。',
  'profile.structure':
    '第 {line} 行第 {column} 列：此行与前后各行不匹配。同级的键应从同一列开始，下级的键应再向右缩进。',
  'profile.unclosed': '第 {line} 行第 {column} 列：前面打开的方括号或花括号到此处仍未关闭。',
  'profile.backslash':
    '第 {line} 行第 {column} 列：双引号内的反斜杠有特殊含义。请不加引号或用单引号书写该路径。',
  'profile.documents': '第 {line} 行第 {column} 列：此处开始了第二个文档（“---”）。一个配置文件只能包含一个文档。',
  'profile.alias': '第 {line} 行第 {column} 列：配置文件不接受别名。请直接写出 *{name} 所代表的内容。',
  'profile.twice': '第 {line} 行第 {column} 列：“{key}”前面已经给出。请只保留其中一行。',
  'profile.not-a-map': '配置文件应由“键: 值”行组成。“gpu-guest profile init”可生成带注释的配置文件。',
  'profile.too-large': '该文件超过 {kib} KiB，不是配置文件。',
  'profile.misspelt-key': '第 {line} 行第 {column} 列：没有键“{key}”。您是否想写“{near}”？',
  'profile.unknown-key': '第 {line} 行第 {column} 列：没有键“{key}”。此处可用的键：{keys}。',
  'profile.key-below': '第 {line} 行第 {column} 列：“{key}”应缩进写在“{section}:”之下。',
  'profile.key-outside': '第 {line} 行第 {column} 列：“{key}”应顶格书写，不在其他键之下。',
  'profile.empty': '第 {line} 行第 {column} 列：“{key}”没有值。允许：{allowed}。省略该行则使用默认值。',
  'profile.quoted': '第 {line} 行第 {column} 列：加了引号的“{value}”是文本。{key} 的值请写成不带引号的 {value}。',
  'profile.bad-value': '第 {line} 行第 {column} 列：“{value}”不是 {key} 的有效值。允许：{allowed}。',
  'profile.misspelt-value':
    '第 {line} 行第 {column} 列：“{value}”不是 {key} 的有效值。您是否想写“{near}”？允许：{allowed}。',
  'profile.words-or.path': '{words}，或文件路径',
  'profile.words-or.version': '{words}，或版本号',
  'profile.words-or.version-or-path': '{words}、版本号或文件路径',
  'profile.type.boolean': 'true 或 false',
  'profile.type.number': '整数',
  'profile.type.text': '文本',
  'profile.type.map': '缩进的下级键',
  'profile.type.range': '0 到 86400',
};

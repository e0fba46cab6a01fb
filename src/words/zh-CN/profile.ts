import type { profile as en } from '../en/profile.ts';

export const profile: Record<keyof typeof en, string> = {
  'profile.syntax': '第 {line} 行第 {column} 列：不是有效的 YAML。{problem}',
  'profile.not-a-map': '配置文件应由“键: 值”行组成；请参阅“gpu-guest profile init”。',
  'profile.misspelt-key': '第 {line} 行第 {column} 列：没有键“{key}”。您是否想写“{near}”？',
  'profile.unknown-key': '第 {line} 行第 {column} 列：没有键“{key}”。此处可用的键：{keys}。',
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

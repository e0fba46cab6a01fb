import { proof } from './proof.ts';

export const report = {
  ...proof,
  'report.title': 'GPU 虚拟机诊断报告',
  'report.mend-first': '请先处理：{title}',
  'report.causes': '问题',
  'report.consequences': '由此引发：',
  'report.notes': '须知',
  'report.evidence': '依据',
  'report.forward': '可转发内容',
  'report.cure': '本程序可完成此操作：`{apply}`',
  'report.next-title': '下一步',
  'report.next': '`{plan}` 按正确顺序列出本程序可在此处理的全部问题；`{apply}` 执行处理，`gpu-guest undo` 可撤销。',
  'report.next-simulated': '`{plan}` 按正确顺序显示本程序能在此解决的全部问题；`{apply}` 执行计划，仅作用于模拟虚拟机。',
  'report.next-recorded':
    '在该虚拟机上，`{plan}` 按正确顺序列出本程序可处理的全部问题；`{apply}` 执行处理，`gpu-guest undo` 可撤销。',
  'report.unread-title': '未能读取',
  'report.unread': '以下内容未能读取，因此未作判断：{list}。',
  'report.unread-group': '{list}（{why}）',
  'report.comma': '、',
  'report.semicolon': '；',
  'report.withheld':
    '本报告可以转交他人：主机名、用户名、公网地址、序列号、标识符和机密信息均已替换为 <address-1> 之类的占位符，同一个值始终使用同一个占位符。',
  'report.nothing': '未发现问题。',
  'report.guest-title': '虚拟机',
  'report.gpu': 'GPU',
  'report.time': '信息来源时间',
  'report.made-by': 'GPU Guest Assistant {version}',
  'report.not-judged': '未作判断，因为以下内容未能读取：{list}',
  'report.stumbled': '本程序出错，该规则无法判断：{message}',
} as const;

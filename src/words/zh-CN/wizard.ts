import type { wizard as en } from '../en/wizard.ts';
import { wizardUndo } from './wizard-undo.ts';
import { wizardBeside } from './wizard-beside.ts';
import { wizardFinding } from './wizard-finding.ts';
import { wizardGoal } from './wizard-goal.ts';
import { wizardMig } from './wizard-mig.ts';
import { wizardMachine } from './wizard-machine.ts';
import { wizardPlan } from './wizard-plan.ts';
import { wizardRun } from './wizard-run.ts';

export const wizard: Record<keyof typeof en, string> = {
  'wizard.brand': 'GPU Guest Assistant',
  'wizard.simulated': '模拟虚拟机：不会更改本机的任何内容。',
  'wizard.opening': '请稍候…',
  'wizard.turned-away.title': '此浏览器无法使用该向导',
  'wizard.turned-away.text':
    '带有一次性令牌的地址已先在别处打开，或者程序已重新启动。请按 Ctrl-C 结束程序，再次运行“gpu-guest serve”，然后在此处打开新地址。',
  'wizard.cannot-open': '程序没有响应',
  'wizard.cannot-open.text': '程序可能已结束，或与此机器的连接已断开。正在进行的工作不会因此丢失。',
  'wizard.again': '重试',

  'wizard.rail.name': '流程',
  'wizard.rail.machine': '本机',
  'wizard.rail.goal': '目标',
  'wizard.rail.plan': '方案',
  'wizard.rail.run': '执行',
  'wizard.rail.done': '完成',
  'wizard.rail.passed': '已完成',
  'wizard.rail.beside': '随时可用',
  'wizard.rail.diagnose': '诊断',
  'wizard.rail.history': '历史记录',
  'wizard.rail.about': '关于',
  'wizard.settings': '语言与外观',
  'wizard.settings.language': '语言',
  'wizard.settings.light': '外观',
  'wizard.settings.light.system': '跟随系统',
  'wizard.settings.light.light': '浅色',
  'wizard.settings.light.dark': '深色',

  'wizard.comma': '，',
  'wizard.copied': '已复制',
  'wizard.copy': '复制',

  ...wizardMachine,
  ...wizardFinding,
  ...wizardGoal,
  ...wizardMig,
  ...wizardPlan,
  ...wizardRun,
  ...wizardUndo,
  ...wizardBeside,
};

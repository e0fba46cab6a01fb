import type { wizardUndo as en } from '../en/wizard-undo.ts';

export const wizardUndo: Record<keyof typeof en, string> = {
  'wizard.undoing.progress': '已撤销 {done} 个步骤，共 {count} 个',
  'wizard.undoing.progress.done': '已撤销 {done} 个步骤',
  'wizard.undoing.state.ahead': '尚未撤销',
  'wizard.undoing.state.working': '正在撤销',
  'wizard.undoing.state.done': '已撤销',
  'wizard.undoing.now': '正在撤销：{step}',

  'wizard.after-undo.reboot-due': '在虚拟机重启之前，运行中的内核仍保留先前加载的内容。请在方便时重启。',
  'wizard.after-undo.remains': '更早的运行 {run}（{status}）的更改仍然存在，接下来可以撤销它。',
  'wizard.after-undo.remain': '更早的运行 {run}（{status}）以及另外 {count} 次运行的更改仍然存在。可以从最新的开始逐一撤销。',
  'wizard.after-undo.to-history': '查看历史记录',
};

import type { wizardUndo as en } from '../en/wizard-undo.ts';

export const wizardUndo: Record<keyof typeof en, string> = {
  'wizard.undoing.progress': '{count} ステップ中 {done} ステップを元に戻しました',
  'wizard.undoing.progress.done': '{done} ステップを元に戻しました',
  'wizard.undoing.state.ahead': 'これから',
  'wizard.undoing.state.working': '元に戻しています',
  'wizard.undoing.state.done': '元に戻しました',
  'wizard.undoing.now': '元に戻しています: {step}',

  'wizard.after-undo.reboot-due':
    'ゲストを再起動するまで、実行中のカーネルには以前に読み込まれたものが残ります。都合のよいときに再起動してください。',
  'wizard.after-undo.remains': 'それより前の実行 {run}（{status}）の変更はまだ残っています。続けて元に戻せます。',
  'wizard.after-undo.remain':
    'それより前の実行 {run}（{status}）と、さらに {count} 件の変更がまだ残っています。新しい順に 1 件ずつ元に戻せます。',
  'wizard.after-undo.to-history': '履歴を表示',
};

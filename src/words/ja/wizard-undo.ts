import type { wizardAfterUndo as en } from '../en/wizard-after-undo.ts';

export const wizardAfterUndo: Record<keyof typeof en, string> = {
  'wizard.after-undo.reboot-due':
    'ゲストを再起動するまで、実行中のカーネルには以前に読み込まれたものが残ります。都合のよいときに再起動してください。',
  'wizard.after-undo.remains': 'それより前の実行 {run}（{status}）の変更はまだ残っています。続けて元に戻せます。',
  'wizard.after-undo.remain':
    'それより前の実行 {run}（{status}）と、さらに {count} 件の変更がまだ残っています。新しい順に 1 件ずつ元に戻せます。',
  'wizard.after-undo.to-history': '履歴を表示',
};

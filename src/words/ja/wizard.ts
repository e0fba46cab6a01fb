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
  'wizard.simulated': '模擬ゲスト: このマシンには何の変更も加えません。',
  'wizard.opening': 'お待ちください…',
  'wizard.turned-away.title': 'このブラウザーではウィザードを使えません',
  'wizard.turned-away.text':
    'ワンタイムトークン付きのアドレスが先に別の場所で開かれたか、プログラムが再起動されています。Ctrl-C で終了し、もう一度「gpu-guest serve」を実行して、新しいアドレスをここで開いてください。',
  'wizard.cannot-open': 'プログラムが応答しません',
  'wizard.cannot-open.text':
    'プログラムが終了したか、このマシンとの接続が切れた可能性があります。実行中の処理が失われることはありません。',
  'wizard.again': '再試行',

  'wizard.rail.name': '手順',
  'wizard.rail.machine': 'このマシン',
  'wizard.rail.goal': '目的',
  'wizard.rail.plan': 'プラン',
  'wizard.rail.run': '実行',
  'wizard.rail.done': '完了',
  'wizard.rail.passed': '完了',
  'wizard.rail.beside': 'いつでも使えるもの',
  'wizard.rail.diagnose': '診断',
  'wizard.rail.history': '履歴',
  'wizard.rail.about': 'このアプリについて',
  'wizard.settings': '言語と外観',
  'wizard.settings.language': '言語',
  'wizard.settings.light': '外観',
  'wizard.settings.light.system': 'システムに合わせる',
  'wizard.settings.light.light': 'ライト',
  'wizard.settings.light.dark': 'ダーク',

  'wizard.comma': '、',
  'wizard.copied': 'コピーしました',
  'wizard.copy': 'コピー',

  ...wizardMachine,
  ...wizardFinding,
  ...wizardGoal,
  ...wizardMig,
  ...wizardPlan,
  ...wizardRun,
  ...wizardUndo,
  ...wizardBeside,
};

import type { wizardFinding as en } from '../en/wizard-finding.ts';

export const wizardFinding: Record<keyof typeof en, string> = {
  'wizard.severity.error': 'エラー',
  'wizard.severity.warning': '警告',
  'wizard.severity.info': '情報',
  'wizard.finding.by.guest': 'このゲストで対処します',
  'wizard.finding.by.host-admin': 'ホスト管理者による対処が必要です',
  'wizard.finding.by.license-admin': 'ライセンス管理者による対処が必要です',
  'wizard.finding.by.vendor': 'NVIDIA またはクラウド事業者による対処が必要です',
  'wizard.finding.what-to-do': '対処方法と根拠',
  'wizard.finding.details': '根拠と手動での対処方法',
  'wizard.finding.follows': 'これによって起きていること',
  'wizard.finding.because': '「{title}」によるものです',
  'wizard.finding.automatic': 'プランで対処されます。',
  'wizard.finding.evidence': '根拠',
  'wizard.finding.copy': '管理者に渡す文面をコピー',
};

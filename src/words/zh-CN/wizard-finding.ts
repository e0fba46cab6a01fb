import type { wizardFinding as en } from '../en/wizard-finding.ts';

export const wizardFinding: Record<keyof typeof en, string> = {
  'wizard.severity.error': '错误',
  'wizard.severity.warning': '警告',
  'wizard.severity.info': '提示',
  'wizard.finding.by.guest': '在此虚拟机中处理',
  'wizard.finding.by.host-admin': '需由宿主机管理员处理',
  'wizard.finding.by.license-admin': '需由许可证管理员处理',
  'wizard.finding.by.vendor': '需由 NVIDIA 或云服务商处理',
  'wizard.finding.what-to-do': '处理方法与依据',
  'wizard.finding.details': '依据与手动处理方法',
  'wizard.finding.follows': '由此导致',
  'wizard.finding.because': '由“{title}”导致',
  'wizard.finding.automatic': '方案会处理此问题。',
  'wizard.finding.evidence': '依据',
  'wizard.finding.copy': '复制给管理员',
};

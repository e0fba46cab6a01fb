/** The same advice in a Windows guest: other places, services and commands. */
import type { Problem } from '../domain/finding.ts';
import type { Message } from '../domain/message.ts';
import { CUDA_LINK, TOKEN_FOLDER } from '../domain/places.ts';
import { CONTAINER_SERVICE, CUDA_FOLDER } from '../domain/windows-places.ts';
import { DEVICES_OTHERWISE } from './devices-on-windows.ts';

/** Sentences of which there is one for Windows, by the name with `.windows` behind it. */
const OTHERWISE: ReadonlySet<string> = new Set([
  'finding.license.service-missing.fix.1',
  'finding.license.service-missing.fix.2',
  'finding.license.service-failed.fix.1',
  'finding.license.service-failed.fix.2',
  'finding.cuda.missing.fix.media',
  'finding.cuda.missing.fix.runfile',
  'finding.cuda.missing.fix.2',
  'finding.path.fix.apply',
  'finding.path.nvcc-missing.detail',
  'finding.path.nvcc-missing.fix.1',
  'finding.fix.reboot',
  'finding.fix.restart-gridd',
  'finding.driver.missing.detail',
  'finding.driver.missing.fix.1',
  'finding.license.unlicensed.fix.1',
  'finding.license.unlicensed.fix.cloud',
  'finding.license.token.fix.install',
  'finding.license.token-permissions.fix.1',
  'finding.disk.full.detail',
  'finding.disk.full.fix.1',
  'finding.disk.full.fix.2',
  'finding.license.token-invalid.fix.1',
  'finding.license.token-invalid.fix.2',
  'finding.license.feature-type-invalid.detail',
  'finding.license.feature-type-invalid.detail.value',
  'finding.license.legacy-server-config.detail',
  'finding.license.feature-type-invalid.fix.1',
  'finding.license.feature-type-invalid.fix.cloud',
  'finding.license.product-mismatch.fix.2',
  'finding.license.server-unreachable.fix.1',
  'finding.license.server-unreachable.fix.dns',
  'finding.license.server-unreachable.fix.way',
  'finding.license.server-certificate.fix.2',
  'finding.license.legacy-server-config.fix.1',
  'finding.license.clock-skew.fix.1',
  'finding.license.clock-skew.fix.2',
  ...DEVICES_OTHERWISE,
]);

/** Of the kernel of Linux. */
const LINUX_ONLY: ReadonlySet<string> = new Set(['finding.pci.bar-unassigned.fix.3']);

/** Findings whose title names what is called otherwise there. */
const TITLES: ReadonlySet<string> = new Set([
  'license.service-missing',
  'license.service-failed',
  'license.feature-type-invalid',
  'license.token-permissions',
  'driver.module-signature-rejected',
  'driver.not-loaded',
]);

export const titleOnWindows = (id: string): Message => ({
  key: `finding.${id}.title${TITLES.has(id) ? '.windows' : ''}`,
});

/** Where the same thing stands there. */
const PLACES: Readonly<Record<string, string>> = {
  [TOKEN_FOLDER]: 'C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken',
  'journal nvidia-gridd': 'Log.NVDisplay.Container.exe.log',
  '/etc/nvidia/gridd.conf': 'GridLicensing',
  'systemctl status nvidia-gridd': `sc.exe query ${CONTAINER_SERVICE}`,
  [CUDA_LINK]: CUDA_FOLDER,
  ls: 'dir',
  df: 'Win32_LogicalDisk',
  'lspci -d 10de:': 'Device Manager',
};

const said = (message: Message): Message => {
  const values = Object.entries(message.values ?? {}).map(([hole, value]): [string, typeof value] => [
    hole,
    typeof value === 'string' ? (PLACES[value] ?? value) : value,
  ]);
  return {
    key: OTHERWISE.has(message.key) ? `${message.key}.windows` : message.key,
    ...(values.length > 0 && { values: Object.fromEntries(values) }),
  };
};

const stepsThere = (steps: readonly Message[]): readonly Message[] => {
  const possible = steps.filter(({ key }) => !LINUX_ONLY.has(key));
  return (possible.length === 0 ? steps : possible).map(said);
};

type Told = Pick<Problem, 'detail' | 'evidence' | 'fix'>;

export const onWindows = ({ detail, evidence, fix }: Told): Told => ({
  detail: said(detail),
  evidence: evidence.map(({ source, text }) => ({ source: PLACES[source] ?? source, text })),
  fix: { ...fix, steps: stepsThere(fix.steps) },
});

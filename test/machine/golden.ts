/** What the product says of a machine, as a support engineer reads it: one screen of text. */
import type { PlanDocument } from '../../src/contract/documents/plan.ts';
import type { Diagnosis } from '../../src/contract/documents/diagnosis.ts';
import type { Verification } from '../../src/contract/documents/verification.ts';
import { shellLine } from '../../src/cli/texts/shell-line.ts';

type Detection = Diagnosis['detection'];
type Step = PlanDocument['steps'][number];

const words = (...parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '').join(' ');

const row = (label: string, text: string): string => `${label.padEnd(9)} ${text}`;

function guestLine({ guest }: Detection): string {
  const { os, kernel, nextKernel, firmware, secureBoot, cloud, hypervisor } = guest;
  return [
    os?.name,
    kernel !== null && `kernel ${kernel}`,
    nextKernel !== null && nextKernel !== kernel && `next ${nextKernel}`,
    firmware?.toUpperCase(),
    secureBoot === true && 'Secure Boot on',
    hypervisor.name,
    hypervisor.idHidden === true && 'id hidden',
    cloud,
  ]
    .filter((part) => typeof part === 'string')
    .join(', ');
}

function gpuLine({
  address,
  deviceId,
  subsystemVendorId,
  subsystemDeviceId,
  name,
  mode,
  vgpu,
  boundDriver,
  modeReason,
}: Detection['gpus'][number]): string {
  const ids = [
    '10de',
    deviceId ?? '????',
    ...(subsystemDeviceId === null ? [] : [subsystemVendorId, subsystemDeviceId]),
  ].join(':');
  const host = vgpu?.hostDriver
    ? `host ${vgpu.hostDriver.version} ${vgpu.hostDriver.branch}`
    : mode === 'vgpu' && 'host unread';
  const shown = mode === 'vgpu' ? words('vGPU', vgpu?.type, '·', host) : `${mode}: ${modeReason}`;
  return `${words(address, ids, name)} · ${shown}${boundDriver === null ? '' : ` · held by ${boundDriver}`}`;
}

function detectLines(detection: Detection): readonly string[] {
  const { installed, recommended, reason } = detection.driver;
  const guest = guestLine(detection);
  const fits =
    recommended === null
      ? `nothing: ${reason}`
      : `${words(recommended.kind, recommended.versions[0] ?? `R${String(recommended.branch)}`, recommended.kernelModule, recommended.exact ? null : '(a guess)')}: ${reason}`;
  return [
    ...(guest === '' ? [] : [row('guest', guest)]),
    ...detection.gpus.map((gpu) => row('gpu', gpuLine(gpu))),
    ...detection.otherDisplays.map(({ address, vendorId, deviceId, name }) =>
      row('other', words(address, `${vendorId ?? '?'}:${deviceId ?? '?'}`, name)),
    ),
    ...(installed === null
      ? []
      : [row('installed', words(installed.version, installed.kind, installed.kernelModule, installed.origin))]),
    row('fits', fits),
    ...(detection.cuda ?? []).map(({ path, version }) => row('cuda', `${version ?? '?'} in ${path}`)),
  ];
}

const shortened = (text: string): string => {
  const [first = '', ...more] = text.split('\n');
  return more.length === 0 ? first : `${first} …`;
};

/** What is only worth knowing stands nearly everywhere: one line of it is enough here. */
function findingLines(finding: Diagnosis['findings'][number]): readonly string[] {
  const { id, severity, title, detail, evidence, fix, becauseOf } = finding;
  const shown = severity === 'info' ? evidence.slice(0, 1) : evidence;
  return [
    ...(severity === 'info' ? [] : ['']),
    row(severity, `${id}: ${title}`),
    row('', detail),
    ...(becauseOf === null ? [] : [row('', `because of ${becauseOf}`)]),
    ...shown.map(({ source, text }) => row('', `| ${source}: ${shortened(text)}`)),
    ...(severity === 'info'
      ? []
      : [row('', `→ ${fix.by}${fix.automatic ? ', automatic' : ''}: ${fix.steps[0] ?? ''}`)]),
  ];
}

/** Without what stands in every one: the environment and the options that keep a package manager quiet. */
const bare = (command: readonly string[]): string =>
  shellLine(command)
    .replace(/^env (?:[A-Z_]+=\S+ )+/, '')
    .replace(/ -o \S+::?\S+=\S+| -o DPkg::\S+/g, '');

function stepLines({ id, state, leftOut, reason, commands, writes, reboot, warnings }: Step): readonly string[] {
  const head = row(`  ${leftOut ? 'without' : state}`, `${id}: ${reason}`);
  if (state !== 'todo') return [head];
  return [
    head,
    ...commands.map((command) => row('', `$ ${bare(command)}`)),
    ...writes.map(({ file, diff, mode }) =>
      row('', `${/^- (?:\/|[A-Z]:\\|HK)/.test(diff) ? 'removes' : 'writes'} ${file}${mode === null ? '' : ` ${mode}`}`),
    ),
    ...(reboot ? [row('', 'reboots')] : []),
    ...warnings.map((warning) => row('', `! ${warning}`)),
  ];
}

const planLines = ({ goal, choice, steps }: PlanDocument): readonly string[] => [
  '',
  `plan for ${goal}`,
  row('  licence', choice.licence),
  row('  cuda', choice.cuda),
  ...steps.flatMap(stepLines),
];

/** What is to be reached, and what is there instead. */
const checkLine = ({ id, ok, expected, found, evidence }: Verification['checks'][number]): readonly string[] => [
  row(`  ${ok ? 'ok' : 'not'}`, `${id}: ${expected}${evidence === null || !ok ? '' : ` | ${evidence}`}`),
  ...(ok ? [] : [row('', `found ${found}${evidence === null ? '' : ` | ${evidence}`}`)]),
];

const verifyLines = ({ ready, checks }: Verification): readonly string[] => [
  '',
  `verify    ${ready ? 'ready' : 'not ready'}`,
  ...checks.flatMap(checkLine),
];

/** verified: of an image, whose checks are its own. */
export function goldenText(
  story: string,
  diagnosis: Diagnosis,
  plan: PlanDocument | null,
  verified: Verification | null = null,
): string {
  const lines = [
    story.trim(),
    '',
    ...detectLines(diagnosis.detection),
    '',
    `verdict   ${diagnosis.verdict}`,
    ...(diagnosis.cause === null ? [] : [row('because', diagnosis.cause)]),
    ...diagnosis.findings.flatMap(findingLines),
    ...(diagnosis.findings.length === 0 ? ['          nothing found'] : []),
    ...(plan === null ? [] : planLines(plan)),
    ...(verified === null ? [] : verifyLines(verified)),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

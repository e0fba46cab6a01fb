import { timeIn } from '../stated-time.ts';
import {
  commandAnswer,
  defineRecogniser,
  placeOf,
  textOf,
  type Answer,
  type Line,
  type Page,
  type Recognition,
} from '../source.ts';

/** Exit codes that nvidia-smi(1) documents, for the sentences that go with them; 18 is NVML's own number of a mismatch. */
const EXCUSES: readonly (readonly [RegExp, number])[] = [
  [/NVIDIA-SMI has failed because it couldn't communicate/i, 9],
  [/No devices were found/i, 6],
  [/Failed to initialize NVML: Driver\/library version mismatch/i, 18],
  [/(couldn't find|Failed to find).*libnvidia-ml/i, 12],
  [/Failed to initialize NVML/i, 255],
  [/Unable to determine the device handle for GPU/i, 15],
  // The container toolkit asks NVML and passes on what it says.
  [/nvml error: driver\/library version mismatch/i, 18],
  [/nvml error: driver not loaded/i, 9],
];

/** What shells say of a program that they do not find; on Windows it need not be on the path. */
const NOT_FOUND =
  /\bnvidia-smi: ?(?:command not found|not found|inaccessible or not found|未找到命令|找不到命令|命令未找到|コマンドが見つかりません|Befehl nicht gefunden|Kommando nicht gefunden|commande introuvable|orden no encontrada)|Command 'nvidia-smi' not found|command not found: nvidia-smi|未找到命令[:：“"]\s*nvidia-smi|exec: "nvidia-smi": executable file not found/i;

const QUERY =
  /^\s*=+NVSMI LOG=+|^\s*(vGPU Software|GRID) Licensed Product\s*$|^\s*GPU Virtualization Mode\s*$|^\s*License Status\s+:|^\s*Attached GPUs\s+:|^\s*Product Name\s+:|^\s*Virtualization [Mm]ode\s+:|^\s*GPU [0-9a-f]{8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]\s*$/i;
const XML = /<nvidia_smi_log>|<gpu_virtualization_mode>|<driver_version>/;
const TABLE = /NVIDIA-SMI\s+\d+\.\d+.*Driver Version:|^\s*GPU \d+: \S.* \(UUID: /;

const isQuery = (args: readonly string[]): boolean => args.includes('-q');

const excuseOf = (text: string): number | undefined => EXCUSES.find(([sentence]) => sentence.test(text))?.[1];

/** The driver's model in the head or in a row of the table, `Driver Model` of -q, the folder of a prompt. */
const ON_WINDOWS =
  /TCC\/WDDM|\b(?:WDDM|TCC|MCDM)\s*[|│]|^\s*Current\s*:\s*(?:WDDM|TCC|MCDM)\s*$|<current_dm>(?:WDDM|TCC|MCDM)<|^\s*(?:PS )?[A-Z]:\\[^>\n]{0,200}>\s*(?:\S*\\)?nvidia-smi/im;

function found(page: Page, what: string, line: Line, answers: readonly Answer[]): readonly Recognition[] {
  const on = ON_WINDOWS.test(page.text) ? { on: 'windows' as const } : {};
  return [{ what, place: placeOf(page, line), answers, ...on }];
}

const timesIn = (lines: readonly Line[]): readonly Answer[] =>
  lines.flatMap(({ text }) => {
    const stated = /^\s*(?:<timestamp>|Timestamp\s*:)(.*)/.exec(text)?.[1] ?? text;
    const at = timeIn(stated);
    return at === null ? [] : [{ kind: 'time' as const, at }];
  });

/** Only lines that are about nvidia-smi's own times: build dates and licence expiries stand on the same page. */
const isStamp = ({ text }: Line): boolean =>
  /^\s*(<timestamp>|Timestamp\s*:)/.test(text) ||
  /^\s*[A-Z][a-z]{2} [A-Z][a-z]{2}\s+\d+ [\d:]{8}\s+\d{4}\s*$/.test(text);

function answersIn(page: Page) {
  const of = (pattern: RegExp): Line | undefined => page.lines.find(({ text }) => pattern.test(text));
  const [xml, query, table] = [of(XML), of(QUERY), of(TABLE)];
  const times = timesIn(page.lines.filter(isStamp));
  if (xml) return found(page, 'nvidia-smi -q -x', xml, [commandAnswer('nvidia-smi', page.text, isQuery), ...times]);
  return [
    ...(query ? found(page, 'nvidia-smi -q', query, [commandAnswer('nvidia-smi', page.text, isQuery), ...times]) : []),
    ...(table
      ? found(page, 'nvidia-smi', table, [commandAnswer('nvidia-smi', page.text, (args) => !isQuery(args) && args[0] !== 'mig'), ...times])
      : []),
  ];
}

function notFoundIn(page: Page): readonly Recognition[] {
  const line = page.lines.find(({ text }) => NOT_FOUND.test(text.slice(0, 500)));
  return line === undefined ? [] : found(page, 'nvidia-smi', line, [{ kind: 'no-tool', program: 'nvidia-smi' }]);
}

/** The number of the line on which something else is typed; a block begins below its prompt. */
const nextPrompt = ({ blocks }: Page, { number }: Line): number =>
  Math.min(...blocks.flatMap(({ lines }) => lines[0]?.number ?? []).filter((first) => first > number).map((first) => first - 1));

export const nvidiaSmi = defineRecogniser({
  what: 'nvidia-smi',
  on: 'either',
  recognise: (page) => {
    const answered = answersIn(page);
    if (answered.length > 0) return answered;
    const line = page.lines.find(({ text }) => excuseOf(text) !== undefined);
    if (line === undefined) return notFoundIn(page);
    const rest = page.lines.filter(({ number }) => number >= line.number && number < Math.min(line.number + 3, nextPrompt(page, line)));
    const answer = commandAnswer('nvidia-smi', textOf(rest), () => true, excuseOf(line.text) ?? 255);
    return found(page, 'nvidia-smi', line, [answer]);
  },
});

import { TOLD_TOOLKITS } from '../../probes/cuda-toolkits.ts';
import { triedNvcc } from '../../probes/shell-paths.ts';
import {
  commandAnswer,
  defineRecogniser,
  placeOf,
  type Answer,
  type Line,
  type Page,
  type Recognition,
} from '../source.ts';

const VERSION = /^\s*Cuda compilation tools, release (\d+\.\d+)(?:, V([\d.]+))?/;
const NOT_FOUND =
  /\bnvcc: (?:command not found|not found|未找到命令|コマンドが見つかりません)|Command 'nvcc' not found|command not found: nvcc|which: no nvcc in|(?:未找到|找不到)命令[:：“]\s*nvcc/;
const NOT_IN_SUDO = /sudo: nvcc: (?:command not found|找不到命令|コマンドが見つかりません)/;
/** A path that is printed: by `which`, `ls`, `find`, or by a shell that is told the whole of it. */
const NVCC_PATH = /^\s*(?:\S+\s+){0,9}(\/(?:\S+\/)?bin\/nvcc)\*?\s*$/;
/** `Toolkit:  Installed in /usr/local/cuda-12.1/`, the runfile's summary. */
const SUMMARY = /^\s*Toolkit:\s+Installed in (\/\S+?)\/?\s*$/;

const bySudo = (args: readonly string[]): boolean => args[0] === '-n';
const asks = (args: readonly string[]): boolean => args.some((arg) => arg.includes('nvcc'));

const find = ({ lines }: Page, pattern: RegExp): Line | undefined =>
  lines.find(({ text }) => pattern.test(text.slice(0, 500)));

/** Of a missing nvcc the person's own shell speaks: one after a login, as far as one can know. */
function shellAnswers(page: Page, path: string | undefined, version: string): readonly Answer[] {
  const missing = page.lines.some(({ text }) => NOT_FOUND.test(text) && !NOT_IN_SUDO.test(text));
  const answers = missing || path === undefined ? [] : [commandAnswer('bash', triedNvcc(path, version), asks)];
  const none = commandAnswer('bash', triedNvcc(''), asks);
  const sudo = find(page, NOT_IN_SUDO) ? [commandAnswer('sudo', triedNvcc(''), bySudo)] : [];
  return [...(missing ? [none] : answers), ...sudo];
}

function nvccIn(page: Page): readonly Recognition[] {
  const said = find(page, VERSION);
  const [, release = '', full = ''] = VERSION.exec(said?.text ?? '') ?? [];
  const path = NVCC_PATH.exec(find(page, NVCC_PATH)?.text ?? '')?.[1];
  const installed = SUMMARY.exec(find(page, SUMMARY)?.text ?? '')?.[1];
  const line = said ?? find(page, NOT_FOUND) ?? find(page, NVCC_PATH) ?? find(page, SUMMARY);
  if (line === undefined) return [];
  const folder =
    path?.replace(/\/bin\/nvcc$/, '') ?? installed ?? (release === '' ? undefined : `/usr/local/cuda-${release}`);
  const told: readonly Answer[] =
    folder === undefined ? [] : [{ kind: 'log', path: TOLD_TOOLKITS, text: `${folder}\t${full || release}\n` }];
  const found = path ?? (said && folder !== undefined ? `${folder}/bin/nvcc` : undefined);
  return [
    { what: 'nvcc', place: placeOf(page, line), answers: [...told, ...shellAnswers(page, found, said?.text ?? '')] },
  ];
}

export const nvcc = defineRecogniser({ what: 'nvcc, cuda-installer', recognise: nvccIn });

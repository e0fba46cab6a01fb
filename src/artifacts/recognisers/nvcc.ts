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
  /\bnvcc: (?:command not found|not found|未找到命令|コマンドが見つかりません)|Command 'nvcc' not found|command not found: nvcc|which: no nvcc in|(?:未找到|找不到)命令[:：“"]\s*nvcc/;
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

/** What one page says of nvcc: its path and the toolkit's folder, where anything names or implies them. */
type Told = { readonly release: string; readonly path: string | undefined; readonly folder: string | undefined };

const group = (page: Page, pattern: RegExp, nth = 1): string | undefined =>
  pattern.exec(find(page, pattern)?.text ?? '')?.[nth];

function toldOf(page: Page): Told {
  const release = group(page, VERSION) ?? '';
  const path = group(page, NVCC_PATH);
  const usual = release === '' ? undefined : `/usr/local/cuda-${release}`;
  return { release, path, folder: path?.replace(/\/bin\/nvcc$/, '') ?? group(page, SUMMARY) ?? usual };
}

function answersIn(page: Page, { release, path, folder }: Told): readonly Answer[] {
  const version = find(page, VERSION)?.text ?? '';
  const found = path ?? (version === '' ? undefined : `${folder ?? ''}/bin/nvcc`);
  const shells = shellAnswers(page, found, version);
  if (folder === undefined) return shells;
  const full = group(page, VERSION, 2) ?? release;
  return [{ kind: 'log', path: TOLD_TOOLKITS, text: `${folder}\t${full}\n` }, ...shells];
}

function nvccIn(page: Page): readonly Recognition[] {
  const line = [VERSION, NOT_FOUND, NVCC_PATH, SUMMARY].map((one) => find(page, one)).find((one) => one !== undefined);
  if (line === undefined) return [];
  return [{ what: 'nvcc', place: placeOf(page, line), answers: answersIn(page, toldOf(page)) }];
}

export const nvcc = defineRecogniser({ what: 'nvcc, cuda-installer', recognise: nvccIn });

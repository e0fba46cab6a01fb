/** Every option once: the parser, the help, the completions and the man page are made from this. */
import type { WordKey } from '../words/say.ts';

export type OptionSpec = {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help; absent: a switch. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** The value is a path (completed as one): of a file or of a folder. */
  readonly path?: 'file' | 'folder';
  readonly summary: WordKey;
};

const define = <const T extends Readonly<Record<string, Omit<OptionSpec, 'name'>>>>(specs: T): T => specs;

export const OPTIONS = define({
  json: { summary: 'cli.option.json' },
  lang: { value: 'LANG', choices: ['en', 'zh-CN', 'ja'], summary: 'cli.option.lang' },
  'no-color': { summary: 'cli.option.no-color' },
  quiet: { short: 'q', summary: 'cli.option.quiet' },
  verbose: { short: 'v', summary: 'cli.option.verbose' },
  help: { short: 'h', summary: 'cli.option.help' },
  version: { short: 'V', summary: 'cli.option.version' },
  profile: { value: 'FILE', path: 'file', summary: 'cli.option.profile' },
  media: { value: 'DIR', path: 'folder', summary: 'cli.option.media' },
  root: { value: 'DIR', path: 'folder', summary: 'cli.option.root' },
  yes: { short: 'y', summary: 'cli.option.yes' },
  'dry-run': { short: 'n', summary: 'cli.option.dry-run' },
  reboot: { value: 'WHEN', choices: ['never', 'auto', 'ask'], summary: 'cli.option.reboot' },
  steps: { value: 'ID,…', summary: 'cli.option.steps' },
  expect: { value: 'DIGEST', summary: 'cli.option.expect' },
  events: { summary: 'cli.option.events' },
  format: { value: 'FORMAT', choices: ['text', 'json', 'html', 'markdown', 'junit'], summary: 'cli.option.format' },
  force: { summary: 'cli.option.force' },
  each: { summary: 'cli.option.each' },
  work: { summary: 'cli.option.work' },
  port: { value: 'PORT', summary: 'cli.option.port' },
  listen: { value: 'ADDRESS', summary: 'cli.option.listen' },
  'keep-token': { summary: 'cli.option.keep-token' },
  prometheus: { summary: 'cli.option.prometheus' },
  watch: { short: 'w', summary: 'cli.option.watch' },
  interval: { value: 'SECONDS', summary: 'cli.option.interval' },
  'tls-cert': { value: 'FILE', path: 'file', summary: 'cli.option.tls-cert' },
  'tls-key': { value: 'FILE', path: 'file', summary: 'cli.option.tls-key' },
  release: { value: 'RELEASE', summary: 'cli.option.release' },
  kernel: { value: 'KERNEL,…', summary: 'cli.option.kernel' },
  mirror: { value: 'URL', summary: 'cli.option.mirror' },
  'with-token': { summary: 'cli.option.with-token' },
  output: { short: 'o', value: 'FILE', path: 'file', summary: 'cli.option.output' },
});
export type OptionName = keyof typeof OPTIONS;

export const EVERYWHERE: readonly OptionName[] = ['json', 'lang', 'no-color', 'quiet', 'verbose', 'help'];
/** Where no command is named. */
export const ALONE: readonly OptionName[] = [...EVERYWHERE, 'version'];
export const LOOKING: readonly OptionName[] = ['profile', 'media', 'root'];
export const CHANGING: readonly OptionName[] = ['yes', 'dry-run', 'reboot', 'steps', 'expect', 'events', 'force'];

/** What an option means to one command, where that is something else. */
export type Differing = Readonly<Partial<Record<OptionName, Pick<OptionSpec, 'value' | 'path' | 'summary'>>>>;

export const specOf = (name: OptionName, differing?: Differing): OptionSpec => ({
  name,
  ...OPTIONS[name],
  ...differing?.[name],
});

/** Every command once: what it is called, what it takes, what it does. */
import type { WordKey } from '../words/say.ts';
import type { ArgumentSpec } from './argument-spec.ts';
import type { Call } from './call.ts';
import type { ExitCode } from './exit-code.ts';
import { CHANGING, LOOKING, type Differing, type OptionName } from './options.ts';

export type CommandSpec = {
  readonly name: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionName[];
  readonly differing?: Differing;
  /** It changes the guest. */
  readonly changes: boolean;
  readonly summary: WordKey;
  /** Loaded when it is called: starting must stay quick. */
  readonly load: () => Promise<(call: Call) => Promise<ExitCode>>;
};

const source: ArgumentSpec = { name: 'SOURCE', required: false, kind: 'source' };

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'status',
    arguments: [],
    options: LOOKING,
    changes: false,
    summary: 'cli.command.status',
    load: async () => (await import('./commands/status.ts')).status,
  },
  {
    name: 'detect',
    arguments: [source],
    options: LOOKING,
    changes: false,
    summary: 'cli.command.detect',
    load: async () => (await import('./commands/detect.ts')).detect,
  },
  {
    name: 'media',
    arguments: [{ name: 'DIR', required: true, kind: 'folder' }, source],
    options: ['profile', 'root'],
    changes: false,
    summary: 'cli.command.media',
    load: async () => (await import('./commands/media.ts')).media,
  },
  {
    name: 'token',
    arguments: [{ name: 'FILE', required: true, kind: 'file' }],
    options: [],
    changes: false,
    summary: 'cli.command.token',
    load: async () => (await import('./commands/token.ts')).token,
  },
  {
    name: 'plan',
    arguments: [source],
    options: [...LOOKING, 'steps', 'reboot'],
    changes: false,
    summary: 'cli.command.plan',
    load: async () => (await import('./commands/plan.ts')).plan,
  },
  {
    name: 'apply',
    arguments: [source],
    options: [...LOOKING, ...CHANGING],
    changes: true,
    summary: 'cli.command.apply',
    load: async () => (await import('./commands/apply.ts')).apply,
  },
  {
    name: 'resume',
    arguments: [],
    options: ['root', 'yes', 'dry-run', 'reboot', 'expect', 'events', 'force'],
    differing: { force: { summary: 'cli.option.force.resume' } },
    changes: true,
    summary: 'cli.command.resume',
    load: async () => (await import('./commands/resume.ts')).resume,
  },
  {
    name: 'undo',
    arguments: [{ name: 'RUN', required: false, kind: 'run' }],
    options: ['root', 'yes', 'dry-run', 'reboot', 'expect', 'events'],
    changes: true,
    summary: 'cli.command.undo',
    load: async () => (await import('./commands/undo.ts')).undo,
  },
  {
    name: 'verify',
    arguments: [source],
    options: [...LOOKING, 'work'],
    changes: false,
    summary: 'cli.command.verify',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  {
    name: 'diagnose',
    arguments: [source],
    options: [...LOOKING, 'format', 'each', 'output'],
    changes: false,
    summary: 'cli.command.diagnose',
    load: async () => (await import('./commands/diagnose.ts')).diagnose,
  },
  {
    name: 'capture',
    arguments: [source],
    options: ['root', 'output', 'force'],
    changes: false,
    summary: 'cli.command.capture',
    load: async () => (await import('./commands/capture.ts')).capture,
  },
  {
    name: 'seal',
    arguments: [source],
    options: [...LOOKING, 'keep-token', 'yes', 'dry-run', 'expect'],
    changes: true,
    summary: 'cli.command.seal',
    load: async () => (await import('./commands/seal.ts')).seal,
  },
  {
    name: 'first-start',
    arguments: [],
    options: [],
    changes: true,
    summary: 'cli.command.first-start',
    load: async () => (await import('./commands/first-start.ts')).firstStart,
  },
  {
    name: 'first-boot',
    arguments: [],
    options: [],
    changes: true,
    summary: 'cli.command.first-boot',
    load: async () => (await import('./commands/first-boot.ts')).firstBoot,
  },
  {
    name: 'license',
    arguments: [source],
    options: ['root', 'prometheus', 'output', 'watch', 'interval'],
    changes: false,
    summary: 'cli.command.license',
    load: async () => (await import('./commands/license.ts')).license,
  },
  {
    name: 'serve',
    arguments: [source],
    options: ['port', 'listen', 'tls-cert', 'tls-key'],
    changes: false,
    summary: 'cli.command.serve',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  {
    name: 'catalog',
    arguments: [
      { name: 'gpu', required: true, kind: 'word', words: ['gpu'] },
      { name: 'VVVV:DDDD[:SSSS:SSSS]', required: true, kind: 'word' },
    ],
    options: [],
    changes: false,
    summary: 'cli.command.catalog',
    load: async () => (await import('./commands/catalog.ts')).catalog,
  },
  {
    name: 'profile',
    arguments: [
      { name: 'init|check|schema', required: true, kind: 'word', words: ['init', 'check', 'schema'] },
      { name: 'SOURCE|FILE…', required: false, kind: 'file', many: true },
    ],
    options: ['media', 'root', 'output', 'force'],
    changes: false,
    summary: 'cli.command.profile',
    load: async () => (await import('./commands/profile.ts')).profile,
  },
  {
    name: 'bundle',
    arguments: [],
    options: [...LOOKING, 'release', 'kernel', 'mirror', 'with-token', 'dry-run', 'output'],
    differing: { output: { value: 'DIR', path: 'folder', summary: 'cli.option.output-folder' } },
    changes: false,
    summary: 'cli.command.bundle',
    load: async () => (await import('./commands/bundle.ts')).bundle,
  },
  {
    name: 'simulations',
    arguments: [],
    options: [],
    changes: false,
    summary: 'cli.command.simulations',
    load: async () => (await import('./commands/simulations.ts')).simulations,
  },
  {
    name: 'runs',
    arguments: [],
    options: ['root'],
    changes: false,
    summary: 'cli.command.runs',
    load: async () => (await import('./commands/runs.ts')).runs,
  },
];

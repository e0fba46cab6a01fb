/** Which face `npm start` shows the wizard with: a window of its own, or the browser's. */
import { say, type Said } from '../../src/words/say.ts';

export type Situation = {
  readonly platform: string;
  readonly isRoot: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of Electron's program; null: it has not been fetched. */
  readonly electron: string | null;
};

export type Face = { readonly kind: 'window'; readonly electron: string; readonly why: Said } | { readonly kind: 'served'; readonly why: Said };

const served = (why: Said): Face => ({ kind: 'served', why: say('start.served', { why }) });

export function faceOf({ platform, isRoot, env, electron }: Situation): Face {
  const hasDisplay = platform !== 'linux' || (env['WAYLAND_DISPLAY'] ?? '') !== '' || (env['DISPLAY'] ?? '') !== '';
  if (isRoot) return served(say('start.root'));
  if (!hasDisplay) return served(say('start.no-display'));
  if (electron === null) return served(say('start.no-electron'));
  return { kind: 'window', electron, why: say('start.window') };
}

/** What a run is to do: as the engine is told, and as the command line is. */
import type { Profile } from '../../domain/profile.ts';

export type Order =
  | { readonly kind: 'apply'; readonly profile: Profile; readonly digest: string }
  | { readonly kind: 'resume'; readonly run: string; readonly reboot: 'never' | 'auto' }
  | { readonly kind: 'undo'; readonly run: string; readonly reboot: 'never' | 'auto' };

/** The run that is gone on with; null: a new one. */
export const runOf = (order: Order): string | null => (order.kind === 'apply' ? null : order.run);

export const rebootOf = (order: Order): Profile['reboot'] => (order.kind === 'apply' ? order.profile.reboot : order.reboot);

export function argsOf(order: Order): readonly string[] {
  switch (order.kind) {
    case 'apply':
      return ['apply', '--expect', order.digest, '--reboot', order.profile.reboot];
    case 'resume':
      return ['resume', '--reboot', order.reboot];
    case 'undo':
      return ['undo', order.run, '--yes', '--reboot', order.reboot];
  }
}

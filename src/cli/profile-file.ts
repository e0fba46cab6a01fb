import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Profile } from '../domain/profile.ts';

/** A file that its user and an administrator can read, and nobody else. JSON is YAML. */
export function profileFile(profile: Profile): { readonly path: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'gpu-guest-'));
  const path = join(folder, 'profile.yaml');
  writeFileSync(path, JSON.stringify(profile), { mode: 0o600 });
  return {
    path,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts this program again with an administrator's rights, and hears what it does. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { valueOf } from '../domain/fact.ts';
import type { Profile } from '../domain/profile.ts';
import { examine } from '../engine/examine.ts';
import type { SessionPorts } from '../engine/session/ports.ts';
import { elevatedCommand, elevationHere, startBeside, type Elevation, type Self } from '../platform/elevation.ts';
import { platformHere, thisMachine } from '../platform/index.ts';
import { CANCEL_LINE } from './cancel-line.ts';

/** A file that root can read, and nobody else. JSON is YAML. */
function profileFile(profile: Profile): { readonly path: string; readonly remove: () => void } {
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

/** On Windows this program is started with raised rights, or not: UAC connects what it starts with no pipe of ours. */
const elevationOnWindows = async (): Promise<Elevation> =>
  valueOf((await examine(thisMachine(), ['rights'])).rights) === 'root' ? 'is-root' : 'none';

export function elevation(self: Self): Pick<SessionPorts, 'elevation' | 'elevate'> {
  let kind: Elevation = 'none';
  return {
    elevation: async () => (kind = await (platformHere() === 'windows' ? elevationOnWindows() : elevationHere())),
    elevate(args, profile, { onLine, onEnd }) {
      const file = profile === null ? null : profileFile(profile);
      const given = file === null ? args : [...args, '--profile', file.path];
      const tell = startBeside(elevatedCommand(kind, self, given), {
        onLine,
        onEnd(exitCode, said) {
          file?.remove();
          onEnd(exitCode, said);
        },
      });
      return () => {
        tell(CANCEL_LINE);
      };
    },
  };
}

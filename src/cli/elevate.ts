/** Starts this program again with an administrator's rights, and hears what it does. */
import { valueOf } from '../domain/fact.ts';
import { examine } from '../engine/examine.ts';
import type { SessionPorts } from '../engine/session/ports.ts';
import { elevatedCommand, elevationHere, startBeside, type Elevation, type Self } from '../platform/elevation.ts';
import { platformHere, thisMachine } from '../platform/index.ts';
import { hasWindowsDesktop } from '../platform/windows/uac.ts';
import { CANCEL_LINE } from './cancel-line.ts';
import { profileFile } from './profile-file.ts';
import { raising } from './raised/raise.ts';
import { seenByAdministrators } from './raised/seen-by-administrators.ts';

async function elevationOnWindows(): Promise<Elevation> {
  if (valueOf((await examine(thisMachine(), ['rights'])).rights) === 'root') return 'is-root';
  return hasWindowsDesktop() ? 'uac' : 'none';
}

export function elevation(self: Self): Pick<SessionPorts, 'elevation' | 'elevate'> {
  let kind: Elevation = 'none';
  const raised = raising(self);
  return {
    elevation: async () => (kind = await (platformHere() === 'windows' ? elevationOnWindows() : elevationHere())),
    elevate(args, profile, ears) {
      if (kind === 'uac') return raised(args, profile && seenByAdministrators(profile), ears);
      const { onLine, onEnd } = ears;
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

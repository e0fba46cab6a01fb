/** The raised program: does what the wizard at the door orders, each by this same program, which looks and derives its plan anew. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Profile } from '../../domain/profile.ts';
import { enterDoor, type Wire } from '../../platform/door.ts';
import { startBeside } from '../../platform/elevation.ts';
import { CANCEL_LINE } from '../cancel-line.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { profileFile } from '../profile-file.ts';
import { programPath } from '../program-path.ts';
import { Order, readAs, type Told } from './orders.ts';

/** As long as sudo remembers a password, and the reading of a plan: whoever comes later is asked again. */
const PATIENCE_MS = 15 * 60_000;
const LOOK_EVERY_MS = 1_000;

/** Until the wizard is gone, or has asked for nothing for a while; what is at work then comes to its end. */
export async function attend(note: string): Promise<ExitCode> {
  const atWork = new Map<number, () => void>();
  const visit: { wire?: Wire; isOver: boolean; idleSince: number } = { isOver: false, idleSince: Date.now() };
  const tell = (told: Told) => visit.wire?.tell(JSON.stringify(told));

  const begin = ({ order, args, profile }: Extract<Order, { args: unknown }>) => {
    const file = profile === null ? null : profileFile(profile as Profile);
    const given = file === null ? args : [...args, '--profile', file.path];
    const say = startBeside([process.execPath, programPath(), ...given], {
      onLine: (line) => {
        tell({ order, line });
      },
      onEnd: (exitCode, said) => {
        file?.remove();
        atWork.delete(order);
        visit.idleSince = Date.now();
        tell({ order, exitCode, said });
      },
    });
    atWork.set(order, () => {
      say(CANCEL_LINE);
    });
  };
  visit.wire = await enterDoor(note, {
    onLine(line) {
      const order = readAs(Order, line);
      if (order === undefined) return;
      if ('stop' in order) atWork.get(order.order)?.();
      else begin(order);
    },
    onEnd: () => {
      visit.isOver = true;
    },
  });
  while (atWork.size > 0 || (!visit.isOver && Date.now() - visit.idleSince < PATIENCE_MS)) await sleep(LOOK_EVERY_MS);
  visit.wire.close();
  return EXIT.done;
}

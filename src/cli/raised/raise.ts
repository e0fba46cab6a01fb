/** Has work done by this program with raised rights, which Windows asks for once: it waits behind a door for the next order. */
import type { ElevatedEars, SessionPorts } from '../../engine/session/ports.ts';
import { openDoor, type Wire } from '../../platform/door.ts';
import type { Self } from '../../platform/elevation.ts';
import { startRaised } from '../../platform/windows/uac.ts';
import { AT_DOOR } from '../at-door.ts';
import { readAs, Told, type Order } from './orders.ts';

/** Windows: ERROR_CANCELLED. */
const REFUSED = 1223;
/** A virus scanner may look at Node.js for long before it lets it start. */
const START_MS = 60_000;

/** `start`: starts a program with raised rights; false: that was refused. */
type Start = (program: string, args: readonly string[]) => Promise<boolean>;

export function raising({ node, program }: Self, start: Start = startRaised): SessionPorts['elevate'] {
  const open = new Map<number, ElevatedEars>();
  let raised: Promise<Wire | number> | undefined;
  let last = 0;

  const end = (order: number, exitCode: number, said = '') => {
    const ears = open.get(order);
    open.delete(order);
    ears?.onEnd(exitCode, said);
  };
  const onLine = (line: string) => {
    const told = readAs(Told, line);
    if (told === undefined) return;
    if ('line' in told) open.get(told.order)?.onLine(told.line);
    else end(told.order, told.exitCode, told.said);
  };
  const onEnd = () => {
    raised = undefined;
    for (const order of [...open.keys()]) end(order, -1);
  };

  /** A number: why there is nobody to order anything from. */
  async function raise(): Promise<Wire | number> {
    const door = await openDoor({ onLine, onEnd });
    if (!(await start(node, [program, AT_DOOR, door.note]))) {
      door.close();
      return REFUSED;
    }
    const tooLate = setTimeout(door.close, START_MS);
    const entered = await door.entered;
    clearTimeout(tooLate);
    return entered ?? -1;
  }

  async function wire(): Promise<Wire | undefined> {
    raised ??= raise().catch(() => -1);
    const there = await raised;
    if (typeof there !== 'number') return there;
    raised = undefined;
    for (const order of [...open.keys()]) end(order, there);
    return undefined;
  }

  const tell = async (order: Order) => (await wire())?.tell(JSON.stringify(order));

  return (args, profile, ears) => {
    const order = ++last;
    open.set(order, ears);
    void tell({ order, args: [...args], profile });
    return () => {
      if (open.has(order)) void tell({ order, stop: true });
    };
  };
}

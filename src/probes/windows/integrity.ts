import { unreadable } from '../../domain/fact.ts';
import type { Command, Observer } from '../../domain/machine.ts';

const ASK: Command = ['whoami.exe', '/groups', '/fo', 'csv', '/nh'];

/** Of a process: its integrity level, by number (Microsoft Learn, "Well-known SIDs"): 12288 high, 16384 the system's. */
const LEVEL = /"S-1-16-(\d+)"/;
const HIGH = 12_288;

/** Whether we run with an administrator's rights, raised where UAC asks for that. Names of groups are translated; their numbers are not. */
export async function askIntegrity(machine: Observer): Promise<boolean> {
  const { stdout, stderr } = await machine.run(ASK);
  const level = LEVEL.exec(stdout)?.[1];
  if (level === undefined) throw unreadable(ASK.join(' '), stderr || stdout);
  return Number(level) >= HIGH;
}

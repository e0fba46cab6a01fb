// Runs the built program in a guest and reads its one JSON document.
import { quoted, tail, type Result } from './shell.ts';

/** A virtual machine or a container. */
export type Guest = { run(script: string, options?: { limitMs?: number; anyStatus?: boolean }): Promise<Result> };

export type Answer = { status: number; json: any; stderr: string };

const MARK = '--- what it said ---';

/** `gpu-guest ARGS --json`; whatever the exit code. */
export async function gpuGuest(guest: Guest, args: string, limitMs = 300_000): Promise<Answer> {
  const { stdout } = await guest.run(
    `gpu-guest ${args} --json 2> /run/lab-stderr; status=$?; echo; echo ${quoted(MARK)}; echo $status; cat /run/lab-stderr`, { limitMs, anyStatus: true });
  const [document = '', rest = ''] = stdout.split(MARK);
  const [status = '', ...stderr] = rest.trim().split('\n');
  const answer: Answer = { status: Number(status), json: null, stderr: stderr.join('\n') };
  if (document.trim()) {
    try {
      answer.json = JSON.parse(document);
    } catch {
      throw new Error(`gpu-guest ${args} printed no JSON document:\n${tail(stdout, 40)}`);
    }
  }
  return answer;
}

/** For a failed expectation: what the program answered, readable. */
export const told = ({ status, json, stderr }: Answer) => `exit ${status}\n${JSON.stringify(json, null, 1).slice(0, 6000)}\n${tail(stderr, 40)}`;

/** The step ids of a run document whose step did something. */
export const changed = (answer: Answer): string[] =>
  ((answer.json?.steps ?? []) as { id: string; outcome: string }[]).filter(step => step.outcome === 'done').map(step => step.id);

// Runs the built program in a guest and reads its one JSON document.
import { say } from './cache.ts';
import { quoted, tail, type Result } from './shell.ts';

/** A virtual machine or a container. */
export type Guest = { run(script: string, options?: { limitMs?: number; anyStatus?: boolean }): Promise<Result> };

/** Of all documents, what the scenarios look at; each answer has only its own. */
export type Document = {
  gpus: { [field: string]: unknown; boundDriver: string | null }[];
  otherDisplays: unknown[];
  driver: { installed: Record<string, unknown> | null; recommended: Record<string, unknown> | null };
  findings: { id: string }[];
  items: { file: string; what: string; flavour: string | null; fits: boolean; why: string }[];
  runs: { run: string; status: string }[];
  steps: { id: string; outcome: string; message: string }[];
  outcome: string; ready: boolean; valid: boolean; why: string | null;
};

export type Answer = { status: number; json: Document; stderr: string };

const MARK = '--- what it said ---';

/** `gpu-guest ARGS --json`; whatever the exit code. */
export async function gpuGuest(guest: Guest, args: string, limitMs = 900_000): Promise<Answer> {
  const start = Date.now();
  const { stdout } = await guest.run(
    `gpu-guest ${args} --json 2> /run/lab-stderr; status=$?; echo; echo ${quoted(MARK)}; echo $status; cat /run/lab-stderr`, { limitMs, anyStatus: true });
  const [document = '', rest = ''] = stdout.split(MARK);
  const [status = '', ...stderr] = rest.trim().split('\n');
  say(`gpu-guest ${args}: exit ${status}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
  try {
    return { status: Number(status), json: JSON.parse(document), stderr: stderr.join('\n') };
  } catch {
    throw new Error(`gpu-guest ${args} printed no JSON document:\n${tail(stdout, 40)}`);
  }
}

/** For a failed expectation: what the program answered, readable. */
export const told = ({ status, json, stderr }: Answer) => `exit ${status}\n${JSON.stringify(json, null, 1).slice(0, 6000)}\n${tail(stderr, 40)}`;

/** The step ids of a run document whose step did something. */
export const changed = (answer: Answer): string[] =>
  answer.json.steps.filter(step => step.outcome === 'done').map(step => step.id);

export const findings = (answer: Answer): string[] => answer.json.findings.map(finding => finding.id);

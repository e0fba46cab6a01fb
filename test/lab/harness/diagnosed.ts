// A guest that fails, diagnosed three ways: on itself, from its capture, and from what somebody pasted.
import { rmSync, writeFileSync } from 'node:fs';
import { say, workFile } from './cache.ts';
import type { Failure } from './driver-failures.ts';
import { PROGRAM } from './media.ts';
import { gpuGuest, type Answer, type Guest } from './program.ts';
import { quoted, shell, tail } from './shell.ts';

export type Finding = { id: string; severity: string; detail: string; becauseOf: string | null };
export type Diagnosis = { verdict: string; findings: Finding[] };
export type Failed = { live: Diagnosis; capture: Buffer; ticket: string };

const PROMPT = 'root@guest:~# ';
const CAPTURE = '/run/capture.zip';

export const diagnosisIn = (answer: Answer): Diagnosis => {
  const { verdict, findings } = answer.json as unknown as Diagnosis;
  return { verdict, findings: findings.map(({ id, severity, detail, becauseOf }) => ({ id, severity, detail, becauseOf })) };
};

/** Makes the failure in the guest and takes down all three. */
export async function failed(guest: Guest, { name, made, typed }: Failure): Promise<Failed> {
  const start = Date.now();
  await guest.run(`${made}\n`, { anyStatus: true });
  const paste = typed.map(line => `printf '%s\\n' ${quoted(PROMPT + line)}; { ${line}; } 2>&1`).join('\n');
  const ticket = (await guest.run(`${paste}\ntrue`)).stdout;
  const live = diagnosisIn(await gpuGuest(guest, 'diagnose'));
  const { stdout } = await guest.run(`rm -f ${CAPTURE}; gpu-guest capture --quiet -o ${CAPTURE} > /dev/null; base64 -w0 ${CAPTURE}`);
  say(`${name}: ${((Date.now() - start) / 1000).toFixed(0)} s`);
  return { live, capture: Buffer.from(stdout.trim().split('\n').at(-1) ?? '', 'base64'), ticket };
}

/** What the built program says here of a file. */
export async function diagnosedHere(content: string | Buffer): Promise<Diagnosis> {
  const file = workFile('source');
  writeFileSync(file, content);
  try {
    const { stdout, stderr, status } = await shell([process.execPath, PROGRAM, 'diagnose', file, '--json'], { anyStatus: true });
    if (stdout.trim() === '') throw new Error(`exit ${status}:\n${tail(stderr)}`);
    return diagnosisIn({ status, json: JSON.parse(stdout), stderr });
  } finally {
    rmSync(file);
  }
}

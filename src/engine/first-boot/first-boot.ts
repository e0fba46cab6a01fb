/** Judges a guest of an image at its first boot, by the profile that the image was built with. */
import type { FirstBootVerdict } from '../../contract/documents/first-boot.ts';
import { checksOf, type Check } from '../../diagnosis/checks/index.ts';
import { valueOf } from '../../domain/fact.ts';
import { refuse } from '../../domain/fault.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Observer } from '../../domain/machine.ts';
import { FIRST_BOOT_PROFILE, FIRST_BOOT_UNIT, FIRST_BOOT_VERDICT, FIRST_BOOT_WANTED } from '../../domain/places.ts';
import type { Profile } from '../../domain/profile.ts';
import { readProfile } from '../../planning/profile-file.ts';
import { isLicensed } from '../../steps/license/licensed.ts';
import { say } from '../../words/say.ts';
import type { Translate } from '../../words/translate.ts';
import type { Bench } from '../bench.ts';
import { diagnose } from '../diagnose.ts';
import { examine } from '../examine.ts';
import { NEAR_FACTS } from '../near-facts.ts';
import { roundMs } from '../recheck.ts';
import { requireRoot } from '../require-root.ts';
import { judgingOf, survey, type Survey } from '../survey.ts';
import { verdictDocument } from './verdict.ts';

const ASK_EVERY_MS = 2_000;

export type FirstBoot =
  { readonly kind: 'nothing-to-do' } | { readonly kind: 'judged'; readonly verdict: FirstBootVerdict };

/** Null: there is none. Refuses (`unreadable`) where it is there and says nothing. */
async function keptProfile(machine: Observer): Promise<Profile | null> {
  const text = await machine.read(FIRST_BOOT_PROFILE);
  if (text === undefined) return null;
  const reading = readProfile(text);
  if (reading.ok) return reading.profile;
  throw refuse('unreadable', say('first-boot.unreadable', { path: FIRST_BOOT_PROFILE }));
}

const look = (machine: Observer, profile: Profile): Promise<Survey> => survey(machine, profile, { keys: NEAR_FACTS });

const awaitsLicence = ({ gpus, choice: { licence } }: Survey): boolean =>
  gpus.length > 0 && licence.kind !== 'not-required' && licence.kind !== 'token-missing';

/** A licence takes its time after a boot; the profile says how much. Milliseconds waited. */
async function awaitLicence({ machine, pause, signal }: Bench, seen: Survey): Promise<number> {
  const limitMs = seen.task.profile.license.waitSeconds * 1000;
  const now = () => machine.now().getTime();
  for (let waitedMs = 0; ; ) {
    const begun = now();
    const smi = valueOf((await examine(machine, ['nvidiaSmi'])).nvidiaSmi);
    if (waitedMs >= limitMs || signal?.aborted || (smi && isLicensed(smi, seen.task))) return waitedMs;
    await pause(ASK_EVERY_MS, signal);
    waitedMs += Math.max(ASK_EVERY_MS, roundMs(begun, now()));
  }
}

const NO_CARD = 'gpu.none';

/** What is to be mended first: without a card, what else is missing follows from that. */
const causeIn = (findings: readonly Finding[]): Finding | null =>
  findings.find(({ id }) => id === NO_CARD) ??
  findings.find(({ severity }) => severity === 'error') ??
  findings.find(({ severity }) => severity === 'warning') ??
  null;

type Judged = { readonly seen: Survey; readonly checks: readonly Check[]; readonly waitedMs: number };

async function judge(bench: Bench, profile: Profile): Promise<Judged> {
  const first = await look(bench.machine, profile);
  const waitedMs = awaitsLicence(first) ? await awaitLicence(bench, first) : 0;
  const seen = waitedMs > 0 ? await look(bench.machine, profile) : first;
  return { seen, checks: checksOf(seen.facts, seen.task), waitedMs };
}

/** A boot without any card, such as the builder's own, is judged too; then the unit stays for the next. */
async function removeUnit({ executor }: Bench): Promise<void> {
  for (const path of [FIRST_BOOT_WANTED, FIRST_BOOT_UNIT, FIRST_BOOT_PROFILE]) await executor.remove(path, 'one');
}

export async function firstBoot(bench: Bench, translate: Translate): Promise<FirstBoot> {
  await requireRoot(bench);
  const profile = await keptProfile(bench.machine);
  if (profile === null) return { kind: 'nothing-to-do' };
  const { seen, checks, waitedMs } = await judge(bench, profile);
  const { findings } = diagnose(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen));
  const ready = seen.gpus.length > 0 && checks.length > 0 && checks.every(({ ok }) => ok);
  const verdict = verdictDocument(
    { ready, seen, checks, waitedMs, cause: ready ? null : causeIn(findings), version: bench.version },
    translate,
  );
  await bench.executor.write(FIRST_BOOT_VERDICT, `${JSON.stringify(verdict, null, 2)}\n`, 0o644);
  if (seen.gpus.length > 0) await removeUnit(bench);
  return { kind: 'judged', verdict };
}

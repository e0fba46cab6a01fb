/** A machine of `test/machines`, looked at, judged and planned for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { observerOf, type Piece } from '../../src/artifacts/index.ts';
import { checksOf } from '../../src/diagnosis/checks/index.ts';
import type { Observer } from '../../src/domain/machine.ts';
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import { diagnose, type Diagnosis } from '../../src/engine/diagnose.ts';
import { judgingOf, survey, type Survey } from '../../src/engine/survey.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { proposePlan } from '../../src/planning/propose-plan.ts';
import { detectionDocument } from '../../src/report/detection-document.ts';
import { diagnosisDocument } from '../../src/report/diagnosis-document.ts';
import { planDocument } from '../../src/report/plan-document.ts';
import { verificationDocument } from '../../src/report/verification-document.ts';
import { translator } from '../../src/words/translate.ts';
import { goldenText } from './golden.ts';
import { guestOf } from './guest.ts';
import { MACHINES, readSpec, type MachineSpec } from './spec.ts';

export type Examined = {
  readonly name: string;
  readonly spec: MachineSpec;
  readonly seen: Survey;
  readonly diagnosis: Diagnosis;
  readonly plan: Plan | null;
  readonly text: string;
};

const filesIn = (folder: string, skip: readonly string[]): readonly Piece[] =>
  readdirSync(folder)
    .filter((name) => !skip.includes(name))
    .map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) }));

/** Pasted text: what the spec holds, what lies beside it, and a ticket's. [] for a whole guest. */
function piecesOf(name: string, { text = {}, ticket }: MachineSpec): readonly Piece[] {
  const told = Object.entries(text).map(([piece, one]) => ({ name: piece, bytes: new TextEncoder().encode(one) }));
  const beside = filesIn(`${MACHINES}/${name}`, ['machine.yaml', 'golden.txt']);
  return [
    ...told,
    ...beside,
    ...(ticket === undefined ? [] : filesIn(`test/outputs/tickets/${ticket}`, ['expected.json'])),
  ];
}

/** A profile names only what it changes. */
const profileOf = ({ profile = {} }: MachineSpec): Profile => {
  const sections = Object.entries(profile).map(([key, value]): [string, unknown] => {
    const usual = defaultProfile[key as keyof Profile];
    return [key, typeof usual === 'object' ? { ...usual, ...(value as object) } : value];
  });
  return { ...defaultProfile, ...(Object.fromEntries(sections) as Partial<Profile>) };
};

export async function examined(name: string): Promise<Examined> {
  const spec = readSpec(name);
  const pieces = piecesOf(name, spec);
  const machine: Observer = pieces.length > 0 ? observerOf(pieces) : guestOf(spec);
  const isGuest = pieces.length === 0;
  const translate = await translator('en');
  const seen = await survey(machine, profileOf(spec), { skipMedia: !isGuest });
  const diagnosis = diagnose(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen));
  const plan = isGuest ? await proposePlan(seen.facts, seen.task, seen.platform) : null;
  const document = diagnosisDocument(
    diagnosis.verdict,
    diagnosis.findings,
    detectionDocument(seen, translate),
    translate,
  );
  const proposed = plan && planDocument({ plan, choice: seen.choice, warnings: [], simulated: false }, translate);
  const verified = seen.choice.forImage
    ? verificationDocument(checksOf(seen.facts, seen.task), false, translate, null)
    : null;
  return { name, spec, seen, diagnosis, plan, text: goldenText(spec.story, document, proposed, verified) };
}

export const goldenOf = (name: string): string => `${MACHINES}/${name}/golden.txt`;
export const readGolden = (name: string): string | null =>
  existsSync(goldenOf(name)) ? readFileSync(goldenOf(name), 'utf8') : null;

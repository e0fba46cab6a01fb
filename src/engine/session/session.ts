/** Answers every question of the contract, for whichever user interface asks. */
import type { Api } from '../../contract/contract.ts';
import type { About } from '../../contract/questions.ts';
import { knowledgeDay } from '../../catalog/knowledge-day.ts';
import { DEFAULT_MEDIA, DEFAULT_MEDIA_ON_WINDOWS } from '../../domain/profile.ts';
import { statesOf } from '../../journal/run-store.ts';
import type { MediaHashes } from '../../media/media-hashes.ts';
import { STEP_ORDER } from '../../planning/order.ts';
import { stepSpan } from '../../planning/step-span.ts';
import { probes } from '../../probes/index.ts';
import { nameOf } from '../../report/unread-groups.ts';
import { simulations } from '../../simulated/index.ts';
import { say } from '../../words/say.ts';
import type { Language } from '../../words/translate.ts';
import { bootIdOf } from '../boot-id.ts';
import { RESUME } from '../resume-unit.ts';
import { runsDocument } from '../runs-document.ts';
import { aloud, onwards } from './aloud.ts';
import { mediaPlaces, planFor, profileOf, readMediaAloud, verificationFor } from './choosing.ts';
import { diagnosisOfText, handedSource } from './diagnosing.ts';
import { elevatedPlan } from './elevated-plan.ts';
import { examineAloud } from './examining.ts';
import { folderAt } from './folders.ts';
import { machinesOf } from './machines.ts';
import type { SessionPorts } from './ports.ts';
import { reportOf } from './reporting.ts';
import { runsOf, type Asking } from './runs.ts';

/** What there is to say of an administrator's rights. */
const elevationSaid = (kind: About['elevation']['kind'], onWindows: boolean) =>
  onWindows && (kind === 'is-root' || kind === 'none')
    ? say(`session.elevation.${kind}-windows`)
    : say(`session.elevation.${kind}`);

export function createSession(ports: SessionPorts): Api {
  const machineOf = machinesOf(ports);
  const runs = runsOf(ports);

  const asking = async ({ machine, lang }: { readonly machine: string; readonly lang: Language }): Promise<Asking> => ({
    id: machine,
    machine: machineOf(machine),
    translate: await ports.translator(lang),
    lang,
  });

  const withHashes = async <T>(work: (options: { readonly hashes: MediaHashes }) => Promise<T>): Promise<T> => {
    const hashes = ports.hashes.recall();
    const answer = await work({ hashes });
    ports.hashes.remember(hashes);
    return answer;
  };

  return {
    async describeProgram({ lang }) {
      const translate = await ports.translator(lang);
      const kind = await ports.elevation();
      const onWindows = ports.thisMachine().platform === 'windows';
      return {
        version: ports.version,
        runtime: [...ports.runtime],
        knowledge: knowledgeDay(),
        start: ports.start,
        hostName: ports.hostName,
        elevation: { kind, sentence: translate(elevationSaid(kind, onWindows)) },
        simulations: simulations.map(({ name, title, story, media = DEFAULT_MEDIA }) => ({ name, title: translate(title), story: translate(story), media })),
        places: { state: ports.stateFolder, media: onWindows ? DEFAULT_MEDIA_ON_WINDOWS : DEFAULT_MEDIA },
        licences: ports.licences,
        facts: probes.map(({ key }) => ({ key, name: nameOf(key, translate) })),
        steps: [...STEP_ORDER, RESUME].map((id) => ({ id, title: translate({ key: `step.${id}.title` }), takes: stepSpan(id) })),
      };
    },

    examineMachine: (input, listener) =>
      aloud({ lang: input.lang, ports }, listener, async (tell) => {
        const { machine, translate } = await asking(input);
        await examineAloud(machine, translate, tell);
      }),

    async listFolder(input) {
      const { machine } = await asking(input);
      return folderAt(mediaPlaces(machine, ports.thisMachine), input.folder);
    },

    readMedia: (input, listener) =>
      aloud({ lang: input.lang, ports }, listener, async (tell) => {
        const { machine, translate } = await asking(input);
        const places = mediaPlaces(machine, ports.thisMachine);
        await withHashes((options) => readMediaAloud(machine, input.folder, { places, translate, options, tell }));
      }),

    async proposePlan(input) {
      const { machine, translate, lang } = await asking(input);
      const profile = profileOf(input.choices, 'ask');
      const kind = machine.kind === 'this' ? await ports.elevation() : 'none';
      if (kind === 'pkexec' || kind === 'sudo' || kind === 'uac') return elevatedPlan(ports, profile, lang);
      return withHashes((options) => planFor(machine, profile, { translate, options, program: ports.program }));
    },

    async startRun(input) {
      const { choices, reboot, digest } = input;
      return runs.begin(await asking(input), { kind: 'apply', profile: profileOf(choices, reboot), digest });
    },

    followRun: (input, listener) =>
      onwards({ lang: input.lang, ports }, listener, async (heard) =>
        runs.follow(await asking(input), input.run, input.after, heard),
      ),

    async cancelRun(input) {
      runs.cancel(await asking(input), input.run);
      return {};
    },

    async resumeRun(input) {
      return runs.begin(await asking(input), { kind: 'resume', run: input.run, reboot: input.reboot });
    },

    async undoRun(input) {
      return runs.begin(await asking(input), { kind: 'undo', run: input.run, reboot: input.reboot });
    },

    async listRuns(input) {
      const { machine } = await asking(input);
      if (machine.kind === 'given') return runsDocument([], null);
      return runsDocument(await statesOf(machine.store), await bootIdOf(machine.observer));
    },

    async verifyGoal(input) {
      const { machine, translate } = await asking(input);
      return withHashes((options) => verificationFor(machine, profileOf(input.choices, 'ask'), { translate, options }));
    },

    async diagnoseText(input) {
      return diagnosisOfText(input, ports, await ports.translator(input.lang));
    },

    async writeReport(input) {
      const { id, machine, translate, lang } = await asking(input);
      const asked = { ports, translate, lang };
      if (input.of === undefined) return reportOf(machine, input.format, { ...asked, id });
      const observer = await handedSource(input.of, ports);
      return reportOf({ kind: 'given', observer }, input.format, { ...asked, id: input.of.name });
    },
  };
}

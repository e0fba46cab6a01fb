import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Api } from '../../src/contract/contract.ts';
import type { About } from '../../src/contract/questions.ts';
import { faultOf } from './ask.ts';
import { folderActs } from './folder-acts.ts';
import { lookActs } from './look-acts.ts';
import { planActs } from './plan-acts.ts';
import { runActs } from './run-acts.ts';
import { answered, asking, freshMachine, freshSession, refused, type Desk, type Language, type Session, type Visit, type Way } from './session.ts';

type Acts = ReturnType<typeof folderActs> & ReturnType<typeof lookActs> & ReturnType<typeof planActs> & ReturnType<typeof runActs> & {
  readonly open: () => Promise<void>;
  readonly turnTo: (machine: string) => void;
  readonly speak: (lang: Language) => Promise<void>;
  readonly go: (way: Way) => void;
  readonly visit: (visit: Visit | null) => void;
  readonly turnAway: (because: string) => void;
};
export type SessionStore = StoreApi<Session> & { readonly acts: Acts };

/** Where the media of a machine lie, until another folder is chosen. */
const mediaOf = ({ simulations, places }: About, machine: string): string =>
  simulations.find(({ name }) => machine === `sim:${name}`)?.media ?? places.media;

const LEFT_AT_WORK: readonly string[] = ['running', 'paused-for-reboot', 'undoing'];

/** A run that was left at work, or waits for its reboot, is where the user comes back to. */
async function comeBack(desk: Desk, look: ReturnType<typeof lookActs>, run: ReturnType<typeof runActs>): Promise<void> {
  await look.listRuns();
  const { runs } = desk.get();
  if (runs.kind !== 'answered') return;
  const newest = runs.value.runs.at(-1);
  if (newest !== undefined && LEFT_AT_WORK.includes(newest.status)) run.watch(newest.run, newest.status === 'undoing');
}

/** `legible`: a simulated guest's answers are shown one after the other. */
export function createSessionStore(api: Api, lang: Language, legible = false): SessionStore {
  const store = createStore<Session>(() => freshSession(lang));
  const desk: Desk = { api, get: store.getState, set: store.setState };
  const look = lookActs(desk, legible);
  const plan = planActs(desk);
  const run = runActs(desk, ({ undoing, lines }) => {
    look.examine();
    void look.listRuns();
    if (!undoing && lines.at(-1)?.event === 'run-done') void look.verify();
  }, plan.takeBack);

  const turnTo = (machine: string) => {
    run.letGo();
    const { about } = desk.get();
    const media = about.kind === 'answered' ? mediaOf(about.value, machine) : '/';
    desk.set({ ...freshMachine(media), machine, visit: null });
    look.examine();
    void comeBack(desk, look, run);
  };

  const describe = async () => {
    try {
      desk.set({ about: answered(await api.describeProgram({ lang: desk.get().lang })) });
    } catch (error) {
      desk.set({ about: refused(faultOf(error)) });
    }
  };

  const acts: Acts = {
    ...folderActs(desk),
    ...look,
    ...plan,
    ...run,
    turnTo,
    open: async () => {
      desk.set({ about: asking });
      await describe();
      const { about } = desk.get();
      if (about.kind === 'answered') turnTo(about.value.start);
    },
    speak: async (next) => {
      desk.set({ lang: next });
      await describe();
      // What the engine said, it says again in the other language; what the user chose stays.
      if (desk.get().look.seen.kind === 'answered') look.examineBehind();
      else look.examine();
      if (desk.get().media.read.kind === 'answered') look.readMedia(desk.get().choices.media);
      if (desk.get().way === 'plan') await plan.propose();
    },
    go: (way) => {
      desk.set({ way, visit: null });
    },
    visit: (visit) => {
      desk.set({ visit });
      if (visit === 'history') void look.listRuns();
    },
    turnAway: (because) => {
      desk.set({ turnedAway: because });
    },
  };
  return Object.assign(store, { acts });
}

import type { ReactNode } from 'react';
import type { Screen } from '../stores/selectors.ts';
import type { Session } from '../stores/session.ts';
import { AboutScreen } from './about-screen.tsx';
import { DiagnoseScreen } from './diagnose-screen.tsx';
import { DoneScreen } from './done-screen.tsx';
import { GoalScreen } from './goal-screen.tsx';
import { HistoryScreen } from './history-screen.tsx';
import { MachineScreen } from './machine-screen.tsx';
import { PlanScreen } from './plan-screen.tsx';
import { RunScreen } from './run-screen.tsx';

type Shown = Exclude<Screen, 'opening' | 'turned-away'>;
const SCREENS: Readonly<Record<Shown, (props: { readonly session: Session }) => ReactNode>> = {
  machine: MachineScreen,
  goal: GoalScreen,
  plan: PlanScreen,
  run: RunScreen,
  done: DoneScreen,
  diagnose: DiagnoseScreen,
  history: HistoryScreen,
  about: AboutScreen,
};

/** One screen at a time. */
export function Screens({ screen, session }: { readonly screen: Shown; readonly session: Session }) {
  const Shown = SCREENS[screen];
  return <Shown session={session} />;
}

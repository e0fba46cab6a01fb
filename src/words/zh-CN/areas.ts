import { choice } from './choice.ts';
import { screens } from './screens.ts';
import { findings } from './findings.ts';
import { steps } from './steps.ts';
import { image } from './image.ts';
import { media } from './media.ts';
import { run } from './run.ts';
import { containers } from './containers.ts';
import { mig } from './mig.ts';
import { multiGpu } from './multi-gpu.ts';
import { libraries } from './libraries.ts';
import { cli } from './cli.ts';
import { simulations } from './simulations.ts';
import { facts } from './facts.ts';
import { report } from './report.ts';
import { gaps } from './gaps.ts';
import { questions } from './questions.ts';
import { session } from './session.ts';
import { serve } from './serve.ts';
import { window } from './window.ts';

/** Looked up one after the other: merging a thousand sentences at every start would take longer than finding one. */
export const areas: readonly Readonly<Record<string, string>>[] = [
  choice,
  screens,
  findings,
  steps,
  image,
  media,
  run,
  cli,
  containers,
  mig,
  multiGpu,
  libraries,
  simulations,
  facts,
  report,
  gaps,
  questions,
  session,
  serve,
  window,
];

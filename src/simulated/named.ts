import { refuse } from '../domain/fault.ts';
import { nearest } from '../words/nearest.ts';
import { say } from '../words/say.ts';
import { simulations } from './index.ts';

/** The simulated guest of this name, without `sim:`. Refuses (`not-found`) with the nearest right name. */
export function simulationNamed(name: string): (typeof simulations)[number] {
  const found = simulations.find((simulation) => simulation.name === name);
  if (found !== undefined) return found;
  if (name === '') throw refuse('not-found', say('cli.simulation-unnamed'));
  const near = nearest(
    name,
    simulations.map((simulation) => simulation.name),
  );
  throw refuse(
    'not-found',
    near === null ? say('cli.unknown-simulation', { name }) : say('cli.unknown-simulation-near', { name, near }),
  );
}

import type { Choice } from '../domain/choice.ts';
import { kindForImage } from './awaited.ts';
import { chooseContainers } from './containers.ts';
import { chooseCuda } from './cuda.ts';
import { chooseDriver } from './driver.ts';
import { goalOf } from './goal.ts';
import type { ChoiceInput } from './guest.ts';
import { chooseLicence } from './licence.ts';

/** What is right for this guest, with its reasons. Pure; any fact may be unknown, and then it is never claimed to be exact for that. */
export function choose(input: ChoiceInput): Choice {
  const driver = chooseDriver(input);
  return {
    goal: goalOf(input),
    driver,
    licence: chooseLicence(input, driver),
    cuda: chooseCuda(input, driver),
    ...(kindForImage(input) !== null && { forImage: true as const }),
    containers: chooseContainers(input),
  };
}

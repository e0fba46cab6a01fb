import type { Choice } from '../domain/choice.ts';
import { kindForImage } from './awaited.ts';
import { chooseContainers } from './containers.ts';
import { chooseCuda } from './cuda.ts';
import { chooseDriver } from './driver.ts';
import { chooseFabric } from './fabric.ts';
import { goalOf } from './goal.ts';
import type { ChoiceInput } from './guest.ts';
import { chooseLibrary } from './libraries.ts';
import { chooseLicence } from './licence.ts';

/** What is right for this guest, with its reasons. Pure; any fact may be unknown, and then it is never claimed to be exact for that. */
export function choose(input: ChoiceInput): Choice {
  const driver = chooseDriver(input);
  const cuda = chooseCuda(input, driver);
  return {
    goal: goalOf(input),
    driver,
    licence: chooseLicence(input, driver),
    cuda,
    ...(kindForImage(input) !== null && { forImage: true as const }),
    containers: chooseContainers(input),
    libraries: { cudnn: chooseLibrary('cudnn', input, cuda), nccl: chooseLibrary('nccl', input, cuda) },
    fabric: chooseFabric(input, driver),
  };
}

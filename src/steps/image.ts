/** What a step leaves to the first boot of an image, as the card is not where it is built. */
import type { Choice } from '../domain/choice.ts';

type WithChoice = { readonly choice: Choice };

export const isForImage = ({ choice: { forImage } }: WithChoice): boolean => forImage === true;

import { sentencesOf } from '../sentences.ts';
import { areas } from './areas.ts';

/** The build puts a look-up in one text in the place of this module. */
export const sentences = sentencesOf(areas);

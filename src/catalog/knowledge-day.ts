import releaseTable from '../../resources/knowledge/vgpu-releases.jsonl';
import { headOf } from './records.ts';

/** The day on which the tables were read from their sources, ISO 8601: they are read together. */
export const knowledgeDay = (): string => headOf(releaseTable).date;

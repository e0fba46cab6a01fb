import cloudTable from '../../resources/knowledge/clouds.jsonl';
import type { MediaFlavour } from '../domain/media-item.ts';
import { allRecords, type Table } from './records.ts';

export type CloudRecord = {
  readonly cloud: string;
  readonly name: string;
  /** The GRID driver build that is made for it; null: NVIDIA's own, or none. */
  readonly flavour: MediaFlavour | null;
  /** It licenses vGPU software by itself: no token is asked for. */
  readonly licenses: boolean;
  /** The provider installs its own driver; NVIDIA's GRID packages are not for it. */
  readonly ownDriver?: true;
};

const clouds = cloudTable as Table<CloudRecord>;

export const cloudRecord = (cloud: string): CloudRecord | undefined =>
  allRecords(clouds).find((row) => row.cloud === cloud);

export const cloudOfFlavour = (flavour: MediaFlavour): CloudRecord | undefined =>
  allRecords(clouds).find((row) => row.flavour === flavour);

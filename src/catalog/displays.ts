import displayTable from '../../resources/knowledge/displays.jsonl';
import { recordById, type Table } from './records.ts';

const displays = displayTable as Table<{ readonly id: string; readonly name: string }>;

/**
 * What a display is called that is no NVIDIA GPU: maker and device, or the maker with the ids in brackets where its device is not
 * known ("Intel [8086:4c8a]"). Null: not even the maker is known. Ids are lower-case hex without 0x.
 */
export function displayName(vendorId: string | null, deviceId: string | null): string | null {
  if (vendorId === null) return null;
  const ids = `${vendorId}:${deviceId ?? '?'}`;
  const known = recordById(displays, ids);
  if (known !== undefined) return known.name;
  const maker = recordById(displays, vendorId);
  return maker === undefined ? null : `${maker.name} [${ids}]`;
}

/** Self-extracting `.run` files: a driver, a CUDA toolkit, or somebody else's. */
import { say } from '../../words/say.ts';
import { itemOf, unknownItem, type Recogniser } from '../recognition.ts';
import { cudaRunfile, isCudaRunfile } from './cuda-runfile.ts';
import { driverRunfile, isDriverRunfile, type RunfileSays } from './driver-runfile.ts';
import { parseMakeselfHeader } from './makeself-header.ts';
import { makeselfIntegrity } from './makeself-integrity.ts';
import { payloadStart } from './payload-start.ts';

/** NVIDIA's header carries the packing program before the payload: some 100 KiB of it. */
const HEAD_BYTES = 1024 * 1024;

export const recogniseRunfile: Recogniser = async (file) => {
  const start = await file.start(4096);
  if (start[0] !== 0x23 || start[1] !== 0x21) return null;
  const header = parseMakeselfHeader(await file.start(HEAD_BYTES));
  if (header === null) return unknownItem(file, say('media.script'), 'unchecked');
  const says: RunfileSays = { header, members: await payloadStart(file, header), name: file.name };
  const known = isCudaRunfile(says) ? cudaRunfile(says) : isDriverRunfile(says) ? driverRunfile(says) : null;
  if (known === null)
    return unknownItem(file, say('media.other-runfile', { label: header.label.slice(0, 80) }), 'unchecked');
  const { integrity, checks } = await makeselfIntegrity(file, header);
  return { item: itemOf(file, { ...known, integrity }), checks };
};

import { describe, expect, it } from 'vitest';
import { machineOwnerKey, parseEnrolment } from '../../src/probes/machine-owner-key.ts';
import { SIGNING_CERTIFICATE } from '../../src/domain/places.ts';
import { seen } from './made-up-machine.ts';

describe('machineOwnerKey', () => {
  const name = 'GPU Guest Assistant module signing';
  it.each([
    ['yes', '', `${SIGNING_CERTIFICATE} is already enrolled\n`],
    ['no', '', `${SIGNING_CERTIFICATE} is not enrolled\n`],
    [
      'pending',
      `[key 1]\n        Issuer: CN=${name}\n        Subject: CN=${name}\n`,
      `${SIGNING_CERTIFICATE} is already enrolled\n`,
    ],
    ['pending', '', `${SIGNING_CERTIFICATE} is already in the enrollment request\n`],
    ['unknown', 'EFI variables are not supported on this system\n', 'EFI variables are not supported on this system\n'],
    ['unknown', '', ''],
  ])('is %s %#', (enrolled, listNew, testKey) => {
    expect(parseEnrolment(listNew, testKey)).toBe(enrolled);
  });

  it('is none where it was not made, and unknown where the folder is root’s alone', async () => {
    expect(await seen(machineOwnerKey, {})).toEqual({ own: null });
    const files = { [SIGNING_CERTIFICATE]: 'der' };
    expect(await seen(machineOwnerKey, { files })).toEqual({
      own: { certificate: SIGNING_CERTIFICATE, enrolled: 'unknown' },
    });
    await expect(seen(machineOwnerKey, { files, denied: ['/var/lib/gpu-guest/mok'] })).rejects.toMatchObject({
      ignorance: { kind: 'permission-denied' },
    });
  });
});

import { expect, it } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import { messageOf } from '../../src/engine/failure.ts';

const refused = (code: string) => Object.assign(new Error(code), { code });

it.each([
  ['EPERM', '/etc/nvidia/gridd.conf', 'run.failed.not-allowed'],
  ['EPERM', 'C:\\ProgramData\\x', 'run.failed.not-allowed.windows'],
  ['EACCES', 'HKLM\\SOFTWARE\\NVIDIA Corporation\\FeatureType', 'run.failed.not-allowed.windows'],
  ['EIO', '/boot/x', 'run.failed.file-system'],
  ['EBUSY', 'D:\\x', 'run.failed.file-system.windows'],
])('%s at %s is told in the words of its system', (code, path, key) => {
  expect(messageOf(refused(code), path).key).toBe(key);
});

it('throws on what is no answer of a file system', () => {
  expect(() => messageOf(new TypeError('a bug'), '/x')).toThrow('a bug');
});

it('what could not be looked at is told as that', () => {
  expect(messageOf(new Unobservable({ kind: 'permission-denied', target: 'reg.exe' }), 'HKLM\\SOFTWARE\\A')).toMatchObject({
    key: 'ignorance.permission-denied',
    values: { target: 'reg.exe' },
  });
});

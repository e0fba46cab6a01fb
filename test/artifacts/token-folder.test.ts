import { describe, expect, test } from 'vitest';
import { fact, piece } from './pieces.ts';

describe('ls -l of the folder of the token', () => {
  const LONG = `user@guest:~$ ls -l /etc/nvidia/ClientConfigToken
total 8
-rw------- 1 root root 2783 Nov 16 10:11 client_configuration_token_11-16-2026-10-11-12.tok
-rwxr--r-- 1 root root 2790 Nov 17 10:11 client_configuration_token_11-17-2026-10-11-12.tok
user@guest:~$ `;
  test('says how many there are, and who may read them', async () => {
    expect(await fact('tokenListing', piece(LONG))).toEqual({
      folder: '/etc/nvidia/ClientConfigToken',
      files: [
        { path: '/etc/nvidia/ClientConfigToken/client_configuration_token_11-16-2026-10-11-12.tok', mode: 0o600 },
        { path: '/etc/nvidia/ClientConfigToken/client_configuration_token_11-17-2026-10-11-12.tok', mode: 0o744 },
      ],
    });
    expect(await fact('tokens', piece(LONG))).toBeUndefined();
  });
  test('by their paths says the same', async () => {
    const text = `$ sudo ls -la /etc/nvidia/ClientConfigToken/*.tok
-rw-r-----. 1 root root 2783 Nov 16 10:11 /etc/nvidia/ClientConfigToken/a.tok`;
    expect((await fact('tokenListing', piece(text)))?.files).toEqual([
      { path: '/etc/nvidia/ClientConfigToken/a.tok', mode: 0o640 },
    ]);
  });
});

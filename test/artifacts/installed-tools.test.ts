/** What is installed, as single tools print it. Written after each tool's documented format where no record of a real one was at hand. */
import { describe, expect, test } from 'vitest';
import { observerOf, type Piece } from '../../src/artifacts/index.ts';
import { examine } from '../../src/engine/examine.ts';
import type { FactKey, FactValues } from '../../src/probes/facts.ts';

const piece = (text: string): Piece => ({ name: 'ticket.txt', bytes: new TextEncoder().encode(text) });

async function fact<K extends FactKey>(key: K, text: string): Promise<FactValues[K] | undefined> {
  const found = (await examine(observerOf([piece(text)]), [key]))[key];
  return found.known ? found.value : undefined;
}
const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

describe('nvcc', () => {
  const VERSION = lines(
    'nvcc: NVIDIA (R) Cuda compiler driver',
    'Cuda compilation tools, release 12.1, V12.1.105',
    'Build cuda_12.1.r12.1/compiler.32688072_0',
  );

  test('says its version', async () => {
    const text = `user@guest:~$ nvcc --version\n${VERSION}user@guest:~$ which nvcc\n/usr/local/cuda-12.1/bin/nvcc\n`;
    expect(await fact('cudaToolkits', text)).toMatchObject({
      toolkits: [{ path: '/usr/local/cuda-12.1', version: '12.1.105', nvcc: true }],
    });
    expect(await fact('shellPaths', text)).toEqual([
      { shell: 'login', nvcc: '/usr/local/cuda-12.1/bin/nvcc', version: '12.1.105', untried: null },
    ]);
  });

  test('is not found by sudo', async () => {
    const text = `user@guest:~$ nvcc --version\n${VERSION}user@guest:~$ sudo nvcc --version\nsudo: nvcc: command not found\n`;
    expect(await fact('shellPaths', text)).toMatchObject([
      { shell: 'login', version: '12.1.105' },
      { shell: 'sudo', nvcc: null, untried: null },
    ]);
  });

  test('is installed and not found', async () => {
    const text = lines(
      '===========',
      '= Summary =',
      '===========',
      'Driver:   Not Selected',
      'Toolkit:  Installed in /usr/local/cuda-12.1/',
      'user@guest:~$ nvcc -V',
      '-bash: nvcc: command not found',
    );
    expect(await fact('shellPaths', text)).toEqual([{ shell: 'login', nvcc: null, version: null, untried: null }]);
    expect(await fact('cudaToolkits', text)).toMatchObject({
      toolkits: [{ path: '/usr/local/cuda-12.1', nvcc: true }],
    });
  });

  test('that is not found says nothing of toolkits', async () => {
    expect(await fact('cudaToolkits', 'bash: nvcc: command not found\n')).toBeUndefined();
  });
});

describe('the folder of tokens', () => {
  test.each([
    ['user@guest:~$ ls -l /etc/nvidia/ClientConfigToken/\ntotal 0\nuser@guest:~$\n'],
    ["ls: cannot access '/etc/nvidia/ClientConfigToken/*.tok': No such file or directory\n"],
  ])('is empty: %j', async (text) => {
    expect(await fact('tokens', text)).toMatchObject({ files: [] });
  });

  test('is not known to be empty where nothing was printed', async () => {
    expect(await fact('tokens', 'user@guest:~$ ls -l /etc/nvidia/ClientConfigToken/\nuser@guest:~$\n')).toBeUndefined();
  });

  test('holds a token of which nothing is known', async () => {
    const text =
      'user@guest:~$ ls -l /etc/nvidia/ClientConfigToken/\ntotal 4\n-rwxr--r-- 1 root root 2610 Mar 28 16:20 client.tok\n';
    expect(await fact('tokens', text)).toBeUndefined();
  });
});

test('modinfo names the module of a kernel', async () => {
  const text = lines(
    'NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.161.07  Sat Feb 17 22:55:48 UTC 2024',
    'filename:       /lib/modules/5.15.0-105-generic/updates/dkms/nvidia.ko',
    'firmware:       nvidia/535.161.07/gsp_tu10x.bin',
    'license:        NVIDIA',
    'version:        535.161.07',
    'vermagic:       5.15.0-105-generic SMP mod_unload modversions ',
  );
  expect(await fact('nvidiaModule', text)).toEqual({
    loaded: { version: '535.161.07', flavour: 'proprietary' },
    files: [
      {
        kernel: '5.15.0-105-generic',
        path: '/lib/modules/5.15.0-105-generic/updates/dkms/nvidia.ko',
        version: '535.161.07',
        flavour: 'proprietary',
        vermagic: '5.15.0-105-generic SMP mod_unload modversions',
        signer: null,
      },
    ],
  });
});

describe('packages', () => {
  test.each([
    [
      'apt list',
      'nvidia-driver-535/jammy-updates,now 535.161.07-0ubuntu0.22.04.1 amd64 [installed,automatic]\n',
      '535.161.07',
      'deb',
    ],
    [
      'apt-cache policy',
      'nvidia-driver-535:\n  Installed: 535.161.07-0ubuntu0.22.04.1\n  Candidate: 535.183.01-0ubuntu0.22.04.1\n',
      '535.161.07',
      'deb',
    ],
    [
      'a Chinese apt-cache policy',
      'nvidia-driver-535:\n  已安装：535.161.07-0ubuntu0.22.04.1\n  候选： 535.183.01-0ubuntu0.22.04.1\n',
      '535.161.07',
      'deb',
    ],
    [
      'dnf list installed',
      'Installed Packages\nnvidia-driver.x86_64            3:550.54.15-1.el9             @cuda-rhel9-x86_64\n',
      '550.54.15',
      'rpm',
    ],
    ['zypper se -is', 'i+ | nvidia-compute-utils-G06 | package | 550.54.15-1.1 | x86_64 | cuda\n', '550.54.15', 'rpm'],
  ])('from %s', async (_, text, version, origin) => {
    expect(await fact('installedDrivers', text)).toMatchObject([{ version, origin }]);
  });

  test('what could be installed is not installed', async () => {
    expect(
      await fact(
        'installedDrivers',
        'nvidia-driver-535:\n  Installed: (none)\n  Candidate: 535.183.01-0ubuntu0.22.04.1\n',
      ),
    ).toBeUndefined();
    expect(
      await fact('installedDrivers', 'nvidia-driver-535/jammy-updates 535.161.07-0ubuntu0.22.04.1 amd64\n'),
    ).toBeUndefined();
  });
});

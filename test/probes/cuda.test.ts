import { describe, expect, test } from 'vitest';
import { cudaToolkits } from '../../src/probes/cuda-toolkits.ts';
import { driverLibraries } from '../../src/probes/driver-libraries.ts';
import { pathFiles } from '../../src/probes/path-files.ts';
import { environmentPath, parseTried, shellPaths } from '../../src/probes/shell-paths.ts';
import { seen } from './made-up-machine.ts';

describe('CUDA toolkits', () => {
  const files = {
    '/usr/local/cuda': { link: '/etc/alternatives/cuda' },
    '/etc/alternatives/cuda': { link: '/usr/local/cuda-12.1' },
    '/usr/local/cuda-12': { link: '/etc/alternatives/cuda-12' },
    '/usr/local/cuda-12.1/version.json':
      '{\n "cuda" : {\n "name" : "CUDA SDK",\n "version" : "12.1.1"\n }, "nvcc": {"version": "12.1.105"} }',
    '/usr/local/cuda-12.1/bin/nvcc': '',
    '/usr/local/cuda-12.1/bin/cuda-uninstaller': '',
    '/usr/local/cuda-10.1/version.txt': 'CUDA Version 10.1.243\n',
  };

  test('are folders, each once, with their own version and means', async () => {
    expect(await seen(cudaToolkits, { files, commands: { rpm: { exitCode: 1 } } })).toEqual({
      toolkits: [
        { path: '/usr/local/cuda-10.1', version: '10.1.243', nvcc: false, origin: 'unknown' },
        { path: '/usr/local/cuda-12.1', version: '12.1.1', nvcc: true, origin: 'runfile' },
      ],
      current: '/usr/local/cuda-12.1',
    });
  });

  test("Debian's own is one, and /usr/local/cuda is not there", async () => {
    const status =
      'Package: nvidia-cuda-toolkit\nStatus: install ok installed\nArchitecture: amd64\nVersion: 11.8.89~11.8.0-5~deb12u1\n';
    const debian = { '/usr/bin/nvcc': '', '/usr/lib/nvidia-cuda-toolkit/bin/nvcc': '', '/var/lib/dpkg/status': status };
    expect(await seen(cudaToolkits, { files: debian })).toEqual({
      toolkits: [{ path: '/usr/lib/nvidia-cuda-toolkit', version: '11.8.0', nvcc: true, origin: 'package' }],
      current: null,
    });
  });

  test('a link to a folder that is gone still says where it leads', async () => {
    const dangling = { '/usr/local/cuda': { link: 'cuda-11.0' } };
    expect(await seen(cudaToolkits, { files: dangling })).toEqual({ toolkits: [], current: '/usr/local/cuda-11.0' });
  });
});

test('driver libraries are those whose name carries the whole version', async () => {
  const folder = '/usr/lib/x86_64-linux-gnu';
  const files = {
    [`${folder}/libcuda.so.1`]: '',
    [`${folder}/libcuda.so.525.105.17`]: '',
    [`${folder}/libnvidia-ml.so.535.54.03`]: '',
  };
  expect(await seen(driverLibraries, { files })).toEqual([
    { path: `${folder}/libcuda.so.525.105.17`, version: '525.105.17' },
    { path: `${folder}/libnvidia-ml.so.535.54.03`, version: '535.54.03' },
  ]);
});

test('links in /usr/local/bin count where they lead into CUDA', async () => {
  const files = {
    '/usr/local/bin/nvcc': { link: '/usr/local/cuda/bin/nvcc' },
    '/usr/local/bin/python': { link: '/usr/bin/python3' },
    '/usr/local/bin/script': '#!/bin/sh',
    '/usr/local/cuda/bin/nvcc': '',
    '/etc/environment': 'PATH="/usr/bin"\n',
  };
  expect(await seen(pathFiles, { files })).toEqual({
    environment: 'PATH="/usr/bin"\n',
    profileD: null,
    ldSoConfD: null,
    links: { nvcc: '/usr/local/cuda/bin/nvcc' },
    scripts: {},
    cudaBinaries: ['nvcc'],
  });
});

describe('nvcc as each kind of shell finds it', () => {
  const version = 'nvcc: NVIDIA (R) Cuda compiler driver\nCuda compilation tools, release 12.1, V12.1.105\n';

  test('what a profile prints before is not taken for the answer', () => {
    const stdout = `Welcome! nvcc:\ngpu-guest-nvcc:/usr/local/cuda/bin/nvcc\n${version}`;
    expect(parseTried({ stdout, stderr: '', exitCode: 0 })).toEqual({
      nvcc: '/usr/local/cuda/bin/nvcc',
      version: '12.1.105',
      untried: null,
    });
  });

  test('a shell that was refused is untried, one without nvcc has none', () => {
    expect(parseTried({ stdout: '', stderr: 'sudo: a password is required', exitCode: 1 })).toMatchObject({
      nvcc: null,
      untried: 'permission-denied',
    });
    expect(parseTried({ stdout: 'gpu-guest-nvcc:\n', stderr: '', exitCode: 0 })).toEqual({
      nvcc: null,
      version: null,
      untried: null,
    });
  });

  test.each([
    ['PATH="/usr/bin:/opt/bin"\n', '/usr/bin:/opt/bin'],
    ['# PATH=/x\nexport PATH=/a\nPATH=/b\n', '/b'],
    ['LANG=C\n', null],
    [undefined, null],
  ])('PATH of /etc/environment in %j is %s', (text, path) => {
    expect(environmentPath(text)).toBe(path);
  });

  test('each kind is asked with its own PATH; a tool that is missing leaves its kind untried', async () => {
    const files = {
      '/proc/self/status': 'Uid:\t0\t0\t0\t0\n',
      '/etc/environment': 'PATH=/usr/bin:/usr/local/cuda/bin\n',
    };
    const commands = {
      su: `gpu-guest-nvcc:/usr/local/bin/nvcc\n${version}`,
      env: 'gpu-guest-nvcc:\n',
      'systemctl show-environment': 'LANG=C\nPATH=/usr/local/sbin:/usr/local/bin\n',
    };
    const shells = await seen(shellPaths, { files, commands });
    expect(shells.map(({ shell, nvcc, untried }) => [shell, nvcc, untried])).toEqual([
      ['login', '/usr/local/bin/nvcc', null],
      ['non-login', null, null],
      ['sudo', null, 'tool-missing'],
      ['cron', null, null],
      ['service', null, null],
    ]);
  });
});

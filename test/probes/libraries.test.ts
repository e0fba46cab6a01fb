import { describe, expect, it } from 'vitest';
import { cudnnNumber, libraries, ncclNumber, parseLoaderCache } from '../../src/probes/libraries.ts';
import { libraryOffers, parseMadison } from '../../src/probes/library-offers.ts';
import { parseMeminfo } from '../../src/probes/memory.ts';
import { parseTopology } from '../../src/probes/topology.ts';
import { createGuest, type Program } from '../../src/simulated/guest.ts';
import { observerOf } from '../../src/simulated/ports.ts';

const CACHE = `2 libs found in cache
	libcudnn.so.9 (libc6,x86-64) => /usr/lib/x86_64-linux-gnu/libcudnn.so.9
	libnccl.so.2 (libc6) => /usr/lib/i386-linux-gnu/libnccl.so.2
`;

function found(programs: Readonly<Record<string, Program>>) {
  const guest = createGuest();
  guest.files.link('/usr/lib/x86_64-linux-gnu/libcudnn.so.9', 'libcudnn.so.9.1.0');
  guest.programs.set('ldconfig', () => ({ stdout: CACHE }));
  for (const [name, program] of Object.entries(programs)) guest.programs.set(name, program);
  return libraries.observe.linux?.(observerOf(guest, 'test'));
}

describe('libraries for CUDA', () => {
  const about = { name: 'cudnn', path: '/usr/lib/x86_64-linux-gnu/libcudnn.so.9' };

  it('are asked for their version and their CUDA; 32-bit ones are not', async () => {
    const python3: Program = () => ({ stdout: 'cudnnGetVersion 90100\ncudnnGetCudartVersion 12040\n' });
    expect(await found({ python3 })).toEqual([{ ...about, version: '9.1.0', madeForCuda: '12.4', trouble: null }]);
  });

  it('that do not load say why', async () => {
    const python3: Program = () => ({ exitCode: 1, stderr: 'Traceback\nOSError: libz.so.1: cannot open shared object file\n' });
    expect(await found({ python3 })).toEqual([
      { ...about, version: '9.1.0', madeForCuda: null, trouble: 'libz.so.1: cannot open shared object file' },
    ]);
  });

  it('are looked at by ldd where there is no Python; without either nothing is claimed', async () => {
    const whole: Program = () => ({ stdout: '\tlibz.so.1 => /lib/libz.so.1 (0x0)\n' });
    expect(await found({ ldd: whole })).toEqual([{ ...about, version: '9.1.0', madeForCuda: null, trouble: null }]);
    const lacking: Program = () => ({ stdout: '\tlibz.so.1 => not found\n' });
    expect(await found({ ldd: lacking })).toMatchObject([{ trouble: 'libz.so.1 => not found' }]);
    await expect(found({})).rejects.toThrow();
  });

  it('have numbers that changed their form', () => {
    expect([cudnnNumber(90100), cudnnNumber(8907), cudnnNumber(91002)]).toEqual(['9.1.0', '8.9.7', '9.10.2']);
    expect([ncclNumber(22105), ncclNumber(2805)]).toEqual(['2.21.5', '2.8.5']);
  });

  it('of the loader’s list are those for 64 bits', () => {
    expect(parseLoaderCache(CACHE).map(({ soname }) => soname)).toEqual(['libcudnn.so.9']);
  });
});

it('apt’s index has NCCL once for each CUDA', () => {
  const text = ` libnccl2 | 2.21.5-1+cuda12.4 | https://r.example  Packages\n libnccl2 | 2.21.5-1+cuda11.0 | https://r.example  Packages\n other | 1 | x\n`;
  expect(parseMadison(text)).toEqual([
    { name: 'libnccl2', version: '2.21.5-1+cuda12.4' },
    { name: 'libnccl2', version: '2.21.5-1+cuda11.0' },
  ]);
});

it('memory counts what can be had without swapping', () => {
  expect(parseMeminfo('MemTotal:  490620 kB\nMemFree:  1 kB\nMemAvailable:  310944 kB\n')).toEqual({ totalMiB: 479, availableMiB: 303, swapFreeMiB: 0 });
  expect(parseMeminfo('nothing')).toBeNull();
});

it('a matrix of links is read pair by pair, network cards aside', () => {
  const text = '\t\u001b[4mGPU0\tGPU1\tGPU2\tNIC0\tCPU Affinity\u001b[0m\nGPU0\t X \tNV12\tSYS\tPXB\t0-31\nGPU1\tNV12\t X \tNODE\tSYS\t0-31\nGPU2\tSYS\tNODE\t X \tSYS\t32-63\nNIC0\tPXB\tSYS\tSYS\t X\n';
  expect(parseTopology(text)).toEqual([
    { pair: [0, 1], link: 'NV12' },
    { pair: [0, 2], link: 'SYS' },
    { pair: [1, 2], link: 'NODE' },
  ]);
  expect(parseTopology('No devices were found')).toBeNull();
});

describe('what zypper has of them', () => {
  const LOCKED = 'System management is locked by the application with pid 42 (zypper).\n';
  const offersWhen = (stdout: string, exitCode: number) => {
    const guest = createGuest();
    guest.files.write('/etc/os-release', 'ID=sles\nVERSION_ID=15.6\n');
    guest.files.write('/usr/bin/zypper', '');
    guest.programs.set('zypper', () => ({ stdout, exitCode }));
    return libraryOffers.observe.linux?.(observerOf(guest, 'test'));
  };
  it('is nothing where it finds nothing, and not known while it is locked', async () => {
    expect(await offersWhen('No matching items found.\n', 104)).toEqual([]);
    await expect(offersWhen(LOCKED, 7)).rejects.toMatchObject({ ignorance: { kind: 'unreadable' } });
  });
});

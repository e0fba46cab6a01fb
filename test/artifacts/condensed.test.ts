/** What is known from an output is known from it at the end of a log too long to be held: no recogniser may be forgotten in wanted.ts. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { observerOf, type Piece } from '../../src/artifacts/index.ts';
import { sift } from '../../src/artifacts/sift.ts';
import type { Chunks } from '../../src/domain/gap.ts';
import { examine } from '../../src/engine/examine.ts';

const KIB = 1024;
const noise = 'Jul  3 10:11:12 guest app[1]: request 17 took 12 ms\n'.repeat(6000);

/** Tools whose output stands in no file of test/outputs. */
const SAMPLES: Readonly<Record<string, string>> = {
  'apt update': `Hit:1 http://deb.debian.org/debian bookworm InRelease
Err:2 http://security.debian.org bookworm-security InRelease
  Temporary failure resolving 'security.debian.org'
W: Failed to fetch http://security.debian.org/dists/bookworm-security/InRelease`,
  'apt update, unknown key': `Get:3 https://repo.example.test/x  InRelease [1581 B]
  The following signatures couldn't be verified because the public key is not available: NO_PUBKEY A4B469963BF863CC`,
  'dnf makecache': `Errors during downloading metadata for repository 'baseos':
  - Curl error (6): Couldn't resolve host name for https://mirrors.example.test/baseos [Could not resolve host: mirrors.example.test]
Error: Failed to download metadata for repo 'baseos': Cannot prepare internal mirrorlist`,
  df: `Filesystem      Size  Used Avail Use% Mounted on
/dev/vda1        40G   40G     0 100% /
/dev/vda2       512M  500M   12M  98% /boot`,
  lshw: `  *-display UNCLAIMED
       description: 3D controller
       product: GV100GL [Tesla V100 PCIe 16GB]
       vendor: NVIDIA Corporation
       bus info: pci@0000:00:05.0`,
  hostnamectl: ` Static hostname: guest
  Virtualization: kvm
Operating System: Rocky Linux 9.4 (Blue Onyx)
          Kernel: Linux 5.14.0-427.13.1.el9_4.x86_64
    Architecture: x86-64`,
  timedatectl: `               Local time: Mon 2026-11-16 10:11:12 UTC
           Universal time: Mon 2026-11-16 10:11:12 UTC
                 RTC time: Mon 2026-11-16 10:11:12
System clock synchronized: no
              NTP service: inactive`,
  lscpu: `Architecture:            x86_64
Vendor ID:               GenuineIntel
Hypervisor vendor:       KVM
Virtualization type:     full`,
  date: 'user@guest:~$ date -u\nMon Nov 16 10:11:12 UTC 2026',
  uname: 'Linux guest 6.1.0-37-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.140-1 (2025-05-22) x86_64 GNU/Linux',
  mokutil: 'SecureBoot enabled',
  'dkms status': 'nvidia/535.261.03, 6.1.0-37-amd64, x86_64: installed',
  'nvcc --version': 'Cuda compilation tools, release 12.1, V12.1.105',
  'no token': "ls: cannot access '/etc/nvidia/ClientConfigToken/*.tok': No such file or directory",
  'fabric manager': 'fabric manager NVIDIA GPU driver interface version 550.127.05 don’t match with driver version 550.120.',
};

const textsIn = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(path).isDirectory()) return textsIn(path);
    return name.endsWith('.txt') && !name.startsWith('README') ? [path] : [];
  });

async function* below(text: string): Chunks {
  yield new TextEncoder().encode(`${noise}\n${text}`);
  return Promise.resolve(null);
}

const pieceOf = async (text: string, left: number): Promise<Piece> => {
  const { piece } = await sift('log', below(text), { left });
  if (piece === undefined) throw new Error('nothing was kept');
  return piece;
};

async function knownFrom(piece: Piece): Promise<readonly string[]> {
  const facts = await examine(observerOf([piece]));
  return Object.entries(facts).flatMap(([key, fact]) => (fact.known ? [`${key}: ${JSON.stringify(fact.value)}`] : []));
}

const files = textsIn('test/outputs').map((path) => [path, readFileSync(path, 'utf8')] as const);

test.each([...Object.entries(SAMPLES), ...files])('%s below a long log is known as below a short one', async (_, text) => {
  const condensed = await pieceOf(text, 256 * KIB);
  expect(condensed.lines).toBeDefined();
  expect(await knownFrom(condensed)).toEqual(await knownFrom(await pieceOf(text, 64 * KIB * KIB)));
});

test.each(Object.entries(SAMPLES))('%s tells something', async (_, text) => {
  const nothing = await knownFrom(await pieceOf('', 64 * KIB * KIB));
  expect(await knownFrom(await pieceOf(text, 64 * KIB * KIB))).not.toEqual(nothing);
});

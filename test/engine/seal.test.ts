import { describe, expect, it, test } from 'vitest';
import type { Executor } from '../../src/domain/machine.ts';
import { CONTAINER_PROOF, MIG_SCRIPT, MIG_UNIT, MIG_WANTED, READY_MARK, SEAL_MARK, SEALING_MARK } from '../../src/domain/places.ts';
import { examine } from '../../src/engine/examine.ts';
import { diagnose } from '../../src/engine/diagnose.ts';
import { findSealable } from '../../src/engine/seal/find.ts';
import { seal } from '../../src/engine/seal/seal.ts';
import { heldLicence } from '../../src/simulated/programs/licensing.ts';
import { executorOf } from '../../src/simulated/ports.ts';
import type { Guest } from '../../src/simulated/guest.ts';
import { benchOf, livedIn, refusals, sealed, SECRET, STAYS, TOKENS } from './seal-bench.ts';

const ORDER = { keepToken: false, expect: null } as const;
const holding = ({ files }: Guest, text: string): readonly string[] =>
  files.paths().filter((path) => files.at(path)?.kind === 'file' && files.text(path)?.includes(text) === true);

describe('a sealed image', () => {
  it('holds nothing of the machine it was made on, and all else', async () => {
    const guest = livedIn();
    expect(await refusals(benchOf(guest))).toEqual([]);
    expect((await sealed(guest)).outcome).toBe('done');
    expect(holding(guest, SECRET)).toEqual([]);
    expect(guest.files.names(TOKENS)).toEqual([]);
    expect(guest.files.paths().filter((path) => /0123456789abcdef|\/runs|\/backups|GridLicensing/.test(path))).toEqual([]);
    // Empty, not missing: machine-id(5).
    expect(guest.files.text('/etc/machine-id')).toBe('');
    for (const path of STAYS) expect([path, guest.files.at(path)?.kind]).toEqual([path, 'file']);
  });
  it('bears the mark, gives its licence back, and is found clean by the rules that judge images', async () => {
    const guest = livedIn();
    expect(heldLicence(guest.files)).not.toBeNull();
    await sealed(guest);
    expect(heldLicence(guest.files)).toBeNull();
    expect(JSON.parse(guest.files.text(SEAL_MARK) ?? '')).toMatchObject({ schema: 'gpu-guest/sealed@1', keepToken: false });
    expect(guest.files.at(SEALING_MARK)).toBeUndefined();
    const { machine } = benchOf(guest);
    const { verdicts } = diagnose(await examine(machine), [], machine.now().toISOString());
    const images = verdicts.filter(({ id }) => id.startsWith('image.')).map(({ verdict }) => verdict.kind);
    expect(images).toEqual(['healthy', 'healthy', 'healthy']);
  });
  it('holds nothing that was made for the cards of this machine; what is for whichever cards there are stays', async () => {
    const guest = livedIn();
    const spec = (...names: readonly string[]) => ['kind: nvidia.com/gpu', 'devices:', ...names.map((name) => `  - name: "${name}"`), ''].join('\n');
    const specs = { 'mig.yaml': spec('0:0', 'all'), 'uuid.yaml': spec('GPU-0b1c2d3e'), 'parts.json': spec('MIG-0b1c2d3e'), 'nvidia.yaml': spec('0', 'all'), 'other.yaml': 'kind: vendor.com/nic\ndevices:\n  - name: 0:0\n' };
    for (const [name, text] of Object.entries(specs)) guest.files.write(`/etc/cdi/${name}`, text);
    guest.files.write(READY_MARK, '{}');
    const { parts } = await sealed(guest, true);
    const cards = parts.find(({ id }) => id === 'cards')?.actions.map((action) => ('path' in action ? action.path : ''));
    expect(cards).toEqual([MIG_WANTED, MIG_UNIT, MIG_SCRIPT, CONTAINER_PROOF, '/etc/cdi/mig.yaml', '/etc/cdi/parts.json', '/etc/cdi/uuid.yaml', READY_MARK]);
    expect(guest.files.names('/etc/cdi')).toEqual(['nvidia.yaml', 'other.yaml']);
    for (const path of cards ?? []) expect([path, guest.files.at(path)]).toEqual([path, undefined]);
  });
  it('may still be right where nothing of its token or its cards is gone', async () => {
    const guest = livedIn();
    for (const path of [MIG_WANTED, MIG_UNIT, MIG_SCRIPT, CONTAINER_PROOF]) guest.files.removeTree(path);
    guest.files.write(READY_MARK, '{}');
    await sealed(guest, true);
    expect(guest.files.at(READY_MARK)?.kind).toBe('file');
  });
  it('keeps its token only where that is asked for', async () => {
    const guest = livedIn();
    await sealed(guest, true);
    expect(guest.files.names(TOKENS)).toHaveLength(1);
    expect(JSON.parse(guest.files.text(SEAL_MARK) ?? '')).toMatchObject({ keepToken: true });
  });
  it.each([
    ['cloud-init is switched off', ({ files }: Guest) => { files.write('/etc/cloud/cloud-init.disabled', ''); }],
    ['cloud-init finds no data source', ({ files }: Guest) => { files.removeTree('/var/lib/cloud'); }],
    ['there is no cloud-init', ({ files }: Guest) => { files.removeTree('/usr/bin/cloud-init'); }],
  ])('keeps host keys that nobody would make anew, as %s, and says so', async (_, change) => {
    const guest = livedIn();
    change(guest);
    const { keptKeys } = await sealed(guest);
    expect(keptKeys).toEqual(['/etc/ssh/ssh_host_ed25519_key', '/etc/ssh/ssh_host_ed25519_key.pub']);
    expect(guest.files.at('/etc/ssh/ssh_host_ed25519_key')).toBeDefined();
  });
  it('can be sealed again, and there is nothing left to remove', async () => {
    const guest = livedIn();
    await sealed(guest);
    expect((await findSealable(benchOf(guest).machine, false)).parts).toEqual([]);
    await sealed(guest);
    expect(guest.files.at(SEAL_MARK)).toBeDefined();
  });
  it('tells paths, never what is in them', async () => {
    const guest = livedIn();
    const token = guest.files.text(`${TOKENS}/${guest.files.names(TOKENS)?.[0] ?? ''}`) ?? '';
    const told = JSON.stringify([await findSealable(benchOf(guest).machine, false), await sealed(guest), guest.files.text(SEAL_MARK)]);
    expect(told).not.toContain(SECRET);
    expect(token.length).toBeGreaterThan(100);
    expect(told).not.toContain(token.slice(0, 40));
  });
});

/** Cut off before the n-th change. */
function cutBefore(executor: Executor, n: number): Executor {
  let count = 0;
  const counted = <A extends readonly unknown[], R>(change: (...args: A) => Promise<R>) => (...args: A): Promise<R> =>
    ++count > n ? Promise.reject(new Error('the power is cut')) : change(...args);
  return {
    ...executor,
    write: counted(executor.write),
    copy: counted(executor.copy),
    link: counted(executor.link),
    remove: counted(executor.remove),
    removeEmptyFolder: counted(executor.removeEmptyFolder),
    run: counted(executor.run),
  };
}

test('a power cut at any place leaves no seal, or a whole one; sealed again, it ends sealed and clean', async () => {
  for (let n = 0, cut = true; cut; n++) {
    const guest = livedIn();
    cut = await seal(benchOf(guest, cutBefore(executorOf(guest), n)), ORDER).then(
      () => false,
      (error: unknown) => (error as Error).message === 'the power is cut',
    );
    if (guest.files.at(SEAL_MARK) !== undefined) expect(holding(guest, SECRET)).toEqual([]);
    else if (n > 0) expect([n, guest.files.at(SEALING_MARK)?.kind]).toEqual([n, 'file']);
    expect(await refusals(benchOf(guest))).toEqual([]);
    await sealed(guest);
    expect(holding(guest, SECRET)).toEqual([]);
    expect(guest.files.at(SEALING_MARK)).toBeUndefined();
    if (!cut) expect(n).toBeGreaterThan(20);
  }
});

test('what somebody makes again meanwhile is no seal', async () => {
  const guest = livedIn();
  const executor = executorOf(guest);
  const lease = '/var/lib/nvidia/GridLicensing/clientInfo';
  const link: Executor['link'] = (...args) => {
    guest.files.write(lease, SECRET);
    return executor.link(...args);
  };
  const { outcome, message } = await seal(benchOf(guest, { ...executor, link }), ORDER);
  expect(outcome).toBe('failed');
  expect(JSON.stringify(message)).toContain(lease);
  expect(guest.files.at(SEAL_MARK)).toBeUndefined();
});

test('a seal that is stopped is none', async () => {
  const guest = livedIn();
  const stop = new AbortController();
  stop.abort();
  expect((await seal({ ...benchOf(guest), signal: stop.signal }, ORDER)).outcome).toBe('cancelled');
  expect(guest.files.at(SEAL_MARK)).toBeUndefined();
});

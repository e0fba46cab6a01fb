import { expect, it } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import type { Observer } from '../../src/domain/machine.ts';
import type { Bench, Self } from '../../src/engine/bench.ts';
import { ownCopy } from '../../src/engine/own-copy.ts';
import { madeUpMachine } from '../probes/made-up-machine.ts';

const BROUGHT = '/run/gpu-guest/builder';
const self: Self = { node: `${BROUGHT}/usr/bin/node`, program: `${BROUGHT}/usr/bin/gpu-guest`, stateFolder: '/var/lib/gpu-guest' };

/** An image in which these Node.js answer: by their paths, what `--version` says. */
function copyInto(versions: Readonly<Record<string, string>>) {
  const machine: Observer = {
    ...madeUpMachine({ files: { [self.node]: 'node', [self.program]: 'program' } }),
    origin: { kind: 'live', mounted: true },
    run: async ([program]) => {
      const stdout = versions[program];
      if (stdout === undefined) throw new Unobservable({ kind: 'tool-missing', tool: program });
      return { stdout, stderr: '', exitCode: stdout === '' ? 127 : 0 };
    },
  };
  return ownCopy({ machine } as Bench, self);
}

const copied = (copy: Awaited<ReturnType<typeof copyInto>>) => copy?.actions.map((action) => ('path' in action ? action.path : action.kind));

it('starts with the image’s own Node.js where that is new enough', async () => {
  const copy = await copyInto({ '/usr/bin/node': 'v22.4.1\n', [self.node]: 'v20.20.2\n' });
  expect(copy?.node).toBe('/usr/bin/node');
  expect(copied(copy)).toEqual(['/var/lib/gpu-guest/program/gpu-guest.js']);
});

it('brings the builder’s where the image has none or an old one', async () => {
  for (const own of [{}, { '/usr/bin/node': 'v18.19.0\n' }]) {
    const copy = await copyInto({ ...own, [self.node]: 'v20.20.2\n' });
    expect(copy?.node).toBe('/var/lib/gpu-guest/program/node');
    expect(copied(copy)).toEqual(['/var/lib/gpu-guest/program/gpu-guest.js', '/var/lib/gpu-guest/program/node']);
  }
});

it('is none where neither runs in the image', async () => {
  expect(await copyInto({ [self.node]: '' })).toBeUndefined();
});

it('on Windows lies in ProgramData, with a Node.js that does not lie where administrators alone write', async () => {
  const windows: Observer = { ...madeUpMachine({}), platform: 'windows', digest: () => Promise.resolve('0') };
  const there = (node: string) =>
    ownCopy({ machine: windows } as Bench, { node, program: 'D:\\gpu-guest.js', stateFolder: 'C:\\ProgramData\\gpu-guest' });
  expect(await there('C:\\Program Files\\nodejs\\node.exe')).toMatchObject({ node: 'C:\\Program Files\\nodejs\\node.exe' });
  const copy = await there('C:\\Users\\张三\\node.exe');
  expect(copy?.node).toBe('C:\\ProgramData\\gpu-guest\\program\\node.exe');
  expect(copied(copy)).toEqual(['C:\\ProgramData\\gpu-guest\\program\\gpu-guest.js', 'C:\\ProgramData\\gpu-guest\\program\\node.exe']);
});

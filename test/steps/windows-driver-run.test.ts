/** The driver of a Windows guest from its package to the device and back, with stand-ins for setup and pnputil that hold its state. */
import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { Unobservable } from '../../src/domain/fact.ts';
import type { Command, Observer } from '../../src/domain/machine.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { taskOf } from '../../src/engine/set-task.ts';
import { proposeStep } from '../../src/planning/propose-step.ts';
import type { Step } from '../../src/steps/step.ts';
import { windowsDriverInstall } from '../../src/steps/windows/driver-install.ts';
import { windowsDriverRemoveConflicting } from '../../src/steps/windows/driver-remove-conflicting.ts';
import { makeInf, makeWindowsPackage, type InfParts } from '../media/make-windows-package.ts';
import { saidBy } from './ask.ts';

const GRID = 'D:\\nv\\538.46_grid_win10_win11_server2019_server2022_dch_64bit_international_swl.exe';
const INSTANCE = 'PCI\\VEN_10DE&DEV_1EB8&SUBSYS_130F10DE&REV_A1\\3&13C0B0C5&0&28';
const GRID_INF = makeInf({ version: '31.0.15.3846' });
const TESLA: InfParts = { version: '31.0.15.3770', devices: ['1eb8:12a210de'], catalogue: 'nv_dispt.cat' };

type Bound = { readonly oem: string; readonly version: string };
type Ran = { readonly exitCode: number; readonly stdout?: string };

/** A T4-8Q on Windows Server 2022. `before`: the INF of the driver that it has; `package`: that of the package on the media. */
function windowsGuest({ before = null as string | null, inPackage = GRID_INF, setupFails = false } = {}) {
  const package_ = makeWindowsPackage();
  const published = new Map<string, string>(before === null ? [] : [['oem4.inf', before]]);
  const kept = new Map<string, string>();
  const versionIn = (inf: string): string => /DriverVer .*, ([\d.]+)/.exec(inf)?.[1] ?? '';
  let bound: Bound | null = before === null ? null : { oem: 'oem4.inf', version: versionIn(before) };
  let code = before === null ? 28 : 0;
  let next = 5;
  const ran: string[] = [];

  const bind = (inf: string, problem: number): void => {
    const oem = `oem${next++}.inf`;
    published.set(oem, inf);
    [bound, code] = [{ oem, version: versionIn(inf) }, problem];
  };
  const unbind = (oem: string | undefined): void => {
    if (oem !== undefined) published.delete(oem);
    if (bound?.oem === oem) [bound, code] = [null, 28];
  };

  function setup(args: readonly string[]): Ran {
    if (setupFails) return { exitCode: 0xe0000003 };
    if (args.includes('-uninstall')) unbind(bound?.oem);
    // As the original: done, and a restart is needed.
    else bind(inPackage, 14);
    return { exitCode: 1 };
  }
  function pnputil([what, inf = '', folder = '']: readonly string[]): Ran {
    if (what === '/export-driver') kept.set(folder, published.get(inf) ?? '');
    if (what === '/delete-driver') unbind(inf);
    if (what === '/add-driver') bind(kept.get(inf.replace(/\\\*\.inf$/, '')) ?? '', 0);
    return { exitCode: what === '/export-driver' ? 0 : 3010 };
  }
  function carryOut([program, ...args]: Command): Ran {
    ran.push([program, ...args].join(' '));
    const piped = args.indexOf('&');
    if (program === 'cmd.exe') return piped === -1 ? { exitCode: 1 } : pnputil(args.slice(piped + 2));
    if (program === 'pnputil.exe') return pnputil(args);
    return program === GRID ? setup(args) : { exitCode: 0 };
  }

  const displays = (): string =>
    JSON.stringify([
      {
        Name: bound === null ? '3D Video Controller' : 'NVIDIA GRID T4-8Q',
        PNPDeviceID: INSTANCE,
        PNPClass: bound === null ? null : 'Display',
        ConfigManagerErrorCode: code,
        Service: bound === null ? null : 'nvlddmkm',
        HardwareID: ['PCI\\VEN_10DE&DEV_1EB8&CC_030200'],
        CompatibleID: null,
        Location: null,
        DriverVersion: bound?.version ?? null,
        InfPath: bound?.oem ?? null,
      },
    ]);
  const answer = ([program, ...args]: Command): string => {
    const line = args.join(' ');
    if (line.includes('Win32_PnPEntity')) return displays();
    if (line.includes('Get-AuthenticodeSignature')) return '{"Status":0,"Signer":"CN=NVIDIA Corporation, O=NVIDIA Corporation, C=US"}';
    if (line.includes('Windows NT'))
      return '    ProductName    REG_SZ    Windows Server 2022 Datacenter\r\n    CurrentBuildNumber    REG_SZ    20348\r\n';
    if (program.includes('7-Zip')) return inPackage;
    throw new Unobservable({ kind: 'tool-missing', tool: program });
  };
  const machine: Observer = {
    platform: 'windows',
    origin: { kind: 'live' },
    now: () => new Date('2026-11-22T12:00:00Z'),
    run: async (command) => ({ stdout: answer(command), stderr: '', exitCode: 0 }),
    read: async () => undefined,
    readBytes: async (path, range) => {
      const inf = published.get(path.replace('C:\\Windows\\INF\\', ''));
      const bytes = path === GRID ? package_ : inf === undefined ? undefined : Buffer.from(inf);
      return bytes?.subarray(range?.offset ?? 0, (range?.offset ?? 0) + (range?.length ?? bytes.length));
    },
    list: async (folder) => (folder === 'D:\\nv' ? [GRID.split('\\').at(-1)!] : undefined),
    status: async (path) =>
      path === GRID ? { kind: 'file', mode: 0o644, sizeBytes: package_.length, modifiedMs: 0, target: null } : undefined,
    digest: async () => 'a'.repeat(64),
  };
  return {
    machine,
    ran,
    carryOut,
    boot: () => {
      if (code === 14) code = 0;
    },
    state: () => ({ version: bound?.version ?? null, code }),
  };
}

type Guest = ReturnType<typeof windowsGuest>;
const STEPS: readonly Step[] = [windowsDriverRemoveConflicting, windowsDriverInstall];

/** Asks a step on a guest as it is now. */
async function proposalOf(guest: Guest, step: Step) {
  const keys = ['os', 'displays', 'windowsDisplays', 'windowsDriver'] as const;
  const { task, facts } = await taskOf(guest.machine, { ...defaultProfile, media: 'D:\\nv' }, { keys });
  return proposeStep(step, facts, task);
}

/** Step by step, each asked again until it is content; what was done, oldest first. */
async function applied(guest: Guest): Promise<readonly Action[]> {
  const done: Action[] = [];
  for (const step of STEPS)
    for (let round = 0; round < 4; round++) {
      const proposal = await proposalOf(guest, step);
      if (proposal.kind !== 'todo') break;
      for (const action of proposal.actions) {
        if (action.kind === 'reboot') guest.boot();
        if (action.kind !== 'run') continue;
        const { exitCode } = guest.carryOut(action.command);
        if (!(action.success ?? [0]).includes(exitCode)) return done;
        done.push(action);
      }
    }
  return done;
}

function undone(guest: Guest, actions: readonly Action[]): readonly boolean[] {
  return actions.toReversed().map((action) => {
    if (action.kind !== 'run' || action.undo.kind !== 'restore' || action.undo.command === null) return true;
    const { command, success = [0] } = action.undo;
    return success.includes(guest.carryOut(command).exitCode);
  });
}

describe('a vGPU on Windows', () => {
  test('without a driver gets it, restarts once, works, and has none again after the undo', async () => {
    const guest = windowsGuest();
    const actions = await applied(guest);
    expect(guest.state()).toEqual({ version: '31.0.15.3846', code: 0 });
    expect(guest.ran.filter((line) => line.startsWith(GRID))).toHaveLength(1);
    expect(saidBy(await proposalOf(guest, STEPS[1]!))).toBe('step.windows.driver.install.done');
    expect(undone(guest, actions)).not.toContain(false);
    expect(guest.state()).toEqual({ version: null, code: 28 });
  });
  test('with a data-centre driver gets the other kind, and the old one back', async () => {
    const guest = windowsGuest({ before: makeInf(TESLA) });
    const actions = await applied(guest);
    expect(guest.state()).toEqual({ version: '31.0.15.3846', code: 0 });
    expect(guest.ran.find((line) => line.includes('/delete-driver'))).toContain('oem4.inf');
    expect(undone(guest, actions)).not.toContain(false);
    expect(guest.state().version).toBe('31.0.15.3770');
  });
  test('a second time, nothing is done', async () => {
    const guest = windowsGuest();
    await applied(guest);
    const before = guest.ran.length;
    expect(await applied(guest)).toEqual([]);
    expect(guest.ran).toHaveLength(before);
  });
  test('a package that does not list the board never runs', async () => {
    const guest = windowsGuest({ inPackage: makeInf({ devices: ['1eb8:12a210de', '25b6:160110de'] }) });
    expect(await applied(guest)).toEqual([]);
    expect(guest.ran).toEqual([]);
    expect(await proposalOf(guest, STEPS[1]!)).toMatchObject({ kind: 'blocked', finding: 'windows.wrong-package' });
  });
  test('where setup fails, the step does, and nothing is called installed', async () => {
    const guest = windowsGuest({ setupFails: true });
    await applied(guest);
    expect(guest.state()).toEqual({ version: null, code: 28 });
    expect((await proposalOf(guest, STEPS[1]!)).kind).toBe('todo');
  });
});

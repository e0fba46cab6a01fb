import type { Fact } from '../../domain/fact.ts';
import type { DriverChoice } from '../../domain/choice.ts';
import type { Kernel } from '../../probes/kernel.ts';
import type { Nouveau } from '../../probes/nouveau.ts';
import type { NvidiaModule } from '../../probes/nvidia-module.ts';
import type { NvidiaSmi, SmiGpu } from '../../probes/nvidia-smi.ts';
import { say } from '../../words/say.ts';
import { text, withKnown, type Aim, type Check } from './check.ts';

export type DriverCheckFacts = {
  readonly nvidiaModule: Fact<NvidiaModule>;
  readonly nvidiaSmi: Fact<NvidiaSmi>;
  readonly nouveau: Fact<Nouveau>;
  readonly kernel: Fact<Kernel>;
};

type Chosen = Extract<DriverChoice, { kind: 'chosen' }>;

/** Debian's `535.261.03-1~deb12u1` is the module's `535.261.03`. */
const plain = (version: string): string => version.replace(/^\d+:/, '').replace(/[-~+].*$/, '');

function moduleCheck(driver: Chosen, fact: Fact<NvidiaModule>): readonly Check[] {
  const version = driver.versions[0] ?? null;
  const flavour = say(`step.driver.flavour.${driver.kernelModule}`);
  const expected = say('check.module', { version: version === null ? '*' : plain(version), flavour });
  return withKnown('module', fact, expected, ({ loaded }) => {
    const ok =
      loaded !== null &&
      (version === null || plain(loaded.version) === plain(version)) &&
      loaded.flavour === driver.kernelModule;
    const found = !loaded
      ? say('check.module.none')
      : say('check.module', {
          version: loaded.version,
          flavour: loaded.flavour ? say(`step.driver.flavour.${loaded.flavour}`) : '?',
        });
    return { id: 'module', ok, expected, found, evidence: loaded ? `nvidia ${loaded.version}` : null };
  });
}

const firstLine = (words: string): string => words.trim().split('\n')[0] ?? '';

/** Each GPU by its address; those of which no address is known, by their number. */
function isSeen(address: string | null, index: number, gpus: readonly SmiGpu[]): SmiGpu | undefined {
  return address === null
    ? gpus[index]
    : (gpus.find((gpu) => gpu.address === address) ?? (gpus[index]?.address === null ? gpus[index] : undefined));
}

export function gpuChecks(aim: Aim, fact: Fact<NvidiaSmi>): readonly Check[] {
  return aim.gpus.flatMap((gpu, index) => {
    const id = `gpu.${gpu.address ?? index}`;
    const expected = text(gpu.vgpu?.type ?? gpu.name ?? gpu.deviceId ?? 'NVIDIA GPU');
    return withKnown(id, fact, expected, (smi): Check => {
      if (smi.kind === 'absent') return { id, ok: false, expected, found: say('check.smi.absent'), evidence: null };
      if (smi.kind === 'failed')
        return { id, ok: false, expected, found: text(firstLine(smi.text)), evidence: smi.text };
      const seen = isSeen(gpu.address, index, smi.gpus);
      return {
        id,
        ok: seen !== undefined,
        expected,
        found: seen ? text(seen.productName ?? '?') : say('check.smi.not-seen'),
        evidence: seen?.productName ?? null,
      };
    });
  });
}

/** Nothing waits for a reboot: no nouveau in the way, and the kernel that boots next has the module. */
function rebootCheck({ nvidiaModule, nouveau, kernel }: DriverCheckFacts): readonly Check[] {
  const expected = say('check.reboot.none');
  const id = 'reboot';
  return withKnown(id, nouveau, expected, ({ loaded }) =>
    withKnown(id, kernel, expected, ({ nextBoot }) =>
      withKnown(id, nvidiaModule, expected, ({ files }): Check => {
        if (loaded) return { id, ok: false, expected, found: say('check.reboot.nouveau'), evidence: 'nouveau' };
        const ready = files.some((file) => file.kernel === nextBoot);
        return {
          id,
          ok: ready,
          expected,
          found: ready ? expected : say('check.reboot.no-module', { kernel: nextBoot }),
          evidence: nextBoot,
        };
      }),
    ),
  );
}

export function driverChecks(facts: DriverCheckFacts, aim: Aim): readonly Check[] {
  const { driver } = aim.choice;
  switch (driver.kind) {
    case 'not-wanted':
      return [];
    case 'nothing-fits':
      return [{ id: 'module', ok: false, expected: say('check.driver.any'), found: driver.reason, evidence: null }];
    case 'chosen':
      return [...moduleCheck(driver, facts.nvidiaModule), ...gpuChecks(aim, facts.nvidiaSmi), ...rebootCheck(facts)];
  }
}

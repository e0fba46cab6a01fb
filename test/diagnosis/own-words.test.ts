/** Advice is given in the places and commands of the guest that is sick: Windows, or its own package manager. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { observerOf } from '../../src/artifacts/index.ts';
import { onWindows } from '../../src/diagnosis/on-windows.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { diagnose } from '../../src/engine/diagnose.ts';
import { judgingOf, survey } from '../../src/engine/survey.ts';
import { en } from '../../src/words/en/index.ts';

const WORDS: Readonly<Record<string, string>> = en;

async function adviceOn(bytes: Uint8Array): Promise<readonly string[]> {
  const seen = await survey(observerOf([{ name: 'ticket.txt', bytes }]), defaultProfile, { skipMedia: true });
  const { findings } = diagnose(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen));
  return findings.flatMap(({ fix }) => fix.steps.map(({ key }) => WORDS[key] ?? `no words: ${key}`));
}
const ticket = (name: string): Promise<readonly string[]> =>
  adviceOn(readFileSync(`test/outputs/written-tickets/${name}`));
const text = (...lines: readonly string[]): Promise<readonly string[]> =>
  adviceOn(new TextEncoder().encode(`${lines.join('\n')}\n`));

describe('what a Windows guest is told', () => {
  it.each(['019-win-two-containers.txt', '041-clock-win.txt'])('names no place of Linux (%s)', async (name) => {
    const steps = await ticket(name);
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps)
      expect(step).not.toMatch(/\/etc\/|sudo|systemctl|journalctl|timedatectl|gridd\.conf|no words/);
    expect(steps.join('\n')).toContain('NVDisplay.ContainerLocalSystem');
  });

  it('names the token folder and the log of Windows', async () => {
    const bytes = readFileSync('test/outputs/written-tickets/019-win-two-containers.txt');
    const seen = await survey(observerOf([{ name: 'ticket.txt', bytes }]), defaultProfile, { skipMedia: true });
    const [missing] = diagnose(seen.facts, seen.gpus, '', judgingOf(seen)).findings;
    expect(JSON.stringify([missing?.detail, missing?.evidence])).not.toMatch(/\/etc\/|journal/);
    expect(missing?.evidence[0]?.source).toBe('Log.NVDisplay.Container.exe.log');
  });

  it('has words for every sentence that is another one there', () => {
    const keys = Object.keys(WORDS).filter((key) => key.startsWith('finding.') && key.endsWith('.windows'));
    const otherwise = keys
      .map((key) => key.replace(/\.windows$/, ''))
      .filter((key) => key in WORDS && !key.endsWith('.title') && (key.includes('.fix.') || key.startsWith('finding.license.')));
    expect(otherwise.length).toBeGreaterThan(10);
    for (const key of otherwise)
      expect(onWindows({ detail: { key }, evidence: [], fix: { by: 'guest', steps: [{ key }] } })).toEqual({
        detail: { key: `${key}.windows` },
        evidence: [],
        fix: { by: 'guest', steps: [{ key: `${key}.windows` }] },
      });
  });
});

describe('a text that does not say how full the disk is', () => {
  it('is told no number', async () => {
    const bytes = new TextEncoder().encode(
      "cp: error writing '/var/lib/dkms/nvidia/535.1/build/nvidia.ko': No space left on device\n",
    );
    const seen = await survey(observerOf([{ name: 'ticket.txt', bytes }]), defaultProfile, { skipMedia: true });
    const [full] = diagnose(seen.facts, seen.gpus, '', judgingOf(seen)).findings;
    expect(full).toMatchObject({ id: 'disk.full', detail: { key: 'finding.disk.full.detail.said' } });
  });
});

describe('a guest whose packages do not fit together', () => {
  it.each([
    ['026-apt-unmet.txt', 'apt-get', /dnf|zypper/],
    ['027-dnf-modular.txt', 'dnf', /apt-get|zypper/],
    ['137-zypper-cuda-gpu.txt', 'zypper addlock', /preferences|yum/],
    ['074-dnf-installed.txt', 'yum.repos.d', /preferences|zypper/],
    ['028-zypper-nothing-provides.txt', 'zypper', /apt-get|dnf/],
  ])('is told what its own package manager does (%s)', async (name, own, others) => {
    const steps = (await ticket(name)).join('\n');
    expect(steps).toContain(own);
    expect(steps).not.toMatch(others);
  });

  it('is told to finish what was cut off, not to look for what is missing', async () => {
    const steps = await text(
      "E: dpkg was interrupted, you must manually run 'sudo dpkg --configure -a' to correct the problem.",
    );
    expect(steps).toEqual([WORDS['finding.packages.broken.fix.apt']]);
  });
});

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionsOf } from './ask.ts';
import { BUS, cut, on, wanting } from './mig-guests.ts';

/** What the script calls, in a shell of this machine, with a stand-in that answers as told. */
function ranAtBoot(answers: { readonly mode: string; readonly there: string }, layout = '1g.5gb x2', args: readonly string[] = []): string {
  const action = actionsOf(cut(on(), wanting({ layout }))).find((one) => one.kind === 'write-file');
  const folder = mkdtempSync(join(tmpdir(), 'mig-'));
  try {
    writeFileSync(join(folder, 'script'), action?.kind === 'write-file' ? action.content : '');
    writeFileSync(
      join(folder, 'nvidia-smi'),
      `#!/bin/sh\ncase "$*" in *--query-gpu*) echo "${answers.mode}" ;; *-lgi) echo "${answers.there}" ;; *-cgi\\ 3g.20gb) echo "$*" >> "${folder}/log"; echo "Successfully created GPU instance ID  2 on GPU  0 using profile MIG 3g.20gb (ID  9)" ;; *) echo "$*" >> "${folder}/log" ;; esac\n`,
    );
    chmodSync(join(folder, 'nvidia-smi'), 0o755);
    writeFileSync(join(folder, 'log'), '');
    execFileSync('/bin/sh', [join(folder, 'script'), ...args], { env: { PATH: `${folder}:/usr/bin:/bin` } });
    return readFileSync(join(folder, 'log'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the unit at boot', () => {
  it('turns the mode on and makes the instances', () => {
    expect(ranAtBoot({ mode: 'Disabled', there: 'No GPU instances found: Not Found' })).toBe(
      `-i ${BUS} -mig 1\nmig -i ${BUS} -cgi 1g.5gb,1g.5gb -C\n`,
    );
  });

  it('makes several devices in one instance by the number that the driver gives it', () => {
    const there = 'No GPU instances found: Not Found';
    const made = [`mig -i ${BUS} -cgi 3g.20gb`, `mig -i ${BUS} -gi 2 -cci 2c.3g.20gb,1c.3g.20gb`, `mig -i ${BUS} -cgi 1g.5gb -C`, ''].join('\n');
    expect(ranAtBoot({ mode: 'Enabled', there }, '1g.5gb, 1c.3g.20gb, 2c.3g.20gb')).toBe(made);
    // Beside others, for apply: nobody is asked what there is.
    const others = { mode: 'Enabled', there: '| GPU instances: |' };
    expect(ranAtBoot(others, '1g.5gb', ['make', BUS, '3g.20gb/2c.3g.20gb/1c.3g.20gb,1g.5gb'])).toBe(made);
  });

  it('makes nothing where there are instances', () => {
    expect(ranAtBoot({ mode: 'Enabled', there: '| GPU instances: |' })).toBe('');
  });

  it('fails aloud where the card does not answer', () => {
    expect(() => ranAtBoot({ mode: 'Enabled', there: 'No devices were found' })).toThrow();
  });
});

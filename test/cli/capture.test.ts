import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gpuGuest } from './run-program.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'capture-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const found = (json: string): readonly string[] =>
  (JSON.parse(json) as { findings: { id: string }[] }).findings.map(({ id }) => id);

describe('gpu-guest capture', () => {
  it('writes a zip for its owner alone, and says what is in it', () => {
    const zip = join(folder, 'a.zip');
    const { code, stdout } = gpuGuest(['capture', 'sim:t4-no-token', '-o', zip, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'gpu-guest/run@1',
      outcome: 'done',
      simulated: true,
      files: [zip],
    });
    expect(statSync(zip).mode & 0o777).toBe(0o600);
    // Another program agrees that it is whole.
    const listed = execFileSync(
      'python3',
      [
        '-c',
        `import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print("\\n".join(z.namelist()))`,
        zip,
      ],
      { encoding: 'utf8' },
    );
    expect(listed.split('\n')).toEqual(
      expect.arrayContaining(['manifest.json', 'commands.json', 'files/etc/os-release']),
    );
  });

  it.each(['t4-no-token', 'v100-nouveau', 'kernel-moved-on'])('of %s is judged as the guest is', (name) => {
    const zip = join(folder, `${name}.zip`);
    gpuGuest(['capture', `sim:${name}`, '-o', zip]);
    const live = gpuGuest(['diagnose', `sim:${name}`, '--json']);
    const recorded = gpuGuest(['diagnose', zip, '--json']);
    expect(recorded.code).toBe(live.code);
    expect(found(recorded.stdout)).toEqual(found(live.stdout));
    for (const command of ['detect', 'plan', 'verify', 'license'])
      expect([command, gpuGuest([command, zip, '--json']).code]).toEqual([
        command,
        gpuGuest([command, `sim:${name}`, '--json']).code,
      ]);
  });

  it('replaces nothing unless it is told to, and leaves nothing behind', () => {
    const place = join(folder, 'there');
    mkdirSync(place);
    const zip = join(place, 'b.zip');
    writeFileSync(zip, 'mine');
    expect(gpuGuest(['capture', 'sim:t4-no-token', '-o', zip])).toMatchObject({ code: 2 });
    expect(statSync(zip).size).toBe(4);
    expect(gpuGuest(['capture', 'sim:t4-no-token', '-o', zip, '--force'])).toMatchObject({ code: 0 });
    expect(statSync(zip).size).toBeGreaterThan(1000);
    expect(readdirSync(place)).toEqual(['b.zip']);
  });

  it('says at once where it cannot write', () => {
    const zip = join(folder, 'nowhere', 'c.zip');
    const { code, stderr } = gpuGuest(['capture', '-o', zip]);
    expect(code).toBe(2);
    expect(stderr).toContain('there is no folder');
    expect(existsSync(zip)).toBe(false);
  });

  it('refuses a recorded source', () => {
    const text = join(folder, 'ticket.txt');
    writeFileSync(text, '$ uname -a\nLinux x 6.1.0-37-amd64 #1 SMP x86_64 GNU/Linux\n');
    expect(gpuGuest(['capture', text, '-o', join(folder, 'd.zip')]).code).toBe(2);
  });

  it.each([
    [
      'of commands alone',
      (at: string) => {
        writeFileSync(
          join(at, 'commands.json'),
          JSON.stringify([
            {
              argv: ['sudo', 'lspci', '-nn'],
              exitCode: 0,
              durationMs: 3,
              stdout:
                '00:05.0 VGA compatible controller [0300]: NVIDIA Corporation TU104GL [Tesla T4] [10de:1eb8] (rev a1)\n',
              stderr: '',
            },
            { argv: ['dmesg', '-T'], exitCode: 0, durationMs: 3, stdout: { file: 'commands/01.txt' }, stderr: '' },
            {
              argv: ['nvidia-smi', '-q'],
              exitCode: 127,
              durationMs: 1,
              stdout: '',
              stderr: 'bash: nvidia-smi: command not found',
            },
          ]),
        );
        mkdirSync(join(at, 'commands'));
        writeFileSync(
          join(at, 'commands/01.txt'),
          '[Sun Nov 22 09:00:00 2026] NVRM: Xid (PCI:0000:00:05): 79, pid=1, GPU has fallen off the bus.\n',
        );
      },
      'gpu.fallen-off-bus',
    ],
    [
      'with a file and a manifest of another version',
      (at: string) => {
        writeFileSync(
          join(at, 'manifest.json'),
          JSON.stringify({
            schema: 'gpu-guest/capture@7',
            platform: 'linux',
            toolVersion: '9',
            time: '2026-11-22T09:00:00Z',
            novelty: [{}],
          }),
        );
        writeFileSync(
          join(at, 'commands.json'),
          JSON.stringify([
            {
              argv: ['nvidia-smi', '-q'],
              exitCode: 9,
              durationMs: 1,
              stdout:
                "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.\n",
              stderr: '',
            },
            { argv: 7 },
            'x',
            { argv: ['odd'], stdout: { file: '../../etc/passwd' } },
          ]),
        );
        const gpu = join(at, 'files/sys/bus/pci/devices/0000:00:05.0');
        mkdirSync(gpu, { recursive: true });
        for (const [name, text] of Object.entries({
          vendor: '0x10de',
          device: '0x1eb8',
          class: '0x030200',
          subsystem_vendor: '0x10de',
          subsystem_device: '0x130f',
        }))
          writeFileSync(join(gpu, name), `${text}\n`);
        mkdirSync(join(at, 'files/etc'), { recursive: true });
        writeFileSync(join(at, 'files/etc/os-release'), 'ID=ubuntu\nVERSION_ID="22.04"\n');
      },
      null,
    ],
  ])('a hand-made capture %s is read', (_, make, finding) => {
    const at = mkdtempSync(join(folder, 'hand-'));
    make(at);
    const { code, stdout, stderr } = gpuGuest(['diagnose', at, '--json']);
    expect(stderr).toBe('');
    const document = JSON.parse(stdout) as { detection: { gpus: { deviceId: string }[] } };
    expect(document.detection.gpus.map(({ deviceId }) => deviceId)).toEqual(['1eb8']);
    if (finding !== null) expect(found(stdout)).toContain(finding);
    expect([0, 1]).toContain(code);
    expect(stdout).not.toContain('root:');
  });
});

import { describe, expect, test } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import { griddConfig } from '../../src/probes/gridd-config.ts';
import { griddLog, parseGriddLine } from '../../src/probes/gridd-log.ts';
import { griddService } from '../../src/probes/gridd-service.ts';
import { tokens } from '../../src/probes/tokens.ts';
import { seen } from './made-up-machine.ts';

describe('gridd.conf', () => {
  test('only active lines count, of several the last, and the text is kept byte for byte', async () => {
    const text =
      '# FeatureType=4\nFeatureType=1\r\n FeatureType = 2\nServerAddress=""\nIgnoreSP=TRUE\nClientConfigTokenPath="/opt/nv/tokens/"\n';
    expect(await seen(griddConfig, { files: { '/etc/nvidia/gridd.conf': text } })).toMatchObject({
      text,
      template: null,
      featureType: 2,
      serverAddress: null,
      ignoreSp: true,
      tokenFolder: '/opt/nv/tokens',
    });
  });

  test('that is not there leaves the default folder', async () => {
    expect(await seen(griddConfig, {})).toMatchObject({
      text: null,
      featureType: null,
      tokenFolder: '/etc/nvidia/ClientConfigToken',
    });
  });

  test('a feature type that is no number is not "not set"', async () => {
    const files = { '/etc/nvidia/gridd.conf': 'FeatureType=vWS\nServerAddress=licence.example.test\n' };
    expect(await seen(griddConfig, { files })).toMatchObject({
      featureType: -1,
      serverAddress: 'licence.example.test',
    });
  });

  test('that may not be read is unknown', async () => {
    await expect(seen(griddConfig, { denied: ['/etc/nvidia'] })).rejects.toBeInstanceOf(Unobservable);
  });
});

describe('tokens in place', () => {
  test('every file in the folder is judged, whatever its name; links are followed', async () => {
    const files = {
      '/etc/nvidia/ClientConfigToken/gridd.conf': 'FeatureType=2\n',
      '/etc/nvidia/ClientConfigToken/token.tok': { link: '/opt/token' },
      '/etc/nvidia/ClientConfigToken/.hidden': 'x',
      '/opt/token': '<!DOCTYPE html><html></html>',
    };
    const found = await seen(tokens, { files });
    expect(found.files.map(({ path, reading }) => [path.split('/').at(-1), reading.trouble])).toEqual([
      ['gridd.conf', 'not-a-token'],
      ['token.tok', 'html'],
    ]);
    expect(found.files[1]!.mode).toBe(0o644);
  });

  test('a folder that is not there has none; one that may not be read is unknown', async () => {
    expect(await seen(tokens, {})).toEqual({ folder: '/etc/nvidia/ClientConfigToken', files: [] });
    await expect(seen(tokens, { denied: ['/etc/nvidia/ClientConfigToken'] })).rejects.toBeInstanceOf(Unobservable);
  });
});

describe('the licensing service', () => {
  test('is what systemctl says of it', async () => {
    const systemctl =
      'LoadState=loaded\nActiveState=failed\nSubState=failed\nExecMainStartTimestamp=Mon 2025-03-31 06:53:49 UTC\nActiveEnterTimestamp=\n';
    expect(await seen(griddService, { commands: { systemctl } })).toEqual({
      name: 'nvidia-gridd',
      unit: 'installed',
      active: false,
      state: 'failed',
      startedMs: Date.parse('2025-03-31T06:53:49.999Z'),
      startsAtBoot: false,
    });
  });

  test('it starts with each boot where systemctl enable has linked it', async () => {
    const files = {
      '/usr/lib/systemd/system/nvidia-gridd.service': '',
      '/etc/systemd/system/multi-user.target.wants/nvidia-gridd.service': {
        link: '/usr/lib/systemd/system/nvidia-gridd.service',
      },
    };
    expect(await seen(griddService, { files })).toMatchObject({ unit: 'installed', active: false, startsAtBoot: true });
  });

  test('its start is told by the clock of the boot, which has no seconds to round to', async () => {
    const systemctl =
      'LoadState=loaded\nActiveState=active\nSubState=running\nExecMainStartTimestamp=Mon 2025-03-31 06:53:49 UTC\nExecMainStartTimestampMonotonic=50250000\n';
    const files = { '/proc/uptime': '100.00 180.00\n' };
    const { startedMs } = await seen(griddService, { commands: { systemctl }, files, now: '2025-03-31T06:54:39.500Z' });
    expect(startedMs).toBe(Date.parse('2025-03-31T06:53:49.750Z'));
  });

  test('systemctl says of a unit that is not there that it is not found', async () => {
    const systemctl = 'LoadState=not-found\nActiveState=inactive\nSubState=dead\n';
    expect(await seen(griddService, { commands: { systemctl } })).toMatchObject({
      unit: 'absent',
      active: false,
      startedMs: null,
    });
  });

  test('without systemd its process is asked for; a process id left behind is not the service', async () => {
    const files = { '/usr/bin/nvidia-gridd': '', '/var/run/nvidia-gridd/nvidia-gridd.pid': '77\n' };
    const running = { ...files, '/proc/77/comm': 'nvidia-gridd\n' };
    const reused = { ...files, '/proc/77/comm': 'sshd\n' };
    const commands = { systemctl: { exitCode: 1, stderr: 'System has not been booted with systemd as init system' } };
    expect(await seen(griddService, { files: running, commands })).toMatchObject({ unit: 'installed', active: true });
    expect(await seen(griddService, { files: reused, commands })).toMatchObject({ unit: 'installed', active: false });
  });
});

describe('the log of the licensing service', () => {
  const journal = [
    '2026-04-02T18:00:00+0000 guest nvidia-gridd[500]: Unable to fetch the client configuration token file',
    '2026-04-02T19:11:13+0000 guest systemd[1]: Starting nvidia-gridd.service - NVIDIA Grid Daemon...',
    '2026-04-02T19:11:13+0000 guest nvidia-gridd[837]: Started (837)',
    '2026-04-02T21:11:16+0200 guest nvidia-gridd[837]: NLS initialized',
  ].join('\n');

  test('begins at the last start, so that what is mended is not said again', async () => {
    const log = await seen(griddLog, { commands: { journalctl: journal } });
    expect(log).toEqual([
      { time: '2026-04-02T19:11:13Z', text: 'Started (837)' },
      { time: '2026-04-02T19:11:16Z', text: 'NLS initialized' },
    ]);
  });

  test('a silence that is for want of rights is unknown', async () => {
    const journalctl = {
      stdout: '-- No entries --\n',
      stderr: 'Hint: You are currently not seeing messages from other users and the system.',
    };
    await expect(seen(griddLog, { commands: { journalctl } })).rejects.toMatchObject({
      ignorance: { kind: 'permission-denied' },
    });
    expect(await seen(griddLog, { commands: { journalctl: '-- No entries --\n' } })).toEqual([]);
  });

  test('without a journal syslog is read; without either nothing is known', async () => {
    const syslog =
      'Oct 18 06:55:46 guest cron[1]: x\nOct 18 06:55:46 guest nvidia-gridd[1985]: Unable to fetch the client configuration token file\n';
    expect(await seen(griddLog, { files: { '/var/log/syslog': syslog }, now: '2026-01-01T00:00:00Z' })).toEqual([
      { time: '2025-10-18T06:55:46Z', text: 'Unable to fetch the client configuration token file' },
    ]);
    await expect(seen(griddLog, {})).rejects.toBeInstanceOf(Unobservable);
  });

  test('a stamp without a year says no time where the source states none', () => {
    expect(parseGriddLine('Oct 18 06:55:46 guest nvidia-gridd[1985]: NLS initialized', null)).toEqual({
      time: null,
      text: 'NLS initialized',
    });
  });
});

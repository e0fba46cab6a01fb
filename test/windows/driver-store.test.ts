/** A driver of another kind goes and comes back: pnputil stood in for over a folder of INFs, cmd.exe and the file system are wine's. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeInf } from '../media/make-windows-package.ts';
import { MEDIA, startBareGuest, type BareGuest } from './bare-guest.ts';
import { bare } from './guests/bare.ts';
import { become } from './guests/changes.ts';
import { DISPLAYS, hardwareIds, json, type StandInAnswer } from './guests/guest.ts';
import { PCI_LOCATION } from './guests/registry-file.ts';
import { whyNot } from './wine.ts';

const MINUTE = 60_000;
/** As wine spells it: this test looks into it from outside, where small and capital letters differ. */
const INF_FOLDER = 'C:\\windows\\inf';
const KEPT = 'C:\\ProgramData\\gpu-guest\\kept-drivers\\537.70-oem3';
/** The data-centre driver, whose INF somebody has edited so that Windows takes it for a vGPU. */
const EDITED = makeInf({ version: '31.0.15.3770', devices: ['1eb8'], catalogue: 'nv_dispt.cat' });

/** As the original: exported under the name that Windows gave it, gone from devices and store, published and bound again. */
const pnputil: readonly StandInAnswer[] = [
  { to: `/export-driver oem3.inf ${KEPT}`, when: 'edited', does: [`copy ${INF_FOLDER}\\oem3.inf ${KEPT}\\oem3.inf`], text: 'Driver package exported successfully.\r\n' },
  { to: '/delete-driver oem3.inf /uninstall', when: 'edited', does: [...become('!edited'), `del ${INF_FOLDER}\\oem3.inf`], exitCode: 3010, text: '' },
  { to: `/add-driver ${KEPT}\\*.inf /install`, when: '!edited', does: [`copy ${KEPT}\\oem3.inf ${INF_FOLDER}\\oem3.inf`, ...become('edited')], text: '' },
  { to: '', exitCode: 2, text: '' },
];

const stopped: StandInAnswer = {
  to: DISPLAYS,
  when: 'edited',
  text: json([
    {
      Name: 'NVIDIA Tesla T4',
      PNPDeviceID: 'PCI\\VEN_10DE&DEV_1EB8&SUBSYS_130F10DE&REV_A1\\3&13C0B0C5&0&28',
      PNPClass: 'Display',
      ConfigManagerErrorCode: 43,
      Service: 'nvlddmkm',
      ...hardwareIds('VEN_10DE&DEV_1EB8&SUBSYS_130F10DE', '030200'),
      Location: `${PCI_LOCATION}(0,5,0)`,
      DriverVersion: '31.0.15.3770',
      InfPath: 'oem3.inf',
    },
  ]),
};

describe.skipIf(whyNot !== null)('a vGPU with the data-centre driver', { timeout: 6 * MINUTE }, () => {
  let guest: BareGuest;
  beforeAll(() => {
    guest = startBareGuest();
  }, 6 * MINUTE);
  afterAll(() => {
    guest.windows.end();
  });

  test('loses it, and has it again after the undo, the same bytes in the same place', () => {
    const { windows } = guest;
    const at = (path: string): string => join(windows.drive, path.replace('C:\\', '').replaceAll('\\', '/'));
    const is = bare(437, '3D Video Controller', 'Mandatory Label\\High Mandatory Level');
    windows.become({ ...is, answers: { ...is.answers, pnputil, powershell: [stopped, ...(is.answers.powershell ?? [])] } });
    writeFileSync(at('C:\\profile.yaml'), `goal: workstation\nmedia: 'C:\\${MEDIA}'\n`);
    writeFileSync(at(`${INF_FOLDER}\\oem3.inf`), EDITED);
    writeFileSync(at('C:\\stand-in\\state\\edited'), 'x');
    const [registry, files] = [guest.registry(), guest.files()];

    const diagnosed = windows.gpuGuest('diagnose', '--json');
    expect(diagnosed.stdout, diagnosed.stderr).toContain('"driver.wrong-kind"');
    const applied = windows.gpuGuest('apply', '--yes', '--json', '--profile', 'C:\\profile.yaml', '--steps', 'driver.remove-conflicting');
    expect(applied.code, `${applied.stdout}${applied.stderr}`).toBe(0);
    expect(guest.states()).toEqual([]);
    expect(existsSync(at(`${INF_FOLDER}\\oem3.inf`))).toBe(false);
    expect(readFileSync(at(`${KEPT}\\oem3.inf`), 'utf8')).toBe(EDITED);

    const undone = windows.gpuGuest('undo', '--yes', '--json');
    expect(undone.code, `${undone.stdout}${undone.stderr}`).toBe(0);
    expect(guest.states()).toEqual(['edited']);
    expect(readFileSync(at(`${INF_FOLDER}\\oem3.inf`), 'utf8')).toBe(EDITED);
    rmSync(at('C:\\profile.yaml'));
    expect([guest.registry(), guest.files()]).toEqual([registry, files]);
  });
});

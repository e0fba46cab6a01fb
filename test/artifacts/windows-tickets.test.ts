/**
 * Tickets of Windows guests, each judged by hand: PowerShell, pnputil, msinfo32, dxdiag, setupapi.dev.log, the registry, Device Manager
 * in three languages and the code pages that go with them. Written after Microsoft's and NVIDIA's documentation of each format.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { observerOf } from '../../src/artifacts/index.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { diagnose } from '../../src/engine/diagnose.ts';
import { detectFacts, judgingOf, survey } from '../../src/engine/survey.ts';
import { detectionDocument } from '../../src/report/detection-document.ts';
import { diagnosisDocument } from '../../src/report/diagnosis-document.ts';
import { toldDiagnosis } from '../../src/report/told-diagnosis.ts';
import { plainMsinfo } from '../../src/artifacts/msinfo.ts';
import { windowsDisplaysIn } from '../../src/probes/windows/display-records.ts';
import { languages, translator } from '../../src/words/translate.ts';

const FOLDER = 'test/outputs/windows-tickets';
/** `first`: what is to be mended first; `also`: what else may be found; anything more is a false finding. */
type Expected = { readonly first: string | null; readonly also?: readonly string[]; readonly verdict: string };
const expected = JSON.parse(readFileSync(`${FOLDER}/expected.json`, 'utf8')) as Record<string, Expected>;

const judged = async (name: string, bytes: Uint8Array = readFileSync(`${FOLDER}/${name}`)) => {
  const seen = await survey(observerOf([{ name, bytes }]), defaultProfile, { skipMedia: true });
  return { seen, ...diagnose(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen)) };
};

test('every ticket is judged', () => {
  expect(readdirSync(FOLDER).filter((name) => name !== 'expected.json').sort()).toEqual(Object.keys(expected).sort());
});

test.each(Object.entries(expected))('%s is judged as it was by hand', async (name, { first, also = [], verdict }) => {
  const { seen, findings, verdict: found } = await judged(name);
  const ids = findings.filter(({ severity }) => severity !== 'info').map(({ id }) => id);
  expect(seen.platform).toBe('windows');
  expect({ first: ids[0] ?? null, false: ids.slice(1).filter((id) => !also.includes(id)), verdict: found }).toEqual({
    first,
    false: [],
    verdict,
  });
});

/** What no administrator of Windows has. */
const LINUX = /\bsudo\b|\broot\b|lspci|apt(?:-get)?\b|\bdnf\b|journalctl|systemctl|\bdmesg\b|modprobe|gridd\.conf|nvidia-gridd|\/etc\/|\/usr\/|mokutil|kernel module/i;

test.each(Object.keys(expected))('%s is answered in words of Windows', async (name) => {
  const { findings, seen, verdict } = await judged(name);
  for (const language of languages) {
    const told = await translator(language);
    const document = diagnosisDocument(verdict, findings, detectionDocument(seen, told), told);
    const { causes, cause, next, unread } = toldDiagnosis(document, { kind: 'recorded', name }, told);
    expect(JSON.stringify({ causes, cause, next, unread })).not.toMatch(LINUX);
  }
});

test('a driver for Windows is of the branch that the table gives its number', async () => {
  const { seen } = await judged('02-cim-json-ps7-works.txt');
  const detected = await survey(observerOf([{ name: '-', bytes: readFileSync(`${FOLDER}/02-cim-json-ps7-works.txt`) }]), defaultProfile, {
    skipMedia: true,
    keys: detectFacts(observerOf([])),
  });
  for (const { choice } of [seen, detected]) expect(choice.driver).toMatchObject({ kind: 'chosen', branch: 535 });
});

describe('of two cards of one model', () => {
  const [works = '', stopped = ''] = readFileSync(`${FOLDER}/29-two-gpus-one-43.txt`, 'utf8').split(/\n(?=\nInstance)/).slice(1);
  test.each([
    ['the second', `${works}\n${stopped}`],
    ['the first', `${stopped}\n${works}`],
  ])('%s has stopped, and the other has not', (_, text) => {
    expect(windowsDisplaysIn(text).map(({ problem }) => problem).sort()).toEqual([0, 43]);
  });
});

test('a card that was there once is none of this guest', async () => {
  const { seen } = await judged('34-ghost-and-present.txt');
  expect(seen.gpus.map(({ deviceId }) => deviceId)).toEqual(['24b0']);
});

test('hardware ids alone name the card, and not its audio function', async () => {
  const text = 'Code 43 on PCI\\VEN_10DE&DEV_2236&SUBSYS_14BD10DE&REV_A1, audio PCI\\VEN_10DE&DEV_228B&SUBSYS_14BD10DE\n';
  const { seen } = await judged('-', new TextEncoder().encode(text));
  expect(seen.gpus).toMatchObject([{ deviceId: '2236', vgpu: { type: 'NVIDIA A10-8Q' } }]);
});

test.each(['This device cannot start. (Code 10)', 'VirtIO Balloon, PCI\\VEN_1AF4&DEV_1002: no driver (Code 28)'])(
  'what is said of another device is nothing of the GPU: %s',
  async (sentence) => {
    const text = `USB Controller: ${sentence}\nFriendlyName : NVIDIA L4\nInstanceId : PCI\\VEN_10DE&DEV_27B8&SUBSYS_16EE10DE&REV_A1\\1\nProblem : CM_PROB_NONE\nClass : Display\n`;
    expect((await judged('-', new TextEncoder().encode(text))).findings.map(({ id }) => id)).not.toContain('gpu.init-failed');
  },
);

test('a Linux guest that somebody has reached from a Windows of their own is none of Windows', async () => {
  const text = 'C:\\Users\\me> ssh admin@gpu-vm\nadmin@gpu-vm:~$ nvidia-smi -q | grep -i licen\n        License Status                    : Unlicensed (Restricted)\n';
  const { seen, findings } = await judged('-', new TextEncoder().encode(text));
  expect([seen.platform, findings[0]?.id]).toEqual(['linux', 'license.unlicensed-restricted']);
});

test('what is typed next is no part of what nvidia-smi said', async () => {
  const said = "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.";
  const text = `PS C:\\> nvidia-smi\n${said}\nPS C:\\> Get-Service NVDisplay.ContainerLocalSystem\n\nStatus   Name\n`;
  const { findings } = await judged('-', new TextEncoder().encode(text));
  expect(findings[0]?.evidence.map((one) => one.text)).toEqual([said]);
});

test('a property that Get-PnpDeviceProperty lists is one of its device', () => {
  const text = [
    'KeyName    : DEVPKEY_Device_ProblemCode',
    'Type       : UInt32',
    'Data       : 43',
    'InstanceId : PCI\\VEN_10DE&DEV_1EB8&SUBSYS_12A210DE&REV_A1\\3&18D45AA6&0&A8',
  ].join('\n');
  expect(windowsDisplaysIn(text)).toMatchObject([{ deviceId: '1eb8', problem: 43 }]);
});

test('a .nfo has its fields, whatever they are called', () => {
  const text = '<MsInfo><Category name="x"><Data>\n<項目><![CDATA[BIOS モード]]></項目>\n<値><![CDATA[レガシ]]></値>\n</Data></Category></MsInfo>';
  expect(plainMsinfo(text)).toContain('BIOS モード\tレガシ');
});

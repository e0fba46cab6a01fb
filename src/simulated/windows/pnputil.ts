/** `pnputil.exe` of a simulated Windows: what is connected, and the driver store (Microsoft Learn, "PnPUtil Command Syntax"). */
import { failed, succeeded, type Guest, type Program } from '../guest.ts';
import { devicesIn, DISPLAY_CLASS, hardwareIds, instanceOf, shownName, type Device } from './devices.ts';
import { bind, publish, publishedText, unpublish } from './driver-store.ts';
import { placeOf } from './place.ts';

export type PnputilWords = {
  readonly instance: string;
  readonly description: string;
  readonly className: string;
  readonly status: string;
  readonly started: string;
  readonly problem: string;
  readonly problemCode: string;
  readonly hardwareIds: string;
};

/** As Windows says it in each language. */
export const PNPUTIL_WORDS: Readonly<Record<'en' | 'zh' | 'ja', PnputilWords>> = {
  en: {
    instance: 'Instance ID:',
    description: 'Device Description:',
    className: 'Class GUID:',
    status: 'Status:',
    started: 'Started',
    problem: 'Problem',
    problemCode: 'Problem Code:',
    hardwareIds: 'Hardware IDs:',
  },
  zh: {
    instance: '实例 ID:',
    description: '设备描述:',
    className: '类 GUID:',
    status: '状态:',
    started: '已启动',
    problem: '问题',
    problemCode: '问题代码:',
    hardwareIds: '硬件 ID:',
  },
  ja: {
    instance: 'インスタンス ID:',
    description: 'デバイスの説明:',
    className: 'クラス GUID:',
    status: '状態:',
    started: '開始',
    problem: '問題',
    problemCode: '問題コード:',
    hardwareIds: 'ハードウェア ID:',
  },
};

const row = (label: string, value: string): string => `${label.padEnd(27)}${value}`;

function block(device: Device, words: PnputilWords): string {
  const [first = '', ...others] = hardwareIds(device);
  const { problem, driver } = device;
  return [
    row(words.instance, instanceOf(device)),
    row(words.description, shownName(device)),
    ...(driver === null ? [] : [row(words.className, DISPLAY_CLASS)]),
    row(words.status, problem === 0 ? words.started : words.problem),
    ...(problem === 0 ? [] : [row(words.problemCode, `${String(problem)} (0x${problem.toString(16).toUpperCase().padStart(2, '0')})`)]),
    row(words.hardwareIds, first),
    ...others.map((id) => row('', id)),
  ].join('\r\n');
}

/** `FOLDER\*.inf`, or one file. */
function infsAt({ files }: Guest, path: string): readonly string[] {
  const place = placeOf(path);
  if (!place.endsWith('/*.inf')) return files.text(place) === undefined ? [] : [place];
  const folder = place.slice(0, -'/*.inf'.length);
  return (files.names(folder) ?? []).filter((name) => name.endsWith('.inf')).map((name) => `${folder}/${name}`);
}

const NO_SUCH_FILE = 2;
const NO_DEVICE_TOOK_IT = 259;

function add(guest: Guest, path: string) {
  const infs = infsAt(guest, path);
  if (infs.length === 0) return failed('', NO_SUCH_FILE);
  const taken = infs.map((place) => bind(guest.files, publish(guest.files, guest.files.text(place) ?? ''), 0));
  return taken.some((count) => count > 0) ? succeeded() : { exitCode: NO_DEVICE_TOOK_IT };
}

export const pnputil =
  (words: PnputilWords): Program =>
  ([, verb, what = '', folder = ''], guest) => {
    const { files } = guest;
    if (verb === '/enum-devices')
      return succeeded(`Microsoft PnP Utility\r\n\r\n${devicesIn(files).map((one) => block(one, words)).join('\r\n\r\n')}\r\n`);
    if (verb === '/add-driver') return add(guest, what);
    const published = publishedText(files, what);
    if (published === undefined) return failed('', NO_SUCH_FILE);
    if (verb === '/delete-driver') unpublish(files, what);
    else files.write(`${placeOf(folder)}/${what}`, published);
    return succeeded();
  };

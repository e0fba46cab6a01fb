/** What Windows says of itself by any of its tools: Get-ComputerInfo, systeminfo, msinfo32, winver, dxdiag, `ver`. */
import { fieldOf, recordsIn, type WindowsRecord } from './records.ts';

export type WindowsSystem = {
  /** `Microsoft Windows Server 2022 Datacenter` */
  readonly name: string | null;
  /** `10.0.20348` */
  readonly version: string | null;
  readonly firmware: 'uefi' | 'bios' | null;
  readonly secureBoot: 'on' | 'off' | 'no-uefi' | null;
  readonly maker: string | null;
  readonly model: string | null;
  /** Windows's own word that it runs above a hypervisor; null: not said. */
  readonly hypervisor: boolean | null;
};

const OS_NAMES = [
  'OsName',
  'OS Name',
  'WindowsProductName',
  'OS 名称',
  'OS 名',
  'OS 名稱',
  'Operating System',
  '操作系统',
  'オペレーティング システム',
];
const OS_VERSIONS = ['OsVersion', 'OS Version', 'Version', 'OS 版本', 'OS バージョン', 'バージョン', '版本'];
const BIOS_MODES = ['BiosFirmwareType', 'BIOS Mode', 'Firmware Type', 'BIOS 模式', 'BIOS モード'];
const SECURE = ['Secure Boot State', '安全启动状态', 'セキュア ブートの状態'];
const MAKERS = ['CsManufacturer', 'System Manufacturer', '系统制造商', 'システム製造元'];
const MODELS = ['CsModel', 'System Model', '系统型号', '系统模型', 'システム モデル'];

const found = (records: readonly WindowsRecord[], names: readonly string[], like: RegExp): string | null => {
  for (const record of records) {
    const value = fieldOf(record, names);
    if (value !== null && like.test(value)) return value;
  }
  return null;
};

/** setupact.log, `bcdedit`, and the path of the loader say it where no tool with a name for it was asked. */
function firmwareIn(text: string, mode: string | null): WindowsSystem['firmware'] {
  if (mode !== null) return /uefi/i.test(mode) ? 'uefi' : 'bios';
  const detected =
    /Detected boot environment: (BIOS|U?EFI)/i.exec(text)?.[1] ??
    /\\winload\.(efi|exe)/i.exec(text)?.[1] ??
    /\(type: (BIOS|UEFI)\)/.exec(text)?.[1];
  if (detected === undefined) return null;
  return /efi/i.test(detected) ? 'uefi' : 'bios';
}

const SECURE_WORDS: readonly (readonly [RegExp, NonNullable<WindowsSystem['secureBoot']>])[] = [
  [/^(On|Enabled|打开|开启|启用|有効|オン)/i, 'on'],
  [/^(Off|Disabled|关闭|禁用|無効|オフ)/i, 'off'],
  [/^(Unsupported|不支持|サポートされていません)/i, 'no-uefi'],
];

const hypervisorIn = (text: string, records: readonly WindowsRecord[]): boolean | null => {
  const word = found(records, ['HyperVisorPresent'], /^(True|False)$/i);
  if (word !== null) return /true/i.test(word);
  return /A hypervisor has been detected|已检测到(?:虚拟机监控程序|管理程序)|ハイパーバイザーが検出されました/i.test(
    text,
  )
    ? true
    : null;
};

/** `Microsoft Windows [Version 10.0.20348.1006]`, in all languages. */
/** `Windows 10 Enterprise 64-bit (10.0, Build 19045) (…)` */
const DXDIAG = /Windows [^()\n]{1,60}\((\d+\.\d+), Build (\d+)\)/;
const BANNER = /Microsoft Windows \[[^\]\d]{0,20}(\d+\.\d+\.\d+)/;

const nameIn = (records: readonly WindowsRecord[]): string | null =>
  /(?:Microsoft )?Windows [^\r\n(\t]*[^\s\r\n(\t]/.exec(found(records, OS_NAMES, /Windows/i) ?? '')?.[0] ?? null;

function versionIn(text: string, records: readonly WindowsRecord[]): string | null {
  const [, dxVersion = '', dxBuild = ''] = DXDIAG.exec(text) ?? [];
  const dxdiag = dxBuild === '' ? '' : `${dxVersion}.${dxBuild}`;
  const said = found(records, OS_VERSIONS, /^(?:6|10)\.\d+\.\d+/) ?? BANNER.exec(text)?.[1] ?? dxdiag;
  return /^\d+\.\d+\.\d+/.exec(said)?.[0] ?? null;
}

function secureBootIn(records: readonly WindowsRecord[]): WindowsSystem['secureBoot'] {
  const said = found(records, SECURE, /\S/) ?? '';
  return SECURE_WORDS.find(([word]) => word.test(said))?.[1] ?? null;
}

/** Null everywhere where the text says nothing of a Windows. */
export function windowsSystemIn(text: string): WindowsSystem {
  const records = recordsIn(text);
  return {
    name: nameIn(records),
    version: versionIn(text, records),
    firmware: firmwareIn(text, found(records, BIOS_MODES, /UEFI|Legacy|BIOS|传统|旧版|レガシ/i)),
    secureBoot: secureBootIn(records),
    maker: found(records, MAKERS, /\S/),
    model: found(records, MODELS, /\S/),
    hypervisor: hypervisorIn(text, records),
  };
}

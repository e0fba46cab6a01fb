import type { WindowsGuest } from './guest.ts';
import { deviceKeys, machineKeys } from './registry-file.ts';

const T4 = (number: string): string => `PCI\\VEN_10DE&DEV_1EB8&SUBSYS_12A210DE&REV_A1\\3&267A616A&0&${number}`;

const connected = (number: string): string => `インスタンス ID:               ${T4(number)}
デバイスの説明:                3D ビデオ コントローラー
クラス GUID:                   不明
製造元の名前:                  不明
状態:                          問題
問題コード:                    28 (0x1C) [CM_PROB_FAILED_INSTALL]
ハードウェア ID:               PCI\\VEN_10DE&DEV_1EB8&SUBSYS_12A210DE&REV_A1
                               PCI\\VEN_10DE&DEV_1EB8&CC_030200
`;

/** Two T4 without a driver, on a machine where a policy forbids PowerShell; in Japanese. */
export const japanese: WindowsGuest = {
  registry: `${machineKeys({
    product: 'Windows 10 Enterprise',
    edition: 'Enterprise',
    build: '19045',
    display: '22H2',
    codePage: 932,
    firmware: 2,
    secureBoot: 0,
    maker: 'VMware, Inc.',
    model: 'VMware7,1',
  })}${[['28', '(0,5,0)'] as const, ['30', '(0,6,0)'] as const]
    .map(([number, at]) =>
      deviceKeys({
        instance: T4(number),
        name: '@pci.inf,%pci\\cc_0302.devicedesc%;3D ビデオ コントローラー',
        at,
        service: null,
        driver: null,
      }),
    )
    .join('')}`,
  answers: {
    powershell: [{ to: '', exitCode: 1, text: 'このプログラムはグループ ポリシーによってブロックされています。\r\n' }],
    pnputil: [
      {
        to: '/enum-devices /connected /ids',
        text: `Microsoft PnP ユーティリティ

インスタンス ID:               PCI\\VEN_15AD&DEV_0405&SUBSYS_040515AD&REV_00\\3&18D45AA6&0&78
デバイスの説明:                VMware SVGA 3D
クラス名:                      Display
クラス GUID:                   {4d36e968-e325-11ce-bfc1-08002be10318}
状態:                          開始
ハードウェア ID:               PCI\\VEN_15AD&DEV_0405&SUBSYS_040515AD&REV_00
                               PCI\\VEN_15AD&DEV_0405&CC_030000

インスタンス ID:               HDAUDIO\\FUNC_01&VEN_10DE&DEV_0083\\5&2B
デバイスの説明:                ハイ デフィニション オーディオ デバイス
状態:                          開始

${connected('28')}
${connected('30')}`.replaceAll('\n', '\r\n'),
      },
    ],
  },
};

/** Neither PowerShell nor pnputil may be used. */
export const silenced: WindowsGuest = { ...japanese, answers: {} };

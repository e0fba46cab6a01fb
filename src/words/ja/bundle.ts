import type { bundle as en } from '../en/bundle.ts';

export const bundle: Record<keyof typeof en, string> = {
  'media.offline-bundle.spoilt':
    'この bundle.json は途中で切れているか、変更されています。バンドルの内容を判断できないため、何も使用しません。バンドルをもう一度コピーするか、「gpu-guest bundle」で作り直してください。',
  'media.offline-bundle.missing':
    'オフラインバンドル {folder} に {file} がありません（元どおりでないファイル: {count} 個）。このバンドルは何も使用しません。全体をもう一度コピーし、そのフォルダーで「sha256sum -c SHA256SUMS」を実行して確認してください。',
  'media.offline-bundle.changed':
    'オフラインバンドル {folder} の {file} は、作成時のファイルと異なります（元どおりでないファイル: {count} 個）。このバンドルは何も使用しません。全体をもう一度コピーし、そのフォルダーで「sha256sum -c SHA256SUMS」を実行して確認してください。',
  'offline.is':
    '{release}、{arch}、カーネル {kernels} に必要なものがすべて入っています（パッケージ {packages} 個、{day} 作成）。パッケージはここからのみインストールし、リポジトリには接続しません。',
  'offline.other-release':
    'このオフラインバンドルは {made} 用ですが、このゲストは {guest} です。パッケージが合わないため、何も使用しません。「gpu-guest bundle --release {release}」で作り直すか、バンドルのないメディアフォルダーを指定してください。',
  'offline.other-arch':
    'このオフラインバンドルは {made} 用ですが、このゲストは {guest} です。何も使用しません。同じアーキテクチャのマシンで作り直すか、バンドルのないメディアフォルダーを指定してください。',
  'offline.other-kernel':
    'このオフラインバンドルはカーネル {made} 用ですが、このゲストが次に起動するカーネルは {kernel} です。そのヘッダーが入っていないため、ドライバーをビルドできません。「--kernel {kernel}」を付けてバンドルを作り直すか、対応するカーネルで起動してください。',
  'offline.lacking':
    'オフラインバンドル {folder} に {names} が入っていません。ここで適用するプロファイルで作り直すか、リポジトリに接続できる環境でバンドルのないメディアフォルダーを指定してください。',
};

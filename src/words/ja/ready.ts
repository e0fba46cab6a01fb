import type { ready as en } from '../en/ready.ts';

export const ready: Record<keyof typeof en, string> = {
  'ready.none': 'なし',
  'ready.right':
    'すでに整っています: カーネル {kernel} ({arch}) のドライバー {driver} ({kind}) は、{at} に終わった実行の時点と同じで、プロファイルも同じです。何も変更していません。ライセンスと GPU は改めて確認していません。確認するには「gpu-guest verify」を実行してください。',
  'ready.right.no-driver':
    'すでに整っています: ドライバーは不要で、インストールされていません。カーネル {kernel} ({arch}) は {at} に終わった実行の時点と同じで、プロファイルも同じです。何も変更していません。',
  'ready.differs': 'ゲストは、検証が済んだ {at} の時点と同じではありません:',
  'ready.differs.then': 'そのため、ゲストを改めて調べ、必要な手順を実行します。',
  'ready.not-known':
    'ゲストの現在の状態を読み取れないため、検証が済んだ {at} の時点と同じかどうかがわかりません。そのため、ゲストを改めて調べます。',
  'ready.differs.profile': 'プロファイルが異なります',
  'ready.differs.part': '{part}: 以前は {was}、現在は {is}',
  'ready.differs.file': '{path} が変更または追加されたか、なくなっています',
  'ready.differs.media': '{path} はメディアの新しいファイルです',
  'ready.part.driver': 'インストール済みのドライバー',
  'ready.part.kind': 'ドライバーの種類',
  'ready.part.module': '読み込まれているカーネルモジュール',
  'ready.part.kernel': '実行中のカーネル',
  'ready.part.nextKernel': '次回起動するカーネル',
  'ready.part.arch': 'アーキテクチャ',
  'ready.part.gpus': 'PCI バス上の GPU',
  'ready.part.held': '更新を保留しているパッケージ',
  'ready.part.program': 'このプログラムのバージョン',
};

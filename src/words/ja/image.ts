import type { image as en } from '../en/image.ts';

export const image: Record<keyof typeof en, string> = {
  'choice.mode.awaited': 'イメージをビルドするマシンにこのカードはありません。',
  'choice.none.mounted':
    'マウントしたイメージからは GPU が見えないため、適合するドライバーはありません。イメージのゲストに必要なものをプロファイルに記述してください: driver.kind、driver.version、driver.kernelModule。',
  'choice.image.guess':
    'プロファイルは種類 {kind} のドライバーを指定していますが、カードはここにありません。カードとホストに適合するかどうかは、イメージの初回起動時に分かります。',
  'choice.image.proprietary':
    'プロプライエタリのカーネルモジュールは推測による選択です。このブランチのカードの多くで使えるためです。Blackwell のカードと GH200 はオープンモジュールでのみ動作します。その場合は driver.kernelModule: open を指定してください。',
  'choice.image.open':
    'オープンカーネルモジュールは推測による選択です。NVIDIA が R560 以降で推奨しているためです。Turing より前のカードはプロプライエタリのモジュールでのみ動作します。その場合は driver.kernelModule: proprietary を指定してください。',
  'choice.licence.image': 'イメージにクライアント構成トークンは含まれません。各ゲストが初回起動時に受け取ります。',
  'choice.cuda.image':
    'カードのアーキテクチャはここでは分かりません。13.0 以降のツールキットは Turing 以降のカードでのみ動作します。',
  'step.image.driver.load': 'カードがここにないため、何もロードしません。イメージの初回起動時に確認します。',
  'step.image.driver.enroll-key':
    '鍵はイメージを起動するマシンのファームウェアに登録するもので、ここでは登録できません。モジュールが受け入れられるかどうかは初回起動時に確認します。',
  'step.image.license.service':
    'nvidia-gridd は起動のたびに開始されます。ここでは開始しません。イメージの初回起動時に確認します。',
  'step.image.license.service-enable':
    'イメージの起動のたびに nvidia-gridd が開始されるようにします。ここでは開始しません。',
  'step.image.license.wait': 'ライセンスを受けるカードがここにありません。イメージの初回起動時に確認します。',
  'step.image.verify':
    '最後に、イメージに含まれるものを確認します。モジュール、GPU、ライセンスは初回起動時に確認します。そのために {unit} を配置します。',
  'step.image.verify.done':
    'イメージに必要なものはそろっています。モジュール、GPU、ライセンスは初回起動時に確認します。',
  'check.image.driver': 'ドライバー {version}',
  'check.image.driver.none': 'ドライバーなし',
  'check.image.packages': '中断されたパッケージのインストールがない',
  'check.image.packages.interrupted': 'パッケージのインストールが中断されている',
  'check.image.module': '次回起動するカーネル {kernel} 用のモジュール {version}（{flavour}）',
  'check.image.module.none': '次回起動するカーネル {kernel} に NVIDIA のモジュールがない',
  'check.image.module.any': '次に起動するカーネル用のモジュールがある',
  'check.image.module.unread': '{file} を読み取れないため、次に起動するカーネルが分からない',
  'check.image.nouveau': 'nouveau が無効になっている',
  'check.image.nouveau.free': 'nouveau が無効になっていない',
  'check.image.nouveau.initramfs':
    'dracut が任意のマシン向けに作る initramfs では {file} が効かず、そこから nouveau が読み込まれる可能性がある',
  'check.image.initramfs': 'カーネル {kernel} の initramfs が {file} より新しい',
  'check.image.initramfs.old': 'それより古い',
  'check.image.initramfs.none': '存在しない',
  'check.image.config': 'FeatureType={type}',
  'check.image.config.none': 'FeatureType が設定されていない',
  'check.image.token': '有効なクライアント構成トークン',
  'check.image.token.later': '意図的になし: 各ゲストが初回起動時に受け取る',
  'check.image.token.none': 'なし',
  'check.image.service': '起動のたびに nvidia-gridd が開始される',
  'check.image.service.absent': 'nvidia-gridd がない',
  'check.image.service.off': '起動時に開始されない',
  'check.image.nvcc': 'nvcc {version}',
  'check.image.first-boot': '初回起動時に確認: モジュール、GPU、ライセンス',
  'check.image.first-boot.none': 'gpu-guest-first-boot.service が配置されていない',
  'cli.check.driver': 'ドライバー',
  'cli.check.packages': 'パッケージ',
  'cli.check.nouveau': 'nouveau',
  'cli.check.initramfs': 'initramfs',
  'cli.check.first-boot': '初回起動',
  'sim.image-without-gpu.title': 'GPU のないマシンでビルドするイメージ',
  'sim.image-without-gpu.story':
    'NVIDIA のカードがない Debian 12 のビルド用マシンです。次回は別のカーネルで起動します。メディアフォルダーには GRID パッケージと CUDA の runfile があります。プロファイルでドライバーを指定すると（driver.kind: grid）、イメージが起動するカーネル向けにすべてがインストールされ、カードが必要なものは初回起動時に確認されます。',
  'cli.command.first-boot':
    'イメージの初回起動時に、ビルドに使ったプロファイルに照らしてゲストを判定します（ユニットが呼び出します）',
  'step.first-boot.title': 'イメージの初回起動を確認させる',
  'first-boot.no-own-copy': 'このプログラムを自分でイメージにコピーできないため、初回起動を確認するものがありません。',
  'first-boot.nothing':
    'ここで判定するものはありません。プロファイルでビルドしたイメージではないか、初回起動の判定が済んでいます。',
  'first-boot.unreadable':
    '{path} を読み取れないため、このゲストがどうあるべきか分かりません。イメージのプロファイルで検証してください: `sudo gpu-guest verify --profile gpu.yml`。',
  'first-boot.ready': 'GPU Guest Assistant: このゲストは準備完了です（{gpus}）。',
  'first-boot.not-ready': 'GPU Guest Assistant: このゲストは準備ができていません: {why}',
  'first-boot.check': '{id}: 期待値 {expected}、実際 {found}。',
  'first-boot.more': '全体の結果: {file}。対処方法: `sudo gpu-guest diagnose`。',
  'cli.status.first-boot.ready': 'このゲストの初回起動の判定（{at}）: 準備完了（{gpus}）。',
  'cli.status.first-boot.not-ready': 'このゲストの初回起動の判定（{at}）: 準備未完了。{why} 現在の状態: `gpu-guest diagnose`。',
  'cli.status.first-boot.unreadable': '{path} はありますが読み取れないため、初回起動の判定結果が分かりません: `sudo gpu-guest verify`。',
  'step.image.verify.undo': '{unit} と、それが起動するこのプログラムのコピーを削除します。',
};

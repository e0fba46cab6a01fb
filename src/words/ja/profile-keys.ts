import type { profileKeys as en } from '../en/profile-keys.ts';

export const profileKeys: Record<keyof typeof en, string> = {
  'profile.key.schema': 'このファイルの形式のバージョン。',
  'profile.key.goal':
    'GPU の用途。auto: カードから決まります (vGPU はそのシリーズから、パススルーのデータセンター向けカードは compute)。compute: CUDA 計算。workstation: グラフィックスと、それに必要なライセンス。',
  'profile.key.media':
    'ドライバー、CUDA の runfile、クライアント構成トークンを置いたフォルダー。共有フォルダーや追加のディスクでもかまいません。',
  'profile.key.driver': 'ドライバー。',
  'profile.key.driver.kind':
    'grid: vGPU ゲストドライバー。ライセンスを使うパススルーのワークステーションにも使います。tesla: データセンター向けとワークステーション向けのカード。geforce: 一般向けのカード。none: ドライバーをインストールしません。',
  'profile.key.driver.source':
    'ドライバーの入手元。auto: メディアに適したものがあればそれを、なければディストリビューションのパッケージを使います。ファイルのパスでもかまいません。',
  'profile.key.driver.version':
    'auto: 最も適したもの。525.105.17 のようなバージョン番号や、535 のようなブランチでもかまいません。',
  'profile.key.driver.kernelModule':
    'カーネルモジュールの種類。auto: GPU とドライバーに必要なもの。どちらでもよい場合は、ドライバーが優先するもの。',
  'profile.key.license': 'vGPU、またはパススルーのワークステーションのライセンス。',
  'profile.key.license.featureType':
    'gridd.conf の FeatureType。0: なし。1: vGPU (製品はその種類から決まります)。2: パススルーの RTX Virtual Workstation。4: パススルーの Virtual Compute Server。',
  'profile.key.license.token':
    'クライアント構成トークン。auto: メディアにあるもの、またはすでに配置されているもの。none: トークンを配置しません。ファイルのパスでもかまいません。',
  'profile.key.license.waitSeconds': 'ライセンスを待つ時間 (秒)。過ぎると実行は失敗になります。',
  'profile.key.cuda': 'CUDA ツールキット。付属のドライバーは入れずにインストールします。',
  'profile.key.cuda.toolkit':
    'auto: メディアに適したものがあれば入れます。none: ツールキットを入れません。"12.1" のようなバージョン番号や、runfile のパスでもかまいません。',
  'profile.key.containers': 'GPU を使うコンテナー（NVIDIA Container Toolkit）。',
  'profile.key.containers.runtime':
    'none: コンテナーには手を加えません。auto: ゲストにあるすべてのランタイム。またはそのうちの 1 つ。ランタイム自体はインストールしません。',
  'profile.key.containers.toolkit':
    'auto: メディアフォルダーのパッケージ、なければゲストに設定済みのリポジトリ。media: メディアのみ。repository: NVIDIA のリポジトリ。なければ追加します。',
  'profile.key.path': 'どのログインからも、sudo やサービスからも、nvcc と CUDA のライブラリが見つかるようにします。',
  'profile.key.hold':
    '自動更新でドライバーが置き換わらないようにします。置き換わると、カーネルモジュールとライブラリのバージョンが食い違います。',
  'profile.key.reboot':
    '再起動が必要なときの動作。ask: 端末で尋ね、端末がなければ再起動しません。auto: 再起動し、実行は自動で続きます。never: 終了コード 10 で終わります。',
  'profile.key.image': 'ゴールデンイメージ用。',
  'profile.key.image.seal': 'このゲストを、クローンの元になるイメージにします。`apply --yes` の最後に `seal` を行います。',
  'profile.key.image.keepToken': 'トークンをイメージに残し、すべてのクローンで共用します。',
  'profile.windows.media':
    'ドライバー、CUDA のインストーラー、クライアント構成トークンを置いたフォルダー。別のドライブでもかまいません。共有は文字ではなく名前（\\\\server\\share）で書き、コンピューターのアカウントに読み取りを許可してください。再起動後の実行はシステムとして続きます。',
  'profile.windows.driver.source':
    'ドライバーの入手元。auto: メディア。ファイルのパスでもかまいません。',
  'profile.windows.license.featureType':
    'レジストリの GridLicensing キーの FeatureType。0: なし。1: vGPU (製品はその種類から決まります)。2: パススルーの RTX Virtual Workstation。4: パススルーの Virtual Compute Server。',
  'profile.windows.cuda.toolkit':
    'auto: メディアに適したものがあれば入れます。none: ツールキットを入れません。"12.1" のようなバージョン番号や、インストーラーのパスでもかまいません。',
  'profile.windows.path':
    'どのログインからも、サービスからも、nvcc と CUDA のライブラリが見つかるようにします (コンピューターの PATH と CUDA_PATH)。',
  'profile.init.title': 'GPU Guest Assistant のプロファイル: ゲストが達すべき状態。',
  'profile.init.from': '「gpu-guest profile init」({version}) が、このゲストの状態から作成しました:',
  'profile.init.guest': '{os}、カーネル {kernel}、{arch}',
  'profile.init.no-gpu': 'NVIDIA GPU は見つかりませんでした。以下は既定値です',
  'profile.init.use-check': '確認: gpu-guest profile check {file}',
  'profile.init.use-apply': '実行: sudo gpu-guest apply --profile {file} --yes --reboot auto',
  'profile.init.use-apply.windows':
    '管理者として実行: gpu-guest apply --profile {file} --yes --reboot auto',
  'profile.init.use-schema': 'エディターでの補完用: gpu-guest profile schema -o {schema}',
  'profile.init.here': 'このゲストでは: {what}',
  'profile.init.here.goal': '{goal}。このプロファイルを使うほかのゲストも同じになります。auto ではカードごとに決まります。',
  'profile.init.here.media':
    'このフォルダーには、ドライバー、CUDA のインストーラー、トークンと思われるファイルが {count} 個あります。',
  'profile.init.here.no-media':
    'このフォルダーはなく、ドライバー、CUDA のインストーラー、トークンを置いたほかのフォルダーも見つかりませんでした。お使いのフォルダーをここに書いてください。',
  'profile.init.here.given': 'このフォルダーは --media で指定されました。',
  'profile.init.here.word': '{word}。',
  'profile.init.here.packages': 'ディストリビューションのパッケージ {packages}。',
  'profile.init.here.installed': 'ドライバーはすでにインストールされています。',
  'profile.init.here.file': '{file}。',
  'profile.init.written': 'プロファイルは {path} にあります。読んで必要なところを変えてから、次を実行してください:',
  'profile.init.raised-windows': '2 つ目のコマンドは、「管理者として実行」で開いた端末で実行してください。',
  'profile.init.exists':
    '{path} はすでにあるため、変更していません。別のファイルを指定するか、--force で置き換えてください。',
  'profile.schema.written':
    'JSON Schema は {path} にあります。YAML 言語サーバーに対応したエディターは、同じフォルダーにあるプロファイルの先頭行からこれを読み込みます。',
  'profile.check.right': '誤りはありません',
  'profile.check.wrong': '誤り: {count} か所',
  'profile.check.needs-file':
    '「profile check」には FILE が必要です: gpu-guest profile check gpu.yml (- は標準入力)。',
  'profile.one-source': '「profile {action}」に余分な語があります:「{word}」。',
  'profile.no-option': '「profile {action}」にオプション {option} はありません。',
  'profile.and-more': '{first}\n{then}',
  'cli.command.profile':
    'init [SOURCE]: ゲストの状態から注釈付きのプロファイルを作成します (-o FILE。なければ標準出力) · check FILE…: プロファイルに誤りがないか、どの行の何が誤りかを示します · schema: エディターの補完に使う JSON Schema を出力します',
};

import type { libraries as en } from '../en/libraries.ts';

export const libraries: Record<keyof typeof en, string> = {
  'choice.libraries.not-wanted': 'プロファイルは要求していません。',
  'choice.libraries.no-major': 'どの CUDA 向けかが示されていません。',
  'choice.libraries.other-major': 'CUDA {made} 向けです。ここのツールキットは CUDA {cuda} で、ビルドは 1 つのメジャーバージョンにのみ対応します。',
  'choice.libraries.no-runtime': 'ライブラリ本体のパッケージ（libcudnn9-cuda-12 や libnccl2 など）がフォルダーにありません。',
  'choice.libraries.media': 'メディアにある CUDA {cuda} 向けの最新版: {version}。',
  'choice.libraries.made-for': 'このゲストにある（またはインストールする）CUDA {cuda} 向けです。',
  'choice.libraries.by-name': '名前によれば CUDA {cuda} 向けです。内容は、先にインストールする tar と xz で確認します。',
  'choice.libraries.no-cuda': 'CUDA ツールキットが選ばれていないため、合うビルドを判断できません。{why}',
  'choice.libraries.repository': 'ゲストに設定済みのリポジトリにある {version}（CUDA {cuda} 向け）。',
  'choice.libraries.none-in-media':
    'メディアに、ここで使える CUDA {cuda} 向けのビルドがありません。CUDA {cuda} 向けの NVIDIA のアーカイブ（.tar.xz、.txz）かパッケージをメディアフォルダーに置いてください。',
  'choice.libraries.none-offered':
    'ゲストのリポジトリに CUDA {cuda} 向けのビルドがありません。NVIDIA の CUDA リポジトリを追加するか、アーカイブをメディアフォルダーに置いて `auto` を指定してください。',
  'choice.libraries.none':
    'メディアにもゲストのリポジトリにも CUDA {cuda} 向けのビルドがありません。CUDA {cuda} 向けの NVIDIA のアーカイブ（.tar.xz、.txz）かパッケージをメディアフォルダーに置いてください。',
  'media.archive-no-xz':
    'xz がないため、このアーカイブの内容を一覧できません。xz をインストールし（`sudo apt-get install xz-utils`、`sudo dnf install xz`、`sudo zypper install xz`）、フォルダーを読み直してください。',
  'media.archive-broken': 'アーカイブを展開できません。途中で切れているか、転送中に変わっています。もう一度ダウンロードしてください。tar の出力: {line}',
  'step.cudnn.install.title': 'cuDNN をインストール',
  'step.nccl.install.title': 'NCCL をインストール',
  'step.libraries.done': '{library} {version} はロードでき、このゲストの CUDA に合っています（{path}）。',
  'step.libraries.no-list': 'インストール済みのパッケージを読み取れないため、{library} をインストールしません。',
  'step.libraries.no-manager':
    'このゲストには apt、dnf、zypper のいずれもないため、{library} のパッケージをインストールできません。NVIDIA のアーカイブ（.tar.xz、.txz）を使ってください。',
  'step.libraries.no-folder':
    'ここの CUDA ツールキットはディストリビューションのもので、{library} を置く専用フォルダーがありません。{library} のパッケージか、NVIDIA のツールキットを使ってください。',
  'step.libraries.archive': '{library} {version} のヘッダーと共有ライブラリを CUDA ツールキットのフォルダーに展開します。{reason}',
  'step.libraries.packages':
    '{library} {version} をインストールします。先にパッケージマネージャーで模擬実行し、ドライバーのパッケージが追加・変更・削除される場合は、何も変えずに停止します。{reason}',
  'step.libraries.local-repository':
    'ローカルリポジトリのパッケージから {library} {version} をインストールします。後で削除するフォルダーに展開し、この CUDA 向けのパッケージだけをインストールします。ゲストにリポジトリは追加しません。先にパッケージマネージャーで模擬実行し、ドライバーのパッケージが追加・変更・削除される場合は停止します。{reason}',
  'step.libraries.undo': '展開したものを削除し、置き換えたファイルを元に戻します。パッケージを削除し、ローダーの一覧を作り直します。',
  'check.libraries': '{library} をロードできる',
  'check.libraries.cuda': 'CUDA {cuda} 向けの {library} をロードできる',
  'check.libraries.absent': 'インストールされていません',
  'check.libraries.unavailable': 'インストールされていません。{why}',
  'check.libraries.trouble': 'ロードできません: {trouble}',
  'check.libraries.found': '{version}（CUDA {made} 向け）',
  'fact.libraries': 'cuDNN と NCCL',
  'fact.libraryOffers': 'リポジトリにある cuDNN、NCCL、fabric manager',
  'question.libraries': 'cuDNN と NCCL はロードできるか、どの CUDA 向けか？',
  'question.libraryOffers': 'リポジトリに cuDNN、NCCL、fabric manager はあるか？',
  'finding.libraries.fix.apply':
    'このツールで行う場合: プロファイルの `libraries:` の下に `{key}: auto` と書き、この CUDA 向けの NVIDIA のアーカイブをメディアフォルダーに置いて、`sudo gpu-guest apply --profile FILE` を実行します。',
  'finding.libraries.not-loading.title': 'CUDA 用のライブラリをロードできません',
  'finding.libraries.not-loading.detail': '{library} はインストールされています（{path}）が、システムのローダーがロードできません。これを使うプログラムはすべて失敗します。',
  'finding.libraries.not-loading.detail.said':
    'プログラムが {library} を探しましたが、見つかりませんでした。インストールされていないか、システムのローダーが探さない場所にあります。Python 環境やコンテナーの中のプログラムには、その中に必要です。',
  'finding.libraries.not-loading.fix.look':
    'ゲストにあるかどうかを確かめます: `ldconfig -p | grep {file}`。何も表示されなければ、ツールキットの CUDA 用のビルドをインストールします。自前で持ち込むフレームワーク（`pip install torch`、`nvidia-cudnn-cu12`）は、その環境の中で直します。',
  'finding.libraries.not-loading.fix.1':
    '不足しているものは根拠に示されています。「not found」のライブラリは CUDA のもの（対応するツールキットをインストール）か、削除されています。「file too short」はコピーが途中で切れたことを示します（再インストール）。',
  'finding.libraries.other-cuda.title': 'ライブラリがツールキットとは別の CUDA 向けです',
  'finding.libraries.other-cuda.detail':
    '{library} は CUDA {made} 向けですが、このゲストのツールキットは CUDA {toolkit} です。両方を使ってここでビルドしたプログラムは起動しないか、最初の呼び出しで失敗します。独自の CUDA を持つプログラム（PyTorch の wheel、コンテナー）には影響しません。',
  'finding.libraries.other-cuda.fix.1':
    '手動で行う場合: `libcudnn9-cuda-12` のように名前の末尾がツールキットのメジャーバージョンのビルドをインストールし、もう一方を削除します。',
  'run.failed.not-rehearsed': '{program} でインストールの模擬実行ができず、ドライバーに影響しないことを確認できません。何もインストールしていません。最後の行: {line}',
  'run.failed.driver-at-risk':
    '模擬実行では、ドライバーのパッケージが追加・変更・削除されます: {names}。何もインストールしていません。依存関係のない NVIDIA のアーカイブか、ドライバーを必要としないリポジトリのパッケージを使ってください。',
  'cli.media.what.cudnn': 'cuDNN',
  'cli.media.what.nccl': 'NCCL',
  'cli.media.what.fabric-manager': 'fabric manager',
  'cli.check.containers': 'コンテナー',
  'cli.check.cudnn': 'cuDNN',
  'cli.check.nccl': 'NCCL',
  'cli.check.fabric': 'NVSwitch ファブリック',
  'cli.check.persistence': '永続モード',
  'cli.check.topology': 'GPU 間の接続',
  'profile.key.libraries': 'CUDA 用のライブラリ。ツールキットに合うビルドを選びます。ドライバーは含まれません。',
  'profile.key.libraries.cudnn':
    '深層学習用の cuDNN。none: 変更しません。auto: メディアフォルダーから、なければゲストに設定済みのリポジトリから取得します。media、repository: それぞれからのみ取得します。',
  'profile.key.libraries.nccl':
    '複数の GPU を連携させる NCCL。none: 変更しません。auto: メディアフォルダーから、なければゲストに設定済みのリポジトリから取得します。media、repository: それぞれからのみ取得します。',
};

export const findingsCuda = {
  'finding.cuda.missing.title': 'CUDA ツールキットがインストールされていません',
  'finding.cuda.missing.detail':
    'このゲストには nvcc もツールキットもありません。CUDA ライブラリを同梱したプログラムは動きますが、CUDA コードのコンパイルはできません。',
  'finding.cuda.missing.fix.media':
    'ドライバーに合う CUDA の runfile がメディアフォルダー（/mnt/Shared/nv または `--media`）にあれば、`sudo gpu-guest apply` がツールキットだけをインストールします。あるかどうかは `gpu-guest plan` で確認できます。',
  'finding.cuda.missing.fix.1':
    '手動ではツールキットだけを入れます: `sudo sh cuda_<バージョン>_linux.run --silent --toolkit`、または NVIDIA のリポジトリから `{install} cuda-toolkit-<X-Y>`。',
  'finding.cuda.missing.fix.runfile':
    '手動ではツールキットだけを入れます: `sudo sh cuda_<バージョン>_linux.run --silent --toolkit`。',
  'finding.cuda.missing.fix.2':
    '付属のドライバー（`--driver`、パッケージ `cuda` や `cuda-drivers`）は入れないでください。vGPU では GRID ドライバーが置き換えられます。',
  'finding.cuda.driver-too-old.title': 'ドライバーがこの CUDA ツールキットに対して古すぎます',
  'finding.cuda.driver-too-old.detail':
    'CUDA {cuda} にはドライバー {floor} 以降が必要ですが、ゲストは {driver} です。これでビルドしたプログラムは「CUDA driver version is insufficient for CUDA runtime version」で停止します。',
  'finding.cuda.driver-too-old.detail.said':
    'CUDA プログラムが拒否されました。プログラムの CUDA バージョンがドライバーより新しいためです。',
  'finding.cuda.driver-too-old.fix.said': 'より新しいドライバーをインストールします（vGPU ではホストのリリースが受け入れるもの）。',
  'finding.cuda.driver-too-old.fix.1':
    'ドライバー {floor} 以降をインストールします（vGPU ではホストのリリースが受け入れるもの）。',
  'finding.cuda.driver-too-old.fix.2':
    'または古いツールキットを使います。このドライバーで動く最新の CUDA バージョンは `nvidia-smi` に表示されます。',
  'finding.cuda.package-replaces-driver.title': 'CUDA パッケージが合わないドライバーを持ち込みます',
  'finding.cuda.package-replaces-driver.detail':
    'パッケージ {name} は、この vGPU に必要な GRID ドライバーを NVIDIA の一般公開ドライバーで上書きします。GPU は受け付けられず、ライセンスも失われます。',
  'finding.cuda.package-replaces-driver.detail.soon':
    'パッケージ {name} は NVIDIA の一般公開ドライバーに属します。GRID ドライバーはまだありますが、次の更新で置き換えられ、vGPU が受け付けられなくなる可能性があります。',
  'finding.cuda.package-replaces-driver.fix.1':
    'これらのパッケージを削除し、ツールキットだけを残します: `{remove} {names}` の後に `{install} cuda-toolkit-<X-Y>`。',
  'finding.cuda.package-replaces-driver.fix.dnf':
    '/etc/yum.repos.d にある NVIDIA リポジトリのセクションで一般公開ドライバーを除外します: `excludepkgs=nvidia-driver*,nvidia-open*,nvidia-kmod*,kmod-nvidia*,cuda-drivers*`。',
  'finding.cuda.package-replaces-driver.fix.zypper':
    "一般公開ドライバーを除外します: `sudo zypper addlock 'nvidia-*G0*' 'x11-video-nvidiaG0*' 'nvidia-open*' 'cuda-drivers*' cuda-cloud-opengpu`。",
  'finding.cuda.package-replaces-driver.fix.2':
    '/etc/apt/preferences.d/no-public-nvidia で一般公開ドライバーを除外します: `Package: nvidia-driver* nvidia-open* cuda-drivers*`、`Pin: release *`、`Pin-Priority: -1`。',
  'finding.cuda.profile-without-cuda.title': 'この vGPU タイプでは CUDA が動きません',
  'finding.cuda.profile-without-cuda.detail':
    'CUDA ツールキットはありますが、vGPU タイプ {type} は CUDA に対応していません。A・B シリーズと、Maxwell カードの小さい Q タイプでは動作しません。ドライバーを変えても同じです。',
  'finding.cuda.profile-without-cuda.fix.1':
    'ホストの管理者に次のように依頼します:「この仮想マシンには Q または C シリーズの vGPU タイプを割り当ててください。CUDA を実行する必要があります。」',
  'finding.cuda.profile-without-cuda.fix.2':
    '新しいタイプにはそのシリーズのライセンスが必要です（Q: 仮想ワークステーション、C: コンピュートサーバーまたは AI Enterprise）。',
  'finding.cuda.gpu-too-old.title': 'この CUDA ツールキットはこの GPU をサポートしていません',
  'finding.cuda.gpu-too-old.detail':
    'CUDA {cuda} は {gpu} 用のコードを生成できません。この GPU をサポートする最後のメジャーバージョンは CUDA {last} です。',
  'finding.cuda.gpu-too-old.fix.1': 'CUDA {last} のツールキットを併せてインストールします（`--toolkit` のみ）。',
  'finding.cuda.gpu-too-old.fix.2':
    '/usr/local/cuda をそれに向けます: `sudo ln -sfn /usr/local/cuda-<X.Y> /usr/local/cuda`。',
  'finding.cuda.blocked-unlicensed.title': 'ライセンスがないため CUDA が利用できません',
  'finding.cuda.blocked-unlicensed.detail':
    'ライセンスのない vGPU は現在制限されています。nvidia-smi は動作しますが、CUDA プログラムは「operation not supported」で失敗するか、メモリ待ちになります。',
  'finding.path.fix.apply': 'このツールでパスを設定します: `sudo gpu-guest apply --steps path.configure`。',
  'finding.path.nvcc-missing.title': 'nvcc はインストール済みですが見つかりません',
  'finding.path.nvcc-missing.detail':
    'ツールキットは {path} にありますが、次の種類のシェルでは nvcc が見つかりません: {shells}。',
  'finding.path.nvcc-missing.fix.1':
    '手動では /etc/environment の PATH の行に /usr/local/cuda/bin を追加し、ログインし直します。',
  'finding.path.not-in-sudo.title': 'sudo で nvcc が見つかりません',
  'finding.path.not-in-sudo.detail':
    'sudo は独自の PATH（secure_path）を使うため nvcc が見つかりません。sudo なしでは成功する CUDA のビルドが、`sudo make` や `sudo pip install` では失敗します。',
  'finding.path.not-in-sudo.fix.1':
    '手動では次のようにします（/usr/local/bin は secure_path に含まれますが、リンクだけでは動作しません）: `printf \'#!/bin/sh\\nexec /usr/local/cuda/bin/nvcc "$@"\\n\' | sudo tee /usr/local/bin/nvcc && sudo chmod 755 /usr/local/bin/nvcc`。',
  'finding.path.stale.title': '存在しない CUDA フォルダーを指すパスがあります',
  'finding.path.stale.detail':
    '{file} は存在しない CUDA フォルダーを指しています。シェルは nvcc を見つけられないか、古いものを見つけます。',
  'finding.path.stale.fix.1':
    '手動では {file} から {folders} を削除するか、常に使用中のツールキットを指すバージョンなしの /usr/local/cuda に書き換えます。',
  'finding.path.stale.fix.link': '手動では、リンク先のないこのリンクを削除します: `sudo rm {link}`。',
} as const;

import type { multiGpu as en } from '../en/multi-gpu.ts';

export const multiGpu: Record<keyof typeof en, string> = {
  'choice.fabric.not-wanted': 'プロファイルは fabric manager を要求していません。',
  'choice.fabric.no-driver': 'どのバージョンのドライバーになるかが不明です。fabric manager はそれと完全に同じバージョンでなければなりません。',
  'choice.fabric.other-version': 'これは {version} で、ドライバーは {driver} です。fabric manager は完全に同じバージョンのドライバーでのみ動作します。',
  'choice.fabric.none':
    'メディアにもゲストのリポジトリにも、ドライバーに必要な fabric manager {version} がありません。完全に同じバージョンのパッケージ（nvidia-fabricmanager）をメディアフォルダーに置いてください。',
  'choice.fabric.fits': 'ドライバーと完全に同じバージョン {version} です。',
  'step.fabric.install.title': 'NVSwitch ファブリックを構成',
  'step.fabric.install.todo':
    'このゲストの NVSwitch の数: {count}。ドライバーと完全に同じバージョンの fabric manager {version} をインストールして起動し、すべての GPU が登録されるまで待ちます。',
  'step.fabric.install.start': 'fabric manager {version} はインストール済みですが、動作していないか、起動時に開始されません。',
  'step.fabric.install.waits': 'fabric manager は動作しています。まだ登録されていない GPU の数: {count}。',
  'step.fabric.install.done': 'fabric manager {version} は動作しており、起動時にも開始されます。待っている GPU はありません。',
  'step.fabric.install.no-switch': 'このゲストに NVSwitch は割り当てられていないため、fabric manager は不要です。',
  'step.fabric.install.elsewhere':
    'GPU が NVSwitch ファブリックを待っていますが、このゲストに NVSwitch は割り当てられていません。fabric manager はホストまたはサービス用ゲストで動作します。これらの GPU のパーティションを有効にするよう、ホストの管理者に依頼してください。',
  'step.fabric.install.image': 'ここにはカードがないため、NVSwitch があるかどうか分かりません。イメージから作ったゲストで `gpu-guest apply` を実行してください。',
  'step.fabric.install.no-manager': 'このゲストには apt、dnf、zypper のいずれもないため、fabric manager をインストールできません。',
  'step.fabric.install.undo': 'fabric manager を停止して削除し、以前のパッケージに戻します。これがないと、NVSwitch 配下の GPU で CUDA は動作しません。',
  'step.driver.persistence.title': 'GPU を初期化したままにする',
  'step.driver.persistence.todo': '永続モードを今回と起動のたびに有効にします。プログラムが、ドライバーによる GPU の起動を待たずに済みます。',
  'step.driver.persistence.done': '永続モードは有効で、起動のたびに有効になります。',
  'step.driver.persistence.vgpu': 'カード全体の割り当てはありません。vGPU はホスト側で初期化されたまま保たれます。',
  'step.driver.persistence.not-in-profile': 'プロファイルは永続モードを要求していません。',
  'step.driver.persistence.undo': 'ユニットを削除し、この実行で有効にした場合は永続モードを無効にします。',
  'check.fabric': 'ドライバー {driver} の fabric manager が動作し、待っている GPU がない',
  'check.fabric.absent': 'インストールされていません',
  'check.fabric.stopped': '{version} はインストール済みですが、動作していないか、起動時に開始されません',
  'check.fabric.runs': '{version} が動作しています',
  'check.fabric.waiting': '未登録の GPU: {count}',
  'check.persistence': '永続モードが、現在も起動のたびにも有効',
  'check.persistence.on': '有効（起動のたびにも有効）',
  'check.persistence.off': '無効な GPU: {count}',
  'check.persistence.not-kept': '有効ですが、起動時には有効になりません',
  'check.topology': 'GPU の各ペアの接続（NV#: NVLink、SYS が最も遅い）',
  'fact.nvSwitches': 'NVSwitch',
  'fact.gpuUnits': 'カード全体に関するサービス',
  'fact.topology': 'GPU 間の接続',
  'fact.memory': '空きメモリ',
  'question.nvSwitches': 'このゲストに NVSwitch は割り当てられているか？',
  'question.gpuUnits': 'fabric manager と永続モードは起動時に開始されるか？',
  'question.topology': 'GPU はどのように接続されているか？',
  'question.memory': 'ビルドと展開に使えるメモリはどれだけあるか？',
  'choice.fabric.subnet': 'NVIDIA の NVLink Subnet Manager です。HGX B200 以降では Fabric Manager とあわせて必要です。',
  'step.fabric.install.both':
    'このゲストの NVSwitch は InfiniBand の機能を通して管理されます (HGX B200 以降)。ドライバーと完全に同じバージョンの Fabric Manager {version} と NVLink Subnet Manager (nvlsm) をインストールします。どちらも Fabric Manager が起動し、すべての GPU の登録を待ちます。',
  'step.fabric.install.besides': 'Fabric Manager {version} はインストール済みです。HGX B200 以降で必要な NVLink Subnet Manager (nvlsm) とカーネルモジュール ib_umad がそろっていません。',
  'step.fabric.install.no-subnet-manager':
    'このゲストの NVSwitch には NVLink Subnet Manager (パッケージ nvlsm) が必要ですが、メディアにもこのゲストのリポジトリにもありません。パッケージをメディアフォルダーに置くか、NVIDIA の CUDA リポジトリを追加してください。',
  'check.fabric.no-subnet-manager': '{version} はインストール済みですが、ここで必要な NVLink Subnet Manager (nvlsm) がありません',
  'fact.subnetManager': 'NVLink Subnet Manager',
  'question.subnetManager': 'NVLink Subnet Manager を必要とする NVSwitch がこのゲストにあるか？',
  'finding.fabric.no-subnet-manager.title': 'Fabric Manager に NVLink Subnet Manager がありません',
  'finding.fabric.no-subnet-manager.detail':
    'HGX B200 以降の NVSwitch は、Fabric Manager が起動する NVIDIA の NVLink Subnet Manager (nvlsm) が設定します。ここにはインストールされていないため Fabric Manager は起動できず、CUDA は「system not yet initialized」(エラー 802) で失敗します。',
  'finding.fabric.no-subnet-manager.detail.module':
    'NVLink Subnet Manager はカーネルモジュール ib_umad を通して NVSwitch と通信しますが、このモジュールがロードされていません。そのため Fabric Manager は起動できず、CUDA は「system not yet initialized」(エラー 802) で失敗します。',
  'finding.fabric.no-subnet-manager.fix.program': 'NVIDIA の CUDA リポジトリからパッケージ nvlsm をインストールします: `sudo apt-get install nvlsm`、または `sudo dnf install nvlsm`。',
  'finding.fabric.no-subnet-manager.fix.module': 'モジュールを今すぐ、また起動のたびにロードします: `sudo modprobe ib_umad && echo ib_umad | sudo tee /etc/modules-load.d/ib_umad.conf`。',
  'finding.fabric.no-subnet-manager.fix.restart': 'Fabric Manager を起動し直します: `sudo systemctl restart nvidia-fabricmanager && systemctl status nvidia-fabricmanager`。',
  'finding.multi-gpu.fix.fabric':
    'または、このツールで行います: プロファイルの `multiGpu:` の下に `fabricManager: auto` と書き、`sudo gpu-guest apply --profile FILE` を実行します。',
  'finding.multi-gpu.fix.persistence':
    '起動のたびに有効にするには: プロファイルの `multiGpu:` の下に `persistence: true` と書き、`sudo gpu-guest apply --profile FILE` を実行します。',
  'finding.gpu.mixed-models.title': 'アーキテクチャの異なる GPU が 1 つのドライバーを共有しています',
  'finding.gpu.mixed-models.detail':
    '{models} があります。1 つのドライバーですべてを動かすため、公開リストで全モデルが挙げられているのは R{first} から R{last} までのブランチだけです。すべてのカードで動かすプログラムでは、最も古いカードが CUDA ツールキットの上限も決めます。',
  'finding.gpu.mixed-models.detail.none': '{models} があります。公開リストには、すべてを動かせるドライバーのブランチがありません。どれをインストールしても、使えないカードが残ります。',
  'finding.gpu.mixed-models.fix.1': '故障ではありません。最も古いカードの上限より新しいドライバーや CUDA が必要な場合は、カードを別々のゲストに割り当てます。',
  'finding.gpu.mixed-models.fix.host': 'これらのカードを別々のゲストに割り当てるよう、ホストの管理者に依頼してください。',
  'room.driver': 'ドライバーのビルド',
  'room.cuda': 'CUDA ツールキットの展開',
  'room.library': '{name} の展開',
  'room.fabric': 'fabric manager のインストール',
  'room.containers': 'コンテナーツールキットのインストール',
  'step.preflight.no-memory':
    '{what}には約 {neededMiB} MiB のメモリが必要です（当方の見積もり）が、スワップを含めた空きは {freeMiB} MiB です。途中でカーネルに停止されます。ほかのプログラムを止めるか、ゲストのメモリを増やすか、スワップを追加してください: `sudo fallocate -l 2G /swapfile && sudo chmod 600 /swapfile && sudo mkswap /swapfile && sudo swapon /swapfile`。',
  'profile.key.multiGpu': 'カード全体の割り当てと、複数枚の構成。',
  'profile.key.multiGpu.fabricManager':
    'ドライバーと完全に同じバージョンの NVIDIA fabric manager。NVSwitch がゲストに割り当てられている場合のみインストールします。none: 変更しません。auto: メディアフォルダーから、なければゲストに設定済みのリポジトリから取得します。media、repository: それぞれからのみ取得します。',
  'profile.key.multiGpu.persistence': '永続モード: プログラムが使っていない間も GPU を初期化したまま保ちます。起動のたびに有効になります。カード全体の割り当てでのみ使います。',
};

export const findingsSystem = {
  'finding.kernel.headers-unavailable.title': '実行中のカーネルのヘッダーがありません',
  'finding.kernel.headers-unavailable.detail':
    'カーネル {kernel} 用にドライバーのモジュールをビルドする必要がありますが、そのヘッダーはインストールされておらず、リポジトリにもありません。カーネルがリポジトリの提供範囲より古いためです。別のカーネルや種別のヘッダーでは代用できません。',
  'finding.kernel.headers-unavailable.detail.not-installed':
    'カーネル {kernel} 用にドライバーのモジュールをビルドする必要がありますが、そのヘッダーがインストールされていないため、DKMS はビルドできません。別のカーネルや種別のヘッダーでは代用できません。',
  'finding.kernel.headers-unavailable.fix.1':
    '索引を更新してもう一度試します: `sudo apt-get update && sudo apt-get install linux-headers-$(uname -r)` または `sudo dnf install kernel-devel-$(uname -r)`、SUSE では `sudo zypper refresh && sudo zypper install kernel-default-devel`。',
  'finding.kernel.headers-unavailable.fix.2':
    '提供が終わっている場合は、同じ種別のカーネルとヘッダーを一緒に更新します: クラウドの Debian は `sudo apt-get install linux-image-cloud-amd64 linux-headers-cloud-amd64`、Ubuntu は `sudo apt-get install linux-generic`、RHEL は `sudo dnf upgrade kernel kernel-devel`。',
  'finding.kernel.headers-unavailable.fix.3':
    '新しいカーネルで再起動してからドライバーをインストールします: `sudo reboot`、`sudo gpu-guest apply`。',
  'finding.packages.locked.title': 'パッケージマネージャーが使用中です',
  'finding.packages.locked.detail':
    '{holder} がパッケージマネージャーのロックを保持しています。終わるまで何もインストールできません。初回起動時は自動更新であることが多いです。',
  'finding.packages.locked.another': '別のプログラム',
  'finding.packages.locked.fix.1':
    '終了を待ちます: 初回起動後は `sudo cloud-init status --wait`、または `{watch}` で確認します。',
  'finding.packages.locked.fix.2':
    'ロックファイルは削除しないでください。パッケージデータベースが壊れます。`sudo gpu-guest apply` は自動的に待機します。',
  'finding.packages.broken.title': 'パッケージが途中までしか入っていないか、互いに合いません',
  'finding.packages.broken.detail.unmet':
    'パッケージマネージャーが依存関係を解決できません。必要なパッケージが有効なリポジトリのどこにもないか、インストール済みのものと矛盾しています。何もインストールされていません。',
  'finding.packages.broken.detail':
    '一部のパッケージが途中までしかインストールされておらず、パッケージマネージャーはそれ以上の処理を受け付けません。ドライバーも不完全な可能性があります。',
  'finding.packages.broken.fix.unmet':
    'どのパッケージが足りないかを確認し、それを含むリポジトリを有効にします（Red Hat 系では dkms は EPEL にあります）。または、必要なものがそろうバージョンのドライバーを選びます。',
  'finding.packages.broken.fix.apt':
    '中断した処理を完了させます: `sudo dpkg --configure -a && sudo apt-get --fix-broken install`。',
  'finding.packages.broken.fix.dnf': 'パッケージの整合性を戻します: `sudo dnf check` の後に `sudo dnf distro-sync`。',
  'finding.packages.broken.fix.zypper': 'パッケージの整合性を戻します: `sudo zypper verify`。',
  'finding.disk.full.title': 'ディスクの空きがありません',
  'finding.disk.full.detail':
    '{mount} の空きは {freeMiB} MiB だけです。モジュールも initramfs も作成できませんが、パッケージマネージャーは成功と表示することがあります。',
  'finding.disk.full.detail.said':
    'インストール中にディスクがいっぱいになりました。モジュールも initramfs も作成できませんが、パッケージマネージャーは成功と表示することがあります。',
  'finding.disk.full.fix.1':
    '空きを作ります: `sudo apt-get clean` または `sudo dnf clean all`、`sudo journalctl --vacuum-size=100M`、古いカーネルは `sudo apt-get autoremove --purge`。',
  'finding.disk.full.fix.2': 'または、この仮想マシンのディスクを拡張し、ファイルシステムを広げます。',
  'finding.hypervisor.id-visible.title': 'ハイパーバイザーの ID がゲストから見えます',
  'finding.hypervisor.id-visible.detail':
    'プロセッサーの CPUID にハイパーバイザー（{name}）が示されています。Linux 用ドライバーにも、データセンター、RTX、vGPU のドライバーにも影響はなく、vGPU ではこのままにしておくことを推奨します。',
  'finding.hypervisor.id-visible.fix.1': '対処は不要です。',
  'finding.hypervisor.none.title': 'ハイパーバイザーが検出されません',
  'finding.hypervisor.none.detail':
    'このマシンには仮想化の形跡がありません。物理マシンか、仮想化が完全に隠されています。',
  'finding.hypervisor.none.fix.1':
    '対処は不要です。物理マシンにはデータセンター用または GeForce ドライバーが適し、GRID ゲストドライバーは仮想マシン用です。',
  'finding.hypervisor.id-visible.detail.geforce':
    'ゲストからハイパーバイザー（{name}）が見えており、{gpu} のドライバーは {driver} です。{first} より前の Windows 用 GeForce ドライバーは、ハイパーバイザーが見えると起動を拒み、デバイスはコード 43 で停止します。',
  'finding.hypervisor.id-visible.fix.driver':
    '最善の方法: ゲストに GeForce ドライバー {first} 以降をインストールします。仮想マシンで動作し、何も隠す必要はありません。',
  'finding.hypervisor.id-visible.fix.host':
    "古いドライバーを使い続ける必要がある場合は、ホストの管理者に次のように伝えます: 「この仮想マシンからハイパーバイザーの ID を隠し、シャットダウンしてから起動し直してください。OpenStack（libvirt）: イメージプロパティ `img_hide_hypervisor_id=true`、またはフレーバーのプロパティ `hw:hide_hypervisor_id=true`（Ussuri より前は `hide_hypervisor_id`）。libvirt: `<features>` の下に `<kvm><hidden state='on'/></kvm>` と `<hyperv><vendor_id state='on' value='none'/></hyperv>`。Proxmox: `cpu: host,hidden=1`。vSphere: .vmx ファイルに `hypervisor.cpuid.v0 = \"FALSE\"`。」",
  'finding.hypervisor.id-visible.fix.useless':
    'ID を隠すこと（OpenStack の `img_hide_hypervisor_id`、`hw:hide_hypervisor_id`）が役立つのは、Windows で 465.89 より前のドライバーを使う GeForce カードだけです。vGPU、データセンターカードや RTX カード、Linux ゲスト、新しいドライバー、ライセンスのないゲスト、原因の異なるコード 43 には効果がありません。また、ゲストの速度と時計の安定に役立つ機能が失われます。',
} as const;

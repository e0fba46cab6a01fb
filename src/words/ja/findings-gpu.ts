export const findingsGpu = {
  'finding.gpu.none.title': 'ゲストに NVIDIA GPU がありません',
  'finding.gpu.none.detail':
    'ゲストの PCI バスに NVIDIA デバイスがありません。ゲスト内では解決できず、ホストが GPU を割り当てる必要があります。',
  'finding.gpu.none.fix.1':
    'ホストの管理者に次のように伝えます: 「この仮想マシンに NVIDIA GPU（vGPU またはパススルー）を割り当ててください。ゲストで `lspci -d 10de:` を実行しても何も表示されません。OpenStack: フレーバーのプロパティ `resources:VGPU=1`、カード全体の場合は `pci_passthrough:alias=<エイリアス>:1`。libvirt: 種類が mdev または pci の `<hostdev>`。Proxmox: `hostpci0: <アドレス>,mdev=<種類>`（カード全体の場合は mdev なし）。vSphere: PCI デバイス（NVIDIA GRID vGPU または DirectPath I/O）。」',
  'finding.gpu.none.fix.2': 'クラウドでは、GPU 付きのインスタンスタイプまたはフレーバーを選びます。',
  'finding.gpu.init-failed.title': 'ドライバーが GPU を起動できません',
  'finding.gpu.init-failed.detail':
    'ドライバーは読み込まれ GPU を保持していますが、起動に失敗しました。nvidia-smi も CUDA もデバイスを検出できません。',
  'finding.gpu.init-failed.detail.code':
    'ドライバーは読み込まれ GPU を保持していますが、{code} で起動に失敗しました。{stage}nvidia-smi も CUDA もデバイスを検出できません。',
  'finding.gpu.init-failed.detail.interrupt':
    'GPU は PCI バス上にありますが割り込みが割り当てられていないため、ドライバーは GPU を使えません。nvidia-smi も CUDA もデバイスを検出できません。',
  'finding.gpu.init-failed.fix.interrupt':
    'ホストの管理者に次のように依頼します:「この仮想マシンの GPU に割り込みがありません（ログを添付します）。パススルーの設定を確認し、ACPI を有効にした q35 マシンで、このデバイスの MSI を許可して仮想マシンを起動してください。」',
  'finding.gpu.init-failed.fix.interrupt.guest':
    'ゲスト側で割り込みを無効にしていないか確認します: `cat /proc/cmdline` に `acpi=off`、`noapic`、`pci=nomsi` がないこと。',
  'finding.gpu.init-failed.stage.environment': 'GPU を取り巻くシステム環境（多くは割り込み）が要件を満たしていません。',
  'finding.gpu.init-failed.stage.attach':
    'ドライバーが GPU に接続できませんでした。vGPU では多くの場合ホストに合わないドライバー、パススルーでは合わないカーネルモジュールの種類か、読めないデバイスメモリが原因です。',
  'finding.gpu.init-failed.stage.init': 'GPU の状態を初期化できませんでした。',
  'finding.gpu.init-failed.stage.load': 'GPU のエンジンを起動できませんでした。',
  'finding.gpu.init-failed.stage.memory': 'バス経由（DMA または BAR）で GPU のメモリにアクセスできませんでした。',
  'finding.gpu.init-failed.stage.vbios': 'GPU のビデオ BIOS を読み取れませんでした。',
  'finding.gpu.init-failed.stage.firmware':
    'GPU システムプロセッサー（GSP）のファームウェアを読み込めませんでした。/lib/firmware/nvidia/ にドライバーと同じバージョンのものが必要です。',
  'finding.gpu.init-failed.stage.other': 'ログにはこれ以上明確な理由がありません。',
  'finding.gpu.init-failed.fix.1': '失敗の前後のドライバーのメッセージを確認します: `sudo dmesg | grep -A 8 NVRM`。',
  'finding.gpu.init-failed.fix.2':
    'ドライバーが正しいか確認します: `gpu-guest detect` がインストール済みのものと適合するものを比較します。',
  'finding.gpu.init-failed.fix.3':
    'ドライバーが正しい場合は、ホストの管理者に次のように依頼します:「この仮想マシンの GPU は PCI バス上にありますが起動しません（ログを添付します）。ホストのログを確認し、GPU をリセットして仮想マシンを起動し直してください。」',
  'finding.gpu.vgpu-not-presented.title': 'vGPU のはずが物理カード全体が見えています',
  'finding.gpu.vgpu-not-presented.detail':
    'gridd.conf ではこのゲストは vGPU を使う設定（FeatureType=1）ですが、見えているのは物理カード {gpu} です。ホストがカードをパススルーしているため、vGPU のライセンスは要求も付与もされません。',
  'finding.gpu.vgpu-not-presented.fix.1':
    'ホストの管理者に次のように依頼します:「この仮想マシンには物理カードではなく vGPU（vGPU タイプを設定した mdev または SR-IOV 仮想機能）を割り当ててください。」',
  'finding.gpu.vgpu-not-presented.fix.2':
    'カード全体を使う意図であれば、/etc/nvidia/gridd.conf でワークステーション用途は `FeatureType=2` に設定し、計算用途はその行を削除します。',
  'finding.gpu.fallen-off-bus.title': 'GPU がバスから切り離されました',
  'finding.gpu.fallen-off-bus.detail':
    '{address} の GPU が PCI バス上で応答しなくなりました。使用中のプログラムは失敗し、リセットするまで回復しません。原因は通常ホスト側（電源、温度、スロット、またはホストでのリセット）にあります。',
  'finding.gpu.fallen-off-bus.fix.1':
    'ゲストを完全にシャットダウンしてから起動し直します（ゲスト内の再起動ではカードはリセットされません）。',
  'finding.gpu.fallen-off-bus.fix.2':
    'ホストの管理者に次のように依頼します:「この仮想マシンの {address} の GPU がバスから切り離されました（Xid 79）。ホストのログ、電源、温度を確認し、カードをリセットしてください。」',
  'finding.gpu.xid.title': 'ドライバーが GPU エラー（Xid）を報告しています',
  'finding.gpu.xid.detail': '{count} 件の報告のうち最後は {address} の Xid {xid} です。{meaning}',
  'finding.gpu.xid.program':
    'プログラムが GPU に不正な処理をさせたか、途中で停止されました。ほかのプログラムには影響しません。',
  'finding.gpu.xid.memory':
    'GPU メモリに訂正不能なエラーがあるか、不良セルが使用停止になりました。GPU をリセットするまで結果が正しくない可能性があります。',
  'finding.gpu.xid.firmware':
    'GPU システムプロセッサー（GSP）が応答しなくなりました。リセットするまで GPU は使用できません。',
  'finding.gpu.xid.link': 'NVLink 接続にエラーがあります。',
  'finding.gpu.xid.hardware': 'カード自体に障害があります（コントローラー、電源、または接続）。',
  'finding.gpu.xid.other': '意味は docs.nvidia.com/deploy/xid-errors に記載されています。',
  'finding.gpu.xid.fix.program':
    '該当行にあるプログラム（pid）を調べます。`compute-sanitizer` で実行するか、プログラムを更新します。',
  'finding.gpu.xid.fix.1':
    'ホストの管理者に次のように依頼します:「この仮想マシンの GPU が Xid {xid} を報告しています（ログを添付します）。カードを点検し、リセットしてください。」',
  'finding.pci.bar-unassigned.title': 'GPU のメモリ領域にアドレスが割り当てられていません',
  'finding.pci.bar-unassigned.detail':
    '{address} の GPU のメモリ領域 BAR{bar} にアドレスが割り当てられず、ドライバーがカードにアクセスできません。仮想マシンのアドレス窓がこの GPU には小さすぎ、ゲストからは変更できません。',
  'finding.pci.bar-unassigned.fix.1':
    'ホストの管理者に次のように依頼します:「この仮想マシンでは GPU の BAR がマップされていません。q35 マシンと UEFI（OVMF）で起動し、ホスト CPU のアドレス幅を使い、64 ビット MMIO 窓を GPU メモリの 2 倍以上にしてください。」',
  'finding.pci.bar-unassigned.fix.2':
    'QEMU: `-fw_cfg name=opt/ovmf/X-PciMmio64Mb,string=65536`、libvirt では `pci-hole64`。VMware: `pciPassthru.use64bitMMIO=TRUE` と `pciPassthru.64bitMMIOSizeGB=64`（またはそれ以上）。',
  'finding.pci.bar-unassigned.fix.3':
    'それまでの間、ゲストのカーネルコマンドラインに `pci=realloc` を追加すると改善することがあります。',
  'finding.guest.is-host.title': 'これはゲストではなくハイパーバイザーです',
  'finding.guest.is-host.detail':
    'nvidia-smi によると、このマシンは vGPU を提供する側です。必要なのはホストの vGPU Manager で、ゲストドライバー、トークン、gridd.conf は不要です。',
  'finding.guest.is-host.fix.1': 'GPU を使う仮想マシンの中で `gpu-guest` を実行してください。',
  'finding.mig.no-instances.title': 'MIG が有効ですがインスタンスがありません',
  'finding.mig.no-instances.detail':
    '{address} の GPU は MIG モードですが、MIG デバイスがありません。nvidia-smi には GPU が表示されても、CUDA はデバイスを検出できません。Ampere のカードでは MIG モードがカードに保存され、設定した仮想マシンがなくなっても残ります。Hopper 以降では、ドライバーが読み込まれている間だけ有効です。',
  'finding.mig.no-instances.fix.1': 'GPU 全体を使う場合は、MIG を無効にして再起動します: `sudo nvidia-smi -mig 0`。または、プロファイルの `mig:` の下に `mode: off` と書き、`sudo gpu-guest apply --profile FILE` を実行します。',
  'finding.mig.no-instances.fix.2':
    'MIG を使う場合はインスタンスを作成します: `sudo nvidia-smi mig -lgip` でプロファイルを一覧し、`sudo nvidia-smi mig -cgi <プロファイル> -C` で作成します。または、プロファイルの `mig:` の下に `layout: 1g.10gb x7` のように書くと、起動のたびに作成し直されます。',
  'finding.mig.change-pending.title': 'MIG モードの変更がカードのリセットを待っています',
  'finding.mig.change-pending.detail.enabled':
    '{address} の GPU で MIG が有効に設定されましたが、まだ反映されていません。先にカードのリセットが必要ですが、カードが使用中だったか、ハイパーバイザーがゲストからのリセットを許可していません。',
  'finding.mig.change-pending.detail.disabled':
    '{address} の GPU で MIG が無効に設定されましたが、まだ反映されていません。先にカードのリセットが必要ですが、カードが使用中だったか、ハイパーバイザーがゲストからのリセットを許可していません。',
  'finding.mig.change-pending.fix.1':
    'ゲストを再起動します。GPU を使うものがなく、ハイパーバイザーが許可する場合は、`sudo nvidia-smi --gpu-reset` でも同じです。',
  'finding.mig.change-pending.fix.2':
    '再起動後も変わらない場合は、GPU を使用しているもの（DCGM、監視、デスクトップ）を停止し、`sudo nvidia-smi -mig 1` または `-mig 0` でモードを設定し直して再起動します。',
  'finding.fabric.not-running.title': 'NVSwitch ファブリックが構成されていません',
  'finding.fabric.not-running.detail':
    'NVSwitch ファブリックを待っている GPU の数: {count}。NVIDIA の fabric manager が動作していないか、処理が終わっていないため、GPU が登録されていません。登録されるまで、nvidia-smi にすべての GPU が表示されても、CUDA は "system not yet initialized"（エラー 802）で失敗します。',
  'finding.fabric.not-running.detail.said':
    'CUDA は「system not yet initialized」（エラー 802）で拒否しますが、nvidia-smi には GPU が表示されます。NVSwitch につながる GPU は、NVIDIA Fabric Manager に登録されるまでこのように応答します。Fabric Manager が動いていないか、登録がまだ終わっていません。',
  'finding.fabric.not-running.fix.1':
    'ゲストが起動した直後であれば、1 分待ってからもう一度確認します。登録には時間がかかります。何を待っているかは `journalctl -u nvidia-fabricmanager -b` で確認できます。',
  'finding.fabric.not-running.fix.2':
    'GPU は見えるが NVSwitch は見えないゲスト（`lspci -d 10de: | grep -i switch` に何も出ない）では、fabric manager をゲスト内で動かしません。これらの GPU のパーティションを有効にするよう、ホストの管理者に依頼してください。',
  'finding.fabric.version-mismatch.title': 'fabric manager とドライバーのバージョンが一致しません',
  'finding.fabric.version-mismatch.detail':
    'fabric manager（{fabric}）はドライバー {driver} では動作しません。両者のバージョンは完全に一致している必要があります。動作するまで NVSwitch ファブリックは構成されず、CUDA は "system not yet initialized"（エラー 802）で失敗します。',
  'finding.fabric.version-mismatch.fix.1':
    'ドライバーと同じバージョン {driver} をインストールします: `sudo apt-get install nvidia-fabricmanager-<ブランチ>={driver}*` または `sudo dnf install nvidia-fabric-manager-{driver}`。そのバージョンが提供されていない場合は、ドライバーと fabric manager の両方を、提供されている同じバージョンにそろえます。',
  'finding.fabric.version-mismatch.fix.2':
    '起動します: `sudo systemctl enable --now nvidia-fabricmanager && systemctl status nvidia-fabricmanager`。',
  'finding.fabric.version-mismatch.fix.3':
    '更新で再びずれないように、両方を固定します: `sudo apt-mark hold …` または `sudo dnf versionlock add …`。',
  'finding.gpu.init-failed.detail.windows':
    'デバイスマネージャーが {gpu} にコード {code} を表示しています。Windows がデバイスを起動できないか、ドライバーを読み込めないため、どのプログラムも GPU を使えません。',
} as const;

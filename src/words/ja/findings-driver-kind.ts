export const findingsDriverKind = {
  'finding.driver.wrong-kind.title': 'この GPU に合わない種類の NVIDIA ドライバーです',
  'finding.driver.wrong-kind.detail':
    'この GPU（{gpu}）は vGPU ですが、ドライバー {driver} は一般公開のデータセンター用または GeForce 用です。物理カードは認識しても vGPU は認識しないため、GPU を受け付けません。vGPU には GRID ゲストドライバーが必要です。',
  'finding.driver.wrong-kind.detail.feature':
    'gridd.conf はライセンス機能（FeatureType={featureType}）を要求していますが、ドライバー {driver} は GRID ドライバーではありません。これらの機能は GRID ドライバーにしかないため、ライセンスは取得されません。',
  'finding.driver.wrong-kind.fix.1':
    'このドライバーを削除し（runfile は `sudo nvidia-uninstall`、パッケージは `sudo apt-get purge` または `sudo dnf remove`）、ホストの vGPU リリースに対応する GRID ゲストドライバーをインストールします。',
  'finding.driver.wrong-kind.fix.2':
    'GRID ドライバーは NVIDIA ライセンスポータル、クラウド事業者、またはホストの管理者から入手し、メディアフォルダーに置きます。`gpu-guest media` が適合するファイルを示します。',
  'finding.driver.wrong-kind.fix.compute':
    '計算だけが目的であれば、このドライバーのままで構いません。/etc/nvidia/gridd.conf から FeatureType の行を削除します。',
  'finding.driver.host-guest-mismatch.title': 'ゲストドライバーとホストドライバーに互換性がありません',
  'finding.driver.host-guest-mismatch.detail':
    'ホストは vGPU Manager {host}、ゲストのドライバーは {guest} です。NVIDIA がサポートするのは、ホストと同じリリース、同じブランチ、または一つ前のブランチのゲストドライバーで、より新しいものは使えません。この組み合わせでは vGPU が起動しません。',
  'finding.driver.host-guest-mismatch.detail.logged':
    'ホストのログによると、ゲストとホストのドライバーのバージョンに互換性がなく、vGPU は無効にされています。ゲストにはデバイスが見えますが、起動できません。',
  'finding.driver.host-guest-mismatch.fix.1':
    'ホストの vGPU リリースに対応する GRID ゲストドライバーをインストールします。適合するバージョンは `gpu-guest detect` が示します。',
  'finding.driver.host-guest-mismatch.fix.2':
    '`gpu-guest plan` で実行内容を確認し、`sudo gpu-guest apply` で実行します。',
  'finding.driver.host-guest-mismatch.fix.3':
    'そのドライバーを使えない場合は、ホストの管理者に依頼します:「ホストの vGPU リリースを教え、対応する Linux ゲストドライバーを提供してください。または vGPU Manager を更新してください。」',
  'finding.driver.gpu-dropped-from-branch.title': 'このドライバーブランチはこの GPU をサポートしていません',
  'finding.driver.gpu-dropped-from-branch.detail':
    'この GPU（{gpu}）のサポートはブランチ {last} までで、ドライバー {driver} はそれより新しいため GPU を無視します。',
  'finding.driver.gpu-dropped-from-branch.detail.ignored':
    'ドライバーは {address} の GPU を無視しています。この GPU に対応する最後のブランチは、このドライバーより古いものです。ログにはそのブランチ名がありません。',
  'finding.driver.gpu-dropped-from-branch.fix.find':
    '対応する最後のブランチを調べます: ゲストで `gpu-guest detect` を実行するか、`lspci -nn` の ID を使って `gpu-guest catalog gpu 10de:<デバイス ID>` を実行します。このドライバーを削除し、そのブランチの最新リリースをインストールします。',
  'finding.driver.gpu-dropped-from-branch.detail.ignored.last':
    'この GPU（{gpu}）はブランチ {last} までサポートされていました。このゲストのドライバーはそれより新しく、GPU を無視しています。',
  'finding.driver.gpu-dropped-from-branch.fix.1':
    'このドライバーを削除し、ブランチ {last} の最新リリースをインストールします。',
  'finding.driver.gpu-dropped-from-branch.fix.2':
    '更新で新しいブランチに移らないように、パッケージを `sudo apt-mark hold` または `sudo dnf versionlock add` で固定します。',
  'finding.driver.branch-too-old-for-gpu.title': 'ドライバーが GPU より古いです',
  'finding.driver.branch-too-old-for-gpu.detail':
    'この GPU（{gpu}）はドライバー {first} 以降でサポートされます。ドライバー {driver} はこの GPU を知らないため受け付けません。',
  'finding.driver.branch-too-old-for-gpu.fix.1':
    'バージョン {first} 以降のドライバーをインストールします（vGPU ではホストのリリースが受け入れるもの）。',
  'finding.driver.open-module-required.title': 'この GPU にはオープンカーネルモジュールが必要です',
  'finding.driver.open-module-required.detail':
    'NVIDIA はこの GPU（{gpu}）をオープンカーネルモジュールでのみ駆動します。プロプライエタリモジュールは GPU を検出しても起動できません。',
  'finding.driver.open-module-required.fix.1':
    '同じドライバーのオープン版をインストールします: `nvidia-open…` または `…-open` という名前のパッケージ、もしくは runfile に `--kernel-module-type=open` を指定します。',
  'finding.driver.open-module-required.fix.2':
    '完了後、`cat /proc/driver/nvidia/version` に「Open Kernel Module」と表示されます。',
  'finding.driver.open-module-unsupported.title': 'オープンカーネルモジュールではこの GPU を駆動できません',
  'finding.driver.open-module-unsupported.detail':
    'オープンカーネルモジュールには、ゲストから使える GPU システムプロセッサー（GSP）が必要です。{gpu} にはそれがないため（Turing より前のカード、および Turing・Ampere カードの vGPU）、ドライバーは受け付けません。',
  'finding.driver.open-module-unsupported.detail.gsp':
    'ドライバーは {gpu} に GPU システムプロセッサー（GSP）がないと報告していますが、このカードには搭載されています。ゲストとカードの間の何か（不適切なゲストカーネル、またはパススルーの方法）がそれを隠しています。',
  'finding.driver.open-module-unsupported.fix.1':
    '同じドライバーのプロプライエタリ版をインストールします: 名前に `-open` を含まないパッケージ、または runfile に `--kernel-module-type=proprietary` を指定します。',
  'finding.driver.open-module-unsupported.fix.gsp':
    'ゲストのカーネルを更新し、再起動して再度確認します。解消しない場合は、すべてのメモリ領域を含めてカード全体をパススルーするよう、ホストの管理者に依頼します。',
} as const;

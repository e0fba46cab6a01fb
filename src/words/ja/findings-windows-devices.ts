export const findingsWindowsDevices = {
  'finding.fix.plan-and-apply.windows':
    '`gpu-guest plan` で何が行われるかを確認し、管理者のコンソールで `gpu-guest apply` を実行します。',
  'finding.driver.module-signature-rejected.title.windows': 'Windows が署名を理由にドライバーを拒否しています',
  'finding.driver.module-signature-rejected.detail.windows':
    'Windows が {gpu} のドライバーのデジタル署名を検証できず（コード 52）、読み込みません。パッケージのファイルが変更または破損しているか、カタログの署名者をこの Windows が信頼していません。どのプログラムも GPU を使えません。',
  'finding.driver.module-signature-rejected.fix.windows.1':
    'NVIDIA またはクラウド事業者が配布するパッケージを、変更せずにインストールします。INF ファイルの編集や再パッケージは署名を壊します。`Get-AuthenticodeSignature <パッケージ>` が Valid と表示される必要があります。',
  'finding.driver.module-signature-rejected.fix.windows.2':
    'パッケージに変更がない場合は、Windows を最新の状態にします（Windows Update）。古い Windows は新しい署名を知りません。署名の検査やセキュアブートは無効にしないでください。',
  'finding.driver.reboot-pending.detail.windows':
    'デバイスマネージャーが {gpu} にコード 14 を表示しています。ドライバーはインストール済みで、Windows を再起動すると GPU が動作します。',
  'finding.gpu.init-failed.detail.disabled':
    'デバイスマネージャーが {gpu} にコード 22 を表示しています。デバイスが Windows で無効にされているため、どのプログラムも GPU を使えません。',
  'finding.gpu.init-failed.fix.enable':
    "デバイスマネージャーで有効にするか、管理者の PowerShell で `Get-PnpDevice -Class Display | Where-Object InstanceId -like 'PCI\\VEN_10DE*' | Enable-PnpDevice` を実行します。",
  'finding.gpu.init-failed.fix.windows':
    'ドライバーが正しいかを確認し（`gpu-guest detect` が適合するものを示します）、クリーンインストールを選んで入れ直します。',
  'finding.gpu.init-failed.fix.1.windows':
    'デバイスマネージャーがこの GPU について示す内容とコードを確認します: `Get-PnpDevice -Class Display | Format-List FriendlyName,InstanceId,Problem,Status`。',
  'finding.pci.bar-unassigned.detail.windows':
    'デバイスマネージャーが {gpu} にコード 12 を表示しています。Windows はカードのメモリを置く場所を見つけられませんでした。仮想マシンのアドレス領域がこの GPU には小さすぎ、ゲストからは変更できません。',
  'finding.gpu.none.fix.1.windows':
    'ホストの管理者に次のように伝えます: 「この仮想マシンに NVIDIA GPU（vGPU またはパススルー）を接続してください。ゲストのデバイスマネージャーにベンダー 10DE の PCI デバイスがありません。」`pnputil /enum-devices /connected /ids` が接続中のデバイスを一覧します。',
  'finding.gpu.vgpu-not-presented.detail.windows':
    'レジストリではこのゲストは vGPU を使うことになっていますが（FeatureType 1）、ゲストからは物理カード {gpu} が見えます。ホストがカードをパススルーしているため、vGPU ライセンスは要求も付与もされません。',
  'finding.gpu.vgpu-not-presented.fix.2.windows':
    'カード全体を使う場合は、レジストリの GridLicensing キーの FeatureType を、ワークステーションなら 2 にし、計算用なら値を削除します。',
  'finding.driver.wrong-kind.detail.feature.windows':
    'レジストリはライセンス対象の機能を要求していますが（FeatureType={featureType}）、ドライバー {driver} は GRID ドライバーではありません。これらの機能は GRID ドライバーだけにあるため、何もライセンスされません。',
  'finding.driver.wrong-kind.fix.1.windows':
    'このドライバーを削除し（設定 > アプリ > NVIDIA グラフィックス ドライバー、その後再起動）、ホストの vGPU リリースに対応する Windows 用 GRID ゲストドライバーをインストールします。',
  'finding.driver.wrong-kind.fix.compute.windows':
    '計算だけに使う場合、ドライバーはそのままで構いません。レジストリの GridLicensing キーから値 FeatureType を削除します。',
  'finding.driver.host-guest-mismatch.fix.2.windows':
    'NVIDIA ライセンスポータルから、そのリリースの Windows ゲストドライバー（ファイル名 `…_grid_win10_…_64bit_international.exe`）をインストールします。Windows の番号はホストの番号と異なります。',
  'finding.driver.host-guest-mismatch.fix.3.windows':
    'そのドライバーを使えない場合は、ホストの管理者に依頼します: 「ホストの vGPU リリースを教え、その Windows ゲストドライバーを提供するか、vGPU Manager を更新してください。」',
  'finding.driver.gpu-dropped-from-branch.fix.2.windows':
    '再び新しいブランチに移されないように、ポリシー「Windows Update からドライバーを除外する」でこのゲストのドライバー更新を除外します。',
  'finding.driver.gpu-dropped-from-branch.fix.find.windows':
    'どのブランチかを調べます: ゲストで `gpu-guest detect` を実行するか、デバイスマネージャー（詳細 > ハードウェア ID）の DEV_ の後の ID で `gpu-guest catalog gpu 10de:<デバイス ID>` を実行します。このドライバーを削除し、そのブランチの最新リリースをインストールします。',
  'finding.license.feature-type-invalid.title.windows': 'レジストリの FeatureType が無効です',
  'finding.license.server-certificate.fix.times.windows':
    'ライセンスサーバーの管理者に次のように伝えます: 「{host} の証明書が有効期間外です。証明書を更新し、サーバーの時計が正しいことを確認してください。」ゲストでは時計を確認します: `w32tm /query /status`。',
  'finding.license.not-required.fix.1.windows':
    '対処は不要です。ライセンス付きワークステーションにする場合は GRID ドライバーをインストールし、レジストリの GridLicensing キーの FeatureType を 2 にします。',
  'finding.driver.not-loaded.title.windows': 'Windows で NVIDIA ドライバーが動作していません',
  'finding.driver.not-loaded.detail.windows':
    'nvidia-smi はインストールされていますが、NVIDIA ドライバーが応答しません。Windows がこの GPU のドライバーを起動していません。CUDA からも GPU は見えません。',
  'finding.driver.not-loaded.fix.1.windows':
    'デバイスマネージャーがこの GPU について示す内容とコードを確認します: `Get-PnpDevice -Class Display | Format-List FriendlyName,InstanceId,Problem,Status`。',
  'finding.driver.not-loaded.fix.2.windows':
    '問題が表示されない場合は Windows を再起動します。それでも直らない場合は、クリーンインストールを選んでドライバーを入れ直します。',
  'finding.license.token-permissions.title.windows':
    'ライセンスサービスがトークンを読み取れません',
  'finding.license.token-permissions.detail.service':
    '{path} は有効なトークンですが、アクセス制御リストにより、NVDisplay.ContainerLocalSystem を実行する LocalSystem が読み取れません。サービスはトークンを見つけられないため、ライセンスを要求しません。',
  'finding.license.token-permissions.fix.1.windows':
    '管理者として起動したターミナルで、サービスに読み取りを許可します: `icacls "{path}" /grant "*S-1-5-18:(R)"`。',
  'finding.driver.wrong-kind.detail.consumer':
    'ドライバー {driver} は GeForce 用で、{gpu} はデータセンター用カードです。このカード用のドライバーではないため、カードが開始しないことがあり、この組み合わせは NVIDIA のサポート対象外です。',
  'finding.driver.wrong-kind.fix.data-centre':
    'このドライバーを削除し（「設定」の「アプリ」で NVIDIA グラフィックス ドライバーを削除して再起動）、Windows 用データセンタードライバー（ファイル名 `…-data-center-tesla-desktop-…`）をインストールします。適合するバージョンは `gpu-guest detect` が示します。',
  'finding.driver.not-loaded.detail.stopped':
    'Windows の一覧では NVIDIA のカーネル ドライバー（nvlddmkm）が停止しています。インストール済みですが、開始したデバイスがありません。どのプログラムも GPU を使用できません。',
  'finding.disk.full.detail.windows':
    '{mount} の空きは {freeMiB} MiB しかありません。ドライバーのインストールや更新ができず、Windows やライセンスサービスのログが途切れることがあります。',
  'finding.disk.full.fix.1.windows':
    'C ドライブの空きを増やします（「設定」の「システム」の「ストレージ」）。NVIDIA のセットアップが `C:\\NVIDIA` に展開したものは、ドライバーのインストール後は削除できます。',
  'finding.disk.full.fix.2.windows':
    'または、この仮想マシンのディスクを拡張し、「ディスクの管理」でボリュームを拡張します。',
} as const;

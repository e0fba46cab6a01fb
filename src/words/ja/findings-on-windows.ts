/** 同じ対処の、Windows ゲストでの場所、サービス、コマンド。 */
export const findingsOnWindows = {
  'finding.driver.missing.detail.windows':
    'Windows には、このゲストの GPU（{gpu}）用の NVIDIA ドライバーがありません。付属の基本ドライバーで動作しているか、ドライバーがない状態です。ドライバーをインストールするまで、計算にも描画にも使えません。',
  'finding.driver.missing.fix.1.windows':
    '`gpu-guest detect` がこの GPU に合うドライバーを示します。vGPU には Windows 用の GRID ゲストドライバーが必要で、NVIDIA ライセンスポータルまたはクラウド事業者から入手します。',
  'finding.fix.reboot.windows': 'ゲストを再起動します: `Restart-Computer`。',
  'finding.fix.restart-gridd.windows':
    '管理者の PowerShell でライセンスサービスを再起動し、ログを確認します: `Restart-Service NVDisplay.ContainerLocalSystem; Get-Content "$env:PUBLIC\\Documents\\NvidiaLogging\\Log.NVDisplay.Container.exe.log" -Tail 20`。',
  'finding.license.unlicensed.fix.1.windows':
    'クライアント構成トークンを `C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken` に置き、ゲストからライセンスサーバー（TCP 443）に接続できることを確認します。',
  'finding.license.unlicensed.fix.cloud.windows':
    'このクラウドは自前でライセンスを付与します。クラウドが提供する GRID ドライバーを使ってください。トークンは不要です。クラウドのネームサーバーを使っていることを確認します。',
  'finding.license.token.fix.install.windows':
    'バイト単位でそのまま `C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken` にコピーし、フォルダーにはこのファイルだけを置きます。テキストとして貼り付けないでください。',
  'finding.license.token-invalid.fix.1.windows':
    '中身を確認します: `Get-ChildItem "C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken"`。',
  'finding.license.token-invalid.fix.2.windows':
    'トークンでないファイルをすべてフォルダーの外に移し、トークンをもう一度ダウンロードします。',
  'finding.license.feature-type-invalid.detail.windows':
    'ライセンスサービスは、レジストリの GridLicensing キーに有効な FeatureType を見つけられません。どの製品を要求すべきかわからず、何も要求しません。',
  'finding.license.feature-type-invalid.detail.value.windows':
    'レジストリの GridLicensing キーの FeatureType={value} は予約値です。ライセンスサービスはどの製品を要求すべきかわかりません。',
  'finding.license.legacy-server-config.detail.windows':
    'レジストリにライセンスサーバー（ServerAddress）が指定されていますが、ドライバー {version} はそのようなサーバーに接続しません。vGPU 15 以降はクライアント構成トークンだけが使えます。',
  'finding.license.feature-type-invalid.fix.1.windows':
    '`HKLM\\SOFTWARE\\NVIDIA Corporation\\Global\\GridLicensing` と `HKLM\\SYSTEM\\CurrentControlSet\\Services\\nvlddmkm\\Global\\GridLicensing` に DWORD 値 FeatureType を設定します。カード全体のワークステーションは 2、カード全体のコンピュートサーバーは 4 です。vGPU では不要です。',
  'finding.license.feature-type-invalid.fix.cloud.windows':
    'レジストリの GridLicensing キーから値 FeatureType を削除します。このクラウドは自前でライセンスを付与します。',
  'finding.license.product-mismatch.fix.2.windows':
    'カード全体では、レジストリの GridLicensing キーに FeatureType（2 ワークステーション、4 コンピュート）を設定し、NVDisplay.ContainerLocalSystem を再起動します。',
  'finding.license.server-unreachable.fix.1.windows': '経路を確認します: `Test-NetConnection {host} -Port {port}`。',
  'finding.license.server-unreachable.fix.dns.windows':
    '名前解決を直します。`Resolve-DnsName {host}` がアドレスを返す必要があります。`Get-DnsClientServerAddress` で、このゲストが使うネームサーバーがわかります。ポートは {port} です。',
  'finding.license.server-unreachable.fix.way.windows':
    'ネットワーク管理者に次のように依頼します:「このゲストから NVIDIA ライセンスサーバー {host} の TCP ポート {port} に接続できるようにしてください。」`Test-NetConnection {host} -Port {port}` で確認できます。',
  'finding.license.server-certificate.fix.2.windows':
    'ゲストで時計を確認します（`w32tm /query /status`）。トークンを使う場合は、レジストリの GridLicensing キーの ServerAddress と ServerPort を空にします。',
  'finding.license.legacy-server-config.fix.1.windows':
    'レジストリの GridLicensing キーの値 ServerAddress、ServerPort、BackupServerAddress、BackupServerPort を空にします。',
  'finding.license.clock-skew.fix.1.windows':
    "ゲストの時刻設定を確認します: `w32tm /query /status; Get-TimeZone`。KVM 上の Windows はハードウェアクロックをローカル時刻とみなします。ホスト側でそれに合わせる（`clock offset='localtime'`）か、Windows に RealTimeIsUniversal を設定します。",
  'finding.license.clock-skew.fix.2.windows':
    'タイムサーバーに同期させます: `w32tm /config /syncfromflags:manual /manualpeerlist:<server> /update; Restart-Service w32time; w32tm /resync`。',
  'finding.license.service-missing.title.windows':
    'ライセンスサービス NVDisplay.ContainerLocalSystem がインストールされていません',
  'finding.license.service-missing.fix.1.windows':
    'サービスを探します: `sc.exe query NVDisplay.ContainerLocalSystem`。',
  'finding.license.service-missing.fix.2.windows':
    'Windows 用の GRID ゲストドライバーを、デバイスマネージャーからだけでなくセットアップで完全にインストールしてください。サービスはセットアップに含まれています。',
  'finding.license.service-failed.title.windows':
    'ライセンスサービス NVDisplay.ContainerLocalSystem が動作していません',
  'finding.license.service-failed.fix.1.windows':
    '停止した理由を確認します: `Get-WinEvent -FilterHashtable @{LogName="System";ProviderName="Service Control Manager"} -MaxEvents 20`。',
  'finding.license.service-failed.fix.2.windows':
    '原因を解消したら、管理者の PowerShell で起動します: `Set-Service NVDisplay.ContainerLocalSystem -StartupType Automatic; Start-Service NVDisplay.ContainerLocalSystem`。',
  'finding.cuda.missing.fix.media.windows':
    'ドライバーに合う Windows 用の CUDA インストーラーがメディアフォルダー（`--media`）にあれば、`gpu-guest apply` がツールキットだけをインストールします。あるかどうかは `gpu-guest plan` で確認できます。',
  'finding.cuda.missing.fix.runfile.windows':
    '手動ではツールキットだけを入れます: `cuda_<バージョン>_windows.exe` を実行し、「カスタム」を選んで「Display Driver」を外してください。',
  'finding.cuda.missing.fix.2.windows':
    '付属のドライバー（CUDA 13.0 以前に同梱）は入れないでください。vGPU では GRID ドライバーが置き換えられます。',
  'finding.path.fix.apply.windows':
    '管理者としてこのツールでパスを設定します: `gpu-guest apply --steps path.configure`。',
  'finding.path.nvcc-missing.detail.windows':
    'ツールキットは {path} にありますが、システムの PATH がその nvcc を指していません。',
  'finding.path.nvcc-missing.fix.1.windows':
    '手動では「システムのプロパティ」の「環境変数」で、ツールキットの `bin` フォルダーをシステム環境変数 Path に追加し、サインインし直します。Path には `setx` を使わないでください（内容が切り捨てられます）。',
} as const;

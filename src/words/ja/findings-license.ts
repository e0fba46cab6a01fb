export const findingsLicense = {
  'finding.license.unlicensed.title': 'ゲストにライセンスがありません',
  'finding.license.unlicensed.detail':
    'vGPU ソフトウェアのライセンスが付与されていません。ライセンスのない vGPU が全速で動くのは短時間だけで、その後はフレームレートが下がり、メモリの割り当てが遅くなり、CUDA プログラムが失敗します。nvidia-smi の表示は変わりません。',
  'finding.license.unlicensed.fix.1':
    'クライアント構成トークンを /etc/nvidia/ClientConfigToken に置き、ゲストがライセンスサーバーに到達できることを確認します: `sudo gpu-guest apply --steps license.token,license.restart-service,license.wait`。',
  'finding.license.unlicensed.fix.cloud':
    'このクラウドは自動でライセンスを提供します。クラウド専用の GRID ドライバーを使い、/etc/nvidia/gridd.conf に `IgnoreSP=FALSE` を設定して FeatureType を削除します。トークンは不要です。',
  'finding.license.unlicensed-restricted.title': 'ライセンスがないため vGPU が制限されています',
  'finding.license.unlicensed-restricted.detail':
    'ライセンスなしで使える時間が過ぎました。ドライバーはフレームレートとメモリを制限し、CUDA の処理を拒否します。プログラムは「operation not supported」や「all CUDA-capable devices are busy or unavailable」で失敗します。',
  'finding.license.unlicensed-restricted.fix.1':
    'ライセンス取得後、GPU を使うプログラムを再起動します。それでも失敗する場合はゲストを再起動します。',
  'finding.license.feature-type-invalid.title': 'gridd.conf の FeatureType が正しくありません',
  'finding.license.feature-type-invalid.detail':
    'ライセンスサービスが /etc/nvidia/gridd.conf に有効な FeatureType を見つけられず、要求する製品が決まらないため、ライセンスを要求しません。',
  'finding.license.feature-type-invalid.detail.value':
    '/etc/nvidia/gridd.conf の FeatureType={value} は予約された値です。ライセンスサービスは要求する製品を決められません。',
  'finding.license.feature-type-invalid.fix.1':
    'ファイルがなければテンプレートをコピーし（`sudo cp -n /etc/nvidia/gridd.conf.template /etc/nvidia/gridd.conf`）、FeatureType を設定します: vGPU は 1、パススルーのワークステーションは 2、パススルーのコンピュートサーバーは 4。',
  'finding.license.feature-type-invalid.fix.cloud':
    'テンプレートをコピーし（`sudo cp -n /etc/nvidia/gridd.conf.template /etc/nvidia/gridd.conf`）、`IgnoreSP=FALSE` を設定して FeatureType の行を削除します。このクラウドは自動でライセンスを提供します。',
  'finding.license.product-mismatch.title': '別の製品のライセンスが付与されています',
  'finding.license.product-mismatch.detail':
    'ゲストは「{found}」のライセンスを保持していますが、この用途には「{wanted}」が必要です。ライセンスは付与済みと表示されても、必要な機能は有効になりません。',
  'finding.license.product-mismatch.fix.1':
    'vGPU ではタイプで決まります。「{wanted}」に対応するシリーズの vGPU タイプをホストの管理者に依頼します。クラウドでは、仮想ワークステーションオプション付きの GPU を選びます。',
  'finding.license.product-mismatch.fix.2':
    'パススルーでは、/etc/nvidia/gridd.conf の FeatureType（2 はワークステーション、4 はコンピュート）を設定し、nvidia-gridd を再起動します。',
  'finding.license.no-entitlement.title': 'ライセンスサーバーに該当するライセンスがありません',
  'finding.license.no-entitlement.detail':
    'トークンとネットワークは正常ですが、ライセンスサーバーに「{product}」のライセンスがないか、すべて使用中です。ゲストはライセンスなしのままです。',
  'finding.license.no-entitlement.fix.1':
    'ライセンスサーバーの管理者に次のように依頼します:「このゲストのトークンが指すサーバーに {product} のライセンスを追加するか、未使用のものを返却してください。」',
  'finding.license.no-entitlement.fix.2':
    'または、あるライセンスに合わせます。ホストの管理者に別のシリーズ（C、Q、B）の vGPU タイプを依頼するか、パススルーでは FeatureType を変更します。',
  'finding.license.server-unreachable.title': 'ライセンスサーバーに接続できません',
  'finding.license.server-unreachable.detail':
    'ライセンスサービスが {host} から応答を得られません。保持中のライセンスは更新できなければ失効し、新しいライセンスは付与されません。',
  'finding.license.server-unreachable.fix.1':
    "到達性を確認します: `getent hosts {host}` と `timeout 5 bash -c '</dev/tcp/{host}/{port}' && echo open`。",
  'finding.license.server-unreachable.fix.2':
    '名前を解決できなければ DNS を直します。ポートが閉じていればファイアウォールを開放します（TCP 443。環境によってはトークンが示す別のポート）。',
  'finding.license.server-certificate.title': 'ライセンスサーバーの証明書が受け入れられません',
  'finding.license.server-certificate.detail':
    'ライセンスサーバーは応答しますが、ライセンスサービスが証明書を取り込めないか信頼していません。ライセンスは付与されません。',
  'finding.license.server-certificate.fix.1':
    'ライセンスサーバーの管理者に次のように依頼します:「ライセンスサーバーの証明書チェーン（長さと有効期限）を確認し、新しいクライアント構成トークンを発行してください。」',
  'finding.license.server-certificate.fix.2':
    'ゲストで時計を確認し（`timedatectl`）、トークンを使う場合は /etc/nvidia/gridd.conf から ServerAddress と ServerPort を削除します。',
  'finding.license.legacy-server-config.title': '旧式のライセンスサーバーが設定されています',
  'finding.license.legacy-server-config.detail':
    'gridd.conf にライセンスサーバー（ServerAddress）が指定されていますが、ドライバー {version} はそのサーバーに対応していません。vGPU 15 以降はクライアント構成トークンのみが有効です。',
  'finding.license.legacy-server-config.fix.1':
    '/etc/nvidia/gridd.conf から ServerAddress、ServerPort、BackupServerAddress、BackupServerPort の行を削除します。',
  'finding.license.clock-skew.title': 'ゲストとライセンスサーバーの時計が一致していません',
  'finding.license.clock-skew.detail':
    'ライセンスサーバーの応答がゲストの受け入れ時間外か、ゲストの時計が巻き戻されています。応答には時刻が含まれるため、時計が一致するまでライセンスは取得できません。',
  'finding.license.clock-skew.fix.1':
    'ゲストの時刻を確認します: `timedatectl`。タイムゾーンと「RTC in local TZ」も確認します。',
  'finding.license.clock-skew.fix.2':
    '時刻サーバーに同期させます: `sudo timedatectl set-ntp true`、chrony では `sudo chronyc makestep`。',
  'finding.license.clock-skew.fix.3':
    '時計が正しくてもメッセージが続く場合は、新しいトークンを発行してもらいます。古いトークンがサーバーで無効になっている可能性があります。',
  'finding.license.service-missing.title': 'ライセンスサービス nvidia-gridd がインストールされていません',
  'finding.license.service-missing.detail':
    'この GPU にはライセンスが必要ですが、取得するサービスがありません。ドライバーが GRID ドライバーでないか、パッケージにサービスが含まれていません。',
  'finding.license.service-missing.fix.1':
    'サービスを探します: `ls /usr/bin/nvidia-gridd /usr/lib/systemd/system/nvidia-gridd.service`。',
  'finding.license.service-missing.fix.2':
    'ユニットだけがない場合は GRID パッケージから追加し、`sudo systemctl daemon-reload && sudo systemctl enable --now nvidia-gridd` を実行します。プログラムもない場合は GRID ゲストドライバーをインストールします。',
  'finding.license.service-failed.title': 'ライセンスサービス nvidia-gridd が動作していません',
  'finding.license.service-failed.detail':
    'ライセンスを取得・更新するサービスの状態は {state} です。動作していなければライセンスは付与されず、保持中のものも更新されません。',
  'finding.license.service-failed.fix.1': '停止した理由を確認します: `sudo journalctl -u nvidia-gridd -n 30`。',
  'finding.license.service-failed.fix.2': '原因を解消したら起動します: `sudo systemctl enable --now nvidia-gridd`。',
  'finding.license.expiring.title': 'ライセンスの期限が迫っていますが更新されていません',
  'finding.license.expiring.detail':
    'ライセンスは {end}（あと {minutes} 分）で切れます。本来はずっと前に更新されているはずで、切れると vGPU はライセンスなしになります。',
  'finding.license.expiring.fix.1': 'それでも更新されない場合は、ライセンスサーバーに到達できるか確認します。',
  'finding.license.not-required.title': 'ライセンスは不要です',
  'finding.license.not-required.detail':
    'カード全体（{gpu}）がパススルーされ、ライセンス機能も要求されていません。vGPU ソフトウェアのライセンスなしで動作します。',
  'finding.license.not-required.fix.1':
    '対処は不要です。ライセンス付きワークステーションにする場合は、GRID ドライバーをインストールし、/etc/nvidia/gridd.conf に `FeatureType=2` を設定します。',
  'finding.license.config-absent.title': 'gridd.conf なしでライセンスを取得しています',
  'finding.license.config-absent.detail':
    '/etc/nvidia/gridd.conf はありませんが、ゲストはライセンスを取得しています。製品は vGPU タイプから、サーバーはトークンから決まります。ログのこの行は無害です。',
  'finding.license.config-absent.fix.1':
    '対処は不要です。ログに出さないようにするには: `sudo cp -n /etc/nvidia/gridd.conf.template /etc/nvidia/gridd.conf`。',
} as const;

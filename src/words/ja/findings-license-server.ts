export const findingsLicenseServer = {
  'finding.license.server-unreachable.detail.unresolved':
    'このゲストでは名前 {host}（ポート {port}）を解決できませんでした。アドレスがないと、ライセンスの取得も更新もできません。',
  'finding.license.server-unreachable.detail.no-such-name':
    'このゲストの DNS サーバーには {host}（ポート {port}）という名前がありません。これはここで設定されているライセンスサーバーです。アドレスが分からないため、ライセンスの取得も更新もできません。',
  'finding.license.server-unreachable.detail.no-name-server':
    '名前 {host}（ポート {port}）を解決できませんでした。どの DNS サーバーも応答していません。ライセンスサーバーが稼働しているかどうかはここからは分かりません。ライセンスの取得も更新もできません。',
  'finding.license.server-unreachable.detail.refused':
    'マシン {host} は存在しますが、ポート {port} への接続を拒否します。そのポートで待ち受けるサービスがないか、ファイアウォールが拒否しています。ライセンスの取得も更新もできません。',
  'finding.license.server-unreachable.detail.timed-out':
    '{host} のポート {port} への接続にまったく応答がありません。パケットを破棄するファイアウォールがあるか、相手のマシンが停止している場合の動作です。ライセンスの取得も更新もできません。',
  'finding.license.server-unreachable.detail.no-route':
    'このゲストから {host} のポート {port} への経路がありません。ライセンスの取得も更新もできません。',
  'finding.license.server-unreachable.detail.failed':
    '{host} のポート {port} への接続に失敗しました。ライセンスの取得も更新もできません。',
  'finding.license.server-unreachable.detail.silent':
    '{host} はポート {port} への接続を受け付けますが、TLS ハンドシェイクに応答しません。ライセンスサービスが停止状態にあるか、途中の機器（ファイアウォール、ロードバランサー）が接続を保持しています。ライセンスの取得も更新もできません。',
  'finding.license.server-unreachable.detail.not-tls':
    '{host} のポート {port} で応答するものは TLS ではありません。別のサービスがこのポートを使用しているか、途中の機器（プロキシ、ネットワークのログインページ）が代わりに応答しています。ライセンスの取得も更新もできません。',
  'finding.license.server-unreachable.detail.broken':
    '{host} のポート {port} との TLS ハンドシェイクが中断されます。共通の TLS バージョンや暗号スイートがないか、途中の機器が接続を切断しています。ライセンスの取得も更新もできません。',
  'finding.license.server-unreachable.detail.proxy':
    'nvidia-gridd の環境変数にプロキシ {host}（ポート {port}）が設定されていますが、このプロキシに接続できません。',
  'finding.license.server-unreachable.detail.now':
    'ライセンスサービスが前回要求したとき、ライセンスサーバーに接続できませんでした。現在は {host} のポート {port} が応答します。サービスに要求し直させるだけで済みます。',
  'finding.license.server-unreachable.fix.dns':
    '名前解決を修正します。このゲストが使う DNS サーバー（`resolvectl status` または `cat /etc/resolv.conf`）と、そこに名前が登録されていることを確認します。`getent hosts {host}` でアドレスが表示される必要があります。ポートは {port} です。',
  'finding.license.server-unreachable.fix.way':
    'ネットワークの管理者に次のように依頼します:「このゲストから NVIDIA ライセンスサーバー {host} の TCP ポート {port} への通信を許可してください。」`ip route get` にアドレスを付けて実行すると、ゲストが使う経路が分かります。',
  'finding.license.server-unreachable.fix.server':
    'ライセンスサーバーの管理者に次のように連絡します:「{host} のポート {port} でライセンスサービスが応答しません。ゲストのクライアント構成トークンはこの宛先を指しています。サービスは稼働していますか。アドレスは正しいですか。」',
  'finding.license.server-unreachable.fix.between':
    'ネットワークの管理者に次のように依頼します:「{host} の TCP ポート {port} でこのゲストに応答しているのは NVIDIA のライセンスサービスではありません。TLS 接続をそのまま通すか、ライセンスサービスの所在を教えてください。」',
  'finding.license.server-unreachable.fix.proxy':
    'サービスの環境変数にあるプロキシ {host}:{port} を修正または削除し（`systemctl cat nvidia-gridd`）、`sudo systemctl daemon-reload` を実行します。',
  'finding.license.server-certificate.detail.expired':
    '{host} が提示する証明書の有効期限は {until} で、現在は {now} です。証明書を検証するクライアントは接続を中断し、ライセンスは付与されません。',
  'finding.license.server-certificate.detail.not-yet-valid':
    '{host} が提示する証明書は {from} から有効ですが、ゲストの時計は {now} を示しています。多くの場合、ゲストの時計が誤っています。',
  'finding.license.server-certificate.detail.other-name':
    '{host} が提示する証明書は別の名前（{subject}）のものです。証明書を検証するクライアントは接続を中断し、ライセンスは付与されません。',
  'finding.license.server-certificate.detail.intercepted':
    '{host} として応答しているのは NVIDIA のサーバーではありません。証明書の発行者「{issuer}」は公的な認証局ではありません。途中の機器（検査を行うプロキシ）が TLS 接続を開いています。応答者を検証するクライアントは接続を中断します。',
  'finding.license.server-certificate.fix.times':
    'ライセンスサーバーの管理者に次のように依頼します:「{host} の証明書が有効期間外です。更新し、サーバーの時計が正しいことを確認してください。」ゲストでは時計を確認します: `timedatectl`。',
  'finding.license.server-certificate.fix.name':
    'ライセンスサーバーの管理者に次のように依頼します:「{host} の証明書にその名前が含まれていません。名前を含む証明書を発行するか、証明書にある名前を使うクライアント構成トークンを発行してください。」',
  'finding.license.server-certificate.fix.intercepted':
    'ネットワークの管理者に次のように依頼します:「{host}（TCP 443）を TLS 検査の対象から外してください。現在、この宛先への接続には {issuer} の証明書が返されます。」',
  'finding.license.clock-skew.detail.behind':
    'ゲストの時計はライセンスサーバー {host} より {minutes} 分遅れています。応答には時刻が含まれるため、時計が一致するまでライセンスは取得できません。',
  'finding.license.clock-skew.detail.ahead':
    'ゲストの時計はライセンスサーバー {host} より {minutes} 分進んでいます。応答には時刻が含まれるため、時計が一致するまでライセンスは取得できません。',
  'finding.license.clock-skew.detail.certificate':
    'ライセンスサーバー {host} の証明書は {from} から有効ですが、ゲストの時計は {now} を示しています。時計が遅れています。正しくなるまでライセンスは取得できません。',
} as const;

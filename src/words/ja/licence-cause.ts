/** One sentence for the top of a page. */
export const licenceCause = {
  'cause.license.service-missing':
    'ライセンスサービス nvidia-gridd がインストールされていないため、ライセンスがありません。',
  'cause.license.service-failed': 'ライセンスサービス nvidia-gridd が動作していないため、ライセンスがありません。',
  'cause.license.service-missing.windows':
    'ライセンスサービス NVDisplay.ContainerLocalSystem がインストールされていないため、ライセンスがありません。',
  'cause.license.service-failed.windows':
    'ライセンスサービス NVDisplay.ContainerLocalSystem が動作していないため、ライセンスがありません。',
  'cause.license.token-missing': 'クライアント構成トークンがないため、ライセンスがありません。',
  'cause.license.token-permissions':
    'トークンの権限が通常と異なり、ライセンスサービスが読み取れない可能性があるため、ライセンスがありません。',
  'cause.license.token-invalid':
    'トークンフォルダーにあるものが完全な署名付きトークンではないため、ライセンスがありません。',
  'cause.license.token-expired': 'クライアント構成トークンの有効期限が {until} に切れたため、ライセンスがありません。',
  'cause.license.token-expired.undated': 'クライアント構成トークンの有効期限が切れているため、ライセンスがありません。',
  'cause.license.token-not-yet-valid':
    'クライアント構成トークンは {from} から有効で、ゲストの時計は {now} を示しているため、ライセンスがありません。',
  'cause.license.clock-skew':
    'ゲストの時計が誤っているか、ライセンスサーバーの時計と一致していないため、ライセンスがありません。',
  'cause.license.clock-skew.behind':
    'ゲストの時計がライセンスサーバー {host} より {minutes} 分遅れているため、ライセンスがありません。',
  'cause.license.clock-skew.ahead':
    'ゲストの時計がライセンスサーバー {host} より {minutes} 分進んでいるため、ライセンスがありません。',
  'cause.license.feature-type-invalid': 'FeatureType が無効なため、ライセンスがありません。',
  'cause.license.no-entitlement':
    'ライセンスサーバーに「{product}」のライセンスがないか、すべて使用中のため、ライセンスがありません。',
  'cause.license.legacy-server-config':
    '旧式のライセンスサーバーが設定されていますが、ドライバー {version} はクライアント構成トークンにのみ対応するため、ライセンスがありません。',
  'cause.license.server-certificate': 'ライセンスサーバーの証明書が受け入れられないため、ライセンスがありません。',
  'cause.license.server-certificate.expired':
    'ライセンスサーバー {host} の証明書の有効期限が {until} に切れたことが原因で、ライセンスがないとみられます。',
  'cause.license.server-certificate.other-name':
    'ライセンスサーバー {host} の証明書が別の名前のものであることが原因で、ライセンスがないとみられます。',
  'cause.license.server-certificate.intercepted':
    '{host} への途中で TLS 接続が開かれているため（「{issuer}」の証明書）、ライセンスがないとみられます。',
  'cause.license.server-unreachable': 'ライセンスサーバー {host} に接続できないため、ライセンスがありません。',
  'cause.license.server-unreachable.no-such-name':
    'ライセンスサーバー {host} の名前が DNS サーバーにないため、ライセンスがありません。',
  'cause.license.server-unreachable.no-name-server':
    'どの DNS サーバーも応答せず、ライセンスサーバー {host} の名前を解決できないため、ライセンスがありません。',
  'cause.license.server-unreachable.refused':
    'ライセンスサーバー {host} がポート {port} への接続を拒否するため、ライセンスがありません。',
  'cause.license.server-unreachable.timed-out':
    'ライセンスサーバー {host} のポート {port} が応答しないため（ファイアウォール、または停止中）、ライセンスがありません。',
  'cause.license.server-unreachable.no-route':
    'このゲストからライセンスサーバー {host} への経路がないため、ライセンスがありません。',
  'cause.license.server-unreachable.silent':
    'ライセンスサーバー {host} のポート {port} が接続を受け付けた後に応答しないため、ライセンスがありません。',
  'cause.license.server-unreachable.not-tls':
    '{host} のポート {port} で応答するものが TLS に対応せず、ライセンスサーバーではないため、ライセンスがありません。',
  'cause.license.server-unreachable.broken':
    '{host} のポート {port} との TLS ハンドシェイクが中断されるため、ライセンスがありません。',
  'cause.license.server-unreachable.proxy':
    'ライセンスサービスのプロキシ {host}（ポート {port}）に接続できないため、ライセンスがありません。',
  'cause.license.server-unreachable.now':
    '前回の要求時にライセンスサーバー {host} に接続できなかったため、ライセンスがありません。現在は応答します。',
  'cause.other': 'ライセンスがありません。原因: {title}。',
  'cause.unknown': 'ライセンスがありません。読み取れた内容からは原因が分かりません。',
  'cause.licensed.license.server-unreachable':
    '現在はライセンスがありますが、ライセンスサーバーに接続できないため更新されません。',
  'cause.licensed.license.expiring': '現在はライセンスがありますが、{end} に失効し、更新されていません。',
  'cause.licensed.license.service-failed':
    '現在はライセンスがありますが、ライセンスサービスが動作していないため更新されません。',
  'cause.licensed.license.product-mismatch':
    '「{found}」のライセンスがありますが、この用途には「{wanted}」が必要です。',
} as const;

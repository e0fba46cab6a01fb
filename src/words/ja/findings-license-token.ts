export const findingsLicenseToken = {
  'finding.license.token-missing.title': 'クライアント構成トークンがありません',
  'finding.license.token-missing.detail':
    '{folder} にクライアント構成トークンがありません。ライセンスサービスは接続先のサーバーを知らないため、ライセンスを要求しません。',
  'finding.license.token-missing.detail.unseen':
    'ライセンスサービスが探したとき、クライアント構成トークンは見つかりませんでした。しかし {path} はトークンです。後から置かれたか、サービスに読み取り権限がありません。',
  'finding.license.token-missing.fix.1':
    'ライセンスサーバーの管理者からクライアント構成トークン（client_configuration_token_….tok という名前のファイル）を入手するか、NVIDIA ライセンスポータルで作成します。',
  'finding.license.token.fix.install':
    '唯一のファイルとしてバイト単位でコピーします: `sudo install -D -m 0744 <token.tok> /etc/nvidia/ClientConfigToken/<token.tok>`。中身を貼り付けないでください。',
  'finding.license.token-invalid.title': 'クライアント構成トークンを読み取れません',
  'finding.license.token-invalid.detail':
    'トークンフォルダーにあるものは、完全な署名付きトークンではありません。途中で切れたか、コピー時に変更されたか、まったく別のファイル（gridd.conf やエラーページ）です。ライセンスサービスはそこで停止します。',
  'finding.license.token-invalid.fix.1':
    '内容を確認します: `ls -l /etc/nvidia/ClientConfigToken; gpu-guest token /etc/nvidia/ClientConfigToken/*`。',
  'finding.license.token-invalid.fix.2':
    'トークン以外のファイルをフォルダーから移動し（gridd.conf は /etc/nvidia に置きます）、トークンをダウンロードし直します。',
  'finding.license.token-expired.title': 'クライアント構成トークンの有効期限が切れています',
  'finding.license.token-expired.detail':
    'トークンの有効期限は {until} でした。ライセンスサーバーが受け付けないため、ライセンスは付与されません。',
  'finding.license.token-expired.fix.1':
    'ライセンスサーバーの管理者に次のように依頼します:「このゲストのクライアント構成トークンの有効期限が切れました。新しいトークンを発行してください。」',
  'finding.license.token-not-yet-valid.title': 'ゲストの時計ではトークンがまだ有効ではありません',
  'finding.license.token-not-yet-valid.detail':
    'トークンは {from} から有効ですが、ゲストの時計は {now} を示しています。多くの場合は時計の誤りで、一致するまでライセンスは取得できません。',
  'finding.license.token-permissions.title': 'トークンファイルの権限が適切ではありません',
  'finding.license.token-permissions.detail':
    '{path} のモードは {mode} です。NVIDIA は 0744 を求めており、それより狭いとライセンスサービスが読めない場合があります。',
  'finding.license.token-permissions.fix.1': '権限を設定します: `sudo chmod 0744 {path}`。',
  'finding.license.token-multiple.title': 'トークンフォルダーに複数のファイルがあります',
  'finding.license.token-multiple.detail':
    '{folder} に {count} 個のファイルがあります。ライセンスサービスがどれを使うかは文書化されておらず、誤ったものが使われる可能性があります。',
  'finding.license.token-multiple.fix.1':
    '自分のライセンスサーバーのトークンを一つだけ残し、ほかはフォルダーの外へ移動します。',
} as const;

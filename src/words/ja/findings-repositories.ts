export const findingsRepositories = {
  'finding.packages.unreachable.title': 'パッケージリポジトリに接続できません',
  'finding.packages.a-repository': 'リポジトリの一つ',
  'finding.packages.unreachable.detail':
    'パッケージマネージャーは {host} から何も取得できません: {why}解消するまで、コンパイラー、カーネルヘッダー、ドライバーをリポジトリからインストールできません。',
  'finding.packages.unreachable.why.no-name': 'この環境では名前を解決できません（DNS）。',
  'finding.packages.unreachable.why.no-way':
    '接続が確立しません（ネットワーク、ファイアウォール、またはミラーの停止）。',
  'finding.packages.unreachable.why.intercepted':
    '途中の機器が代わりに応答しています（プロキシ、またはネットワークのログインページ）。',
  'finding.packages.unreachable.why.certificate':
    '証明書が受け入れられません（通信を検査するプロキシ、古い認証局一覧、またはゲストの時計のずれ）。',
  'finding.packages.unreachable.why.clock': '索引の日付がゲストの時計より先です。',
  'finding.packages.unreachable.why.gone':
    '索引にあるものがもう存在しません（索引が古いか、リリースがアーカイブに移されています）。',
  'finding.packages.unreachable.why.other': 'ログにはそれ以上の情報がありません。',
  'finding.packages.unreachable.fix.no-name':
    '名前解決を確認します: `getent hosts {host}`。どの名前も解決できない場合は /etc/resolv.conf（`resolvectl status`）を確認します。ほかの名前は解決できる場合、ゲストからインターネットに出られないため、ミラーかプロキシが必要です。',
  'finding.packages.unreachable.fix.no-way':
    "経路を確認します: `timeout 5 bash -c '</dev/tcp/{host}/443' && echo open`。開かない場合は、ファイアウォールの許可を依頼するか、ネットワークのプロキシを設定します: /etc/apt/apt.conf.d の `Acquire::http::Proxy`、または /etc/dnf/dnf.conf の `proxy=`。",
  'finding.packages.unreachable.fix.intercepted':
    '何が応答しているか確認します: `curl -sI http://{host}/ | head -n 5`。ネットワークにログインするか、プロキシとそのパスワードを直します: /etc/apt/apt.conf.d の `Acquire::http::Proxy`、または /etc/dnf/dnf.conf の `proxy=`。',
  'finding.packages.unreachable.fix.certificate':
    '時計を確認し（`timedatectl`）、認証局の一覧を更新します（パッケージ `ca-certificates`）。通信を検査するプロキシがある場合は、自社の証明書を追加します: `sudo update-ca-certificates` または `sudo update-ca-trust`。',
  'finding.packages.unreachable.fix.clock':
    '時計を合わせます: `timedatectl` で確認し、`sudo timedatectl set-ntp true` または `sudo chronyc makestep` で合わせます。',
  'finding.packages.unreachable.fix.gone':
    'まず索引を更新します。それでも {host} が 404 を返す場合、そのリリースはもうありません。取得元をアーカイブか新しいリリースに変更します。',
  'finding.packages.unreachable.fix.other':
    '直接問い合わせて応答を確認します: `curl -sSI https://{host}/ | head -n 5`。',
  'finding.packages.unreachable.fix.again':
    'その後、もう一度実行します: `sudo apt-get update`、`sudo dnf makecache` または `sudo zypper refresh` がエラーなしで終わる必要があります。',
  'finding.packages.unreachable.fix.offline':
    'インターネットに接続しないまま使うゲストには、ミラーを用意するか、パッケージをメディアフォルダーに置きます。',
  'finding.packages.key.title': 'リポジトリの署名鍵が受け入れられません',
  'finding.packages.key.detail':
    'パッケージマネージャーは {host} の署名を信頼していません: {why}そのため、そこからは何もインストールされません。',
  'finding.packages.key.why.unknown': '鍵 {key} がこのゲストにありません。',
  'finding.packages.key.why.bad': '鍵 {key} が期限切れか失効しているか、署名が一致しません。',
  'finding.packages.key.why.withdrawn':
    'NVIDIA の古い鍵 {key} で検証しています。この鍵は 2022 年 4 月に 3BF863CC に置き換えられました。',
  'finding.packages.key.why.weak':
    '鍵 {key} は SHA1 だけで認証されており、この版の apt（sqv を使用）では受け入れられません。',
  'finding.packages.key.why.twice':
    '異なる鍵（Signed-By）で二重に登録されており、この場合 apt はどの取得元も読みません。',
  'finding.packages.key.why.unsigned': '有効な署名が見つかりません。',
  'finding.packages.key.fix.twice':
    '両方の項目を探します: `grep -rn developer.download.nvidia.com /etc/apt/sources.list /etc/apt/sources.list.d`。`signed-by=/usr/share/keyrings/cuda-archive-keyring.gpg` のある方を残し、もう一方のファイルを削除します。',
  'finding.packages.key.fix.weak':
    '別のディストリビューション用ではなく、このリリース用の NVIDIA リポジトリを使います。新しい鍵で署名されています（Debian 13 は `debian13`）。または、リポジトリの要らない CUDA の runfile を `--toolkit` で使います。セキュリティポリシーは緩めないでください。',
  'finding.packages.key.fix.nvidia':
    'NVIDIA の現在の鍵をインストールします: developer.download.nvidia.com の該当リリースのリポジトリから `cuda-keyring_1.1-1_all.deb` をダウンロードし、`sudo apt-key del 7fa2af80; sudo dpkg -i cuda-keyring_1.1-1_all.deb` を実行します。rpm の場合は `sudo rpm --erase gpg-pubkey-7fa2af80*` の後、`sudo dnf makecache` で新しい鍵を承認します。',
  'finding.packages.key.fix.other':
    '{host} の提供元の説明に従って現在の鍵を /usr/share/keyrings に置き、取得元の項目で `signed-by=` により指定します。',
} as const;

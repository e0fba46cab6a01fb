export const findingsImage = {
  'finding.image.contains-token.title': 'イメージにクライアント構成トークンが含まれています',
  'finding.image.contains-token.detail':
    '{path} はすべてのクローンに入ります。クローンを読める人は誰でもこれでライセンスを取得でき、クローンの分だけを取り消すことはできません。',
  'finding.image.contains-token.fix.1':
    '`sudo gpu-guest seal` が削除します。手動の場合は `sudo rm {path}` を実行します。各クローンには初回起動時にトークンを渡します（cloud-init、接続したディスク）。',
  'finding.image.contains-token.fix.2':
    '意図して残す場合は、プロファイルの `image:` に `keepToken: true` と明記します。',
  'finding.image.kernel-without-module.title': 'イメージが起動するカーネルに NVIDIA モジュールがありません',
  'finding.image.kernel-without-module.detail':
    'このイメージのクローンはカーネル {kernel} で起動しますが、ドライバーはこのカーネル用にビルドされていません。どのクローンでも GPU は動作しません。イメージのビルド中に実行されているカーネルではなく、起動するカーネルが基準です。',
  'finding.image.kernel-without-module.fix.1':
    'そのカーネルのヘッダーを入れたうえで、イメージの中でビルドします: `sudo dkms autoinstall -k {kernel}`。',
  'finding.image.kernel-without-module.fix.2':
    '次のコマンドが失敗したら、イメージのビルドも失敗させます: `modinfo -k {kernel} nvidia`。',
  'finding.image.machine-identity.title': 'イメージに一台のマシンの識別情報が含まれています',
  'finding.image.machine-identity.detail':
    'すべてのクローンがこれを共有します（{paths}）。DHCP で同じアドレスを受け取る、同じホスト鍵を使う、ライセンスサーバーで一つのクライアントと見なされる、といった問題が起きます。',
  'finding.image.machine-identity.detail.cards':
    '{paths} は、イメージをビルドしたマシンのカード専用に作られたものです。クローンは起動のたびに同じアドレスのカードを分割するか、存在しないデバイスをコンテナーに渡してしまいます。',
  'finding.image.machine-identity.fix.1':
    '`sudo gpu-guest seal` がすべて削除します。手動の場合は、machine-id を空にします（ファイルは削除せず、空のまま残します）: `sudo truncate -s 0 /etc/machine-id`。',
  'finding.image.machine-identity.fix.keys':
    '初回起動で新しい鍵が作られる場合（cloud-init は作ります）: `sudo rm /etc/ssh/ssh_host_*`。',
  'finding.image.machine-identity.fix.lease':
    'ライセンスサービスが保持するリースの情報を削除します: `sudo rm -r /var/lib/nvidia/GridLicensing`。',
  'finding.image.machine-identity.fix.cards':
    '一台のマシンのカードだけに当てはまる設定は `sudo gpu-guest seal` が削除します。手動の場合は `sudo rm {paths}` を実行します。各クローンでは、プロファイルを指定した `apply` がそのマシン用のものを作ります。',
} as const;

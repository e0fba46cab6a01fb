import type { bundle as en } from '../en/bundle.ts';

export const bundle: Record<keyof typeof en, string> = {
  'media.offline-bundle.spoilt':
    'この bundle.json は途中で切れているか、変更されています。バンドルの内容を判断できないため、何も使用しません。バンドルをもう一度コピーするか、「gpu-guest bundle」で作り直してください。',
  'media.offline-bundle.missing':
    'オフラインバンドル {folder} に {file} がありません（元どおりでないファイル: {count} 個）。このバンドルは何も使用しません。全体をもう一度コピーし、そのフォルダーで「sha256sum -c SHA256SUMS」を実行して確認してください。',
  'media.offline-bundle.changed':
    'オフラインバンドル {folder} の {file} は、作成時のファイルと異なります（元どおりでないファイル: {count} 個）。このバンドルは何も使用しません。全体をもう一度コピーし、そのフォルダーで「sha256sum -c SHA256SUMS」を実行して確認してください。',
  'offline.is':
    '{release}、{arch}、カーネル {kernels} に必要なものがすべて入っています（パッケージ {packages} 個、{day} 作成）。パッケージはここからのみインストールし、リポジトリには接続しません。',
  'offline.other-release':
    'このオフラインバンドルは {made} 用ですが、このゲストは {guest} です。パッケージが合わないため、何も使用しません。「gpu-guest bundle --release {release}」で作り直すか、バンドルのないメディアフォルダーを指定してください。',
  'offline.other-arch':
    'このオフラインバンドルは {made} 用ですが、このゲストは {guest} です。何も使用しません。同じアーキテクチャのマシンで作り直すか、バンドルのないメディアフォルダーを指定してください。',
  'offline.other-kernel':
    'このオフラインバンドルはカーネル {made} 用ですが、このゲストが次に起動するカーネルは {kernel} です。そのヘッダーが入っていないため、ドライバーをビルドできません。「--kernel {kernel}」を付けてバンドルを作り直すか、対応するカーネルで起動してください。',
  'offline.lacking':
    'オフラインバンドル {folder} に {names} が入っていません。ここで適用するプロファイルで作り直すか、リポジトリに接続できる環境でバンドルのないメディアフォルダーを指定してください。',
  'cli.command.bundle':
    'ネットワークのないゲストがプロファイルの適用に必要とするもの（メディア、依存関係を含むパッケージ、このプログラム）を 1 つのフォルダーに集めます',
  'cli.option.release': '対象ゲストのリリース。例: debian-12、ubuntu-24.04（既定: このマシンのリリース）',
  'cli.option.kernel': 'ヘッダーを入れるカーネル。「uname -r」の表記で指定します（既定: このマシンが次に起動するカーネル）',
  'cli.option.mirror': 'ディストリビューションのこのミラーからパッケージを取得します（RHEL のリビルドでは BaseOS と AppStream のあるフォルダー）',
  'cli.option.with-token': 'クライアント構成トークンを意図的にバンドルに入れます。バンドル自体が機密情報になります',
  'bundle.no-output': 'バンドルにするフォルダーを指定してください: 「gpu-guest bundle -o FOLDER」。まだ存在しないフォルダーでなければなりません。',
  'bundle.exists': '{path} はすでに存在します。バンドルは専用のフォルダーになります。別の名前を指定するか、先に削除してください。',
  'bundle.unwritable-name': 'バンドルのフォルダーのパスには、引用符、バックスラッシュ、改行を使えません。別の名前を指定してください。',
  'bundle.profile-path':
    'プロファイルがこのマシン上の場所 {path} を指定しています。ゲストにはその場所がありません。ファイルをメディアフォルダーに入れ、ファイル名だけで指定してください。',
  'bundle.profile-stdin': 'プロファイルはファイルとしてバンドルに入ります。--profile にはパスを指定してください。',
  'bundle.release-here':
    'このマシンは {name} で、そのバンドルは作成できません。ゲストのリリースを指定してください。例: 「--release debian-12」。',
  'bundle.release-unknown': '{release} というリリースはありません。{near} のことですか？ 指定できるもの: {known}。',
  'bundle.not-for': 'バンドルを作成できるのは x86_64 と aarch64 のゲスト用です。{name} には対応していません。',
  'bundle.kernel-needed':
    '{name} 用のバンドルには、ゲストが起動するカーネルのヘッダーが必要です。ゲストの「uname -r」の表示どおりに指定してください: --kernel KERNEL。',
  'bundle.no-archive': '{name} の公開リポジトリは登録されていません。そのリリースのマシンでバンドルを作成してください。そのマシン自身のリポジトリが使われます。',
  'bundle.no-keyring':
    'このマシンに {keyring} がないため、{name} のパッケージが本物かどうかを確認できません。{package} をインストールしてから、もう一度バンドルを作成してください。',
  'bundle.no-tool':
    'このマシンに {tool} がなく、それなしではバンドルを作成できません。Debian と Ubuntu のパッケージは apt、RHEL とそのリビルドおよび Fedora は dnf、SUSE は zypper で取得します。dnf と zypper には createrepo_c も必要です。インストールするか、そのリリースのマシンでバンドルを作成してください。',
  'bundle.needs-root':
    '何もインストールしない場合でも、dnf がシステムに必要なパッケージを取得できるのは root だけです。root で実行してください: sudo gpu-guest bundle …。',
  'bundle.tool-ended': '{tool} が最後まで終わりませんでした。バンドルは残っていません。もう一度実行してください。',
  'bundle.tool-failed': '{command} が失敗しました: {said}',
  'bundle.mirror-silent': '応答しない取得元がありました。残りで続行します: {said}',
  'bundle.unmet': '次のパッケージをリポジトリから一緒に取得できません: {names}。パッケージマネージャーのメッセージ: {said}',
  'bundle.no-headers':
    '{name} のアーカイブには、カーネル {kernel} のヘッダーがありません。アーカイブに残っているのは最近のカーネルのものです: {offered}。ゲストをこのいずれかに更新して --kernel で指定するか、まだ保持しているミラーを --mirror で指定してください。',
  'bundle.not-in-index': '{file} が、アーカイブの署名済みインデックスの記載と一致しません。使用しません。もう一度バンドルを作成してください。',
  'bundle.unsigned':
    '{file} には、このマシンが信頼する署名がありません（既知の署名がないパッケージの数: {count}）。どれも使用しません。そのリポジトリを信頼する場合は、「rpm --import KEY」でキーを取り込むか、リポジトリのファイルに gpgkey= で指定してから、もう一度バンドルを作成してください。',
  'bundle.not-fetched': '必要なものをすべては取得できませんでした: {names}。使用しません。もう一度バンドルを作成してください。',
  'bundle.no-driver':
    'バンドルにドライバーが入りません。メディアフォルダーにプロファイルに合うパッケージがなく、ディストリビューションにもありません。vGPU 用の GRID ドライバーはディストリビューションには含まれません。メディアフォルダー（--media）に入れてください。',
  'bundle.no-room': 'バンドルの作成には {needed} MiB が必要ですが、空きは {free} MiB です。空きを増やすか、-o で別のフォルダーを指定してください。',
  'bundle.own-unread': '{path} を読み取れないため、このプログラムを自分でバンドルにコピーできません。',
  'bundle.cancelled': '中止しました。バンドルは残っていません。',
  'bundle.left.arch': '{arch} 用です（バンドルは {wanted} 用）',
  'bundle.left.format': 'この形式（{format}）は対象のゲストでは使えません',
  'bundle.left.profile': 'プロファイルは別のものを指定しているか、不要としています',
  'bundle.left.token': 'トークンを入れるとバンドルが機密情報になるため、入れません。入れるには --with-token を指定します',
  'bundle.media': 'メディアファイル {count} 個、{mib} MiB',
  'bundle.packages': 'パッケージ {count} 個、{mib} MiB',
  'bundle.asking': '{name} のアーカイブに問い合わせています…',
  'bundle.copying': '{file} をコピーしています（{mib} MiB）…',
  'bundle.fetching': '{name} を取得しています…',
  'bundle.program': 'このプログラムと、実行用の Node.js {node}',
  'bundle.program-alone': 'このプログラム。このマシンの Node.js は単独のファイルではないため、入れません',
  'bundle.program-later': 'このプログラムと、実行用の Node.js',
  'bundle.checksums': '各ファイルのチェックサム。合計 {mib} MiB',
  'bundle.none': 'なし',
  'bundle.row.media': 'メディア',
  'bundle.row.left': '対象外',
  'bundle.row.packages': 'パッケージ',
  'bundle.row.drivers': 'ドライバー',
  'bundle.row.size': '合計',
  'bundle.holds-token':
    'バンドルにクライアント構成トークンが入っています。バンドルを持つ人は誰でもライセンスを使用できます。トークンと同じように管理してください。',
  'bundle.node-needed':
    'バンドルに Node.js は入っていません。このマシンの Node.js はシステムのライブラリを必要とするためです。ゲストに Node.js 20.19 以降を用意するか、nodejs.org の Node.js でバンドルを作成してください。',
  'bundle.distribution-driver': 'メディアフォルダーのドライバーは入りません。ディストリビューションのパッケージが入ります。',
  'bundle.dry-run': '以上が {path} に入ります。何も作成していません。',
  'bundle.done':
    '{path} が完成しました。全体をゲストに移し（ext4 のディスクまたは tar ファイル。FAT では実行権限が失われます）、そのフォルダーで次を実行してください:',
  'bundle.read-me':
    'ネットワークのないゲストで NVIDIA ドライバーを設定するために gpu-guest が必要とするすべてです: {release}、{arch}、カーネル {kernels}、依存関係を含むパッケージ {packages} 個。',
  'bundle.read-me-check': 'gpu-guest は使用する前にすべてのファイルを検査します。手動で検査するには、下の 1 つ目のコマンドを使います。',
  'bundle.read-me-run': 'ゲスト上のこのフォルダーで 2 つ目のコマンドを実行すると、設定が行われます。「apply」の代わりに「plan」とすると、内容を表示するだけです。',
};

import type { seal as en } from '../en/seal.ts';
import { root } from './root.ts';

export const seal: Record<keyof typeof en, string> = {
  ...root,
  'cli.command.seal': 'このゲストからゴールデンイメージを作ります。準備を確認し、複製してはならないものを削除し、もう一度確認します',
  'cli.command.first-start':
    '封印済みイメージのクローンを使える状態にします。ラベル GPU-GUEST のディスクが接続されていれば、そこからトークンを取り込みます（初回起動時にユニットが呼び出します）',
  'cli.option.keep-token': 'クライアント構成トークンを意図的にイメージに残します。すべてのクローンに含まれます',
  'cli.status.sealing':
    '封印が途中で中断されました。このゲストはまだイメージではなく、一部はすでに削除されています。複製する前に「sudo gpu-guest seal」をもう一度実行してください。',
  'seal.next':
    'プロファイルでは、このゲストをイメージとして封印するよう指定されています。封印は元に戻せず、ここでは同意されていません。同じ --profile を付けて `sudo gpu-guest seal` を実行してください。',
  'seal.after-reboot':
    '再起動後、実行は自動的に続きます。すべての検証が済むと、プロファイルの指定どおりこのゲストをイメージとして封印します。',
  'seal.is-sealed':
    'プロファイルでは、このゲストをイメージとして封印するよう指定されていますが、すでに封印されています。その後に変更があった場合は、もう一度封印してください: `sudo gpu-guest seal`。',
  'seal.is-clone':
    'プロファイルではイメージの封印が指定されています。このゲストは封印済みイメージから作られて使用中のため、そのままにします。それでもイメージにする場合: `sudo gpu-guest seal`。',
  'seal.not-begun-here':
    'プロファイルではイメージの封印が指定されています。しかし、これが実行を開始したマシンであるとは確認できず、ビルド用マシンの複製を自動的に封印することはありません。このマシンをイメージにする場合は、同じ --profile を付けて `sudo gpu-guest seal` を実行してください。',
  'seal.not-by-unit':
    'プロファイルでは、このゲストをイメージとして封印するよう指定されています。この実行は systemd ユニットから開始されており、ユニットがゲストを封印することはありません。同じ --profile を付けて `sudo gpu-guest seal` を実行してください。',
  'seal.not-on-windows':
    'プロファイルでは、このゲストをイメージとして封印するよう指定されています。Windows ゲストはここでは封印しません。Sysprep を使用してください。',
  'seal.left-open':
    'このゲストは封印されていません。プロファイルどおりの状態です。`sudo gpu-guest seal` でイメージにできます。',
  'seal.refused': 'このゲストはまだ封印できません。何も変更していません。',
  'seal.refused.unread':
    'インストールされているドライバーと、イメージが起動するカーネルを読み取れません。これらが分かる場合にのみイメージを封印します。',
  'seal.refused.no-driver': 'NVIDIA ドライバーがインストールされていません。クローンにもドライバーがないことになります。',
  'seal.refused.no-module':
    'クローンはカーネル {kernel} を起動しますが、そのカーネル用のドライバーがビルドされていません: `sudo dkms autoinstall -k {kernel}`。',
  'seal.refused.check': '{id}: 期待される状態は {expected}、実際は {found}',
  'seal.refused.finding': '{id}: {title}',
  'seal.refused.media-unread':
    'イメージ自身のディスク上にある {path} の内容を読み取れません。そこにクライアント構成トークンがあると、すべてのクローンに含まれてしまいます。読み取れるようにするか、空にしてください。',
  'seal.refused.media-token':
    '{path} はイメージ自身のディスクにあるクライアント構成トークンで、すべてのクローンに含まれます。このディスクの外へ移すか、--keep-token で意図的に残してください。',
  'seal.unreadable': '削除すべきものを確認できません: {why}。何も変更していません。',
  'seal.dry-run': '以上が削除されます。何も変更していません。',
  'seal.nothing': '複製してはならないものは残っていません。',
  'seal.ask': 'これらを完全に削除してイメージを封印しますか？元に戻すことはできません。[y/N] ',
  'seal.nobody-to-ask': '同意を確認できる端末がありません。--dry-run で確認してから --yes を指定してください。',
  'seal.declined': '何も変更していません。',
  'seal.changed': '削除するものが、同意された内容と異なります。何も変更していません。--dry-run でもう一度確認してください。',
  'seal.done':
    'イメージを封印しました。ゲストをシャットダウンしてから複製してください。初回起動で通常のゲストに戻るため、それまで起動しないでください: `sudo poweroff`。',
  'seal.keys-kept':
    'SSH ホスト鍵は残り、すべてのクローンが共有します。このゲストには初回起動時に新しい鍵を作るものがありません。cloud-init をインストールするか、自分で削除して各クローンで新しい鍵を作ってください（`ssh-keygen -A`）。',
  'seal.without-gpu':
    'このマシンには GPU がないため、GPU が必要な項目は検証していません。クローンが起動するカーネル用のドライバーがあることだけを確認しました。',
  'seal.token-kept': '指定どおり、クライアント構成トークンはイメージに残ります。',
  'seal.not-sealed':
    '封印されていません: {why} 削除したものは元に戻りません。問題を解決してから「gpu-guest seal」をもう一度実行してください。それまでこのゲストを複製しないでください。',
  'seal.cancelled': '中止されました。',
  'seal.no-own-copy': 'このプログラムを自分でイメージにコピーできないため、クローンがイメージのままになります。',
  'seal.come-again': '削除したものが再び作られました: {paths}。',
  'seal.more': 'ほか {count} 件（--verbose ですべて表示）',
  'seal.part.service': 'ライセンスサービス（停止し、ライセンスを返却）',
  'seal.part.token': 'クライアント構成トークン',
  'seal.part.lease': 'ライセンスのリース',
  'seal.part.machine-id': 'このマシンの識別情報',
  'seal.part.host-keys': 'SSH ホスト鍵（初回起動時に新しく作られます）',
  'seal.part.cloud-init': 'cloud-init が保持するこのインスタンスの情報',
  'seal.part.network': 'ネットワークのリース',
  'seal.part.cards': 'このマシンのカードだけに当てはまる設定。各クローンでは `apply` が作り直します',
  'seal.part.logs': 'ログとメトリクス',
  'seal.part.captures': 'サポート用キャプチャとバグレポート',
  'seal.part.runs': '実行の記録と、取り消しで元に戻すためのもの',
  'seal.part.caches': 'パッケージのキャッシュ',
  'seal.part.media': '一時フォルダーにあるインストーラーとトークン',
  'first-start.not-sealed': 'このゲストは初回起動のクローンではありません。することはありません。',
  'first-start.token': 'ディスク {disk} からトークンを取り込みました。このゲストは使用できます。',
  'first-start.no-token': 'ディスク {disk} に使用できるクライアント構成トークンがありません。',
  'first-start.not-mounted': 'ディスク {disk} をマウントできず、トークンを取り込めませんでした。',
  'first-start.has-token': 'トークンが配置されています。ライセンスサービスを再起動しました。このゲストは使用できます。',
  'first-start.without-token':
    'このゲストは使用できますが、クライアント構成トークンがありません。次のコマンドで追加してください: `sudo gpu-guest apply --media FOLDER --steps license.token,license.restart-service,license.wait`。',
};

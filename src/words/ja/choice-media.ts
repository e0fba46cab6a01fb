import type { choiceMedia as en } from '../en/choice-media.ts';

export const choiceMedia: Record<keyof typeof en, string> = {
  'choice.media.host':
    'これはホスト用パッケージ（vGPU Manager）です。ゲストではなくハイパーバイザーにインストールするものです。',
  'choice.media.arch': '{arch} 用ですが、このゲストは {guest} です。',
  'choice.media.arch-unknown':
    '{arch} 用です。このゲストのプロセッサーの種類が情報に含まれていないため、{assumed} とみなしています。`uname -m` の出力があれば確定できます。',
  'choice.media.no-version': 'バージョンを読み取れません。',
  'choice.media.windows': 'Linux 用のドライバーパッケージではありません。',
  'choice.media.linux':
    'Linux 用のドライバー パッケージですが、このゲストは Windows です。',
  'choice.media.windows-not-listed':
    'INF にこの GPU（{ids}）がありません。Windows はこのカードにインストールしません。このカードと、このクラウドまたは vGPU 専用のパッケージが必要です。',
  'choice.media.windows-newer':
    'ビルド {lowest} 以降の Windows 用ですが、このゲストのビルドは {build} です。',
  'choice.media.not-geforce':
    'データセンターまたはワークステーション用のドライバーですが、これはコンシューマー向けカードです。Windows では GeForce ドライバーが必要です。',
  'choice.media.geforce-not-wanted':
    'GeForce ドライバーですが、これはデータセンターまたはワークステーション用のカードです。Windows では専用のドライバーが必要です。',
  'choice.media.geforce-in-guest':
    '{first} より前の Windows 用 GeForce ドライバーは仮想マシンでは開始しません（コード 43）。',
  'choice.media.format': 'このゲストのパッケージマネージャーは {format} パッケージをインストールできません。',
  'choice.media.no-flavour': 'GRID ドライバーかデータセンター用ドライバーか判別できません。',
  'choice.media.not-grid':
    'データセンター用またはコンシューマー用ドライバーですが、ここで使えるのは GRID ドライバーだけです。',
  'choice.media.grid-not-wanted':
    'GRID ドライバーは vGPU とライセンス済みワークステーション用です。このカードはパススルーなので必要ありません。',
  'choice.media.own-driver':
    '{cloud} は独自の GRID ドライバーをインストールするため、NVIDIA のパッケージは使えません。',
  'choice.media.cloud': '{cloud} 専用のビルドですが、このゲストがそこで動作していることは確認できません。',
  'choice.media.other-file': 'プロファイルは別のファイルを指定しています。',
  'choice.media.bundle': 'vGPU バンドルです。中のゲストドライバーは個別に一覧表示されます。',
  'choice.media.unknown': 'ドライバーでも CUDA ツールキットでもトークンでもありません。',
  'choice.distro.not-grid':
    'ディストリビューションのデータセンター用ドライバーは vGPU を駆動できず、ライセンス機能もありません。ここで使えるのは GRID ドライバーだけです。',
  'choice.cuda.profile-none': 'プロファイルは CUDA ツールキットを必要としていません。',
  'choice.cuda.series':
    '{type} では CUDA は動作しません。ホスト管理者に Q または C シリーズの vGPU を割り当ててもらってください。',
  'choice.cuda.no-driver': 'ドライバーが決まっていないため、適合するツールキットを判断できません。',
  'choice.cuda.none-at-hand': '適合する CUDA ツールキットがないため、インストールしません。',
  'choice.cuda.wish-missing': 'プロファイルが指定する CUDA {wish} はメディアにないか、適合しません。',
  'choice.cuda.kept': 'CUDA {version} はインストール済みでドライバー {driver} で動作するため、そのまま使います。',
  'choice.cuda.native': 'CUDA {version} はドライバー {driver} で制限なく動作します。',
  'choice.cuda.minor':
    'CUDA {version} はマイナーバージョン互換によりドライバー {driver} で動作します。ドライバー自体は CUDA {native} のため、PTX のみのプログラムは動作しません。',
  'choice.cuda.needs': 'CUDA {version} には {floor} 以降のドライバーが必要です。このゲスト用のドライバーはまだ入手できていません。',
  'choice.cuda.gpu-too-old': 'CUDA {version} は {gpu} 向けのコンパイルに対応していません。対応するのは 12.x までです。',
  'choice.cuda.for-linux': 'Linux 用のインストーラーです。',
  'choice.cuda.for-windows': 'Windows 用のインストーラーです。',
  'choice.cuda.network': 'ネットワークインストーラーで、インストール時に内容をダウンロードします。ローカルインストーラーを使用してください。',
  'choice.cuda.unlisted': 'CUDA {version} に必要なドライバーを示すリストがありません。',
  'choice.cuda.driver-too-old': 'CUDA {version} にはドライバー {floor} 以降が必要ですが、使用するのは {driver} です。',
  'choice.cuda.other': 'プロファイルは {wish} を指定しています。',
  'choice.licence.no-driver': 'ライセンスの対象となる GRID ドライバーがありません。',
  'choice.licence.no-licensing': 'このドライバーにライセンス機能はなく、このカードにライセンスは不要です。',
  'choice.licence.profile-none': 'プロファイルはトークンを必要としていません。',
  'choice.licence.provider': '{cloud} は GPU のライセンスを自身で提供するため、トークンは不要です。',
  'choice.licence.token': '{file} は有効なクライアント構成トークンで、期限は {until} です。',
  'choice.licence.in-place': '有効なクライアント構成トークンがすでにあります: {file}。',
  'choice.licence.in-place-early': 'クライアント構成トークン {file} はありますが、まだ使えません。{why}',
  'choice.licence.licensed': 'ドライバーはすでにライセンスを取得しているため、構成は変更しません。',
  'choice.licence.legacy-only':
    'このドライバーブランチはトークンに対応しておらず、従来のライセンスサーバーのみですが、設定されていません。',
  'choice.licence.legacy-server':
    'このドライバーブランチは従来のライセンスサーバーを使用し、{server} が設定されています。',
  'choice.licence.file-missing': 'プロファイルが指定するトークン {file} はメディアにないか、無効です。',
  'choice.licence.unusable': 'ライセンスが必要ですが、トークン {file} は使用できません。{why}',
  'choice.licence.media-not-read':
    'ライセンスが必要ですが、クライアント構成トークンを探すメディアフォルダーは読み取られていません。',
  'choice.licence.missing':
    'ライセンスが必要ですが、有効なクライアント構成トークンがありません。{folder} に置いてください。',
  'choice.token.unreadable': 'クライアント構成トークンとして読み取れません。',
  'choice.token.expired': 'トークンは {at} に失効しました。',
  'choice.token.valid': '有効なクライアント構成トークンです。期限は {until} です。',
  'choice.token.no-expiry': '有効なクライアント構成トークンです。失効日時の記載はありません。',
  'choice.token.other': 'プロファイルはトークン {wish} を指定しています。',
  'choice.token.same': '{better} と同じトークンです。',
  'choice.token.older': '有効ですが、{better} のほうが後に発行されており、配置できるトークンは 1 つだけです。',
};

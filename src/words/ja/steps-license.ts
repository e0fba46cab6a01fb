import type { stepsLicense as en } from '../en/steps-license.ts';

export const stepsLicense: Record<keyof typeof en, string> = {
  'step.license.configure.title': 'ライセンスを設定',
  'step.license.configure.todo': '{file} の変更箇所: {keys}。ほかの行はそのままです。',
  'step.license.configure.done': '{file} は正しく設定されています。',
  'step.license.configure.provider': 'このゲストはクラウド事業者によってライセンス済みです。',
  'step.license.configure.absent': 'gridd.conf はありませんが、なくてもライセンスを取得できています。',
  'step.license.configure.legacy':
    '{keys} は旧方式のライセンスサーバー（{server}）を指しています。このドライバーブランチはクライアント構成トークンのみに対応するため、これらの行を削除します。',
  'step.license.configure.no-template':
    'テンプレートはドライバーに付属しています。ドライバーのインストール後、それを基にファイルを作成します。',
  'step.license.configure.undo': 'ファイルを 1 バイト単位で元に戻します。',
  'step.license.token.title': 'クライアント構成トークンを配置',
  'step.license.token.todo': 'トークンを {file} にコピーします。',
  'step.license.token.replace':
    'トークンを {file} にコピーします。トークンは 1 つだけにする必要があるため、フォルダー内のほかのファイル（{count} 個）を取り除きます。',
  'step.license.token.tidy': '{file} を唯一のトークンとして残し、モードを 0744 にします。',
  'step.license.token.done': '{file} が唯一のトークンで、モードも正しく設定されています。',
  'step.license.token.undo': 'トークンを削除し、以前のトークンを 1 バイト単位で元に戻します。',
  'step.license.restart-service.title': 'ライセンスサービスを起動',
  'step.license.restart-service.changed': 'nvidia-gridd に新しい設定を読み込ませます。',
  'step.license.restart-service.stopped': 'nvidia-gridd が動作していません。',
  'step.license.restart-service.done': 'nvidia-gridd は現在の設定で動作しています。',
  'step.license.restart-service.absent':
    'ドライバーに nvidia-gridd サービスが含まれていないため、ライセンスを取得できません。完全な vGPU ゲストドライバーをインストールしてください。',
  'step.license.restart-service.no-service-needed': 'nvidia-gridd はありませんが、ライセンスは取得済みです。',
  'step.license.restart-service.undo': '以前停止していた場合は停止し、そうでなければ元のファイルで再起動します。',
  'step.license.wait.title': 'ライセンスの取得を待つ',
  'step.license.wait.todo': 'ライセンスの取得を待ち、サービスのログを表示します。',
  'step.license.wait.done': 'すべての GPU が正しい製品でライセンスされています。',
  'step.license.wait.no-smi': 'nvidia-smi が GPU を認識していないため、ライセンスを取得できません。',
  'step.license.wait.no-answer': 'ライセンスの有無を確認できません（{why}）。',
  'step.license.wait.no-log': 'まだライセンスを取得できておらず、nvidia-gridd のログも読み取れません。',
  'step.license.wait.other-product':
    '取得したライセンスは「{found}」ですが、「{wanted}」が必要です。FeatureType を修正するか、ライセンス管理者に正しい製品を依頼してください。',
  'step.license.wait.said': '{what} nvidia-gridd のログ: {line}',
  'step.license.wait.licensed':
    'サービスはライセンスを取得しましたが、nvidia-smi ではまだすべての GPU に反映されていません。',
  'step.license.wait.acquiring': 'ライセンスサーバーに要求しましたが、まだ応答がありません。',
  'step.license.wait.token-missing':
    'サービスがクライアント構成トークンを見つけられません。トークンをメディアフォルダーに置き、コマンドを再実行してください。',
  'step.license.wait.token-invalid':
    'サービスがトークンを読み取れません。破損しているか、トークンではありません。もう一度そのままダウンロードし、コマンドを再実行してください。',
  'step.license.wait.token-expired':
    'トークンの有効期限が切れています。ライセンス管理者に新しいトークンを依頼してください。',
  'step.license.wait.no-entitlement':
    'ライセンスサーバーにこの製品のライセンスが残っていないか、そもそもありません。ライセンス管理者に依頼するか、別の vGPU タイプを選んでください。',
  'step.license.wait.clock-skew':
    'このゲストとライセンスサーバーの時計がずれています。時刻同期を有効にしてから、コマンドを再実行してください。',
  'step.license.wait.server-unreachable':
    'ライセンスサーバーに接続できません。トークンが示すサーバーへの名前解決、経路、ファイアウォール、プロキシを確認してください。',
  'step.license.wait.server-certificate':
    'ライセンスサーバーの証明書が受け入れられませんでした。ライセンス管理者に証明書の確認を依頼し、新しいトークンを取得してください。',
  'step.license.wait.feature-type-invalid': 'gridd.conf の FeatureType はこの GPU には無効です。',
  'step.license.wait.not-licensable':
    'サービスがライセンス対象の GPU を見つけられません。vGPU ゲストドライバーでないか、GPU が起動していません。',
  'step.license.wait.refused': 'ライセンスは付与されませんでした。',
  'step.license.wait.unlicensed': 'ライセンスがありません。GPU の性能が制限されます。',
  'step.license.wait.silent': 'まだライセンスがなく、サービスからも情報がありません。',
  'step.license.wait.undo': '何も変更しません。',
};

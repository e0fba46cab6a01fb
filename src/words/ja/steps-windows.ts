import type { stepsWindows as en } from '../en/steps-windows.ts';

export const stepsWindows: Record<keyof typeof en, string> = {
  'step.license.configure.windows.todo': 'レジストリの変更箇所: {keys}。ほかの値はそのままです。',
  'step.license.configure.windows.done': 'レジストリの 2 つの GridLicensing キーは正しく設定されています。',
  'step.license.configure.windows.absent':
    'レジストリに FeatureType は設定されていませんが、なくてもライセンスを取得できています。',
  'step.license.configure.windows.legacy':
    '{values} は旧方式のライセンスサーバー（{server}）を指しています。クライアント構成トークンと併用できないため、これらの値を削除します。',
  'step.license.configure.windows.undo': '各値を型も含めて元に戻し、追加したものを削除します。',
  'step.license.token.windows.done': '{file} が唯一のトークンです。',
  'step.license.token.windows.tidy': '{file} を唯一のトークンとして残します。',
  'step.license.token.windows.rights':
    'LocalSystem として動作するライセンスサービスに {file} の読み取り権限がないため、権限を付与します。',
  'step.license.restart-service.windows.changed': '{service} に新しい設定を読み込ませます。',
  'step.license.restart-service.windows.stopped': '{service} が動作していません。',
  'step.license.restart-service.windows.done': '{service} は現在の設定で動作しています。',
  'step.license.restart-service.windows.disabled':
    '{service} が無効になっているため、ライセンスを取得できません。自動で開始するよう設定してください: `sc.exe config {service} start= auto`。',
  'step.license.restart-service.windows.absent':
    'ドライバーに {service} サービスが含まれていないため、ライセンスを取得できません。完全な vGPU ゲストドライバーをインストールしてください。',
  'step.license.restart-service.windows.no-service-needed': '{service} はありませんが、ライセンスは取得済みです。',
  'step.license.restart-service.windows.undo': '以前の値とトークンでサービスを再起動します。',
  'step.license.wait.windows.no-log':
    'まだライセンスを取得できておらず、ディスプレイコンテナーのログも読み取れません。',
  'step.license.wait.windows.said': '{what} ディスプレイコンテナーのログ: {line}',
  'step.license.wait.windows.feature-type-invalid': 'レジストリの FeatureType はこの GPU には無効です。',
  'step.cuda.install.windows.no-parts':
    'CUDA {version} のインストーラーのコンポーネント名が不明です。コンポーネントを指定しないと付属のドライバーがインストールされます。「Display Driver」を外して手動でインストールしてください。',
  'step.cuda.install.windows.gone':
    '{path} のツールキットに nvcc がありません。再インストールできるよう、インストーラーをメディアフォルダーに置いてください。',
  'step.cuda.install.windows.undo':
    'NVIDIA のアンインストーラーでツールキットのコンポーネントを削除し、フォルダーと CUDA_PATH を元に戻します。',
  'step.path.configure.windows.no-toolkit': 'CUDA ツールキットがありません。',
  'step.path.configure.windows.todo':
    'システムの PATH と CUDA_PATH が {folder} を指していないか、存在しないツールキットが残っています。すでに実行中のプログラムには、再サインイン後に反映されます。',
  'step.path.configure.windows.done': 'システムの PATH と CUDA_PATH は {folder} を指しています。',
  'step.path.configure.windows.undo':
    'PATH と CUDA_PATH を元に戻します。その後に他者が PATH に追加したものは残します。',
  'step.path.configure.windows.long':
    'PATH は {length} 文字あります。Windows では問題ありませんが、`setx` や古いダイアログは 1024 文字または 2047 文字で切り捨てるため、それらで変更しないでください。',
  'step.path.configure.windows.too-long':
    'CUDA を加えると PATH が {length} 文字になり、Windows の上限 {limit} 文字を超えます。不要なフォルダーをシステムの PATH から削除してください。',
  'step.verify.windows.todo': '最後に確認: ドライバー、GPU、ライセンス、システム環境の CUDA。',
  'check.windows.driver': 'ドライバー {version}、{model}',
  'check.windows.driver.none': 'このデバイスは NVIDIA のドライバーで動作していません',
  'check.windows.driver.problem': 'デバイスマネージャーがコード {code} を示しています',
  'check.windows.path': 'システムの PATH に {folder}、CUDA_PATH に {toolkit}',
  'check.windows.path.other': 'CUDA_PATH は {found} です',
};

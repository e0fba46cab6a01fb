import type { stepsCuda as en } from '../en/steps-cuda.ts';

export const stepsCuda: Record<keyof typeof en, string> = {
  'step.cuda.install.title': 'CUDA ツールキットをインストール',
  'step.cuda.install.todo':
    'CUDA {version} をインストールします。ツールキットのみで、付属のドライバーは入れません。{reason}',
  'step.cuda.install.done': 'CUDA {version} は {path} にあります。',
  'step.cuda.install.link': '/usr/local/cuda が {path} を指していません。',
  'step.cuda.install.gone':
    '{path} のツールキットに nvcc がありません。再インストールできるよう、runfile をメディアフォルダーに置いてください。',
  'step.cuda.install.replaced-driver':
    '選択したドライバーとは別のドライバー {version} が入っています。CUDA のパッケージが置き換えました。そのパッケージを削除してから、コマンドを再実行してください。',
  'step.cuda.install.undo': 'ツールキットのフォルダーとリンクを削除します。',
  'step.path.configure.title': 'すべてのシェルで CUDA を使えるようにする',
  'step.path.configure.not-in-profile': 'プロファイルで要求されていません。',
  'step.path.configure.no-toolkit': '/usr/local/cuda にツールキットがありません。',
  'step.path.configure.todo':
    '一部の種類のシェルで {folder} が見つからないか、存在しないツールキットを指すパスが残っています。',
  'step.path.configure.done': 'すべての種類のシェルに CUDA の場所が設定されています。',
  'step.path.configure.undo': '各ファイルを元に戻し、追加したものを削除します。',
};

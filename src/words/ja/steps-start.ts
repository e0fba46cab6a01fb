import type { stepsStart as en } from '../en/steps-start.ts';

export const stepsStart: Record<keyof typeof en, string> = {
  'step.preflight.title': '事前チェック',
  'step.preflight.done': '権限、空き容量、パッケージのロック、時計に問題はありません。',
  'step.preflight.done-windows': '管理者権限と時刻に問題はありません。',
  'step.preflight.nothing-ahead': '変更する箇所がないため、確認の必要はありません。',
  'step.preflight.rights-windows':
    'このゲストの変更には管理者権限が必要です。「管理者として実行」で開いたターミナルで同じコマンドを実行してください。',
  'step.preflight.rights': 'このゲストを変更するには管理者権限が必要です。同じコマンドを sudo で実行してください。',
  'step.preflight.no-room':
    '{mount} の空きは {freeMiB} MiB ですが、{neededMiB} MiB 必要です。空きを増やすかディスクを拡張してから、コマンドを再実行してください。',
  'step.preflight.locked':
    '別のプログラムがパッケージのロックを保持しています: {program}（プロセス {pid}）。終了を待ちます。終わらない場合は、停止する前に何をしているか確認してください。',
  'step.preflight.index-empty':
    '利用可能なパッケージの一覧が空のため、ディストリビューションがどのドライバーを提供しているか判断できません。先に「{command}」を実行してください。',
  'step.preflight.clock':
    '時計が {now} を示しており、正しくありません。パッケージやライセンスが有効期間前として拒否されます。時計を合わせ、時刻同期を有効にしてください。',
  'step.packages.prerequisites.title': '以降の手順に必要なものをインストール',
  'step.packages.prerequisites.done': '以降の手順に必要なものはそろっています。',
  'step.packages.prerequisites.nothing-to-build': 'ビルドするものはありません。',
  'step.packages.prerequisites.todo': '不足しているパッケージ: {names}。',
  'step.packages.prerequisites.repair': '中断されたパッケージのインストールを先に完了させます。',
  'step.packages.prerequisites.no-headers':
    'カーネル {kernel} のヘッダーはどのリポジトリにもないため、ドライバーをビルドできません。カーネルを更新して再起動するか、このヘッダーを提供しているリポジトリを追加してください。',
  'step.packages.prerequisites.no-dkms':
    'このドライバーのパッケージは DKMS がなければインストールできませんが、設定済みのリポジトリーのどれにも DKMS がありません。RHEL とその互換ディストリビューションでは EPEL から提供されます。EPEL を有効にするか、同じドライバーの .run ファイルをメディアフォルダーに置いてから、コマンドを再実行してください。',
  'step.packages.prerequisites.lacking':
    '必要な次のパッケージが、設定されたどのリポジトリにもありません: {names}。これらを含むリポジトリを追加するか、パッケージ一覧を取得し直してから、もう一度コマンドを実行してください。',
  'step.packages.prerequisites.no-manager':
    'このゲストには apt、dnf、zypper のいずれもありません。手動でインストールしてください: {names}。',
  'step.nouveau.disable.title': 'nouveau が GPU を使わないようにする',
  'step.nouveau.disable.no-module': 'このゲストのどのカーネルにも nouveau はありません。',
  'step.nouveau.disable.loaded': 'nouveau が読み込まれており、NVIDIA ドライバーが GPU を使えません。',
  'step.nouveau.disable.todo': 'nouveau が無効化されておらず、次回起動時に GPU を占有する可能性があります。',
  'step.nouveau.disable.still-loaded': 'nouveau は無効化済みですが、次の起動までは読み込まれたままです。',
  'step.nouveau.disable.initramfs':
    '{file} が nouveau を止めるのはディスクがマウントされてからです。dracut が任意のマシン向けに作る initramfs には nouveau が入り、このファイルは入らないため、そこから nouveau が GPU を占有する可能性があります。',
  'step.nouveau.disable.stale':
    'カーネル {kernel} の initramfs は {file} より前に作られており、そこから nouveau が GPU を占有する可能性があります。作り直します。',
  'step.nouveau.disable.missing': '次に起動するカーネル {kernel} には initramfs がありません。作成します。',
  'step.nouveau.disable.done': 'nouveau は {file} で無効化されています。',
  'step.nouveau.disable.reboot':
    'nouveau は再起動しないと GPU を解放せず、.run インストーラーには空いている GPU が必要です。',
  'step.nouveau.disable.undo': '書き込んだファイルを削除して initramfs を再作成します。次の起動で nouveau が戻ります。',
  'step.verify.title': '検証',
  'step.verify.todo': '最後に、カーネルモジュール、GPU、ライセンス、各種シェルでの CUDA を確認します。',
  'step.verify.done': 'すべて正常です。',
  'step.verify.failed': 'チェック {check} に失敗しました。期待値: {expected}。実際: {found}',
  'step.left-out': '省略し、それ以外はすべて実行します。{why}',
  'step.blocked.unknown': '次の情報が不明なため計画できません: {what}（{why}）。',
  'step.blocked.no-package-manager':
    'このゲストには apt、dnf、zypper のいずれもありません。ドライバーの .run ファイルを使用してください。',
  'step.resume.title': '再起動後に自動で続行する',
  'step.undo.nothing-changed': '何も変更しません。',
  'step.undo.packages': '追加したパッケージを削除します。',
  'step.undo.index': '利用可能なパッケージの一覧は単なるキャッシュです。',
  'step.undo.module': '読み込み済みのモジュールは次の起動まで残ります。',
  'step.undo.service': 'サービスは以前から動作しており、そのまま動作を続けます。',
  'step.undo.with-folder': 'フォルダーと一緒に削除されます。',
  'step.undo.with-driver': 'ドライバーと一緒に削除されます。',
  'step.undo.signature': '署名が残っても影響はありません。',
  'step.undo.runfile-driver':
    '.run ファイルでインストールされたドライバーは自動では戻せません。その .run ファイルを再度インストールしてください。',
};

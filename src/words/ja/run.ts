import type { run as en } from '../en/run.ts';
import { ready } from './ready.ts';

export const run: Record<keyof typeof en, string> = {
  ...ready,
  'run.failed.exit': '「{command}」は終了コード {code} で終わりました。理由は最後の数行の出力にあります。',
  'run.failed.timeout':
    '「{command}」が {minutes} 分以内に終わらなかったため停止しました。どこまで進んだかは最後の数行の出力にあります。',
  'run.failed.not-found':
    'プログラム「{program}」がインストールされていないため、手順を続行できません。インストールしてください。',
  'run.failed.denied':
    'root ですが、プログラム「{program}」をここで実行できません。ファイルに実行権限があるか、マウントに noexec が付いていないか確認してください。',
  'run.failed.killed':
    '「{command}」は外部からのシグナル {signal} で終了しました。SIGKILL の場合はゲストのメモリ不足の可能性があります（「dmesg」を確認）。',
  'run.failed.disk-full':
    '{path} のファイルシステムがいっぱいのため、この変更の前で停止しました。空き容量を増やしてください。',
  'run.failed.read-only':
    '{path} のファイルシステムが読み取り専用のため変更できません。書き込み可能に再マウントしてください。ディスクのエラーが原因のこともあります（「dmesg」を確認）。',
  'run.failed.not-allowed':
    'root ですが、{path} の変更が許可されません。セキュリティモジュールか変更不可属性（「lsattr」）による可能性があります。解除してください。',
  'run.failed.not-allowed.windows':
    '管理者として実行していますが、Windows が {path} の変更を許可しません。ほかのプログラムが開いているか、アクセス制御リスト、「コントロールされたフォルダー アクセス」、ウイルス対策ソフトが禁止している可能性があります。閉じるか、解除してください。',
  'run.failed.file-system.windows':
    '{path} を変更できませんでした: Windows が {code} を返しました。ほかのプログラムが開いている可能性があります。ディスクのエラーはイベント ビューアーのシステム ログで確認できます。',
  'run.failed.file-system':
    '{path} を変更できませんでした。ファイルシステムの応答は {code} です。理由は「dmesg」を確認してください。',
  'run.failed.registry':
    'レジストリのキーまたは値 {place} を読み取れないか、変更できませんでした: {why}。そこは何も変更していません。管理者が regedit で変更できるかを確認してください。',
  'run.failed.not-ours':
    'フォルダー {folder} を管理者専用にできなかったため（「{command}」）、そこには何も書き込んでいません。フォルダーを削除してから、コマンドを再実行してください。',
  'run.failed.source-changed':
    '{file} は計画作成時のファイルと異なります（SHA-256 が不一致）。何も置き換えていません。「gpu-guest plan」で新しい計画を確認してください。',
  'run.failed.packages-locked':
    '{minutes} 分たってもパッケージマネージャーを {program}（プロセス {pid}）が使用中です。何をしているか確認し、終わるまで待ってください。',
  'run.waiting-for-packages':
    'パッケージマネージャーを使用中の {program}（プロセス {pid}）を待っています（{seconds} 秒経過）。',
  'run.failed.driver-replaced':
    'CUDA のインストールがドライバーに影響しました（{first} など {count} 箇所が変化）。「gpu-guest undo」で元に戻し、ツールキットだけをインストールしてください。',
  'run.failed.no-effect':
    '手順の処理はエラーなく終わりましたが、ゲストはあるべき状態になっていません。残っている処理: {because}',
  'run.failed.waited': '{seconds} 秒待ちましたが、達成されていません: {because}',
  'run.failed.reboot-did-not-help':
    'このステップのためにゲストを再起動しましたが、まだ完了していません: {because} 再度の再起動は行いません。「gpu-guest diagnose」を確認してください。',
  'run.reboot.refused':
    '「{command}」が失敗したため、ゲストは再起動していません。手動で再起動し、「gpu-guest resume」を実行してください。',
  'run.reboot.now': 'ゲストを再起動します。再起動後、処理は自動的に続行されます。',
  'run.reboot.needed':
    'ここまで完了しました。残りには再起動が必要です。都合のよいときにゲストを再起動してください。その後は自動的に続行されます（「gpu-guest resume」でも続行できます）。',
  'run.cancelled':
    '変更と変更の間で中止しました。完了済みの変更はそのままです。「gpu-guest resume」で続行するか、「gpu-guest undo」で元に戻してください。',
  'run.nothing-to-do': 'ゲストはすでにプロファイルどおりです。何も変更していません。',
  'run.another-plan':
    '実行 {run} は、--expect で指定したものとは別の計画で始められました。何も実行していません。「gpu-guest runs」で実行の一覧を確認してください。',
  'run.plan-changed':
    'ゲストまたはメディアが変わったため、計画は承認されたものと異なります。何も実行していません。「gpu-guest plan」で新しい計画を確認してください。',
  'run.unfinished':
    '実行 {run} はまだ完了していません。新しい実行の前に、「gpu-guest resume」で続行するか、「gpu-guest undo {run}」で元に戻してください。',
  'run.unknown': 'このゲストに実行 {run} はありません。「gpu-guest runs」で一覧を確認してください。',
  'run.unknown-step': 'ステップ「{step}」はありません。{nearest} のことですか？',
  'run.needs-admin-windows':
    'ゲストの変更には管理者権限が必要です。「管理者として実行」で開いたターミナルで同じコマンドを実行してください。',
  'run.needs-root': 'ゲストの変更には管理者権限が必要です。同じコマンドを sudo で実行してください。',
  'run.busy': '実行 {run} が {since} から動作中です（プロセス {pid}）。終了を待ってください。何も変更していません。',
  'run.busy-unknown': '別の実行がロック {file} を繰り返し取得しています。終了を待ってください。何も変更していません。',
  'run.store-unreadable':
    '{folder} にある過去の実行の記録を読み取れません（{error}）。続行や取り消しができるものがあるか分かりません。root で実行してみてください。',
  'run.journal.malformed':
    'ジャーナル {file} の {line} 行目を読み取れません: {why}。実行済みの内容が分かりません。バックアップからファイルを戻すか、その実行のフォルダーを移動してください。',
  'run.resume.nothing': '続行できる実行はありません。「gpu-guest plan」で必要な作業を確認してください。',
  'run.resume.undoing': '実行 {run} の取り消しが途中で止まっています。「gpu-guest undo {run}」で完了してください。',
  'run.resume.elsewhere':
    '実行 {run} は別のマシンで開始されたものです。このマシンは{what}が異なり、実行が終わる前のビルド用マシンを複製したものと考えられます。ここでは自動的に続行せず、何も変更していません。残っている変更を「sudo gpu-guest undo {run}」で取り消すか、「sudo gpu-guest resume --force」でこのマシン上で続行してください。',
  'cli.option.force.resume': '別のマシンで開始された実行であっても続行します',
  'run.resume.elsewhere.id': 'マシン ID (/etc/machine-id)',
  'run.resume.elsewhere.hardware': 'ハードウェア UUID (DMI)',
  'run.resume.elsewhere.both': '{first}と{second}',
  'run.undo.step': '元に戻しています: {title}',
  'run.undo.nothing': '元に戻せる実行はありません。現在残っている変更はありません。',
  'run.undo.already': '実行 {run} には元に戻すものが残っていません。',
  'run.undo.later-first':
    '実行 {later} は実行 {run} の後に行われ、それを前提としています。先に「gpu-guest undo {later}」で {later} を元に戻してください。',
  'run.undo.cancelled':
    '変更と変更の間で中止しました。残りはまだ元に戻していません。「gpu-guest undo」で続行してください。',
  'run.undo.reboot-due':
    'ゲストを再起動するまで、実行中のカーネルには以前に読み込まれたものが残ります。都合のよいときに再起動してください。',
  'run.undo.reboot-now': '実行中のカーネルも元の状態に戻すため、ゲストを再起動します。',
  'run.undo.remains':
    'それより前の実行 {run}（{status}）の変更はまだ残っています。次の「gpu-guest undo」で取り消せます。',
  'run.undo.remain':
    'それより前の実行 {run}（{status}）と、さらに {count} 件の変更がまだ残っています。「gpu-guest undo」で新しい順に 1 件ずつ取り消せます。',
  'run.two-sentences': '{first}{then}',
  'run.undo.packages-unknown':
    'インストール済みパッケージを一覧できないため、以前のパッケージ構成に戻せません。パッケージマネージャーを修復してから、もう一度「gpu-guest undo」を実行してください。',
  'run.undo.version-stays':
    '次のパッケージは、以前のバージョンがリポジトリにないため新しいバージョンのままです: {names}。戻すには、そのバージョンをパッケージファイルからインストールしてください。',
  'run.undo.others-need':
    '次のパッケージは後からインストールされ、削除対象に依存しています: {names}。不要であれば先に削除してから、もう一度「gpu-guest undo」を実行してください。',
  'run.waiting-for-orphan':
    '「{command}」を待っています。起動元の実行は強制終了されましたが、このコマンドはまだ動作中です（{seconds} 秒経過）。',
  'run.failed.orphan':
    '強制終了された実行が起動した「{command}」は {minutes} 分後もまだ動作中です。終了を待ってから、同じコマンドをもう一度実行してください。',
};

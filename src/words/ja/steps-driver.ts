import type { stepsDriver as en } from '../en/steps-driver.ts';

export const stepsDriver: Record<keyof typeof en, string> = {
  'step.driver.remove-conflicting.title': '競合するドライバーを削除',
  'step.driver.remove-conflicting.none': '競合するドライバーはありません。',
  'step.driver.remove-conflicting.todo': '選択したドライバーと競合: {drivers}。',
  'step.driver.remove-conflicting.no-uninstaller':
    '.run ファイルからインストールされたドライバーがありますが、nvidia-uninstall が見つかりません。同じ .run ファイルをもう一度インストールしてから、このコマンドを再実行してください。',
  'step.driver.remove-conflicting.undo':
    '削除したパッケージを再インストールします。.run ファイルのドライバーは元に戻せません。',
  'step.driver.install.title': 'ドライバーをインストール',
  'step.driver.name': '{kind} {version}',
  'step.driver.kind.grid': 'vGPU ゲストドライバー (GRID)',
  'step.driver.kind.tesla': 'データセンタードライバー',
  'step.driver.kind.geforce': 'GeForce ドライバー',
  'step.driver.flavour.open': 'オープン',
  'step.driver.flavour.proprietary': 'プロプライエタリ',
  'step.driver.install.todo': 'インストールするもの: {driver}。{reason}',
  'step.driver.install.whole': '{driver} は一部しかインストールされていないため、入手元から補完します。',
  'step.driver.install.done': '{driver} はインストール済みで、次に起動するカーネル用のモジュールもあります。',
  'step.driver.install.build':
    'ドライバーはインストール済みですが、カーネル {kernel} 用のモジュールがないためビルドします。',
  'step.driver.install.no-sources':
    'カーネル {kernel} 用のモジュールがなく、ドライバーのソースも DKMS に登録されていません。再インストールできるよう、ドライバーのパッケージをメディアフォルダーに置いてください。',
  'step.driver.install.not-whole':
    'インストール済みのドライバーが不完全か、この GPU に必要なカーネルモジュール（{flavour}）がありません。再インストールできるよう、パッケージをメディアフォルダーに置いてください。',
  'step.driver.install.no-key-read':
    'セキュアブートが有効ですが、モジュールに署名できる鍵を読み取れません。管理者権限でコマンドを実行してください。',
  'step.driver.install.undo': '以前のパッケージ構成に戻し、ドライバーが追加したものを削除します。',
  'step.windows.driver.remove-conflicting.undo':
    '削除前に保存したコピーからドライバーを元に戻します。NVIDIA のセットアップが一緒にインストールしたプログラムは元に戻りません。',
  'step.windows.driver.remove-conflicting.unnamed':
    'ドライバー {version} が競合していますが、Windows がどの名前で保存しているか分かりません。デバイス マネージャーで削除（「デバイスのアンインストール」で「このデバイスのドライバーを削除する」をオン）してから、このコマンドをもう一度実行してください。',
  'step.windows.driver.undo.kept':
    '削除前に保存したコピーから元に戻せます。',
  'step.windows.driver.undo.log':
    'セットアップが書いたログは、原因を調べるために残ります。',
  'step.windows.driver.install.done':
    '{driver} がインストールされており、Windows は GPU の問題を報告していません。',
  'step.windows.driver.install.unknown':
    '{driver} はインストールされていますが、GPU が動作しているかを Windows に問い合わせられませんでした。コマンドを管理者として実行してください。',
  'step.windows.driver.install.answers':
    '{driver} はインストール済みで、nvidia-smi がすべての GPU について応答しています。Windows 自体には確認できませんでした。',
  'step.windows.driver.install.no-restart':
    '{driver} はインストールされていますが、Windows は GPU についてコード {code} を報告しています。別のドライバーや再起動では解消しません。対処は「gpu-guest diagnose」が示します。',
  'step.windows.driver.install.restart':
    '{driver} はインストールされていますが、Windows は GPU についてコード {code} を報告しています。新しいドライバーが GPU を開始するには再起動が必要な場合があります。その後もコードが残る場合は、「gpu-guest diagnose」が原因を示します。',
  'step.windows.driver.install.refused':
    '{file} はインストールしません: {why}',
  'step.windows.driver.install.no-package':
    '{driver} がないGPUがありますが、そのパッケージが手元にありません。メディア フォルダーに置いてから、コマンドをもう一度実行してください。',
  'step.windows.driver.install.undo':
    'ドライバー自身のセットアップでアンインストールし、保存したコピーから以前のドライバーを元に戻します。',
  'step.windows.driver.reboot':
    '新しいドライバーは次回の起動時に GPU を開始します。',
  'step.driver.enroll-key.title': 'セキュアブートにドライバーを許可させる',
  'step.driver.enroll-key.no-secure-boot': 'セキュアブートは無効です。',
  'step.driver.enroll-key.accepted': 'カーネルはモジュールを受け入れています。',
  'step.driver.enroll-key.distribution':
    'モジュールはディストリビューションの鍵で署名されており、セキュアブートはその鍵を信頼しています。',
  'step.driver.enroll-key.no-module': 'カーネル {kernel} には署名できる NVIDIA モジュールがありません。',
  'step.driver.enroll-key.no-mokutil':
    '鍵の登録に必要な mokutil がインストールされていません。インストールするか、この仮想マシンのセキュアブートを無効にしてください。',
  'step.driver.enroll-key.done': 'ゲスト独自の鍵は登録済みで、モジュールはその鍵で署名されています。',
  'step.driver.enroll-key.pending':
    '登録は次回起動時に仮想マシンのコンソールで確認します。パスワードは {file} にあります。',
  'step.driver.enroll-key.todo':
    'セキュアブートが有効で、モジュールの鍵が登録されていません。登録しないとドライバーは読み込まれません。',
  'step.driver.enroll-key.console':
    '次回起動時に、仮想マシンのコンソールで操作する人が必要です。青い「MOK management」画面が 10 秒間キー入力を待つので、「Enroll MOK」「Continue」「Yes」を選び、表示されたワンタイムパスワード（{file} にもあります）を入力してください。',
  'step.driver.enroll-key.undo':
    '登録要求は取り消されます。ファームウェアに登録済みの鍵は、コンソールで削除する（mokutil --delete）まで残ります。',
  'step.driver.load.title': 'ドライバーを読み込む',
  'step.driver.load.todo': 'ドライバーが読み込まれていません。',
  'step.driver.load.done': 'バージョン {version} が読み込まれています。',
  'step.driver.load.no-module': 'このゲストのどのカーネルにもドライバーのモジュールがありません。',
  'step.driver.load.reboot-key': '鍵は再起動時にコンソールで確認します。',
  'step.driver.load.reboot-nouveau': '次の起動まで nouveau が GPU を保持しています。',
  'step.driver.load.reboot-other': '次の起動まで、別のバージョンまたは別の種類のドライバーが読み込まれています。',
  'step.driver.load.reboot-kernel':
    'ドライバーは実行中のカーネルではなく、次に起動するカーネル用にビルドされています。',
  'step.driver.load.undo': '読み込み済みのモジュールは次の起動まで残ります。',
  'step.driver.hold.title': 'アップグレードでドライバーが変わらないようにする',
  'step.driver.hold.not-in-profile': 'プロファイルで要求されていません。',
  'step.driver.hold.runfile': 'ドライバーはパッケージではないため、アップグレードで変わることはありません。',
  'step.driver.hold.no-version-lock':
    '設定済みのリポジトリーのどれにも {package} がないため、dnf はドライバーのバージョンを固定できず、アップグレードで変わるおそれがあります。これを含むリポジトリーを有効にしてコマンドを再実行するか、/etc/dnf/dnf.conf に「excludepkgs={names}」をご自分で追加してください。',
  'step.driver.hold.no-driver': '固定できるドライバーがインストールされていません。',
  'step.driver.hold.done': 'ドライバーのパッケージは固定されています。',
  'step.driver.hold.todo':
    '自動アップグレードでカーネルモジュールとライブラリのバージョンがずれるおそれがあります。固定するもの: {names}。',
  'step.driver.hold.undo': 'パッケージの固定を解除します。',
};

export const findingsDriverModule = {
  'finding.driver.module-missing-for-kernel.title': 'このカーネル用のドライバーモジュールがありません',
  'finding.driver.module-missing-for-kernel.detail':
    'ドライバーはインストールされていますが、実行中のカーネル {kernel} 用のモジュールがないため、ドライバーを読み込めません。多くの場合、カーネルが変わったのにモジュールが再ビルドされていないか、ビルドに失敗しています。',
  'finding.driver.module-missing-for-kernel.detail.next':
    '実行中のカーネル {running} ではドライバーが使えますが、次に起動するカーネル {kernel} には nvidia モジュールがありません。次の再起動後、GPU は動作しなくなります。',
  'finding.driver.module-missing-for-kernel.fix.1':
    'ビルドに必要なものをインストールします: `sudo apt-get install dkms build-essential linux-headers-{kernel}` または `sudo dnf install dkms gcc make kernel-devel-{kernel}`、SUSE では `sudo zypper install dkms gcc make kernel-default-devel`。',
  'finding.driver.module-missing-for-kernel.fix.2':
    'モジュールをビルドします: `sudo dkms autoinstall -k {kernel} && sudo modprobe nvidia`。DKMS なしの runfile でインストールした場合は、`--dkms` を付けて再インストールします。',
  'finding.driver.module-missing-for-kernel.fix.3':
    'イメージを配布する前に確認します: `modinfo -k <起動するカーネル> nvidia` でモジュールが見つかる必要があります。',
  'finding.driver.module-wrong-kernel-abi.title': 'モジュールは別のカーネル用にビルドされています',
  'finding.driver.module-wrong-kernel-abi.detail':
    'nvidia モジュールはカーネル {built} 用にビルドされていますが、実行中は {running} です。カーネルは合わないモジュールを拒否するため、ドライバーを読み込めません。',
  'finding.driver.module-wrong-kernel-abi.fix.1':
    '実行中のカーネル用に再ビルドします: `sudo dkms install --force nvidia/<バージョン> -k {kernel}`。または、このカーネルに合うビルド済みモジュールパッケージをインストールします。',
  'finding.driver.module-wrong-kernel-abi.fix.2':
    'ビルド済みモジュールを使う場合は、カーネルを固定し、モジュールと同時にだけ更新します。',
  'finding.driver.module-signature-rejected.title': 'カーネルが署名を理由にドライバーのモジュールを拒否しています',
  'finding.driver.module-signature-rejected.detail':
    'Secure Boot が有効で、nvidia モジュールはこのゲストが信頼する鍵で署名されていません。インストールや `dkms status` が正常と表示しても、カーネルは読み込みを拒否します。',
  'finding.driver.module-signature-rejected.detail.enforced':
    'Secure Boot は有効ではありませんが、カーネルは署名付きモジュールしか読み込まず、nvidia モジュールはカーネルが信頼する鍵で署名されていません。カーネルが `module.sig_enforce=1` で起動されたか、ロックダウン状態にあるか、そのようにビルドされています。',
  'finding.driver.module-signature-rejected.detail.unknown':
    'nvidia モジュールがこのゲストの信頼する鍵で署名されていないため、カーネルが読み込みを拒否しています。多くの場合は Secure Boot が有効です（`mokutil --sb-state` で確認できます）。',
  'finding.driver.module-signature-rejected.fix.1':
    'ゲスト自身の鍵で署名して登録します: `sudo gpu-guest apply --steps driver.enroll-key`。手動では `sudo mokutil --import <DER 形式の証明書>`。',
  'finding.driver.module-signature-rejected.fix.2':
    'コンソールに人がいる状態で再起動し、Enroll MOK を選んで、インポート時に設定したパスワードを入力します。',
  'finding.driver.module-signature-rejected.fix.3':
    'または、ディストリビューションが署名したモジュールを使うか（Ubuntu: `linux-modules-nvidia-<ブランチ>-<カーネル種別>`）、ホストの管理者にこのゲストの Secure Boot を無効にするよう依頼します。',
  'finding.driver.module-signature-rejected.fix.enforced':
    '`cat /proc/cmdline` を確認します。`module.sig_enforce=1` または `lockdown=` があれば、ブートローダーの設定（`/etc/default/grub`）から取り除き、`sudo update-grub` を実行して再起動します。',
  'finding.driver.module-signature-rejected.fix.sign':
    'ゲストで署名が必須の場合は、カーネルが信頼する鍵で署名されたモジュールを使います。',
  'finding.driver.dkms-failed.title': 'ドライバーのカーネルモジュールをビルドできませんでした',
  'finding.driver.dkms-failed.detail':
    'カーネル {kernel} 用の nvidia モジュールのビルドに失敗したため、読み込むモジュールがありません。パッケージマネージャーは成功と表示していることがあります。',
  'finding.driver.dkms-failed.detail.unnamed':
    'nvidia モジュールのビルドに失敗したため、読み込むモジュールがありません。パッケージマネージャーは成功と表示していることがあります。',
  'finding.driver.dkms-failed.fix.1':
    'ログの最初のエラーを確認します: `sudo grep -n -m 5 -i error /var/lib/dkms/nvidia*/*/build/make.log`。',
  'finding.driver.dkms-failed.fix.2':
    '原因（ヘッダー、コンパイラー、ディスク容量、または新しいドライバーへの変更）を解消してから再ビルドします: `sudo dkms autoinstall && sudo modprobe nvidia`。',
  'finding.driver.dkms-compiler-mismatch.title': 'モジュールのビルドに使うコンパイラーがカーネルと異なります',
  'finding.driver.dkms-compiler-mismatch.detail':
    'カーネルは、ドライバーのモジュールをビルドするコンパイラーとは別のコンパイラーで作られています。未知のオプションでビルドが止まり、モジュールができません。',
  'finding.driver.dkms-compiler-mismatch.detail.missing':
    'カーネルは {compiler} でビルドされていますが、このゲストにはないため、ドライバーのモジュールをビルドできません。',
  'finding.driver.dkms-compiler-mismatch.fix.1': 'カーネルをビルドしたコンパイラーを確認します: `cat /proc/version`。',
  'finding.driver.dkms-compiler-mismatch.fix.2':
    '同じコンパイラーをインストールしてビルドします: `sudo apt-get install gcc-{major} && sudo env CC=gcc-{major} dkms autoinstall`。',
  'finding.driver.too-old-for-kernel.title': 'ドライバーがこのカーネルに対して古すぎます',
  'finding.driver.too-old-for-kernel.detail':
    'ドライバー {version} はカーネル {kernel} ではビルドも読み込みもできません。このリリースが使うインターフェースがカーネル側で変更されています。再ビルドしても解決しません。',
  'finding.driver.too-old-for-kernel.fix.1':
    '同じブランチの新しいリリースをインストールします。vGPU ではホストのリリースが受け入れるものを選びます（`gpu-guest detect` が示します）。',
  'finding.driver.too-old-for-kernel.fix.2':
    'または、モジュールがある古いカーネルで起動し、新しいカーネルに対応するドライバーが出るまで固定します。',
} as const;

export const findingsDriver = {
  'finding.driver.missing.title': 'NVIDIA ドライバーがインストールされていません',
  'finding.driver.missing.detail':
    'ゲストには GPU（{gpu}）がありますが、NVIDIA ドライバーのパッケージもカーネルモジュールもありません。ドライバーをインストールするまで、GPU はどのプログラムからも使えません。',
  'finding.driver.missing.fix.1':
    '`gpu-guest detect` がこの GPU に合うドライバーを示します。vGPU には GRID ゲストドライバーが必要で、これはどのディストリビューションのリポジトリにもありません。',
  'finding.driver.nouveau-bound.title': 'nouveau が GPU を占有しています',
  'finding.driver.nouveau-bound.detail':
    '{address} の GPU はオープンソースドライバー nouveau にバインドされています。nouveau が占有している間は NVIDIA のモジュールが GPU を取得できず、CUDA は動作しません。',
  'finding.driver.nouveau-bound.fix.1':
    "nouveau を読み込まないようにします: `printf 'blacklist nouveau\\noptions nouveau modeset=0\\n' | sudo tee /etc/modprobe.d/disable-nouveau.conf`。",
  'finding.driver.nouveau-bound.fix.2':
    'nouveau は initramfs から読み込まれるため、initramfs を再生成します: Debian、Ubuntu は `sudo update-initramfs -u -k all`、RHEL、SUSE は `echo \'omit_drivers+=" nouveau "\' | sudo tee /etc/dracut.conf.d/disable-nouveau.conf && sudo dracut --force --regenerate-all`（任意のマシン向けに作る dracut は /etc/modprobe.d のファイルを取り込みません）。',
  'finding.driver.not-loaded.title': 'NVIDIA カーネルモジュールが読み込まれていません',
  'finding.driver.not-loaded.detail':
    'ドライバーはインストールされていますが、実行中のカーネルがモジュールを読み込んでいません。nvidia-smi と CUDA はドライバーと通信できません。',
  'finding.driver.not-loaded.fix.1':
    'モジュールを読み込みます: `sudo modprobe nvidia`。失敗した場合は、そのメッセージと `sudo dmesg | tail -n 30` に原因が示されます。',
  'finding.driver.not-loaded.fix.2':
    "意図的に読み込みが禁止されている場合は、`grep -rn 'blacklist nvidia' /etc/modprobe.d /usr/lib/modprobe.d` で該当行を探して削除します。",
  'finding.driver.userspace-kernel-mismatch.title':
    'ドライバーのライブラリとカーネルモジュールのバージョンが異なります',
  'finding.driver.userspace-kernel-mismatch.detail':
    'ドライバーのユーザー空間側は {user}、読み込み済みのカーネルモジュールは {module} です。両者は同じバージョンでなければ動作しないため、nvidia-smi と CUDA は拒否されます。更新でライブラリだけが置き換わり、古いモジュールが読み込まれたままのときに起こります。',
  'finding.driver.userspace-kernel-mismatch.detail.user':
    'ドライバーのユーザー空間側は {user} ですが、読み込み済みのカーネルモジュールは別のバージョンです。両者は同じバージョンでなければ動作しないため、nvidia-smi と CUDA は拒否されます。更新でライブラリだけが置き換わり、古いモジュールが読み込まれたままのときに起こります。',
  'finding.driver.userspace-kernel-mismatch.detail.untold':
    'ドライバーのユーザー空間側と、読み込み済みのカーネルモジュールのバージョンが異なります。両者は同じバージョンでなければ動作しないため、nvidia-smi と CUDA は拒否されます。更新でライブラリだけが置き換わり、古いモジュールが読み込まれたままのときに起こります。',
  'finding.driver.userspace-kernel-mismatch.fix.1':
    '再起動後もバージョンが異なる場合は、モジュールが再ビルドされていません。両方を同じバージョンでインストールし直すか（例: `sudo apt-get install --reinstall nvidia-dkms-<branch> nvidia-utils-<branch>`）、`sudo gpu-guest apply` を実行します。',
  'finding.driver.userspace-kernel-mismatch.fix.2':
    '自動更新で再びずれないように、ドライバーのパッケージを固定します（`sudo apt-mark hold …`。`sudo gpu-guest apply` では driver.hold ステップが行います）。',
  'finding.driver.multiple-installs.title': '複数の NVIDIA ドライバーがインストールされています',
  'finding.driver.multiple-installs.detail':
    'ドライバー {first} と {second} が同時にインストールされています。互いのファイルを上書きするため、どのモジュールとライブラリが使われるかは偶然に左右されます。',
  'finding.driver.multiple-installs.fix.1':
    'それぞれインストールした方法で削除します: runfile は `sudo nvidia-uninstall`、パッケージは `sudo apt-get purge <上に挙げたパッケージ>` または `sudo dnf remove <上に挙げたパッケージ>`。',
  'finding.driver.multiple-installs.fix.2': 'その後、ドライバーを一つだけインストールし直して再起動します。',
  'finding.driver.stale-libraries.title': '別バージョンのドライバーのライブラリが残っています',
  'finding.driver.stale-libraries.detail':
    'ドライバー {current} のライブラリのほかに、バージョン {version} のものがあります。先に誤ったほうを見つけたプログラムは、バージョン不一致で失敗します。',
  'finding.driver.stale-libraries.fix.1':
    'ファイルの持ち主を調べます: `dpkg -S {path}` または `rpm -qf {path}`。パッケージに属していればそのパッケージを削除します。どのパッケージにも属していなければ runfile が残したものです。',
  'finding.driver.stale-libraries.fix.2':
    '別のドライバーの残りを削除し、リンカーのキャッシュを更新します: `sudo ldconfig`。',
  'finding.driver.reboot-pending.title': 'ドライバーを使うにはゲストの再起動が必要です',
  'finding.driver.reboot-pending.detail':
    'ドライバーの変更はインストール済みですが、実行中のカーネルは以前に読み込んだものを使い続けています。再起動するまで状態を判断できず、GPU が動作しない場合があります。',
  'finding.driver.reboot-pending.detail.key':
    'ドライバーのモジュールに署名した鍵が登録待ちです。次回起動時にファームウェアが確認します。それまでカーネルはモジュールを拒否します。',
  'finding.driver.reboot-pending.fix.1':
    '再起動後に `gpu-guest verify` で確認します。鍵を登録する場合は、ゲストのコンソールで Enroll MOK を選び、ワンタイムパスワードを入力する人が必要です。',
  'finding.driver.persistence-off.title': '永続モードがオフです',
  'finding.driver.persistence-off.detail':
    'GPU を使うプログラムがなくなるたびに、ドライバーは GPU を停止します。故障ではありませんが、最初のプログラムの起動が毎回数秒遅くなります。',
  'finding.driver.persistence-off.fix.1':
    '起動時間が問題になる場合は、デーモンで待機状態を保ちます: `sudo systemctl enable --now nvidia-persistenced`。',
} as const;

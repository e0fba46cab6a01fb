import type { containers as en } from '../en/containers.ts';

export const containers: Record<keyof typeof en, string> = {
  'choice.containers.not-wanted': 'プロファイルはコンテナーを要求していません。',
  'choice.containers.whole': 'このゲストに合う NVIDIA Container Toolkit 一式の 1 つです。',
  'choice.containers.incomplete':
    'NVIDIA Container Toolkit {version} は同じバージョンの 4 つのパッケージで構成されます。フォルダーにないもの: {names}。',
  'choice.containers.no-media':
    'メディアフォルダーに、このゲストに合う NVIDIA Container Toolkit 一式がありません。同じバージョンの次のパッケージを置いてください: {names}。',
  'step.containers.no-runtime':
    'このゲストには Docker、containerd、Podman のいずれもありません。どれかをインストールしてから、コマンドを再実行してください。',
  'step.containers.not-there':
    'プロファイルは {runtime} を指定していますが、このゲストにはありません。インストールするか、別のランタイムを指定してください。',
  'step.containers.snap':
    'この Docker は snap ストアのもので、ゲストの NVIDIA ランタイムを利用できません。Docker の公式パッケージかディストリビューションのパッケージでインストールし直してください。',
  'step.containers.install.title': 'NVIDIA Container Toolkit をインストール',
  'step.containers.install.done': 'NVIDIA Container Toolkit {version} はインストール済みです。',
  'step.containers.install.media':
    'NVIDIA Container Toolkit {version} をメディアからインストールします。ドライバーは含まれません。',
  'step.containers.install.repository':
    'NVIDIA Container Toolkit を、ゲストに設定済みのリポジトリからインストールします。ドライバーは含まれません。',
  'step.containers.install.set-up':
    'プロファイルの指定どおり、NVIDIA の Container Toolkit のリポジトリを鍵とともに追加し、そこからインストールします。ドライバーは含まれません。',
  'step.containers.install.no-source':
    'メディアにも設定済みのリポジトリにも NVIDIA Container Toolkit がありません。4 つのパッケージをメディアフォルダーに置くか、プロファイルの `containers:` の下に `toolkit: repository` と書いて NVIDIA のリポジトリを追加してください。',
  'step.containers.install.no-manager':
    'このゲストには apt、dnf、zypper のいずれもないため、ツールキットのパッケージをインストールできません。',
  'step.containers.install.key-mode': '鍵とともに削除されます。',
  'step.containers.configure.title': 'コンテナーランタイムで GPU を使えるようにする',
  'step.containers.configure.todo': 'まだ GPU 用に設定されていません: {runtimes}。',
  'step.containers.configure.restart':
    '{runtime} が動作中であれば、設定を読み込むために再起動します。live restore が無効な場合、実行中のコンテナーは停止し、再起動ポリシーのあるものは再び起動します。',
  'step.containers.configure.done': '対象のコンテナーランタイムはすべて GPU 用に設定されています。',
  'step.containers.configure.no-toolkit':
    'nvidia-ctk がありません。NVIDIA Container Toolkit がインストールされていません。',
  'step.containers.configure.no-driver':
    'NVIDIA ドライバーがロードされていないため、コンテナー向けに GPU を記述できません。先にドライバーをロードしてください。',
  'step.containers.image':
    'ここにはカードがないため、Podman 向けの GPU の記述も、コンテナーでの一覧表示も行いません。イメージから作られたゲストで行います。ツールキット 1.18 以降は、付属のサービスが起動のたびに記述します。',
  'step.containers.configure.undo':
    '各ファイルを元に戻し、追加したものを削除し、再起動したランタイムをもう一度再起動します。',
  'step.containers.prove.title': 'コンテナーで GPU を一覧表示',
  'step.containers.prove.todo':
    'ネットワークなしのコンテナーで nvidia-smi を 1 回実行します。手元のイメージ: {images}。何もダウンロードしません。',
  'step.containers.prove.done': 'このドライバーとツールキットで、コンテナーが GPU を一覧表示しました。',
  'step.containers.prove.no-image':
    'nvidia-smi を実行できるイメージが手元になく、無断でのダウンロードもしません。確認するには ubuntu や nvidia/cuda などのイメージを取得してから、コマンドを再実行してください。',
  'step.containers.prove.nothing-stays': 'コンテナーは終了時に削除されます。',
  'step.containers.prove.undo': '確認の記録を削除します。コンテナーはすでに削除されています。',
  'check.containers': '{runtime} のコンテナーで GPU を使える',
  'check.containers.any': 'コンテナーで GPU を使える',
  'check.containers.no-runtime': 'そのコンテナーランタイムはインストールされていません',
  'check.containers.no-toolkit': 'NVIDIA Container Toolkit がインストールされていません',
  'check.containers.unavailable': 'NVIDIA Container Toolkit がインストールされていません。{why}',
  'check.containers.not-configured': 'GPU 用に設定されていないか、別のドライバー用の設定です',
  'check.containers.not-proved':
    '設定済みですが、このドライバーとツールキットで GPU を一覧表示したコンテナーはまだありません',
  'check.containers.configured': '設定済み。手元にイメージがないため未確認です',
  'check.containers.proved': '{image} のコンテナーが一覧表示しました（ドライバー {driver}、ツールキット {toolkit}）',
  'fact.cdiSpecs': 'CDI 仕様ファイル',
  'fact.containerErrors': 'コンテナーランタイムの出力',
  'fact.containerImages': '手元のコンテナーイメージ',
  'fact.containerProof': 'コンテナーが GPU を一覧表示したかどうか',
  'fact.containerRuntimes': 'コンテナーランタイム',
  'fact.containerToolkit': 'NVIDIA Container Toolkit',
  'question.cdiSpecs': 'CDI 仕様ファイルは NVIDIA GPU をどう記述していますか。',
  'question.containerErrors': 'コンテナーが GPU を得られなかったとき、ランタイムは何を報告しましたか。',
  'question.containerImages': '手元にどのコンテナーイメージがありますか。',
  'question.containerProof': 'コンテナーは GPU を一覧表示しましたか。',
  'question.containerRuntimes': 'どのコンテナーランタイムがあり、NVIDIA ランタイムを認識していますか。',
  'question.containerToolkit': 'NVIDIA Container Toolkit はありますか。',
  'finding.containers.fix.apply':
    'このツールに任せます: プロファイルの `containers:` の下に `runtime: auto` と書き、`sudo gpu-guest apply --profile FILE` を実行します。',
  'finding.containers.toolkit-missing.title': 'コンテナーで GPU を使えません: NVIDIA Container Toolkit がありません',
  'finding.containers.toolkit-missing.detail':
    'コンテナーランタイムは、GPU をコンテナーに渡すものを見つけられません。NVIDIA Container Toolkit がインストールされていないか、インストール後にランタイムが再起動されていません。',
  'finding.containers.toolkit-missing.detail.left':
    'コンテナーランタイムの設定は NVIDIA のランタイムを指していますが、NVIDIA Container Toolkit がインストールされていません。それを要求するコンテナーは起動しません。',
  'finding.containers.toolkit-missing.detail.spec':
    'CDI 仕様ファイルはコンテナーごとに NVIDIA Container Toolkit を呼び出すよう指定していますが、インストールされていません。GPU を要求するコンテナーは起動しません。',
  'finding.containers.toolkit-missing.fix.1':
    '手動では、パッケージ nvidia-container-toolkit をインストールし、`sudo nvidia-ctk runtime configure --runtime=docker` と `sudo systemctl restart docker` を実行します。snap ストアの Docker では利用できません。',
  'finding.containers.runtime-unknown.title': 'コンテナーランタイムが「nvidia」ランタイムを認識していません',
  'finding.containers.runtime-unknown.detail':
    'コンテナーは「nvidia」ランタイムを要求していますが、動作中のデーモンが読み込んだ設定にはありません。コンテナーは起動しません。',
  'finding.containers.runtime-unknown.detail.unset':
    'NVIDIA Container Toolkit {version} はありますが、コンテナーランタイムの設定に「nvidia」ランタイムがありません。名前で要求するコンテナーは起動しません。',
  'finding.containers.runtime-unknown.fix.1':
    '手動では `sudo nvidia-ctk runtime configure --runtime=docker` の後に `sudo systemctl restart docker`（または `--runtime=containerd` と containerd）を実行します。root なしで動くデーモンは ~/.config/docker/daemon.json を読み込みます。',
  'finding.containers.cgroup-lost.title': '実行中のコンテナーが GPU を失いました',
  'finding.containers.cgroup-lost.detail':
    'コンテナー内の NVML が「Unknown Error」を返しています。systemd が cgroup を管理している場合、`systemctl daemon-reload` の後に起こります（パッケージのインストールだけでも起こります）。NVIDIA のフックが渡した GPU のデバイスファイルがコンテナーから取り上げられます。コンテナーの外で nvidia-smi が動くなら、ゲストの GPU とドライバーは原因ではありません。',
  'finding.containers.cgroup-lost.fix.1': 'コンテナーを起動し直します。次の reload までは再び GPU を使えます。',
  'finding.containers.cgroup-lost.fix.2':
    '恒久的には、GPU を CDI で渡すか（`--device nvidia.com/gpu=all`）、ランタイムが自動でそうする NVIDIA Container Toolkit 1.18 以降を使います。',
  'finding.containers.cgroup-lost.fix.3':
    'または Docker に cgroup を管理させます。/etc/docker/daemon.json に `"exec-opts": ["native.cgroupdriver=cgroupfs"]` と書き、Docker を再起動します。',
  'finding.containers.cdi-stale.title': 'CDI 仕様ファイルが現在の GPU の状態に合っていません',
  'finding.containers.cdi-stale.detail':
    '{path} はドライバー {described} のライブラリーを指していますが、ロードされているのは {driver} です。コンテナーには存在しないファイルが渡されるか、何も渡されません。',
  'finding.containers.cdi-stale.detail.said':
    'コンテナーランタイムは、要求されたデバイスをどの CDI 仕様ファイルにも見つけられません。ファイルがないか、GPU や MIG デバイスの変更前に書かれたものか、読み取れない状態です。',
  'finding.containers.cdi-stale.detail.gone':
    'CDI 仕様ファイルはドライバー {driver} のファイルを指していますが、そのファイルは存在しません。現在インストールされているものとは別のドライバー、またはすでに削除されたドライバーのために書かれたものです。',
  'finding.containers.cdi-stale.detail.mig':
    '{path} が挙げるデバイスは {named} ですが、現在ある MIG デバイスは {there} です。コンテナーには、もう存在しないデバイスが渡されるか、意図したデバイスが渡されません。',
  'finding.containers.cdi-stale.fix.1':
    '手動では `sudo nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml` を、ツールキット 1.18 以降では `sudo systemctl restart nvidia-cdi-refresh.service` を実行します。`nvidia-ctk cdi list` でデバイスを確認できます。ドライバーや MIG デバイスを変更するたびに行います。',
  'finding.containers.old-hook.title': 'CDI のほかに古いフックも GPU を渡しています',
  'finding.containers.old-hook.detail':
    '{hook} はコンテナーで NVIDIA のフックを呼び出し、{spec} は同じ GPU を CDI 向けに記述しています。両方があると、コンテナーにデバイスが二重に渡され、起動しないことがあります。',
  'finding.containers.old-hook.fix.1': '手動では、CDI を使っている場合に `sudo rm {hook}` を実行します。',
};

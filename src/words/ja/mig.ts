import type { mig as en } from '../en/mig.ts';

export const mig: Record<keyof typeof en, string> = {
  'profile.key.mig':
    'MIG: 1 枚のカードを複数のデバイスに分割します。MIG に対応したパススルーのカード (A100、A30、H100 以降) が対象です。ここで何も指定しなければ変更しません。',
  'profile.key.mig.mode':
    'auto: layout でインスタンスを指定したときだけ有効にし、それ以外は変更しません。on、off: MIG に対応したすべてのカードに適用します。変更時はカードが使われていない必要があり、Ampere ではさらにリセットか再起動が必要です。',
  'profile.key.mig.layout':
    'none: インスタンスを作成しません。または「nvidia-smi mig -lgip」が示すサイズ。例: 1g.10gb x7、あるいは 3g.40gb, 2g.20gb x2。複数のデバイスで 1 つのインスタンスのメモリを共有するなら 1c.3g.40gb x3。そのリスト、または GPU ごとに 1 行ずつ、番号・UUID・PCI アドレスとサイズ、あるいは off (そのカードでは MIG を使わない) も書けます。起動のたびに作成し直します。',
  'profile.key.mig.replace':
    'true: layout にないインスタンスを、GPU が使われていなければ破棄します。false: 残します。妨げになるときは何も変更しません。',
  'profile.mig.sizes': '「nvidia-smi mig -lgip」が示すサイズで、デバイスは合計 7 個まで: 1g.10gb x7、または 3g.40gb, 2g.20gb x2。1 つの 3g.40gb を共有するデバイスは 1c.3g.40gb x3。または none',
  'profile.mig.gpu': 'GPU の番号 (0)、UUID (GPU-…)、または PCI アドレス (0000:00:06.0)',
  'profile.mig.shape': '1g.10gb x7 のようなサイズ、そのリスト、または GPU ごとのサイズ。インスタンスが不要なら none、GPU ごとの場合は off も可',
  'profile.mig.off': 'layout がインスタンスを指定しているため auto か on。または layout を省く',
  'step.mig.not-wanted': 'プロファイルは MIG について何も要求していません。',
  'step.mig.image': 'ここにカードがありません。MIG はイメージのゲストが動く場所で設定します。そこでプロファイルを適用してください。',
  'step.mig.no-driver': 'nvidia-smi が応答しません。MIG はこれで設定します。先にドライバーをロードしてください。',
  'step.mig.vgpu':
    'この GPU は vGPU ({name}) です。カードを MIG で分割するかどうかはホスト側で決まり、このゲストで設定できるものはありません。別のサイズが必要なら、別の vGPU タイプを依頼してください。このゲストのプロファイルから `mig` の節を除いてください。',
  'step.mig.no-card':
    'このゲストには MIG に対応した GPU がありません。対応するのは A100、A30、H100 以降のデータセンター向けカードと、一部の RTX PRO カードです。このゲストのプロファイルから `mig` の節を除いてください。',
  'step.mig.no-such-gpu':
    'layout が、このゲストにない GPU か、MIG に対応していない GPU を指定しています: {names}。GPU の一覧は `nvidia-smi -L` で確認できます。',
  'step.mig.in-use':
    '次のプロセスが GPU を開いています: {names}。その間は MIG モードの変更もインスタンスの破棄もできません。勝手に終了させることはありません。停止してから、コマンドを再実行してください。',
  'step.mig.stops': '次のサービスが GPU を開いているため、一時的に停止し、あとで起動し直します: {services}。',
  'step.mig.mode.title': 'MIG モードを設定',
  'step.mig.mode.done': 'MIG モードはプロファイルのとおりです。',
  'step.mig.mode.on': 'MIG モードを有効にします: {address}。以後、プログラムからはカードのインスタンスだけが見えます。',
  'step.mig.mode.off': 'MIG モードを無効にします: {address}。プログラムから再びカード全体が見えます。',
  'step.mig.mode.on-off': 'MIG モードを有効にします: {on}。無効にします: {off}。有効なカードではインスタンスだけが、無効なカードではカード全体がプログラムから見えます。',
  'step.mig.mode.waits': 'MIG モードの変更は設定済みで、カードで保留されています ({address})。再起動すると反映されます。',
  'step.mig.mode.resets':
    'そのためにカードをリセットします ({address})。ハイパーバイザーが禁止していることが多く、その場合はこのゲストを再起動し、続きから再開します。',
  'step.mig.mode.loses': 'カードの GPU インスタンスはモードとともに失われます: {count} 個。',
  'step.mig.mode.reset-undo': 'カードのリセットは何も残しません。',
  'step.mig.mode.undo':
    '元のモードに戻し、元のインスタンスを作成し直します。Ampere では、カードのリセットか再起動で反映されます。',
  'step.mig.instances.title': 'MIG インスタンスを作成',
  'step.mig.instances.done': 'layout のインスタンスがあり、起動のたびに作成し直されます。',
  'step.mig.instances.none': 'インスタンスは要求されていません。',
  'step.mig.instances.todo':
    'MIG デバイスを作成します ({layout})。起動のたびに、コンテナーより先にユニットが作成し直します。',
  'step.mig.instances.unit': 'インスタンスは指定どおりです。起動のたびに作成し直すユニットを最新にします。',
  'step.mig.instances.mode-off': 'MIG モードが有効でないため、インスタンスを作成できません。',
  'step.mig.instances.loses': '{address} では、layout にないインスタンスを破棄します: {names}。',
  'step.mig.instances.no-such-size': '{address} の GPU ({name}) に {size} はありません。使えるもの (空き/総数): {offers}。',
  'step.mig.instances.no-room':
    '{layout} は {address} の GPU ({name}) に収まりません。使えるもの (空き/総数): {offers}。各サイズはカードのスライスを共有するため、1 つ使うと他に使える数が減ります。',
  'step.mig.instances.others':
    '{address} の GPU では、他の GPU インスタンスが {layout} の妨げになっています: {there}。プロファイルの `mig:` の下に `replace: true` と書くと破棄します。現在の空き/総数: {offers}。',
  'step.mig.instances.undo': '作成したものを破棄し、破棄したものを作成し直し、ユニットを削除します。',
  'mig.cost.on': 'MIG モードはすでに有効です。デバイスの作成に、カードのリセットも再起動も要りません。',
  'mig.cost.resets': 'MIG を有効または無効にするには、カードをリセットします。ハイパーバイザーが禁止していることが多く、その場合はこのゲストの再起動が必要です。続きは再起動後に行います。',
  'mig.cost.at-once': 'MIG はすぐに有効または無効になります。カードのリセットも再起動も要りません。',
  'mig.cost.off': 'MIG モードはすでに無効です。そのために必要なことはありません。',
  'mig.cost.waits': 'MIG モードの変更は設定済みで、カードで保留されています。このゲストを再起動すると反映されます。',
  'mig.cost.in-use': '次のプロセスが GPU を開いています: {names}。その間は MIG モードの変更もインスタンスの破棄もできません。勝手に終了させることはありません。先に停止してください。',
  'mig.cost.unused': '現在、GPU を開いているプロセスはありません。',
  'mig.cost.users-unknown': 'どのプロセスが GPU を開いているかを読み取れませんでした。開いている間は、MIG モードの変更もインスタンスの破棄もできません。',
  'mig.no-layout': '「{layout}」は MIG の layout ではありません。書き方: {right}。',
  'mig.vgpu': 'MIG はホスト側で設定します。このゲストにあるのは vGPU で、カード全体ではありません。別のサイズが必要なら、別の vGPU タイプを依頼してください。',
  'check.mig': '{address} の MIG: {wanted}',
  'check.mig.any': 'MIG がプロファイルのとおり',
  'check.mig.on': '有効',
  'check.mig.off': '無効',
  'check.mig.found.off': 'MIG モードは無効',
  'check.mig.found.on': 'MIG モードは有効、インスタンス: {there}',
  'check.mig.found.empty': 'MIG モードは有効、インスタンスなし',
  'check.mig.found.no-card': 'このゲストに MIG 対応の GPU がない',
  'fact.gpuClients': 'GPU を開いているプロセス',
  'fact.migInstances': 'MIG インスタンス',
  'fact.migUnit': '起動時に MIG インスタンスを作成するユニット',
  'question.gpuClients': 'どのプロセスが GPU を開いていますか？',
  'question.migInstances': '各 GPU にはどの MIG インスタンスがありますか？',
  'question.migUnit': '起動のたびに MIG インスタンスを作成し直しますか？',
};

import type { proof as en } from '../en/proof.ts';

export const proof: Record<keyof typeof en, string> = {
  'proof.title': '実動作による検証（{seconds} 秒）',
  'proof.part.cuda': 'CUDA',
  'proof.part.encode': 'NVENC',
  'proof.part.decode': 'NVDEC',
  'proof.part.graphics': 'グラフィックス',
  'proof.line': '{what}: {text}',
  'proof.line.skipped': '{what}: 省略。{text}',
  'proof.figure.memory': 'メモリ（GPU 内のコピー）',
  'proof.figure.to-device': 'ホストから GPU',
  'proof.figure.to-host': 'GPU からホスト',
  'proof.figure.product': '行列積（単精度）',
  'proof.figure.encode': 'エンコード 1280x720',
  'proof.figure.of-theory': '{value} {unit}、理論値 {theoretical} {unit} の {percent} %',
  'proof.figure.untold': '{value} {unit}（到達すべき値はここでは不明）',
  'proof.figure.by-host': '{value} {unit}（ホストとカード間のリンクによる）',
  'proof.figure.alone': '{value} {unit}',
  'proof.expected': 'GPU が動作し、結果がプロセッサーと一致すること',
  'proof.expected.any': '少なくとも 1 種類の動作を試せること',
  'proof.nothing-tried': 'どれも試せませんでした: {why}',
  'proof.not-live':
    '--work はこのマシンの GPU を実際に動かすため、このマシンかシミュレーションのゲストでのみ使えます。記録されたソースでは使えません。{source} を外すか、--work を外してください。',
  'proof.mounted':
    'マウントしただけのゲストは動いていないため、その GPU をここで動かすことはできません。起動し、その中で gpu-guest verify --work を実行してください。',
  'proof.no-folder':
    '--work のプログラムを置く場所がありません。{folder} にフォルダーを作れません（{error}）。TMPDIR で別のフォルダーを指定してください。',
  'proof.cancelled': '中止しました。プログラムを終了し、そのフォルダーを削除しました。',
  'proof.tell.compile': '{nvcc} で CUDA プログラムをコンパイルしています…',
  'proof.tell.cuda': '{gpu} で CUDA を実行しています…',
  'proof.tell.video': '{gpu} で NVENC と NVDEC を検証しています…',
  'proof.no-time': '検証全体の制限時間である 1 分が、この項目の前に過ぎました。',
  'proof.no-room':
    '{folder} の空きは {freeMiB} MiB で、--work のプログラムには {neededMiB} MiB が必要です。空きを増やすか、TMPDIR で別のフォルダーを指定してください。',
  'proof.no-memory':
    '空きメモリ（スワップを含む）は {freeMiB} MiB で、nvcc とプログラムには {neededMiB} MiB が必要です。ほかのプログラムを終了するか、ゲストのメモリを増やしてください。',
  'proof.no-gpu': 'このゲストに NVIDIA GPU は見えません。',
  'proof.simulated': 'シミュレーションのゲストには動作させる GPU がないため、何も実行していません。',
  'proof.folder-runs-nothing':
    '{folder} からプログラムを実行できません。ファイルシステムが noexec でマウントされているか、セキュリティポリシーで禁止されています。TMPDIR で別のフォルダーを指定してください。',
  'proof.nvcc.none':
    'nvcc を含む CUDA ツールキットがインストールされていないため、プログラムをコンパイルできません。入手方法は gpu-guest plan で確認できます。',
  'proof.nvcc.unknown': 'どの CUDA ツールキットがインストールされているか分かりません。',
  'proof.nvcc.gone': 'nvcc はツールキットに含まれていますが、起動できませんでした。',
  'proof.nvcc.denied': 'このユーザーには nvcc を実行する権限がありません。',
  'proof.nvcc.slow': 'nvcc が {seconds} 秒たっても終わりませんでした。',
  'proof.nvcc.no-room': 'nvcc のファイルを置く空き容量がありません。空きを作るか、TMPDIR で別のフォルダーを指定してください。',
  'proof.nvcc.no-compiler':
    'nvcc にはゲストの C++ コンパイラーが必要ですが、インストールされていません。g++（Red Hat と SUSE では gcc-c++）をインストールしてください。',
  'proof.nvcc.failed': 'nvcc がプログラムをコンパイルできませんでした。出力は次のとおりです。',
  'proof.cuda.not-in-type': '{type} は CUDA を使えない vGPU タイプです。',
  'proof.cuda.mig-empty': 'MIG が有効で MIG デバイスがないため、この GPU では何も実行できません。',
  'proof.cuda.same': 'すべての結果がプロセッサーと一致しました。',
  'proof.cuda.same-mig': 'すべての結果がプロセッサーと一致しました（最初の MIG デバイス上）。',
  'proof.cuda.wrong':
    '結果がプロセッサーと一致しません: {parts}。GPU、そのメモリ、または接続に障害があります。Xid とメモリエラーは gpu-guest diagnose で確認し、ホストの管理者に伝えてください。',
  'proof.cuda.error': '{at} が失敗しました: {text}。',
  'proof.cuda.error.memory':
    'GPU メモリまたはホストメモリの空きが足りません。GPU を使うほかのプログラムを終了して、もう一度試してください。',
  'proof.cuda.error.driver':
    'CUDA からドライバーが見つからないか、ドライバーが CUDA ツールキットの要求より古い版です。どちらであるかは gpu-guest diagnose で確認できます。',
  'proof.cuda.error.architecture': 'CUDA ツールキットがこの GPU 用のコードを生成しません。カードに対して新しすぎるか古すぎます。',
  'proof.cuda.error.no-device': 'CUDA から GPU が見えません。ドライバーの問題は gpu-guest diagnose で確認できます。',
  'proof.cuda.error.refused':
    'この GPU で CUDA が拒否されました。ほかのプログラムが占有しているか、vGPU が制限されています。',
  'proof.cuda.unreadable': 'プログラムは終了コード {code} で終わり、出力を理解できませんでした。',
  'proof.cuda.other': 'プログラムは別の GPU {address} で動作しました。その数値は数えません。',
  'proof.cuda.cut-off': 'プログラムは途中で終了コード {code} で終わりました。',
  'proof.cuda.hangs':
    'プログラムが {seconds} 秒たっても終わらず、GPU が応答しません。カーネルのメッセージは gpu-guest diagnose で確認できます。',
  'proof.cuda.killed':
    'プログラムが {signal} で終了させられました。カーネルのメッセージは gpu-guest diagnose で確認できます。',
  'proof.cuda.gone': 'コンパイルしたプログラムがなくなりました。一時フォルダーのファイルが何かに削除されています。',
  'proof.ffmpeg.none': 'ffmpeg がインストールされていません。',
  'proof.ffmpeg.broken': 'ffmpeg が対応コーデックを示しません。',
  'proof.ffmpeg.without': 'この ffmpeg は {coder} なしでビルドされています。',
  'proof.ffmpeg.no-cuda':
    'ffmpeg は CUDA を通してエンコーダーとデコーダーを使いますが、{type} は CUDA を使えない vGPU タイプです。',
  'proof.ffmpeg.library':
    '必要なドライバーのライブラリーがインストールされていません。Debian と Ubuntu では、ドライバーと同じ版の libnvidia-encode と libnvidia-decode（libnvcuvid1）にあります。',
  'proof.ffmpeg.driver-too-old': 'この ffmpeg はより新しいドライバー用にビルドされています。',
  'proof.ffmpeg.no-engine': 'ドライバーはこの GPU でこのエンジンを提供していません。両方を備えるカードばかりではありません。',
  'proof.encode.same': '{frames} フレームをエンコードし、プロセッサーがすべて読み取りました。',
  'proof.encode.wrong': 'エンコードされた動画で読み取れたのは {wanted} フレーム中 {found} フレームです。',
  'proof.encode.unread': '動画はエンコードされましたが、ffmpeg がプロセッサーで時間内に読み取れませんでした。',
  'proof.encode.failed': 'GPU でエンコードできませんでした。ffmpeg の出力は次のとおりです。',
  'proof.decode.same': '{frames} フレームをデコードし、すべてプロセッサーの結果と一致しました。',
  'proof.decode.wrong': 'デコードしたフレームがプロセッサーの結果と異なります（{wanted} フレーム中 {found} フレーム）。',
  'proof.decode.failed': 'GPU でデコードできませんでした。ffmpeg の出力は次のとおりです。',
  'proof.decode.no-film':
    'デコードする動画がありません。GPU はエンコードしておらず、この ffmpeg には使えるほかの H.264 エンコーダーもありません。',
  'proof.graphics.same': '{by} がこの GPU に NVIDIA のドライバーを提供しています。',
  'proof.graphics.none':
    '{by} はこの GPU に NVIDIA のドライバーを提供していません。計算専用にインストールされたドライバーにはグラフィックス部分がありません。',
  'proof.graphics.no-tool': 'vulkaninfo（vulkan-tools）も eglinfo（mesa-utils-extra）もインストールされていません。',
  'proof.graphics.hangs': 'Vulkan または EGL が応答しませんでした。',
  'proof.graphics.series': '{type} は計算用の vGPU タイプで、グラフィックスはライセンスに含まれません。',
  'proof.graphics.unlicensed':
    'vGPU がライセンスされていないか、ライセンス状態が不明なため、グラフィックスは試していません。',
  'proof.graphics.mig': 'MIG が有効です。MIG デバイスではグラフィックスを試していません。',
  'proof.unlicensed.failed':
    '{why}この vGPU はライセンスされていません。ライセンスのない vGPU はいずれ CUDA を拒否します。まずライセンスを取得してください（gpu-guest license）。',
  'proof.unlicensed.slow':
    '結果は正しいものの、vGPU がライセンスされていないため性能が制限されています。ライセンスを取得してください（gpu-guest license）。それまで、これらの数値はカードの性能を示しません。',
  'proof.unlicensed.not-yet': '{what}この vGPU はライセンスされていないため、時間がたつと性能が制限されます。',
  'proof.slow':
    '{what}メモリの速度が理論値の半分に達していません。同じカードで別の vGPU が動作しているか、クロックが抑えられています。',
  'cli.option.work':
    '各 GPU を実際に動かします。CUDA プログラムのコンパイルと実行、NVENC、NVDEC、グラフィックスを 1 分以内で検証します',
  'cli.check.work': '実動作による検証',
};

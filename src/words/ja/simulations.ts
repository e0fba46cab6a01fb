import type { simulations as en } from '../en/simulations.ts';

export const simulations: Record<keyof typeof en, string> = {
  'sim.p40-8q-vsphere.title': 'vSphere 上の vGPU P40-8Q',
  'sim.p40-8q-vsphere.story':
    'vSphere 上の Debian 12 ゲスト。vGPU GRID P40-8Q があり nouveau が読み込まれています。メディアフォルダーには GRID パッケージ、CUDA runfile、トークンがあります。このカードではホストのバージョンを読み取れないため、ドライバーの選択は推測です。',
  'sim.a100-openstack.title': 'OpenStack 上でパススルーされた A100',
  'sim.a100-openstack.story':
    'OpenStack 上の Ubuntu 22.04 ゲストに A100 がパススルーされています。ディストリビューションのデータセンタードライバーが適合し、ライセンスは不要です。',
  'sim.t4-no-token.title': 'トークンのない vGPU T4-8Q',
  'sim.t4-no-token.story':
    'ホストのバージョンを読み取れる vGPU GRID T4-8Q を持つ Debian 12 ゲスト。適合する GRID パッケージはありますが、クライアント構成トークンがありません。ライセンス未取得のまま終わり、そのことを示します。',
  'sim.a100-mig-left-on.title': 'MIG が有効なまま残された A100 と A30',
  'sim.a100-mig-left-on.story':
    'A100 と A30 をパススルーした Ubuntu 22.04 のゲスト。ドライバーは動作中。以前の利用者が A100 の MIG を有効にしたまま、デバイスを 3 つ残しています。A30 は分割されていません。',
  'sim.v100-nouveau.title': 'nouveau が保持するパススルーの V100',
  'sim.v100-nouveau.story':
    'V100 がパススルーされた Debian 12 ゲスト。カーネルの nouveau ドライバーがバインドしています。nouveau を無効にし、再起動が 1 回必要です。',
  'sim.a10-24q-azure.title': 'Azure 上の vGPU A10-24Q',
  'sim.a10-24q-azure.story':
    'Azure 上の Ubuntu 24.04 ゲストと vGPU NVIDIA A10-24Q。クラウドがライセンスを供与するためトークンは不要です。クラウド専用の GRID ドライバーがメディアフォルダーにあります。',
  'sim.geforce-visible-hypervisor.title': 'パススルーの GeForce、ハイパーバイザー表示',
  'sim.geforce-visible-hypervisor.story':
    'libvirt により GeForce RTX 4090 がパススルーされた Ubuntu 24.04 ゲスト。CPUID にハイパーバイザーが見えますが、現在のドライバーでは問題になりません。',
  'sim.healthy-licensed.title': '正常でライセンス取得済みのゲスト',
  'sim.healthy-licensed.story':
    'vGPU T4-8Q、適合するドライバー、ライセンスのそろった Debian 12 ゲスト。残りの作業はありません。',
  'sim.kernel-moved-on.title': 'カーネルだけが更新され、モジュールがないゲスト',
  'sim.kernel-moved-on.story':
    'T4 がパススルーされた Debian 12 ゲスト。アップグレードで新しいカーネルが入りましたが、nvidia モジュールは古いカーネルにしかありません。',
  'sim.t4-8q-windows.title': 'Windows Server 2022 上の vGPU T4-8Q（ドライバーなし）',
  'sim.t4-8q-windows.story':
    'vSphere 上の Windows Server 2022 ゲスト。vGPU GRID T4-8Q にはまだドライバーがなく（コード 28）、Microsoft 基本ディスプレイ アダプターが並んでいます。メディアフォルダーには GRID パッケージ、この vGPU を含まないデータセンター用パッケージ、CUDA インストーラー、トークンがあります。再起動が 1 回必要です。',
  'cli.apply.no-digest': '「{word}」は計画のダイジェストではありません。ダイジェストは gpu-guest plan が表示する 64 桁の 16 進数です。',
  'cli.apply.done-simulated': '模擬ゲスト上だけで完了しました。このマシンは何も変更していないため、元に戻すものはありません。',
  'cli.apply.after-failure-simulated': 'これは模擬ゲストです。このマシンは何も変更していないため、続行や取り消しの対象はありません。',
  'cli.apply.reboot-simulated': 'ここまで完了しました。残りには再起動が必要です。模擬ゲストは保存されません。--reboot never を付けずに同じコマンドを実行すると、再起動を経て続行します。',
  'cli.apply.rebooting-simulated': '模擬ゲストを再起動します。',
};

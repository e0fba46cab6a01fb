import type { choice as en } from '../en/choice.ts';
import { choiceMedia } from './choice-media.ts';

export const choice: Record<keyof typeof en, string> = {
  ...choiceMedia,
  'choice.mode.capability': 'PCI コンフィグレーション空間に NVIDIA の vGPU ケーパビリティがあります。',
  'choice.mode.pair': 'PCI ID {ids} は vGPU タイプ {type} のものです。',
  'choice.mode.smi-vgpu': 'nvidia-smi は vGPU であると報告しています。',
  'choice.mode.smi-name': 'nvidia-smi の表示名 {name} は vGPU タイプです。',
  'choice.mode.smi-passthrough': 'nvidia-smi はパススルーであると報告しています。',
  'choice.mode.smi-none':
    'nvidia-smi は仮想化を検出しておらず、ハイパーバイザーも確認できません。物理マシンの可能性があります。',
  'choice.mode.host': 'これはカードを共有しているハイパーバイザーであり、ゲストではありません。',
  'choice.mode.bare-metal': 'ハイパーバイザーはありません。カードはこのマシン自身のものです。',
  'choice.mode.no-ids': 'PCI ID がなく名前だけのため、vGPU かどうか判断できません。',
  'choice.mode.no-subsystem': '{id} のサブシステム ID がありません。この ID は vGPU でもカード全体でも使われます。',
  'choice.mode.no-types': 'デバイス ID {id} を持つ vGPU はないため、カード全体のパススルーです。',
  'choice.mode.board': '{ids} は物理ボードなので、カード全体のパススルーです。',
  'choice.mode.other-maker':
    '{ids} のサブシステムは他社製ボードのもので、vGPU にはないため、カード全体のパススルーです。',
  'choice.mode.unlisted-board':
    'ボード {ids} はどのリストにもありません。パススルーとみなしますが、カタログより新しい vGPU タイプの可能性もあります。',
  'choice.mode.unlisted-board-no-capability':
    'ボード {ids} はどのリストにもありませんが、コンフィグレーション空間に vGPU ケーパビリティがないため、カード全体のパススルーです。',
  'choice.mode.unlisted-card': 'カード {ids} はどのリストにもありません。カタログより新しい可能性があります。',
  'choice.none.profile': 'プロファイルはドライバーを必要としていません。',
  'choice.none.no-gpu':
    'NVIDIA GPU が見つからないため、適合するドライバーはありません。イメージを作る場合は、そのゲストに必要なものをプロファイルに記述してください: driver.kind、driver.version、driver.kernelModule。',
  'choice.none.not-seen':
    '情報源に PCI バスの内容がないため、どの GPU を駆動すべきか分かりません。lspci -nnk（Linux）または pnputil /enum-devices /class Display（Windows）の出力を追加してください。',
  'choice.none.host': 'これはハイパーバイザーであり、ゲストではありません。ゲスト用ドライバーは適合しません。',
  'choice.none.mode': '{ids} が vGPU なのかカード全体なのか不明で、必要なドライバーはそれぞれ異なります。{why}',
  'choice.none.kind-on-vgpu':
    '{gpu} は vGPU です。プロファイルが指定する {kind} 用ドライバーでは動作せず、GRID ドライバーだけが動作します。',
  'choice.none.mixed':
    'GRID ドライバーが必要な {one} とコンシューマー向けカード {other} の両方に対応する単一のドライバーはありません。',
  'choice.none.grid-on-consumer':
    '{gpu} はコンシューマー向けカードです。プロファイルが指定する GRID ドライバーは対応していません。',
  'choice.none.fits': '既知のドライバーブランチはいずれも {ids} に適合しません。',
  'choice.none.together': '{gpus}（{ids}）のすべてに対応する単一のドライバーはありません。',
  'choice.none.version': 'プロファイルが指定するバージョン {wished} は {ids} に適合しません。',
  'choice.host.same-release':
    '{version} は、ホストが実行している vGPU リリース {release}（{host}）のゲストドライバーです。',
  'choice.host.same-branch':
    '{version} はホストの vGPU Manager {host} と同じブランチで、NVIDIA がサポートする組み合わせです。',
  'choice.host.previous-branch':
    '{version} はホストの vGPU Manager {host} の 1 つ前のブランチです。双方に共通の機能の範囲で動作します。',
  'choice.host.previous-long-term-branch':
    '{version} はホストの vGPU Manager {host} の 1 つ前の長期サポートブランチです。双方に共通の機能の範囲で動作します。',
  'choice.host.guest-newer': '{version} はホストの vGPU Manager {host} より新しいため、vGPU が起動しません。',
  'choice.host.guest-too-old': '{version} はホストの vGPU Manager {host} に対して古すぎるため、vGPU が起動しません。',
  'choice.host.not-listed':
    '{version} がホストの vGPU Manager {host} で動作するかは不明です。そのリリースはどのリストにもありません。',
  'choice.type.guess':
    'ホストのバージョンを読み取れないため推測です。R{branch} は {type} に対応していますが、ホストの vGPU Manager より新しくてはいけません。',
  'choice.type.gone': 'R{branch} はもう {type} に対応していません。最後に収録していたのは {last} です。',
  'choice.support.listed': 'NVIDIA の対応リストでは R{branch} に {gpu} が含まれています。',
  'choice.support.inferred': 'R{branch} の前後のブランチのリストに {gpu} があるため、R{branch} も対応しています。',
  'choice.support.not-listed': 'R{branch} の対応リストに {gpu} はありません。',
  'choice.support.by-architecture': 'R{branch} の公開リストに {gpu} はありませんが、そのアーキテクチャは対応範囲です。',
  'choice.support.since': 'R{branch} は {version} 以降で {gpu} に対応しています。',
  'choice.support.until': 'R{branch} で {gpu} を収録している最後のリリースは {version} です。',
  'choice.support.dropped': 'R{branch} は {gpu} の対応を終了しました。対応する最後のブランチは R{last} です。',
  'choice.support.older-than-the-card': 'R{branch} は {gpu} より古く、最初に対応したブランチは R{first} です。',
  'choice.support.newer-than-the-lists': 'R{branch} はカタログより新しいため、{gpu} に対応しているか判断できません。',
  'choice.support.unknown-card': 'カタログに {gpu} がないため、どのブランチが対応しているか判断できません。',
  'choice.support.no-device-id': '{gpu} の PCI ID がないため、どのブランチが対応しているか判断できません。',
  'choice.module.part':
    '{open} にはオープンカーネルモジュール、{proprietary} にはプロプライエタリカーネルモジュールが必要で、同時に使うことはできません。',
  'choice.module.no-open': 'プロファイルが指定するオープンカーネルモジュールでは {gpu} は動作しません。',
  'choice.module.no-proprietary': 'プロファイルが指定するプロプライエタリカーネルモジュールでは {gpu} は動作しません。',
  'choice.module.offered': '提供されるカーネルモジュールは {offered} のみで、ここでは使えません。',
  'choice.installed.kept': 'ドライバー {version} はインストール済みで適合しているため、そのまま使います。{why}',
  'choice.installed.too-old-for-kernel':
    'カーネル {kernel} ではこのリリースが使うインターフェイスが変わったため、ビルドできません。',
  'choice.installed.unfit': 'インストール済みのドライバー {version} は適合しません。{why}',
  'choice.version.other': 'プロファイルはバージョン {wished} を指定しています。',
  'choice.second': 'これも適合しますが、{better} のほうが適しています。',
  'choice.doubt': '{why}{doubt}',
  'choice.unavailable.file': 'プロファイルが指定するファイル {file} はメディアにないか、適合しません。',
  'choice.unavailable.index-empty':
    'パッケージの索引が空のため、ディストリビューションが何を提供しているか不明です。先に更新してください。',
  'choice.unavailable.distro': 'ディストリビューションのリポジトリに適合するドライバーがありません。',
  'choice.unavailable.media':
    'メディアフォルダー {folder} にもリポジトリにも適合するドライバーがありません。挙げたバージョンのいずれかをこのフォルダーに置いてください。',
  'choice.unavailable.media-not-read':
    'メディアフォルダー {folder} が存在しないか、読み取れません。上記のバージョンのいずれかをフォルダーに入れ、そのフォルダーを指定してください。',
};

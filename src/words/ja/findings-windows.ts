export const findingsWindows = {
  'finding.windows.code-43.title': 'Windows が GPU を停止しました（コード 43）',
  'finding.windows.code-43.detail':
    'デバイスマネージャーが {gpu} にコード 43 を表示しています。ドライバーが障害を報告し、Windows がデバイスを停止したため、どのプログラムも GPU を使えません。コード自体は原因を示しません。',
  'finding.windows.code-43.detail.vgpu':
    'デバイスマネージャーが vGPU {gpu} にコード 43 を表示しています。ドライバーが障害を報告し、Windows がデバイスを停止しました。vGPU では、ゲストドライバーがホストの vGPU リリースに合っていないことが最も多い原因です。',
  'finding.windows.code-43.detail.geforce':
    'デバイスマネージャーが {gpu} にコード 43 を表示しています。{first} より前の GeForce ドライバーは仮想マシンでの起動を拒否します。{driver} はこれに当たります。',
  'finding.windows.code-43.fix.geforce':
    'GeForce ドライバー {first} 以降をインストールします。仮想マシンで動作するため、何も隠す必要はありません。',
  'finding.windows.code-43.fix.vgpu':
    'ホストの vGPU リリースに対応する Windows ゲストドライバー（ファイル名 `…_grid_win10_…_64bit_international.exe`）をインストールします。データセンター用や GeForce 用は使いません。同じリリースでも、ホスト、Linux、Windows のドライバーの番号は異なります。',
  'finding.windows.code-43.fix.card':
    'このカードとこの Windows 用のドライバーを（クリーンインストールを選んで）入れ直し、再起動します。この場合、ハイパーバイザーの ID を隠しても効果はありません。',
  'finding.windows.code-43.fix.card-untold':
    'このカードとこの Windows 用のドライバーを（クリーンインストールを選んで）入れ直し、再起動します。GeForce カードには {first} 以降のドライバーが必要です（それより前のものは仮想マシンでの起動を拒否します）。それ以外のカードでは、ハイパーバイザーの ID を隠しても効果はありません。',
  'finding.windows.code-43.fix.firmware':
    'この仮想マシンは BIOS で起動しています。新しいカードに必要な UEFI への変更を依頼します。',
  'finding.windows.code-43.fix.log':
    'Windows 自身の記録を確認します: `Get-WinEvent -ProviderName nvlddmkm -MaxEvents 20`。',
  'finding.windows.code-43.fix.host':
    '解消しない場合は、ホストの管理者に次のように伝えます: 「この Windows 仮想マシンの GPU がコード 43 で停止します。カード全体がすべての機能とともにパススルーされていること、仮想マシンが UEFI を使っていること、カードの ROM が読めることを確認し、ホストのログを調べてください。vGPU の場合は、ホストの vGPU リリースを教えてください。」',
  'finding.windows.tcc-mode.title': 'GPU が TCC モードで、グラフィックスに使えません',
  'finding.windows.tcc-mode.detail':
    '{gpu} は TCC ドライバーモデルで動作しています。CUDA は使えますが、この GPU では画面表示、DirectX、OpenGL、Vulkan が使えず、Windows は基本ディスプレイアダプターを使います。',
  'finding.windows.tcc-mode.fix.1': 'GPU を計算だけに使う場合、対処は不要です。',
  'finding.windows.tcc-mode.fix.2':
    'グラフィックスに使う場合は、管理者として WDDM に切り替えて再起動します: `nvidia-smi -g 0 -dm 0`。',
  'finding.windows.tcc-mode.fix.3':
    'ドライバーが切り替えを拒む場合、データセンター用ドライバーが入っています。このカードのグラフィックスには GRID ドライバーと仮想ワークステーションのライセンスが必要です。',
  'finding.windows.wrong-package.title': 'ドライバーパッケージがこのゲストに合っていません',
  'finding.windows.wrong-package.detail.no-device-for-it':
    'インストーラーは、パッケージが対応するデバイスを見つけられませんでした。各パッケージの INF ファイルにはデバイスとサブシステムの ID が列挙されており、{gpu} の ID は含まれていません。そのため何もインストールされていません。',
  'finding.windows.wrong-package.detail.other-windows':
    'インストーラーによると、パッケージはこのバージョンの Windows（{windows}）用ではありません。そのため何もインストールされていません。',
  'finding.windows.wrong-package.fix.no-device-for-it':
    'この GPU に対応するパッケージを使います: vGPU ではホストのリリースの GRID ゲストドライバー、クラウドでは事業者のビルド（`…_azure_swl.exe`、`…_aws_swl.exe`、または事業者が案内するもの）、パススルーされたデータセンターカードではデータセンター用ドライバーです。',
  'finding.windows.wrong-package.fix.other-windows':
    'ファイル名にこの Windows を含むパッケージ（win10_win11_server2019_server2022 …）か、その新しいリリースを使います。バージョンは `winver` で確認できます。',
  'finding.windows.wrong-package.fix.ids':
    'セットアップの前に照合します: `Get-PnpDevice -Class Display | Select-Object InstanceId` で VEN、DEV、SUBSYS を確認し、`Select-String -Path <展開したフォルダー>\\Display.Driver\\*.inf -Pattern "DEV_<id>"` で見つかることを確かめます。',
  'finding.firmware.uefi-required.title': 'この vGPU には UEFI の仮想マシンが必要です',
  'finding.firmware.uefi-required.detail':
    'この Windows ゲストはレガシー BIOS で起動しています。Ampere 以降のカードの vGPU（{gpu}）では、ドライバーが起動しないか、ライセンスを取得できません。ゲストからファームウェアの種類は変更できません。',
  'finding.firmware.uefi-required.fix.1':
    "ホストの管理者に次のように伝えます: 「この仮想マシンを BIOS から UEFI に変更してください。vSphere: 仮想マシンオプション、起動オプション、ファームウェア EFI。Proxmox: BIOS は OVMF（EFI ディスクを追加）、マシンは q35。libvirt: `<os firmware='efi'>`。OpenStack: イメージプロパティ `hw_firmware_type=uefi`。Hyper-V: 第 2 世代の仮想マシン。」",
  'finding.firmware.uefi-required.fix.2':
    'その前に、管理者として Windows ディスクを UEFI で起動できるようにします: `mbr2gpt /validate /allowFullOS`、続いて `mbr2gpt /convert /allowFullOS`。先にスナップショットを作成します。',
} as const;

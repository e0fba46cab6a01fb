export const findingsDriverKind = {
  'finding.driver.wrong-kind.title': '驱动类型与此 GPU 不符',
  'finding.driver.wrong-kind.detail':
    '此 GPU（{gpu}）是 vGPU，而驱动 {driver} 是公开的数据中心或 GeForce 驱动。它只认识物理卡而不认识 vGPU，因此拒绝该 GPU。vGPU 需要 GRID 客户机驱动。',
  'finding.driver.wrong-kind.detail.feature':
    'gridd.conf 要求授权功能（FeatureType={featureType}），但驱动 {driver} 不是 GRID 驱动。这些功能仅存在于 GRID 驱动中，因此不会获得任何许可。',
  'finding.driver.wrong-kind.fix.1':
    '卸载此驱动（runfile 用 `sudo nvidia-uninstall`，软件包用 `sudo apt-get purge` 或 `sudo dnf remove`），并安装与宿主机 vGPU 版本对应的 GRID 客户机驱动。',
  'finding.driver.wrong-kind.fix.2':
    'GRID 驱动来自 NVIDIA 许可门户、云服务商或宿主机管理员：将其放入介质文件夹，`gpu-guest media` 会指出哪个文件适用。',
  'finding.driver.wrong-kind.fix.compute':
    '如果只需要计算功能，可保留此驱动：从 /etc/nvidia/gridd.conf 中删除 FeatureType 行。',
  'finding.driver.host-guest-mismatch.title': '客户机驱动与宿主机驱动不兼容',
  'finding.driver.host-guest-mismatch.detail':
    '宿主机运行 vGPU Manager {host}，而虚拟机的驱动是 {guest}。NVIDIA 支持与宿主机相同版本、相同分支或前一分支的客户机驱动，绝不支持更新的驱动。此组合下 vGPU 无法启动。',
  'finding.driver.host-guest-mismatch.detail.logged':
    '宿主机日志显示客户机驱动与宿主机驱动版本不兼容，并已禁用该 vGPU。虚拟机中仍能看到设备，但无法启动它。',
  'finding.driver.host-guest-mismatch.fix.1':
    '安装与宿主机 vGPU 版本对应的 GRID 客户机驱动；`gpu-guest detect` 会列出适用的版本。',
  'finding.driver.host-guest-mismatch.fix.2':
    '先用 `gpu-guest plan` 查看将执行的操作，再用 `sudo gpu-guest apply` 执行。',
  'finding.driver.host-guest-mismatch.fix.3':
    '如果无法使用该驱动，请告知宿主机管理员：“请告诉我宿主机的 vGPU 版本并提供对应的 Linux 客户机驱动，或升级 vGPU Manager。”',
  'finding.driver.gpu-dropped-from-branch.title': '此驱动分支已不再支持该 GPU',
  'finding.driver.gpu-dropped-from-branch.detail':
    '该 GPU（{gpu}）最高支持到 {last} 分支；驱动 {driver} 更新，会忽略它。',
  'finding.driver.gpu-dropped-from-branch.detail.ignored':
    '驱动忽略了 {address} 处的 GPU：支持该 GPU 的最后一个分支早于此驱动。日志没有给出该分支。',
  'finding.driver.gpu-dropped-from-branch.fix.find':
    '先查明是哪个分支：在虚拟机上执行 `gpu-guest detect`，或用 `lspci -nn` 中的 ID 执行 `gpu-guest catalog gpu 10de:<设备 ID>`。然后移除此驱动，安装该分支的最新版本。',
  'finding.driver.gpu-dropped-from-branch.detail.ignored.last':
    '此 GPU（{gpu}）最后受分支 {last} 支持；此虚拟机上的驱动更新，因此忽略了它。',
  'finding.driver.gpu-dropped-from-branch.fix.1': '卸载此驱动，安装 {last} 分支的最新版本。',
  'finding.driver.gpu-dropped-from-branch.fix.2':
    '锁定其软件包以免升级到更新的分支：`sudo apt-mark hold` 或 `sudo dnf versionlock add`。',
  'finding.driver.branch-too-old-for-gpu.title': '驱动早于此 GPU',
  'finding.driver.branch-too-old-for-gpu.detail':
    '该 GPU（{gpu}）从驱动 {first} 起受支持；驱动 {driver} 不认识它，因此拒绝使用。',
  'finding.driver.branch-too-old-for-gpu.fix.1': '安装 {first} 或更高版本的驱动（vGPU 需选择宿主机版本能接受的驱动）。',
  'finding.driver.open-module-required.title': '此 GPU 需要开放内核模块',
  'finding.driver.open-module-required.detail':
    'NVIDIA 仅通过开放内核模块驱动此 GPU（{gpu}）。专有模块能发现它，但无法启动。',
  'finding.driver.open-module-required.fix.1':
    '安装同一驱动的开放模块版本：名为 `nvidia-open…` 或 `…-open` 的软件包，或使用 runfile 的 `--kernel-module-type=open`。',
  'finding.driver.open-module-required.fix.2': '完成后 `cat /proc/driver/nvidia/version` 会显示 “Open Kernel Module”。',
  'finding.driver.open-module-unsupported.title': '开放内核模块无法驱动此 GPU',
  'finding.driver.open-module-unsupported.detail':
    '开放内核模块需要虚拟机可访问的 GPU 系统处理器（GSP）。{gpu} 在此处没有（Turing 之前的卡，以及 Turing 和 Ampere 卡的 vGPU），因此驱动拒绝使用。',
  'finding.driver.open-module-unsupported.detail.gsp':
    '驱动声称 {gpu} 没有 GPU 系统处理器（GSP），但此卡实际上有。虚拟机与卡之间的某些因素隐藏了它：不合适的虚拟机内核，或直通方式有问题。',
  'finding.driver.open-module-unsupported.fix.1':
    '安装同一驱动的专有模块版本：名称中不带 `-open` 的软件包，或使用 runfile 的 `--kernel-module-type=proprietary`。',
  'finding.driver.open-module-unsupported.fix.gsp':
    '更新虚拟机内核并重启后再检查。如果问题依旧，请宿主机管理员完整直通该卡（包括所有内存区域）。',
} as const;

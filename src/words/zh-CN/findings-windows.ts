export const findingsWindows = {
  'finding.windows.code-43.title': 'Windows 已停用该 GPU（代码 43）',
  'finding.windows.code-43.detail':
    '设备管理器对 {gpu} 显示代码 43：驱动报告了故障，Windows 已将设备停用，任何程序都无法使用该 GPU。代码本身不说明原因。',
  'finding.windows.code-43.detail.vgpu':
    '设备管理器对 vGPU {gpu} 显示代码 43：驱动报告了故障，Windows 已将设备停用。对 vGPU 而言，最常见的原因是客户机驱动与宿主机的 vGPU 版本不匹配。',
  'finding.windows.code-43.detail.geforce':
    '设备管理器对 {gpu} 显示代码 43。{first} 之前的 GeForce 驱动拒绝在虚拟机中启动，{driver} 正是其中之一。',
  'finding.windows.code-43.fix.geforce': '安装 {first} 或更新的 GeForce 驱动：它可以在虚拟机中运行，无需隐藏任何标识。',
  'finding.windows.code-43.fix.vgpu':
    '安装与宿主机 vGPU 版本对应的 Windows 客户机驱动（文件名形如 `…_grid_win10_…_64bit_international.exe`），不要使用数据中心或 GeForce 驱动。同一 vGPU 版本中，宿主机、Linux 和 Windows 驱动的版本号各不相同。',
  'finding.windows.code-43.fix.card':
    '重新安装适用于此显卡和此 Windows 的驱动（选择“执行清洁安装”），然后重启。此处隐藏虚拟化平台标识没有帮助。',
  'finding.windows.code-43.fix.card-untold':
    '重新安装适用于此显卡和此 Windows 的驱动（选择“执行清洁安装”），然后重启。GeForce 显卡需要 {first} 或更新的驱动：更早的版本拒绝在虚拟机中启动。对其他显卡，隐藏虚拟化平台标识没有帮助。',
  'finding.windows.code-43.fix.firmware': '此虚拟机以 BIOS 启动：请将其改为 UEFI，较新的显卡需要 UEFI。',
  'finding.windows.code-43.fix.log': '查看 Windows 自己的记录：`Get-WinEvent -ProviderName nvlddmkm -MaxEvents 20`。',
  'finding.windows.code-43.fix.host':
    '如果问题依旧，请将以下内容发给宿主机管理员：“此 Windows 虚拟机的 GPU 以代码 43 停止。请确认整张显卡及其所有功能均已直通、虚拟机使用 UEFI、显卡的 ROM 可读，并检查宿主机日志；如果是 vGPU，请告知宿主机的 vGPU 版本。”',
  'finding.windows.tcc-mode.title': 'GPU 处于 TCC 模式，无法用于图形',
  'finding.windows.tcc-mode.detail':
    '{gpu} 使用 TCC 驱动模型：CUDA 可用，但 Windows 在此 GPU 上没有显示、DirectX、OpenGL 或 Vulkan，而改用基本显示适配器。',
  'finding.windows.tcc-mode.fix.1': '如果此 GPU 只用于计算，则无需操作。',
  'finding.windows.tcc-mode.fix.2': '如需图形，请以管理员身份切换到 WDDM 并重启：`nvidia-smi -g 0 -dm 0`。',
  'finding.windows.tcc-mode.fix.3':
    '如果驱动拒绝切换，说明安装的是数据中心驱动，而该卡的图形功能需要 GRID 驱动和虚拟工作站许可证。',
  'finding.windows.wrong-package.title': '驱动安装包不适用于此虚拟机',
  'finding.windows.wrong-package.detail.no-device-for-it':
    '安装程序没有找到其安装包支持的设备。每个安装包的 INF 文件都列出了设备和子系统 ID，其中没有 {gpu} 的 ID，因此未安装任何内容。',
  'finding.windows.wrong-package.detail.other-windows':
    '安装程序表示其安装包不适用于此 Windows 版本（{windows}），因此未安装任何内容。',
  'finding.windows.wrong-package.fix.no-device-for-it':
    '请使用支持此 GPU 的安装包：vGPU 使用与宿主机版本对应的 GRID 客户机驱动；云上使用云服务商自己的版本（`…_azure_swl.exe`、`…_aws_swl.exe` 或其提供的链接）；直通的数据中心卡使用数据中心驱动。',
  'finding.windows.wrong-package.fix.other-windows':
    '请使用文件名中包含此 Windows 的安装包（win10_win11_server2019_server2022 …），或更新的版本；用 `winver` 查看 Windows 版本。',
  'finding.windows.wrong-package.fix.ids':
    '运行安装程序前先核对：`Get-PnpDevice -Class Display | Select-Object InstanceId` 显示 VEN、DEV 和 SUBSYS；`Select-String -Path <解压文件夹>\\Display.Driver\\*.inf -Pattern "DEV_<id>"` 应能找到它们。',
  'finding.firmware.uefi-required.title': '此 vGPU 需要使用 UEFI 的虚拟机',
  'finding.firmware.uefi-required.detail':
    '此 Windows 虚拟机以传统 BIOS 启动。对于 Ampere 或更新架构的 vGPU（{gpu}），驱动将无法启动，或始终无法获得许可证。虚拟机自身无法更改固件类型。',
  'finding.firmware.uefi-required.fix.1':
    "请将以下内容发给宿主机管理员：“请将此虚拟机从 BIOS 改为 UEFI。vSphere：虚拟机选项、引导选项、固件选 EFI。Proxmox：BIOS 选 OVMF 并添加 EFI 磁盘，机型 q35。libvirt：`<os firmware='efi'>`。OpenStack：镜像属性 `hw_firmware_type=uefi`。Hyper-V：使用第 2 代虚拟机。”",
  'finding.firmware.uefi-required.fix.2':
    '在此之前，以管理员身份使 Windows 磁盘可由 UEFI 引导：先执行 `mbr2gpt /validate /allowFullOS`，再执行 `mbr2gpt /convert /allowFullOS`。请先创建快照。',
} as const;

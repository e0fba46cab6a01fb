/** 同样的建议在 Windows 虚拟机中的位置、服务与命令。 */
export const findingsOnWindows = {
  'finding.driver.missing.detail.windows':
    'Windows 没有适用于此虚拟机 GPU（{gpu}）的 NVIDIA 驱动：它使用自带的基本驱动，或者没有驱动。安装驱动之前，任何程序都无法用它计算或绘图。',
  'finding.driver.missing.fix.1.windows':
    '`gpu-guest detect` 会给出适合此 GPU 的驱动；vGPU 需要 Windows 版 GRID 客户机驱动，可从 NVIDIA 许可门户或云服务商处获取。',
  'finding.fix.reboot.windows': '重启虚拟机：`Restart-Computer`。',
  'finding.fix.restart-gridd.windows':
    '在管理员 PowerShell 中重启许可服务并查看其日志：`Restart-Service NVDisplay.ContainerLocalSystem; Get-Content "$env:PUBLIC\\Documents\\NvidiaLogging\\Log.NVDisplay.Container.exe.log" -Tail 20`。',
  'finding.license.unlicensed.fix.1.windows':
    '将客户端配置令牌放入 `C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken`，并确认虚拟机能访问其许可服务器（TCP 443）。',
  'finding.license.unlicensed.fix.cloud.windows':
    '此云平台自带许可：请使用其提供的 GRID 驱动。无需令牌；请确认虚拟机使用云平台自己的域名服务器。',
  'finding.license.token.fix.install.windows':
    '将其逐字节复制到 `C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken`，且该文件夹中只保留这一个文件。不要粘贴其文本。',
  'finding.license.token-invalid.fix.1.windows':
    '查看其中内容：`Get-ChildItem "C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken"`。',
  'finding.license.token-invalid.fix.2.windows': '将不是令牌的文件全部移出该文件夹，并重新下载令牌。',
  'finding.license.feature-type-invalid.detail.windows':
    '许可服务在注册表的 GridLicensing 项中找不到有效的 FeatureType，因此不知道应请求哪种产品，也就不会请求。',
  'finding.license.feature-type-invalid.detail.value.windows':
    '注册表 GridLicensing 项中的 FeatureType={value} 是保留值。许可服务不知道应请求哪种产品。',
  'finding.license.legacy-server-config.detail.windows':
    '注册表中指定了许可服务器（ServerAddress），但驱动 {version} 已不再使用此类服务器：自 vGPU 15 起只支持客户端配置令牌。',
  'finding.license.feature-type-invalid.fix.1.windows':
    '在 `HKLM\\SOFTWARE\\NVIDIA Corporation\\Global\\GridLicensing` 和 `HKLM\\SYSTEM\\CurrentControlSet\\Services\\nvlddmkm\\Global\\GridLicensing` 下设置 DWORD 值 FeatureType：整卡工作站为 2，整卡计算服务器为 4；vGPU 无需设置。',
  'finding.license.feature-type-invalid.fix.cloud.windows':
    '从注册表的 GridLicensing 项中删除 FeatureType 值：此云平台自带许可。',
  'finding.license.product-mismatch.fix.2.windows':
    '整卡直通时，在注册表的 GridLicensing 项中设置 FeatureType（2 工作站，4 计算），并重启 NVDisplay.ContainerLocalSystem。',
  'finding.license.server-unreachable.fix.1.windows': '测试连通性：`Test-NetConnection {host} -Port {port}`。',
  'finding.license.server-unreachable.fix.dns.windows':
    '修复域名解析：`Resolve-DnsName {host}` 必须返回地址；`Get-DnsClientServerAddress` 显示此虚拟机使用的域名服务器。端口为 {port}。',
  'finding.license.server-unreachable.fix.way.windows':
    '请将此内容发给网络管理员：“请允许此虚拟机访问 NVIDIA 许可服务器 {host} 的 TCP 端口 {port}。”可用 `Test-NetConnection {host} -Port {port}` 检验。',
  'finding.license.server-certificate.fix.2.windows':
    '在虚拟机中检查时钟（`w32tm /query /status`）；使用令牌时，请清空注册表 GridLicensing 项中的 ServerAddress 和 ServerPort。',
  'finding.license.legacy-server-config.fix.1.windows':
    '清空注册表 GridLicensing 项中的 ServerAddress、ServerPort、BackupServerAddress 和 BackupServerPort 值。',
  'finding.license.clock-skew.fix.1.windows':
    "查看虚拟机的时间设置：`w32tm /query /status; Get-TimeZone`。在 KVM 上 Windows 将硬件时钟视为本地时间：宿主机须相应设置（`clock offset='localtime'`），或在 Windows 中设置 RealTimeIsUniversal。",
  'finding.license.clock-skew.fix.2.windows':
    '让其跟随时间服务器：`w32tm /config /syncfromflags:manual /manualpeerlist:<server> /update; Restart-Service w32time; w32tm /resync`。',
  'finding.license.service-missing.title.windows':
    '未安装许可服务 NVDisplay.ContainerLocalSystem',
  'finding.license.service-missing.fix.1.windows':
    '查找该服务：`sc.exe query NVDisplay.ContainerLocalSystem`。',
  'finding.license.service-missing.fix.2.windows':
    '请完整安装 Windows 版 GRID 客户机驱动，不要只通过设备管理器安装：该服务由其安装程序提供。',
  'finding.license.service-failed.title.windows':
    '许可服务 NVDisplay.ContainerLocalSystem 未运行',
  'finding.license.service-failed.fix.1.windows':
    '查看停止原因：`Get-WinEvent -FilterHashtable @{LogName="System";ProviderName="Service Control Manager"} -MaxEvents 20`。',
  'finding.license.service-failed.fix.2.windows':
    '解决后，在管理员 PowerShell 中启动：`Set-Service NVDisplay.ContainerLocalSystem -StartupType Automatic; Start-Service NVDisplay.ContainerLocalSystem`。',
  'finding.cuda.missing.fix.media.windows':
    '如果介质文件夹（`--media`）中有适合该驱动的 Windows 版 CUDA 安装程序，`gpu-guest apply` 会只安装工具包；`gpu-guest plan` 会显示是否找到。',
  'finding.cuda.missing.fix.runfile.windows':
    '手动安装时只装工具包：运行 `cuda_<版本>_windows.exe`，选择“自定义”，并取消选择“Display Driver”。',
  'finding.cuda.missing.fix.2.windows':
    '切勿安装其附带的驱动（CUDA 13.0 及更早版本附带）：在 vGPU 上它会替换 GRID 驱动。',
  'finding.path.fix.apply.windows':
    '以管理员身份由本工具设置路径：`gpu-guest apply --steps path.configure`。',
  'finding.path.nvcc-missing.detail.windows':
    '工具包位于 {path}，但系统 PATH 未指向其 nvcc。',
  'finding.path.nvcc-missing.fix.1.windows':
    '手动设置：在“系统属性”的“环境变量”中，将工具包的 `bin` 文件夹加入系统变量 Path，然后重新登录。不要对 Path 使用 `setx`，它会截断内容。',
} as const;

export const findingsWindowsDevices = {
  'finding.fix.plan-and-apply.windows':
    '先用 `gpu-guest plan` 查看将要做什么，再在管理员控制台中用 `gpu-guest apply` 执行。',
  'finding.driver.module-signature-rejected.title.windows': 'Windows 因签名拒绝该驱动',
  'finding.driver.module-signature-rejected.detail.windows':
    'Windows 无法验证 {gpu} 的驱动的数字签名（代码 52），因此不加载它：软件包中的文件被改动或已损坏，或者其编录文件的签名者不受此 Windows 信任。任何程序都无法使用该 GPU。',
  'finding.driver.module-signature-rejected.fix.windows.1':
    '安装 NVIDIA 或云服务商原样提供的软件包：改过的 INF 文件或重新打包的文件会破坏签名。`Get-AuthenticodeSignature <软件包>` 必须显示 Valid。',
  'finding.driver.module-signature-rejected.fix.windows.2':
    '如果软件包未经改动，请更新 Windows（Windows 更新）：旧的 Windows 不认识较新的签名。不要关闭签名检查或安全启动。',
  'finding.driver.reboot-pending.detail.windows':
    '设备管理器对 {gpu} 显示代码 14：驱动已安装，重启 Windows 之后 GPU 才能工作。',
  'finding.gpu.init-failed.detail.disabled':
    '设备管理器对 {gpu} 显示代码 22：该设备在 Windows 中已被禁用，任何程序都无法使用该 GPU。',
  'finding.gpu.init-failed.fix.enable':
    "启用它：在设备管理器中操作，或在管理员 PowerShell 中运行 `Get-PnpDevice -Class Display | Where-Object InstanceId -like 'PCI\\VEN_10DE*' | Enable-PnpDevice`。",
  'finding.gpu.init-failed.fix.windows':
    '确认驱动是否正确（`gpu-guest detect` 会说明适用的驱动），并选择“执行清洁安装”重新安装。',
  'finding.gpu.init-failed.fix.1.windows':
    '查看设备管理器对该 GPU 的说明及其代码：`Get-PnpDevice -Class Display | Format-List FriendlyName,InstanceId,Problem,Status`。',
  'finding.pci.bar-unassigned.detail.windows':
    '设备管理器对 {gpu} 显示代码 12：Windows 找不到可供该卡内存使用的地址空间。虚拟机的地址窗口对此 GPU 来说太小，客户机无法改变这一点。',
  'finding.gpu.none.fix.1.windows':
    '请将以下内容发给宿主机管理员：“请为此虚拟机挂载 NVIDIA GPU（vGPU 或直通）。客户机的设备管理器中没有供应商 10DE 的 PCI 设备。”`pnputil /enum-devices /connected /ids` 会列出已连接的设备。',
  'finding.gpu.vgpu-not-presented.detail.windows':
    '注册表表明此客户机使用 vGPU（FeatureType 为 1），但客户机看到的是物理卡 {gpu}。宿主机将整卡直通，因此不会申请也不会获得 vGPU 许可证。',
  'finding.gpu.vgpu-not-presented.fix.2.windows':
    '如果确实要使用整卡，请将注册表 GridLicensing 项中的 FeatureType 设为 2（工作站），用于计算则删除该值。',
  'finding.driver.wrong-kind.detail.feature.windows':
    '注册表要求许可功能（FeatureType={featureType}），但驱动 {driver} 不是 GRID 驱动。这些功能仅存在于 GRID 驱动中，因此没有任何许可。',
  'finding.driver.wrong-kind.fix.1.windows':
    '卸载此驱动（“设置”>“应用”>“NVIDIA 图形驱动程序”，然后重启），并安装与宿主机 vGPU 版本对应的 Windows 版 GRID 客户机驱动。',
  'finding.driver.wrong-kind.fix.compute.windows':
    '如果只用于计算，可以保留此驱动：从注册表的 GridLicensing 项中删除 FeatureType 值。',
  'finding.driver.host-guest-mismatch.fix.2.windows':
    '从 NVIDIA 许可门户安装该版本的 Windows 客户机驱动（文件名形如 `…_grid_win10_…_64bit_international.exe`）；Windows 驱动的版本号与宿主机的不同。',
  'finding.driver.host-guest-mismatch.fix.3.windows':
    '如果无法使用该驱动，请询问宿主机管理员：“请告知宿主机的 vGPU 版本并提供其 Windows 客户机驱动，或升级 vGPU Manager。”',
  'finding.driver.gpu-dropped-from-branch.fix.2.windows':
    '防止它再次被换到更新的分支：在此客户机上通过策略“Windows 更新不包括驱动程序”排除驱动。',
  'finding.driver.gpu-dropped-from-branch.fix.find.windows':
    '查明是哪个分支：在客户机上运行 `gpu-guest detect`，或用设备管理器（“详细信息”>“硬件 Id”）中 DEV_ 后面的 ID 运行 `gpu-guest catalog gpu 10de:<设备 ID>`。卸载此驱动并安装该分支的最新版本。',
  'finding.license.feature-type-invalid.title.windows': '注册表中的 FeatureType 无效',
  'finding.license.server-certificate.fix.times.windows':
    '请将以下内容发给许可证服务器管理员：“{host} 的证书不在有效期内。请更新证书，并确认服务器时钟正确。”在客户机中检查时钟：`w32tm /query /status`。',
  'finding.license.not-required.fix.1.windows':
    '无需任何操作。若需要许可的工作站，请安装 GRID 驱动，并将注册表 GridLicensing 项中的 FeatureType 设为 2。',
  'finding.driver.not-loaded.title.windows': 'Windows 未运行 NVIDIA 驱动',
  'finding.driver.not-loaded.detail.windows':
    'nvidia-smi 已安装，但没有 NVIDIA 驱动响应：Windows 没有为该 GPU 启动驱动。CUDA 同样找不到 GPU。',
  'finding.driver.not-loaded.fix.1.windows':
    '查看设备管理器对该 GPU 的说明及其代码：`Get-PnpDevice -Class Display | Format-List FriendlyName,InstanceId,Problem,Status`。',
  'finding.driver.not-loaded.fix.2.windows':
    '如果没有显示问题，请重启 Windows；仍无效时，选择“执行清洁安装”重新安装驱动。',
  'finding.license.token-permissions.title.windows':
    '许可服务无权读取令牌',
  'finding.license.token-permissions.detail.service':
    '{path} 是有效的令牌，但其访问控制列表不允许 LocalSystem 读取，而 NVDisplay.ContainerLocalSystem 正是以它运行。服务找不到令牌，因此不会请求许可。',
  'finding.license.token-permissions.fix.1.windows':
    '在以管理员身份打开的终端中允许服务读取：`icacls "{path}" /grant "*S-1-5-18:(R)"`。',
  'finding.driver.wrong-kind.detail.consumer':
    '驱动 {driver} 是 GeForce 驱动，而 {gpu} 是数据中心卡。此驱动并非为该卡提供：卡可能无法启动，NVIDIA 也不支持这种组合。',
  'finding.driver.wrong-kind.fix.data-centre':
    '卸载此驱动（“设置”的“应用”中卸载 NVIDIA 图形驱动程序并重启），然后安装 Windows 数据中心驱动（文件名 `…-data-center-tesla-desktop-…`）；`gpu-guest detect` 会给出适用的版本。',
  'finding.driver.not-loaded.detail.stopped':
    'Windows 列出的 NVIDIA 内核驱动（nvlddmkm）处于停止状态：驱动已安装，但没有设备启动它。任何程序都无法使用 GPU。',
  'finding.disk.full.detail.windows':
    '{mount} 仅剩 {freeMiB} MiB。无法安装或更新驱动，Windows 和许可服务的日志也可能中断。',
  'finding.disk.full.fix.1.windows':
    '清理 C 盘空间（“设置”的“系统”中的“存储”）。NVIDIA 安装程序解压到 `C:\\NVIDIA` 的内容在驱动安装后可以删除。',
  'finding.disk.full.fix.2.windows':
    '或扩大此虚拟机的磁盘，并在“磁盘管理”中扩展卷。',
} as const;

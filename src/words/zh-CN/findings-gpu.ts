export const findingsGpu = {
  'finding.gpu.none.title': '虚拟机中没有 NVIDIA GPU',
  'finding.gpu.none.detail': '虚拟机的 PCI 总线上没有 NVIDIA 设备。虚拟机内部无法改变这一点，必须由宿主机分配 GPU。',
  'finding.gpu.none.fix.1':
    '请将以下内容发给宿主机管理员：“请为此虚拟机分配一块 NVIDIA GPU（vGPU 或直通）。在虚拟机中执行 `lspci -d 10de:` 没有任何输出。OpenStack：规格属性 `resources:VGPU=1`，整卡直通则为 `pci_passthrough:alias=<别名>:1`。libvirt：类型为 mdev 或 pci 的 `<hostdev>`。Proxmox：`hostpci0: <地址>,mdev=<类型>`（整卡直通不加 mdev）。vSphere：添加 PCI 设备，选择 NVIDIA GRID vGPU 或 DirectPath I/O。”',
  'finding.gpu.none.fix.2': '在云上，请选择带 GPU 的实例规格。',
  'finding.gpu.init-failed.title': '驱动无法启动 GPU',
  'finding.gpu.init-failed.detail': '驱动已加载并占用 GPU，但启动失败：nvidia-smi 找不到设备，CUDA 也找不到。',
  'finding.gpu.init-failed.detail.code':
    '驱动已加载并占用 GPU，但启动失败，代码 {code}：{stage}nvidia-smi 和 CUDA 都找不到设备。',
  'finding.gpu.init-failed.detail.interrupt':
    'GPU 在 PCI 总线上，但没有中断，因此驱动放弃了它：nvidia-smi 和 CUDA 都找不到设备。',
  'finding.gpu.init-failed.fix.interrupt':
    '请将此内容发给宿主机管理员：“此虚拟机的 GPU 没有中断（日志见附件）。请检查其直通方式，并以开启 ACPI 的 q35 机型启动虚拟机，允许该设备使用 MSI。”',
  'finding.gpu.init-failed.fix.interrupt.guest':
    '在虚拟机内检查中断是否被关闭：`cat /proc/cmdline` 中不应有 `acpi=off`、`noapic` 或 `pci=nomsi`。',
  'finding.gpu.init-failed.stage.environment': 'GPU 周边的系统环境不满足要求，最常见的是中断问题。',
  'finding.gpu.init-failed.stage.attach':
    '驱动无法接入 GPU。对于 vGPU，通常是驱动与宿主机不匹配；对于直通卡，通常是内核模块类型不对或设备内存不可读。',
  'finding.gpu.init-failed.stage.init': '无法初始化 GPU 状态。',
  'finding.gpu.init-failed.stage.load': '无法启动 GPU 引擎。',
  'finding.gpu.init-failed.stage.memory': '无法通过总线访问 GPU 内存（DMA 或 BAR）。',
  'finding.gpu.init-failed.stage.vbios': '无法读取 GPU 的视频 BIOS。',
  'finding.gpu.init-failed.stage.firmware':
    '无法加载 GPU 系统处理器（GSP）的固件；该固件必须位于 /lib/firmware/nvidia/ 下且版本与驱动一致。',
  'finding.gpu.init-failed.stage.other': '日志没有给出更明确的原因。',
  'finding.gpu.init-failed.fix.1': '查看驱动在失败前后的信息：`sudo dmesg | grep -A 8 NVRM`。',
  'finding.gpu.init-failed.fix.2': '确认驱动是否正确：`gpu-guest detect` 会比较已安装的驱动与适用的驱动。',
  'finding.gpu.init-failed.fix.3':
    '如果驱动正确，请将此内容发给宿主机管理员：“此虚拟机的 GPU 在 PCI 总线上可见，但无法启动（日志见附件）。请检查宿主机日志、重置 GPU 并重新启动虚拟机。”',
  'finding.gpu.vgpu-not-presented.title': '期望 vGPU，但看到的是整张物理卡',
  'finding.gpu.vgpu-not-presented.detail':
    'gridd.conf 声明此虚拟机使用 vGPU（FeatureType=1），但虚拟机看到的是物理卡 {gpu}。宿主机将整卡直通，因此不会请求或授予 vGPU 许可。',
  'finding.gpu.vgpu-not-presented.fix.1':
    '请将此内容发给宿主机管理员：“请为此虚拟机分配 vGPU（带 vGPU 类型的 mdev 或 SR-IOV 虚拟功能），而不是物理卡。”',
  'finding.gpu.vgpu-not-presented.fix.2':
    '如果确实需要整卡，工作站用途请在 /etc/nvidia/gridd.conf 中设置 `FeatureType=2`，计算用途请删除该行。',
  'finding.gpu.fallen-off-bus.title': 'GPU 已从总线上掉线',
  'finding.gpu.fallen-off-bus.detail':
    '位于 {address} 的 GPU 在 PCI 总线上不再响应。使用它的程序会失败，重置之前无法恢复。原因通常在宿主机：供电、温度、插槽，或宿主机上的重置操作。',
  'finding.gpu.fallen-off-bus.fix.1': '将虚拟机完全关机后再启动（在虚拟机内重启不会重置显卡）。',
  'finding.gpu.fallen-off-bus.fix.2':
    '请将此内容发给宿主机管理员：“此虚拟机位于 {address} 的 GPU 已从总线掉线（Xid 79）。请检查宿主机日志、供电和温度，并重置该卡。”',
  'finding.gpu.xid.title': '驱动报告了 GPU 错误（Xid）',
  'finding.gpu.xid.detail': '共 {count} 条报告，最近一条是 {address} 上的 Xid {xid}：{meaning}',
  'finding.gpu.xid.program': '某个程序让 GPU 执行了非法操作，或中途被终止。其他程序不受影响。',
  'finding.gpu.xid.memory': 'GPU 显存出现不可纠正的错误，或正在停用坏单元。重置 GPU 之前结果可能不正确。',
  'finding.gpu.xid.firmware': 'GPU 系统处理器（GSP）停止响应。重置之前 GPU 不可用。',
  'finding.gpu.xid.link': 'NVLink 连接出错。',
  'finding.gpu.xid.hardware': '显卡本身发生故障（控制器、供电或连接）。',
  'finding.gpu.xid.other': '含义见 docs.nvidia.com/deploy/xid-errors。',
  'finding.gpu.xid.fix.program': '检查日志行中给出的程序（pid）：用 `compute-sanitizer` 运行它，或更新该程序。',
  'finding.gpu.xid.fix.1':
    '请将此内容发给宿主机管理员：“此虚拟机的 GPU 报告 Xid {xid}（日志见附件）。请检查并重置该卡。”',
  'finding.pci.bar-unassigned.title': 'GPU 的内存区域未分配地址',
  'finding.pci.bar-unassigned.detail':
    '位于 {address} 的 GPU 的内存区域 BAR{bar} 未分配到地址，驱动无法访问该卡。虚拟机的地址窗口对此 GPU 来说太小，虚拟机内部无法更改。',
  'finding.pci.bar-unassigned.fix.1':
    '请将此内容发给宿主机管理员：“此虚拟机中 GPU 的 BAR 未映射。请使用 q35 机型和 UEFI（OVMF）启动，采用宿主 CPU 的地址宽度，并将 64 位 MMIO 窗口设为 GPU 显存的至少两倍。”',
  'finding.pci.bar-unassigned.fix.2':
    'QEMU：`-fw_cfg name=opt/ovmf/X-PciMmio64Mb,string=65536`，或 libvirt 的 `pci-hole64`；VMware：`pciPassthru.use64bitMMIO=TRUE` 和 `pciPassthru.64bitMMIOSizeGB=64`（或更大）。',
  'finding.pci.bar-unassigned.fix.3': '在此之前，在虚拟机内核命令行加 `pci=realloc` 有时有效。',
  'finding.guest.is-host.title': '这是宿主机，不是虚拟机',
  'finding.guest.is-host.detail':
    'nvidia-smi 显示此机器负责分配 vGPU。它需要宿主机的 vGPU Manager；客户机驱动、令牌或 gridd.conf 都不应用于此处。',
  'finding.guest.is-host.fix.1': '请在要使用 GPU 的虚拟机内运行 `gpu-guest`。',
  'finding.mig.no-instances.title': 'MIG 已启用但没有实例',
  'finding.mig.no-instances.detail':
    '位于 {address} 的 GPU 处于 MIG 模式，但没有 MIG 设备。尽管 nvidia-smi 能显示 GPU，CUDA 却找不到设备。在 Ampere 卡上，MIG 模式保存在卡上，设置它的虚拟机删除后仍会保留；从 Hopper 起，它只在驱动加载期间有效。',
  'finding.mig.no-instances.fix.1': '如需使用整个 GPU，关闭 MIG 并重启：`sudo nvidia-smi -mig 0`；或者在配置文件的 `mig:` 下写入 `mode: off`，然后运行 `sudo gpu-guest apply --profile FILE`。',
  'finding.mig.no-instances.fix.2':
    '如需使用 MIG，请创建实例：`sudo nvidia-smi mig -lgip` 列出配置，`sudo nvidia-smi mig -cgi <配置> -C` 创建实例。也可以在配置文件的 `mig:` 下写明，例如 `layout: 1g.10gb x7`：每次启动时都会重新创建。',
  'finding.mig.change-pending.title': 'MIG 模式的更改正在等待 GPU 重置',
  'finding.mig.change-pending.detail.enabled':
    '已为 {address} 处的 GPU 启用 MIG，但尚未生效：需要先重置该卡，而该卡当时正在使用，或宿主机的虚拟化平台不允许虚拟机重置它。',
  'finding.mig.change-pending.detail.disabled':
    '已为 {address} 处的 GPU 关闭 MIG，但尚未生效：需要先重置该卡，而该卡当时正在使用，或宿主机的虚拟化平台不允许虚拟机重置它。',
  'finding.mig.change-pending.fix.1':
    '重启虚拟机。如果没有程序使用该 GPU 且虚拟化平台允许，`sudo nvidia-smi --gpu-reset` 效果相同。',
  'finding.mig.change-pending.fix.2':
    '如果重启后仍是如此，请停止占用 GPU 的程序（DCGM、监控、桌面），用 `sudo nvidia-smi -mig 1` 或 `-mig 0` 重新设置模式，然后重启。',
  'finding.fabric.not-running.title': 'NVSwitch 互连尚未建立',
  'finding.fabric.not-running.detail':
    '正在等待 NVSwitch 互连的 GPU 数量：{count}。NVIDIA 的 fabric manager 未运行或尚未完成，因此还没有登记这些 GPU。在此之前，尽管 nvidia-smi 能显示所有 GPU，CUDA 仍会报错 "system not yet initialized"（错误 802）。',
  'finding.fabric.not-running.detail.said':
    'CUDA 报“system not yet initialized”（错误 802），而 nvidia-smi 能看到 GPU。位于 NVSwitch 之后的 GPU 在 NVIDIA Fabric Manager 完成注册之前就是这样：它没有运行，或者还没有完成。',
  'finding.fabric.not-running.fix.1':
    '如果虚拟机刚刚启动，请等待一分钟后再查：登记需要时间。它在等待什么，可用 `journalctl -u nvidia-fabricmanager -b` 查看。',
  'finding.fabric.not-running.fix.2':
    '只看到 GPU 而看不到 NVSwitch 的虚拟机（`lspci -d 10de: | grep -i switch` 无输出）不运行自己的 fabric manager：请宿主机管理员激活这些 GPU 所在的分区。',
  'finding.fabric.version-mismatch.title': 'fabric manager 与驱动版本不一致',
  'finding.fabric.version-mismatch.detail':
    'fabric manager（{fabric}）拒绝与驱动 {driver} 一起运行：两者的版本必须完全相同。在它运行之前，NVSwitch 互连不会建立，CUDA 会报错 "system not yet initialized"（错误 802）。',
  'finding.fabric.version-mismatch.fix.1':
    '安装与驱动完全相同的版本 {driver}：`sudo apt-get install nvidia-fabricmanager-<分支>={driver}*` 或 `sudo dnf install nvidia-fabric-manager-{driver}`。如果软件源没有该版本，请将驱动和 fabric manager 一起换成同一个可用的版本。',
  'finding.fabric.version-mismatch.fix.2':
    '启动：`sudo systemctl enable --now nvidia-fabricmanager && systemctl status nvidia-fabricmanager`。',
  'finding.fabric.version-mismatch.fix.3':
    '锁定两者，避免升级后再次不一致：`sudo apt-mark hold …` 或 `sudo dnf versionlock add …`。',
  'finding.gpu.init-failed.detail.windows':
    '设备管理器对 {gpu} 显示代码 {code}：Windows 无法启动该设备或加载其驱动，任何程序都无法使用该 GPU。',
} as const;

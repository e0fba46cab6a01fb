export const findingsSystem = {
  'finding.kernel.headers-unavailable.title': '找不到当前内核的头文件',
  'finding.kernel.headers-unavailable.detail':
    '需要为内核 {kernel} 构建驱动模块，但其头文件既未安装，软件源也不再提供：该内核比软件源现有的版本更旧。其他内核或类型的头文件无济于事。',
  'finding.kernel.headers-unavailable.detail.not-installed':
    '需要为内核 {kernel} 构建驱动模块，但其头文件未安装，DKMS 因此无法构建。其他内核或类型的头文件无济于事。',
  'finding.kernel.headers-unavailable.fix.1':
    '更新索引后再试一次：`sudo apt-get update && sudo apt-get install linux-headers-$(uname -r)` 或 `sudo dnf install kernel-devel-$(uname -r)`，SUSE 上用 `sudo zypper refresh && sudo zypper install kernel-default-devel`。',
  'finding.kernel.headers-unavailable.fix.2':
    '如果已被移除，请一并升级同一类型的内核和头文件：云上的 Debian 用 `sudo apt-get install linux-image-cloud-amd64 linux-headers-cloud-amd64`，Ubuntu 用 `sudo apt-get install linux-generic`，RHEL 用 `sudo dnf upgrade kernel kernel-devel`。',
  'finding.kernel.headers-unavailable.fix.3': '重启进入新内核后再安装驱动：`sudo reboot`，`sudo gpu-guest apply`。',
  'finding.packages.locked.title': '软件包管理器正忙',
  'finding.packages.locked.detail':
    '{holder} 占用了软件包管理器的锁。在其结束前无法安装任何软件；首次启动时通常是自动更新。',
  'finding.packages.locked.another': '另一个程序',
  'finding.packages.locked.fix.1': '等待其完成：首次启动后用 `sudo cloud-init status --wait`，或用 `{watch}` 查看。',
  'finding.packages.locked.fix.2': '不要删除锁文件，否则会损坏软件包数据库。`sudo gpu-guest apply` 会自动等待。',
  'finding.packages.broken.title': '软件包只安装了一半，或彼此冲突',
  'finding.packages.broken.detail.unmet':
    '软件包管理器无法满足依赖：所需的软件包不在任何已启用的软件源中，或与已安装的软件包冲突。没有安装任何内容。',
  'finding.packages.broken.detail': '部分软件包只安装了一半，软件包管理器拒绝继续操作，驱动也可能不完整。',
  'finding.packages.broken.fix.unmet':
    '查看缺少的是哪个软件包，启用提供它的软件源（在 Red Hat 系发行版上 dkms 位于 EPEL），或选用依赖齐全的驱动版本。',
  'finding.packages.broken.fix.apt':
    '完成未完的操作：`sudo dpkg --configure -a && sudo apt-get --fix-broken install`。',
  'finding.packages.broken.fix.dnf': '使软件包恢复一致：先 `sudo dnf check`，再 `sudo dnf distro-sync`。',
  'finding.packages.broken.fix.zypper': '使软件包恢复一致：`sudo zypper verify`。',
  'finding.disk.full.title': '磁盘已满',
  'finding.disk.full.detail': '{mount} 仅剩 {freeMiB} MiB。无法构建模块和 initramfs，而软件包管理器仍可能显示成功。',
  'finding.disk.full.detail.said':
    '安装过程中磁盘空间耗尽。无法构建模块和 initramfs，而软件包管理器仍可能显示成功。',
  'finding.disk.full.fix.1':
    '释放空间：`sudo apt-get clean` 或 `sudo dnf clean all`，`sudo journalctl --vacuum-size=100M`，并用 `sudo apt-get autoremove --purge` 清理旧内核。',
  'finding.disk.full.fix.2': '或请管理员扩大此虚拟机的磁盘，并扩展文件系统。',
  'finding.hypervisor.id-visible.title': '虚拟机可以看到虚拟化平台的标识',
  'finding.hypervisor.id-visible.detail':
    '处理器的 CPUID 给出了虚拟化平台的标识（{name}）。所有 Linux 驱动以及数据中心、RTX 和 vGPU 驱动都不受影响，对 vGPU 也建议保持现状。',
  'finding.hypervisor.id-visible.fix.1': '无需操作。',
  'finding.hypervisor.none.title': '未发现虚拟化平台',
  'finding.hypervisor.none.detail': '此机器没有任何虚拟化迹象：它是物理机，或虚拟化被完全隐藏。',
  'finding.hypervisor.none.fix.1': '无需操作。物理机适用数据中心或 GeForce 驱动；GRID 客户机驱动用于虚拟机。',
  'finding.hypervisor.id-visible.detail.geforce':
    '虚拟机可以看到所在的虚拟化平台（{name}），而 {gpu} 使用驱动 {driver}。{first} 之前的 Windows 版 GeForce 驱动一旦看到虚拟化平台就拒绝启动：设备以代码 43 停止。',
  'finding.hypervisor.id-visible.fix.driver':
    '最佳办法：在虚拟机中安装 {first} 或更新的 GeForce 驱动。它可以在虚拟机中运行，无需隐藏任何标识。',
  'finding.hypervisor.id-visible.fix.host':
    "如果必须保留旧驱动，请将以下内容发给宿主机管理员：“请对此虚拟机隐藏虚拟化平台的标识，然后关机再启动。OpenStack（libvirt）：镜像属性 `img_hide_hypervisor_id=true`，或规格属性 `hw:hide_hypervisor_id=true`（Ussuri 之前为 `hide_hypervisor_id`）。libvirt：在 `<features>` 下加入 `<kvm><hidden state='on'/></kvm>` 和 `<hyperv><vendor_id state='on' value='none'/></hyperv>`。Proxmox：`cpu: host,hidden=1`。vSphere：在 .vmx 文件中加入 `hypervisor.cpuid.v0 = \"FALSE\"`。”",
  'finding.hypervisor.id-visible.fix.useless':
    '隐藏标识（OpenStack 的 `img_hide_hypervisor_id`、`hw:hide_hypervisor_id`）只对一种情况有用：Windows 上使用 465.89 之前驱动的 GeForce 显卡。对 vGPU、数据中心卡或 RTX 专业卡、任何 Linux 虚拟机、更新的驱动、没有许可证的虚拟机以及其他原因的代码 43 都没有帮助，还会使虚拟机失去性能和时钟方面的优化。',
} as const;

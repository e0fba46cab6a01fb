import type { simulations as en } from '../en/simulations.ts';

export const simulations: Record<keyof typeof en, string> = {
  'sim.p40-8q-vsphere.title': 'vSphere 上的 vGPU P40-8Q',
  'sim.p40-8q-vsphere.story':
    'vSphere 上的 Debian 12 虚拟机，带有 vGPU GRID P40-8Q，已加载 nouveau；介质文件夹中有 GRID 软件包、CUDA runfile 和令牌。此卡无法读取宿主机版本，因此驱动的选择是推测。',
  'sim.a100-openstack.title': 'OpenStack 上直通的 A100',
  'sim.a100-openstack.story':
    'OpenStack 上的 Ubuntu 22.04 虚拟机，直通了一块 A100。适合使用发行版自带的数据中心驱动，不需要许可证。',
  'sim.t4-no-token.title': '没有令牌的 vGPU T4-8Q',
  'sim.t4-no-token.story':
    '带有 vGPU GRID T4-8Q 的 Debian 12 虚拟机，可读取宿主机版本。介质文件夹中有匹配的 GRID 软件包，但没有客户端配置令牌：执行结束时未获授权，并会说明。',
  'sim.a100-mig-left-on.title': 'A100 上遗留的 MIG，旁边是 A30',
  'sim.a100-mig-left-on.story':
    '一台 Ubuntu 22.04 虚拟机，直通了 A100 和 A30，驱动正在运行。之前的使用者让 A100 的 MIG 保持开启，并留下三个设备；A30 是整卡。',
  'sim.v100-nouveau.title': '被 nouveau 占用的直通 V100',
  'sim.v100-nouveau.story':
    '直通了一块 V100 的 Debian 12 虚拟机，内核的 nouveau 驱动已将其绑定。需要禁用 nouveau 并重启一次。',
  'sim.a10-24q-azure.title': 'Azure 上的 vGPU A10-24Q',
  'sim.a10-24q-azure.story':
    'Azure 上的 Ubuntu 24.04 虚拟机，带有 vGPU NVIDIA A10-24Q。云平台自行授权，因此不需要令牌；介质文件夹中有该云专用的 GRID 驱动。',
  'sim.geforce-visible-hypervisor.title': '直通的 GeForce，虚拟化标识可见',
  'sim.geforce-visible-hypervisor.story':
    'libvirt 直通了 GeForce RTX 4090 的 Ubuntu 24.04 虚拟机。CPUID 显示虚拟化平台；现今的驱动对此没有限制。',
  'sim.healthy-licensed.title': '健康且已授权的虚拟机',
  'sim.healthy-licensed.story': '带有 vGPU T4-8Q、匹配驱动和许可证的 Debian 12 虚拟机。没有需要做的事。',
  'sim.kernel-moved-on.title': '内核已更新但缺少模块',
  'sim.kernel-moved-on.story': '直通了 T4 的 Debian 12 虚拟机。升级带来了新内核，而 nvidia 模块只存在于旧内核。',
  'sim.t4-8q-windows.title': 'Windows Server 2022 上的 vGPU T4-8Q，尚无驱动',
  'sim.t4-8q-windows.story':
    'vSphere 上的 Windows Server 2022 虚拟机，vGPU GRID T4-8Q 尚无驱动（代码 28），旁边是 Microsoft 基本显示适配器。介质文件夹中有 GRID 软件包、一个未列出此 vGPU 的数据中心软件包、CUDA 安装程序和令牌。需要重启一次。',
  'cli.apply.no-digest': '“{word}”不是计划的摘要：摘要有 64 个十六进制数字，见 gpu-guest plan 的输出。',
  'cli.apply.done-simulated': '完成，仅在模拟虚拟机上执行：本机未做任何更改，因此无需撤销。',
  'cli.apply.after-failure-simulated': '这是模拟虚拟机：本机未做任何更改，因此无需继续或撤销。',
  'cli.apply.reboot-simulated': '目前为止已完成；其余步骤需要重启。模拟虚拟机不会保留：去掉 --reboot never 再次运行，即可经过重启继续执行。',
  'cli.apply.rebooting-simulated': '模拟虚拟机正在重启。',
};

import type { stepsStart as en } from '../en/steps-start.ts';

export const stepsStart: Record<keyof typeof en, string> = {
  'step.preflight.title': '事前检查',
  'step.preflight.done': '权限、磁盘空间、软件包锁和时钟均正常。',
  'step.preflight.done-windows': '管理员权限和时钟均正常。',
  'step.preflight.nothing-ahead': '无需更改任何内容，因此无需检查。',
  'step.preflight.rights-windows':
    '更改此虚拟机需要管理员权限。请以“以管理员身份运行”方式打开终端，在其中运行同一命令。',
  'step.preflight.rights': '更改此虚拟机需要管理员权限。请使用 sudo 运行同一命令。',
  'step.preflight.no-room':
    '{mount} 剩余 {freeMiB} MiB，需要 {neededMiB} MiB。请清理空间或扩大磁盘，然后重新运行命令。',
  'step.preflight.locked':
    '软件包锁被另一个程序占用：{program}（进程 {pid}）。正在等待它结束；如果一直不结束，请先查明它在做什么再停止它。',
  'step.preflight.index-empty': '可用软件包列表为空，无法判断发行版提供哪些驱动。请先运行“{command}”。',
  'step.preflight.clock':
    '系统时钟为 {now}，不可能正确；软件包和许可证会因尚未生效而被拒绝。请校准时钟并启用时间同步。',
  'step.packages.prerequisites.title': '安装后续步骤所需的软件包',
  'step.packages.prerequisites.done': '后续步骤所需的软件包均已就绪。',
  'step.packages.prerequisites.nothing-to-build': '无需编译任何内容。',
  'step.packages.prerequisites.todo': '缺少：{names}。',
  'step.packages.prerequisites.repair': '软件包安装曾被中断，需先完成。',
  'step.packages.prerequisites.no-headers':
    '已配置的软件源中没有内核 {kernel} 的头文件，无法为其编译驱动。请升级内核并重启，或添加仍提供这些头文件的软件源。',
  'step.packages.prerequisites.no-dkms':
    '没有 DKMS 就无法安装该驱动程序的软件包，而已配置的软件源中都没有 DKMS；在 RHEL 及其重构发行版上，它来自 EPEL。请启用 EPEL，或将同一驱动程序的 .run 文件放入介质文件夹，然后再次运行该命令。',
  'step.packages.prerequisites.lacking':
    '已配置的软件源中没有以下所需软件包：{names}。请添加包含它们的软件源，或重新获取软件包列表，然后再次运行该命令。',
  'step.packages.prerequisites.no-manager': '此虚拟机没有 apt、dnf 或 zypper。请手动安装：{names}。',
  'step.nouveau.disable.title': '禁止 nouveau 占用 GPU',
  'step.nouveau.disable.no-module': '此虚拟机的所有内核都没有 nouveau 模块。',
  'step.nouveau.disable.loaded': 'nouveau 已加载，会阻止 NVIDIA 驱动使用 GPU。',
  'step.nouveau.disable.todo': 'nouveau 未被禁用，下次启动时可能占用 GPU。',
  'step.nouveau.disable.still-loaded': 'nouveau 已禁用，但在下次启动前仍处于加载状态。',
  'step.nouveau.disable.initramfs':
    '{file} 要等磁盘挂载后才能阻止 nouveau：dracut 为任意机器生成的 initramfs 含有 nouveau，却不含该文件，nouveau 可能从那里占用 GPU。',
  'step.nouveau.disable.stale': '内核 {kernel} 的 initramfs 早于 {file} 生成，nouveau 可能从那里占用 GPU；将重新生成。',
  'step.nouveau.disable.missing': '下次启动的内核 {kernel} 没有 initramfs；将生成它。',
  'step.nouveau.disable.done': 'nouveau 已由 {file} 禁用。',
  'step.nouveau.disable.reboot': 'nouveau 只有在重启后才会释放 GPU，而 .run 安装程序要求 GPU 空闲。',
  'step.nouveau.disable.undo': '删除写入的文件并重建 initramfs；下次启动后 nouveau 恢复。',
  'step.verify.title': '验证',
  'step.verify.todo': '最后检查：内核模块、GPU、许可证以及各类 shell 中的 CUDA。',
  'step.verify.done': '一切正常。',
  'step.verify.failed': '检查 {check} 未通过。期望：{expected}。实际：{found}',
  'step.left-out': '已略去，其余步骤照常执行。{why}',
  'step.blocked.unknown': '无法制定此步骤，因为以下信息未知：{what}（{why}）。',
  'step.blocked.no-package-manager': '此虚拟机没有 apt、dnf 或 zypper。请改用驱动的 .run 文件。',
  'step.resume.title': '重启后自动继续',
  'step.undo.nothing-changed': '不做任何更改。',
  'step.undo.packages': '移除新增的软件包。',
  'step.undo.index': '可用软件包列表只是缓存。',
  'step.undo.module': '已加载的模块会保留到下次启动。',
  'step.undo.service': '服务原本就在运行，将继续运行。',
  'step.undo.with-folder': '随其所在文件夹一并移除。',
  'step.undo.with-driver': '随驱动一并移除。',
  'step.undo.signature': '签名不会造成影响。',
  'step.undo.runfile-driver': '以 .run 文件安装的驱动无法自动恢复；请重新安装其 .run 文件。',
};

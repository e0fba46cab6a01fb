import type { stepsDriver as en } from '../en/steps-driver.ts';

export const stepsDriver: Record<keyof typeof en, string> = {
  'step.driver.remove-conflicting.title': '移除冲突的驱动',
  'step.driver.remove-conflicting.none': '没有冲突的驱动。',
  'step.driver.remove-conflicting.todo': '与所选驱动冲突：{drivers}。',
  'step.driver.remove-conflicting.no-uninstaller':
    '有一个驱动是由 .run 文件安装的，但其 nvidia-uninstall 已不存在。请重新安装同一 .run 文件，然后再次运行此命令。',
  'step.driver.remove-conflicting.undo': '重新安装被移除的软件包；由 .run 文件安装的驱动无法恢复。',
  'step.driver.install.title': '安装驱动',
  'step.driver.name': '{kind} {version}',
  'step.driver.kind.grid': 'vGPU 客户机驱动 (GRID)',
  'step.driver.kind.tesla': '数据中心驱动',
  'step.driver.kind.geforce': 'GeForce 驱动',
  'step.driver.flavour.open': '开源',
  'step.driver.flavour.proprietary': '专有',
  'step.driver.install.todo': '将安装：{driver}。{reason}',
  'step.driver.install.whole': '{driver} 只安装了一部分；将从其来源补全。',
  'step.driver.install.done': '{driver} 已安装，且下次启动的内核已有对应模块。',
  'step.driver.install.build': '驱动已安装，但没有内核 {kernel} 的模块；将进行编译。',
  'step.driver.install.no-sources':
    '驱动没有内核 {kernel} 的模块，其源码也未在 DKMS 中注册。请将驱动软件包放入介质文件夹，以便重新安装。',
  'step.driver.install.not-whole':
    '已安装的驱动不完整，或没有此 GPU 所需的{flavour}内核模块。请将其软件包放入介质文件夹，以便重新安装。',
  'step.driver.install.no-key-read': '安全启动已开启，但无法读取哪些密钥可为模块签名。请以管理员权限运行此命令。',
  'step.driver.install.undo': '恢复之前的软件包，并移除驱动新增的内容。',
  'step.windows.driver.remove-conflicting.undo':
    '从移除前保留的副本恢复驱动程序；NVIDIA 安装程序随之安装的其他程序不会恢复。',
  'step.windows.driver.remove-conflicting.unnamed':
    '驱动程序 {version} 会造成冲突，但 Windows 未说明以什么名称保存它。请在设备管理器中移除它（“卸载设备”，并勾选“尝试删除此设备的驱动程序”），然后重新运行此命令。',
  'step.windows.driver.undo.kept':
    '可从移除前保留的副本恢复。',
  'step.windows.driver.undo.log':
    '安装程序写下的日志会保留，供查找原因时使用。',
  'step.windows.driver.install.done':
    '{driver} 已安装，Windows 未报告 GPU 有问题。',
  'step.windows.driver.install.unknown':
    '{driver} 已安装，但无法向 Windows 询问 GPU 是否正常工作。请以管理员身份运行此命令。',
  'step.windows.driver.install.answers':
    '{driver} 已安装，nvidia-smi 对每个 GPU 都有响应；无法询问 Windows 本身。',
  'step.windows.driver.install.no-restart':
    '{driver} 已安装，但 Windows 对 GPU 报告代码 {code}。更换驱动或重启都无法解决：“gpu-guest diagnose”会说明解决办法。',
  'step.windows.driver.install.restart':
    '{driver} 已安装，但 Windows 对 GPU 报告代码 {code}。新驱动程序可能需要重启后才能启动 GPU；如果之后代码仍在，“gpu-guest diagnose”会指出原因。',
  'step.windows.driver.install.refused':
    '不安装 {file}：{why}',
  'step.windows.driver.install.no-package':
    '并非每个 GPU 都有 {driver}，而其软件包不可用。请将它放入介质文件夹，然后重新运行此命令。',
  'step.windows.driver.install.undo':
    '用驱动程序自带的安装程序将其卸载，并从保留的副本恢复之前的驱动程序。',
  'step.windows.driver.reboot':
    '新驱动程序在下次启动时启动 GPU。',
  'step.driver.enroll-key.title': '让安全启动接受驱动',
  'step.driver.enroll-key.no-secure-boot': '安全启动未开启。',
  'step.driver.enroll-key.accepted': '内核已接受该模块。',
  'step.driver.enroll-key.distribution': '模块由发行版签名，安全启动信任其密钥。',
  'step.driver.enroll-key.no-module': '内核 {kernel} 没有可签名的 NVIDIA 模块。',
  'step.driver.enroll-key.no-mokutil': '注册密钥需要 mokutil，但尚未安装。请安装它，或为此虚拟机关闭安全启动。',
  'step.driver.enroll-key.done': '虚拟机自己的密钥已注册，模块已用其签名。',
  'step.driver.enroll-key.pending': '下次启动时须在虚拟机控制台确认注册，密码见 {file}。',
  'step.driver.enroll-key.todo': '安全启动已开启，但不认识模块的密钥；未注册密钥则驱动无法加载。',
  'step.driver.enroll-key.console':
    '下次启动时必须有人在虚拟机控制台操作：蓝色的“MOK management”界面会等待按键十秒，然后依次选择“Enroll MOK”“Continue”“Yes”，输入屏幕上显示并保存在 {file} 中的一次性密码。',
  'step.driver.enroll-key.undo': '撤回注册请求；固件中已有的密钥会保留，须在控制台删除（mokutil --delete）。',
  'step.driver.load.title': '加载驱动',
  'step.driver.load.todo': '驱动未加载。',
  'step.driver.load.done': '版本 {version} 已加载。',
  'step.driver.load.no-module': '此虚拟机的所有内核都没有该驱动的模块。',
  'step.driver.load.reboot-key': '需要重启并在控制台确认密钥。',
  'step.driver.load.reboot-nouveau': 'nouveau 在下次启动前占用 GPU。',
  'step.driver.load.reboot-other': '在下次启动前加载的是另一版本或另一类型的驱动。',
  'step.driver.load.reboot-kernel': '驱动是为下次启动的内核而非当前内核编译的。',
  'step.driver.load.undo': '已加载的模块会保留到下次启动。',
  'step.driver.hold.title': '防止升级更改驱动',
  'step.driver.hold.not-in-profile': '配置文件未要求。',
  'step.driver.hold.runfile': '该驱动不是软件包，升级不会更改它。',
  'step.driver.hold.no-version-lock':
    '已配置的软件源中都没有 {package}，因此 dnf 无法锁定驱动程序版本，升级可能会更改它。请启用提供该软件包的软件源后再次运行该命令，或自行在 /etc/dnf/dnf.conf 中添加“excludepkgs={names}”。',
  'step.driver.hold.no-driver': '没有可锁定的已安装驱动。',
  'step.driver.hold.done': '驱动软件包已锁定。',
  'step.driver.hold.todo': '自动升级可能导致内核模块与库版本不一致。将锁定：{names}。',
  'step.driver.hold.undo': '解除软件包锁定。',
};

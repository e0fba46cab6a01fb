import type { seal as en } from '../en/seal.ts';
import { root } from './root.ts';

export const seal: Record<keyof typeof en, string> = {
  ...root,
  'cli.command.seal': '将此虚拟机制作成黄金镜像：检查是否就绪，删除不得被克隆的内容，然后再次检查',
  'cli.command.first-start':
    '启用由已封装镜像克隆出的虚拟机：如果挂接了卷标为 GPU-GUEST 的磁盘，则从中取得令牌（由首次启动时的 systemd 单元调用）',
  'cli.option.keep-token': '有意将客户端配置令牌保留在镜像中：每个克隆都会带有它',
  'cli.status.sealing':
    '封装在此中断：此虚拟机还不是镜像，且部分内容已被删除。请在克隆之前再次运行 sudo gpu-guest seal。',
  'seal.next':
    '配置文件要求将此虚拟机封装为镜像。封装无法撤销，且此处尚未同意：请使用相同的 --profile 运行 `sudo gpu-guest seal`。',
  'seal.after-reboot':
    '重启后运行会自动继续；全部验证通过后，将按配置文件的要求把此虚拟机封装为镜像。',
  'seal.is-sealed':
    '配置文件要求将此虚拟机封装为镜像，而它已经是镜像。如果此后有过更改，请再次封装：`sudo gpu-guest seal`。',
  'seal.is-clone':
    '配置文件要求封装镜像。此虚拟机来自已封装的镜像且正在使用，因此保持原样。如仍要将其制作成镜像：`sudo gpu-guest seal`。',
  'seal.not-begun-here':
    '配置文件要求封装镜像。无法确定本机就是开始该运行的机器，而构建机的克隆绝不会自动封装。如要将本机制作成镜像：请使用相同的 --profile 运行 `sudo gpu-guest seal`。',
  'seal.not-by-unit':
    '配置文件要求将此虚拟机封装为镜像。本次运行由 systemd 单元启动，而单元绝不会封装虚拟机：请使用相同的 --profile 运行 `sudo gpu-guest seal`。',
  'seal.not-on-windows':
    '配置文件要求将此虚拟机封装为镜像。此处不封装 Windows 虚拟机：请使用 Sysprep。',
  'seal.left-open':
    '此虚拟机没有封装，但已符合配置文件的要求；运行 `sudo gpu-guest seal` 可将其制作成镜像。',
  'seal.refused': '此虚拟机尚不能封装。未做任何更改。',
  'seal.refused.unread': '无法读取已安装的驱动以及镜像将启动的内核。只有在这些已知时才能封装镜像。',
  'seal.refused.no-driver': '没有安装 NVIDIA 驱动：克隆出的虚拟机也不会有驱动。',
  'seal.refused.no-module': '克隆将启动内核 {kernel}，但尚未为该内核构建驱动：`sudo dkms autoinstall -k {kernel}`。',
  'seal.refused.check': '{id}：应为 {expected}，实际为 {found}',
  'seal.refused.finding': '{id}：{title}',
  'seal.refused.media-unread':
    '无法读取 {path}（位于映像自身的磁盘上）中的内容：其中若有客户端配置令牌，每个克隆都会带有它。请使其可读，或将其清空。',
  'seal.refused.media-token':
    '{path} 是位于镜像自身磁盘上的客户端配置令牌，因此每个克隆都会带有它。请将其移出此磁盘，或用 --keep-token 有意保留。',
  'seal.unreadable': '无法查看需要删除的内容：{why}。未做任何更改。',
  'seal.dry-run': '将删除以上内容；未做任何更改。',
  'seal.nothing': '没有不得被克隆的内容。',
  'seal.ask': '要永久删除这些内容并封装镜像吗？此操作无法撤销。[y/N] ',
  'seal.nobody-to-ask': '没有终端可供确认。请先用 --dry-run 查看，再使用 --yes。',
  'seal.declined': '未做任何更改。',
  'seal.changed': '需要删除的内容与已同意的不同。未做任何更改；请用 --dry-run 重新查看。',
  'seal.done': '镜像已封装。请关机后再克隆，在此之前不要启动它，因为首次启动会使它重新成为普通虚拟机：`sudo poweroff`。',
  'seal.keys-kept':
    'SSH 主机密钥被保留，所有克隆将共用它们：此虚拟机上没有任何组件会在首次启动时生成新密钥。请安装 cloud-init，或自行删除它们并在每个克隆上生成新密钥（`ssh-keygen -A`）。',
  'seal.without-gpu':
    '此机器中没有 GPU，因此未验证需要 GPU 的部分，只确认了克隆将启动的内核有对应的驱动。',
  'seal.token-kept': '按要求，客户端配置令牌保留在镜像中。',
  'seal.not-sealed': '未封装：{why} 已删除的内容无法恢复；请解决该问题并再次运行 gpu-guest seal。在此之前不要克隆此虚拟机。',
  'seal.cancelled': '操作已停止。',
  'seal.no-own-copy': '本程序无法将自身复制到镜像中，克隆将一直处于镜像状态。',
  'seal.come-again': '已删除的内容又被重新创建：{paths}。',
  'seal.more': '另有 {count} 项（使用 --verbose 显示全部）',
  'seal.part.service': '许可服务，将被停止：它会归还许可',
  'seal.part.token': '客户端配置令牌',
  'seal.part.lease': '许可租约',
  'seal.part.machine-id': '此机器的标识',
  'seal.part.host-keys': 'SSH 主机密钥；首次启动时会生成新密钥',
  'seal.part.cloud-init': 'cloud-init 保存的此实例的状态',
  'seal.part.network': '网络租约',
  'seal.part.cards': '仅适用于本机显卡的设置；在每个克隆上由 `apply` 重新生成',
  'seal.part.logs': '日志和指标',
  'seal.part.captures': '支持捕获包和错误报告',
  'seal.part.runs': '运行日志，以及撤销时用于恢复的内容',
  'seal.part.caches': '软件包缓存',
  'seal.part.media': '临时文件夹中的安装程序和令牌',
  'first-start.not-sealed': '此虚拟机不是首次启动的克隆：无需处理。',
  'first-start.token': '已从磁盘 {disk} 取得令牌。此虚拟机现已启用。',
  'first-start.no-token': '磁盘 {disk} 上没有可用的客户端配置令牌。',
  'first-start.not-mounted': '无法挂载磁盘 {disk}，因此没有从中取得令牌。',
  'first-start.has-token': '令牌已就位；许可服务已重新启动。此虚拟机现已启用。',
  'first-start.without-token':
    '此虚拟机现已启用，但没有客户端配置令牌。请为其提供令牌：`sudo gpu-guest apply --media FOLDER --steps license.token,license.restart-service,license.wait`。',
};

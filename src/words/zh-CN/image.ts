import type { image as en } from '../en/image.ts';

export const image: Record<keyof typeof en, string> = {
  'choice.mode.awaited': '该卡不在构建镜像的机器上。',
  'choice.none.mounted':
    '已挂载的镜像中看不到 GPU，因此没有适用的驱动。请在配置文件中写明其客户机需要什么：driver.kind、driver.version、driver.kernelModule。',
  'choice.image.guess':
    '配置文件要求安装 {kind} 类驱动，而该卡不在此处：它是否适合该卡和主机，要到镜像首次启动时才能知道。',
  'choice.image.proprietary':
    '选择专有内核模块是一种推测，因为此分支支持的大多数卡都使用它。Blackwell 卡和 GH200 只能使用开放内核模块：此时请设置 driver.kernelModule: open。',
  'choice.image.open':
    '选择开放内核模块是一种推测，因为 NVIDIA 自 R560 起推荐使用它。Turing 之前的卡只能使用专有内核模块：此时请设置 driver.kernelModule: proprietary。',
  'choice.licence.image': '镜像中不含客户端配置令牌：由其创建的每个客户机在首次启动时各自取得令牌。',
  'choice.cuda.image': '此处不知道该卡的架构；自 13.0 起，工具包只能在 Turing 及更新的卡上运行。',
  'step.image.driver.load': '该卡不在此处，因此不加载任何模块：将在镜像首次启动时检查。',
  'step.image.driver.enroll-key':
    '密钥要注册到启动镜像的那台机器的固件中，不能在此处注册：模块是否被接受，将在首次启动时检查。',
  'step.image.license.service': 'nvidia-gridd 会在每次启动时运行，但不在此处启动。将在镜像首次启动时检查。',
  'step.image.license.service-enable': '需要让 nvidia-gridd 在镜像每次启动时运行；不在此处启动它。',
  'step.image.license.wait': '此处没有可授权的卡：将在镜像首次启动时检查。',
  'step.image.verify': '最后检查：镜像中应有的内容。模块、GPU 和许可证留待首次启动时检查，为此将放置 {unit}。',
  'step.image.verify.done': '镜像包含应有的内容。模块、GPU 和许可证将在首次启动时检查。',
  'check.image.driver': '驱动 {version}',
  'check.image.driver.none': '没有驱动',
  'check.image.packages': '没有中断的软件包安装',
  'check.image.packages.interrupted': '有一次软件包安装被中断',
  'check.image.module': '模块 {version}（{flavour}），用于下次启动的内核 {kernel}',
  'check.image.module.none': '下次启动的内核 {kernel} 没有 NVIDIA 模块',
  'check.image.nouveau': 'nouveau 已被禁用',
  'check.image.nouveau.free': 'nouveau 未被禁用',
  'check.image.initramfs': '内核 {kernel} 的 initramfs 比 {file} 新',
  'check.image.initramfs.old': '它比该文件旧',
  'check.image.initramfs.none': '不存在',
  'check.image.config': 'FeatureType={type}',
  'check.image.config.none': '未设置 FeatureType',
  'check.image.token': '有效的客户端配置令牌',
  'check.image.token.later': '特意不含：每个客户机在首次启动时取得',
  'check.image.token.none': '没有',
  'check.image.service': 'nvidia-gridd 在每次启动时运行',
  'check.image.service.absent': '没有 nvidia-gridd',
  'check.image.service.off': '它不会在启动时运行',
  'check.image.nvcc': 'nvcc {version}',
  'check.image.first-boot': '留待首次启动：模块、GPU、许可证',
  'cli.check.driver': '驱动',
  'cli.check.packages': '软件包',
  'cli.check.nouveau': 'nouveau',
  'cli.check.initramfs': 'initramfs',
  'cli.check.first-boot': '首次启动',
  'sim.image-without-gpu.title': '在没有 GPU 的机器上构建镜像',
  'sim.image-without-gpu.story':
    '一台没有 NVIDIA 卡的 Debian 12 构建机，下次启动会使用另一个内核；介质文件夹中有 GRID 软件包和 CUDA runfile。使用写明驱动的配置文件（driver.kind: grid）时，一切都按镜像将启动的内核安装；需要该卡的部分留待首次启动。',
};

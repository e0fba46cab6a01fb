import type { ready as en } from '../en/ready.ts';

export const ready: Record<keyof typeof en, string> = {
  'ready.none': '无',
  'ready.right':
    '已经就绪：内核 {kernel}（{arch}）上的驱动 {driver}（{kind}）与 {at} 结束的运行所留下的状态一致，配置文件也相同。未作任何更改。此次没有重新查询许可证和 GPU；如需查询，请运行“gpu-guest verify”。',
  'ready.right.no-driver':
    '已经就绪：不需要驱动，也没有安装驱动；内核 {kernel}（{arch}）与 {at} 结束的运行所留下的状态一致，配置文件也相同。未作任何更改。',
  'ready.differs': '虚拟机与 {at} 通过验证时的状态不一致：',
  'ready.differs.then': '因此将重新检查虚拟机，并执行所需的步骤。',
  'ready.not-known': '无法读取虚拟机当前的状态，因此不能确定它是否仍与 {at} 通过验证时一致。将重新检查虚拟机。',
  'ready.differs.profile': '配置文件不同',
  'ready.differs.part': '{part}：原为 {was}，现为 {is}',
  'ready.differs.file': '{path} 已更改、新增或不存在',
  'ready.differs.media': '{path} 是安装介质中的新文件',
  'ready.part.driver': '已安装的驱动',
  'ready.part.kind': '驱动种类',
  'ready.part.module': '已加载的内核模块',
  'ready.part.kernel': '正在运行的内核',
  'ready.part.nextKernel': '下次启动的内核',
  'ready.part.arch': '体系结构',
  'ready.part.gpus': 'PCI 总线上的 GPU',
  'ready.part.held': '保持不升级的软件包',
  'ready.part.program': '本程序的版本',
};

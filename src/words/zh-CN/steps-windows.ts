import type { stepsWindows as en } from '../en/steps-windows.ts';

export const stepsWindows: Record<keyof typeof en, string> = {
  'step.license.configure.windows.todo': '注册表需要更改：{keys}。其他值保持不变。',
  'step.license.configure.windows.done': '注册表中的两个 GridLicensing 项均已正确配置。',
  'step.license.configure.windows.absent': '注册表未设置 FeatureType，也不需要：未设置时已获得许可。',
  'step.license.configure.windows.legacy':
    '{values} 指定了旧式许可证服务器（{server}）。客户端配置令牌不能与之并用，因此将删除这些值。',
  'step.license.configure.windows.undo': '按原类型恢复每个值，移除新增内容。',
  'step.license.token.windows.done': '{file} 是唯一的令牌。',
  'step.license.token.windows.tidy': '仅保留 {file} 作为唯一令牌。',
  'step.license.token.windows.rights': '以 LocalSystem 身份运行的许可服务无权读取 {file}，将授予其读取权限。',
  'step.license.restart-service.windows.changed': '{service} 需要读取新配置。',
  'step.license.restart-service.windows.stopped': '{service} 未运行。',
  'step.license.restart-service.windows.done': '{service} 正以当前配置运行。',
  'step.license.restart-service.windows.disabled':
    '{service} 已被禁用，无法获取许可证。请设为自动启动：`sc.exe config {service} start= auto`。',
  'step.license.restart-service.windows.absent':
    '驱动未附带 {service} 服务，无法获取许可证。请安装完整的 vGPU 客户机驱动。',
  'step.license.restart-service.windows.no-service-needed': '没有 {service}，但已获得许可证。',
  'step.license.restart-service.windows.undo': '以原来的值和令牌重启服务。',
  'step.license.wait.windows.no-log': '尚未获得许可证，且无法读取显示容器的日志。',
  'step.license.wait.windows.said': '{what} 显示容器日志：{line}',
  'step.license.wait.windows.feature-type-invalid': '注册表中的 FeatureType 对此 GPU 无效。',
  'step.cuda.install.windows.no-parts':
    'CUDA {version} 安装程序的组件名称未知；若不指定组件，它会安装自带的驱动。请手动安装此工具包，并取消选择“Display Driver”。',
  'step.cuda.install.windows.gone': '{path} 中的工具包没有 nvcc。请将其安装程序放入介质文件夹，以便重新安装。',
  'step.cuda.install.windows.undo': '由 NVIDIA 自带的卸载程序移除工具包组件，并恢复其文件夹和 CUDA_PATH。',
  'step.path.configure.windows.no-toolkit': '没有 CUDA 工具包。',
  'step.path.configure.windows.todo':
    '系统 PATH 和 CUDA_PATH 未指向 {folder}，或仍指向已不存在的工具包。已在运行的程序需重新登录后才能看到更改。',
  'step.path.configure.windows.done': '系统 PATH 和 CUDA_PATH 指向 {folder}。',
  'step.path.configure.windows.undo': '恢复 PATH 和 CUDA_PATH；其他程序此后加入 PATH 的内容予以保留。',
  'step.path.configure.windows.long':
    'PATH 长度为 {length} 个字符。Windows 可以接受，但 `setx` 和旧式对话框会在 1024 或 2047 个字符处截断，请勿用它们修改。',
  'step.path.configure.windows.too-long':
    '加入 CUDA 后 PATH 将有 {length} 个字符，而 Windows 的上限为 {limit}。请从系统 PATH 中移除不再需要的文件夹。',
  'step.verify.windows.todo': '最后检查：驱动、GPU、许可证、系统环境中的 CUDA。',
  'check.windows.driver': '驱动 {version}，{model}',
  'check.windows.driver.none': '此设备未由 NVIDIA 驱动运行',
  'check.windows.driver.problem': '设备管理器显示代码 {code}',
  'check.windows.path': '系统 PATH 中有 {folder}，CUDA_PATH 为 {toolkit}',
  'check.windows.path.other': 'CUDA_PATH 为 {found}',
};

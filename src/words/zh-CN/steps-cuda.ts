import type { stepsCuda as en } from '../en/steps-cuda.ts';

export const stepsCuda: Record<keyof typeof en, string> = {
  'step.cuda.install.title': '安装 CUDA 工具包',
  'step.cuda.install.todo': '将安装 CUDA {version}，仅工具包，绝不安装其自带驱动。{reason}',
  'step.cuda.install.done': 'CUDA {version} 位于 {path}。',
  'step.cuda.install.link': '/usr/local/cuda 未指向 {path}。',
  'step.cuda.install.gone': '{path} 中的工具包没有 nvcc。请将其 .run 文件放入介质文件夹，以便重新安装。',
  'step.cuda.install.replaced-driver':
    '除所选驱动外还安装了驱动 {version}，或所选驱动已被其取代：由某个 CUDA 软件包所致。请移除该软件包后重新运行命令。',
  'step.cuda.install.undo': '移除工具包文件夹及其链接。',
  'step.path.configure.title': '让所有 shell 都能找到 CUDA',
  'step.path.configure.not-in-profile': '配置文件未要求。',
  'step.path.configure.no-toolkit': '/usr/local/cuda 中没有工具包。',
  'step.path.configure.todo': '并非每种 shell 都能找到 {folder}，或有路径仍指向已不存在的工具包。',
  'step.path.configure.done': '所有类型的 shell 均已配置 CUDA 路径。',
  'step.path.configure.undo': '恢复各文件原状，移除新增内容。',
};

import type { bundle as en } from '../en/bundle.ts';

export const bundle: Record<keyof typeof en, string> = {
  'media.offline-bundle.spoilt':
    '此 bundle.json 不完整或已被改动，无法得知离线安装包集的内容，因此不使用其中任何文件。请重新复制，或用“gpu-guest bundle”重新制作。',
  'media.offline-bundle.missing':
    '离线安装包集 {folder} 中缺少 {file}（与原来不一致的文件数：{count}）。不使用其中任何文件。请重新完整复制，并在该文件夹中用“sha256sum -c SHA256SUMS”检查。',
  'media.offline-bundle.changed':
    '离线安装包集 {folder} 中的 {file} 不是制作时放入的文件（与原来不一致的文件数：{count}）。不使用其中任何文件。请重新完整复制，并在该文件夹中用“sha256sum -c SHA256SUMS”检查。',
  'offline.is':
    '包含 {release}、{arch}、内核 {kernels} 所需的全部内容：{packages} 个软件包，制作于 {day}。软件包只从这里安装，不访问任何软件源。',
  'offline.other-release':
    '此离线安装包集是为 {made} 制作的，而本虚拟机是 {guest}：其中的软件包不适用，因此不使用其中任何文件。请用“gpu-guest bundle --release {release}”重新制作，或指定不含离线安装包集的介质文件夹。',
  'offline.other-arch':
    '此离线安装包集是为 {made} 制作的，而本虚拟机是 {guest}：不使用其中任何文件。请在相同架构的机器上重新制作，或指定不含离线安装包集的介质文件夹。',
  'offline.other-kernel':
    '离线安装包集是为内核 {made} 制作的，而本虚拟机下次启动的内核是 {kernel}：其中没有该内核的头文件，无法编译驱动程序。请用“--kernel {kernel}”重新制作，或启动它所支持的内核。',
  'offline.lacking':
    '离线安装包集 {folder} 中没有 {names}。请用这里要应用的配置文件重新制作，或在能访问软件源时指定不含离线安装包集的介质文件夹。',
};

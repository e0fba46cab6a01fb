import type { root as en } from '../en/root.ts';

export const root: Record<keyof typeof en, string> = {
  'cli.option.root': '处理文件系统挂载在 DIR 的虚拟机，而不是本机',
  'root.not-there': '{folder} 不存在。请用 --root 指定虚拟机文件系统的挂载目录。',
  'root.no-folder': '{folder} 不是目录。请用 --root 指定虚拟机文件系统的挂载目录；磁盘镜像需先挂载。',
  'root.this-machine': '{folder} 是本机自己的根目录。要处理本机，请不要使用 --root。',
  'root.no-guest': '{folder} 中没有虚拟机：没有 /etc/os-release。请用 --root 指定虚拟机根分区的挂载目录。',
  'root.no-mount-point':
    '无法处理 {folder} 中的虚拟机：其中的 {missing} 不是目录，因此无法在该处为虚拟机的命令挂载所需内容。请挂载虚拟机的根分区本身。',
  'root.read-only': '{folder} 的文件系统以只读方式挂载，因此无法在其中更改任何内容。请以读写方式挂载。',
  'root.needs-root': '{folder} 中的虚拟机要靠它自己的命令（通过 chroot 运行）来回答，而这只有 root 才能做。请用 sudo 运行。',
  'root.with-source': '--root 已经指定了虚拟机，而 {word} 会是另一个。请去掉其中之一。',
  'root.no-unshare': '虚拟机的命令在单独的挂载命名空间中运行，而本机没有用于创建它的 unshare。请安装软件包 util-linux。',
  'root.other-architecture':
    '{folder} 中的虚拟机面向 {arch}，而本机是 {here}，因此虚拟机的命令无法在此运行。请在 {arch} 机器上构建，或安装可让这些命令运行的 qemu-user-static。',
  'root.no-commands': '无法从此处运行 {folder} 中虚拟机的任何命令（{why}）。必须允许挂载和 chroot：在容器中需要 --privileged。',
  'root.no-reboot': '不会重启：虚拟机只是挂载在此处。需要启动才能完成的工作，会在镜像启动时完成并检查。',
};

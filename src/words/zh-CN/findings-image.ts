export const findingsImage = {
  'finding.image.contains-token.title': '镜像中含有客户端配置令牌',
  'finding.image.contains-token.detail':
    '{path} 会进入每一个克隆。能读取克隆的人都可以用它获取许可证，并且无法只对这些克隆撤销。',
  'finding.image.contains-token.fix.1':
    '`sudo gpu-guest seal` 会将其删除；也可手动执行 `sudo rm {path}`。在每个克隆首次启动时提供令牌（cloud-init 或附加磁盘）。',
  'finding.image.contains-token.fix.2': '如果有意保留，请在配置文件的 `image:` 下写明 `keepToken: true`。',
  'finding.image.kernel-without-module.title': '镜像将启动的内核没有 NVIDIA 模块',
  'finding.image.kernel-without-module.detail':
    '此镜像的克隆将启动内核 {kernel}，而驱动没有为它构建，所有克隆的 GPU 都无法工作。应以将启动的内核为准，而不是构建镜像时运行的内核。',
  'finding.image.kernel-without-module.fix.1':
    '在镜像内安装该内核的头文件，并为其构建模块：`sudo dkms autoinstall -k {kernel}`。',
  'finding.image.kernel-without-module.fix.2': '让镜像构建流程在以下命令失败时中止：`modinfo -k {kernel} nvidia`。',
  'finding.image.machine-identity.title': '镜像中含有单台机器的标识',
  'finding.image.machine-identity.detail':
    '所有克隆都会共用这些标识（{paths}）：通过 DHCP 获得相同地址、使用同一个主机密钥，或在许可证服务器上被视为同一个客户端。',
  'finding.image.machine-identity.detail.cards':
    '{paths} 是为构建镜像的机器的显卡生成的。克隆在每次启动时会切分相同地址上的显卡，或向容器提供其并不具备的设备。',
  'finding.image.machine-identity.fix.1':
    '`sudo gpu-guest seal` 会删除所有这些内容。手动处理时，清空 machine-id（保留空文件，不要删除）：`sudo truncate -s 0 /etc/machine-id`。',
  'finding.image.machine-identity.fix.keys':
    '如果首次启动会生成新的主机密钥（cloud-init 会）：`sudo rm /etc/ssh/ssh_host_*`。',
  'finding.image.machine-identity.fix.lease':
    '删除许可服务保存的租约数据：`sudo rm -r /var/lib/nvidia/GridLicensing`。',
  'finding.image.machine-identity.fix.cards':
    '`sudo gpu-guest seal` 会删除仅适用于单台机器显卡的设置；也可手动执行 `sudo rm {paths}`。在每个克隆上用其配置文件运行 `apply`，即可生成自己的设置。',
} as const;

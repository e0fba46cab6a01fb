export const findingsCuda = {
  'finding.cuda.missing.title': '未安装 CUDA 工具包',
  'finding.cuda.missing.detail': '此虚拟机没有 nvcc 和工具包。自带 CUDA 库的程序可以运行，但无法编译 CUDA 代码。',
  'finding.cuda.missing.fix.media':
    '如果介质文件夹（/mnt/Shared/nv 或 `--media`）中有适合该驱动的 CUDA runfile，`sudo gpu-guest apply` 会只安装工具包；`gpu-guest plan` 会显示是否找到。',
  'finding.cuda.missing.fix.1':
    '手动安装时只装工具包：`sudo sh cuda_<版本>_linux.run --silent --toolkit`，或从 NVIDIA 软件源执行 `{install} cuda-toolkit-<X-Y>`。',
  'finding.cuda.missing.fix.runfile': '手动安装时只装工具包：`sudo sh cuda_<版本>_linux.run --silent --toolkit`。',
  'finding.cuda.missing.fix.2':
    '切勿安装其附带的驱动（`--driver`、`cuda` 或 `cuda-drivers` 软件包）：在 vGPU 上它会替换 GRID 驱动。',
  'finding.cuda.driver-too-old.title': '驱动版本过旧，不支持此 CUDA 工具包',
  'finding.cuda.driver-too-old.detail':
    'CUDA {cuda} 需要驱动 {floor} 或更高版本，而虚拟机的驱动是 {driver}。用它构建的程序会报 “CUDA driver version is insufficient for CUDA runtime version”。',
  'finding.cuda.driver-too-old.detail.said':
    'CUDA 程序被拒绝：它所用的 CUDA 版本比驱动新。',
  'finding.cuda.driver-too-old.fix.said': '安装较新的驱动（vGPU 上须为宿主机版本所接受的驱动）。',
  'finding.cuda.driver-too-old.fix.1': '安装 {floor} 或更高版本的驱动（vGPU 需选择宿主机版本能接受的驱动）。',
  'finding.cuda.driver-too-old.fix.2': '或使用较旧的工具包：`nvidia-smi` 会显示此驱动支持的最高 CUDA 版本。',
  'finding.cuda.package-replaces-driver.title': 'CUDA 软件包带来了错误的驱动',
  'finding.cuda.package-replaces-driver.detail':
    '软件包 {name} 会用 NVIDIA 公开驱动覆盖此 vGPU 所需的 GRID 驱动。GPU 会被拒绝，许可也会丢失。',
  'finding.cuda.package-replaces-driver.detail.soon':
    '软件包 {name} 属于 NVIDIA 公开驱动。GRID 驱动目前仍在，但下次升级可能将其替换，届时 vGPU 会被拒绝。',
  'finding.cuda.package-replaces-driver.fix.1':
    '卸载这些软件包并保留工具包：`{remove} {names}`，然后 `{install} cuda-toolkit-<X-Y>`。',
  'finding.cuda.package-replaces-driver.fix.dnf':
    '在 /etc/yum.repos.d 中 NVIDIA 软件源的段落里屏蔽公开驱动：`excludepkgs=nvidia-driver*,nvidia-open*,nvidia-kmod*,kmod-nvidia*,cuda-drivers*`。',
  'finding.cuda.package-replaces-driver.fix.zypper':
    "屏蔽公开驱动：`sudo zypper addlock 'nvidia-*G0*' 'x11-video-nvidiaG0*' 'nvidia-open*' 'cuda-drivers*' cuda-cloud-opengpu`。",
  'finding.cuda.package-replaces-driver.fix.2':
    '在 /etc/apt/preferences.d/no-public-nvidia 中屏蔽公开驱动：`Package: nvidia-driver* nvidia-open* cuda-drivers*`、`Pin: release *`、`Pin-Priority: -1`。',
  'finding.cuda.profile-without-cuda.title': '此 vGPU 类型不支持 CUDA',
  'finding.cuda.profile-without-cuda.detail':
    '已安装 CUDA 工具包，但 vGPU 类型 {type} 不支持 CUDA：A、B 系列以及 Maxwell 卡的小容量 Q 类型都不支持。更换驱动也无法改变。',
  'finding.cuda.profile-without-cuda.fix.1':
    '请将此内容发给宿主机管理员：“请为此虚拟机分配 Q 或 C 系列的 vGPU 类型：它需要运行 CUDA。”',
  'finding.cuda.profile-without-cuda.fix.2':
    '新类型需要其系列对应的许可（Q：虚拟工作站；C：计算服务器或 AI Enterprise）。',
  'finding.cuda.gpu-too-old.title': '此 CUDA 工具包已不再支持该 GPU',
  'finding.cuda.gpu-too-old.detail': 'CUDA {cuda} 无法为 {gpu} 编译：CUDA {last} 是支持它的最后一个主版本。',
  'finding.cuda.gpu-too-old.fix.1': '另外安装 CUDA {last} 工具包（仅用 `--toolkit`）。',
  'finding.cuda.gpu-too-old.fix.2': '让 /usr/local/cuda 指向它：`sudo ln -sfn /usr/local/cuda-<X.Y> /usr/local/cuda`。',
  'finding.cuda.blocked-unlicensed.title': 'CUDA 因缺少许可而被阻止',
  'finding.cuda.blocked-unlicensed.detail':
    '未授权的 vGPU 现已受限：CUDA 程序会报 “operation not supported” 或一直等待显存，而 nvidia-smi 仍可使用。',
  'finding.path.fix.apply': '由本工具设置路径：`sudo gpu-guest apply --steps path.configure`。',
  'finding.path.nvcc-missing.title': 'nvcc 已安装但找不到',
  'finding.path.nvcc-missing.detail': '工具包位于 {path}，但以下类型的 shell 找不到 nvcc：{shells}。',
  'finding.path.nvcc-missing.fix.1':
    '手动设置：将 /usr/local/cuda/bin 加入 /etc/environment 的 PATH 行，然后重新登录。',
  'finding.path.not-in-sudo.title': 'sudo 找不到 nvcc',
  'finding.path.not-in-sudo.detail':
    'sudo 使用自己的 PATH（secure_path），找不到 nvcc。因此不加 sudo 能成功的 CUDA 构建，用 `sudo make` 或 `sudo pip install` 会失败。',
  'finding.path.not-in-sudo.fix.1':
    '手动设置（/usr/local/bin 在 secure_path 中，但仅建链接无效）：`printf \'#!/bin/sh\\nexec /usr/local/cuda/bin/nvcc "$@"\\n\' | sudo tee /usr/local/bin/nvcc && sudo chmod 755 /usr/local/bin/nvcc`。',
  'finding.path.stale.title': '路径指向已不存在的 CUDA 目录',
  'finding.path.stale.detail': '{file} 指向已不存在的 CUDA 目录。shell 会因此找不到 nvcc，或找到旧版本。',
  'finding.path.stale.fix.1':
    '手动修改 {file}：删除 {folders}，或改为不带版本号的 /usr/local/cuda，它始终指向当前使用的工具包。',
  'finding.path.stale.fix.link': '手动删除这个失效的链接：`sudo rm {link}`。',
} as const;

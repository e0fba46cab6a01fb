import type { containers as en } from '../en/containers.ts';

export const containers: Record<keyof typeof en, string> = {
  'choice.containers.not-wanted': '配置文件未要求容器支持。',
  'choice.containers.whole': '它属于一套适合此虚拟机的完整 NVIDIA Container Toolkit。',
  'choice.containers.incomplete':
    'NVIDIA Container Toolkit {version} 由四个同版本软件包组成。文件夹中缺少：{names}。',
  'choice.containers.no-media':
    '介质文件夹中没有适合此虚拟机的整套 NVIDIA Container Toolkit。请将以下同一版本的软件包放入其中：{names}。',
  'step.containers.no-runtime': '此虚拟机既没有 Docker、containerd，也没有 Podman。请先安装其中之一，然后重新运行命令。',
  'step.containers.not-there': '配置文件指定了 {runtime}，但此虚拟机未安装。请安装它，或指定其他运行时。',
  'step.containers.snap':
    '此处的 Docker 来自 snap 商店，无法使用虚拟机上的 NVIDIA 运行时。请改用 Docker 官方或发行版的软件包安装 Docker。',
  'step.containers.install.title': '安装 NVIDIA Container Toolkit',
  'step.containers.install.done': '已安装 NVIDIA Container Toolkit {version}。',
  'step.containers.install.media': '将从介质安装 NVIDIA Container Toolkit {version}。它不附带驱动。',
  'step.containers.install.repository': '将从虚拟机已有的软件源安装 NVIDIA Container Toolkit。它不附带驱动。',
  'step.containers.install.set-up':
    '按配置文件要求，将添加 NVIDIA 的 Container Toolkit 软件源及其密钥，并从中安装工具包。它不附带驱动。',
  'step.containers.install.no-source':
    '介质和已配置的软件源中都没有 NVIDIA Container Toolkit。请将其四个软件包放入介质文件夹，或在配置文件的 `containers:` 下写入 `toolkit: repository`，以便添加 NVIDIA 软件源。',
  'step.containers.install.no-manager': '此虚拟机既没有 apt、dnf，也没有 zypper，无法安装工具包的软件包。',
  'step.containers.install.key-mode': '随密钥一并移除。',
  'step.containers.configure.title': '让容器运行时可以使用 GPU',
  'step.containers.configure.todo': '尚未为 GPU 配置：{runtimes}。',
  'step.containers.configure.restart':
    '如果 {runtime} 正在运行，将重启它以读取配置。未启用 live restore 时，运行中的容器会停止；设置了重启策略的容器会再次启动。',
  'step.containers.configure.done': '所涉及的容器运行时均已为 GPU 配置。',
  'step.containers.configure.no-toolkit': '没有 nvidia-ctk：未安装 NVIDIA Container Toolkit。',
  'step.containers.configure.no-driver': '未加载 NVIDIA 驱动，无法为容器描述 GPU。请先加载驱动。',
  'step.containers.image':
    '此处没有显卡，因此不向 Podman 描述 GPU，也不在容器中列出：这由该镜像的虚拟机完成。工具包 1.18 及以上会在每次启动时由其自带服务描述 GPU。',
  'step.containers.configure.undo': '恢复各文件原状，移除新增内容，并再次重启此前重启过的运行时。',
  'step.containers.prove.title': '在容器中列出 GPU',
  'step.containers.prove.todo': '将在无网络的容器中运行一次 nvidia-smi。使用本地已有的镜像：{images}。不会下载任何内容。',
  'step.containers.prove.done': '已有容器在当前驱动和工具包下列出 GPU。',
  'step.containers.prove.no-image':
    '本地没有可运行 nvidia-smi 的镜像，也不会擅自下载。如需验证，请拉取一个镜像（如 ubuntu 或 nvidia/cuda），然后重新运行命令。',
  'step.containers.prove.nothing-stays': '容器结束时即被删除。',
  'step.containers.prove.undo': '删除验证记录。容器已自行删除。',
  'check.containers': '{runtime} 的容器可以使用 GPU',
  'check.containers.any': '容器可以使用 GPU',
  'check.containers.no-runtime': '未安装此容器运行时',
  'check.containers.no-toolkit': '未安装 NVIDIA Container Toolkit',
  'check.containers.unavailable': '未安装 NVIDIA Container Toolkit。{why}',
  'check.containers.not-configured': '未为 GPU 配置，或配置对应另一版本的驱动',
  'check.containers.not-proved': '已配置，但尚无容器在当前驱动和工具包下列出 GPU',
  'check.containers.configured': '已配置；本地没有镜像，未作尝试',
  'check.containers.proved': '{image} 的容器已列出 GPU（驱动 {driver}，工具包 {toolkit}）',
  'fact.cdiSpecs': 'CDI 规范文件',
  'fact.containerErrors': '容器运行时的输出',
  'fact.containerImages': '本地的容器镜像',
  'fact.containerProof': '是否已有容器列出 GPU',
  'fact.containerRuntimes': '容器运行时',
  'fact.containerToolkit': 'NVIDIA Container Toolkit',
  'question.cdiSpecs': 'CDI 规范文件如何描述 NVIDIA GPU？',
  'question.containerErrors': '容器未获得 GPU 时，容器运行时报告了什么？',
  'question.containerImages': '本地有哪些容器镜像？',
  'question.containerProof': '是否已有容器列出 GPU？',
  'question.containerRuntimes': '有哪些容器运行时，它们是否已知 NVIDIA 运行时？',
  'question.containerToolkit': '是否有 NVIDIA Container Toolkit？',
  'finding.containers.fix.apply':
    '由本工具处理：在配置文件的 `containers:` 下写入 `runtime: auto`，然后执行 `sudo gpu-guest apply --profile FILE`。',
  'finding.containers.toolkit-missing.title': '容器无法获得 GPU：缺少 NVIDIA Container Toolkit',
  'finding.containers.toolkit-missing.detail':
    '容器运行时找不到可将 GPU 交给容器的组件。NVIDIA Container Toolkit 未安装，或安装后尚未重启运行时。',
  'finding.containers.toolkit-missing.detail.left':
    '容器运行时的配置指定了 NVIDIA 运行时，但未安装 NVIDIA Container Toolkit。需要该运行时的容器无法启动。',
  'finding.containers.toolkit-missing.detail.spec':
    'CDI 规范文件要求为每个容器调用 NVIDIA Container Toolkit，但它没有安装。请求 GPU 的容器无法启动。',
  'finding.containers.toolkit-missing.fix.1':
    '手动处理：安装软件包 nvidia-container-toolkit，然后执行 `sudo nvidia-ctk runtime configure --runtime=docker` 和 `sudo systemctl restart docker`。来自 snap 商店的 Docker 无法使用它。',
  'finding.containers.runtime-unknown.title': '容器运行时不认识 “nvidia” 运行时',
  'finding.containers.runtime-unknown.detail':
    '容器要求使用 “nvidia” 运行时，但正在运行的守护进程所读取的配置中没有它。容器无法启动。',
  'finding.containers.runtime-unknown.detail.unset':
    '已安装 NVIDIA Container Toolkit {version}，但容器运行时的配置中没有 “nvidia” 运行时。按名称要求它的容器无法启动。',
  'finding.containers.runtime-unknown.fix.1':
    '手动处理：`sudo nvidia-ctk runtime configure --runtime=docker`，然后 `sudo systemctl restart docker`（或 `--runtime=containerd` 与 containerd）。无 root 权限运行的守护进程读取的是 ~/.config/docker/daemon.json。',
  'finding.containers.cgroup-lost.title': '运行中的容器失去了 GPU',
  'finding.containers.cgroup-lost.detail':
    '容器内的 NVML 返回 “Unknown Error”。由 systemd 管理 cgroup 时，这发生在 `systemctl daemon-reload` 之后（安装一个软件包就足以触发）：它会收回 NVIDIA 钩子交给容器的 GPU 设备文件。如果容器外 nvidia-smi 正常，则与虚拟机的 GPU 和驱动无关。',
  'finding.containers.cgroup-lost.fix.1': '重新启动该容器：在下一次 reload 之前可再次使用 GPU。',
  'finding.containers.cgroup-lost.fix.2':
    '彻底解决：通过 CDI 提供 GPU（`--device nvidia.com/gpu=all`），或使用 NVIDIA Container Toolkit 1.18 或更高版本，其运行时会自动这样做。',
  'finding.containers.cgroup-lost.fix.3':
    '或由 Docker 管理 cgroup：在 /etc/docker/daemon.json 中设置 `"exec-opts": ["native.cgroupdriver=cgroupfs"]`，然后重启 Docker。',
  'finding.containers.cdi-stale.title': 'CDI 规范文件与 GPU 的现状不符',
  'finding.containers.cdi-stale.detail':
    '{path} 指向驱动 {described} 的库，而已加载的是 {driver}。容器得到的文件已不存在，或什么也得不到。',
  'finding.containers.cdi-stale.detail.said':
    '容器运行时在 CDI 规范文件中找不到所要求的设备。可能没有规范文件，可能它写于 GPU 或其 MIG 设备变更之前，也可能无法读取。',
  'finding.containers.cdi-stale.detail.gone':
    'CDI 规范文件指向驱动 {driver} 的一个文件，而该文件并不存在。它是为另一个驱动版本（不是现在安装的这个）或已删除的驱动写的。',
  'finding.containers.cdi-stale.detail.mig':
    '{path} 列出的设备是 {named}，而现有的 MIG 设备是：{there}。容器会得到已不存在的设备，或者得不到所需的设备。',
  'finding.containers.cdi-stale.fix.1':
    '手动处理：`sudo nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml`；工具包 1.18 及以上可执行 `sudo systemctl restart nvidia-cdi-refresh.service`。`nvidia-ctk cdi list` 会列出设备。每次更换驱动或变更 MIG 设备后都需执行。',
  'finding.containers.old-hook.title': '除 CDI 外，旧钩子也在提供 GPU',
  'finding.containers.old-hook.detail':
    '{hook} 会为容器调用 NVIDIA 钩子，而 {spec} 为 CDI 描述了相同的 GPU。两者并存时，容器会重复得到设备，可能因此无法启动。',
  'finding.containers.old-hook.fix.1': '手动处理（使用 CDI 时）：`sudo rm {hook}`。',
};

import type { profileKeys as en } from '../en/profile-keys.ts';

export const profileKeys: Record<keyof typeof en, string> = {
  'profile.key.schema': '本文件格式的版本。',
  'profile.key.goal':
    'GPU 的用途。auto：由显卡决定（vGPU 按其系列；直通的数据中心卡为 compute）。compute：CUDA 计算。workstation：图形，并配置所需的许可证。',
  'profile.key.media': '存放驱动、CUDA runfile 和客户端配置令牌的文件夹，可以是共享目录或附加磁盘。',
  'profile.key.driver': '驱动。',
  'profile.key.driver.kind':
    'grid：vGPU 客户机驱动，也用于直通且有许可证的工作站。tesla：数据中心卡和工作站卡。geforce：消费级显卡。none：不安装驱动。',
  'profile.key.driver.source':
    '驱动的来源。auto：安装介质中有合适的就用它，否则使用发行版的软件包。也可以是某个文件的路径。',
  'profile.key.driver.version': 'auto：最合适的版本。也可以是 525.105.17 这样的版本号，或 535 这样的分支。',
  'profile.key.driver.kernelModule':
    '内核模块的种类。auto：GPU 和驱动所需的种类；两者皆可时，采用驱动的首选。',
  'profile.key.license': 'vGPU 或直通工作站的许可证。',
  'profile.key.license.featureType':
    'gridd.conf 中的 FeatureType。0：无。1：vGPU（产品由其类型决定）。2：直通的 RTX Virtual Workstation。4：直通的 Virtual Compute Server。',
  'profile.key.license.token':
    '客户端配置令牌。auto：使用安装介质中的令牌，或已经就位的令牌。none：不放置令牌。也可以是文件的路径。',
  'profile.key.license.waitSeconds': '等待许可证的时间（秒）；超过后运行视为失败。',
  'profile.key.cuda': 'CUDA 工具包。安装时不带其附带的驱动。',
  'profile.key.cuda.toolkit':
    'auto：安装介质中有合适的就安装。none：不安装工具包。也可以是“12.1”这样的版本号，或 runfile 的路径。',
  'profile.key.containers': '需要使用 GPU 的容器（NVIDIA Container Toolkit）。',
  'profile.key.containers.runtime':
    'none：不涉及容器。auto：虚拟机上已有的全部运行时。也可指定其中之一。不会安装运行时本身。',
  'profile.key.containers.toolkit':
    'auto：优先使用介质文件夹中的软件包，否则使用虚拟机上已有的软件源。media：仅使用介质。repository：使用 NVIDIA 软件源，尚未配置时会添加。',
  'profile.key.path': '让每次登录、sudo 和各项服务都能找到 nvcc 和 CUDA 库。',
  'profile.key.hold': '阻止自动升级替换驱动，以免内核模块与库的版本不一致。',
  'profile.key.reboot':
    '需要重新启动时的做法。ask：在终端上询问，没有终端则不重新启动。auto：重新启动，运行会自行继续。never：以退出码 10 结束。',
  'profile.key.image': '用于黄金映像。',
  'profile.key.image.seal': '此虚拟机将成为用于克隆的映像：`apply --yes` 结束时执行 `seal`。',
  'profile.key.image.keepToken': '令牌保留在映像中，由所有克隆共用。',
  'profile.windows.media':
    '存放驱动、CUDA 安装程序和客户端配置令牌的文件夹。可以位于其他驱动器。共享请写名称（\\\\server\\share）而不是盘符，并允许计算机帐户读取：重启后运行以系统身份继续。',
  'profile.windows.driver.source':
    '驱动的来源。auto：安装介质。也可以是某个文件的路径。',
  'profile.windows.license.featureType':
    '注册表 GridLicensing 项中的 FeatureType。0：无。1：vGPU（产品由其类型决定）。2：直通的 RTX Virtual Workstation。4：直通的 Virtual Compute Server。',
  'profile.windows.cuda.toolkit':
    'auto：安装介质中有合适的就安装。none：不安装工具包。也可以是“12.1”这样的版本号，或安装程序的路径。',
  'profile.windows.path':
    '让每次登录和各项服务都能找到 nvcc 和 CUDA 库：计算机的 PATH 和 CUDA_PATH。',
  'profile.init.title': 'GPU Guest Assistant 的配置文件：虚拟机应达到的状态。',
  'profile.init.from': '由“gpu-guest profile init”（{version}）根据此虚拟机的实际情况生成：',
  'profile.init.guest': '{os}，内核 {kernel}，{arch}',
  'profile.init.no-gpu': '未发现 NVIDIA GPU；以下均为默认值',
  'profile.init.use-check': '检查：gpu-guest profile check {file}',
  'profile.init.use-apply': '执行：sudo gpu-guest apply --profile {file} --yes --reboot auto',
  'profile.init.use-apply.windows':
    '以管理员身份执行：gpu-guest apply --profile {file} --yes --reboot auto',
  'profile.init.use-schema': '在编辑器中自动补全：gpu-guest profile schema -o {schema}',
  'profile.init.here': '在此虚拟机上：{what}',
  'profile.init.here.goal': '{goal}。使用此配置文件的其他虚拟机也将如此；auto 则由各自的显卡决定。',
  'profile.init.here.media': '此文件夹中有 {count} 个看起来是驱动、CUDA 安装程序或令牌的文件。',
  'profile.init.here.no-media': '没有此文件夹，也没有找到其他存放驱动、CUDA 安装程序或令牌的文件夹。请在此填写您的文件夹。',
  'profile.init.here.given': '此文件夹由 --media 指定。',
  'profile.init.here.word': '{word}。',
  'profile.init.here.packages': '发行版的软件包 {packages}。',
  'profile.init.here.installed': '驱动已经安装。',
  'profile.init.here.file': '{file}。',
  'profile.init.written': '配置文件已写入 {path}。请阅读并按需修改，然后运行：',
  'profile.init.raised-windows': '第二条命令须在以“以管理员身份运行”打开的终端中执行。',
  'profile.init.exists': '{path} 已经存在，未作改动。请指定其他文件，或用 --force 替换它。',
  'profile.schema.written':
    'JSON Schema 已写入 {path}。支持 YAML 语言服务器的编辑器会根据同一文件夹中配置文件的首行使用它。',
  'profile.check.right': '无误',
  'profile.check.wrong': '错误：{count} 处',
  'profile.check.needs-file': '“profile check”需要 FILE：gpu-guest profile check gpu.yml（- 表示标准输入）。',
  'profile.one-source': '“profile {action}”多了一个词：“{word}”。',
  'profile.no-option': '“profile {action}”没有选项 {option}。',
  'profile.and-more': '{first}\n{then}',
  'cli.command.profile':
    'init [SOURCE]：根据虚拟机的实际情况生成带注释的配置文件（-o FILE；否则输出到标准输出） · check FILE…：检查配置文件是否无误，并指出哪一行有什么错误 · schema：输出供编辑器自动补全的 JSON Schema',
};

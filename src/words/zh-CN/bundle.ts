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
  'cli.command.bundle': '把没有网络的虚拟机应用配置文件所需的一切（介质、软件包及其依赖、本程序）收集到一个文件夹中',
  'cli.option.release': '目标虚拟机的发行版本，如 debian-12 或 ubuntu-24.04（默认：本机的发行版本）',
  'cli.option.kernel': '包含这些内核的头文件，写法与“uname -r”一致（默认：本机下次启动的内核）',
  'cli.option.mirror': '从发行版的这个镜像站获取软件包（RHEL 的再构建版：包含 BaseOS 和 AppStream 的文件夹）',
  'cli.option.with-token': '有意将客户端配置令牌放入离线安装包集：它因此成为机密',
  'bundle.no-output': '请指定要生成的文件夹：“gpu-guest bundle -o FOLDER”。该文件夹不能已经存在。',
  'bundle.exists': '{path} 已经存在。离线安装包集需要独立的文件夹：请指定另一个名称，或先将其删除。',
  'bundle.unwritable-name': '离线安装包集文件夹的路径中不能有引号、反斜杠或换行。请指定另一个名称。',
  'bundle.profile-path':
    '配置文件按本机上的位置指定了 {path}，该位置在目标虚拟机上不存在。请把文件放入介质文件夹，并只写文件名。',
  'bundle.profile-stdin': '配置文件会作为文件放入离线安装包集，因此 --profile 必须给出路径。',
  'bundle.release-here': '本机是 {name}，无法为其制作离线安装包集。请指定目标虚拟机的发行版本，例如“--release debian-12”。',
  'bundle.release-unknown': '没有名为 {release} 的发行版本。您是指 {near} 吗？可用的有：{known}。',
  'bundle.not-for': '离线安装包集只支持 x86_64 和 aarch64 的虚拟机，不支持 {name}。',
  'bundle.kernel-needed':
    '为 {name} 制作离线安装包集，需要目标虚拟机所启动内核的头文件。请按虚拟机上“uname -r”的输出指定：--kernel KERNEL。',
  'bundle.no-archive': '没有 {name} 的公共软件仓库信息。请在该发行版本的机器上制作离线安装包集：届时将使用那台机器自己的软件仓库。',
  'bundle.no-keyring':
    '本机没有 {keyring}，因此无法判断 {name} 的软件包是否真实。请安装 {package}，然后重新制作离线安装包集。',
  'bundle.no-tool':
    '本机没有 {tool}，缺少它就无法制作离线安装包集。Debian 和 Ubuntu 的软件包用 apt 获取，RHEL、其再构建版和 Fedora 用 dnf，SUSE 用 zypper；使用 dnf 和 zypper 时还需要 createrepo_c。请安装它，或在该发行版本的机器上制作。',
  'bundle.needs-root':
    '即使不安装任何内容，dnf 也只允许 root 获取系统所需的软件包。请以 root 身份运行：sudo gpu-guest bundle …。',
  'bundle.tool-ended': '{tool} 没有运行到结束。未留下任何内容，请重试。',
  'bundle.tool-failed': '{command} 失败：{said}',
  'bundle.mirror-silent': '有的软件源没有响应，将使用其余的继续：{said}',
  'bundle.unmet': '无法从软件仓库同时获得这些软件包：{names}。软件包管理器的提示：{said}',
  'bundle.no-headers':
    '{name} 的软件仓库中没有内核 {kernel} 的头文件。仓库只保留最近内核的头文件：{offered}。请将虚拟机更新到其中之一并用 --kernel 指定，或用 --mirror 指定仍保留它的镜像站。',
  'bundle.not-in-index': '{file} 与软件仓库已签名索引的记载不符，不予使用。请重新制作离线安装包集。',
  'bundle.unsigned':
    '{file} 没有本机信任的签名（签名未知的软件包数：{count}），全部不予使用。如果您信任其软件仓库，请用“rpm --import KEY”导入其密钥，或在该仓库的配置文件中用 gpgkey= 指定，然后重新制作离线安装包集。',
  'bundle.not-fetched': '所需内容未能全部获取：{names}。不予使用，请重新制作离线安装包集。',
  'bundle.no-driver':
    '离线安装包集中将没有驱动程序：介质文件夹中没有符合配置文件的软件包，发行版也不提供。用于 vGPU 的 GRID 驱动程序从不包含在发行版中：请将其放入介质文件夹（--media）。',
  'bundle.no-room': '制作离线安装包集需要 {needed} MiB，可用空间为 {free} MiB。请腾出空间，或用 -o 指定另一个文件夹。',
  'bundle.own-unread': '无法读取 {path}，因此本程序无法把自己复制到离线安装包集中。',
  'bundle.cancelled': '已取消。未留下任何内容。',
  'bundle.left.arch': '用于 {arch}，而离线安装包集用于 {wanted}',
  'bundle.left.format': '目标虚拟机不能使用这种格式（{format}）',
  'bundle.left.profile': '配置文件要求的是另一个，或不需要',
  'bundle.left.token': '含有令牌的离线安装包集属于机密，因此不放入；如需放入请使用 --with-token',
  'bundle.media': '{count} 个介质文件，{mib} MiB',
  'bundle.packages': '{count} 个软件包，{mib} MiB',
  'bundle.asking': '正在查询 {name} 的软件仓库…',
  'bundle.copying': '正在复制 {file}（{mib} MiB）…',
  'bundle.fetching': '正在获取 {name}…',
  'bundle.program': '本程序，以及运行它的 Node.js {node}',
  'bundle.program-alone': '本程序；本机的 Node.js 不是单个文件，因此不放入',
  'bundle.program-later': '本程序，以及运行它的 Node.js',
  'bundle.checksums': '每个文件的校验和；共 {mib} MiB',
  'bundle.none': '无',
  'bundle.row.media': '介质',
  'bundle.row.left': '未放入',
  'bundle.row.packages': '软件包',
  'bundle.row.drivers': '驱动程序',
  'bundle.row.size': '合计',
  'bundle.holds-token': '其中含有客户端配置令牌：任何拿到它的人都能使用您的许可证。请像保管令牌一样保管它。',
  'bundle.node-needed':
    '其中没有 Node.js：本机的 Node.js 依赖其系统的库。目标虚拟机需要自备 Node.js 20.19 或更高版本，或者用 nodejs.org 的 Node.js 重新制作。',
  'bundle.distribution-driver': '介质文件夹中没有放入任何驱动程序；其中包含的是发行版提供的驱动程序软件包。',
  'bundle.dry-run': '以上内容将放入 {path}。未生成任何内容。',
  'bundle.done':
    '{path} 已完成。请将其完整地带到虚拟机上（ext4 磁盘或 tar 文件：FAT 不保留可执行权限），并在该文件夹中运行：',
  'bundle.read-me':
    '这里是 gpu-guest 在没有网络的虚拟机上设置 NVIDIA 驱动程序所需的一切：{release}、{arch}、内核 {kernels}，{packages} 个软件包及其全部依赖。',
  'bundle.read-me-check': 'gpu-guest 在使用任何文件之前都会检查所有文件。下面的第一条命令可手动检查。',
  'bundle.read-me-run': '在虚拟机上的此文件夹中运行第二条命令即可完成设置。将“apply”换成“plan”则只显示计划。',
};

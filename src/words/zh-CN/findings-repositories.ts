export const findingsRepositories = {
  'finding.packages.unreachable.title': '无法访问软件源',
  'finding.packages.a-repository': '某个软件源',
  'finding.packages.unreachable.detail':
    '软件包管理器无法从 {host} 获取数据：{why}在恢复之前，无法从软件源安装编译器、内核头文件和驱动。',
  'finding.packages.unreachable.why.no-name': '此处无法解析其域名（DNS）。',
  'finding.packages.unreachable.why.no-way': '无法建立连接（网络、防火墙，或镜像已停止服务）。',
  'finding.packages.unreachable.why.intercepted': '应答来自中间环节（代理，或网络的登录页面）。',
  'finding.packages.unreachable.why.certificate':
    '其证书未被接受（流量审查代理、过旧的根证书列表，或虚拟机的时钟不准）。',
  'finding.packages.unreachable.why.clock': '其索引的日期晚于虚拟机的时钟。',
  'finding.packages.unreachable.why.gone': '索引所列的内容已不存在（索引过旧，或该发行版已移入归档）。',
  'finding.packages.unreachable.why.other': '日志没有给出更多信息。',
  'finding.packages.unreachable.fix.no-name':
    '测试域名解析：`getent hosts {host}`。如果任何域名都无法解析，请检查 /etc/resolv.conf（`resolvectl status`）；如果其他域名可以解析，说明此虚拟机无法访问互联网，需要镜像或代理。',
  'finding.packages.unreachable.fix.no-way':
    "测试连接：`timeout 5 bash -c '</dev/tcp/{host}/443' && echo open`。如果一直不通，请让管理员在防火墙上放行，或设置所在网络的代理：/etc/apt/apt.conf.d 中的 `Acquire::http::Proxy`，或 /etc/dnf/dnf.conf 中的 `proxy=`。",
  'finding.packages.unreachable.fix.intercepted':
    '查看是谁在应答：`curl -sI http://{host}/ | head -n 5`。先登录网络，或更正代理及其密码：/etc/apt/apt.conf.d 中的 `Acquire::http::Proxy`，或 /etc/dnf/dnf.conf 中的 `proxy=`。',
  'finding.packages.unreachable.fix.certificate':
    '检查时钟（`timedatectl`），然后更新根证书列表（软件包 `ca-certificates`）。如果网络中有流量审查代理，请添加贵公司的证书：`sudo update-ca-certificates` 或 `sudo update-ca-trust`。',
  'finding.packages.unreachable.fix.clock':
    '校准时钟：用 `timedatectl` 查看，用 `sudo timedatectl set-ntp true` 或 `sudo chronyc makestep` 校准。',
  'finding.packages.unreachable.fix.gone':
    '先更新索引。如果 {host} 仍返回 404，说明该发行版已不在那里：请将软件源改为其归档，或改用更新的发行版。',
  'finding.packages.unreachable.fix.other': '直接访问并阅读应答：`curl -sSI https://{host}/ | head -n 5`。',
  'finding.packages.unreachable.fix.again':
    '然后重试：`sudo apt-get update`、`sudo dnf makecache` 或 `sudo zypper refresh` 必须无错误地结束。',
  'finding.packages.unreachable.fix.offline': '始终不接入互联网的虚拟机需要镜像，或将软件包放入介质文件夹。',
  'finding.packages.key.title': '软件源的签名密钥未被接受',
  'finding.packages.key.detail': '软件包管理器不信任 {host} 的签名：{why}因此不会从该处安装任何软件包。',
  'finding.packages.key.why.unknown': '此虚拟机没有密钥 {key}。',
  'finding.packages.key.why.bad': '密钥 {key} 已过期或被吊销，或签名不匹配。',
  'finding.packages.key.why.withdrawn': '校验时使用了 NVIDIA 的旧密钥 {key}，它已于 2022 年 4 月被 3BF863CC 取代。',
  'finding.packages.key.why.weak': '密钥 {key} 仅以 SHA1 认证，此版本的 apt（使用 sqv）不再接受。',
  'finding.packages.key.why.twice': '该软件源列出了两次，且密钥（Signed-By）不同，此时 apt 不会读取任何软件源。',
  'finding.packages.key.why.unsigned': '没有找到有效的签名。',
  'finding.packages.key.fix.twice':
    '找出这两条记录：`grep -rn developer.download.nvidia.com /etc/apt/sources.list /etc/apt/sources.list.d`。保留带有 `signed-by=/usr/share/keyrings/cuda-archive-keyring.gpg` 的一条，删除另一个文件。',
  'finding.packages.key.fix.weak':
    '请使用与当前发行版一致的 NVIDIA 软件源，它使用较新的密钥（Debian 13 为 `debian13`），不要使用其他发行版的；或使用 CUDA runfile 并加上 `--toolkit`，它不需要软件源。不要降低安全策略。',
  'finding.packages.key.fix.nvidia':
    '安装 NVIDIA 当前的密钥：从 developer.download.nvidia.com 上与当前发行版对应的软件源下载 `cuda-keyring_1.1-1_all.deb`，然后执行 `sudo apt-key del 7fa2af80; sudo dpkg -i cuda-keyring_1.1-1_all.deb`。使用 rpm 的系统：`sudo rpm --erase gpg-pubkey-7fa2af80*`，再执行 `sudo dnf makecache` 并同意导入新密钥。',
  'finding.packages.key.fix.other':
    '按 {host} 提供者的说明，将其当前密钥放入 /usr/share/keyrings，并在软件源条目中用 `signed-by=` 指明。',
} as const;

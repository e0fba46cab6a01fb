export const findingsDriver = {
  'finding.driver.missing.title': '未安装 NVIDIA 驱动',
  'finding.driver.missing.detail':
    '虚拟机中有 GPU（{gpu}），但既没有 NVIDIA 驱动软件包，也没有内核模块。安装驱动之前，任何程序都无法使用该 GPU。',
  'finding.driver.missing.fix.1':
    '`gpu-guest detect` 会给出适合此 GPU 的驱动；vGPU 需要 GRID 客户机驱动，任何发行版的软件源都不提供它。',
  'finding.driver.nouveau-bound.title': 'nouveau 占用了 GPU',
  'finding.driver.nouveau-bound.detail':
    '位于 {address} 的 GPU 已绑定到开源驱动 nouveau。只要 nouveau 占用它，NVIDIA 内核模块就无法接管，CUDA 也无法工作。',
  'finding.driver.nouveau-bound.fix.1':
    "禁止加载 nouveau：`printf 'blacklist nouveau\\noptions nouveau modeset=0\\n' | sudo tee /etc/modprobe.d/disable-nouveau.conf`。",
  'finding.driver.nouveau-bound.fix.2':
    '重新生成 initramfs（nouveau 会从中加载）：Debian、Ubuntu 用 `sudo update-initramfs -u -k all`，RHEL、SUSE 用 `echo \'omit_drivers+=" nouveau "\' | sudo tee /etc/dracut.conf.d/disable-nouveau.conf && sudo dracut --force --regenerate-all`（为任意机器生成的 dracut 不会收入 /etc/modprobe.d 中的文件）。',
  'finding.driver.not-loaded.title': 'NVIDIA 内核模块未加载',
  'finding.driver.not-loaded.detail': '驱动已安装，但当前内核没有加载其模块。nvidia-smi 和 CUDA 无法与驱动通信。',
  'finding.driver.not-loaded.fix.1':
    '加载模块：`sudo modprobe nvidia`。如果失败，其报错信息和 `sudo dmesg | tail -n 30` 会指出原因。',
  'finding.driver.not-loaded.fix.2':
    "如果是被有意屏蔽的，用 `grep -rn 'blacklist nvidia' /etc/modprobe.d /usr/lib/modprobe.d` 找到该行并删除。",
  'finding.driver.userspace-kernel-mismatch.title': '驱动库与内核模块版本不一致',
  'finding.driver.userspace-kernel-mismatch.detail':
    '驱动的用户态部分是 {user}，已加载的内核模块是 {module}。两者版本相同才能工作，因此 nvidia-smi 和 CUDA 都会被拒绝。更新替换了库文件而旧模块仍在内存中时，就会出现这种情况。',
  'finding.driver.userspace-kernel-mismatch.detail.user':
    '驱动的用户态部分是 {user}，已加载的内核模块是另一个版本。两者版本相同才能工作，因此 nvidia-smi 和 CUDA 都会被拒绝。更新替换了库文件而旧模块仍在内存中时，就会出现这种情况。',
  'finding.driver.userspace-kernel-mismatch.detail.untold':
    '驱动的用户态部分与已加载的内核模块版本不同。两者版本相同才能工作，因此 nvidia-smi 和 CUDA 都会被拒绝。更新替换了库文件而旧模块仍在内存中时，就会出现这种情况。',
  'finding.driver.userspace-kernel-mismatch.fix.1':
    '如果重启后版本仍不一致，说明模块没有重新构建：请安装相同版本的两个部分，例如 `sudo apt-get install --reinstall nvidia-dkms-<branch> nvidia-utils-<branch>`，或运行 `sudo gpu-guest apply`。',
  'finding.driver.userspace-kernel-mismatch.fix.2':
    '防止自动更新再次造成不一致：锁定驱动软件包（`sudo apt-mark hold …`；`sudo gpu-guest apply` 的 driver.hold 步骤会执行此操作）。',
  'finding.driver.multiple-installs.title': '安装了多个 NVIDIA 驱动',
  'finding.driver.multiple-installs.detail':
    '驱动 {first} 与 {second} 同时存在。它们会互相覆盖文件，实际使用哪个模块、哪些库全凭偶然。',
  'finding.driver.multiple-installs.fix.1':
    '按各自的安装方式卸载：runfile 安装用 `sudo nvidia-uninstall`；软件包用 `sudo apt-get purge <上面列出的软件包>` 或 `sudo dnf remove <上面列出的软件包>`。',
  'finding.driver.multiple-installs.fix.2': '然后干净地安装一个驱动并重启。',
  'finding.driver.stale-libraries.title': '残留了其他驱动版本的库文件',
  'finding.driver.stale-libraries.detail':
    '除驱动 {current} 的库之外，还有 {version} 版本的库。程序如果先找到错误的库，就会因版本不匹配而失败。',
  'finding.driver.stale-libraries.fix.1':
    '查明文件归属：`dpkg -S {path}` 或 `rpm -qf {path}`。如果属于某个软件包，卸载该软件包；如果不属于任何软件包，则是 runfile 遗留的。',
  'finding.driver.stale-libraries.fix.2': '删除其他驱动的残留文件，然后刷新链接器缓存：`sudo ldconfig`。',
  'finding.driver.reboot-pending.title': '需要重启虚拟机，驱动才能工作',
  'finding.driver.reboot-pending.detail':
    '驱动变更已安装，但当前内核仍在使用之前加载的内容。重启之前无法判断虚拟机状态，GPU 也可能无法工作。',
  'finding.driver.reboot-pending.detail.key':
    '用于签名驱动模块的密钥正等待注册，固件会在下次启动时询问。在此之前内核会拒绝这些模块。',
  'finding.driver.reboot-pending.fix.1':
    '重启后用 `gpu-guest verify` 检查。如果需要注册密钥，必须有人在虚拟机控制台前：选择 Enroll MOK 并输入一次性密码。',
  'finding.driver.persistence-off.title': '持久模式已关闭',
  'finding.driver.persistence-off.detail':
    '没有程序使用 GPU 时，驱动会将其关闭。这不是故障，但每次首个程序启动都会慢几秒。',
  'finding.driver.persistence-off.fix.1':
    '如果在意启动时间，可让守护进程保持 GPU 就绪：`sudo systemctl enable --now nvidia-persistenced`。',
} as const;

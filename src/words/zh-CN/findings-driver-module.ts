export const findingsDriverModule = {
  'finding.driver.module-missing-for-kernel.title': '驱动没有适用于此内核的模块',
  'finding.driver.module-missing-for-kernel.detail':
    '驱动已安装，但当前内核 {kernel} 没有对应的内核模块，因此驱动无法加载。最常见的原因是内核更换后模块没有重新构建，或构建失败。',
  'finding.driver.module-missing-for-kernel.detail.next':
    '驱动在当前内核 {running} 下可用，但下次启动将使用的内核 {kernel} 没有 nvidia 模块。下次重启后 GPU 将无法工作。',
  'finding.driver.module-missing-for-kernel.fix.1':
    '安装构建所需的软件：`sudo apt-get install dkms build-essential linux-headers-{kernel}` 或 `sudo dnf install dkms gcc make kernel-devel-{kernel}`，SUSE 上用 `sudo zypper install dkms gcc make kernel-default-devel`。',
  'finding.driver.module-missing-for-kernel.fix.2':
    '构建模块：`sudo dkms autoinstall -k {kernel} && sudo modprobe nvidia`。未使用 DKMS 的 runfile 安装需要加 `--dkms` 重新安装。',
  'finding.driver.module-missing-for-kernel.fix.3':
    '发布镜像前请检查：`modinfo -k <将启动的内核> nvidia` 必须能找到模块。',
  'finding.driver.module-wrong-kernel-abi.title': '内核模块是为其他内核构建的',
  'finding.driver.module-wrong-kernel-abi.detail':
    'nvidia 模块是为内核 {built} 构建的，而当前运行的是 {running}。内核会拒绝不匹配的模块，因此驱动无法加载。',
  'finding.driver.module-wrong-kernel-abi.fix.1':
    '为当前内核重新构建：`sudo dkms install --force nvidia/<版本> -k {kernel}`，或安装与此内核匹配的预构建模块包。',
  'finding.driver.module-wrong-kernel-abi.fix.2': '使用预构建模块时，请锁定内核，只与模块一同升级。',
  'finding.driver.module-signature-rejected.title': '内核因签名拒绝了驱动模块',
  'finding.driver.module-signature-rejected.detail':
    'Secure Boot 已开启，而 nvidia 模块没有用此虚拟机信任的密钥签名。即使安装过程和 `dkms status` 显示一切正常，内核也会拒绝加载。',
  'finding.driver.module-signature-rejected.detail.enforced':
    '虽然 Secure Boot 未开启，但内核只加载已签名的模块，而 nvidia 模块没有用内核信任的密钥签名。内核启动时带有 `module.sig_enforce=1`、处于锁定（lockdown）状态，或者在构建时就如此配置。',
  'finding.driver.module-signature-rejected.detail.unknown':
    'nvidia 模块没有用此虚拟机信任的密钥签名，因此内核拒绝加载。通常是因为 Secure Boot 已开启：可用 `mokutil --sb-state` 查看。',
  'finding.driver.module-signature-rejected.fix.1':
    '用虚拟机自己的密钥签名并注册：`sudo gpu-guest apply --steps driver.enroll-key`，或手动执行 `sudo mokutil --import <DER 格式的证书>`。',
  'finding.driver.module-signature-rejected.fix.2': '重启时需有人在控制台前：选择 Enroll MOK 并输入导入时设置的密码。',
  'finding.driver.module-signature-rejected.fix.3':
    '也可以使用发行版已签名的模块（Ubuntu：`linux-modules-nvidia-<分支>-<内核类型>`），或请宿主机管理员为此虚拟机关闭 Secure Boot。',
  'finding.driver.module-signature-rejected.fix.enforced':
    '查看 `cat /proc/cmdline`：如果其中有 `module.sig_enforce=1` 或 `lockdown=`，请从引导加载程序配置（`/etc/default/grub`）中去掉，执行 `sudo update-grub` 后重启。',
  'finding.driver.module-signature-rejected.fix.sign':
    '如果虚拟机必须强制校验签名，请使用以内核信任的密钥签名的模块。',
  'finding.driver.dkms-failed.title': '驱动的内核模块构建失败',
  'finding.driver.dkms-failed.detail':
    '为内核 {kernel} 构建 nvidia 模块失败，因此没有可加载的模块。软件包管理器仍可能显示安装成功。',
  'finding.driver.dkms-failed.detail.unnamed':
    '构建 nvidia 模块失败，因此没有可加载的模块。软件包管理器仍可能显示安装成功。',
  'finding.driver.dkms-failed.fix.1':
    '查看日志中的第一个错误：`sudo grep -n -m 5 -i error /var/lib/dkms/nvidia*/*/build/make.log`。',
  'finding.driver.dkms-failed.fix.2':
    '消除原因（头文件、编译器、磁盘空间，或改用更新的驱动）后重新构建：`sudo dkms autoinstall && sudo modprobe nvidia`。',
  'finding.driver.dkms-compiler-mismatch.title': '构建模块的编译器与内核的不同',
  'finding.driver.dkms-compiler-mismatch.detail':
    '构建内核所用的编译器与构建驱动模块的编译器不同。构建因编译器不认识某些选项而中止，因此没有模块。',
  'finding.driver.dkms-compiler-mismatch.detail.missing':
    '内核是用 {compiler} 构建的，而此虚拟机上没有它，因此无法构建驱动模块。',
  'finding.driver.dkms-compiler-mismatch.fix.1': '查看构建内核的编译器：`cat /proc/version`。',
  'finding.driver.dkms-compiler-mismatch.fix.2':
    '安装该编译器并用它构建：`sudo apt-get install gcc-{major} && sudo env CC=gcc-{major} dkms autoinstall`。',
  'finding.driver.too-old-for-kernel.title': '驱动版本过旧，不支持此内核',
  'finding.driver.too-old-for-kernel.detail':
    '驱动 {version} 无法在内核 {kernel} 上构建或加载：内核已更改此版本仍在使用的接口。重新构建无济于事。',
  'finding.driver.too-old-for-kernel.fix.1':
    '安装同一分支的更新版本；vGPU 需选择宿主机版本能接受的驱动（`gpu-guest detect` 会列出）。',
  'finding.driver.too-old-for-kernel.fix.2': '或启动仍有对应模块的旧内核并将其锁定，直到有支持新内核的驱动。',
} as const;

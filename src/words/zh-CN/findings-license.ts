export const findingsLicense = {
  'finding.license.unlicensed.title': '虚拟机未获得许可',
  'finding.license.unlicensed.detail':
    '尚未获得 vGPU 软件许可。未授权的 vGPU 只能短时间全速运行；之后帧率下降、显存分配变慢、CUDA 程序失败，而 nvidia-smi 看上去一切如常。',
  'finding.license.unlicensed.fix.1':
    '将客户端配置令牌放入 /etc/nvidia/ClientConfigToken，并确认虚拟机能访问许可服务器：`sudo gpu-guest apply --steps license.token,license.restart-service,license.wait`。',
  'finding.license.unlicensed.fix.cloud':
    '此云平台自带许可：请使用其专用的 GRID 驱动，在 /etc/nvidia/gridd.conf 中设置 `IgnoreSP=FALSE` 并删除 FeatureType。不需要令牌。',
  'finding.license.unlicensed-restricted.title': 'vGPU 因缺少许可而受到限制',
  'finding.license.unlicensed-restricted.detail':
    '无许可的宽限时间已过：驱动现在限制帧率和显存，并拒绝 CUDA 任务。程序会报 “operation not supported” 或 “all CUDA-capable devices are busy or unavailable”。',
  'finding.license.unlicensed-restricted.fix.1': '获得许可后，重启使用 GPU 的程序；如仍失败，请重启虚拟机。',
  'finding.license.feature-type-invalid.title': 'gridd.conf 中的 FeatureType 无效',
  'finding.license.feature-type-invalid.detail':
    '许可服务在 /etc/nvidia/gridd.conf 中找不到有效的 FeatureType，不知道应请求哪个产品，因此不会请求许可。',
  'finding.license.feature-type-invalid.detail.value':
    '/etc/nvidia/gridd.conf 中的 FeatureType={value} 是保留值。许可服务不知道应请求哪个产品。',
  'finding.license.feature-type-invalid.fix.1':
    '如果文件不存在，请复制模板（`sudo cp -n /etc/nvidia/gridd.conf.template /etc/nvidia/gridd.conf`），并设置 FeatureType：vGPU 为 1，直通卡工作站为 2，直通卡计算服务器为 4。',
  'finding.license.feature-type-invalid.fix.cloud':
    '复制模板（`sudo cp -n /etc/nvidia/gridd.conf.template /etc/nvidia/gridd.conf`），设置 `IgnoreSP=FALSE` 并删除 FeatureType 行：此云平台自带许可。',
  'finding.license.product-mismatch.title': '虚拟机获得的是其他产品的许可',
  'finding.license.product-mismatch.detail':
    '虚拟机持有 “{found}” 的许可，但此用途需要 “{wanted}”。许可虽已授予，但所需产品的功能仍不可用。',
  'finding.license.product-mismatch.fix.1':
    'vGPU 由其类型决定：请宿主机管理员分配与 “{wanted}” 对应系列的 vGPU 类型。在云上，请选择带虚拟工作站选项的 GPU。',
  'finding.license.product-mismatch.fix.2':
    '对于直通卡，在 /etc/nvidia/gridd.conf 中设置 FeatureType（2 为工作站，4 为计算），并重启 nvidia-gridd。',
  'finding.license.no-entitlement.title': '许可服务器没有该产品的许可',
  'finding.license.no-entitlement.detail':
    '令牌和网络正常，但许可服务器没有 “{product}” 的许可，或已全部用完。虚拟机仍未获得许可。',
  'finding.license.no-entitlement.fix.1':
    '请将此内容发给许可服务器管理员：“请在此虚拟机令牌所指的服务器上添加 {product} 的许可（或回收未使用的许可）。”',
  'finding.license.no-entitlement.fix.2':
    '或使用已有的许可：请宿主机管理员改用其他系列（C、Q、B）的 vGPU 类型；直通卡则设置其他 FeatureType。',
  'finding.license.server-unreachable.title': '无法连接许可服务器',
  'finding.license.server-unreachable.detail':
    '许可服务无法从 {host} 获得响应。已有许可到期后无法续期，新的许可也无法获得。',
  'finding.license.server-unreachable.fix.1':
    "测试连通性：`getent hosts {host}` 和 `timeout 5 bash -c '</dev/tcp/{host}/{port}' && echo open`。",
  'finding.license.server-unreachable.fix.2':
    '如果无法解析名称，请修复 DNS；如果端口不通，请开放防火墙（TCP 443，某些部署使用令牌中指定的其他端口）。',
  'finding.license.server-certificate.title': '许可服务器的证书未被接受',
  'finding.license.server-certificate.detail': '许可服务器有响应，但许可服务无法更新或不信任其证书，因此不会授予许可。',
  'finding.license.server-certificate.fix.1':
    '请将此内容发给许可服务器管理员：“请检查许可服务器的证书链（长度、有效期），并生成新的客户端配置令牌。”',
  'finding.license.server-certificate.fix.2':
    '在虚拟机内检查时钟（`timedatectl`）；使用令牌时从 /etc/nvidia/gridd.conf 中删除 ServerAddress 和 ServerPort。',
  'finding.license.legacy-server-config.title': '配置了旧式许可服务器',
  'finding.license.legacy-server-config.detail':
    'gridd.conf 指定了许可服务器（ServerAddress），但驱动 {version} 已不再支持此类服务器：从 vGPU 15 起只支持客户端配置令牌。',
  'finding.license.legacy-server-config.fix.1':
    '从 /etc/nvidia/gridd.conf 中删除 ServerAddress、ServerPort、BackupServerAddress 和 BackupServerPort 各行。',
  'finding.license.clock-skew.title': '虚拟机与许可服务器的时钟不一致',
  'finding.license.clock-skew.detail':
    '许可服务器的响应超出了虚拟机接受的时间范围，或虚拟机时钟曾被回拨。响应带有时间信息，因此时钟一致之前无法获得许可。',
  'finding.license.clock-skew.fix.1': '查看虚拟机的时间：`timedatectl`。时区和 “RTC in local TZ” 也要检查。',
  'finding.license.clock-skew.fix.2':
    '启用时间同步：`sudo timedatectl set-ntp true`，或使用 chrony 执行 `sudo chronyc makestep`。',
  'finding.license.clock-skew.fix.3': '如果时钟正确而消息依旧，请生成新的令牌：旧令牌可能已不被服务器接受。',
  'finding.license.service-missing.title': '未安装许可服务 nvidia-gridd',
  'finding.license.service-missing.detail':
    '此 GPU 需要许可，但获取许可的服务不存在。要么驱动不是 GRID 驱动，要么其软件包遗漏了该服务。',
  'finding.license.service-missing.fix.1':
    '查找该服务：`ls /usr/bin/nvidia-gridd /usr/lib/systemd/system/nvidia-gridd.service`。',
  'finding.license.service-missing.fix.2':
    '如果只缺 unit 文件，请从 GRID 软件包中安装，然后执行 `sudo systemctl daemon-reload && sudo systemctl enable --now nvidia-gridd`；如果程序也不存在，请安装 GRID 客户机驱动。',
  'finding.license.service-failed.title': '许可服务 nvidia-gridd 未运行',
  'finding.license.service-failed.detail':
    '获取和续期许可的服务状态为 {state}。没有它就无法获得许可，已有的许可也不会续期。',
  'finding.license.service-failed.fix.1': '查看停止原因：`sudo journalctl -u nvidia-gridd -n 30`。',
  'finding.license.service-failed.fix.2': '解决后启动服务：`sudo systemctl enable --now nvidia-gridd`。',
  'finding.license.expiring.title': '许可即将到期且未续期',
  'finding.license.expiring.detail':
    '许可将于 {end} 到期，还剩 {minutes} 分钟。它早该续期；到期后 vGPU 将处于未授权状态。',
  'finding.license.expiring.fix.1': '如果仍未续期，请检查是否能访问许可服务器。',
  'finding.license.not-required.title': '此处不需要许可',
  'finding.license.not-required.detail': '整张卡（{gpu}）已直通，且未请求授权功能。无需 vGPU 软件许可即可运行。',
  'finding.license.not-required.fix.1':
    '无需操作。如需授权工作站，请安装 GRID 驱动并在 /etc/nvidia/gridd.conf 中设置 `FeatureType=2`。',
  'finding.license.config-absent.title': '没有 gridd.conf 但已获得许可',
  'finding.license.config-absent.detail':
    '/etc/nvidia/gridd.conf 不存在，但虚拟机仍已获得许可：产品由 vGPU 类型决定，服务器由令牌决定。日志中的该行无害。',
  'finding.license.config-absent.fix.1':
    '无需操作。如需消除该日志：`sudo cp -n /etc/nvidia/gridd.conf.template /etc/nvidia/gridd.conf`。',
} as const;

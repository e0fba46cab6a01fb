export const findingsLicenseServer = {
  'finding.license.server-unreachable.detail.unresolved':
    '此虚拟机无法解析名称 {host}（端口 {port}）。没有地址就无法获取或续订许可。',
  'finding.license.server-unreachable.detail.no-such-name':
    '此虚拟机的 DNS 服务器中没有 {host}（端口 {port}）这个名称，而它正是此处配置的许可服务器。无法得到其地址，就无法获取或续期许可。',
  'finding.license.server-unreachable.detail.no-name-server':
    '无法解析名称 {host}（端口 {port}）：没有 DNS 服务器作出应答。从这里无法判断许可服务器是否在运行；目前无法获取或续期许可。',
  'finding.license.server-unreachable.detail.refused':
    '主机 {host} 在线，但拒绝了到端口 {port} 的连接：该端口没有服务在监听，或被防火墙拒绝。无法获取或续期许可。',
  'finding.license.server-unreachable.detail.timed-out':
    '到 {host} 端口 {port} 的连接没有任何应答。防火墙丢弃数据包或对方主机已关机时会如此。无法获取或续期许可。',
  'finding.license.server-unreachable.detail.no-route':
    '此虚拟机没有通往 {host} 端口 {port} 的路由。无法获取或续期许可。',
  'finding.license.server-unreachable.detail.failed': '到 {host} 端口 {port} 的连接失败。无法获取或续期许可。',
  'finding.license.server-unreachable.detail.silent':
    '{host} 接受了到端口 {port} 的连接，但不应答 TLS 握手。可能是许可服务已挂起，或途中的设备（防火墙、负载均衡器）占住了连接。无法获取或续期许可。',
  'finding.license.server-unreachable.detail.not-tls':
    '{host} 端口 {port} 上应答的不是 TLS：该端口属于其他服务，或途中的设备（代理、网络登录页面）代为应答。无法获取或续期许可。',
  'finding.license.server-unreachable.detail.broken':
    '与 {host} 端口 {port} 的 TLS 握手中断。可能是双方没有共同的 TLS 版本或加密套件，或途中的设备切断了连接。无法获取或续期许可。',
  'finding.license.server-unreachable.detail.proxy':
    'nvidia-gridd 的环境变量指定了代理 {host} 端口 {port}，而该代理无法连接。',
  'finding.license.server-unreachable.detail.now':
    '许可服务上次请求时无法连接许可服务器。现在 {host} 端口 {port} 已有应答：只需让服务重新请求。',
  'finding.license.server-unreachable.fix.dns':
    '修复名称解析：查看此虚拟机使用哪些 DNS 服务器（`resolvectl status` 或 `cat /etc/resolv.conf`），并确认其中有该名称；`getent hosts {host}` 应输出一个地址。端口为 {port}。',
  'finding.license.server-unreachable.fix.way':
    '请将此内容发给网络管理员：“请允许此虚拟机通过 TCP 端口 {port} 访问 NVIDIA 许可服务器 {host}。”用 `ip route get` 加上其地址，可查看虚拟机会走的路由。',
  'finding.license.server-unreachable.fix.server':
    '请将此内容发给许可服务器管理员：“{host} 端口 {port} 上没有许可服务应答，而我们虚拟机的客户端配置令牌指向它。服务是否在运行？地址是否正确？”',
  'finding.license.server-unreachable.fix.between':
    '请将此内容发给网络管理员：“在 {host} TCP 端口 {port} 应答此虚拟机的不是 NVIDIA 许可服务。请让其 TLS 连接原样通过，或告知许可服务的位置。”',
  'finding.license.server-unreachable.fix.proxy':
    '更正或删除服务环境变量中的代理 {host}:{port}（`systemctl cat nvidia-gridd`），然后执行 `sudo systemctl daemon-reload`。',
  'finding.license.server-certificate.detail.expired':
    '{host} 出示的证书有效期至 {until}，现在是 {now}。检查证书的客户端会中断连接，不会获得许可。',
  'finding.license.server-certificate.detail.not-yet-valid':
    '{host} 出示的证书自 {from} 起有效，而虚拟机时钟为 {now}。通常是虚拟机的时钟有误。',
  'finding.license.server-certificate.detail.other-name':
    '{host} 出示的证书属于另一个名称（{subject}）。检查证书的客户端会中断连接，不会获得许可。',
  'finding.license.server-certificate.detail.intercepted':
    '应答 {host} 的不是 NVIDIA 的服务器：证书由“{issuer}”签发，它不是公共证书颁发机构。途中有设备解开 TLS 连接（检查流量的代理）；会核对应答者的客户端将中断连接。',
  'finding.license.server-certificate.fix.times':
    '请将此内容发给许可服务器管理员：“{host} 的证书不在有效期内。请续期，并确认服务器时钟正确。”在虚拟机内检查时钟：`timedatectl`。',
  'finding.license.server-certificate.fix.name':
    '请将此内容发给许可服务器管理员：“{host} 的证书中没有这个名称。请签发包含该名称的证书，或提供使用证书中名称的客户端配置令牌。”',
  'finding.license.server-certificate.fix.intercepted':
    '请将此内容发给网络管理员：“请将 {host}（TCP 443）从 TLS 检查中排除。目前对它的连接返回的是 {issuer} 的证书。”',
  'finding.license.clock-skew.detail.behind':
    '虚拟机的时钟比许可服务器 {host} 慢 {minutes} 分钟。响应带有时间信息，因此时钟一致之前无法获得许可。',
  'finding.license.clock-skew.detail.ahead':
    '虚拟机的时钟比许可服务器 {host} 快 {minutes} 分钟。响应带有时间信息，因此时钟一致之前无法获得许可。',
  'finding.license.clock-skew.detail.certificate':
    '许可服务器 {host} 的证书自 {from} 起有效，而虚拟机时钟为 {now}：时钟慢了。时钟正确之前无法获得许可。',
} as const;

export const findingsLicenseToken = {
  'finding.license.token-missing.title': '缺少客户端配置令牌',
  'finding.license.token-missing.detail':
    '{folder} 中没有客户端配置令牌。许可服务不知道许可服务器的地址，因此不会请求许可。',
  'finding.license.token-missing.detail.unseen':
    '许可服务查找时没有找到客户端配置令牌，但 {path} 就是一个令牌。可能是文件后来才放入，或服务无权读取它。',
  'finding.license.token-missing.fix.1':
    '向许可服务器管理员索取客户端配置令牌（名为 client_configuration_token_….tok 的文件），或在 NVIDIA 许可门户中生成。',
  'finding.license.token.fix.install':
    '逐字节复制，且目录中只保留这一个文件：`sudo install -D -m 0744 <token.tok> /etc/nvidia/ClientConfigToken/<token.tok>`。不要粘贴文本内容。',
  'finding.license.token-invalid.title': '客户端配置令牌无法读取',
  'finding.license.token-invalid.detail':
    '令牌目录中的文件不是完整的已签名令牌：它可能被截断、在复制时被改动，或根本是其他文件（如 gridd.conf、错误页面）。许可服务因此停止。',
  'finding.license.token-invalid.fix.1':
    '查看目录内容：`ls -l /etc/nvidia/ClientConfigToken; gpu-guest token /etc/nvidia/ClientConfigToken/*`。',
  'finding.license.token-invalid.fix.2': '将非令牌文件移出该目录（gridd.conf 应放在 /etc/nvidia），并重新下载令牌。',
  'finding.license.token-expired.title': '客户端配置令牌已过期',
  'finding.license.token-expired.detail': '令牌有效期至 {until}。许可服务器不再接受它，因此不会授予许可。',
  'finding.license.token-expired.fix.1':
    '请将此内容发给许可服务器管理员：“此虚拟机的客户端配置令牌已过期，请生成新的令牌。”',
  'finding.license.token-not-yet-valid.title': '按虚拟机时钟，令牌尚未生效',
  'finding.license.token-not-yet-valid.detail':
    '令牌自 {from} 起生效，而虚拟机时钟为 {now}。通常是时钟有误；两者一致之前无法获得许可。',
  'finding.license.token-permissions.title': '令牌文件权限不当',
  'finding.license.token-permissions.detail':
    '{path} 的权限为 {mode}。NVIDIA 要求 0744；权限不足时许可服务可能无法读取。',
  'finding.license.token-permissions.fix.1': '设置权限：`sudo chmod 0744 {path}`。',
  'finding.license.token-multiple.title': '令牌目录中有多个文件',
  'finding.license.token-multiple.detail': '{folder} 中有 {count} 个文件。许可服务使用哪一个没有文档说明，可能会用错。',
  'finding.license.token-multiple.fix.1': '只保留属于您的许可服务器的那一个令牌，其余移出该目录。',
} as const;

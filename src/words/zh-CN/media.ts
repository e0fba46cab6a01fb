import type { media as en } from '../en/media.ts';

export const media: Record<keyof typeof en, string> = {
  'token.signature-not-verified':
    '未验证令牌的签名：可用于验证的密钥并未公开。令牌是否被接受，只有许可证服务器才能确定。',
  'token.empty': '文件为空。请重新下载客户端配置令牌。',
  'token.html':
    '这是以令牌文件名保存的网页，很可能是登录页或错误页。请登录 NVIDIA Licensing Portal（或 DLS 设备），重新下载令牌。',
  'token.error-answer': '这是 Web 服务返回的错误信息（{code}），不是令牌。请获取新的下载链接后重新下载令牌。',
  'token.utf-16':
    '令牌在传输过程中被改动：文件以 UTF-16 编码保存（某些编辑器和 PowerShell 重定向会这样做）。请逐字节复制原文件，不要粘贴其文本。',
  'token.byte-order-mark': '令牌在传输过程中被改动：编辑器在开头加入了字节顺序标记（UTF-8 BOM）。请逐字节复制原文件。',
  'token.carriage-return':
    '令牌在传输过程中被改动：文件使用了 Windows 换行符（CRLF）。请逐字节复制原文件，并以二进制模式传输。',
  'token.wrapped': '令牌在传输过程中被改动：其中混入了空白或换行，通常由粘贴造成。请逐字节复制原文件。',
  'token.altered': '令牌在传输过程中被改动：内容已无法解码。请重新下载，并逐字节复制该文件。',
  'token.truncated': '令牌不完整：缺少结尾部分。请重新下载，并核对文件大小。',
  'token.binary': '这是二进制文件，不是客户端配置令牌。请使用从许可门户下载的 .tok 文件。',
  'token.gridd-conf': '这是 gridd.conf，不是令牌。它应放在 /etc/nvidia 中；令牌目录中只能有令牌。',
  'token.pem': '这是证书或密钥，不是客户端配置令牌。请使用从许可门户下载的 .tok 文件。',
  'token.garbage': '这不是客户端配置令牌。请使用从许可门户下载的 .tok 文件。',
  'token.foreign':
    '这是另一种签名令牌（JWT），不是客户端配置令牌。请在许可门户中选择“Generate client configuration token”。',
  'token.too-large': '该文件远大于令牌应有的大小。请使用从许可门户下载的 .tok 文件。',
  'token.expired': '令牌已于 {expired} 过期；本机时钟为 {now}。如果时钟正确，请在许可门户中生成新令牌。',
  'token.not-yet-valid':
    '令牌自 {begins} 起才生效；本机时钟为 {now}。请检查时钟、时区和时间同步；如果均无误，请等待或生成新令牌。',
};

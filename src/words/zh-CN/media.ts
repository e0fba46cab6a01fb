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
  'token.misdated':
    '其时间字段“{claim}”不是合理的 Unix 秒数（可能是毫秒或文本），因此无法判断令牌何时有效。许可门户不会生成这样的令牌：请在那里生成新令牌。',
  'media.empty': '文件为空。请重新下载。',
  'media.html': '这是以驱动程序文件名保存的网页，很可能是登录页或错误页。请登录下载网站后重新下载该文件。',
  'media.error-answer':
    '这是 Web 服务返回的错误信息（{code}），不是所需文件。下载链接很可能已失效：请获取新的链接后重新下载。',
  'media.truncated': '文件不完整：现有 {has} 字节，应为 {wants} 字节。请重新下载。',
  'media.truncated-end': '文件不完整：缺少结尾部分。请重新下载。',
  'media.truncated-header': '文件不完整：在实际内容开始之前就已结束。请重新下载。',
  'media.too-long': '文件被改动：现有 {has} 字节，应为 {wants} 字节。请重新下载。',
  'media.altered': '文件大小正确，但内容与其自带的校验和不符：文件已损坏或被改动。请重新下载。',
  'media.altered-or-truncated': '内容与文件自带的校验和不符：下载中断，或文件被改动。请重新下载。',
  'media.checksum-differs': '文件与 {list} 中列出的校验和不符。请重新下载，或确认该列表与此版本对应。',
  'media.no-checksum': '文件不含校验和：大小正确，但无法检查内容。',
  'media.not-checked': '未检查其内容。',
  'media.deb-unchecked': '按大小判断软件包完整；由于本机没有 dpkg-deb，无法检查其内容。',
  'media.deb-broken': '软件包无法解包，说明它已损坏或被改动：“{line}”。请重新下载。',
  'media.partial-download': '文件名表明下载尚未完成。请等待下载结束，或重新下载。',
  'media.host-package':
    '这是用于虚拟机监控程序的 vGPU Manager，不是 guest 驱动程序。不得安装在虚拟机中：请使用同一 vGPU 版本的 guest 驱动程序。',
  'media.host-package-by-name':
    '从文件名看，这是用于虚拟机监控程序的 vGPU Manager，不得安装在虚拟机中；其内容未作说明。请使用同一 vGPU 版本的 guest 驱动程序。',
  'media.flavour-by-name': '仅从文件名得知这是 vGPU guest 驱动程序；其内容未作说明。',
  'media.flavour-unknown': '这是 NVIDIA 驱动程序；是否用于 vGPU，其内容和文件名都未说明。请恢复其原始文件名。',
  'media.version-by-name': '版本仅从文件名得知；其内容未作说明。',
  'media.version-unknown': '其内容和文件名都未说明版本。请恢复其原始文件名。',
  'media.name-differs': '文件名与内容不一致：其内容是 {inside}。以内容为准。',
  'media.custom': '此驱动程序经过手工重新打包（“-custom”：加入了补丁或内核接口）。',
  'media.package-by-name': '名称和版本仅从文件名得知：该软件包的压缩方式在此无法读取。',
  'media.deb-unread':
    '这是一个 Debian 软件包，但其打包方式在此无法读取，文件名也未说明内容。请恢复原始文件名；如果它在压缩包内，请先解压。',
  'media.package-not-used': '这是软件包 {name}。不会从介质中使用它：此类软件包应连同其依赖项一起从软件仓库获取。',
  'media.local-repository':
    '这是打包成软件包的本地软件仓库（{name}）。不会使用：其中的驱动程序可能替换掉合适的驱动程序。',
  'media.windows-package': '这是 Windows 软件包，不能在 Linux 上使用。',
  'media.windows.not-signed':
    '该文件没有数字签名，而 NVIDIA 的所有 Windows 软件包都有签名：它已被改动。请重新下载。',
  'media.windows.hash-mismatch':
    '该文件与其数字签名不符：它在 NVIDIA 签名之后损坏或被改动。请重新下载。',
  'media.windows.foreign-signer':
    '该文件由 {signer} 签名，而不是 NVIDIA。不会使用它。',
  'media.windows.not-trusted':
    '文件带有 NVIDIA 的签名，但 Windows 未能确认（状态 {status}）：无法访问互联网的虚拟机可能缺少所需的根证书。其内容视为未经检查。',
  'media.windows.signature-unread':
    '无法向 Windows 询问数字签名是否有效：{why} 其内容视为未经检查。',
  'media.windows.size-only':
    '从大小看文件完整并带有签名，但只有 Windows 能验证签名：此处无法检查其内容。',
  'media.windows.catalogue':
    '其签名位于目录文件中，添加驱动程序时由 Windows 验证：此处未检查其内容。',
  'media.windows.no-catalogue':
    '该 INF 未指明目录文件，因此驱动程序没有签名。',
  'media.windows.by-name':
    '它是否为 vGPU 来宾驱动程序、支持哪些显卡，仅能从文件名得知：内容已打包。如果安装了 7-Zip，或将其解压到文件夹，则会读取其 INF 并与 GPU 比对。',
  'media.windows.other-program':
    '这是 NVIDIA 的一个 Windows 程序，但既不是驱动程序包，也不是 CUDA 工具包。',
  'media.windows-program': '这是 Windows 程序，不是 NVIDIA 驱动程序。',
  'media.other-runfile': '这是自解压文件，但既不是 NVIDIA 驱动程序，也不是 CUDA 工具包：“{label}”。',
  'media.script': '这是脚本，不是驱动程序包。',
  'media.text-not-medium': '这是文本文件，与其文件名不符。请重新下载。',
  'media.not-what-it-says': '内容与文件名不符：开头部分缺失或被改动。请重新下载。',
  'media.checksum-file': '校验和列表；已用它核对同目录下的文件。',
  'media.other-archive':
    '这是压缩包，但不是 vGPU 软件包。其中的内容不会查看：如果里面有驱动或令牌，请解压到此文件夹。',
  'media.bundle-without-guest': '该软件包中没有 Linux guest 驱动程序。',
  'media.bundle-entry-broken': '软件包中的文件已损坏：{entry}。请重新下载整个软件包。',
  'media.zip-crc': '压缩包内的 {entry} 已损坏：内容与其中记录的校验和不符。请重新下载压缩包。',
  'media.zip-encrypted': '压缩包内的 {entry} 已加密。请解压后将文件放入该文件夹。',
  'media.zip-method': '压缩包内的 {entry} 采用了在此无法读取的压缩方式。请解压后将文件放入该文件夹。',
  'media.dangling-link': '这是指向不存在文件的链接。',
  'media.unrecognised': '既不是驱动程序，也不是 CUDA 工具包或令牌。',
};

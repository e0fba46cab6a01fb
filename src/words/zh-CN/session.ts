export const session = {
  'session.nothing-given': '本程序启动时没有指定来源。请指定来源后启动：“gpu-guest serve FILE”。',
  'session.only-recorded': '这是虚拟机的记录，不是虚拟机本身，无法对其做任何更改。请在该虚拟机上执行计划。',
  'session.not-at-work': '执行 {run} 不是由本程序进行的，无法从这里取消。如果由其他程序进行，请在那里取消。',
  'session.at-work': '执行 {run} 已在进行中。请查看其进度，或先取消它。',
  'session.not-newest': '执行 {run} 不是最新的一次，无法继续。只有最新的执行可以继续。',
  'session.ended': '以管理员权限运行的程序以退出代码 {exitCode} 结束，没有任何输出。用 “gpu-guest runs” 查看已完成的操作。',
  'session.killed': '以管理员权限运行的程序被外部终止。用 “gpu-guest runs” 查看已完成的操作；用 “gpu-guest resume” 继续。',
  'session.said': '{said}',
  'session.not-authorised': '未提供管理员密码，未执行任何操作。{said}',
  'session.uac-refused':
    'Windows 没有向本程序授予管理员权限：用户帐户控制的提示未选择“是”，或策略不允许。未做任何更改。请重试并同意，或以“以管理员身份运行”启动本程序。',
  'session.elevation.uac':
    '制定方案前，Windows 会请求管理员同意（用户帐户控制），因为管理员能看到本程序无权查看的内容。提示可能停留在任务栏中；使用向导期间只询问一次。',
  'session.elevation.is-root': '本程序以 root 身份运行，可以更改此虚拟机。',
  'session.elevation.is-root-windows': '本程序以管理员权限运行，可以更改本机。',
  'session.elevation.none-windows':
    '本程序无权更改本机：它未以管理员权限运行。请关闭本程序，用“以管理员身份运行”重新启动；或在以这种方式打开的终端中运行 “gpu-guest apply”。',
  'session.elevation.pkexec': '在做任何更改之前，系统会要求输入管理员密码。',
  'session.elevation.sudo': '更改通过 sudo 进行，此处无需密码。',
  'session.elevation.none':
    '本程序无权更改此虚拟机：它不是以 root 身份运行，也无法请求授权。请停止本程序，用 “sudo gpu-guest serve” 重新启动；或在终端中运行 “sudo gpu-guest apply”。',
} as const;

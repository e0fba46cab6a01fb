export const monitoring = {
  'metric.build_info': '写入这些指标的 gpu-guest 的版本。',
  'metric.verdict': '虚拟机的总体状况：成立的结论为 1；可读取的信息不足时为 NaN。',
  'metric.findings': 'gpu-guest diagnose 按严重程度统计的问题数；可读取的信息不足、无法统计时为 NaN。',
  'metric.finding': '此问题是否存在：存在为 1，不存在为 0；无法判断时为 NaN。',
  'metric.findings_undecided': '因部分信息无法读取而不能判断的问题数。',
  'metric.license_state': 'GPU 的许可状态：成立的状态为 1。状态未知时，其余各项为 NaN。',
  'metric.license_info': 'GPU 已获许可的产品。',
  'metric.license_remaining_seconds':
    '写入时距 GPU 许可租约到期的秒数；永久许可为 +Inf，没有许可或未知时为 NaN。',
  'metric.license_expiry_timestamp_seconds':
    'GPU 许可租约到期的 Unix 时间；永久许可为 +Inf，没有许可或未知时为 NaN。',
  'metric.license_service_active': '许可服务 nvidia-gridd 是否在运行；未知时为 NaN。',
  'metric.license_server_reachable': '令牌或 gridd.conf 中指定的许可服务器是否对此虚拟机应答。',
  'metric.gpu_info': '此虚拟机 PCI 总线上的 NVIDIA GPU，以及宿主机的呈现方式。',
  'metric.driver_info': '此虚拟机的 NVIDIA 驱动；空标签表示未知。',
  'metric.driver_installed': '是否安装了 NVIDIA 驱动；未知时为 NaN。',
  'metric.driver_loaded': 'nvidia 内核模块是否已加载；未知时为 NaN。',
  'cli.option.prometheus': '输出供 node_exporter（Prometheus）textfile 收集器使用的指标',
  'cli.option.watch': '持续查看：在终端中刷新显示，在其他场合每次变化输出一行；按 Ctrl-C 结束',
  'cli.option.interval': '--watch 两次查看之间的秒数，1 至 3600（默认 10）',
  'cli.license.contradict': '{one} 与 {other} 不能同时使用。',
  'cli.license.goes-with': '{option} 只有与 {other} 一起使用才有意义。',
  'cli.license.interval-wrong': '--interval 的值应为 1 至 3600 之间的整数秒，而不是“{value}”。',
  'cli.license.watch-recorded':
    '“license --watch”用于持续查看本机或模拟虚拟机。已记录的来源不会变化，请去掉 --watch。',
  'cli.license.watched': '查看时间 {time}；每 {seconds} 秒查看一次，按 Ctrl-C 结束。不带 --watch 时才会联系许可服务器。',
  'cli.license.metrics-written': '指标已写入 {path}。',
} as const;

export const monitoring = {
  'metric.build_info': 'Version of gpu-guest that wrote these metrics.',
  'metric.verdict': 'How the guest stands: 1 for the verdict that holds; NaN where too little could be read.',
  'metric.findings': 'Findings of gpu-guest diagnose by severity; NaN where too little could be read to count them.',
  'metric.finding': 'Whether this finding stands (1) or not (0); NaN where it could not be judged.',
  'metric.findings_undecided': 'Findings that could not be judged because something could not be read.',
  'metric.license_state': 'Licence state of a GPU: 1 for the state that holds. Where it is unknown, the others are NaN.',
  'metric.license_info': 'The licensed product of a GPU.',
  'metric.license_remaining_seconds':
    'Seconds until the licence lease of a GPU ends, when this was written; +Inf where it is permanent, NaN where there is none or it is not known.',
  'metric.license_expiry_timestamp_seconds':
    'Unix time at which the licence lease of a GPU ends; +Inf where it is permanent, NaN where there is none or it is not known.',
  'metric.license_service_active': 'Whether the licensing service nvidia-gridd runs; NaN where it is not known.',
  'metric.license_server_reachable': 'Whether a licence server named by the token or gridd.conf answers from this guest.',
  'metric.gpu_info': 'An NVIDIA GPU on the PCI bus of this guest, and how the host presents it.',
  'metric.driver_info': 'The NVIDIA driver of this guest; an empty label is not known.',
  'metric.driver_installed': 'Whether an NVIDIA driver is installed; NaN where it is not known.',
  'metric.driver_loaded': 'Whether the nvidia kernel module is loaded; NaN where it is not known.',
  'cli.option.prometheus': 'print metrics for the textfile collector of node_exporter (Prometheus)',
  'cli.option.watch': 'keep looking: redrawn on a terminal, a line for each change elsewhere; Ctrl-C ends it',
  'cli.option.interval': 'seconds between two looks of --watch, 1 to 3600 (default 10)',
  'cli.license.contradict': '{one} and {other} cannot be given together.',
  'cli.license.goes-with': '{option} has a meaning only together with {other}.',
  'cli.license.interval-wrong': '--interval takes whole seconds from 1 to 3600, not “{value}”.',
  'cli.license.watch-recorded':
    '“license --watch” watches this machine or a simulated guest. A recorded source does not change: leave --watch out.',
  'cli.license.watched': 'Looked at {time}; again every {seconds} s, Ctrl-C ends it. The licence servers are asked without --watch.',
  'cli.license.metrics-written': 'The metrics are in {path}.',
} as const;

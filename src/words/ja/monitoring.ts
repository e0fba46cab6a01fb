export const monitoring = {
  'metric.build_info': 'これらのメトリクスを書き込んだ gpu-guest のバージョン。',
  'metric.verdict': 'ゲストの総合判定。該当する判定が 1。読み取れた情報が足りない場合は NaN。',
  'metric.findings': 'gpu-guest diagnose が見つけた問題の重大度別の件数。読み取れた情報が足りず数えられない場合は NaN。',
  'metric.finding': 'この問題があれば 1、なければ 0。判定できない場合は NaN。',
  'metric.findings_undecided': '読み取れない情報があるために判定できなかった問題の件数。',
  'metric.license_state': 'GPU のライセンス状態。該当する状態が 1。不明の場合、ほかの状態は NaN。',
  'metric.license_info': 'GPU にライセンスされている製品。',
  'metric.license_remaining_seconds':
    '書き込み時点での、GPU のライセンスリースの残り秒数。無期限は +Inf、ライセンスがないか不明の場合は NaN。',
  'metric.license_expiry_timestamp_seconds':
    'GPU のライセンスリースが切れる Unix 時刻。無期限は +Inf、ライセンスがないか不明の場合は NaN。',
  'metric.license_service_active': 'ライセンスサービス nvidia-gridd が動作しているか。不明の場合は NaN。',
  'metric.license_server_reachable': 'トークンまたは gridd.conf で指定されたライセンスサーバーが、このゲストに応答するか。',
  'metric.gpu_info': 'このゲストの PCI バス上の NVIDIA GPU と、ホストによる提供方法。',
  'metric.driver_info': 'このゲストの NVIDIA ドライバー。空のラベルは不明を表す。',
  'metric.driver_installed': 'NVIDIA ドライバーがインストールされているか。不明の場合は NaN。',
  'metric.driver_loaded': 'nvidia カーネルモジュールが読み込まれているか。不明の場合は NaN。',
  'cli.option.prometheus': 'node_exporter（Prometheus）の textfile コレクター用のメトリクスを出力します',
  'cli.option.watch': '監視を続けます。端末では画面を更新し、それ以外では変化のたびに 1 行を出力します。Ctrl-C で終了します',
  'cli.option.interval': '--watch で確認する間隔の秒数、1 ～ 3600（既定値 10）',
  'cli.license.contradict': '{one} と {other} は同時に指定できません。',
  'cli.license.goes-with': '{option} は {other} と一緒に指定した場合にのみ意味があります。',
  'cli.license.interval-wrong': '--interval には 1 ～ 3600 の整数の秒数を指定してください（指定された値: 「{value}」）。',
  'cli.license.watch-recorded':
    '「license --watch」の対象はこのマシンかシミュレーションのゲストです。記録された入力は変化しないため、--watch を外してください。',
  'cli.license.watched': '確認時刻 {time}、{seconds} 秒ごとに確認、Ctrl-C で終了。ライセンスサーバーへの接続は --watch なしの場合にのみ確認します。',
  'cli.license.metrics-written': 'メトリクスを {path} に書き込みました。',
} as const;

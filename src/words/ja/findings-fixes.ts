export const findingsFixes = {
  'finding.fix.plan-and-apply': '`gpu-guest plan` で実行内容を確認し、`sudo gpu-guest apply` で実行します。',
  'finding.fix.reboot': 'ゲストを再起動します: `sudo reboot`。',
  'finding.fix.restart-gridd':
    'ライセンスサービスを再起動し、ログを確認します: `sudo systemctl restart nvidia-gridd && sudo journalctl -u nvidia-gridd -n 20`。',
} as const;

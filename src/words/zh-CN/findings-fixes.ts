export const findingsFixes = {
  'finding.fix.plan-and-apply': '先用 `gpu-guest plan` 查看将执行的操作，再用 `sudo gpu-guest apply` 执行。',
  'finding.fix.reboot': '重启虚拟机：`sudo reboot`。',
  'finding.fix.restart-gridd':
    '重启许可服务并查看其日志：`sudo systemctl restart nvidia-gridd && sudo journalctl -u nvidia-gridd -n 20`。',
} as const;

export const findingsFixes = {
  'finding.fix.plan-and-apply': 'See what would be done with `gpu-guest plan`, then do it with `sudo gpu-guest apply`.',
  'finding.fix.reboot': 'Restart the guest: `sudo reboot`.',
  'finding.fix.restart-gridd':
    'Restart the licensing service and read what it says: `sudo systemctl restart nvidia-gridd && sudo journalctl -u nvidia-gridd -n 20`.',
} as const;

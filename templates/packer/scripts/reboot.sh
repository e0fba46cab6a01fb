#!/bin/sh
# The connection ends here where a reboot is needed.
[ -e /var/tmp/gpu-guest-reboot ] || exit 0
rm /var/tmp/gpu-guest-reboot
systemctl reboot
sleep 600

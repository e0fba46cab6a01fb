#!/bin/sh
# After the reboot the run goes on by itself: wait for the end of the boot, then ask.
set -eu
tries=0
while [ $tries -lt 900 ]; do
  case $(systemctl is-system-running || true) in initializing | starting) ;; *) break ;; esac
  tries=$((tries + 1))
  sleep 2
done

gpu-guest apply --profile /etc/gpu-guest/gpu.yml --yes --reboot never
gpu-guest verify --profile /etc/gpu-guest/gpu.yml
[ "$SEAL" = true ] || exit 0

if [ -e /var/tmp/gpu-guest-media ]; then rm -rf "$MEDIA" /var/tmp/gpu-guest-media; fi
# The key that the builder came in with is not for the clones. What is connected stays so.
home=$(getent passwd "${SUDO_USER:-root}" | cut -d: -f6)
rm -f "$home/.ssh/authorized_keys"
gpu-guest seal --profile /etc/gpu-guest/gpu.yml --yes
rm -f "$0"

#!/bin/sh
# Puts in place what was brought, and brings the guest to its profile.
set -eu
cd /var/tmp/gpu-guest-build

if [ -f gpu-guest.js ]; then
  install -D -m 755 gpu-guest.js /usr/local/lib/gpu-guest/gpu-guest.js
  node=node
  if [ -f node ]; then
    install -m 755 node /usr/local/lib/gpu-guest/node
    node=/usr/local/lib/gpu-guest/node
  fi
  printf '#!/bin/sh\nexec %s /usr/local/lib/gpu-guest/gpu-guest.js "$@"\n' "$node" > /usr/local/bin/gpu-guest
  chmod 755 /usr/local/bin/gpu-guest
fi
if [ -d media ]; then
  mkdir -p "$MEDIA"
  cp -r media/. "$MEDIA"
  touch /var/tmp/gpu-guest-media
fi
install -D -m 644 gpu.yml /etc/gpu-guest/gpu.yml
cd /
rm -rf /var/tmp/gpu-guest-build

status=0
gpu-guest apply --profile /etc/gpu-guest/gpu.yml --yes --reboot never || status=$?
case $status in
  0) ;;
  10) touch /var/tmp/gpu-guest-reboot ;; # the file that the next script looks for
  *) exit "$status" ;;
esac

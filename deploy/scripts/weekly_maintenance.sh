#!/bin/sh
# Once a week on a machine that runs the Compose stack or the systemd unit: what fills up, what expires, what must be provable.
# Changes nothing of the running service; packages are the business of security_update.sh.
#
# usage: deploy/scripts/weekly_maintenance.sh
#
# SERVICE_URL    address of a node (default http://127.0.0.1:8000)
# DISK_LIMIT     percent from which a disk is reported (default 80)
set -eu
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

need curl df
here=$(dirname "$0")
SERVICE_URL=${SERVICE_URL:-http://127.0.0.1:8000}
DISK_LIMIT=${DISK_LIMIT:-80}
wrong=0

say "disks"
full=$(df -P -x tmpfs -x devtmpfs -x overlay 2>/dev/null | awk -v limit="$DISK_LIMIT" \
  'NR > 1 { sub("%", "", $5); if ($5 + 0 >= limit) print $6 " is " $5 " % full" }')
if [ -n "$full" ]; then
  echo "$full"
  wrong=1
fi

say "the service"
curl -fsS -m 5 "$SERVICE_URL/api/ready" || wrong=1

if command -v docker >/dev/null 2>&1; then
  say "images and containers that nothing uses"
  docker image prune -f --filter until=168h
  docker container prune -f --filter until=168h
fi

if command -v certbot >/dev/null 2>&1; then
  say "certificates"
  certbot renew --quiet || wrong=1
fi

if [ -n "${BACKUP_TARGET:-}" ]; then
  say "backup and restore drill"
  "$here/backup.sh" && "$here/restore_drill.sh" || wrong=1
else
  say "no BACKUP_TARGET: no backup, no drill"
  wrong=1
fi

[ "$wrong" -eq 0 ] || die "something needs a look: see above"
say "all well"

#!/bin/sh
# Security updates of the machine, and only those; the service is restarted only when something that it uses was replaced.
#
# usage: deploy/scripts/security_update.sh [--apply]      without --apply it only lists
#
# SNAPSHOT_VOLUME   volume of AWS to snapshot before (optional)
# UNIT              systemd unit to restart (default aviation-weather)
set -eu
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

need apt-get
UNIT=${UNIT:-aviation-weather}
apt-get update -qq
# The simulation names the archive of each package; those of the security archive are wanted.
updates=$(apt-get --simulate upgrade | awk '/^Inst / && /[Ss]ecurity/ { print $2 }')
if [ -z "$updates" ]; then
  say "no security updates"
  exit 0
fi
say "security updates:"
echo "$updates"
[ "${1:-}" = --apply ] || die "run with --apply to install them"

if [ -n "${SNAPSHOT_VOLUME:-}" ]; then
  need aws
  aws ec2 create-snapshot --volume-id "$SNAPSHOT_VOLUME" --description "before security updates $(date -u +%Y-%m-%d)"
fi
# shellcheck disable=SC2086 # a list of packages
DEBIAN_FRONTEND=noninteractive apt-get install -y --only-upgrade $updates

if command -v systemctl >/dev/null 2>&1 && systemctl is-active --quiet "$UNIT"; then
  say "restarting $UNIT: it drains first"
  systemctl restart "$UNIT"
fi
[ ! -e /run/reboot-required ] || say "the machine wants to be started again"
say "done"

#!/bin/sh
# Proves a backup: restores it into an empty store of its own, reads that out again, and compares counts and hashes. The running
# service is not touched.
#
# usage: deploy/scripts/restore_drill.sh [FILE, default latest]
#
# BACKUP_TARGET, BACKUP_KEY   as for restore.sh
# DRILL_IMPORT, DRILL_EXPORT  what reads into and out of the empty store (default: the tasks, with the embedded store in $DRILL_DIR)
# TEXTFILE_DIR                the time of the last good drill is written there
set -eu
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

need sha256sum
here=$(dirname "$0")
make_work
DRILL_DIR=$work/data
export DRILL_DIR
mkdir "$DRILL_DIR"
# Expanded by the shell that runs it.
# shellcheck disable=SC2016
own='env -u REDIS_URL -u MONGODB_URI -u HISTORY_STORE STORE=kv HISTORY_DAYS=365 DATA_DIR="$DRILL_DIR" deno task --quiet'
DRILL_IMPORT=${DRILL_IMPORT:-$own backup:import -}
DRILL_EXPORT=${DRILL_EXPORT:-$own backup:export -}
started=$(date +%s)

BACKUP_IMPORT=$DRILL_IMPORT "$here/restore.sh" "${1:-latest}" "$work/rest"
sh -c "$DRILL_EXPORT" >"$work/again.ndjson"

manifest_of "$work/again.ndjson" >"$work/manifest"
diff "$work/rest/manifest" "$work/manifest" || die "what was restored is not what was backed up"
metric aviation_weather_restore_drill_last_success_timestamp_seconds "$(date +%s)"
say "drill passed: $(sed -n "s/^lines //p" "$work/manifest") lines, the same, in $(($(date +%s) - started)) s"

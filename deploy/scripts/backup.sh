#!/bin/sh
# A backup of history and accounts, of Redis and of the configuration: one encrypted file with a list of what is in it, in a
# folder or in a bucket. Without the private key, which stays elsewhere, nobody can read it, not even this machine.
#
# usage: deploy/scripts/backup.sh
#
# BACKUP_TARGET      folder, or s3://bucket/prefix (required)
# BACKUP_RECIPIENT   public key of age (age1…) that it is encrypted to (required); `age-keygen` makes a pair
# BACKUP_KEEP_DAYS   older ones are removed (default 30)
# BACKUP_EXPORT      what writes history and accounts to its output (default: deno task --quiet backup:export -); with Compose:
#                    docker compose run --rm --no-deps -T app --allow-net=mongodb:27017,redis:6379 backup.js export -
# BACKUP_REDIS_URL          when set, a snapshot of Redis is taken as well (redis-cli --rdb)
# BACKUP_CONFIG      files and folders of the configuration, separated by blanks
# TEXTFILE_DIR       folder of node_exporter's textfile collector: the time of the last good backup is written there
set -eu
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

require BACKUP_TARGET BACKUP_RECIPIENT
need age tar gzip sha256sum
BACKUP_KEEP_DAYS=${BACKUP_KEEP_DAYS:-30}
BACKUP_EXPORT=${BACKUP_EXPORT:-deno task --quiet backup:export -}
make_work
name=aviation-weather-$(date -u +%Y%m%dT%H%M%SZ)
mkdir "$work/$name"

say "history and accounts"
# Not in a pipe: a failure of the export must end this script.
sh -c "$BACKUP_EXPORT" >"$work/$name/stores.ndjson"
[ -s "$work/$name/stores.ndjson" ] || die "the export is empty"

if [ -n "${BACKUP_REDIS_URL:-}" ]; then
  need redis-cli
  say "Redis"
  redis-cli -u "$BACKUP_REDIS_URL" --rdb "$work/$name/redis.rdb" >/dev/null
fi
if [ -n "${BACKUP_CONFIG:-}" ]; then
  say "configuration"
  # shellcheck disable=SC2086 # a list of paths
  tar -czf "$work/$name/config.tar.gz" $BACKUP_CONFIG
fi

manifest_of "$work/$name/stores.ndjson" >"$work/$name/manifest"
(cd "$work/$name" && sha256sum -- *) >"$work/sums"
mv "$work/sums" "$work/$name/SHA256SUMS"

file=$name.tar.gz.age
tar -C "$work" -cf "$work/whole.tar" "$name"
gzip -c "$work/whole.tar" >"$work/whole.tar.gz"
age -r "$BACKUP_RECIPIENT" -o "$work/$file" "$work/whole.tar.gz"

case $BACKUP_TARGET in
  s3://*)
    need aws
    aws s3 cp --only-show-errors "$work/$file" "${BACKUP_TARGET%/}/$file"
    limit=$(date -u -d "-$BACKUP_KEEP_DAYS days" +%Y%m%dT%H%M%SZ)
    backups |
      while read -r old; do
        stamp=${old#aviation-weather-}
        stamp=${stamp%.tar.gz.age}
        if expr "$stamp" '<' "$limit" >/dev/null; then
          aws s3 rm --only-show-errors "${BACKUP_TARGET%/}/$old"
        fi
      done
    ;;
  *)
    mkdir -p "$BACKUP_TARGET"
    # Under another name until it is whole.
    cp "$work/$file" "$BACKUP_TARGET/$file.partial"
    mv "$BACKUP_TARGET/$file.partial" "$BACKUP_TARGET/$file"
    find "$BACKUP_TARGET" -maxdepth 1 -name 'aviation-weather-*.tar.gz.age' -mtime "+$BACKUP_KEEP_DAYS" -delete
    ;;
esac
metric aviation_weather_backup_last_success_timestamp_seconds "$(date +%s)"
say "$(sed -n "s/^lines //p" "$work/$name/manifest") lines in $BACKUP_TARGET/$file"

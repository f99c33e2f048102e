#!/bin/sh
# Takes a backup in: history and accounts into the stores that the options of the service name. Nothing that is there is removed
# or changed. Redis and the configuration are laid out for a person to put back, since both replace what runs.
#
# usage: deploy/scripts/restore.sh FILE [FOLDER]
#
# FILE               name in BACKUP_TARGET, a path, or `latest`
# FOLDER             where redis.rdb and config.tar.gz are laid (default: not kept)
# BACKUP_TARGET      folder, or s3://bucket/prefix
# BACKUP_KEY         file with the private key of age (required)
# BACKUP_IMPORT      what takes history and accounts from its input (default: deno task --quiet backup:import -)
set -eu
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

[ $# -ge 1 ] || die "name the backup, or latest"
require BACKUP_KEY
need age tar gzip sha256sum
BACKUP_IMPORT=${BACKUP_IMPORT:-deno task --quiet backup:import -}
make_work

file=$1
if [ "$file" = latest ]; then
  require BACKUP_TARGET
  file=$(backups | tail -n 1)
  [ -n "$file" ] || die "no backup in $BACKUP_TARGET"
fi
if [ -f "$file" ]; then
  cp "$file" "$work/backup"
else
  require BACKUP_TARGET
  case $BACKUP_TARGET in
    s3://*)
      need aws
      aws s3 cp --only-show-errors "${BACKUP_TARGET%/}/$file" "$work/backup"
      ;;
    *)
      [ -f "$BACKUP_TARGET/$file" ] || die "no $file in $BACKUP_TARGET"
      cp "$BACKUP_TARGET/$file" "$work/backup"
      ;;
  esac
fi

age -d -i "$BACKUP_KEY" -o "$work/whole.tar.gz" "$work/backup" || die "the key does not open $file"
gzip -dc "$work/whole.tar.gz" >"$work/whole.tar"
mkdir "$work/whole"
tar -C "$work/whole" -xf "$work/whole.tar"
set -- "$work/whole"/aviation-weather-* "${2:-}"
[ -d "$1" ] || die "$file is not a backup of this service"
(cd "$1" && sha256sum --quiet --strict --check SHA256SUMS) || die "$file is damaged"

say "$(tr "\n" " " <"$1/manifest")"
sh -c "$BACKUP_IMPORT" <"$1/stores.ndjson"
if [ -n "$2" ]; then
  mkdir -p "$2"
  for part in manifest redis.rdb config.tar.gz; do
    [ ! -e "$1/$part" ] || cp "$1/$part" "$2/"
  done
  say "the rest lies in $2"
fi
say "restored from $file"

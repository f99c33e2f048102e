#!/bin/sh
# The secrets of an installation as files, one value each. The folder is its owner's alone; the files in it can be read by the
# user of each container that is given one. What exists is never overwritten.
#
# usage: deploy/scripts/make_secrets.sh FOLDER            random values for what is ours, empty files to fill for keys of others
#        deploy/scripts/make_secrets.sh FOLDER --push PREFIX   also writes them to the parameter store of AWS below PREFIX
set -eu
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

[ $# -ge 1 ] || die "name the folder for the secrets"
folder=$1
umask 077
mkdir -p "$folder"

# keep NAME: what is given becomes the secret, unless there is one.
keep() {
  value=$(cat)
  if [ -s "$folder/$1" ]; then
    say "$1 is there already"
  else
    printf '%s' "$value" >"$folder/$1"
    say "$1 made"
  fi
}
read_secret() {
  cat "$folder/$1"
}

for name in metrics_token redis_password mongo_root_password mongo_app_password mongo_keyfile grafana_password \
  elastic_password kibana_password; do
  # 256 bits in hexadecimal: safe in addresses, shells and files of every format.
  head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n' | keep "$name"
done
database="mongodb:27017/aviation_weather?authSource=aviation_weather"
printf 'mongodb://service:%s@%s' "$(read_secret mongo_app_password)" "$database" | keep mongodb_uri
printf 'mongodb://exporter:%s@mongodb:27017/admin' "$(read_secret mongo_app_password)" | keep mongodb_exporter_uri
printf '{"redis://redis:6379":"%s"}' "$(read_secret redis_password)" | keep redis_exporter_password

for name in checkwx_api_key openai_api_key mapbox_access_token sentry_dsn alert_page_key alert_ticket_url; do
  [ -e "$folder/$name" ] || : >"$folder/$name"
  [ -s "$folder/$name" ] || say "$name is empty: the part that needs it stays switched off"
done
chmod 444 "$folder"/*

if [ "${2:-}" = --push ]; then
  prefix=${3:-}
  case $prefix in
    /?*) ;;
    *) die "a prefix begins with a slash: /aviation-weather/production" ;;
  esac
  need aws
  for file in "$folder"/*; do
    [ -s "$file" ] || continue
    aws ssm put-parameter --type SecureString --overwrite --name "$prefix/$(basename "$file")" \
      --value "file://$file" >/dev/null
    say "$(basename "$file") pushed"
  done
fi

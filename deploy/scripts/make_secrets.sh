#!/bin/sh
# The secrets of an installation as files, one value each, readable by their owner alone. What exists is never overwritten.
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

# 256 bits, printable, without characters that a URL or a shell would read.
random() {
  head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'
}

for name in metrics_token redis_password mongo_root_password mongo_app_password grafana_admin_password; do
  file=$folder/$name
  if [ -s "$file" ]; then
    say "$name is there already"
  else
    random >"$file"
    say "$name made"
  fi
done
for name in checkwx_api_key openai_api_key mapbox_access_token sentry_dsn alert_page_key alert_ticket_url; do
  file=$folder/$name
  [ -e "$file" ] || : >"$file"
  [ -s "$file" ] || say "$name is empty: the part that needs it stays switched off"
done

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

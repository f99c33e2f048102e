#!/bin/bash
# Writes the secrets of a folder (one file each, as deploy/compose/secrets) to Systems Manager, encrypted: REGION FOLDER. A value
# goes by a file, so that it stands in no list of processes.
set -euo pipefail

region=${1:?usage: secrets.sh REGION FOLDER}
folder=${2:?usage: secrets.sh REGION FOLDER}
umask 077
request=$(mktemp)
trap 'rm -f "$request"' EXIT

for name in redis_url mongodb_uri checkwx_api_key metrics_token backup_key; do
  if [ ! -s "$folder/$name" ]; then
    # A parameter cannot be empty; the service takes a blank as none.
    echo "$name: no file, or empty: left out" >&2
    continue
  fi
  python3 - "$folder/$name" "/aviation-weather/${name//_/-}" >"$request" <<'END'
import json, sys
print(json.dumps({"Name": sys.argv[2], "Type": "SecureString", "Overwrite": True,
                  "Value": open(sys.argv[1]).read().rstrip("\n")}))
END
  aws ssm put-parameter --region "$region" --cli-input-json "file://$request" >/dev/null
  echo "$name: written"
done

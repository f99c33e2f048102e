#!/bin/bash
# Starts a member of the replica set: the key that members know each other by must belong to the server's user and be
# readable by nobody else, which a mounted secret is not.
set -euo pipefail

install -m 400 -o mongodb -g mongodb /run/secrets/mongo_keyfile /tmp/keyfile
if [ -n "${JOINING:-}" ]; then
  unset MONGO_INITDB_ROOT_USERNAME MONGO_INITDB_ROOT_PASSWORD_FILE MONGO_INITDB_DATABASE
fi
exec docker-entrypoint.sh "$@" --keyFile /tmp/keyfile

#!/bin/sh
# Starts Redis as primary (`server`), as replica of another host (`replica HOST`) or as sentinel, with the password from a
# file, so that it stands in no list of processes and in no environment. `health` asks the one that runs here.
set -eu

FOLDER=${REDIS_CONFIG_FOLDER:-/etc/aviation-weather}
SECRET=${REDIS_PASSWORD_FILE:-/run/secrets/redis_password}
TEMPORARY=${REDIS_TEMPORARY:-/tmp}
PRIMARY=${REDIS_PRIMARY:-redis}
PORT=${REDIS_PORT:-6379}

umask 077
password=$(cat "$SECRET")

case "${1:-server}" in
  server)
    printf 'include %s/redis.conf\nrequirepass %s\nmasterauth %s\n' "$FOLDER" "$password" "$password" >"$TEMPORARY/redis.conf"
    exec redis-server "$TEMPORARY/redis.conf"
    ;;
  replica)
    printf 'include %s/redis.conf\nrequirepass %s\nmasterauth %s\nreplicaof %s %s\nreplica-announce-ip %s\n' \
      "$FOLDER" "$password" "$password" "$2" "$PORT" "$(hostname)" >"$TEMPORARY/redis.conf"
    exec redis-server "$TEMPORARY/redis.conf"
    ;;
  sentinel)
    # Two of three must agree; a primary that is silent for five seconds is replaced.
    cat >"$TEMPORARY/sentinel.conf" <<END
port 26379
dir $TEMPORARY
sentinel resolve-hostnames yes
sentinel announce-hostnames yes
sentinel monitor weather $PRIMARY $PORT 2
sentinel auth-pass weather $password
sentinel down-after-milliseconds weather 5000
sentinel failover-timeout weather 15000
sentinel parallel-syncs weather 1
END
    exec redis-server "$TEMPORARY/sentinel.conf" --sentinel
    ;;
  health)
    answer=$(REDISCLI_AUTH=$password redis-cli -p "$PORT" ping)
    [ "$answer" = PONG ]
    ;;
  *)
    echo "usage: start.sh server | replica HOST | sentinel | health" >&2
    exit 2
    ;;
esac

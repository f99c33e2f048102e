#!/bin/sh
# Starts Redis as primary (`server`), as replica of another host (`replica HOST`) or as sentinel, with the password from a
# file, so that it stands in no list of processes and in no environment. `health` asks the one that runs here.
set -eu

FOLDER=${REDIS_CONFIG_FOLDER:-/etc/aviation-weather}
SECRET=${REDIS_PASSWORD_FILE:-/run/secrets/redis_password}
TEMPORARY=${REDIS_TEMPORARY:-/tmp}
PRIMARY=${REDIS_PRIMARY:-redis}
PORT=${REDIS_PORT:-6379}
PRIMARY_PORT=${REDIS_PRIMARY_PORT:-6379}
SENTINEL_PORT=${REDIS_SENTINEL_PORT:-26379}
DATA=${REDIS_DATA:-/data}
# The name that other hosts know this one by.
NAME=${REDIS_NAME:-$(hostname)}

umask 077
password=$(cat "$SECRET")

# A server of either kind may become primary or replica at any time, so both know both passwords, and their name.
write_config() {
  cat >"$TEMPORARY/redis.conf" <<END
include $FOLDER/redis.conf
port $PORT
dir $DATA
requirepass $password
masterauth $password
replica-announce-ip $NAME
END
}

case "${1:-server}" in
  server)
    write_config
    exec redis-server "$TEMPORARY/redis.conf"
    ;;
  replica)
    write_config
    printf 'replicaof %s %s\n' "$2" "$PRIMARY_PORT" >>"$TEMPORARY/redis.conf"
    exec redis-server "$TEMPORARY/redis.conf"
    ;;
  sentinel)
    # Two of three must agree; a primary that is silent for five seconds is replaced.
    cat >"$TEMPORARY/sentinel.conf" <<END
port $SENTINEL_PORT
dir $TEMPORARY
sentinel resolve-hostnames yes
sentinel announce-hostnames yes
sentinel monitor weather $PRIMARY $PRIMARY_PORT 2
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

# shellcheck shell=sh
# What the scripts share. Sourced, never run.

# Says why and ends.
die() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

# Ends unless the programs are there.
need() {
  for program in "$@"; do
    command -v "$program" >/dev/null 2>&1 || die "needs $program: apt-get install it, or see docs/operations.md"
  done
}

# Ends unless the variables have a value.
require() {
  for name in "$@"; do
    eval "value=\${$name:-}"
    [ -n "$value" ] || die "set $name; see the head of this script"
  done
}

# A line for the log of the system and for whoever watches.
say() {
  echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) $*"
}

# One metric for node_exporter's textfile collector, written so that it is never read half.
metric() {
  [ -n "${TEXTFILE_DIR:-}" ] || return 0
  printf '# TYPE %s gauge\n%s %s\n' "$1" "$1" "$2" >"$TEXTFILE_DIR/$1.prom.$$"
  mv "$TEXTFILE_DIR/$1.prom.$$" "$TEXTFILE_DIR/$1.prom"
}

# A folder of one's own in $work, gone when the script ends.
make_work() {
  umask 077
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  trap 'exit 1' INT TERM
}

# manifest_of EXPORT: counts and hashes by which a restore is judged. The first line of the export is its head, with the time.
manifest_of() {
  printf 'lines %s\ncontent %s\n' "$(tail -n +2 "$1" | wc -l | tr -d ' ')" \
    "$(tail -n +2 "$1" | LC_ALL=C sort | sha256sum | cut -d ' ' -f 1)"
}

# The names of the backups in BACKUP_TARGET, oldest first.
backups() {
  case $BACKUP_TARGET in
    s3://*) aws s3 ls "${BACKUP_TARGET%/}/" | awk '{ print $4 }' ;;
    *) find "$BACKUP_TARGET" -maxdepth 1 -type f -exec basename {} \; ;;
  esac | grep '^aviation-weather-.*\.tar\.gz\.age$' | sort
}

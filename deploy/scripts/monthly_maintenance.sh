#!/bin/sh
# Once a month: the report, dependencies that are behind, secrets that are old. History and caches need no sweeping: every entry
# carries its own end, in all stores.
#
# usage: deploy/scripts/monthly_maintenance.sh [report file, default report-YYYY-MM.md]
#
# SECRETS_DIR    folder of the secrets; those older than a year are named
set -eu
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

here=$(dirname "$0")
report=${1:-report-$(date -u +%Y-%m).md}

say "report"
"$here/monthly_report.sh" >"$report"
say "written to $report"

say "dependencies"
if [ -f "$here/../../deno.json" ] && command -v deno >/dev/null 2>&1; then
  (cd "$here/../.." && deno outdated) || say "the registry could not be asked"
fi

if [ -n "${SECRETS_DIR:-}" ]; then
  say "secrets older than a year"
  find "$SECRETS_DIR" -type f -mtime +365 -print
fi

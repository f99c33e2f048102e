#!/bin/sh
# How the service did in the last 30 days, in Markdown, from Prometheus. A value that Prometheus does not have is "no data".
#
# usage: deploy/scripts/monthly_report.sh > report.md
#
# PROMETHEUS_URL   default http://127.0.0.1:9090
# DAYS             days looked back (default 30)
set -eu
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

need curl jq
PROMETHEUS_URL=${PROMETHEUS_URL:-http://127.0.0.1:9090}
DAYS=${DAYS:-30}
curl -fsS -m 5 -o /dev/null "$PROMETHEUS_URL/-/ready" || die "no Prometheus at $PROMETHEUS_URL"

# row TITLE FACTOR UNIT EXPRESSION
row() {
  answer=$(curl -fsS -m 30 --get "$PROMETHEUS_URL/api/v1/query" --data-urlencode "query=$4") || die "Prometheus refuses: $4"
  value=$(printf '%s' "$answer" | jq -r --argjson factor "$2" \
    '.data.result[0].value[1] // empty | tonumber | . * $factor * 1000 | round / 1000')
  if [ -n "$value" ]; then value="$value $3"; else value="no data"; fi
  printf '| %s | %s |\n' "$1" "$value"
}

job='job="aviation-weather"'
printf '# The last %s days, to %s\n\n| measure | value |\n| --- | --- |\n' "$DAYS" "$(date -u +%Y-%m-%d)"
row "requests" 1 "" "sum(increase(http_requests_total{$job}[${DAYS}d]))"
row "answered without 5xx" 100 "%" "1 - sum(increase(http_requests_total{$job,status_code=~\"5..\"}[${DAYS}d]) or 0 * increase(http_requests_total{$job}[${DAYS}d])) / sum(increase(http_requests_total{$job}[${DAYS}d]))"
row "answer time, 99th percentile" 1000 "ms" "histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{$job}[${DAYS}d])))"
row "a node answered Prometheus" 100 "%" "avg_over_time((max(up{$job}))[${DAYS}d:1m])"
row "METAR file never older than 10 min" 100 "%" "avg_over_time((min(ingest_age_seconds{$job,product=\"metar\"}) < bool 600)[${DAYS}d:1m])"
row "stations with a METAR that may be shown, mean" 100 "%" "avg_over_time((min(ingest_completeness_ratio{$job,product=\"metar\"}))[${DAYS}d:5m])"
row "calls of providers" 1 "" "sum(increase(weather_api_calls_total{$job}[${DAYS}d]))"
row "of these without an answer" 100 "%" "sum(increase(weather_api_calls_total{$job,status!~\"2..|304\"}[${DAYS}d]) or 0 * increase(weather_api_calls_total{$job}[${DAYS}d])) / sum(increase(weather_api_calls_total{$job}[${DAYS}d]))"
row "files put aside" 1 "" "sum(increase(ingest_quarantined_files_total{$job}[${DAYS}d]))"
row "largest memory of a node" 0.000001 "MB" "max(max_over_time(process_resident_memory_bytes{$job}[${DAYS}d]))"
printf '\n## Alerts that fired\n\n'
curl -fsS -m 30 --get "$PROMETHEUS_URL/api/v1/query" \
  --data-urlencode "query=sum by (alertname) (count_over_time(ALERTS{alertstate=\"firing\"}[${DAYS}d]))" |
  jq -r 'if (.data.result | length) == 0 then "None." else .data.result[] | "- \(.metric.alertname)" end'

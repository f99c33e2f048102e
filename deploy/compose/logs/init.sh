#!/bin/bash
# Sets Kibana's password and how long logs are kept: 30 days, in files of a day or 5 GB.
set -euo pipefail

address=${ELASTICSEARCH:-http://elasticsearch:9200}
elastic=$(cat /run/secrets/elastic_password)
kibana=$(cat /run/secrets/kibana_password)

# The password goes by standard input, so that it stands in no list of processes.
request() {
  curl --silent --show-error --fail --max-time 20 --config - --request "$1" \
    --header 'content-type: application/json' --data "$3" "$address$2" <<<"user = \"elastic:$elastic\""
  echo
}

request POST /_security/user/kibana_system/_password "{\"password\":\"$kibana\"}"
request PUT /_ilm/policy/aviation-weather-logs '{
  "policy": { "phases": {
    "hot": { "actions": { "rollover": { "max_age": "1d", "max_primary_shard_size": "5gb" } } },
    "delete": { "min_age": "30d", "actions": { "delete": {} } } } } }'
request PUT /_index_template/aviation-weather-logs '{
  "index_patterns": ["logs-aviation_weather-*"],
  "data_stream": {},
  "priority": 300,
  "template": {
    "settings": { "index.lifecycle.name": "aviation-weather-logs", "number_of_replicas": 0 },
    "mappings": { "properties": {
      "@timestamp": { "type": "date" },
      "level": { "type": "keyword" },
      "text": { "type": "keyword" },
      "requestId": { "type": "keyword" },
      "line": { "type": "flattened" } } } } }'

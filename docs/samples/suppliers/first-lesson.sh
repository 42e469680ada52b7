#!/usr/bin/env bash
# Reports one lesson of tomorrow, as a supplier's platform does. Needs bash and curl.
#   TONGKE_URL    where the product answers; TONGKE_TOKEN    the supplier's token
set -euo pipefail

url=${TONGKE_URL:-http://localhost:8080}
token=${TONGKE_TOKEN:-demo-sandbox}
day=$(date -d tomorrow +%F 2>/dev/null || date -v+1d +%F)
batch=$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)

# The revision grows with each change: the time of the change in seconds does.
answer=$(curl --silent --show-error --fail-with-body "$url/graphql" \
  --header "Authorization: Bearer $token" \
  --header "Content-Type: application/json" \
  --header "Accept-Language: zh-CN" \
  --data @- <<EOF
{
  "query": "mutation Sync(\$input: SyncActivitiesInput!) { syncActivities(input: \$input) { outcomes { externalId result error { code path message } fix } errors { code message } } }",
  "variables": { "input": {
    "batchId": "$batch",
    "activities": [ {
      "externalId": "sample-curl-$day",
      "revision": $(date +%s),
      "state": "PLANNED",
      "kind": "SYNCED_LESSON",
      "title": "分数的初步认识",
      "subject": "数学",
      "className": "三年级2班",
      "startsAt": "${day}T10:25:00+08:00",
      "endsAt": "${day}T11:05:00+08:00",
      "schools": [ { "name": "乐清市云溪实验小学" }, { "name": "乐清市竹坞村小学" } ],
      "teachers": [ { "name": "林晓岚", "role": "LEADS", "school": "乐清市云溪实验小学" } ],
      "joinUrl": "https://lessons.example.org/join/sample-curl"
    } ]
  } }
}
EOF
)
echo "$answer"
[[ $answer == *'"result":"APPLIED"'* ]]

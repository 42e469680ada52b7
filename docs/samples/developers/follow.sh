#!/usr/bin/env bash
# 跟着全省的课：新增和改动的课，一有就打印；断开以后从 TONGKE_POSITION 接着读。
# Follows the lessons of the province: prints what is new and what changes; goes on after TONGKE_POSITION.
set -euo pipefail
url=${TONGKE_URL:-http://localhost:8080}
token=${TONGKE_TOKEN:?TONGKE_TOKEN}
after=${TONGKE_POSITION:+\"$TONGKE_POSITION\"}

curl -sSN --max-time "${TONGKE_SECONDS:-3600}" "$url/graphql" \
  -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -H 'Accept: text/event-stream' \
  -d '{"query": "subscription($after: String) { activitiesChanged(after: $after) { position activities { id revision title startsAt state } } }",
       "variables": {"after": '"${after:-null}"'}}' || [[ $? == 28 ]]

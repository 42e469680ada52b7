#!/usr/bin/env bash
# 打印全省从某天起一周的课，一页一页地取，直到取完。需要 bash、curl 和 python3（读 JSON）。
# Prints the lessons of the province in the week from a day on, page by page to the end. Needs bash, curl, and python3 to read JSON.
#   TONGKE_URL    where the product answers; TONGKE_TOKEN    a developer's token; TONGKE_DAY    first day
set -euo pipefail
url=${TONGKE_URL:-http://localhost:8080}
token=${TONGKE_TOKEN:-demo-developer}
from=${TONGKE_DAY:-$(date +%F)}
to=$(python3 -c 'import datetime, sys; print(datetime.date.fromisoformat(sys.argv[1]) + datetime.timedelta(days=6))' "$from")
after=null

while [[ $after != end ]]; do
  answer=$(curl --silent --show-error --fail-with-body "$url/graphql" \
    --header "Authorization: Bearer $token" \
    --header "Content-Type: application/json" \
    --data @- <<EOF
{
  "query": "query(\$filter: ActivityFilter!, \$after: String) { activities(filter: \$filter, first: 20, after: \$after) { edges { node { id title startsAt } } pageInfo { hasNextPage endCursor } } }",
  "variables": { "filter": { "from": "$from", "to": "$to" }, "after": $after }
}
EOF
  )
  # Prints the lessons, and last the cursor for the next page.
  page=$(python3 -c '
import json, sys
page = json.load(sys.stdin)["data"]["activities"]
for edge in page["edges"]:
    print(edge["node"]["startsAt"], edge["node"]["id"], edge["node"]["title"])
info = page["pageInfo"]
print(json.dumps(info["endCursor"]) if info["hasNextPage"] else "end")' <<<"$answer")
  after=${page##*$'\n'}
  [[ $page == "$after" ]] || printf '%s\n' "${page%$'\n'*}"
done

"""Reports one lesson of tomorrow, as a supplier's platform does. Needs Python 3.8 or newer, nothing else.

TONGKE_URL    where the product answers
TONGKE_TOKEN  the supplier's token
"""
import datetime
import json
import os
import sys
import time
import urllib.request
import uuid

URL = os.environ.get("TONGKE_URL", "http://localhost:8080")
TOKEN = os.environ.get("TONGKE_TOKEN", "demo-sandbox")

SYNC = """
mutation Sync($input: SyncActivitiesInput!) {
  syncActivities(input: $input) {
    outcomes { externalId result error { code path message } fix }
    errors { code message }
  }
}"""


def sync(activities):
    """Sends one batch of at most 500 rows and returns what became of each."""
    body = {
        "query": SYNC,
        "variables": {"input": {"batchId": str(uuid.uuid4()), "activities": activities}},
    }
    request = urllib.request.Request(
        URL + "/graphql",
        data=json.dumps(body).encode("utf-8"),
        headers={
            "Authorization": "Bearer " + TOKEN,
            "Content-Type": "application/json",
            "Accept-Language": "zh-CN",
        },
    )
    with urllib.request.urlopen(request) as response:
        answer = json.load(response)
    if "errors" in answer:  # token, document or server: nothing that a row could mend
        raise RuntimeError(answer["errors"])
    return answer["data"]["syncActivities"]


tomorrow = datetime.date.today() + datetime.timedelta(days=1)
done = sync(
    [
        {
            "externalId": f"sample-python-{tomorrow}",
            "revision": int(time.time()),  # grows with each change
            "state": "PLANNED",
            "kind": "SYNCED_LESSON",
            "title": "富饶的西沙群岛",
            "subject": "语文",
            "className": "三年级1班",
            "startsAt": f"{tomorrow}T09:25:00+08:00",
            "endsAt": f"{tomorrow}T10:05:00+08:00",
            "schools": [{"name": "乐清市云溪实验小学"}, {"name": "乐清市竹坞村小学"}],
            "teachers": [{"name": "郑若溪", "role": "LEADS", "school": "乐清市云溪实验小学"}],
            "joinUrl": "https://lessons.example.org/join/sample-python",
        }
    ]
)
print(json.dumps(done))
sys.exit(0 if all(row["result"] == "APPLIED" for row in done["outcomes"]) else 1)

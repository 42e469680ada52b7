"""Prints the lessons of the province in the week from a day on, page by page to the end. Needs Python 3.8 or newer, nothing else.

TONGKE_URL    where the product answers
TONGKE_TOKEN  a developer's token
TONGKE_DAY    first day, as in 2021-03-10
"""
import datetime
import json
import os
import urllib.request

URL = os.environ.get("TONGKE_URL", "http://localhost:8080")
TOKEN = os.environ.get("TONGKE_TOKEN", "demo-developer")
FROM = datetime.date.fromisoformat(os.environ.get("TONGKE_DAY", datetime.date.today().isoformat()))

WEEK = """
query Week($filter: ActivityFilter!, $after: String) {
  activities(filter: $filter, first: 20, after: $after) {
    edges { node { id title startsAt } }
    pageInfo { hasNextPage endCursor }
  }
}"""


def page(after):
    """One page of the list."""
    window = {"from": FROM.isoformat(), "to": (FROM + datetime.timedelta(days=6)).isoformat()}
    request = urllib.request.Request(
        URL + "/graphql",
        data=json.dumps({"query": WEEK, "variables": {"filter": window, "after": after}}).encode("utf-8"),
        headers={"Authorization": "Bearer " + TOKEN, "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as response:
        answer = json.load(response)
    if "errors" in answer:
        raise RuntimeError(answer["errors"])
    return answer["data"]["activities"]


after, more = None, True
while more:
    got = page(after)
    for edge in got["edges"]:
        print(edge["node"]["startsAt"], edge["node"]["id"], edge["node"]["title"])
    after, more = got["pageInfo"]["endCursor"], got["pageInfo"]["hasNextPage"]

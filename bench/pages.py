"""How long the server takes for the first load of the offices' pages: the document, the start of the page's session, and the page itself.

    bin/run --port 8080                                  # in another terminal; the demo has its 5,054 schools after a minute
    python3 bench/pages.py http://localhost:8080 province /schools /communities /progress /accounts /audit

Speaks to the server as the browser does (Flow's init and UIDL requests), one load after the other, over one connection each time anew.
Prints for each page p50, p95 and the slowest in milliseconds, and the bytes of the three answers.
"""

import json
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

LOADS = 20
WARM_UP = 5
WINDOW = ("v-sh=800&v-sw=1280&v-wh=800&v-ww=1280&v-bh=800&v-bw=1280&v-curdate=0&v-tzo=-480&v-dstd=0&v-rtzo=-480&v-dston=false"
          "&v-tzid=Asia%2FShanghai&v-wn=v-0.1&v-td=false&v-pr=1&v-np=Linux&v-cs=light&v-tn=lumo")
PASSWORD = "tongke"  # of the demo's accounts


def browser(base, sign_in_name):
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    opener.addheaders = [("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36"),
                         ("Accept-Language", "zh-CN")]
    said = {"operationName": "SignIn", "variables": {"input": {"signInName": sign_in_name, "password": PASSWORD}}}
    request = urllib.request.Request(base + "/graphql", json.dumps(said).encode(),
                                     {"Content-Type": "application/json", "X-Tongke": "pocket"})
    answer = json.load(opener.open(request))
    if not answer.get("data") or answer["data"]["signIn"]["errors"]:
        sys.exit(f"not signed in: {answer}")
    return opener


def load(opener, base, path):
    """One load: seconds and bytes of its three answers."""
    begun = time.perf_counter()
    document = opener.open(base + path).read()
    location, _, query = path.lstrip("/").partition("?")
    init = opener.open(f"{base}/?v-r=init&location={urllib.parse.quote(location)}"
                       f"&query={urllib.parse.quote(query)}&{WINDOW}").read()
    config = json.loads(init)["appConfig"]
    token = config["uidl"]["Vaadin-Security-Key"]
    navigate = {"type": "event", "node": 1, "event": "ui-navigate",
                "data": {"route": "/" + location, "query": "?" + query if query else "", "appShellTitle": "",
                         "historyState": {"idx": 0}, "trigger": ""}}
    body = {"csrfToken": token, "rpc": [navigate], "syncId": 0, "clientId": 0}
    request = urllib.request.Request(f"{base}/?v-r=uidl&v-uiId={config['v-uiId']}", json.dumps(body).encode(),
                                     {"Content-Type": "application/json; charset=UTF-8"})
    page = opener.open(request).read()
    if not re.search(rb"tkf-(table|grid|queue|lines|card)", page):
        sys.exit(f"{path}: no page came: {page[:300]}")
    return time.perf_counter() - begun, len(document) + len(init) + len(page)


def main(base, sign_in_name, *paths):
    opener = browser(base, sign_in_name)
    print(f"{'page':24}{'p50 ms':>8}{'p95 ms':>8}{'most ms':>8}{'bytes':>10}")
    for path in paths:
        for _ in range(WARM_UP):
            load(opener, base, path)
        loads = sorted(load(opener, base, path) for _ in range(LOADS))
        times = [round(seconds * 1000) for seconds, _ in loads]
        print(f"{path:24}{times[LOADS // 2]:8}{times[LOADS * 95 // 100 - 1]:8}{times[-1]:8}{loads[0][1]:10}")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""How smoothly a long list of an office scrolls: frames, and how long rows in sight stay empty.

    bin/run --services --port 8080                       # in another terminal; the demo has its 5,054 schools after a minute
    python3 bench/scroll.py http://localhost:8080 province /schools

Opens the page in headless Chromium (TONGKE_CHROMIUM, else chromium on PATH) at 1280x800, turns the wheel through several screens, drags the bar
to the end and back to the beginning, and prints milliseconds. Speaks to the browser by its own debugging protocol; needs Python alone.
"""

import base64
import json
import os
import pathlib
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time

STEPS = 120
STEP_PIXELS = 100
PATIENCE = 30
PASSWORD = "tongke"  # of the demo's accounts

SIGN_IN = """fetch('/graphql', {method: 'POST', headers: {'Content-Type': 'application/json', 'X-Tongke': 'pocket'},
  body: JSON.stringify({operationName: 'SignIn', variables: {input: {signInName: '%s', password: '%s'}}})})
  .then((answer) => answer.json()).then((said) => said.data.signIn.errors.length)"""

WATCH = """(() => {
  const grid = document.querySelector('vaadin-grid');
  const table = grid.shadowRoot.querySelector('#table');
  window.seen = {frames: [], empty: 0, last: performance.now()};
  const rows = () => [...grid.shadowRoot.querySelectorAll('#items tr')].filter((row) => {
    const at = row.getBoundingClientRect(), of = table.getBoundingClientRect();
    return !row.hidden && at.bottom > of.top + 60 && at.top < of.bottom;
  });
  window.emptyRows = () => rows().filter((row) => row.hasAttribute('loading')).length;
  const frame = (now) => {
    seen.frames.push(now - seen.last);
    if (emptyRows() > 0) seen.empty += now - seen.last;
    seen.last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return grid.size || grid._flatSize;
})()"""


class Browser:
    """A tab of headless Chromium."""

    def __init__(self, folder):
        program = os.environ.get("TONGKE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
             "--remote-debugging-port=0", f"--user-data-dir={folder}", "--window-size=1280,800", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        place = pathlib.Path(folder, "DevToolsActivePort")
        wait(lambda: place.exists() and len(place.read_text().split()) == 2)
        port, path = place.read_text().split()
        self.line = socket.create_connection(("127.0.0.1", int(port)))
        key = base64.b64encode(os.urandom(16)).decode()
        self.line.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        while not self.read(1, until=b"\r\n\r\n"):
            pass
        self.number = 0
        self.session = None
        page = next(one for one in self.ask("Target.getTargets")["targetInfos"] if one["type"] == "page")
        self.session = self.ask("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]

    def read(self, count, until=None):
        content = b""
        while len(content) < count if until is None else not content.endswith(until):
            content += self.line.recv((count - len(content)) if until is None else 1) or sys.exit("the browser has gone")
        return content

    def ask(self, method, **parameters):
        self.number += 1
        said = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            said["sessionId"] = self.session
        content = json.dumps(said).encode()
        size = len(content)
        head = bytes([0x81, 0x80 | size]) if size < 126 else bytes([0x81, 0xFE]) + struct.pack(">H", size)
        self.line.sendall(head + b"\0\0\0\0" + content)
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                return answer["result"] if "result" in answer else sys.exit(f"{method}: {answer['error']}")

    def receive(self):
        content, last = b"", False
        while not last:
            first, size = self.read(2)
            last = bool(first & 0x80)
            size = struct.unpack(">H", self.read(2))[0] if size == 126 else struct.unpack(">Q", self.read(8))[0] if size == 127 else size
            content += self.read(size)
        return json.loads(content)

    def run(self, script):
        result = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        return result["result"].get("value") if "exceptionDetails" not in result else sys.exit(result["exceptionDetails"])

    def wheel(self, pixels):
        self.ask("Input.dispatchMouseEvent", type="mouseWheel", x=640, y=600, deltaX=0, deltaY=pixels)


def wait(so):
    end = time.time() + PATIENCE
    while not so():
        if time.time() > end:
            sys.exit("it takes too long")
        time.sleep(0.02)


def told(browser, name):
    seen = browser.run("(() => { const now = seen; window.seen = {frames: [], empty: 0, last: now.last}; return now; })()")
    frames = sorted(seen["frames"])
    print(f"{name:<28}{len(frames):>7}{frames[len(frames) // 2]:>8.0f}{frames[int(len(frames) * 0.95)]:>8.0f}{frames[-1]:>9.0f}"
          f"{sum(1 for one in frames if one > 50):>8}{seen['empty']:>10.0f}")


def drag(browser, to):
    began = time.perf_counter()
    browser.run(f"document.querySelector('vaadin-grid').shadowRoot.querySelector('#table').scrollTop = {to}")
    time.sleep(0.1)
    wait(lambda: browser.run("emptyRows()") == 0)
    return (time.perf_counter() - began) * 1000


def main(base, sign_in_name, path):
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Browser(folder)
        try:
            browser.ask("Page.enable")
            browser.ask("Page.navigate", url=base + "/m/sign-in")
            wait(lambda: browser.run("document.readyState") == "complete")
            if browser.run(SIGN_IN % (sign_in_name, PASSWORD)) != 0:
                sys.exit("not signed in")
            browser.ask("Page.navigate", url=base + path)
            wait(lambda: browser.run("!!(document.querySelector('vaadin-grid') || {}).shadowRoot"))
            time.sleep(2)
            rows = browser.run(WATCH)
            time.sleep(0.5)
            print(f"{path}: {rows} rows")
            print(f"{'':<28}{'frames':>7}{'p50':>8}{'p95':>8}{'slowest':>9}{'> 50':>8}{'empty':>10}")
            told(browser, "at rest")
            for _ in range(STEPS):
                browser.wheel(STEP_PIXELS)
                time.sleep(0.033)
            wait(lambda: browser.run("emptyRows()") == 0)
            told(browser, f"{STEPS} turns of the wheel")
            for name, to in (("to the end", 10_000_000), ("to the beginning", 0), ("to the middle", 60_000)):
                took = drag(browser, to)
                told(browser, f"{name}: {took:.0f} ms")
        finally:
            browser.process.kill()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1].rstrip("/"), *sys.argv[2:])

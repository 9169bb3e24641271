"""A real Chromium for tests, driven over its DevTools protocol by a pair of pipes: nothing to install but the browser.

The protocol is described at https://chromedevtools.github.io/devtools-protocol/; messages are JSON, each ended by a zero byte.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from select import select
from typing import Any, Literal

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
REQUIRED = "STORYCOMPARE_NEEDS_BROWSER" in os.environ
"""Set by continuous integration: there a missing browser is a failure, not a skip."""
AXE = Path(sys.prefix) / "node" / "node_modules" / "axe-core" / "axe.min.js"
"""Where the set-up of the tests puts axe-core: npm install --prefix .venv/node axe-core@4"""
NEEDS_BROWSER = pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="no Chromium: apt-get install chromium")
NEEDS_AXE = pytest.mark.skipif(not AXE.exists() and not REQUIRED, reason="no axe-core: make test gets it with npm")
PATIENCE = 60.0
"""Seconds to wait for an answer."""
KEYS = {"Tab": 9, "Enter": 13, "Space": 32, "ArrowDown": 40}

Message = dict[str, Any]
Scheme = Literal["light", "dark"]


@dataclass
class Browser:
    """A page of a headless browser."""

    process: subprocess.Popen[bytes]
    reading: int
    writing: int
    session: str = ""
    requests: list[str] = field(default_factory=list)
    """Every address the page asked for, since it was opened."""
    complaints: list[str] = field(default_factory=list)
    """What the browser wrote on its console: refused scripts, errors."""
    count: int = 0
    rest: bytes = b""

    def call(self, method: str, **values: Any) -> Message:
        """The browser's answer to a command; events that come before are taken note of."""
        self.count += 1
        message: Message = {"id": self.count, "method": method, "params": values}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.next_message()
            if answer.get("id") == self.count:
                assert "error" not in answer, answer["error"]
                result: Message = answer["result"]
                return result

    def next_message(self) -> Message:
        """The next message, noted down where it tells of a request or a complaint."""
        while b"\0" not in self.rest:
            ready, _, _ = select([self.reading], [], [], PATIENCE)
            assert ready, "the browser does not answer"
            self.rest += os.read(self.reading, 1 << 20)
        first, _, self.rest = self.rest.partition(b"\0")
        message: Message = json.loads(first)
        params = message.get("params", {})
        if message.get("method") == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        if message.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown"):
            self.complaints.append(json.dumps(params))
        return message

    def open(
        self, page: Path, *, width: int = 1400, height: int = 900, scheme: Scheme = "light", script: bool = True, medium: str = ""
    ) -> None:
        """Opens a file at a size, in a colour scheme and for a medium ("print"), with the page's own scripts or without."""
        self.requests.clear()
        self.complaints.clear()
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.call("Emulation.setEmulatedMedia", media=medium, features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call("Emulation.setScriptExecutionDisabled", value=not script)
        self.call("Page.navigate", url="about:blank")
        self.requests.clear()
        self.call("Page.navigate", url=page.as_uri())
        self.wait_for("Page.loadEventFired")

    def wait_for(self, event: str) -> None:
        """Waits for an event."""
        until = time.monotonic() + PATIENCE
        while self.next_message().get("method") != event:
            assert time.monotonic() < until, f"{event} does not come"

    def value(self, expression: str) -> Any:
        """What an expression of JavaScript gives in the page, promises waited for."""
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str, *, shift: bool = False) -> None:
        """Presses a key, as a hand would."""
        text = {"Enter": "\r", "Space": " "}.get(key, key if len(key) == 1 else "")
        named = " " if key == "Space" else key
        values: Message = {"key": named, "code": key, "windowsVirtualKeyCode": KEYS.get(key, ord(key[0].upper()))}
        values["modifiers"] = 8 if shift else 0
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **values)
        self.call("Input.dispatchKeyEvent", type="keyUp", **values)
        self.value("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")

    def picture(self, path: Path) -> None:
        """Saves what is on the screen."""
        path.write_bytes(b64decode(self.call("Page.captureScreenshot")["data"]))

    def violations(self) -> list[str]:
        """What axe-core finds wrong with the page, each with its places."""
        self.value(AXE.read_text(encoding="utf-8") + ";undefined")
        found: list[Message] = self.value("axe.run().then((r) => r.violations)")
        return [f"{v['id']}: {node['target']} {node['failureSummary']}" for v in found for node in v["nodes"]]


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """A browser without network and without a window; its profile lies in `folder`."""
    assert CHROMIUM, "no Chromium: apt-get install chromium"
    to_browser, to_us = os.pipe(), os.pipe()
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe"]
    offline = ["--disable-background-networking", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND"]
    # the browser reads from descriptor 3 and writes to 4; a shell puts the pipes there
    line = f'exec 3<&{to_browser[0]} 4>&{to_us[1]}; exec "$@"'
    command = ["bash", "-c", line, "bash", CHROMIUM, *options, *offline, f"--user-data-dir={folder}", "about:blank"]
    process = subprocess.Popen(command, pass_fds=(to_browser[0], to_us[1]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(to_browser[0])
    os.close(to_us[1])
    driven = Browser(process, to_us[0], to_browser[1])
    try:
        attach(driven)
        yield driven
    finally:
        driven.session = ""
        os.write(driven.writing, b'{"id":0,"method":"Browser.close"}\0')
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        os.close(driven.reading)
        os.close(driven.writing)


def attach(driven: Browser) -> None:
    """Takes hold of a page and asks to be told of its requests and complaints."""
    target = driven.call("Target.createTarget", url="about:blank")["targetId"]
    driven.session = driven.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ("Page", "Network", "Runtime", "Log"):
        driven.call(f"{domain}.enable")

"""A publisher's site and a desk on two ports of this machine: two origins, as on the web."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.house.tree import ROOT

SCRIPT = ROOT / "publishing" / "static" / "embed" / "factcheck.js"
CSP = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self' {desk}; "
    "connect-src {desk}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A story</title>
<link rel="canonical" href="https://publisher.example/story">
<link rel="stylesheet" href="/style.css">
{tag}
</head><body><header><a href="/elsewhere">The Publisher</a></header>
<main><h1>A story</h1>
{body}
</main><footer>All words are ours.</footer></body></html>"""
STYLE = """
body { margin: 0 auto; max-width: 42rem; padding: 0 1rem; font: 18px/1.65 Georgia, serif;
  background: #fff; color: #1b1c1e; overflow-y: scroll }
body.dark { background: #16181b; color: #ecedee }
body.dark a { color: #8fb6ff }
p > * { display: block; padding: 3px; color: red }
p > :is(a, b, em, i, q, span, strong, sup) { all: revert }
.drop { float: left; font-size: 3em; line-height: 1 }
.row { display: flex; gap: 20px }
.hidden { display: none }
"""


class _Answers(BaseHTTPRequestHandler):
    """Answers as its server's owner says."""

    def do_GET(self) -> None:
        status, headers, body = self.server.owner.answer(self.path)  # type: ignore[attr-defined]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Nothing: the tests say what went wrong."""


class Site:
    """Something that answers on a port of its own."""

    def __init__(self) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
        self.server.owner = self  # type: ignore[attr-defined]
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def answer(self, path: str) -> tuple[int, dict[str, str], bytes]:
        raise NotImplementedError

    @contextmanager
    def open(self) -> Iterator[Any]:
        thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.server.shutdown()
            self.server.server_close()
            thread.join()


class Desk(Site):
    """Serves the script, and the documents it is given; it may be slow, or broken."""

    def __init__(self) -> None:
        super().__init__()
        self.documents: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self.broken = False
        self.delay = 0.0

    def answer(self, path: str) -> tuple[int, dict[str, str], bytes]:
        anybody = {"Access-Control-Allow-Origin": "*"}
        if path.startswith("/embed/factcheck.js"):
            return 200, anybody | {"Content-Type": "text/javascript"}, SCRIPT.read_bytes()
        if not path.startswith("/api/v1/lookup/"):
            return 404, anybody, b""
        url = parse_qs(urlsplit(path).query)["url"][0]
        self.asked.append(url)
        time.sleep(self.delay)
        if self.broken:
            return 503, {"Content-Type": "text/html"}, b"<h1>Out of order</h1>"
        answer = {"url": url, "article": None, "results": self.documents}
        return 200, anybody | {"Content-Type": "application/json"}, json.dumps(answer).encode()


class Publisher(Site):
    """One story under a strict policy, with the desk's tag in its head; its style may be slow."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.body = ""
        self.style_delay = 0.0
        self.tag = f'<script async src="{desk.url}/embed/factcheck.js"></script>'
        self.script = ""

    def answer(self, path: str) -> tuple[int, dict[str, str], bytes]:
        if path == "/style.css":
            time.sleep(self.style_delay)
            return 200, {"Content-Type": "text/css"}, STYLE.encode()
        if path == "/own.js":
            return 200, {"Content-Type": "text/javascript"}, self.script.encode()
        policy = {"Content-Security-Policy": CSP.format(desk=self.desk.url)}
        page = PAGE.format(tag=self.tag, body=self.body)
        return 200, policy | {"Content-Type": "text/html; charset=utf-8"}, page.encode()

"""Files that would take a careless reader minutes or gigabytes: read or refused in time."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable

import pytest

from compare.clean import clean
from compare.errors import InputError
from compare.load import read_source
from compare.load.inputs import Source
from compare.settings import Settings
from compare.split import sentences_of

MAIL = b'From: a@b.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n'
TOO_MUCH: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "lines": ("a.txt", lambda: b"a b.\n" * 1_000_000, "more than 100,000 lines"),
    "elements": ("a.html", lambda: b"<html><body>" + b"<div><b>a</b></div>" * 200_000, "more than 150,000 elements"),
    "nesting": ("a.html", lambda: b"<html><body>" + b"<div>" * 1_000_000, "no text"),
    "brackets": ("a.json", lambda: b"[" * 5_000_000, "nested too deeply"),
    "objects": ("a.json", lambda: b"[" + b"{}," * 500_000 + b"{}]", "more than 10,000 rows"),
    "broken lines": ("a.jsonl", lambda: b"{x\n" * 500_000, "not JSON"),
    "an open quotation mark": ("a.csv", lambda: b'text\n"' + b"a\n" * 1_000_000, "more than 100,000 lines"),
    "parts": ("a.eml", lambda: MAIL + b"\n" + b"--b\n\nx\n" * 100_000, "too many headers or parts"),
    "headers": ("a.eml", lambda: MAIL + b"X-A: b\n" * 500_000 + b"\nText", "too many headers or parts"),
}
LONG: dict[str, Callable[[], bytes]] = {
    "one line": lambda: b"word " * 1_000_000,
    "stops": lambda: b"." * 5_000_000,
    "quotation marks": lambda: "“".encode() * 1_500_000,
    "brackets": lambda: b"[" * 2_000_000 + b"*" * 2_000_000,
}


@pytest.mark.parametrize("case", TOO_MUCH)
def test_too_much_of_anything_is_refused_in_time(case: str) -> None:
    name, make, message = TOO_MUCH[case]
    data = make()
    start = time.process_time()
    with pytest.raises(InputError, match=rf"{name}.*{message}"):
        read_source(Source(name, data), Settings())
    assert time.process_time() - start < 10


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize("case", LONG)
def test_a_long_line_is_read_cleaned_and_split_in_time(case: str, ending: str) -> None:
    data = LONG[case]()
    start = time.process_time()
    version = read_source(Source(f"a.{ending}", data), Settings()).versions[0]
    assert sentences_of(clean(version, "A", "A", Settings()))
    assert time.process_time() - start < 10


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    head = '<base href="http://post.example/"><link rel="stylesheet" href="a.css"><script src="http://post.example/a.js"></script>'
    told = "<p>The ferry Aurora ran aground off the island of Senn on Tuesday night with 240 people on board, they said.</p>"
    body = f'<body><img src="a.png">{told * 3}</body>'
    page = f'<!DOCTYPE html SYSTEM "http://post.example/a.dtd"><html><head>{head}</head>{body}</html>'
    assert "Aurora" in (read_source(Source("a.html", page.encode()), Settings()).versions[0].text or "")

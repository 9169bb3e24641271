"""Files that are no stories, lie about what they are, or would take a careless reader minutes or gigabytes.

Each is given to the command line beside two sound files: it is read with a warning, or skipped with one line that names it, its
fault and what to try. Beside one sound file only, a skipped one ends the command with status 2, and nothing is written.
"""

from __future__ import annotations

import io
import json
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfWriter

from compare.clean import clean
from compare.cli import main
from compare.errors import InputError
from compare.load import read_source
from compare.load.inputs import Source
from compare.settings import Settings
from compare.split import sentences_of
from tests.load.test_pdf import printed
from tests.load.test_word import docx, run

WIRE = (
    "The ferry Aurora ran aground off the island of Senn on Tuesday night with 240 people on board, the coast guard said.\n"
    "Twelve passengers were treated for minor injuries in the school gymnasium.\n"
    "The operator promised to publish the findings of its inquiry within three months.\n"
)
POST = WIRE.replace("240", "204").replace("Twelve", "Ten")
GERMAN = (
    "Der Stadtrat hat am Montag beschlossen, die alte Brücke über den Fluss zu sperren, weil sie nicht mehr sicher ist.\n"
    "Die Arbeiten werden nach Angaben der Verwaltung zwei Jahre dauern und sollen im nächsten Sommer beginnen.\n"
)
OTHER = (
    "Scientists at the observatory photographed a comet that nobody has seen for nine centuries.\n"
    "Its tail stretches over a third of the southern sky and fades before dawn.\n"
)
PAYWALL = "Subscribe now\nAlready a subscriber? Sign in\nSubscribe for full access\nSign up for our newsletter\n"
SCRIPTED = (
    '<!DOCTYPE html><html><head><script>var secret = "scripted words";</script><style>p { color: red }</style></head>'
    f'<body><article><p onclick="alert(1)">{"</p><p>".join(WIRE.splitlines())}</p>'
    '<script>document.write("scripted words")</script></article></body></html>'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)
TENFOLD = "".join(f"<!ENTITY {b} '{10 * f'&{a};'}'>" for a, b in pairwise("abcdefghi"))
LAUGHS = f"<!DOCTYPE l [<!ENTITY a 'ha'>{TENFOLD}]>"
OUTSIDE = '<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/hostname">]>'


def word(*runs: str) -> bytes:
    return docx(f"<w:p>{''.join(runs)}</w:p>")


def locked_word() -> bytes:
    """A Word document whose parts say that they are encrypted."""
    data = bytearray(word(run("A ferry.")))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def locked_pdf() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(printed(f"<p>{WIRE}</p>")))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scan() -> bytes:
    nothing = "@page { @top-left { content: none } @bottom-right { content: none } }"
    return printed('<svg width="100" height="100"><rect width="80" height="80"/></svg>', nothing)


SKIPPED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.txt", lambda: b"", "an empty file"),
    "white space": ("a.txt", lambda: b" \n\t\r\n ", "no text"),
    "a byte order mark": ("a.txt", lambda: b"\xef\xbb\xbf", "no text"),
    "an empty page": ("a.html", lambda: b"<html><head><title>x</title></head><body></body></html>", "no text"),
    "binary": ("a.txt", lambda: bytes(range(256)) * 8, "binary data, which is not read"),
    "a picture": ("a.html", lambda: b"\x89PNG\r\n\x1a\n" + bytes(200), "a picture, which is not read"),
    "old Word": ("a.doc", lambda: OLE, "an old Word document"),
    "encrypted Word": ("a.docx", lambda: OLE, "or an encrypted one"),
    "Word with a password": ("a.docx", locked_word, "locked with a password"),
    "truncated Word": ("a.docx", lambda: word(run("A ferry ran aground."))[:-60], "damaged"),
    "a ZIP bomb": ("a.docx", lambda: word(" " * 20_000_000), "unpacks to more than 16,000,000 bytes"),
    "entity expansion": ("a.docx", lambda: docx(f"<w:p>{run('&i;')}</w:p>", before=LAUGHS), "a DTD"),
    "an external entity": ("a.docx", lambda: docx(f"<w:p>{run('&b;')}</w:p>", before=OUTSIDE), "a DTD"),
    "PDF with a password": ("a.pdf", locked_pdf, "locked with a password"),
    "scanned PDF": ("a.pdf", scan, "no text layer"),
    "truncated PDF": ("a.pdf", lambda: printed(f"<p>{WIRE}</p>")[:900], "a damaged PDF"),
    "no column of text": ("a.csv", lambda: b"id,score\n1,=2+3\n", "no column of text; the columns are id, score"),
    "nothing but a paywall": ("a.txt", PAYWALL.encode, "boilerplate"),
    "10 MB": ("a.txt", lambda: WIRE.encode() * 37_000, "above the limit of 200,000 characters; cut it down to the story"),
    "10 MB in one line": ("a.md", lambda: b"word " * 2_000_000, "above the limit of 200,000 characters"),
    "a million dots": ("a.txt", lambda: b"." * 1_000_000, "above the limit of 200,000 characters"),
    "a million quotation marks": ("a.txt", lambda: "“".encode() * 1_000_000, "above the limit of 200,000 characters"),
    "a cell of 10 MB": ("a.csv", lambda: b"text\n" + b"word " * 2_000_000, "10,000,000 characters, above the limit of 200,000"),
}
"""Name, content, and what is said about it."""
READ: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    "a page named .txt": ("a.txt", SCRIPTED.encode, "named .txt, but a web page", "ran aground"),
    "a text named .pdf": ("a.pdf", POST.encode, "named .pdf, but plain text", POST),
    "a text named .docx": ("a.docx", POST.encode, "named .docx, but plain text", POST),
    "Word named .html": ("a.html", lambda: word(run("A ferry.")), "named .html, but a Word document", "A ferry."),
    "cp1252": ("a.txt", lambda: "“Fini”, says Zoé.".encode("cp1252"), "read as cp1252, guessed", "“Fini”, says Zoé."),
    "UTF-16 without its mark": ("a.txt", lambda: POST.encode("utf-16-le"), "read as utf-16-le, guessed", POST),
    "mojibake": ("a.txt", lambda: "The café’s ferry.".encode().decode("cp1252").encode(), "mojibake", "The café’s ferry."),
    "tracked changes": ("a.docx", lambda: word(run("It hurt "), f"<w:ins>{run('ten.')}</w:ins>"), "tracked changes", "hurt ten."),
    "a paywall": ("a.txt", lambda: (PAYWALL * 3 + "A ferry ran aground.\n").encode(), "mostly boilerplate", "A ferry ran"),
    "another story": ("a.txt", OTHER.encode, "shares no sentence with any other version", OTHER),
    "another language": ("a.txt", GERMAN.encode, "in another language than English (de)", GERMAN),
    "the same text": ("a.txt", WIRE.replace("\n", "\n\n").encode, "has the same text as A", ""),
    "a formula": ("a.csv", lambda: b"text\n=1+1\n", "", "=1+1"),
    "one sentence": ("a.txt", lambda: b"A ferry ran aground.", "", "A ferry ran aground."),
    "control characters": ("a.txt", lambda: "A\0 fer\x07ry\x1b r\u202ean\u2069 aground.".encode(), "", "A ferry ran aground."),
    "lone surrogates": ("a.json", lambda: b'{"text": "A ferry\\ud800 sank.", "title": "\\udfff!"}', "", "A ferry\ufffd sank."),
}
"""Name, content, a warning ("" for none of its own), and what stands in the text."""


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    status: int
    lines: tuple[str, ...]
    report: dict[str, Any] | None


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Runs `storycompare report` in a folder with wire.txt and post.txt; gives its status, what it told and its JSON."""
    monkeypatch.chdir(tmp_path)
    Path("wire.txt").write_text(WIRE)
    Path("post.txt").write_text(POST)

    def report(*files: str, output: str = "r.json") -> Done:
        before = sorted(os.listdir())
        with pytest.raises(SystemExit) as ended:
            main(["report", *files, "-o", output])
        told = capsys.readouterr()
        assert told.out == ""
        assert "Traceback" not in told.err
        if ended.value.code:
            assert sorted(os.listdir()) == before, "something was written"
            return Done(int(ended.value.code), tuple(told.err.splitlines()), None)
        made = json.loads(Path(output).read_text()) if output.endswith(".json") else None
        return Done(0, tuple(told.err.splitlines()), made)

    return report


@pytest.mark.parametrize("case", SKIPPED)
def test_what_cannot_be_read_is_skipped_with_one_line(case: str, command: Callable[..., Done]) -> None:
    name, make, reason = SKIPPED[case]
    Path(name).write_bytes(make())
    done = command("wire.txt", name, "post.txt")
    assert done.status == 0
    told = [line for line in done.lines if name in line]
    assert len(told) == 1
    assert told[0].startswith(f"warning: {name}: ")
    assert reason in told[0]
    assert done.report is not None
    assert [v["label"] for v in done.report["versions"]] == ["wire.txt", "post.txt"]


@pytest.mark.parametrize("case", ["empty", "a ZIP bomb", "scanned PDF", "10 MB", "no column of text", "nothing but a paywall"])
def test_fewer_than_two_usable_versions_end_the_command(case: str, command: Callable[..., Done]) -> None:
    name, make, reason = SKIPPED[case]
    Path(name).write_bytes(make())
    done = command("wire.txt", name)
    assert done.status == 2
    assert len(done.lines) == 1
    assert done.lines[0].startswith(f"storycompare: {name}: ")
    assert reason in done.lines[0]
    assert done.lines[0].endswith("1 usable version (wire.txt), and a comparison needs two")


@pytest.mark.parametrize("case", READ)
def test_what_can_be_read_is_read_with_a_warning(case: str, command: Callable[..., Done]) -> None:
    name, make, warning, text = READ[case]
    Path(name).write_bytes(make())
    done = command("wire.txt", name)
    assert done.status == 0
    assert done.report is not None
    version = done.report["versions"][1]
    assert text in version["text"]
    assert "scripted words" not in json.dumps(done.report)
    assert any(warning in w for w in version["warnings"]) if warning else True
    assert all(any(w in line for line in done.lines) for w in version["warnings"])


@pytest.mark.parametrize("case", ["control characters", "lone surrogates", "the same text", "one sentence", "another language"])
def test_every_page_of_the_pdf_is_there(case: str, command: Callable[..., Done]) -> None:
    name, make, _, _ = READ[case]
    Path(name).write_bytes(make())
    assert command("wire.txt", name, output="r.pdf").status == 0
    pdf = pypdfium2.PdfDocument(Path("r.pdf"))
    pages = [page.get_textpage().get_text_range() for page in pdf]
    assert len(pages) > 1
    assert all(len(page) > 20 for page in pages)
    assert f"{len(pages)} of {len(pages)}" in pages[-1] or f"{len(pages)} / {len(pages)}" in pages[-1]


@pytest.mark.parametrize("again", ["wire.txt", "./wire.txt", "link.txt"])
def test_one_file_given_twice_is_two_versions_and_one_voice(again: str, command: Callable[..., Done]) -> None:
    Path("link.txt").symlink_to("wire.txt")
    done = command("wire.txt", again)
    assert done.report is not None
    first, second = done.report["versions"]
    assert (first["duplicate_of"], second["duplicate_of"]) == (None, "A")
    assert first["label"] != second["label"]
    assert any("has the same text as A" in w for w in second["warnings"])
    assert {link["relation"] for pair in done.report["pairs"] for link in pair["links"]} == {"identical"}
    assert done.report["findings"] == []


def test_what_is_no_file_is_skipped_without_waiting(command: Callable[..., Done]) -> None:
    os.mkfifo("pipe")
    os.mkdir("folder")
    Path("dangling").symlink_to("nowhere")
    Path("loop").symlink_to("loop")
    why = {"pipe": "a named pipe", "folder": "a folder", "dangling": "a link that leads nowhere", "loop": "cannot be opened",
           "/dev/zero": "a device", "missing.txt": "no such file"}  # fmt: skip
    done = command("wire.txt", *why, "post.txt")
    assert done.status == 0
    for name, reason in why.items():
        assert sum(name in line and reason in line for line in done.lines) == 1


def test_an_address_is_told_to_be_saved_first(command: Callable[..., Done]) -> None:
    done = command("wire.txt", "https://post.example/ferry", "post.txt")
    assert (done.status, len(done.lines)) == (2, 1)
    assert "save the page first" in done.lines[0]


def test_a_longer_text_is_read_when_the_settings_allow_it() -> None:
    with pytest.raises(InputError, match="above the limit of 300; cut it down to the story, or raise max_characters"):
        read_source(Source("wire.json", json.dumps({"text": WIRE * 2}).encode()), Settings(max_characters=300))
    assert read_source(Source("wire.txt", WIRE.encode() * 1_000), Settings(max_characters=1_000_000)).versions


def test_a_version_that_is_too_long_does_not_take_the_others_with_it() -> None:
    rows = "\n".join(json.dumps({"label": label, "text": text}) for label, text in (("Post", POST), ("Wire", WIRE * 2_000)))
    read = read_source(Source("a.jsonl", rows.encode()), Settings())
    assert [v.label for v in read.versions] == ["Post"]
    assert read.problems[0].startswith("a.jsonl (Wire): ")


# ---- limits of size and time ----------------------------------------------------------------------------------------

MAIL = b'From: a@b.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n'
TOO_MUCH: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "lines": ("a.txt", lambda: b"a b.\n" * 40_000, "more than 10,000 lines"),
    "given sentences": ("a.json", lambda: json.dumps({"sentences": ["A."] * 20_000}).encode(), "more than 10,000 lines"),
    "elements": ("a.html", lambda: b"<html><body>" + b"<div><b>a</b></div>" * 200_000, "more than 150,000 elements"),
    "nesting": ("a.html", lambda: b"<html><body>" + b"<div>" * 1_000_000, "no text"),
    "brackets": ("a.json", lambda: b"[" * 5_000_000, "nested too deeply"),
    "objects": ("a.json", lambda: b"[" + b"{}," * 500_000 + b"{}]", "more than 10,000 rows"),
    "broken lines": ("a.jsonl", lambda: b"{x\n" * 500_000, "not JSON"),
    "an open quotation mark": ("a.csv", lambda: b'text\n"' + b"a\n" * 1_000_000, "a quotation mark is opened and never closed"),
    "columns": ("a.csv", lambda: b"text," + b"c," * 5_000 + b"\n" + b" ,\n" * 9_000, "no text in it"),
    "parts": ("a.eml", lambda: MAIL + b"\n" + b"--b\n\nx\n" * 100_000, "too many headers or parts"),
    "encoded words": ("a.eml", lambda: MAIL + b"To: " + b"=?utf-8?q?a?=\n " * 9_000 + b"\n\nText", "too many headers"),
    "headers": ("a.eml", lambda: MAIL + b"X-A: b\n" * 500_000 + b"\nText", "too many headers or parts"),
}
LONG: dict[str, Callable[[], bytes]] = {
    "one line": lambda: b"word " * 1_000_000,
    "stops": lambda: b"." * 5_000_000,
    "quotation marks": lambda: "“".encode() * 1_500_000,
    "brackets": lambda: b"[" * 2_000_000 + b"*" * 2_000_000,
}


@pytest.mark.parametrize("case", TOO_MUCH)
def test_too_much_of_anything_is_refused(case: str) -> None:
    name, make, message = TOO_MUCH[case]
    with pytest.raises(InputError, match=rf"{name}.*{message}"):
        read_source(Source(name, make()), Settings())


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize("case", LONG)
def test_a_long_line_is_read_cleaned_and_split(case: str, ending: str) -> None:
    settings = Settings(max_characters=10_000_000)
    version = read_source(Source(f"a.{ending}", LONG[case]()), settings).versions[0]
    assert sentences_of(clean(version, "A", "A", settings))


ROWS = json.dumps({"text": WIRE}) + "\n"


@pytest.mark.parametrize(
    ("name", "data", "reached"),
    [
        ("a.txt", ("The cafÃ© sank. \n" * 9).encode(), "line 1"),
        ("a.csv", b"text\nA ferry.\nA ship.\n", "line 2"),
        ("a.jsonl", (ROWS * 3).encode(), "line 1"),
        ("a.pdf", None, "page 1"),
        ("a.html", SCRIPTED.encode(), "the tree of the page"),
        ("a.eml", MAIL.replace(b"multipart/mixed", b"text/html") + b"\n" + SCRIPTED.encode(), "the tree of the page"),
        ("a.docx", word(run("A ferry.")), "paragraph 1"),
    ],
)
def test_reading_is_given_up_when_its_time_is_over(
    name: str, data: bytes | None, reached: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 1_000, 11))
    source = Source(name, data or printed(f"<p>{WIRE}</p>"), opened=0)
    monkeypatch.setattr("compare.load.deadline.time.thread_time", lambda: next(clock) + 11)
    with pytest.raises(InputError, match=rf"{name}: {reached} was not reached within 10 s"):
        read_source(source, Settings())


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

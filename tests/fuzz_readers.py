"""Damaged files into every reader, for as long as you like: `python -m tests.fuzz_readers --minutes 10 --seed 1`.

Files of every format are made here, then cut, repeated, overwritten and swapped by hypothesis. What is read must be fit for the
later stages; what is not must be refused in one line; both within the limits of time and memory. Ends with status 1 at the
first failure, which hypothesis makes as small as it can.
"""

from __future__ import annotations

import faulthandler
import io
import json
import resource
import time
import zipfile
from collections import Counter
from datetime import UTC, datetime
from email.message import EmailMessage
from functools import cache

import click
import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import HealthCheck, Phase, given, seed
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from weasyprint import HTML

from compare.clean import clean
from compare.errors import CompareError
from compare.load import read_source
from compare.load.inputs import Source
from compare.settings import Settings
from compare.split import headline, sentences_of

MOST_SECONDS = 10
MOST_MEGABYTES = 1_000
AT_ONCE = 200
"""Examples between two looks at the clock."""
STORY = (
    "Ferry aground off Senn\n\nBy Ana Ruiz\nPublished: 14 November 2017\n\n"
    "SENN, Nov 14 (Atlas Wire) - The ferry Aurora ran aground off the island of Senn on Tuesday with 240 people on board.\n"
    "“We heard a scraping noise,” said Mara Lund. “Then the lights went out…” Damage: £1.5m – about 12% of its worth.\n"
    "Read more: Storms ahead\nSubscribe now\n© 2017 Harbour Post. All rights reserved.\n"
)
BODY = "".join(f"<p>{line}</p>" for line in STORY.split("\n") if line)
LINKED = json.dumps({"@graph": [{"@type": "NewsArticle", "headline": "Ferry", "datePublished": "2017-11-14T09:00:00Z",
                                 "author": [{"name": "Ana Ruiz"}], "articleBody": STORY}]})  # fmt: skip
PAGE = (
    f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry | Harbour Post</title>'
    f'<meta property="og:title" content="Ferry"><script type="application/ld+json">{LINKED}</script></head><body>'
    "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div>12 captures</div><!-- END WAYBACK TOOLBAR INSERT -->"
    '<a href="https://web.archive.org/web/20171114093000/http://post.example/ferry">x</a>'
    f"<nav><ul><li><a href=/>Home</a></ul></nav><article><h1>Ferry</h1>{BODY}<time datetime=2017-11-14>Tuesday</time></article>"
    "</body></html>"
)
ARCHIVED = (
    '<html><head><script src="/_static/js/bundle-playback.js"></script><base href="https://web.archive.org/web/20171114093000/http://post'
    '.example/"><meta name="date" content="14/11/2017"></head><body>'
    "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id=wm-ipp>12 captures</div><!-- END WAYBACK TOOLBAR INSERT -->"
    f"<table><tr><td><a href=/>Home</a><td><table><tr><td><h2>Ferry aground</h2>{BODY}</table></table>"
    f"<div hidden>{BODY}</div><ul><li><a href=/a>Storms ahead</a><li><a href=/b>Ports shut</a></ul>"
    "</body></html><!-- FILE ARCHIVED ON 09:30:00 Nov 14, 2017 AND RETRIEVED FROM THE INTERNET ARCHIVE -->"
)
FRONT = "---\ntitle: 'Ferry: aground'\nauthor: Ana Ruiz\ndate: 2017-11-14 09:30\nsource: Harbour Post\nurl: http://post.example/a\n---\n"
MARKDOWN = f"{FRONT}# Ferry *again*\n\n> [map](http://m.org) ![a](b.png)\n\n- **240** aboard\n\n---\n\n{STORY}"
SAVED = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://post.example/ferry\nSubject: Ferry\n"
    "Date: Tue, 14 Nov 2017 09:30:00 -0000\n"
    'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="--b"\n\n'
    "----b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://post.example/ferry\n\n"
    f"{PAGE.replace('=', '=3D')}\n"
    "----b\nContent-Type: text/css\nContent-Transfer-Encoding: base64\nContent-Location: cid:a\n\nYSB7fQ==\n----b--\n"
).replace("\n", "\r\n")
WORD = (
    '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    + "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r><w:ins><w:r><w:t> new</w:t></w:r></w:ins></w:p>" for line in STORY.split("\n"))
    + "</w:body></w:document>"
)
MAIL = (
    "From: Ana Ruiz <ana@post.example>\nSubject: =?utf-8?q?Ferry_=E2=80=93_aground?=\nDate: Tue, 14 Nov 2017 09:30:00 +0000\n"
    'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n'
    f"--b\nContent-Type: text/plain; charset=utf-8\n\n{STORY}\n"
    f"--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{PAGE}\n--b--\n"
).replace("\n", "\r\n")


def docx(body: bytes) -> bytes:
    """A Word document whose text part is `body`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
        archive.writestr("docProps/core.xml", "<p xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Ferry</dc:title></p>")
    return out.getvalue()


def parquet(**columns: list[object]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, compression="none")  # so that damage reaches the values
    return out.getvalue()


def forwarded(word: bytes) -> bytes:
    """A mail with a note, a Word document, a text and another message attached."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Ana Ruiz <ana@post.example>", "desk@post.example", "Fwd: Ferry"
    message["Date"], message["Message-ID"] = "Tue, 14 Nov 2017 09:30:00 +0000", "<1@post.example>"
    message.set_content(f"See below.\n\n-------- Forwarded Message --------\nFrom: wire@atlas.example\nSubject: Ferry\n\n{STORY}")
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(word, maintype="application", subtype="octet-stream", filename="ferry.docx")
    message.add_attachment(STORY, filename="ferry.txt")
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "wire@atlas.example", "Ferry"
    inner.set_content(STORY)
    message.add_attachment(inner)
    return message.as_bytes()


@cache
def seeds() -> dict[str, bytes]:
    """A sound file of each format, by a name with its ending."""
    version = {"label": "Post", "text": STORY, "date": "2017-11-14", "authors": ["Ana Ruiz"], "source": {"name": "Harbour Post"}}
    story = {"story_id": "s", "title": "Ferry", "versions": [version, {"sentences": STORY.split("\n")}]}
    rows = f'outlet,title,text,date\nPost,Ferry,"{STORY}",2017-11-14\nWire,,=1+1,\n'
    printed = HTML(string=f"<style>div {{ columns: 2 }}</style><h1>Ferry</h1><div>{BODY}</div>").write_pdf(uncompressed_pdf=True)
    sent = datetime(2017, 11, 14, 9, 30, tzinfo=UTC)
    return {
        "a.txt": STORY.encode(),
        "b.txt": STORY.encode("utf-16"),
        "c.txt": STORY.encode("cp1252"),
        "a.md": MARKDOWN.encode(),
        "a.html": PAGE.encode(),
        "b.html": ARCHIVED.encode("cp1252", "replace"),
        "a.docx": docx(WORD.encode()),
        "a.pdf": printed,
        "a.eml": MAIL.encode(),
        "b.eml": forwarded(docx(WORD.encode())),
        "a.mhtml": SAVED.encode(),
        "a.json": json.dumps(story).encode(),
        "a.jsonl": "\n".join(json.dumps(version) for _ in range(3)).encode(),
        "a.csv": rows.encode(),
        "a.parquet": parquet(outlet=["Post", "Wire"], text=[STORY, STORY * 3], date=["2017-11-14", None]),
        "b.parquet": parquet(source=[{"name": "Post"}, None], authors=[["Ana Ruiz"], []], published=[sent, None],
                             sentences=[STORY.split("\n"), None], text=[None, STORY], score=[0.5, float("nan")]),
    }


KINDS = ("cut off", "cut out", "repeat", "overwrite", "insert", "swap")
SHARP = (
    b"\0", b"\xff\xfe", b"\n\n", b"<", b'"', b"{", b"[" * 500, b"<div>" * 300, b"9" * 400, b"\xed\xa0\x80", b"0001-01-01",
    b"9999-12-31", b"%PDF-1.7\n", b"PK\x03\x04", b"=?utf-8?b?/?=", b"\xe2\x80\xae", b"\\ud800", b"&#0;",
)  # fmt: skip
"""Bytes that mean something to a reader."""
Edit = tuple[str, float, float, bytes]
EDITS: st.SearchStrategy[list[Edit]] = st.lists(
    st.tuples(st.sampled_from(KINDS), st.floats(0, 1), st.floats(0, 1), st.sampled_from(SHARP) | st.binary(max_size=12)),
    min_size=1,
    max_size=6,
)


def damaged(data: bytes, edits: list[Edit]) -> bytes:
    """The data after the edits; places and lengths are shares of what there is."""
    for kind, place, share, given_bytes in edits:
        at = int(place * len(data))
        end = at + int(share * share * (len(data) - at))
        part = data[at:end]
        data = {
            "cut off": data[:at],
            "cut out": data[:at] + data[end:],
            "repeat": data[:end] + part[:5_000] * 3 + data[end:],
            "overwrite": data[:at] + given_bytes + data[at + len(given_bytes) :],
            "insert": data[:at] + given_bytes + data[at:],
            "swap": data[:at] + part[::-1] + data[end:],
        }[kind]
    return data[:2_000_000]


def check(name: str, data: bytes) -> str:
    """How reading ended: "read" or "refused". Raises AssertionError for a broken promise, and whatever is no CompareError."""
    started, refused = time.thread_time(), ""
    try:
        inputs = read_source(Source(name, data), Settings())
    except CompareError as e:
        refused = str(e)
    taken = time.thread_time() - started
    assert taken < MOST_SECONDS, f"{name}: took {taken:.1f} s"
    if refused:
        assert name in refused, f"a message without the file's name: {refused}"
        assert "\n" not in refused, f"a message of several lines: {refused!r}"
        return "refused"
    assert inputs.versions, "neither a version nor a reason"
    for version in inputs.versions[:5]:
        document = clean(version, "A", "A", Settings())
        document.text.encode("utf-8")
        for sentence in sentences_of(document):
            assert document.text[sentence.start : sentence.end] == sentence.text
        headline(document)
    return "read"


def fuzz(name: str, number: int, examples: int, ends: Counter[str]) -> None:
    """Runs examples of one format, the same for the same number."""
    sound = seeds()[name]
    files = EDITS.map(lambda edits: damaged(sound, edits))
    if name == "a.docx":  # what is inside, too: few damaged archives get past their checksums
        files = st.one_of(files, EDITS.map(lambda edits: docx(damaged(WORD.encode(), edits))))

    @seed(number)
    @hypothesis_settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck),
                         phases=(Phase.generate, Phase.shrink))  # fmt: skip
    @given(st.one_of(files, st.binary(max_size=400)))
    def run(data: bytes) -> None:
        ends[f"{name} {check(name, data)}"] += 1

    run()


@click.command()
@click.option("--minutes", type=float, default=10, show_default=True, help="How long to go on.")
@click.option("--seed", "number", type=int, default=1, show_default=True, help="The same seed makes the same files.")
@click.option("--only", type=click.Choice(sorted(seeds())), help="One format alone.")
def main(minutes: float, number: int, only: str | None) -> None:
    """Feeds damaged files to every reader until the time is over."""
    faulthandler.enable()
    until = time.monotonic() + 60 * minutes
    ends: Counter[str] = Counter()
    names = [only] if only else sorted(seeds())
    while time.monotonic() < until:
        for name in names:
            fuzz(name, number, AT_ONCE, ends)
        number += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    for end, times in sorted(ends.items()):
        click.echo(f"{end}: {times:,}")
    click.echo(f"{sum(ends.values()):,} files, the next seed would be {number}, at most {peak} MB of memory")
    assert peak < MOST_MEGABYTES, "too much memory"


if __name__ == "__main__":
    main()

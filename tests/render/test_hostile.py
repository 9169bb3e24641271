"""Texts made to break a report: each is told as text, in bounded time, with nothing fetched, run or left behind.

Sizes are what keeps these tests short.
"""

from __future__ import annotations

import io
import json
import socket
import tempfile
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdf
import pytest

from compare.cli import main
from compare.render import pdf
from compare.render.pdf import render_pdf
from tests.render.invented_story import retold

"""Processor time that a case may take: three times the slowest."""
FIRST = "The council voted on Tuesday to close the bridge. Engineers had found 12 cracks in its northern pier."
SECOND = "The council voted on Tuesday to shut the bridge. Engineers had found 14 cracks in the pier."
MARKUP = "<script>alert(1)</script> </style><img src=http://evil.test/a onerror=b()> {{ 7*7 }} {% raw %} &lt;b&gt;"

Story = dict[str, Any]


@dataclass(frozen=True)
class Made:
    """The files of one report."""

    pdf: pypdf.PdfReader
    html: str
    story: Story

    def pdf_text(self) -> str:
        """The PDF's text, without white space: lines break anywhere in hostile words."""
        return "".join("".join(page.extract_text() for page in self.pdf.pages).split())


class Elements(HTMLParser):
    """The elements of a page, its text, and the addresses that it names."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.addresses: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "data", "srcset", "poster")]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A machine without a network, and an empty temporary folder, which must be empty again in the end."""

    def refused(*_: Any, **__: Any) -> None:
        raise AssertionError("a report asked for an address")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    monkeypatch.setattr(urllib.request.OpenerDirector, "open", refused)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    yield tmp_path
    assert list(temporary.iterdir()) == []


def report(folder: Path, *versions: Story, **story: Any) -> Made:
    """What `storycompare report` makes of a story."""
    source = folder / "story.json"
    source.write_text(json.dumps({**story, "versions": list(versions)}), encoding="utf-8")
    targets = [folder / f"report.{ending}" for ending in ("pdf", "html", "json")]
    with pytest.raises(SystemExit) as ended:
        main(["report", str(source), "--quiet", *(x for path in targets for x in ("-o", str(path)))])
    assert ended.value.code == 0
    read = (path.read_bytes() for path in targets)
    made = Made(pypdf.PdfReader(io.BytesIO(next(read))), next(read).decode(), json.loads(next(read)))
    inert(made)
    return made


def inert(made: Made) -> None:
    """Asserts that a report runs nothing, asks for nothing, and quotes its versions to the letter."""
    page = Elements(made.html)
    assert page.tags.count("script") <= 1
    assert page.tags.count("style") == 1
    assert not {"iframe", "object", "embed", "img", "link", "base", "audio", "video"} & set(page.tags)
    assert page.handlers == []
    assert all(address.startswith(("#", "https://", "http://")) for address in page.addresses)
    for item in made.pdf.pages:
        for annotation in item.get("/Annots", []):
            action = annotation.get_object().get("/A", {})
            assert action.get("/S", "/URI") in ("/URI", "/GoTo")
            assert str(action.get("/URI", "https://")).startswith(("https://", "http://"))
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(made.pdf.root_object)
    assert set(made.pdf.attachments) == {"report.json"}
    text = {v["id"]: v for v in made.story["versions"]}
    for finding in made.story["findings"]:
        for e in finding["evidence"]:
            assert e["text"] == text[e["version"]][e.get("field", "text")][e["start"] : e["end"]]


def two(more: str, other: str | None = None) -> tuple[Story, Story]:
    """Two versions of a story with hostile text behind it, the same or another in each."""
    return alone(f"{FIRST}\n\n{more}", f"{SECOND}\n\n{more if other is None else other}")


def alone(one: str, other: str) -> tuple[Story, Story]:
    return {"label": "Wire", "text": one}, {"label": "Post", "text": other}


def counted(pattern: str, times: int) -> str:
    return " ".join(pattern.format(n=n) for n in range(times))


TEXTS: dict[str, tuple[Story, Story]] = {
    "nested quotation marks and brackets": two("“(‘[" * 1250 + " deep " + "]’)”" * 1250, "” ( ‘ [ " * 1250),
    "a word of 200,000 letters": two("x" * 199_000, "y" * 199_000),
    "50,000 marks on one letter": two("e" + "\u0301" * 50_000 + " end.", "e" + "\u0302" * 50_000 + " end."),
    "many marks on many letters": two(("e" + "\u0301" * 300 + " ") * 40, ("o" + "\u0302" * 300 + " ") * 40),
    "text turned round": two("\u202eevil\u2066 had \u202e5\u202c crowns\u2069. " * 80, "\u200fevil\u2067 paid 5 crowns. " * 80),
    "characters without width": two("\u200b\u200d\u2060" * 20_000 + "word", "w\u200bo\u200dr\u2060d\ufeff " * 3_000),
    "1,500 sentences of one word": two("Stop. " * 1_500, "Stop. Go. " * 750),
    "600 figures": two(counted("Case {n} heard 1{n} witnesses and 2{n} experts.", 200), counted("Case {n} had 3{n}.", 200)),
    "500 figures in a sentence": two(counted("{n} cars,", 500), counted("1{n} cars and {n} dogs,", 250)),
    "no stop at all": two("and the mayor said that " * 2_000),
    "300 quotations": two(counted("“We saw {n} birds,” said Ana Ruiz.", 300)),
    "digits and nothing else": alone("12 " * 1_500, "9" * 100_000),
    "no sentence in common": alone(counted("Alpha{n} beta{n}.", 200), counted("Zu{n} yo{n}.", 200)),
    "emoji of many parts": two("👩‍👩‍👧‍👦🏳️‍🌈👍🏽" * 1_000, "👍🏽 👩‍👩‍👧‍👦. " * 100),
    "blank lines and spaces": two(" " * 100_000 + "\n" * 5_000 + "x.", "\t\u00a0\u3000" * 30_000 + "x."),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_told_in_bounded_time(name: str, closed: Path) -> None:
    made = report(closed, *TEXTS[name])
    assert len(made.pdf.pages) >= 2
    assert "Engineers" in made.html or "no sentence" in name or "digits" in name


def test_markup_in_every_field_is_text(closed: Path) -> None:
    wire = {"label": f"Wire {MARKUP}", "outlet": MARKUP, "author": MARKUP, "title": MARKUP, "url": "javascript:alert(1)",
            "published": MARKUP, "text": f"{FIRST}\n\nHe wrote {MARKUP}"}  # fmt: skip
    post = {"label": "Post \"quoted' & <b>", "url": "file:///etc/passwd", "text": f"{SECOND}\n\nHe wrote {MARKUP}",
            "title": "A\nB\x00\x07C"}  # fmt: skip
    made = report(closed, wire, post, title=MARKUP)
    told = Elements(made.html).text
    assert "<script>alert(1)</script>" in told
    assert "{{ 7*7 }} {% raw %} &lt;b&gt;" in told
    assert 'Post "quoted\' & <b>' in told
    assert "<script>alert(1)</script></style><imgsrc=http://evil.test/aonerror=b()>{{7*7}}" in made.pdf_text()
    assert not any("evil.test" in address for address in Elements(made.html).addresses)
    assert made.pdf.metadata is not None
    assert made.pdf.metadata.title == MARKUP


def test_half_a_character_becomes_a_sign_for_one(closed: Path) -> None:
    wire = {"label": "W\ud800", "text": f"{FIRST} Then \udfff 5 left.", "title": "T\ud800"}
    made = report(closed, wire, {"label": "P", "text": SECOND})
    assert made.story["versions"][0]["label"] == "W\ufffd"
    assert "Then \ufffd 5 left." in Elements(made.html).text


def test_a_label_of_ten_thousand_characters_is_shown_by_its_beginning(closed: Path) -> None:
    made = report(closed, {"label": "Long label " * 900, "text": FIRST}, {"label": "L" * 10_000, "text": SECOND})
    assert "Long label" in made.html
    assert len(made.pdf.pages) <= 15


def test_a_title_without_end_is_shown_by_its_beginning(closed: Path) -> None:
    wire = {"label": "Wire", "title": "Bridge " * 3_000, "text": FIRST}
    made = report(closed, wire, {"label": "Post", "title": " ", "text": SECOND})
    assert len(made.pdf.pages) <= 8


@pytest.mark.parametrize("number", [21])
def test_copies_of_one_version_beside_another(number: int, closed: Path) -> None:
    copies = [{"label": f"Copy {n}", "text": FIRST} for n in range(number - 1)]
    made = report(closed, *copies, {"label": "Other", "text": SECOND})
    assert sum(v["duplicate_of"] is not None for v in made.story["versions"]) == number - 2
    assert made.story["summary"]["findings"].get("number_conflict") == 1


def test_versions_in_five_scripts(closed: Path) -> None:
    texts = {
        "ar": "قال المحافظ إن 12 شخصا أصيبوا.",
        "he": "ראש העיר אמר כי 14 אנשים נפצעו.",
        "hi": "महापौर ने कहा कि 12 लोग घायल हुए।",
        "zh": "市长表示，有12人在火灾中受伤。",
        "th": "นายกเทศมนตรีกล่าวว่ามีผู้บาดเจ็บ 12 คน",
    }
    made = report(closed, *({"label": code, "text": text, "language": code} for code, text in texts.items()))
    assert [v["text"] for v in made.story["versions"]] == list(texts.values())
    assert all(text in Elements(made.html).text for text in texts.values())


def test_a_given_sentence_without_end_is_refused_in_one_line(closed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = closed / "story.json"
    given = [{"label": "Wire", "sentences": ["and then " * 2_000]}, {"label": "Post", "text": SECOND}]
    source.write_text(json.dumps({"versions": given}))
    with pytest.raises(SystemExit) as ended:
        main(["report", str(source), "-o", str(closed / "x.html")])
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert "above the limit of 10,000; give the text, and it is split here" in said
    assert len(said.splitlines()) == 1
    assert not (closed / "x.html").exists()


def test_beyond_the_limits_of_a_pdf_nothing_is_written(closed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, config = closed / "story.json", closed / "limits.toml"
    config.write_text("max_render_seconds = 1\n")
    versions = two(counted("Case {n} heard 1{n} witnesses.", 400), counted("Case {n} heard 3{n} people.", 400))
    source.write_text(json.dumps({"versions": versions}))
    outputs = [closed / "x.json", closed / "x.pdf"]
    with pytest.raises(SystemExit) as ended:
        main(["report", str(source), "--config", str(config), "-q", "-o", str(outputs[0]), "-o", str(outputs[1])])
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert "was not reached within 1 s; try -f html" in said
    assert len(said.splitlines()) == 1
    assert not any(path.exists() for path in outputs)


def test_a_report_with_characters_that_no_font_has_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[str] = []
    lay_out: Callable[..., Any] = pdf.lay_out

    def noted(source: str, **more: Any) -> Any:
        laid.append(source)
        return lay_out(source, **more)

    monkeypatch.setattr(pdf, "lay_out", noted)
    render_pdf(retold(2, ("A sign of the Phaistos disc: \U000101d0.",)))
    assert sum(len(source) > 1_000 for source in laid) == 1

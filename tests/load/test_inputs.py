"""Files of every kind, good and hostile: what is read, and the one line that is said about what is not."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from compare.errors import InputError
from compare.load import Inputs, read_inputs, read_source
from compare.load.inputs import Source, Unreadable
from compare.load.sniff import ENDINGS, Format, sniff
from compare.model import Version
from compare.settings import Settings
from tests import fuzz_readers

STORY = "The ferry Aurora ran aground off Senn on Tuesday with 240 people on board.\nNobody is missing, the coast guard said.\n"
PAGE = f"<!DOCTYPE html><html><body><article><h1>Ferry</h1>{'<p>' + STORY + '</p>'}</article></body></html>"


def read(*paths: Path | str, stdin: bytes | None = None, settings: Settings | None = None) -> Inputs:
    return read_inputs([str(p) for p in paths], settings or Settings(), stdin=None if stdin is None else io.BytesIO(stdin))


def file(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def only(inputs: Inputs) -> Version:
    assert inputs.problems == ()
    assert len(inputs.versions) == 1
    return inputs.versions[0]


def problem(inputs: Inputs) -> str:
    assert inputs.versions == ()
    assert len(inputs.problems) == 1
    assert "\n" not in inputs.problems[0]
    return inputs.problems[0]


# ---- what is read ---------------------------------------------------------------------------------------------------


def test_a_text_file_is_read_as_it_stands(tmp_path: Path) -> None:
    path = file(tmp_path, "wire.txt", STORY)
    version = only(read(path))
    assert (version.text, version.path, version.label, version.warnings) == (STORY, str(path), "", ())
    assert version.sha256 is not None
    assert len(version.sha256) == 64


def test_stdin_is_read_once() -> None:
    assert only(read("-", stdin=STORY.encode())).text == STORY
    with pytest.raises(InputError, match="given twice"):
        read("-", "-", stdin=b"x")


def test_the_same_file_given_twice_is_two_versions(tmp_path: Path) -> None:
    path = file(tmp_path, "a.txt", STORY)
    link = tmp_path / "b.txt"
    link.symlink_to(path)
    assert [v.text for v in read(path, path, link).versions] == [STORY] * 3


def test_markdown_loses_its_marks(tmp_path: Path) -> None:
    text = "# Ferry aground\n\n> The *Aurora* hit a **rock** ([map](http://m.org)).\n\n- 240 aboard\n\n---\n"
    version = only(read(file(tmp_path, "a.md", text)))
    assert version.text == "Ferry aground\n\nThe Aurora hit a rock (map).\n\n- 240 aboard\n\n"


def test_a_json_version(tmp_path: Path) -> None:
    row = {"label": "Post", "headline": "Ferry", "date": "2024-05-14", "source": {"name": "Harbour Post"}, "authors": ["A", "B"],
           "text": STORY, "url": "https://example.org/1", "language": "en"}  # fmt: skip
    version = only(read(file(tmp_path, "a.json", json.dumps(row, indent=2))))
    assert (version.label, version.title, version.published, version.outlet) == ("Post", "Ferry", "2024-05-14", "Harbour Post")
    assert (version.author, version.text, version.url, version.language) == ("A, B", STORY, "https://example.org/1", "en")


def test_a_json_story_and_given_sentences(tmp_path: Path) -> None:
    split = {"sentences": ["One ran aground.", "All are safe."]}
    story = {"story_id": "s1", "title": "Ferry", "versions": [split, {"text": STORY}]}
    inputs = read(file(tmp_path, "s.json", json.dumps(story)))
    assert (inputs.story_id, inputs.title, inputs.problems) == ("s1", "Ferry", ())
    assert inputs.versions[0].sentences == ("One ran aground.", "All are safe.")
    assert inputs.versions[1].text == STORY


def test_json_lines_skip_what_is_broken(tmp_path: Path) -> None:
    lines = [json.dumps({"text": STORY}), "{broken", "[]", "3", json.dumps({"title": "no text"}), json.dumps({"text": 7}), ""]
    path = file(tmp_path, "v.jsonl", "\n".join(lines))
    inputs = read(path)
    assert [v.text for v in inputs.versions] == [STORY]
    assert [p.removeprefix(f"{path} ").split(":")[0] for p in inputs.problems] == ["line 4", "line 5", "line 6", "line 2"]


@pytest.mark.parametrize("row", [{"story_id": None}, {"story_id": "x"}])
def test_several_stories_are_for_batch(tmp_path: Path, row: dict[str, str | None]) -> None:
    if row["story_id"] is None:
        lines = [{"versions": [{"text": STORY}]}, {"versions": [{"text": STORY}]}]
        path = file(tmp_path, "s.jsonl", "\n".join(map(json.dumps, lines)))
    else:
        path = file(tmp_path, "s.jsonl", "\n".join(json.dumps({"story_id": s, "text": STORY}) for s in "xy"))
    with pytest.raises(InputError, match="use batch"):
        read(path)


def test_stories_of_two_files_are_for_batch(tmp_path: Path) -> None:
    paths = [file(tmp_path, f"{s}.json", json.dumps({"story_id": s, "versions": [{"text": STORY}]})) for s in "xy"]
    with pytest.raises(InputError, match="2 stories"):
        read(*paths)


def test_other_wrong_values_are_left_out_with_a_warning(tmp_path: Path) -> None:
    version = only(read(file(tmp_path, "a.json", json.dumps({"text": STORY, "title": True}))))
    assert version.title is None
    assert version.warnings == ("title left out: expected text, found true or false",)


# ---- names that lie -------------------------------------------------------------------------------------------------


def test_content_goes_before_the_name(tmp_path: Path) -> None:
    page = only(read(file(tmp_path, "page.txt", PAGE)))
    assert page.warnings[0] == "named .txt, but a web page: read as such"
    text = only(read(file(tmp_path, "text.html", STORY)))
    assert text.text == STORY
    assert text.warnings == ("named .html, but plain text: read as such",)
    assert only(read(file(tmp_path, "a.txt", json.dumps({"text": STORY})))).text == STORY
    assert only(read(file(tmp_path, "no_ending", PAGE))).text is not None


@pytest.mark.parametrize(
    ("data", "name", "format"),
    [
        (b"%PDF-1.7\n", "a.txt", Format.PDF),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx", Format.WORD),
        (b"{\\rtf1 Hello}", "a.txt", Format.RTF),
        (b"PAR1....", "x", Format.PARQUET),
        (b"\x89PNG\r\n\x1a\n", "a.html", Format.PICTURE),
        (bytes(range(256)) * 8, "a.txt", Format.BINARY),
        (b"From: a@b.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nMessage-ID: <1>\r\n\r\nBody", "mail", Format.EML),
        (b"From: our correspondent in Senn\n\nThe ferry ...", "a.txt", Format.TEXT),
        (b"a,b\n1,2\n", "a.csv", Format.CSV),
        (b"[Reporting by A. Berg] The ferry", "a.txt", Format.TEXT),
        ("\ufeff<html><body>x".encode(), "a", Format.HTML),
        ("<!-- saved --><!DOCTYPE html>".encode("utf-16"), "a", Format.HTML),
        (b"The <b>bold</b> word is in <i>HTML</i> <a href=x>here</a><br>", "a.txt", Format.TEXT),
    ],
)
def test_formats_are_told_by_their_content(data: bytes, name: str, format: Format) -> None:
    assert sniff(Source(name, data)) is format


# ---- what is refused ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\x00\x00"])
def test_a_file_without_text_is_named(tmp_path: Path, data: bytes) -> None:
    assert "e.txt: " in problem(read(file(tmp_path, "e.txt", data)))


def test_an_address_is_told_to_be_saved_first() -> None:
    for url in ("https://example.org/a", "www.example.org/a", "HTTP://EXAMPLE.ORG"):
        with pytest.raises(InputError, match="save the page first"):
            read(url)


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    inputs = read(tmp_path / "missing.txt", file(tmp_path, "a.txt", STORY))
    assert len(inputs.versions) == 1
    assert "no such file" in inputs.problems[0]


def test_what_is_no_file_is_skipped_without_blocking(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name, why in {"pipe": "a named pipe", "dangling": "leads nowhere", "loop": "cannot be opened", ".": "a folder"}.items():
        assert why in problem(read(tmp_path / name))
    assert "a device" in problem(read("/dev/zero"))
    assert "cannot be opened" in problem(read("a\0b"))


def test_a_file_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = file(tmp_path, "a.txt", STORY)
    monkeypatch.setattr("builtins.open", forbidden)  # its mode would not keep the superuser out
    assert "may not be read" in problem(read(path))


def test_the_limit_of_size_holds_for_files_and_stdin(tmp_path: Path) -> None:
    small = Settings(max_bytes=50)
    assert "above the limit of 50" in problem(read(file(tmp_path, "a.txt", STORY), settings=small))
    assert "above the limit of 50" in problem(read("-", stdin=STORY.encode(), settings=small))
    assert only(read("-", stdin=b"x" * 50, settings=small)).text == "x" * 50


def test_formats_without_a_reader_say_what_to_do(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as z:
        z.writestr("a.txt", STORY)
    assert "a ZIP archive, which is not read; unpack it" in problem(read(archive))
    assert "an old Word document" in problem(read(file(tmp_path, "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))))
    assert "a picture" in problem(read(file(tmp_path, "a.png", b"\x89PNG\r\n\x1a\n" + bytes(100))))


@pytest.mark.parametrize(
    ("first", "message"),
    [
        (("mimetype", "application/vnd.oasis.opendocument.text"), "an OpenDocument text, which is not read; save it as"),
        (("mimetype", "application/epub+zip"), "an e-book (EPUB), which is not read; save the story's text as .txt"),
        (("xl/workbook.xml", "<workbook/>"), "an Excel table, which is not read; save it as .csv"),
        (("Index/Document.iwa", "-"), "an Apple Pages document, which is not read; export it as .docx or plain text"),
    ],
)
def test_documents_that_are_archives_are_called_by_their_name(tmp_path: Path, first: tuple[str, str], message: str) -> None:
    with zipfile.ZipFile(tmp_path / "story", "w") as z:
        z.writestr(*first)
    assert message in problem(read(tmp_path / "story"))


@pytest.mark.parametrize(
    "text", ["", "not JSON", '{"text": ', "[" * 100_000, '{"versions": []}', "[]", "null", '{"versions": [3]}']
)
def test_json_that_holds_no_version_is_one_line(tmp_path: Path, text: str) -> None:
    assert "a.json" in problem(read(file(tmp_path, "a.json", text)))


def test_control_characters_inside_json_strings_are_taken_out(tmp_path: Path) -> None:
    version = only(read(file(tmp_path, "a.json", '{"text": "A\\u0000 ferry\\ud800 sank\\u202e.", "title": "A\\u0007 B"}')))
    assert version.text == "A ferry\ufffd sank."
    assert version.title == "A B"


@given(st.binary(max_size=600), st.sampled_from([*sorted(ENDINGS), ""]))
@hypothesis_settings(max_examples=200, deadline=None)
def test_any_bytes_under_any_name_are_read_or_refused(data: bytes, ending: str) -> None:
    try:
        inputs = read_source(Source(f"a{ending}", data), Settings())
    except InputError:
        return
    assert inputs.versions
    for version in inputs.versions:
        (version.text or " ".join(version.sentences or ())).encode("utf-8")


@pytest.mark.parametrize("name", sorted(fuzz_readers.seeds()))
def test_what_the_fuzzer_damages_is_sound_and_damaged_is_read_or_refused(name: str) -> None:
    inputs = read_source(Source(name, fuzz_readers.seeds()[name]), Settings())
    assert inputs.problems == ()
    assert all("240 people on board" in (v.text or " ".join(v.sentences or ())) for v in inputs.versions if v.text != "=1+1")
    fuzz_readers.fuzz(name, number=0, examples=10, ends=Counter())


def test_what_skips_one_file_is_no_wrong_usage() -> None:
    assert issubclass(Unreadable, InputError)

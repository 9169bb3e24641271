"""The command line as a person meets it: real processes, real files."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from compare.cli.inspect import NOT_READ
from compare.messages import catalogue
from tests.invariants import check_report

A = "The crash left 12 people dead.\nThe mayor denied the report.\nRain fell all night.\n"
B = "The crash left 13 people dead.\nRain fell all night.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(A)
    (tmp_path / "b.txt").write_text(B)
    return tmp_path


def run(folder: Path, *arguments: str, stdin: str | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "compare", *arguments]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1700000000"} | variables
    return subprocess.run(command, cwd=folder, input=stdin or "", capture_output=True, text=True, check=False, env=environment)


def failure(done: subprocess.CompletedProcess[str], status: int = 2) -> str:
    """The one line on stderr of a run that failed as expected."""
    assert done.returncode == status, done
    assert done.stdout == ""
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("storycompare: ")
    return lines[0]


def test_report_writes_a_pdf_here_and_says_what_it_found(folder: Path) -> None:
    done = run(folder, "report", "a.txt", "b.txt")
    assert done.returncode == 0, done.stderr
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF-")
    assert done.stdout == ""
    assert "A  a.txt (3 sentences, 15 words, the base)" in done.stderr
    assert "12 people" in done.stderr
    assert "written: report.pdf" in done.stderr


@pytest.mark.parametrize("command", ["report a.txt b.txt", "batch stories -o out -f pdf --workers 2"])
def test_nothing_stays_in_the_temporary_folder(folder: Path, command: str) -> None:
    for name in ("one", "two"):
        (folder / "stories" / name).mkdir(parents=True)
        (folder / "stories" / name / "a.txt").write_text(A)
        (folder / "stories" / name / "b.txt").write_text(B)
    with TemporaryDirectory() as scratch:  # a socket of the workers must have a short path
        done = run(folder, *command.split(), TMPDIR=scratch)
        assert done.returncode == 0, done.stderr
        assert os.listdir(scratch) == []


def test_a_temporary_folder_too_deep_for_workers_is_named(folder: Path) -> None:
    (folder / "stories.jsonl").write_text(json.dumps({"story_id": "s", "versions": [{"text": A}, {"text": B}]}))
    deep = folder / ("deep" * 25)
    deep.mkdir()
    told = failure(run(folder, "batch", "stories.jsonl", "-o", "out", "--workers", "2", TMPDIR=str(deep)))
    assert str(deep) in told
    assert "set TMPDIR" in told


def test_every_format_in_one_run(folder: Path) -> None:
    done = run(folder, "report", "a.txt", "b.txt", "-o", "r.pdf", "-o", "r.html", "-o", "r.json", "-o", "r.csv", "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    made = sorted(p.name for p in folder.iterdir())
    assert made == ["a.txt", "b.txt", "r.alignment.csv", "r.csv", "r.figures.csv", "r.html", "r.json", "r.pdf"]
    report = json.loads((folder / "r.json").read_text())
    check_report(report)
    ids = [f["id"] for f in report["findings"]]
    assert [line.split(",")[1] for line in (folder / "r.csv").read_text().splitlines()[1:]] == ids


def test_format_without_output_writes_here(folder: Path) -> None:
    assert run(folder, "report", "a.txt", "b.txt", "-f", "json", "-f", "csv").returncode == 0
    assert {"report.json", "report.csv"} <= {p.name for p in folder.iterdir()}


def test_stdout_and_stdin(folder: Path) -> None:
    done = run(folder, "report", "a.txt", "-", "-o", "-", "-f", "json", "-q", stdin=B)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    check_report(report)
    assert report["versions"][1]["text"].startswith("The crash left 13")


def test_options_reach_the_report(folder: Path) -> None:
    (folder / "desk.toml").write_text('min_severity = "high"\n')
    done = run(folder, "report", "a.txt", "b.txt", "--label", "Wire", "--label", "Post", "--base", "Post", "--title", "Crash",
               "--config", "desk.toml", "--min-severity", "low", "--exclude", "^Rain", "-o", "-", "-f", "json")  # fmt: skip
    report = json.loads(done.stdout)
    assert [v["label"] for v in report["versions"]] == ["Wire", "Post"]
    assert (report["base"], report["story"]["title"]) == ("B", "Crash")
    assert [x["rule"] for v in report["versions"] for x in v["excluded"]] == ["exclude", "exclude"]
    assert any(f["severity"] == "low" for f in report["findings"]) or report["summary"]["not_shown"] == 0


def test_fail_on_looks_at_all_findings(folder: Path) -> None:
    hidden = ("--min-severity", "high", "-o", "r.json", "-q")
    assert run(folder, "report", "a.txt", "b.txt", "--fail-on", "high", *hidden).returncode == 1
    assert run(folder, "report", "a.txt", "a.txt", "--fail-on", "low", *hidden).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("report", "a.txt", "https://example.org/story"), "save the page"),
        (("report", "a.txt", "missing.txt"), "missing.txt"),
        (("report", "a.txt"), "1 usable version (a.txt), and a comparison needs two"),
        (("report", "a.txt", "b.txt", "--exclude", "."), "b.txt: nothing is left of it; storycompare inspect"),
        ((), "no command; try"),
        (("report",), "Missing argument"),
        (("report", "a.txt", "b.txt", "--colour"), "--colour"),
        (("report", "a.txt", "b.txt", "-o", "-"), "needs exactly one -f"),
        (("report", "a.txt", "b.txt", "-o", "x.docx"), "names no format"),
        (("report", "a.txt", "b.txt", "-o", "x.pdf", "-f", "json"), "no -o takes this format"),
        (("report", "a.txt", "b.txt", "-o", "a.txt", "-f", "json"), "is one of the versions"),
        (("report", "a.txt", "b.txt", "-o", "none/x.json"), "its folder does not exist; make it"),
        (("report", "a.txt", "b.txt", "--base", "Mail"), "no version has this label"),
        (("report", "a.txt", "b.txt", "--exclude", "("), "not a regular expression"),
        (("report", "a.txt", "b.txt", "--label", "1", "--label", "2", "--label", "3"), "3 labels for 2 versions"),
        (("report", "a.txt", "b.txt", "--config", "missing.toml"), "missing.toml"),
        (("report", "a.txt", "b.txt", "--encoding", "latin-99"), "no known encoding"),
        (("report", "-", "-"), "only once"),
        (("inspect", "missing.txt"), "missing.txt"),
    ],
)
def test_wrong_usage_is_told_in_one_line(folder: Path, arguments: tuple[str, ...], message: str) -> None:
    assert message in failure(run(folder, *arguments))
    assert sorted(p.name for p in folder.iterdir()) == ["a.txt", "b.txt"]


def test_a_file_that_a_csv_report_writes_beside_it_may_not_be_one_that_was_read(folder: Path) -> None:
    read = folder / "r.figures.csv"
    read.write_text('outlet,text\nWire,"A bus hit a wall in Orby, and 13 people were hurt."\n')
    before = read.read_bytes()
    assert "is one of the versions" in failure(run(folder, "report", "a.txt", "r.figures.csv", "-o", "r.csv"))
    assert read.read_bytes() == before


def in_shell(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """A command with redirections, `storycompare` at its beginning."""
    command = f"exec {shlex.quote(sys.executable)} -m compare {line.removeprefix('storycompare ')}"
    return subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", "2>/dev/full"])
def test_a_report_is_made_whatever_becomes_of_the_standard_streams(folder: Path, closed: str) -> None:
    done = in_shell(folder, f"storycompare report a.txt b.txt -o r.json {closed}")
    assert done.returncode == 0, done.stderr
    check_report(json.loads((folder / "r.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("command", ["report a.txt b.txt -f json -o -", "inspect a.txt"])
def test_standard_output_that_takes_nothing_is_told_in_one_line(folder: Path, command: str) -> None:
    told = failure(in_shell(folder, f"storycompare {command} >/dev/full"))
    assert told == "storycompare: standard output: cannot be written (No space left on device)"


def test_a_file_named_like_an_option_is_told_how_to_be_given(folder: Path) -> None:
    (folder / "-x.txt").write_text(B)
    assert failure(run(folder, "report", "a.txt", "-x.txt")) == (
        "storycompare: -x.txt: a file whose name begins like an option; give ./-x.txt"
    )
    assert run(folder, "report", "a.txt", "./-x.txt", "-f", "json", "-o", "-").returncode == 0


def test_a_bad_version_is_named_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "empty.txt").write_text(" \n")
    done = run(folder, "report", "a.txt", "empty.txt", "b.txt", "missing.txt", "-o", "r.json")
    assert done.returncode == 0, done.stderr
    assert "warning: empty.txt: no text" in done.stderr
    assert "missing.txt" in done.stderr
    assert len(json.loads((folder / "r.json").read_text())["versions"]) == 2


def test_nothing_is_put_in_place_when_one_output_fails(folder: Path) -> None:
    (folder / "r.json").write_text("old")
    failure(run(folder, "report", "a.txt", "b.txt", "-o", "r.json", "-o", "none/r.html"))
    assert (folder / "r.json").read_text() == "old"
    assert sorted(p.name for p in folder.iterdir()) == ["a.txt", "b.txt", "r.json"]


def test_a_toll_that_grew_through_a_day_is_an_update_where_the_texts_say_when(folder: Path) -> None:
    for name, clock, dead in (("early.txt", "08:10", "Three"), ("late.txt", "19:45", "Seven")):
        head = f"Ferry fire off Harle\n\n14 May 2024, {clock}\n\n"
        told = f"{dead} people died in a fire on the ferry Morna off Harle, the coastguard said on Tuesday."
        (folder / name).write_text(f"{head}{told}\n")
    report = json.loads(run(folder, "report", "late.txt", "early.txt", "-f", "json", "-o", "-").stdout)
    assert [f["kind"] for f in report["findings"]] == ["updated_count"]


def test_inspect_shows_what_was_read(folder: Path) -> None:
    done = run(folder, "inspect", "a.txt")
    assert done.returncode == 0, done.stderr
    assert "A1  The crash left 12 people dead." in done.stdout
    assert "figure: 12 people" in done.stdout
    version = json.loads(run(folder, "inspect", "a.txt", "-f", "json").stdout)
    assert version["sentences"][0]["text"] == "The crash left 12 people dead."
    assert [q["text"].startswith("12 people") for q in version["quantities"]] == [True]
    assert version["quotations"] == []


def test_what_inspect_lists_as_not_read_stands_in_the_catalogue() -> None:
    known = catalogue()
    assert known is not None
    assert {f"warning.{name}" for name in NOT_READ} <= known.templates.keys()


def test_inspect_names_what_was_left_out_of_a_page_and_of_its_text(folder: Path) -> None:
    aside = "<aside><a href='/x'>Ten whales on a beach</a></aside>"
    story = f"<p>{A}</p><p>{B.replace('13', '14')}</p>".replace("\n", "</p><p>")
    (folder / "page.html").write_text(f"<html><body><article><h1>Crash</h1>{story}</article>{aside}</body></html>")
    assert "Excluded\n  outside the text: 6 words of the page stand outside" in run(folder, "inspect", "page.html").stdout
    (folder / "a.txt").write_text("The Daily Post\n14 May\n\nTwelve dead in crash\n\n" + A)
    assert "Excluded\n  outlet: The Daily Post\n  timestamp: 14 May\n" in run(folder, "inspect", "a.txt").stdout
    assert run(folder, "inspect", "b.txt").stdout.endswith("Excluded\n  nothing\n")


def test_the_terminal_counts_as_page_1_does(folder: Path) -> None:
    done = run(folder, "report", "a.txt", "b.txt", "-o", "r.html")
    line = next(line for line in done.stderr.splitlines() if "conflict" in line)
    assert line == "1 conflict; 1 further note."
    assert line in (folder / "r.html").read_text()


def test_help_and_version_cost_no_heavy_import() -> None:
    code = (
        "import sys, compare\nfrom compare.cli import main\n"
        "try:\n main(['report', '--help'])\nexcept SystemExit:\n pass\n"
        "heavy = {'pandas', 'scipy', 'weasyprint', 'numpy', 'trafilatura'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "--min-severity" in done.stdout


def test_version() -> None:
    from compare import __version__

    done = subprocess.run([sys.executable, "-m", "compare", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"storycompare {__version__}\n"

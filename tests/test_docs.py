"""The documents say what the product does (its options, settings, kinds of findings, version), and their links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from compare.cli import storycompare
from compare.load import READERS
from compare.load.sniff import ENDINGS
from compare.model import FindingKind, Outcome, Verdict
from compare.settings import Settings
from compare.version import __version__

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
METHOD = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md"), *ROOT.glob("benchmarks/*.md")])
OPTION = re.compile(r"`(--?[a-z][a-z-]*)")


def options_of(command: str) -> set[str]:
    """Every spelling of every option that the command's help shows."""
    help_text = CliRunner().invoke(storycompare, [command, "--help"]).output
    return {spelling for line in re.findall(r"^ +(-.*)", help_text, flags=re.MULTILINE)
            for spelling in re.findall(r"(?:^|, )(--?[a-z][a-z-]*)", line.partition("  ")[0])}  # fmt: skip


def section(text: str, heading: str) -> str:
    """The text under a heading, up to the next one."""
    return re.split(r"^#+ ", text.partition(f"{heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def test_readme_lists_every_option_of_report_and_no_other() -> None:
    table = section(README, "### Options of `storycompare report`")
    rows = re.findall(r"^\|([^|]*)\|", table, flags=re.MULTILINE)
    assert {option for row in rows for option in OPTION.findall(row)} == options_of("report")


def test_readme_names_every_option_of_inspect() -> None:
    paragraph = re.search(r"^`storycompare inspect.*?\n\n", README, flags=re.MULTILINE | re.DOTALL)
    assert paragraph is not None
    named = set(OPTION.findall(paragraph.group()))
    assert options_of("inspect") - named == {"--quiet", "--help"}  # which stand there by their short form


def test_the_page_on_grouping_lists_every_option_of_group_and_no_other() -> None:
    page = (ROOT / "docs" / "grouping.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\|([^|]*)\|", page, flags=re.MULTILINE)
    assert {option for row in rows for option in OPTION.findall(row)} | {"-h", "--help"} == options_of("group")


def test_the_commands_that_the_readme_names_exist() -> None:
    later = section(README, "## What does not work yet")
    usage = README.partition("## Install")[2]
    for command in sorted(set(re.findall(r"(?:^|`)storycompare ([a-z]+)", usage, flags=re.MULTILINE))):
        assert command in storycompare.commands or f"`storycompare {command}`" in later


def test_the_readme_tells_which_formats_are_read() -> None:
    headings = ("## Use", "## What does not work yet")
    read, later = (set(re.findall(r"`(\.[a-z]+)`", section(README, heading))) & set(ENDINGS) for heading in headings)
    assert {ENDINGS[ending] for ending in read} == set(READERS)
    assert not {ENDINGS[ending] for ending in later - read} & set(READERS)


def test_the_guide_gives_every_setting_with_its_default() -> None:
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    block = guide.partition("## Settings in a file")[2].partition("```toml\n")[2].partition("```")[0]
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in tomllib.loads(block).items()}
    unset = set(re.findall(r"^# (\w+) = ", block, flags=re.MULTILINE))
    defaults = Settings()
    assert set(given) | unset == {f.name for f in fields(Settings)}
    assert all(getattr(defaults, name) is None for name in unset)
    assert given == {name: getattr(defaults, name) for name in given}


def test_the_method_describes_every_kind_of_finding_once() -> None:
    described = re.findall(r"^\| `(\w+)` \|", METHOD, flags=re.MULTILINE)
    assert sorted(described) == sorted(FindingKind)


def test_the_method_describes_every_outcome_in_order_and_every_verdict() -> None:
    named = re.findall(r"^\| ([a-z]+(?: [a-z]+)*) \|", section(METHOD, "## Figures"), flags=re.MULTILINE)
    assert [name.replace(" ", "_") for name in named if name != "outcome"] == list(Outcome)
    verdicts = section(METHOD, "## Verdicts")
    assert all(verdict in verdicts for verdict in Verdict)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_to_files_and_headings(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (document.parent / name).resolve() if name else document
        assert file.exists(), f"{document.name}: {target} leads nowhere"
        if anchor:
            headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
            assert anchor in {slug(h) for h in headings}, f"{document.name}: {target} names no heading"


def slug(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_python_in_the_readme_runs(tmp_path: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    claimed = "assert relate_quantities(almost, exact) == 'modifier_only'\n"
    program = "\n".join([*blocks, claimed]).replace('"report.pdf"', '"report.json"')  # the same way, and quicker
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "report.json").stat().st_size > 100


def test_the_changelog_has_the_version_of_the_package() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.search(r"^## \[?(\d+\.\d+\.\d+)", changes, flags=re.MULTILINE)
    assert first is not None
    assert first.group(1) == __version__


def test_constraints_hold_one_version_of_each_dependency_and_no_address() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)
    held = [normal(line.partition("==")[0]) for line in lines]
    assert len(held) == len(set(held))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    assert {normal(re.split(r"[\[<>=!~; ]", name)[0]) for name in wanted} <= set(held)


def normal(name: str) -> str:
    """A distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()

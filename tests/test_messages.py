"""The catalogue of what the comparison says: complete in every language, and all of it used."""

from __future__ import annotations

import ast
import copy
import pickle
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from compare.api import compare_versions
from compare.differences.changes import listed, quoted
from compare.differences.content.carried import WEIGHT
from compare.lexicon import word_class
from compare.load import READERS
from compare.messages import ENGLISH, Catalogue, Message, Template, catalogue, in_language, message, refilled
from compare.model import Outcome, Version
from compare.settings import languages
from tests.stories.told import FILES, told

PACKAGE = Path(__file__).parent.parent / "compare"
OTHERS = [language for language in languages() if language != ENGLISH]
FAMILIES = frozenset(
    {f"figure.{outcome}" for outcome in Outcome}
    | {f"fact.{name}" for name in WEIGHT}
    | {f"format.{format.name.lower()}" for format in READERS}
    | {f"span.{name}" for name in word_class("spans_of_time")}
)
"""Keys that the code puts together from a word of its own."""


def known(language: str) -> Catalogue:
    found = catalogue(language)
    assert found is not None, f"there is no catalogue of messages in {language}"
    return found


def nodes(*folders: str) -> Iterator[ast.AST]:
    """All of the code in some folders of the package."""
    for folder in folders:
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def test_every_message_that_the_code_says_is_in_the_catalogue_and_no_other_is() -> None:
    templates = known(ENGLISH).templates
    shape = re.compile(rf"(?:{'|'.join({key.partition('.')[0] for key in templates})})\.(?!txt)[a-z_0-9]+")
    written = {node.value for node in nodes(".")
               if isinstance(node, ast.Constant) and isinstance(node.value, str) and shape.fullmatch(node.value)}  # fmt: skip
    assert written | FAMILIES == set(templates)


def test_no_stage_writes_an_explanation_past_the_catalogue() -> None:
    code = list(nodes("differences", "figures"))
    passed = [n.value for n in code if isinstance(n, ast.keyword) and n.arg in ("explanation", "reason")]
    assigned = [n.value for n in code if isinstance(n, ast.Assign) and "reason" in (getattr(t, "id", "") for t in n.targets)]
    told = (inner for value in (*passed, *assigned) for inner in ast.walk(value))
    texts = [n.value for n in told if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    assert texts, "messages have keys"
    assert [text for text in texts if " " in text] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_tells_every_message_with_the_same_slots_in_the_same_forms(language: str) -> None:
    ours, theirs = known(ENGLISH).templates, known(language).templates
    assert list(theirs) == list(ours)
    assert {key for key in ours if theirs[key].slots != ours[key].slots} == set()
    assert {key for key in ours if theirs[key].is_row != ours[key].is_row} == set()


@pytest.mark.parametrize("language", [ENGLISH, *OTHERS])
@pytest.mark.parametrize("n", [1, 2])
def test_every_message_can_be_told(language: str, n: int) -> None:
    for key, template in known(language).templates.items():
        made = message(key, n=n, **sample(template))
        text = made if language == ENGLISH else in_language(made, language)
        assert text, key
        assert "{" not in text, key


def sample(template: Template) -> dict[str, str | tuple[str, ...]]:
    return {"row": ("Wire", "Post", "Mail")} if template.is_row else {slot: f"<{slot}>" for slot in template.slots - {"n"}}


@pytest.mark.parametrize("story", FILES)
def test_all_that_is_said_of_a_story_can_be_told_in_german(story: str) -> None:
    comparison = told(story)
    said = [*(f.difference.explanation for f in comparison.findings), *(f.reason for f in comparison.figures if f.reason)]
    assert said
    assert [text for text in said if in_language(text, "de") is None] == []


def test_the_versions_words_stay_and_all_around_them_is_told_in_the_language() -> None:
    parts = tuple(message("wording.has", who=listed(who), n=len(who), words=quoted(words))
                  for who, words in ((["Wire", "Post"], "rose"), (["Mail"], "fell")))  # fmt: skip
    made = message("wording.because", wordings=message("row.clauses", row=parts), reason=message("reason.exclude"))
    assert made == "Wire and Post have “rose”; Mail has “fell”: these exclude each other."
    assert in_language(made, "de") == "Wire und Post schreiben „rose“; Mail schreibt „fell“: Das eine schließt das andere aus."


def test_marks_within_quoted_words_are_single_ones_of_the_language() -> None:
    made = quoted('"A wall," she said: "of green')
    assert made == "“‘A wall,’ she said: ‘of green”"
    assert in_language(made, "de") == "„‚A wall,‘ she said: ‚of green“"


def test_numbers_are_written_as_the_language_writes_them() -> None:
    terms = message("row.terms", row=(Decimal("1200"), Decimal("0.50")))
    made = message("figure.sum", parts=terms, whole=Decimal("1200.5"))
    assert made == "1,200 + 0.5 = 1,200.5: a sum of parts."
    assert in_language(made, "de") == "1.200 + 0,5 = 1.200,5: eine Summe aus Teilen."


@pytest.mark.parametrize("text", ["Nobody has put this into German.", message("wording.sentence", told="Wire").upper()])
def test_a_plain_text_has_no_other_language(text: str) -> None:
    assert in_language(text, "de") is None


def test_a_message_has_no_words_in_a_language_without_a_catalogue() -> None:
    assert in_language(message("reason.exclude"), "fr") is None


def test_a_message_the_catalogue_does_not_have_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match=r"messages\.toml has no reason\.whim"):
        message("reason.whim")


def test_a_message_is_a_text_that_can_be_copied_and_sent_to_another_process() -> None:
    made = message("reason.limits", free=listed(["Wire", "Post"]))
    for same in (pickle.loads(pickle.dumps(made)), copy.deepcopy(made)):
        assert isinstance(same, Message)
        assert same == made == "the words that Wire and Post leaves out limit the others"
        assert in_language(same, "de") == in_language(made, "de")


def test_a_slot_is_filled_anew_wherever_it_stands() -> None:
    two = message("figure.two", a="“50”", b="“60”")
    reason = message("figure.why_converted", why=message("figure.equal", pair=two), conversion="50 is 50.")
    assert refilled(reason, {"figure.two": message("figure.they")}) == "They are the same value. 50 is 50."
    assert refilled("Plain.", {"figure.two": "They"}) == "Plain."


def test_a_value_with_a_stop_of_its_own_ends_the_sentence() -> None:
    rest = "The mayor welcomed the guests in the hall and thanked the builders."
    texts = (f"The new market opened its doors on Market Street at {hour}. {rest}" for hour in ("8 a.m.", "9 a.m."))
    report = compare_versions([Version(label=label, text=text) for label, text in zip(("Wire", "Post"), texts, strict=True)])
    told = [f.difference.explanation for f in report.comparison.findings if f.difference.figure]
    assert told == ["Wire says 8 a.m.; Post says 9 a.m."]
    assert in_language(told[0], "de") == "Wire nennt „8 a.m.“; Post nennt „9 a.m.“."

"""Words of a quotation changed, cut, trimmed; marks gained."""

from __future__ import annotations

import pytest

from compare.differences.quotations.quotes import quote_differences
from compare.model import Relation, Severity, Verdict
from tests.differences.linked import kinds, linked, quoted


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("“We will never sell,” Ms Orde said.", "“We will not sell,” Ms Orde said.", ["quote_altered"]),
        ("“We will never willingly sell,” Ms Orde said.", "“We will never sell,” Ms Orde said.", ["quote_altered"]),
        ("“We will never willingly sell,” Ms Orde said.", "“We will never … sell,” Ms Orde said.", ["quote_trimmed"]),
        ("“He will never sell,” Ms Orde said.", "“[The mayor] will never sell,” Ms Orde said.", ["quote_trimmed"]),
        ("Ms Orde said they would never sell.", "“We will never sell,” Ms Orde said.", ["quote_added"]),
        ("Ms Orde said the crew had known of it.", "“The crew knew of it,” Ms Orde said.", ["quote_added"]),
        ("“We will never, save in a war or after a great flood, sell it,” she said.", "“We will never sell it,” she said.",
         ["quote_altered"]),
        ("“We saw each room, each loft and each of the sheds burn,” she said.", "“We saw each room … burn,” she said.",
         ["quote_trimmed"]),
        ("“I do not think the old dam is safe,” she said.", "“The old dam is safe,” she said.", ["quote_altered"]),
        ("“I am sorry that the old dam is closed,” she said.", "“The old dam is closed,” she said.", ["quote_altered"]),
        ("“I do not think the old dam is safe,” she said.", "She denied that “the old dam is safe”.", []),
        ("“If the rain stops, the old dam is safe,” she said.", "“The old dam is safe,” she said.", ["quote_altered"]),
        ("“The old dam is safe unless it rains,” she said.", "“The old dam is safe,” she said.", ["quote_altered"]),
        ("“The old dam is safe for most of the year,” she said.", "“The old dam is safe,” she said.", ["quote_altered"]),
        ("“We will open the dam once the rain stops,” she said.", "“We will open the dam,” she said.", ["quote_altered"]),
        ("“We will open the dam as long as you pay,” she said.", "“We will open the dam,” she said.", ["quote_altered"]),
        ("“We will open the dam as our fathers did,” she said.", "“We will open the dam,” she said.", []),
        ("“We left the old dam when the rain stopped,” she said.", "“We left the old dam,” she said.", []),
        ("“No. The old dam is safe, and so are we,” she said.", "“The old dam is safe,” she said.", []),
        ("“We lost the hay,” he said. “The bank will not wait.”", "“We lost the hay and the bank will not wait,” he said.",
         ["quote_altered"]),
        ("“We lost the hay,” he said. “The bank will not wait.”", "“We lost the hay. The bank will not wait,” he said.", []),
        ("He called the lanes a waste of money.", "He called the lanes “a waste of money”.", ["quote_added"]),
        ("She sang A Night in Spring there.", "She sang “A Night in Spring” there.", []),
        ("“We will never sell,” Ms Orde said.", "Ms Orde said they would never sell.", []),
        ("“We will never sell,” Ms Orde said.", "'We will never sell', Ms Orde said.", []),
        ("“We will never sell,” Ms Orde said.", "Ms Orde said: \"We will never sell.\"", []),
        ("“We’ll never sell the city centre,” she said.", "“We will never sell the city center,” she said.", []),
        ("“Our work force will never sell,” she said.", "“Our workforce will never sell,” she said.", []),
        ("“We will never sell this place,” she said.", "She said they would “never sell this place”.", []),
        ("“He is the 12th, and it’s OK,” she said.", "“He is the twelfth, and it’s O.K.,” she said.", []),
        ("“We will, um, never sell,” she said.", "“We will never sell,” she said.", []),
        ("“The dam will surely hold,” Ann Bell said.", "“The dam will never hold,” Peter Lind said.", []),
        ("The “safe zone” was hit.", "The “no-go zone” was hit.", []),
        ("“Mama, we will sail at noon,” she said.", "“Momma, we will sail at noon,” she said.", []),
        ("“I have always loved that,” she said.", "“I have always denied that,” she said.", []),
    ],
)
def test_quotations_before_and_after(before: str, after: str, found: list[str]) -> None:
    assert kinds(quote_differences, before, after) == found


def test_a_lost_little_word_weighs_less_than_a_lost_word_of_weight() -> None:
    (filler,) = quote_differences(linked("“I know that we left,” she said.", "“I know we left,” she said."))
    (grammar,) = quote_differences(linked("“I know they had all left,” she said.", "“I know they have all left,” she said."))
    assert (grammar.severity, grammar.verdict) == (Severity.LOW, Verdict.CHECK)
    before = "“He tried to cook for her, and to talk to her,” she said."
    (pronoun,) = quote_differences(linked(before, before.replace("for her", "for")))
    assert (pronoun.severity, pronoun.verdict) == (Severity.LOW, Verdict.CHECK)
    (little,) = quote_differences(linked("“I know both of us left,” she said.", "“I know some of us left,” she said."))
    (weighty,) = quote_differences(linked("“I know they all left,” she said.", "“I know they secretly left,” she said."))
    assert (filler.severity, little.severity, weighty.severity) == (Severity.LOW, Severity.MEDIUM, Severity.HIGH)


@pytest.mark.parametrize(
    ("plain", "severity"),
    [
        ("The keeper called the lanes a waste of public money.", Severity.MEDIUM),
        ("The keeper says the lanes are a waste of public money.", Severity.MEDIUM),
        ("The lanes of this town are a waste of public money.", Severity.LOW),
    ],
)
def test_marks_weigh_less_around_words_that_the_other_paper_says_itself(plain: str, severity: Severity) -> None:
    (found,) = quote_differences(linked(plain, plain.replace("a waste of public money", "“a waste of public money”")))
    assert (str(found.kind), found.severity) == ("quote_added", severity)


def test_marks_are_gained_only_against_the_base() -> None:
    stories = ["“We will never sell,” Ms Orde said.", "Ms Orde said they would never sell."]
    assert kinds(quote_differences, *stories) == []
    assert kinds(quote_differences, *reversed(stories)) == ["quote_added"]


def test_a_shared_quotation_alone_is_only_to_check() -> None:
    before, after = "“We will never sell this place alive,” she said.", "“We will not sell this place alive,” she said."
    (found,) = quote_differences(linked(before, after, relation=Relation.PARTIAL))
    assert found.verdict is Verdict.CHECK


def test_the_evidence_is_the_quotation() -> None:
    found = quoted(quote_differences, "“We will never sell,” she said.", "“We will not sell,” she said.")
    assert found == [["We will never sell", "We will not sell"]]


def test_a_changed_quotation_is_shown_with_all_that_changed() -> None:
    before = "“They will never let this town build a wooden bridge over the river,” she said."
    after = "“They will never let this town build iron bridges over the river,” she said."
    (found,) = quote_differences(linked(before, after))
    assert "“build a wooden bridge over”" in found.explanation
    assert "“build iron bridges over”" in found.explanation


def test_another_form_of_a_word_weighs_little() -> None:
    (form,) = quote_differences(linked("“We did our duty to the town,” she said.", "“We did our duties to the town,” she said."))
    assert (form.severity, form.verdict) == (Severity.LOW, Verdict.CHECK)
    (tense,) = quote_differences(linked("“He is running the race,” she said.", "“He has run the race,” she said."))
    assert tense.severity is Severity.LOW
    (pointing,) = quote_differences(linked("“That's how we won it,” she said.", "“It's how we won it,” she said."))
    assert pointing.severity is Severity.LOW
    (other,) = quote_differences(linked("“We took care of it all,” she said.", "“We took careless care of it,” she said."))
    assert other.severity is Severity.HIGH


def test_what_both_versions_quote_word_for_word_is_another_utterance() -> None:
    before = ["“No catch, no pay,” said the first sailor.", "“No catch, less pay,” said the second."]
    after = ["“No catch, less pay,” said the first sailor.", "“No catch, no pay,” said the second."]
    assert kinds(quote_differences, before, after) == []


def test_a_third_version_that_changes_other_words_is_not_quoted_for_these() -> None:
    stories = ("“The old dam will surely hold this winter,” she said.", "“The old dam will hardly hold this winter,” she said.",
               "“The old dam will surely hold this summer,” she said.")  # fmt: skip
    (found,) = quote_differences(linked(*stories))
    assert found.versions == ("A", "B", "C")
    assert "Version C differs in other words of it" in found.explanation


def test_how_a_name_in_a_quotation_is_spelt_is_the_newsrooms_choice() -> None:
    before = "“We told Oleg Dorofeev to leave the harbour,” she said."
    respelt = quote_differences(linked(before, before.replace("Dorofeev", "Dorofeyev")))
    assert {d.severity for d in respelt} <= {Severity.LOW}
    (other,) = quote_differences(linked(before, before.replace("Oleg Dorofeev", "Anton Lind")))
    assert other.severity is Severity.HIGH


def test_words_in_brackets_are_not_the_speakers() -> None:
    before = "“It looks as if (the strongman Muammar) Qaddor will hold the town,” she said."
    after = "“It looks as if (the strongman Moammar) Gaddur will hold the town,” she said."
    assert {d.kind for d in quote_differences(linked(before, after))} <= {"quote_trimmed"}


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("Told of the storm, Ann Bell said: “We expect a disastrous autumn.”", ["quote_altered"]),
        ("Told of the storm, Peter Lind said: “We expect a disastrous autumn.”", []),
        ("Told of the storm, Ann Bell said: “We had a disastrous autumn.”", []),
    ],
)
def test_one_word_of_a_short_quotation_counts_in_other_surroundings(after: str, found: list[str]) -> None:
    before = "“We expect a difficult autumn,” Ann Bell told the harbour board."
    assert kinds(quote_differences, before, after, relation=Relation.PARAPHRASE) == found

"""What a sentence carries that its readers would miss."""

from __future__ import annotations

import pytest

from compare.differences.content.carried import facts_of, stock_of
from tests.builders import document


def carried(sentence: str) -> set[str]:
    return {fact.name for fact in facts_of(document("A", sentence), 0)}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The mayor denied that money was missing.", "a denial"),
        ("The council rejected the claim on Friday.", "a denial"),
        ("He had not been told, he said, and denied the charge.", "a denial"),
        ("The mayor will reject the claim, her lawyer said.", "a denial"),
        ("The firm reportedly denied the charge.", "a denial"),
        ("The contractor declined to comment.", "a reply"),
        ("The works office admitted that the gate was open.", "a reply"),
        ("Two engineers accused the harbour of neglect.", "an accusation"),
        ("In all, 31 people were hurt.", "a toll"),
        ("The gate cost $4.2 million.", "a figure"),
        ("“We asked for a second door in March,” she said.", "a quotation"),
    ],
)
def test_what_would_be_missed(sentence: str, name: str) -> None:
    assert name in carried(sentence)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The council rejected the bill on Friday.", "a denial"),
        ("He was denied bail.", "a denial"),
        ("The judge said the contractor could refute the claim in court.", "a denial"),
        ("She might well deny the charge.", "a denial"),
        ("The bill lets shops deny service to whom they like.", "a denial"),
        ("The mayor did not deny the report.", "a denial"),
        ("“I never denied that I knew,” she said.", "a denial"),
        ("The court hears trade disputes and makes a correction now and then.", "a reply"),
        ("The port lies 64 years old and 3 hours from the town.", "a figure"),
        ("“We are thrilled to welcome our new partners here,” she said.", "a quotation"),
        ("“Our leading solution brings value to all customers,” she said.", "a quotation"),
        ("She called it “a fine gate”.", "a quotation"),
    ],
)
def test_what_would_not(sentence: str, name: str) -> None:
    assert name not in carried(sentence)


def test_a_fact_is_lost_where_nothing_of_it_stands() -> None:
    facts = {f.name: f for f in facts_of(document("A", "In all, 31 people were hurt, Ann Bell said."), 0)}
    other = stock_of(document("B", "Bell spoke of 31 injured."))
    assert not facts["a toll"].lost(other)
    assert not facts["a name"].lost(other)
    assert facts["a named source"].lost(other)
    assert facts["a toll"].lost(stock_of(document("C", "Thirty were hurt.")))

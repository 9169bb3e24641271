"""Another source for the same words, a source that is gone, a verb that doubts."""

from __future__ import annotations

import pytest

from compare.differences.sources.attribution import attribution_differences
from compare.model import Severity
from tests.differences.linked import kinds, linked, quoted


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("“We will never sell,” Ms Orde said.", "“We will never sell,” Mr Otieno said.", ["attribution_change"]),
        ("“We will never sell,” said the owner's son, Ada Orde.", "“We will never sell,” said the owner's cook, Eve Lamm.",
         ["attribution_change"]),
        ("The mill will shut within two years, according to two people close to it.", "The mill will shut within two years.",
         ["attribution_drop"]),
        ("According to the coroner, the boy drowned in the race.", "The boy drowned in the race.", ["attribution_drop"]),
        ("According to Ada Orde, the bridge was hit twice.", "The bridge was hit twice.", ["attribution_drop"]),
        ("According to Ada Orde, the fire chief, the bridge was hit twice.", "The bridge was hit twice, Ada Orde said.", []),
        ("According to the rebels, the bridge was hit twice.", "According to the army, the bridge was hit twice.",
         ["attribution_change"]),
        ("The talks failed, the Swedish envoy said.", "The talks failed, the Finnish envoy said.", ["attribution_change"]),
        ("The talks failed, the Swedish envoy said.", "The talks failed, the envoy said.", []),
        ("ORC director David Certner said the fund is short.", "ORC director Edward Falk said the fund is short.",
         ["attribution_change"]),
        ("Orby mayor Ann Bell said the fund is short.", "Ann Bell of Orby Council said the fund is short.", []),
        ("The tunnel is flooded, a passenger said.", "The tunnel is flooded, the fire service said.", ["attribution_change"]),
        ("The mill's lawyer, Ada Orde, said it would study the ruling.",
         "It would study the ruling, said Eve Lamm, the mill's lawyer.",
         ["attribution_change"]),
        ("The mill's lawyer, Ada Orde, said it would study the ruling.",
         "It would study the ruling, said Ada Orde, the mill's lawyer.",
         []),
        ("A resident said the bridge is sound.", "Engineers said the bridge is sound.", ["attribution_change"]),
        ("A neighbour said the bridge is sound.", "Detectives said the bridge is sound.", ["attribution_change"]),
        ("The army said the bridge is sound.", "Villagers said the bridge is sound.", ["attribution_change"]),
        ("A trainee said the bridge is sound.", "The mayor said the bridge is sound.", ["attribution_change"]),
        ("“We will never sell,” a tourist from Orby said.", "“We will never sell,” a lifeguard said.", ["attribution_change"]),
        ("Aid groups estimate that 300 men were held.", "The ministry estimates that 300 men were held.", ["attribution_change"]),
        ("The army said its men had taken the old port on foot in the dark.", "Men took the old port on foot in the dark.",
         ["attribution_drop"]),
        ("The clerk knew of the loan, two aides told the Gazette.", "The clerk knew of the loan.", ["attribution_drop"]),
        ("The clerk told the court that he knew.", "The clerk claimed in court that he knew.", ["tone_change"]),
        ("Detectives believe the gunman acted alone.", "The gunman acted alone.", ["attribution_drop"]),
        ("The mayor said that he never met her.", "The mayor insisted that he never met her.", ["tone_change"]),
        ("The mayor said that he never met her.", "The mayor confirmed that he never met her.", []),
        ("The army said the bridge is sound.", "The ministry said the bridge is sound.", []),
        ("The bridge is sound, the engineer said.", "The bridge is sound.", ["attribution_drop"]),
        ("The engineer said the bridge is sound.", "The engineer claimed the bridge is sound.", ["tone_change"]),
        ("The engineer said the bridge is sound.", "The bridge is sound, said the engineer.", []),
        ("“We will never sell,” Ms Orde said.", "“We will never sell,” Anna Orde said.", []),
        ("“We will never sell,” Ms Orde said.", "“We will never sell,” she said.", []),
        ("“We will never sell,” Ms Orde said.", "“We will never sell,” the mayor said.", []),
        ("Major Anna Otieno said the bridge is sound.", "A Kenyan spokesman said the bridge is sound.", []),
        ("Police said the bridge is sound.", "Officials said the bridge is sound.", []),
        ("The bridge is sound, according to the chief engineer, Ann Bell.",
         "The bridge is sound, according to engineer Ann Bell.",
         []),
        ("The boat was too fast, two passengers said.", "The boat was too fast, investigators said.", ["attribution_change"]),
        ("Observers from the Orde Institute said that votes were lost.", "The commission said that votes were lost.",
         ["attribution_change"]),
        ("Orders fell, analysts at Lamm said.", "Orders fell, the company said.", ["attribution_change"]),
        ("Orders fell over tariffs, the Orde Institute said.", "Orders fell over tariffs, researchers said.", []),
        ("Union Minister Ada Orde said the bridge is sound.", "The government said the bridge is sound.", []),
        ("Orders fell over tariffs, Brix said.", "Orders fell over tariffs, the company said.", []),
        ("The firm reported a loss of three million.", "The firm posted a loss of three million.", []),
    ],
)
def test_sources_before_and_after(before: str, after: str, found: list[str]) -> None:
    assert kinds(attribution_differences, before, after) == found


def test_a_source_in_the_sentence_before_still_holds() -> None:
    before = ["The engineer said it had looked.", "The bridge is sound, the engineer said."]
    after = ["The engineer said it had looked.", "The bridge is sound."]
    assert kinds(attribution_differences, before, after) == []


def test_the_evidence_of_a_change_is_the_sources() -> None:
    found = quoted(attribution_differences, "A resident said the bridge is sound.", "Engineers said the bridge is sound.")
    assert found == [["A resident", "Engineers"]]


def test_one_finding_for_three_versions() -> None:
    stories = ["The bridge is sound, the engineer said.", "The bridge is sound.", "The bridge is sound."]
    (found,) = attribution_differences(linked(*stories))
    assert found.versions == ("A", "B", "C")


def test_words_in_the_first_person_are_someones_words() -> None:
    before, after = "We have always paid our bakers well, the owner said.", "We have always paid our bakers well."
    assert kinds(attribution_differences, before, after) == []


def test_a_charge_is_on_record_without_a_source() -> None:
    (found,) = attribution_differences(linked("The baker was charged, police said.", "The baker was charged."))
    assert found.severity is Severity.LOW
    (pleaded,) = attribution_differences(linked("The baker pleaded not guilty, police said.", "The baker pleaded not guilty."))
    assert pleaded.severity is Severity.LOW
    (stolen,) = attribution_differences(linked("The baker took the till, police said.", "The baker took the till."))
    assert stolen.severity is Severity.MEDIUM
    assert stolen.explanation == "In Version B as a fact, in Version A with its source, “police said”: “The baker took the till”."

"""What happened, to whom, and how surely: before and after."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.differences.claims.slots import claim_differences
from compare.lexicon.opposites import opposed, rivals
from compare.model import FindingKind, Relation, Severity, Verdict
from tests.differences.linked import kinds, linked, quoted


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("The blast killed 9 people.", "The blast injured 9 people.", "predicate_conflict"),
        ("Prices rose sharply in May.", "Prices fell sharply in May.", "predicate_conflict"),
        ("The plant needs 400 more people.", "The plant needs 400 fewer people.", "predicate_conflict"),
        ("The board voted in favour of the sale.", "The board voted against the sale.", "predicate_conflict"),
        ("The judge upheld the ban on Tuesday.", "The judge lifted the ban on Tuesday.", "predicate_conflict"),
        ("The rents were paid in advance.", "The rents were paid in arrears.", "predicate_conflict"),
        ("Most farmers back the plan.", "Few farmers back the plan.", "predicate_conflict"),
        ("The fund bought the port.", "The fund sold the port.", "predicate_conflict"),
        ("The mayor saw the flaw.", "The mayor missed the flaw.", "predicate_conflict"),
        ("The court found the plan lawful.", "The court found the plan unlawful.", "predicate_conflict"),
        ("He was charged with arson in May.", "He was convicted of arson in May.", "predicate_conflict"),
        ("The wound was fatal to him.", "The wound was non-fatal to him.", "negation_flip"),
        ("The law regulated the ferries.", "The law deregulated the ferries.", "predicate_conflict"),
        ("The jury blamed the crew for it.", "The jury cleared the crew of it.", "predicate_conflict"),
        ("Detectives suspect foul play.", "Detectives found foul play.", "hedge_drop"),
        ("They lost the final in Leeds.", "They lost the semi-final in Leeds.", "subject_change"),
        ("The report shows the use of it.", "The report shows the lack of use of it.", "negation_flip"),
        ("The mayor did not sign the lease.", "The mayor signed the lease.", "negation_flip"),
        ("Nobody was hurt, and the mayor won't resign.", "Nobody was hurt, and the mayor will resign.", "negation_flip"),
        ("He did not know the driver.", "He knew the driver.", "negation_flip"),
        ("She agreed to sign it.", "She refused to sign it.", "negation_flip"),
        ("They asked why the valve was closed.", "They asked why the valve was not closed.", "negation_flip"),
        ("They ask who paid, and he was fined.", "They ask who paid, and he was not fined.", "negation_flip"),
        ("The court freed the men.", "The court jailed the men.", "predicate_conflict"),
        ("The roof buried and killed 5 men.", "The roof buried and trapped 5 men.", "predicate_conflict"),
        ("Police killed two men in Orby.", "Police arrested two men in Orby.", "predicate_conflict"),
        ("The mayor was fined in May.", "The mayor was jailed in May.", "predicate_conflict"),
        ("The sponsor suspended its contract.", "The sponsor terminated its contract.", "predicate_conflict"),
        ("The president signed the bill.", "The president vetoed the bill.", "predicate_conflict"),
        ("The tanks were hardly damaged.", "The tanks were badly damaged.", "predicate_conflict"),
        ("Results are due on Tuesday evening.", "Results are due on Tuesday morning.", "date_conflict"),
        ("He has led the party since 2011.", "He has led the party until 2011.", "predicate_conflict"),
        ("It is Europe's largest mill.", "It is the world's largest mill.", "subject_change"),
        ("The group plans to sell the mill.", "The group has sold the mill.", "predicate_conflict"),
        ("Neither pilot was hurt.", "Both pilots were hurt.", "negation_flip"),
        ("The firm denied the leak.", "The firm confirmed the leak.", "negation_flip"),
        ("The firm denied that the dam was old.", "The firm said that the dam was old.", "negation_flip"),
        ("The blast killed 9 soldiers.", "The blast killed 9 civilians.", "subject_change"),
        ("The blast killed 9 firemen.", "The blast killed 9 children.", "subject_change"),
        ("Her brother drove the van.", "Her uncle drove the van.", "subject_change"),
        ("Two teachers were held there.", "Two pupils were held there.", "subject_change"),
        ("Profit rose to £40 million.", "Profit rose by £40 million.", "subject_change"),
        ("They sold 18,000 tickets there.", "They sold 18,000 tickets a day there.", "subject_change"),
        ("Owners should fit an alarm.", "Owners must fit an alarm.", "hedge_drop"),
        ("Residents are advised to leave the low land.", "Residents have been ordered to leave the low land.", "hedge_drop"),
        ("The council urged residents to boil their water.", "The council ordered residents to boil their water.", "hedge_drop"),
        ("The sprinter is suspected of using the drugs.", "The sprinter used the drugs.", "hedge_drop"),
        ("The elders welcomed the vote.", "The elders deplored the vote.", "predicate_conflict"),
        ("The school is closed until Monday.", "The school is open until Monday.", "predicate_conflict"),
        ("The school is closed until the end of May.", "The school is open until the end of May.", "predicate_conflict"),
        ("The agent can call her in the next week.", "The agent cannot call her until the next month.", "negation_flip"),
        ("Detectives believe a spark started the fire.", "Detectives found that a spark started the fire.", "hedge_drop"),
        ("They will serve the terms concurrently.", "They will serve the terms consecutively.", "predicate_conflict"),
        ("It hopes to reopen in May.", "It will reopen in May.", "hedge_drop"),
        ("The plant may close if it snows.", "The plant will close if it snows.", "hedge_drop"),
        ("He allegedly stole the car.", "He stole the car.", "hedge_drop"),
        ("The plant may close.", "The plant will close.", "hedge_drop"),
        ("Police held a suspected arsonist.", "Police held an arsonist.", "hedge_drop"),
    ],
)
def test_a_changed_claim_is_found_once_either_way(before: str, after: str, kind: str) -> None:
    assert kinds(claim_differences, before, after) == [kind]
    assert kinds(claim_differences, after, before) == [kind]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The plan is not impossible.", "The plan is possible."),
        ("Nobody denied that the dam was weak.", "Everybody said that the dam was weak."),
        ("They will not stay less than a week.", "They will stay at least a week."),
        ("Only members may vote.", "Non-members may not vote."),
        ("The school will stay closed until Monday.", "The school will reopen on Monday."),
        ("The shop did not open until noon on Monday.", "The shop opened at noon on Monday."),
        ("Prime Minister Okello opened the line.", "Premier Okello opened the line."),
        ("A minibus cannot carry more than six pupils.", "A minibus may carry at most six pupils."),
        ("Drivers were asked to slow down there.", "Drivers were told to slow down there."),
        ("It is their job to know which pupils have had the jab.", "It is their job to know which pupils haven't had the jab."),
        ("It was not clear whether the valve was closed.", "It was not clear whether the valve was not closed."),
        ("The mayor did not sign the lease.", "The mayor didn't sign the lease."),
        ("The mayor did not sign the lease.", "The minister failed to sign the lease."),
        ("He allegedly stole the car.", "He reportedly stole the car."),
        ("He allegedly stole the car.", "He stole the car, police said."),
        ("The bid had been refused by May.", "The bid had not been approved by May."),
        ("Trams to the hill have been cancelled until May.", "No trams will run to the hill until May."),
        ("Prices rose and wages fell.", "Wages fell and prices rose."),
        ("The brother met the uncle.", "The uncle met the brother."),
        ("The blast killed 9 people.", "Nine people died in the blast."),
        ("The vote in May is off.", "The vote in June is off."),
        ("The plant might soon be shut.", "The plant could soon be shut."),
        ("They sold 18,000 tickets daily.", "They sold 18,000 tickets a day."),
        ("Doctors hope the salve will work.", "Doctors hope the salve could work."),
        ("The trip was to Leeds.", "The trip was by Leeds."),
        ("The plant may close if it snows.", "The plant could close if it snows."),
        ("The mayor announced the plan.", "The mayor presented the plan."),
        ("Of 90 samples, 70 were positive.", "Of 90 samples, 20 were negative."),
        ("The mill will close unless the loan is granted.", "The mill will close if the loan is refused."),
        ("The mill will not open before May.", "The mill will open in May at the earliest."),
        ("Of the 30 villages, 22 have power again.", "Eight of the 30 villages still have no power."),
        ("There is no reason for alarm now.", "There is every reason to be glad now."),
        ("Her lawyer said her client had slept.", "Her lawyer said he had slept."),
        ("Among men 12 percent were ill.", "Among women 9 percent were ill."),
        ("Some 64 percent were for the dam.", "Some 36 percent were against the dam."),
        ("Few farmers oppose the plan.", "Most farmers back the plan."),
    ],
)
def test_the_same_claim_in_other_words_is_silent(before: str, after: str) -> None:
    assert kinds(claim_differences, before, after) == []
    assert kinds(claim_differences, after, before) == []


@pytest.mark.parametrize(
    ("denied", "said"),
    [
        ("He denied that he had opened the dam.", "He said that he had not opened the dam."),
        ("He denied that he had opened the dam.", "He said that he had never opened the dam."),
        ("The firm denied that the report was true.", "The firm said that the report was false."),
    ],
)
def test_who_denies_that_it_is_so_says_that_it_is_not(denied: str, said: str) -> None:
    for before, after in ((denied, said), (said, denied)):
        assert list(claim_differences(linked(before, after))) == []


def test_other_words_around_it_leave_the_slot_unsure() -> None:
    before = "Prices rose last month as shops opened again."
    after = "Shops shut, wages fell and rents climbed, a survey found."
    assert kinds(claim_differences, before, after) == []


def test_a_sentence_worded_anew_is_left_alone() -> None:
    assert kinds(claim_differences, "The blast killed 9.", "The blast injured 9.", relation=Relation.PARAPHRASE) == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("Some walkers, possibly three hikers, were inside.", "Eight slept in the hut, including three hikers.", ["hedge_drop"]),
        ("Some walkers, possibly three hikers, were inside.", "Perhaps eight, including three hikers.", []),
        ("She was accused of killing two guards.", "Minutes later she opened fire, killing two guards.", []),
        ("They may have left the town hall.", "They left the town hall at nine, when the doors were shut.", []),
    ],
)
def test_a_hedge_is_missed_even_where_the_sentence_is_worded_anew(before: str, after: str, found: list[str]) -> None:
    assert kinds(claim_differences, before, after, relation=Relation.PARAPHRASE) == found


def test_a_number_added_is_not_the_whole() -> None:
    before, after = "The storm flooded 2,400 homes.", "The storm flooded an additional 2,400 homes."
    (found,) = claim_differences(linked(before, after))
    assert (found.kind, found.verdict) == (FindingKind.SUBJECT_CHANGE, Verdict.CHECK)


def test_another_word_for_an_addition_is_silent() -> None:
    assert kinds(claim_differences, "They get an extra 10 days off.", "They get an added 10 days off.") == []
    assert kinds(claim_differences, "They get an extra 10 days off.", "They get a bonus 10 days off.") == []


def test_two_sources_are_told_as_such() -> None:
    before, after = "“We never sell,” the minister said.", "“We never sell,” the governor said."
    assert kinds(claim_differences, before, after) == []
    assert kinds(claim_differences, "The minister left at noon.", "The governor left at noon.") == ["subject_change"]


def test_a_changed_quotation_is_told_as_such() -> None:
    before, after = "“You can sell a life for that,” she told them.", "“You can't sell a life for that,” she told them."
    assert kinds(claim_differences, before, after) == []
    assert kinds(claim_differences, "You can sell it for that.", "You can't sell it for that.") == ["negation_flip"]


def test_the_evidence_is_the_word() -> None:
    assert quoted(claim_differences, "The blast killed 9 people.", "The blast injured 9 people.") == [["killed", "injured"]]


def test_one_finding_for_three_versions_names_those_that_agree() -> None:
    stories = ["Prices rose in the north.", "Prices fell in the north.", "Prices fell in the north."]
    (found,) = claim_differences(linked(*stories))
    assert found.versions == ("A", "B", "C")
    assert found.explanation.startswith("Version A has “rose”; Version B and Version C have “fell”")


def test_a_strong_hedge_weighs_more_than_a_weak_one_and_is_to_check() -> None:
    (strong,) = claim_differences(linked("He allegedly stole the car.", "He stole the car."))
    (modal,) = claim_differences(linked("The plant may close.", "The plant will close."))
    assert (strong.severity, modal.severity) == (Severity.HIGH, Severity.MEDIUM)
    assert {strong.verdict, modal.verdict} == {Verdict.CHECK}


@given(st.sampled_from("rose fell killed injured opened closed soldiers civilians the plan".split()),
       st.sampled_from("rose fell killed injured opened closed soldiers civilians the plan".split()))  # fmt: skip
def test_exclusion_goes_both_ways_and_no_word_excludes_itself(one: str, other: str) -> None:
    assert opposed(one, other) == opposed(other, one)
    assert rivals(one, other) == rivals(other, one)
    assert not opposed(one, one)


@given(st.lists(st.sampled_from("the mayor did not say he may close a plant brother rose fell".split()), min_size=1, max_size=9))
def test_a_sentence_differs_from_itself_in_nothing(words: list[str]) -> None:
    sentence = " ".join(words).capitalize() + "."
    assert kinds(claim_differences, sentence, sentence) == []


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        ("The crates held weapons.", "The crates held nothing but weapons."),
        ("The strike hit ports and mills.", "The strike hit not only ports and mills."),
        ("The guards were on duty.", "The guards were no doubt on duty."),
    ],
)
def test_not_every_not_denies(plain: str, other: str) -> None:
    assert kinds(claim_differences, plain, other) == []


def test_a_verb_of_saying_hedges_no_number() -> None:
    before = "The charge sheet alleged four burglaries in Marwick and asked for a trial in the spring."
    after = "A jury in Marwick found him guilty of four burglaries that he had planned for a year."
    assert kinds(claim_differences, before, after) == []
    before, after = "Police held him over four alleged mill fires.", "Police held him over four mill fires."
    assert kinds(claim_differences, before, after) == ["hedge_drop"]


def test_a_hedge_of_one_noun_is_none_of_another() -> None:
    before = "Tenants had called about a possible sewage leak in the cellar on Friday night."
    after = "A strong smell of sewage drew the landlord to the cellar, where he found the two men."
    assert kinds(claim_differences, before, after) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Labour could lose the seat.", "Chance that Labour lose the seat."),
        ("Labour could lose the seat.", "Labour lose the seat?"),
        ("It has that rumoured glass roof at last.", "Like all others here it has no glass roof."),
        ("They plan a possible spring wedding in Leeds.", "They talked about a spring wedding in Leeds."),
        ("They spoke of a possible sewage leak.", "There was a smell of sewage."),
    ],
)
def test_what_is_left_open_otherwise_has_lost_no_hedge(before: str, after: str) -> None:
    assert kinds(claim_differences, before, after) == []
    assert kinds(claim_differences, before, after, relation=Relation.PARAPHRASE) == []


def test_what_was_expected_may_have_come() -> None:
    before, after = "The report is expected to be released on Monday.", "The report was released on Monday."
    assert {d.severity for d in claim_differences(linked(before, after))} <= {Severity.LOW}


def test_a_headline_is_short_of_room_for_a_hedge() -> None:
    told = linked("Police arrest allegedly drunk driver.", "Police arrest drunk driver.")
    as_titles = tuple(replace(d, sentences=tuple(replace(s, field="title") for s in d.sentences)) for d in told.documents)
    assert [d.severity for d in claim_differences(told)] == [Severity.HIGH]
    assert [d.severity for d in claim_differences(replace(told, documents=as_titles))] == [Severity.LOW]


def test_a_question_claims_nothing() -> None:
    assert kinds(claim_differences, "Floods could shut the bridge?", "Floods shut the bridge.") == []


def test_the_explanation_names_the_version_that_hedges() -> None:
    (found,) = claim_differences(linked("He stole the car.", "He allegedly stole the car."))
    assert found.explanation == "In Version B with a hedge, “allegedly stole”; in Version A without, “stole”."
    (denied,) = claim_differences(linked("He did not sign it.", "He did sign it."))
    assert denied.explanation.endswith(": the one denies what the other says.")


def test_a_pronoun_without_anyone_before_it_is_to_check() -> None:
    named, pointing = "The Reform League claimed the vote was bought.", "It claimed the vote was bought."
    (found,) = claim_differences(linked(named, pointing))
    assert (found.kind, found.verdict, found.severity) == (FindingKind.SUBJECT_CHANGE, Verdict.CHECK, Severity.MEDIUM)
    before = ["The Reform League met in Orby.", named]
    assert kinds(claim_differences, before, [before[0], pointing]) == []
    assert kinds(claim_differences, "The pair met in Orby.", "They met in Orby.") == []
    assert kinds(claim_differences, "A woman slept in Orby.", "She slept in Orby.") == ["subject_change"]
    far = ["Buses run to Orby.", "Stalls open on Saturdays.", "They sell cheese.", "They shut at noon."]
    assert kinds(claim_differences, [*far, named], [*far, pointing]) == ["subject_change"]


def test_another_sex_is_another_person() -> None:
    before, after = "On Friday he left the court alone.", "On Friday she left the court alone."
    assert kinds(claim_differences, before, after) == ["subject_change"]

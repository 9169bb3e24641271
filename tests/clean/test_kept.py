"""What a story tells stays, though it is told in the words of furniture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clean.story import STORY, cleaned, excluded


@pytest.mark.parametrize(
    "line",
    [
        "“Subscribe to our version of events or leave, they told us at the meeting,” said Lund, who has lived there for years.",
        "Share prices of the operator fell by 4% on Wednesday after the ferry had been towed back into the harbour of Senn.",
        "Follow the money, the lawyer said, and you will find the owner of the ship in a flat above a bakery in the old town.",
        "By Wednesday morning the water had reached the second deck, and the crew had given up on saving the cars below it.",
        "Advertising on the island's buses brought in $3 million last year, which is more than the ferries earned in two years.",
        "Comments by the minister that the captain had been asleep were withdrawn on Thursday after the union protested.",
        "Data provided by the ministry showed that 12 people had died in the floods, which is twice as many as the year before.",
        "Families may receive compensation of up to $5,000 each, the operator said in a letter that it sent out on Friday.",
        "The operator uses cookies to follow its customers across other pages, the data protection office found in March.",
        "Copyright law does not protect the song that the passengers sang in the boats, a court in the capital ruled on Monday.",
        "Production from the island's only dairy fell by a third after the ferry stopped, the farmers' union said on Thursday.",
        "Mr. Lund was the main author of a report that had warned the operator of rocks in the channel, for which he was fired.",
        "The pilot is seen in a video that was filmed on the bridge, and that the police now treat as an image of his last hour.",
        "Terms of use of the pier were not clear.",
        "More than 40 people slept in the school gym.",
        "He was asleep.",
        "THE INQUIRY WILL TAKE A YEAR, SAYS MINISTER",
        "10 p.m.",
    ],
)
def test_sentences_that_look_like_furniture_are_kept(line: str) -> None:
    assert excluded(cleaned("\n".join([*STORY[:2], line, *STORY[2:]]))) == {}
    assert excluded(cleaned("\n".join([*STORY, line]))) == {}


@pytest.mark.parametrize(
    "line",
    [
        "All rights reserved for the islanders under the treaty of 1987 were ignored, the judge said.",
        "“Sign up now,” the recruiter told the crowd, “and you will be paid by Friday.”",
        "Click here to kill everybody, the message on the screen read.",
        "The views expressed by the ambassador do not reflect those of the government, a spokesman said.",
        "Published in 1987, the report warned of exactly such a wreck.",
        "Support independent journalism, the dissident urged in his last letter from prison.",
        "Video: that is what the court wants to see.",
        "Sign up for the army and you get a flat.",
        "Join the union or leave, they were told.",
        "The author is suing the publisher for breach of copyright.",
        "The writer was found dead in his cell in March.",
        "Whoever saw anything may call Detective Ruth Marsh on 555-0142.",
        "Donations can be made through the relief fund's website, the family said.",
        "The clip, which ends with the words “and nobody ever came back for us, not even once”, was shown in court. (AP)",
        "The paper will charge readers £2 a week from May, its editor wrote on Friday.",
        "Copyright holders lost $4 million.",
        "About 300 people are still missing.",
        "Names have been changed to protect identities.",
        "EXCLUSIVE: Operator knew of the rock, letters show",
        "Only $5 was left.",
        "Compiled by hand, the list has 4,000 names.",
        "Distributed by the crew, the pictures could not be verified.",
        "Subscribe to the theory or not, the data are clear.",
        "Stay connected to the app at all times, the captains were told.",
        "If you are affected by the spill, call the county, the sheriff advised.",
        "By Friday",
        "Sources: Captain may not be out of the inquiry",
        "FBI Arrests Reporter",
        "Reuters Apologises",
        "Country blocks news services",
        "“No comment.”",
    ],
)
def test_what_is_told_in_the_words_of_furniture_stays(line: str) -> None:
    assert excluded(cleaned("\n".join([*STORY[:2], line, *STORY[2:]]))) == {}
    assert excluded(cleaned("\n".join([*STORY, line]))) == {}


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version of this article gave the number of injured as 21. It was 12.",
        "This story has been corrected to say that 12 passengers were injured, not 21.",
        "(Corrects spelling of the captain's name in paragraph 4.)",
        "CORRECTED: Captain did not leave the ship first",
        "UPDATE 2: Number of injured rises to 14",
        "Updated May 14, 2024 to correct the number of passengers",
        "Published May 14, 2024, and amended to make clear that the captain was not charged",
        "Editor's note: This story was first published on May 3 and has been updated with the verdict.",
        "The article has been amended to make clear that the operator was not charged.",
        "Disclosure: The Harbour Post is owned by the company that runs the ferry.",
        "(Disclaimer: The Harbour Post is a subsidiary of Senn Holdings.)",
        "We have removed a photograph that showed another man of the same name.",
    ],
)
def test_corrections_and_disclosures_stay_even_where_the_tail_is_cut(line: str) -> None:
    teasers = ["Sign up for our newsletter", "Senn harbour to be dredged", line, "Ferry fares to rise in May"]
    assert line not in excluded(cleaned("\n".join([line, *STORY[:2], line, *STORY[2:], line])))
    assert list(excluded(cleaned("\n".join([*STORY, *teasers])))) == [x for x in teasers if x != line]


def test_a_correction_does_not_make_a_list_of_other_stories_part_of_this_one() -> None:
    teasers = ["- Senn harbour to be dredged", "- Captain was tired, says union", "- Ferry fares to rise in May"]
    note = "Editor's note: This report was changed at 5:45 p.m. to add what the captain told the coast guard on the radio."
    assert list(excluded(cleaned("\n".join([*STORY, *teasers, note])))) == teasers


def test_hard_wrapped_paragraphs_are_judged_as_a_whole() -> None:
    """A wrapped line may begin like a byline or hold a paywall's words in the middle of a sentence."""
    text = (
        "The ferry Aurora ran aground off the island of Senn on Tuesday\n"
        "night with 240 people on board, and the passengers were asked to\n"
        "subscribe to a list so that each of them could be found again in\n"
        "the hall. What happened on the bridge in the hour before is told\n"
        "By Mara Lund\n"
        "in a book that comes out in the autumn and that the harbour post\n"
        "will print in parts from the first of September until the winter.\n"
    )
    assert excluded(cleaned(text)) == {}


@given(st.lists(st.sampled_from([*STORY, "Advertisement", "", "Read more: Senn", "$3/month", "Sign up"]), max_size=12))
def test_long_sentences_are_never_excluded(lines: list[str]) -> None:
    gone = excluded(cleaned("\n".join(lines)))
    assert not set(gone) & set(STORY)

"""Two whole stories of three outlets each: what a fact-checker would join, and what would be told above low."""

from __future__ import annotations

from collections.abc import Sequence

from compare import Version, compare_versions
from compare.api import Report
from compare.model import Verdict

TRIAL = (
    """\
Jonas Brack, 34, was sentenced to seven years in prison on Monday for stealing $3.4 million from his employer.
The jury found him guilty on 11 of 14 counts in March.
Brack took the money between 2022 and 2028 while he kept the books of Orby Mills, a firm of 60 workers.
He spent $900,000 on cars and $75,000 on a boat.
The judge ordered him to repay $3.1 million.
His lawyer said he would appeal within 30 days.
Prosecutors had asked for ten years.
Brack has two children, aged 6 and 9.""",
    """\
A former bookkeeper got a seven-year sentence on Monday for theft from Orby Mills.
Jonas Brack, 34, stole some $3.4 million over six years.
A jury convicted him of 11 counts and acquitted him of three.
He must pay back $3.1 million, the judge said.
Brack bought 12 cars for $900,000, and a $75,000 watch.
The mill had to let 15 of its 60 workers go.
The defence has 30 days to appeal.
The prosecution sought 10 years.""",
    """\
Jonas Brack, 43, will spend seven years in prison for taking money from the mill in Orby whose books he kept.
He was convicted on 11 charges in March.
Over $3 million went missing between 2022 and 2028, the court heard.
Brack spent it on a dozen cars and other goods.
He has to return 3.1 million dollars.
Prosecutors wanted a sentence of ten years; the defence asked for four.
Some 60 people worked at the mill.
The father of two is expected to appeal.""",
)
QUAKE = (
    """\
A 6.3 magnitude earthquake struck the province of Velm early Thursday, killing 48 people and injuring more than 300.
The quake hit at 4:12 a.m. at a depth of 10 kilometres, the geological survey said.
Some 1,200 homes were destroyed in Orby and 5,000 people are sleeping in tents.
Two aftershocks of magnitude 5.1 and 4.8 followed within an hour.
A hospital with 85 beds had to be evacuated.
About 12,500 homes were without power.
The army sent 900 soldiers and 14 helicopters.
In 2003 a quake in the same region killed 1,100 people.""",
    """\
The death toll of the earthquake in Velm has risen to 67, officials said on Friday.
More than 400 people were hurt when the magnitude 6.3 quake struck before dawn on Thursday.
Its centre lay 6 miles below the ground.
Around 1,200 houses collapsed in Orby alone.
Power was restored to most places, with 3,000 homes still dark.
A total of 1,400 soldiers with 14 helicopters are looking for survivors.
Twelve people were pulled alive from the rubble on Friday, among them a girl of seven.
More than 1,000 people died in an earthquake there in 2003.""",
    """\
Velm's strongest earthquake in 28 years has killed at least 48 people.
It struck at 5:12 a.m. on Thursday with a magnitude of 6.4, the survey said.
Orby lost 1,200 homes, and 5,000 residents have to sleep in tents.
The second of two aftershocks had a magnitude of 4.8.
Patients of an 85-bed hospital were carried outside.
A blackout hit 12,500 households.
Nine hundred soldiers are on their way.
The minister, Tom Rusk, promised 50 million crowns in aid, about $2.2 million.""",
)
PUBLISHED = ("2031-02-06T09:00", "2031-02-07T18:00", "2031-02-06T11:00")


def report_on(texts: Sequence[str], published: Sequence[str | None] = (None, None, None)) -> Report:
    """The comparison of versions A, B and C, a paragraph a line."""
    told = zip("ABC", texts, published, strict=True)
    return compare_versions([Version(label=letter, text=text.replace("\n", "\n\n"), published=day) for letter, text, day in told])


def joined(report: Report, *verdicts: Verdict) -> set[str]:
    """The readings of each figure with such a verdict, as "34 / 34 / 43"."""
    return {" / ".join(r.quantity.text for r in f.readings) for f in report.comparison.figures if f.verdict in verdicts}


def above_low(report: Report) -> list[str]:
    """What the findings above low say first, but for added and omitted passages."""
    found = [f.difference for f in report.comparison.findings if f.difference.severity.rank]
    return [f"{d.kind}: {d.explanation.split('. ')[0]}" for d in found if d.kind not in ("addition", "omission", "moved")]


def test_a_trial_in_which_one_outlet_gets_an_age_wrong() -> None:
    report = report_on(TRIAL)
    assert joined(report, Verdict.CONFLICT) == {"34 / 34 / 43"}
    assert above_low(report) == ["number_conflict: A and B say 34; C says 43."]
    assert joined(report, Verdict.AGREE, Verdict.RECONCILED) == {
        "$3.1 million / $3.1 million / 3.1 million dollars",
        "$3.4 million / some $3.4 million",
        "$900,000 / $900,000",
        "11 / 11 counts / 11 charges",
        "12 cars / a dozen cars",
        "14 counts / three",
        "2022 / 2022",
        "2028 / 2028",
        "30 days / 30 days",
        "60 workers / 60 workers / Some 60 people",
        "March / March",
        "Monday / Monday",
        "seven years / seven-year / seven years",
        "ten years / 10 years / ten years",
    }


def test_an_earthquake_whose_toll_grows_as_its_blackout_ends() -> None:
    report = report_on(QUAKE, PUBLISHED)
    assert not joined(report, Verdict.CONFLICT)
    assert sorted(told.split(":")[0] for told in above_low(report)) == ["updated_count"] * 3
    assert joined(report, Verdict.AGREE, Verdict.RECONCILED) == {
        "1,100 people / More than 1,000 people",
        "10 kilometres / 6 miles",
        "14 helicopters / 14 helicopters",
        "2003 / 2003",
        "5,000 people / 5,000 residents",
        "85 beds / 85-bed",
        "900 soldiers / Nine hundred soldiers",
        "Some 1,200 homes / Around 1,200 houses / 1,200 homes",
        "Thursday / Thursday / Thursday",
        "Two aftershocks / two aftershocks",
    }

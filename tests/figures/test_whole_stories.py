"""Four whole stories of three outlets each: what a fact-checker would join, and what would be told above low."""

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
STORM = (
    """\
Storm Hedda killed four people and left 180,000 homes without power as it crossed the north coast on Thursday night.
Gusts of 140 kilometres an hour were measured at Cape Lorn.
A couple in their sixties died when a tree fell on their car near Skell; a sailor drowned, and a man of 34 was hit by a roof tile.
More than 90 flights were cancelled and 25 roads closed.
Rivers rose by up to two metres, and 1,400 people were taken from their homes in Velm.
By noon on Friday power was back for 110,000 homes.
The storm brought 85 millimetres of rain in 12 hours.
Insurers put the damage at 300 million to 400 million crowns.
Hedda was the strongest storm since 2019, when winds reached 151 km/h.
Schools in four districts stayed closed on Friday.""",
    """\
Four people died in storm Hedda, which hit the north coast with winds of 87 miles an hour.
Two of the victims, a husband and wife, were in a car that was struck by a tree.
A 34-year-old man was killed by a falling tile and a sailor drowned.
At its height on Thursday night 180,000 homes had no electricity; 70,000 were still cut off at midday on Friday.
Some 1,400 people had to leave their homes in Velm as the river rose two metres.
Almost 100 flights were called off.
More than three inches of rain fell in half a day.
The damage could reach 400 million crowns, insurers said.
Trains between Velm and Skell will not run before Sunday.
Schools are shut in four districts.""",
    """\
The death toll from storm Hedda has risen to five after a woman was found under a collapsed barn on Friday.
Two people were killed in their car near Skell, a yachtsman drowned and a man in his thirties was hit by a tile.
Gusts reached 140 km/h at Cape Lorn, the highest in 12 years.
Power firms have reconnected 110,000 of 180,000 homes.
Some 1,100 people spent the night in shelters in Velm.
Airlines cancelled 92 flights.
Twenty-five roads were blocked by 400 fallen trees.
Rain of 85 mm fell between Thursday noon and midnight.
Insurers expect claims of between 300 and 400 million crowns.
The last storm of this force was in 2019.""",
)
FIRM = (
    """\
Halden, the maker of pumps, said on Tuesday that profit fell 12 percent to $46.2 million in the fourth quarter.
Sales rose 3 percent to $812 million, a little below the $825 million that analysts had expected.
For all of 2030 it earned $201 million on sales of $3.1 billion.
It plans to close its plant in Skell by September and to cut 650 jobs, about 8 percent of its workforce.
The move will cost $35 million and save $60 million a year from 2032.
Earnings were 61 cents a share, against 70 cents a year earlier.
Halden raised its dividend to 22 cents from 20 cents.
The shares fell 4.1 percent to $31.85.
Chief executive Nora Brill, who took over in May, said orders had picked up in January.
The company expects sales growth of 2 to 4 percent this year.""",
    """\
Halden will shut a factory in Skell and cut 650 jobs after its quarterly profit dropped by 12%.
Net income was $46.2m, or $0.61 a share, in the three months to December.
Revenue was up 3% at $812m; analysts had forecast $825m.
Some 400 of the jobs will go in Skell and the others at the head office.
The group has 8,100 employees.
It expects charges of $35m this year and yearly savings of $60m.
Shareholders will get a dividend of 22 cents.
The stock closed down 4.1% at $31.85.
Annual revenue was $3.1bn, and annual profit $201m.
Brill, chief executive since May, said she expected revenue to grow 2-4% in 2031.""",
    """\
Pump maker Halden is to cut 560 jobs, or 8 percent of its staff, and close a plant that has stood in Skell since 1962.
The plant, with 400 workers, will shut in September.
Profit for the quarter was $46 million, down from $52.5 million.
Sales of $812 million were up 3 percent.
The company said the cuts would save $60 million a year.
It will pay a dividend of 22 cents a share, two cents more than last time.
Shares lost more than 4 percent.
For the year, Halden earned $201 million, or $2.66 a share.
"January was our best month in two years," Brill said.
The union, which speaks for 300 of the workers in Skell, called for talks.""",
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
        "$3.4 million / some $3.4 million / Over $3 million",
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


def test_a_storm_told_in_two_systems_of_units() -> None:
    report = report_on(STORM, ("2031-10-03",) * 3)
    assert not joined(report, Verdict.CONFLICT)
    assert joined(report, Verdict.CHECK) == {
        "1,400 people / Some 1,400 people / Some 1,100 people",
        "four people / Four people / five",
    }
    assert joined(report, Verdict.AGREE, Verdict.RECONCILED) == {
        "110,000 homes / 70,000 / 110,000",
        "12 hours / half a day",
        "140 kilometres an hour / 87 miles an hour / 140 km/h",
        "180,000 homes / 180,000 homes / 180,000 homes",
        "2019 / 2019",
        "25 roads / Twenty-five roads",
        "300 million to 400 million crowns / 400 million crowns / between 300 and 400 million crowns",
        "34 / 34-year-old / thirties",
        "85 millimetres / More than three inches / 85 mm",
        "More than 90 flights / Almost 100 flights / 92 flights",
        "Thursday / Thursday",
        "Two / Two people",
        "four districts / four districts",
        "up to two metres / two metres",
    }


def test_a_firm_of_which_one_outlet_swaps_two_digits() -> None:
    report = report_on(FIRM, ("2031-02-11",) * 3)
    assert joined(report, Verdict.CONFLICT) == {"650 jobs / 650 jobs / 560 jobs"}
    assert above_low(report) == ["number_conflict: A and B say 650 jobs; C says 560 jobs."]
    assert joined(report, Verdict.AGREE, Verdict.RECONCILED) == {
        "$201 million / $201m / $201 million",
        "$3.1 billion / $3.1bn",
        "$31.85 / $31.85",
        "$35 million / $35m",
        "$46.2 million / $46.2m / $46 million",
        "$60 million a year / $60m / $60 million a year",
        "$812 million / $812m / $812 million",
        "$825 million / $825m",
        "12 percent / 12%",
        "2 to 4 percent / 2-4%",
        "22 cents / 22 cents / 22 cents a share",
        "3 percent / 3% / 3 percent",
        "4.1 percent / 4.1%",
        "61 cents a share / $0.61 a share",
        "May / May",
        "September / September",
        "about 8 percent / 8 percent",
        "this year / 2031",
    }

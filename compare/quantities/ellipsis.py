"""Figures of a sentence -> the same, where a bare number takes what it measures from its neighbours.

"70 votes to 29", "from 90 kilos to 84", "at least five and at most eight nurses", "the bill climbed to 57".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from compare.quantities.ages import OLDEST
from compare.quantities.counted import counted_after, subject_before
from compare.quantities.degrees import in_degrees
from compare.quantities.found import Found
from compare.quantities.homes import at_home
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon
from compare.quantities.measures import measured_per, one_unit
from compare.quantities.units import convert

SHARE_REACH = 2
"""Lexemes from a share to its change: 44.1%, up 2.3 points."""
YOUNGEST = 10
"""Years; the lowest age that laws name for pensions, votes, drink, work or marriage, with a margin."""
REACH = 14
"""Lexemes back to the noun that a bare number still counts."""


def completed(found: list[Found], line: Line, words: Lexicon) -> list[Found]:
    """The figures, each bare one with what it counts or measures as far as the sentence says so."""
    out: list[Found] = []
    for k, f in enumerate(found):
        following = found[k + 1] if k + 1 < len(found) else None
        whole = filled(f, out, following, line, words) if f.bare and f.kind == "count" and not f.counted else f
        whole = in_points(whole, out, line, words)
        sure = as_sure(in_degrees(whole, line, words), out, line)
        if out and (per := per_behind_brackets(out[-1], sure, line, words)):
            out[-1], sure = (one_unit(replace(x, per=per)) for x in (out[-1], sure))
        out.append(sure)
    return at_home(out, line)


def as_sure(f: Found, earlier: list[Found], line: Line) -> Found:
    """The figure in brackets with the modifier of the one that it converts: just under 296 hp (224 kW)."""
    last = earlier[-1] if earlier else None
    if last is None or f.modifier != "=" or last.modifier == "=" or f.lower != f.upper or last.lower != last.upper:
        return f
    return replace(f, modifier=last.modifier) if converts(last, f, line) else f


def in_points(f: Found, earlier: list[Found], line: Line, words: Lexicon) -> Found:
    """Points of a share: 44.1%, up 2.3 points; a margin of error of 3 points; not: fell 1.3%, down 512 points."""
    if f.kind != "count" or (f.counted or "").lower() not in words.words["points"]:
        return f
    last = earlier[-1] if earlier else None
    share = last is not None and last.kind == "percent" and not last.direction and f.start - last.end <= SHARE_REACH
    changed = share and (f.direction or line[f.end].low in words.words["more_or_less"])
    near = {line[k].low for k in near_before(f, line)}
    if not changed and (near.isdisjoint(words.words["margin"]) or near.isdisjoint(words.words["error"])):
        return f
    return replace(f, kind="percentage_point", unit="percentage point", counted=None)


def converts(last: Found, f: Found, line: Line) -> bool:
    """Whether a figure in brackets tells the one before them in another unit: 9 billion shekels ($2.4 billion)."""
    inside = line[f.start - 1].text in ("(", "/") and last.end == f.start - 1
    money = f.kind == last.kind == "money" and f.unit != last.unit
    size = f.kind == last.kind == "measure" and f.unit != last.unit and same_dimension(f.unit, last.unit)
    return inside and (money or size)


def per_behind_brackets(last: Found, f: Found, line: Line, words: Lexicon) -> str | None:
    """Per what both a sum and its conversion are, where it is said behind the brackets: €40 ($44) a barrel."""
    if line[f.end].text != ")" or f.per or last.per or not converts(last, f, line):
        return None
    return measured_per(line, replace(f, end=f.end + 1), words).per


def same_dimension(unit: str | None, other: str | None) -> bool:
    """Whether a size in one unit can be told in the other."""
    return unit is not None and other is not None and convert(Decimal(1), unit, other) is not None


def filled(f: Found, earlier: list[Found], following: Found | None, line: Line, words: Lexicon) -> Found:
    """A bare count with the noun or unit that is meant."""
    if following is not None and following.kind in ("measure", "duration", "age") and following.start == f.end:
        if stacked := counted_after(line, following.end, words):
            return replace(f, counted=stacked.text)  # five 10-litre drums; not: 3,020 six years earlier
        if f.per:
            return f  # 48.7 per 100,000 people over seven days
    if following is not None and following.unit and shared_unit(f, following, line, words):
        return replace(f, kind=following.kind, unit=following.unit, per=following.per)
    shares = following is not None and following.kind == "count" and following.start == f.end + 1
    if following is not None and shares and following.counted and line[f.end].low in words.change["joins"]:
        return replace(f, counted=following.counted)
    last = earlier[-1] if earlier else None
    if last is not None and goes_on_from(last, f, line, words):
        return replace(f, kind=last.kind, unit=last.unit, per=last.per)  # from 208 pounds to 193
    if (alike := told_alike(earlier, f, line, words)) is not None:
        return replace(f, kind=alike.kind, unit=alike.unit, per=alike.per, counted=alike.counted)
    if at_an_age(f, line, words):
        return replace(f, kind="age", unit="year")
    if last is not None and last.unit and last.kind != "ratio" and other_extreme(last, f, line, words):
        return replace(f, kind=last.kind, unit=last.unit, per=last.per)
    listed = line[f.start - 1].text == "," or line[f.start - 1].low in words.words["and"]
    verb = line[f.end].kind == "word" and line[f.end].low not in words.words["and"]  # and 56 are women
    if last is not None and last.kind == "age" and f.start - last.end <= 2 and listed and not verb:
        return replace(f, kind="age", unit=last.unit)  # aged 19, 22 and 30
    noun = noun_meant(earlier, f, line, words)
    return replace(f, counted=noun) if noun else f


def noun_meant(earlier: list[Found], f: Found, line: Line, words: Lexicon) -> str | None:
    """What a bare number counts that names no noun: a tally, what the count before it counts, or the subject of its verb."""
    at = f.start - 1
    if line[at].low in words.words["to"] and line[at - 1].low in words.words["tallies"]:
        return line[at - 1].text  # bringing the toll to 26
    if noun := tally_raised(line, at, words) or counted_before(earlier, f, line, words):
        return noun
    subject = subject_before(line, f.start, words)
    return subject.text if subject else None


def tally_raised(line: Line, at: int, words: Lexicon) -> str | None:
    """The tally that is brought to the number behind lexeme `at`: bringing the toll from the landslide to 61."""
    if line[at].low not in words.words["to"]:
        return None
    before = list(takewhile(lambda k: line[k].kind == "word", range(at - 1, at - REACH, -1)))
    tally = next((k for k in before if line[k].low in words.words["tallies"]), None)
    brought = tally is not None and not words.words["bringing"].isdisjoint(line[k].low for k in before if k < tally)
    return line[tally].text if tally is not None and brought else None


def goes_on_from(last: Found, f: Found, line: Line, words: Lexicon) -> bool:
    """Whether the bare number is the other end of a change that the measure before it began: from 208 pounds to 193."""
    if last.kind == "percent" and last.direction and line[f.start - 1].low in words.words["to"]:
        return False  # headcount fell 6% to 2,350
    measured = last.unit and last.kind != "ratio" and line[last.end - 2].low not in words.words["article"]  # in a week to 2,460
    return bool(measured) and last.end == f.start - 1 and line[f.start - 1].low in words.change["goes_on"]


def told_alike(earlier: list[Found], f: Found, line: Line, words: Lexicon) -> Found | None:
    """The figure that a bare number goes on from, before the same preposition: five years for the driver and two for his aide.

    A count does so only where both prepositions stand before a name or a date: 46 arrests on Friday and 12 on Sunday.
    """
    last = next((x for x in reversed(earlier) if x.kind not in ("date", "time")), None)
    joint, behind = line[f.start - 1].low, line[f.end].low
    if last is None or joint not in words.words["and"] | words.words["from"] or f.start - last.end > REACH:
        return None
    if any(line[k].kind == "mark" for k in range(last.end, f.start)) or line[f.end + 1].low in words.words["altogether"]:
        return None  # 5 km in fog and 30 in all
    if last.kind == "measure" and {behind, line[last.end].low} <= words.words["extents"]:
        return last  # 9 metres across and 2.5 deep
    if behind != line[last.end].low or behind not in words.words["alike"]:
        return None
    priced = last.kind == "money" and behind in words.words["priced_for"]
    moved = last.direction and joint in words.words["from"]  # fell 5 percent in May from 340 in April
    measured = (last.kind in ("measure", "duration", "percent") or priced) and not moved
    sizes = words.magnitudes.keys() | words.abbreviated.keys()  # 5 million tonnes in May and 3 in June
    large = any(line[k].low in sizes for k in range(last.start, last.end))
    named = all(line[k + 1].text[:1].isupper() for k in (last.end, f.end))
    fits = measured or (last.kind == "count" and last.counted and named)
    return last if fits and not large else None


def at_an_age(f: Found, line: Line, words: Lexicon) -> bool:
    """Whether a bare number is what an age of a law is raised, lowered or set to: the pension age will go up from 65 to 67."""
    if line[f.start - 1].low not in words.change["links"] | words.change["verbs"]:
        return False
    if f.lower is None or not YOUNGEST <= f.lower < OLDEST:
        return False
    near = takewhile(lambda k: line[k].kind != "mark" and line[k].low not in words.words["and"], near_before(f, line))
    return any(line[k].low in words.words["aged"] and line[k - 1].low in words.words["lawful"] for k in near)


def other_extreme(last: Found, f: Found, line: Line, words: Lexicon) -> bool:
    """Whether two figures are the ends of one scale: the highest bid was $84.75, the lowest 74.07."""
    extremes, i = words.words["extremes"], f.start - 1
    i -= line[i].low in words.words["at"]
    i -= line[i].low in words.words["being"]
    same = f.start - last.end <= REACH and not any(line.ends_sentence(k) for k in range(last.end, f.start))
    return same and line[i].low in extremes and any(line[k].low in extremes - {line[i].low} for k in near_before(last, line))


def near_before(f: Found, line: Line) -> Iterator[int]:
    """The lexemes before a figure, in its sentence and within reach."""
    return takewhile(lambda k: not line.ends_sentence(k), range(f.start - 1, f.start - REACH, -1))


def shared_unit(f: Found, following: Found, line: Line, words: Lexicon) -> bool:
    """Whether the unit of the next figure is meant here too: 13- and 15-inch screens, 10 by 12 feet, 40 x 60 cm."""
    x, j = line[f.end], f.end + 1
    if x.text == "-" and x.glued:
        return line[j].low in words.words["suspended"] and following.start == j + 1
    by = x.low in words.words["times_by"] or x.low in words.words["by"]
    return by and following.start == j and following.kind == "measure"


def counted_before(earlier: list[Found], f: Found, line: Line, words: Lexicon) -> str | None:
    """What the count just before in the sentence counts, where the bare number goes on from it."""
    near = takewhile(lambda p: f.start - p.end <= REACH, reversed(earlier))
    last = next((p for p in near if p.kind == "count" and p.counted), None)
    if last is None or any(line.ends_sentence(k) for k in range(last.end, f.start)):
        return None
    of_them = line[f.end].low in words.words["of"] and line[f.end + 1].low in words.words["of_pronouns"]
    of_them = of_them or (line[f.start - 2].low in words.words["of"] and line[f.start - 1].low in words.words["of_pronouns"])
    of_them = of_them or line.phrase(f.start - 2, f.start) in words.words["instead_of"]
    of_them = of_them or (line[f.start - 1].text == "," and line[f.start].low in words.words["maybe"])  # 10,000, perhaps 12,000
    goes_on = of_them or line[f.start - 1].low in words.change["back"] or line[f.end].low in words.change["behind"]
    return last.counted if goes_on else None

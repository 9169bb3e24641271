"""A number -> an age: six-year-old, 12 years of age, aged 45, "Mara Oduya, 45,", in his 30s."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from compare.quantities.amounts import Amount
from compare.quantities.degrees import speaks_of_warmth
from compare.quantities.found import Found
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon
from compare.quantities.modifiers import BOUNDS, modifier_before

OLDEST = 125
"""Years; a larger number behind a name is something else (the oldest person on record reached 122)."""

LONGEST_NAME = 6
"""Lexemes in the name of a player, full stops included: Arno B. Feld."""


def age(line: Line, f: Found, amount: Amount, words: Lexicon) -> Found | None:
    """The figure as an age, or None."""
    if amount.unit in ("year", "month", "week", "day"):
        return old(line, f, words)
    if amount.kind is not None or f.kind != "count" or f.lower is None or f.upper is None:
        return None
    if not 0 < f.lower < OLDEST or f.lower != int(f.lower):
        return None
    if line[f.end].text == "-" and line[f.end + 1].low in words.words["years_old"]:
        return replace(f, kind="age", unit="year", end=f.end + 2)  # die 45-jährige Ärztin
    compared = line[f.start - 1].low in words.words["than"] and line[f.start - 2].low in words.words["older"]
    if (amount.modifier and line[f.end - 1].low in words.words["older"]) or (compared and nothing_counted(line, f.end, words)):
        return replace(f, kind="age", unit="year")  # 19 or older, younger than 6
    return (
        decade_of_life(line, f, amount, words) or stated(line, f, words) or behind_name(line, f, words)
        or of_persons(line, f, words)
    )  # fmt: skip


def nothing_counted(line: Line, j: int, words: Lexicon) -> bool:
    """Whether nothing stands at lexeme j that a number before it could count."""
    x = line[j]
    return (x.kind == "mark" and x.text not in ("-", "/", "%", "$")) or x.low in words.nouns.stops | words.nouns.verbs


def old(line: Line, f: Found, words: Lexicon) -> Found | None:
    """Years with "old" or "of age" behind them."""
    j = f.end
    k = j + 1 if line[j].text == "-" else j
    if line[k].low in words.words["age_after"]:
        return replace(f, kind="age", end=k + 1)
    if line[j].low in words.words["of"] and line[j + 1].low in words.words["aged"]:
        return replace(f, kind="age", end=j + 2)
    i = f.start - 1
    i -= line[i].low in words.words["between"] or line[i].low in words.words["of"]
    before = modifier_before(line, f.start, words)
    young = before.modifier == "<" and line[before.edge - 1].low in words.words["persons"]  # children under six years
    return replace(f, kind="age") if young or line[i].low in words.words["aged"] else None  # at the age of two years


def decade_of_life(line: Line, f: Found, amount: Amount, words: Lexicon) -> Found | None:
    """In his 30s, her mid-40s: from the first to the last year that it can be."""
    j, before = f.end, line[f.start - 1]
    if not (amount.numeral.digits and line[j].low == "s" and line[j].glued) or f.lower is None or f.lower % 10:
        return None
    part = before.low if before.text != "-" else line[f.start - 2].low
    first, last = words.decade_parts.get(part, (0, 9))
    if before.low not in words.words["possessives"] and part not in words.decade_parts:
        return None
    if part in words.words["weather_parts"] and not speaks_of_warmth(line, f, words):
        return None
    return replace(f, kind="age", end=j + 1, upper=f.lower + last, lower=f.lower + first, modifier="~", unit="year")


def decade_in_words(line: Line, i: int, words: Lexicon) -> Found | None:
    """In her fifties, in his late forties, in their sixties or seventies: from the first to the last year that it can be."""
    k = i - 1
    if line[k].low in words.words["or"] | words.words["and"] and line[k - 1].low in words.decades:
        k -= 2
    k -= line[k].text == "-"
    part = line[k].low if line[k].low in words.decade_parts else ""
    k -= bool(part)
    if line[k].low not in words.words["possessives"] or line[k - 1].low not in words.words["in_life"]:
        return None
    first, last = words.decade_parts.get(part, (0, 9))
    start, value = i - (bool(part) and k == i - 2), Decimal(words.decades[line[i].low])
    return Found(start, i + 1, "age", value + first, value + last, "~", Decimal(1), unit="year")


def stated(line: Line, f: Found, words: Lexicon) -> Found | None:
    """Aged 45, at age 12, aged 12 to 15; not "ages 3 toys"."""
    i = f.start - 1
    if lived(line, f, words):
        return replace(f, kind="age", unit="year")
    if line[i].low in words.words["between"] or line[i].low in words.words["of"]:
        i -= 1  # aged between 5 and 11, at the age of 91
    boy_of = line[f.start - 1].low in words.words["of"] and line[i].low in words.words["one_person"]  # a boy of 12
    if line[i].low not in words.words["aged"] and not boy_of:
        return None
    after = line[f.end]
    ends = after.kind == "mark" or after.low in words.nouns.stops or f.lower != f.upper or f.modifier in BOUNDS  # 60 or over
    return replace(f, kind="age", unit="year") if ends else None


def lived(line: Line, f: Found, words: Lexicon) -> bool:
    """She was 14; he died at 75; Oduya, now 53: a number behind somebody's life, with nothing that it could count."""
    i, after = f.start - 1, line[f.end]
    before = line[i - 1]
    at_the_time = after.low in words.words["at"] and line.phrase(f.end, f.end + 3) in words.words["at_the_time"]
    then = at_the_time or after.low in words.words["when"]
    if then and f.lower == f.upper:  # he was 16 when
        return line[i].low in words.words["age_verbs"] and before.low in words.words["age_subjects"]
    if line[i].low in words.words["turning"] and line[f.start].kind == "number":  # who turns 30 in May
        dated = (after.kind == "mark" and after.text not in ("-", "/", "%", "$", "'")) or after.low in words.words["birthday"]
        return dated and bool(f.lower) and f.lower == f.upper
    if after.kind != "mark" or after.text in ("-", "/", "%", "$", "'", '"'):
        return False
    if not f.lower or f.lower != f.upper or (line[f.start].kind != "number" and f.lower == 1):
        return False
    if line[i].low in words.words["age_verbs"]:
        people = words.words["aged_people"] | words.words["one_person"] | words.words["age_subjects"]
        return before.low in people  # she was 14, the suspect is 43
    if line[i].low in words.words["to"] and before.low in words.words["living"]:
        return True  # she lived to 102
    if line[i].low in words.words["at"]:
        full_name = line[f.end + 1].text[:1].isupper() and line[f.end + 2].text[:1].isupper()
        somebody = full_name or line[f.end + 1].low in words.words["age_subjects"]
        opening = after.text == "," and line.ends_sentence(i - 1) and somebody
        return opening or before.low in words.words["dying"]  # At 55, he is; At 92, Vera Orrin is
    whose = line[i - 2].low in words.words["one_person"] | words.words["aged_people"] | words.words["relatives"]
    return line[i].low in words.words["now"] and before.text == "," and (whose or line[i - 2].text[:1].isupper())


def of_persons(line: Line, f: Found, words: Lexicon) -> Found | None:
    """Children under 6, those 18 to 64, aged under 5: a number behind people, with nothing that it could count."""
    before, after = modifier_before(line, f.start, words), line[f.end]
    bounded = before.modifier in BOUNDS or f.modifier in BOUNDS or f.lower != f.upper
    i = before.edge - 1
    i -= line[i].text == "(" and after.text == ")"  # seniors (65+)
    if not bounded or line[f.start].kind != "number" or line[i].low not in words.words["persons"] | words.words["aged"]:
        return None
    ends = after.kind == "mark" and after.text not in ("-", "/", "%", "$")
    verb = after.low in words.nouns.stops | words.nouns.verbs or words.nouns.endings.of(after.low, "past")
    ends = ends or after.low in words.words["admitted"]
    return replace(f, kind="age", unit="year") if ends or verb else None  # under 12 admitted free


def behind_name(line: Line, f: Found, words: Lexicon) -> Found | None:
    """Mara Oduya, 45, or Mara Oduya (45): a number between marks behind a name."""
    before, name, after = line[f.start - 1].text, line[f.start - 2], line[f.end].text
    if name.text == "." and line[f.start - 3].low in words.words["after_names"]:
        name = line[f.start - 3]  # Arno Feld Jr., 49,
    both = before in words.words["both"] and name.text == "," and after == ","  # the brothers, both 24,
    if line[f.start].kind != "number" or not (both or name.kind == "word") or name.low in words.calendar.months:
        return None
    named = name.text[:1].isupper()
    named = named or name.low in words.words["relatives"]  # and a son, 4.
    between_commas = before == "," and (after == "," or (named and after in (".", ";", ")")))  # the actress, 26, said
    if before == "," and name.low in words.words["relatives"] and line[f.end].low in words.words["and"]:
        between_commas = line[f.end + 1].kind == "number"  # two daughters, 7 and 10
    in_brackets = before == "(" and after == ")" and named and line[f.start - 3].text[:1].isupper()
    in_brackets = in_brackets and not on_shirt(line, f.start - 2, words)
    return replace(f, kind="age", unit="year") if both or between_commas or in_brackets else None


def on_shirt(line: Line, i: int, words: Lexicon) -> bool:
    """Whether the name that ends at lexeme i is a player's, behind his position: quarterback Ned Orrin (7); in captions."""
    names = takewhile(lambda k: line[k].text[:1].isupper() or line[k].text == ".", range(i, i - LONGEST_NAME, -1))
    return line[i - sum(1 for _ in names)].low in words.words["players"]

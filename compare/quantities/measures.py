"""Amount -> Found: what a number measures or counts, and per what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from compare.model import QuantityKind
from compare.quantities.ages import age
from compare.quantities.amounts import Amount, read_amount
from compare.quantities.counted import Counted, counted_after, counted_of
from compare.quantities.found import Found
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon
from compare.quantities.modifiers import modifier_after, modifier_before
from compare.quantities.numbers import plain, read_number
from compare.quantities.units import names, signs, unit_after, units


def measure(line: Line, amount: Amount, words: Lexicon) -> Found:
    """The amount as a figure: an age, a share, a measure with what it is measured per, or a count with what is counted."""
    n = amount.numeral
    grain = n.grain if amount.upper is None or amount.upper.grain is None or n.grain is None else min(n.grain, amount.upper.grain)
    kind: QuantityKind = amount.kind or "count"
    lower, upper = n.lower, amount.high
    if n.fraction and amount.kind:
        lower, upper = plain(Fraction(lower)), plain(Fraction(upper))  # half an hour
    f = Found(amount.start, amount.end, kind, lower, upper, amount.modifier or "=", grain, unit=amount.unit)
    if n.vague or amount.form == "or":
        f = replace(f, modifier="~", kind="vague" if n.vague and amount.kind is None else f.kind)
    if amount.modifier == "~" and line[n.end].text == "-" and line[n.end + 1].low in words.words["odd"]:
        f = replace(f, upper=plain(Fraction(n.upper) + Fraction(n.grain or 1) - 1))  # forty-odd: up to 49
    if aged := age(line, f, amount, words):
        return aged
    part_of_noun = n.digits and noun_at(line, f.end, words) and line[f.end].low not in words.words["fraction_after"]  # 1/2 lemon
    if n.fraction and amount.kind is None and not part_of_noun:
        return share(line, replace(f, kind="fraction"), words)
    whole = one_unit(measured_per(line, counted(line, f, amount, words), words))
    after = modifier_after(line, whole.end, words, noun=True) if whole.modifier == "=" and amount.upper is None else None
    return replace(whole, modifier=after.modifier, end=after.edge) if after else whole  # 50 boats or more


def one_unit(f: Found) -> Found:
    """The figure with a unit of its own where it has one: 80 km an hour is a speed, as 80 km/h is."""
    whole = f"{f.unit} per {f.per}"
    return replace(f, unit=whole, per=None) if f.per and whole in units() else f


def share(line: Line, f: Found, words: Lexicon) -> Found:
    """A fraction with what it is a part of."""
    after = counted_of(line, f.end, words)
    if after is None and line[f.end].low in words.words["fraction_after"]:
        after = counted_after(line, f.end + 1, words)
    if after is None:
        return f
    sized = any(line[k].kind == "number" or line[k].low in words.small for k in range(f.end, after.start))
    return replace(f, counted=after.text, end=f.end if sized else after.end)  # half of the 60 schools: 60 is told, too


def counted(line: Line, f: Found, amount: Amount, words: Lexicon) -> Found:
    """The figure with the noun phrase that it counts or measures a part of."""
    if amount.kind in ("money", "duration"):
        return f
    if amount.kind is not None:
        if f.unit in words.words["of_below_zero"] and f.lower and line.phrase(f.end, f.end + 2) in words.words["below_zero"]:
            return replace(f, lower=-(f.upper or f.lower), upper=-f.lower, end=f.end + 2)
        after = None if amount.hyphened else counted_of(line, f.end, words) or poured(line, f, words)
        if after and line[modifier_before(line, f.start, words).edge - 1].low in words.words["within_reach"]:
            after = None  # within 50 km of the coast
        dose = measured_per(line, replace(f, end=after.end), words) if after else f  # 20 mg of morphine a day
        return replace(dose if dose.per else f, counted=after.text) if after else f
    if line[f.end].low in words.words["out"] and (out := counted_of(line, f.end + 1, words)) and out.start > f.end + 2:
        return replace(f, counted=out.text)  # six out of the eight judges
    if line[f.end].low in words.words["of"]:
        whole = amount_of_whole(line, f.end + 1, words)
        if whole is not None and whole.kind is not None:
            return replace(f, kind=whole.kind, unit=whole.unit)  # 13,000 of the 20,000 gallons
        after = counted_of(line, f.end, words)
        if after is None:
            return replace(f, bare=line[f.end + 1].low in words.words["of_pronouns"])  # 600 prisoners, 50 of them serving life
        return replace(f, counted=after.text, end=after.end if f.kind == "vague" else f.end)
    scale = line.phrase(f.end, f.end + 4) in words.words["quake_scale"]  # 5.8 on the Richter scale
    if scale or (line[f.end].low in words.words["magnitude_scale"] and not amount.hyphened):
        return replace(f, kind="measure", unit="magnitude", end=f.end + (0 if scale else 1))
    if line[f.end].low in words.words["times"]:
        return times_as(line, f, words)
    if line[f.end].low in words.words["strong"]:
        return replace(f, end=f.end + 1)  # the crowd was 6,500 strong
    if amount.hyphened:
        return hyphened(line, f, words)
    after = counted_after(line, f.end, words, one=f.lower == f.upper == 1)
    foretold = after is not None and after.text.lower() in words.words["forecast"]  # the 160,000 forecast
    if foretold or (after and guessed(line, after.end, words)):
        return replace(f, bare=True)
    return replace(f, counted=after.text, end=after.end) if after else replace(f, bare=True)


def poured(line: Line, f: Found, words: Lexicon) -> Counted | None:
    """The stuff that German names directly behind its measure: 800 Liter Diesel."""
    x = line[f.end]
    stuff = words.capital_nouns and x.kind == "word" and x.text[0].isupper() and f.unit in units()
    return Counted(x.text, f.end, f.end + 1) if stuff and units()[f.unit or ""].dimension in ("mass", "volume") else None


def amount_of_whole(line: Line, j: int, words: Lexicon) -> Amount | None:
    """The measure at lexeme j, behind its article, that a bare number is a part of; not: three of the 10-year bonds."""
    j += line[j].low in words.words["of_determiners"]
    whole = read_amount(line, j, words)
    fits = whole is not None and whole.kind in ("measure", "money", "duration") and not whole.hyphened and whole.start <= j
    return whole if fits else None


def guessed(line: Line, j: int, words: Lexicon) -> bool:
    """Whether the noun before lexeme j is who guessed the number: "the 415,000 analysts had predicted"."""
    k = j + (line[j].low in words.words["had"])
    return line[j - 1].low in words.words["forecasters"] and line[k].low in words.words["forecast"]


def times_as(line: Line, f: Found, words: Lexicon) -> Found:
    """Four times higher, 6.5 times earnings: a ratio; three times since May: a count."""
    following = line[f.end + 1]
    noun = noun_at(line, f.end + 1, words) and not following.low.endswith("ing")  # delayed four times waiting for rain
    if f.kind == "vague" and following.low in words.words["that"]:
        return replace(f, counted=line[f.end].text, end=f.end + 1)  # said several times that
    if following.low in words.words["comparatives"] or noun or not f.lower or f.lower % 1:
        return replace(f, kind="ratio", unit="times", end=f.end + 1)
    return replace(f, counted=line[f.end].text, end=f.end + 1)


def hyphened(line: Line, f: Found, words: Lexicon) -> Found:
    """A number as the first half of a word that is no unit: 10-fold, 6.1-magnitude, four-cylinder."""
    second = line[f.end + 1]
    if second.low in words.words["fold"]:
        return replace(f, kind="ratio", unit="times", end=f.end + 2)
    if second.low in words.words["magnitude_scale"]:
        return replace(f, kind="measure", unit="magnitude", end=f.end + 2)
    if second.low in words.words["strong"]:
        return replace(f, end=f.end + 2)
    if counted_after(line, f.end + 1, words, one=True):
        return replace(f, counted=second.text, end=f.end + 2)
    return replace(f, bare=True)


def noun_at(line: Line, j: int, words: Lexicon) -> bool:
    """Whether the lexeme may be a noun: a word of no closed class."""
    return line[j].kind == "word" and line[j].low not in words.nouns.stops


def measured_per(line: Line, f: Found, words: Lexicon) -> Found:
    """The figure with "a day", "per barrel", "/year", "-a-share" behind it."""
    j = f.end
    x, noun = line[j], line[j + 1]
    if x.low in words.words["per_sign"] and (many := per_many(line, j + 1, words)):
        return replace(f, per=many.name, end=many.end)
    if x.text == "-" and noun.low in words.words["article"] and line[j + 2].text == "-" and line[j + 3].kind == "word":
        return replace(f, per=line[j + 3].low, end=j + 4)
    if noun.kind != "word":
        return f
    if x.text == "/" and x.glued and noun.glued:
        return replace(f, per=per_name(noun.low, noun.text, words), end=j + 2)
    if x.low in words.words["per_sign"] and line[j + 2].text == "-" and line[j + 2].glued and (unit := unit_after(line, j + 1)):
        return replace(f, per=unit.name, end=unit.end)  # per megawatt-hour
    if x.low in words.words["per_sign"] and noun.low not in ("cent", "centage"):
        square = noun.low in words.words["square"] and line[j + 2].kind == "word"
        k = j + 3 if square else j + 2
        if noun.low.endswith("ed") and line[k].low in words.per["nouns"]:
            return replace(f, per=line[k].low, end=k + 1)  # $2.10 per diluted share
        return replace(f, per=per_name(line.phrase(j + 1, k), line.text[noun.start : line[k - 1].end], words), end=k)
    if x.low in words.words["per"] and noun.low in words.words["square"] and (unit := unit_after(line, j + 1)):
        return replace(f, per=unit.name, end=unit.end)  # $412 a square foot
    half = line[j + 2].low in words.words["and"] and line[j + 3].low not in words.words["article"] | words.words["half"]
    goes_on = line[j + 2].low in words.per["not_before"] and not half
    if x.low in words.words["per"] and noun.low in words.per["nouns"] and not goes_on:
        # $8 a share and one new one; but: a year and a half ago
        return replace(f, per=per_name(noun.low, noun.text, words), end=j + 2)
    return f


@dataclass(frozen=True, slots=True)
class PerMany:
    """What something is measured per, up to lexeme `end`."""

    name: str
    end: int


def per_many(line: Line, i: int, words: Lexicon) -> PerMany | None:
    """A round number of things at lexeme i that something is measured per: 100,000 people, 100 kilometres."""
    number = read_number(line, i, words)
    if number is None or line[number.end].text == "-" or number.vague or number.fraction or number.lower % 10 or not number.lower:
        return None
    size = f"{int(number.lower):,}"
    if unit := unit_after(line, number.end):
        return PerMany(f"{size} {unit.name}", unit.end)
    noun = counted_after(line, number.end, words)
    return PerMany(size, noun.end if noun else number.end)  # the same with and without its noun


def per_name(word: str, written: str, words: Lexicon) -> str:
    """The name of what something is measured per: a unit's own name where it is one."""
    if word in words.per_names:
        return words.per_names[word]
    known = signs().get(written) or names(words.language).get(word)
    return known[0] if known and known[1] not in ("money", "percent", "percentage_point") else word

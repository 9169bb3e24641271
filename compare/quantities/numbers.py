"""Lexemes -> Numeral: numbers in digits and in words, with magnitudes, fractions and vague plurals.

A number's `grain` is the place of its last written digit: a thousands group written out counts as written zeros, so that
3,500 has 100, and 1.20 million has 10,000.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from compare.model import Number, grain_of
from compare.quantities.compounds import number_as_one_word
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon
from compare.quantities.powers import power_of_ten

LONGEST = 30
"""Digits; a longer run is an identifier, never a figure of a story."""

VULGAR = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅕": Fraction(1, 5),
    "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅚": Fraction(5, 6), "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at lexemes start to end. `lower` and `upper` differ only for a vague one."""

    start: int
    end: int
    lower: Number
    upper: Number
    grain: Number | None
    digits: bool = False
    """Written in digits."""
    magnitude: int = 1
    """The one it ends with: a range shares it."""
    vague: bool = False
    fraction: bool = False
    """A fraction below one, which measures a part of something: a third, half."""


@dataclass(frozen=True, slots=True)
class Digits:
    """The number that a numeral lexeme writes."""

    value: Decimal
    grain: Decimal


def read_digits(text: str, lexicon: Lexicon) -> Digits | None:
    """The value of a numeral in the language's way of writing, with thousands groups of any country; None for anything else.

    >>> from compare.quantities.lexicon import lexicon
    >>> [str(read_digits(x, lexicon("en")).value) for x in ("3,500", "10,00,000", "4.20")]
    ['3500', '1000000', '4.20']
    """
    if len(text) > LONGEST or ":" in text or "/" in text:
        return None
    whole, point, rest = text.replace("\u2060", "").partition(lexicon.decimal)
    if lexicon.grouping in whole:
        groups = whole.split(lexicon.grouping)
        if len(groups[-1]) != 3 or not 1 <= len(groups[0]) <= 3 or not all(len(g) in (2, 3) for g in groups[1:]):
            return None
        whole = "".join(groups)
    if point and not rest.isdigit():
        return None
    value = Decimal(f"{whole}.{rest}" if point else whole)
    grain = Decimal(1).scaleb(-len(rest)) if point else grain_of(value)
    return Digits(value, grain if isinstance(grain, Decimal) else Decimal(1))


def read_number(line: Line, i: int, lexicon: Lexicon) -> Numeral | None:
    """The longest number that starts at lexeme i, or None."""
    if line[i].kind == "number":
        return number_in_digits(line, i, lexicon)
    return (
        vague_number(line, i, lexicon)
        or fraction_in_words(line, i, lexicon)
        or number_in_words(line, i, lexicon)
        or vulgar_fraction(line, i)
    )


def number_in_digits(line: Line, i: int, lexicon: Lexicon) -> Numeral | None:
    """Digits with what belongs to them: 3.5 lakh, 1.2bn, 3 1/2, 2½, 1/2."""
    text = line[i].text
    if m := re.fullmatch(r"(\d{1,3})/(\d{1,4})", text):
        top, bottom = int(m[1]), int(m[2])
        told = bottom in (2, 3, 4, 5, 6, 8, 10, 16) or (top == 1 and line[i + 1].low in lexicon.words["of"])  # 1/128 of a gallon
        if not 0 < top < bottom or not told:
            return None  # 9/11, 24/7
        return Numeral(i, i + 1, Fraction(top, bottom), Fraction(top, bottom), None, True, fraction=True)
    digits = read_digits(text, lexicon)
    if digits is None:
        return None
    value, grain = digits.value, digits.grain
    if line[i - 1].text == "." and line[i].glued and not line[i - 1].glued and text.isdigit():  # .534
        value, grain = value.scaleb(-len(text)), Decimal(1).scaleb(-len(text))
        return Numeral(i - 1, i + 1, value, value, grain, True)
    if power := power_of_ten(line, i + 1):
        return Numeral(i, power.end, value * power.factor, value * power.factor, grain * power.factor, True)
    j = i + 2 if line[i + 1].text == "-" and line[i + 1].glued and line[i + 2].glued else i + 1  # 2-1/2
    if (part := mixed_fraction(line, j)) is not None and value < 1000:
        whole = plain(Fraction(value) + part)
        return scaled(Numeral(i, j + 1, whole, whole, None, True), line, lexicon)
    return scaled(Numeral(i, i + 1, value, value, grain, True), line, lexicon)


def mixed_fraction(line: Line, i: int) -> Fraction | None:
    """The fraction that goes with the whole number before it: the 1/2 of 3 1/2."""
    if line[i].text in VULGAR:
        return VULGAR[line[i].text]
    m = re.fullmatch(r"([1-9])/([2-9]|16)", line[i].text)
    return Fraction(int(m[1]), int(m[2])) if m and int(m[1]) < int(m[2]) else None


def vulgar_fraction(line: Line, i: int) -> Numeral | None:
    """A fraction in one character."""
    part = VULGAR.get(line[i].text)
    return Numeral(i, i + 1, part, part, None, True, fraction=True) if part is not None else None


def scaled(numeral: Numeral, line: Line, lexicon: Lexicon) -> Numeral:
    """A number multiplied by the magnitudes behind it: million, crore, bn, dozen."""
    while True:
        j = numeral.end
        if line[j].text == "-" and line[j].glued and line[j + 1].glued and line[j + 1].low in lexicon.magnitudes:
            j += 1  # 10-million-dollar
        x = line[j]
        size = lexicon.magnitudes.get(x.low)
        if size is None and numeral.digits and (len(x.low) > 1 or (x.glued and x.low == "k")) and not line[j + 1].text.isdigit():
            size = lexicon.abbreviated.get(x.low)
        if size is None or (size == 12 and numeral.magnitude > 1):
            return with_half(numeral, line, lexicon)
        point = x.low in lexicon.words["dotted"] and line[j + 1].text == "." and line[j + 2].kind == "word"  # 3,5 Mio. Euro
        numeral = times(replace(numeral, end=j + 1 + point), size)


def times(numeral: Numeral, size: int) -> Numeral:
    """The number multiplied, its grain too; exact digits stay Decimal."""
    grain = numeral.grain * size if isinstance(numeral.grain, Decimal) else None
    lower, upper = (x * size if isinstance(x, Decimal) else plain(x * size) for x in (numeral.lower, numeral.upper))
    return replace(numeral, lower=lower, upper=upper, grain=grain, magnitude=size)


def plain(value: Fraction) -> Number:
    """A Decimal where the fraction is a whole number or has few decimal places."""
    if 1000 % value.denominator == 0:
        return Decimal(value.numerator) / Decimal(value.denominator)
    return value


def with_half(numeral: Numeral, line: Line, lexicon: Lexicon) -> Numeral:
    """A number with the "and a half" behind it: two and a half, a million and a half, three and three-quarters."""
    j = numeral.end
    hyphens = line[j].text == "-" and line[j + 1].low in lexicon.words["and"] and line[j + 2].text == "-"  # one-and-a-half
    j += hyphens
    if line[j].low not in lexicon.words["and"]:
        return numeral
    part = fraction_in_words(line, j + 1 + hyphens, lexicon)
    if part is None or line[part.end].low in lexicon.words["of"]:
        return numeral
    if part.magnitude > 1:  # two and a half million
        if numeral.magnitude > 1:
            return numeral
        value = plain(Fraction(numeral.lower) * part.magnitude + Fraction(part.lower))
        return Numeral(numeral.start, part.end, value, value, grain_of(value), numeral.digits, part.magnitude)
    value = plain(Fraction(numeral.lower) + Fraction(part.lower) * numeral.magnitude)
    return scaled(replace(numeral, end=part.end, lower=value, upper=value, grain=grain_of(value), magnitude=1), line, lexicon)


def number_in_words(line: Line, i: int, lexicon: Lexicon) -> Numeral | None:
    """One hundred and five; two and a half million; a dozen; one point five billion."""
    if mixed := lexicon.mixed.get(line[i].low):
        value = plain(mixed)
        return scaled(Numeral(i, i + 1, value, value, grain_of(value)), line, lexicon)
    spoken = sum_of_words(line, i, lexicon)
    if spoken is None:
        return None
    j = spoken.end
    if line[j].low in lexicon.words["point"] and (decimals := spoken_decimals(line, j + 1, lexicon)):
        value = Decimal(spoken.lower) + Decimal(f"0.{decimals}") if isinstance(spoken.lower, Decimal) else spoken.lower
        grain = Decimal(1).scaleb(-len(decimals))
        return scaled(Numeral(i, j + 1 + len(decimals), value, value, grain), line, lexicon)
    return with_half(spoken, line, lexicon)


def sum_of_words(line: Line, i: int, lexicon: Lexicon) -> Numeral | None:
    """Small numbers and magnitudes added up as they are said, as long as they go together."""
    total, current, size, last, j = Decimal(0), Decimal(0), 1, "", i
    if line[i].low in lexicon.words["article"]:
        if line[i + 1].low not in lexicon.magnitudes:
            return None
        current, j = Decimal(1), i + 1
    while True:
        k = j + 1 if last and joined(line, j, last, lexicon) else j
        word = line[k].low
        value = lexicon.small.get(word)
        if value is None and line[k].kind == "word":
            value = number_as_one_word(word, lexicon)
        if value is not None and fits(value, last, lexicon):
            current += value
        elif word in lexicon.magnitudes and k > i and current:
            step = lexicon.magnitudes[word]
            if step < 1000:
                current *= step
            else:
                total = (total + current) * step if 1 < size < step else total + current * step
                current, size = Decimal(0), step
        else:
            break
        last, j = word, k + 1
    whole = total + current
    return Numeral(i, j, whole, whole, grain_of(whole), magnitude=1 if current else size) if last else None


def joined(line: Line, j: int, last: str, lexicon: Lexicon) -> bool:
    """Whether lexeme j only joins two parts of a number: the hyphen, "and" or comma behind the word `last`."""
    x, following = line[j], line[j + 1].low
    if x.text == "-":
        return x.glued and line[j + 1].glued
    size = lexicon.magnitudes.get(last, 0)
    if size < 100 or following not in lexicon.small:
        return False
    k = j + 2
    if line[k].text == "-" and line[k + 1].low in lexicon.small:
        k += 2
    step = lexicon.magnitudes.get(line[k].low, 1)
    if x.low in lexicon.words["and"]:  # one hundred and five; not: two hundred and five hundred
        return step == 1 or (size == 100 and step >= 1000)
    return x.text == "," and size >= 1000 and 100 <= step < size  # two million, four hundred thousand


def fits(value: int, last: str, lexicon: Lexicon) -> bool:
    """Whether a small number may follow the word before it: twenty one, hundred five, but not five six."""
    if not last or last in lexicon.magnitudes:
        return True
    return last in lexicon.tens and 0 < value < 10


def spoken_decimals(line: Line, i: int, lexicon: Lexicon) -> str:
    """The digits spoken behind "point": five two -> 52."""
    digits = ""
    while len(digits) < 6 and (value := lexicon.small.get(line[i].low, 10)) < 10:
        digits += str(value)
        i += 1
    return digits


def fraction_in_words(line: Line, i: int, lexicon: Lexicon) -> Numeral | None:
    """Half, a third, two-thirds, three quarters, half a million, half a dozen; an ordinal alone is none."""
    top, j = Fraction(1), i
    if line[i].low in lexicon.words["half"]:
        return half(line, i, lexicon)
    if line[i].low in lexicon.words["article"]:
        j = i + 1
        j += line[j].text == "-" and line[j].glued
        if line[j].low in lexicon.words["half"]:
            return replace(half(line, j, lexicon), start=i)
    elif line[i].low in lexicon.small:
        top, j = Fraction(lexicon.small[line[i].low]), i + 1
    else:
        return None
    if line[j].text == "-" and line[j].glued:
        j += 1
    part = lexicon.fractions.get(line[j].low)
    if part is None or top == 0 or (top > 1 and line[j].low in lexicon.ordinals):
        return None
    after = line[j + 1]
    placed = line[j].low in lexicon.ordinals and line[i].low in lexicon.words["article"]
    than = after.low in lexicon.words["comparatives"] and line[j + 2].low in lexicon.nouns.stops | {".", ",", ""}  # a third lower
    goes_on = after.low in lexicon.nouns.stops or after.low in lexicon.magnitudes or than
    if placed and after.kind == "word" and not goes_on:
        return None  # a third man
    of_one = after.low in lexicon.words["of"] and line[j + 2].low in lexicon.words["article"]
    k = j + 3 if of_one else j + 1
    if size := lexicon.magnitudes.get(line[k].low):  # a quarter million, a quarter of a million
        value = plain(top * part * size)
        return Numeral(i, k + 1, value, value, grain_of(value), magnitude=size)
    return Numeral(i, j + 1, top * part, top * part, None, fraction=top * part < 1)


def half(line: Line, i: int, lexicon: Lexicon) -> Numeral:
    """Half as a part of something, or of the magnitude behind it: half a million, half a dozen."""
    j = i + 1
    if line[j].text == "-" and line[j].glued:
        j += 1
    if line[j].low in lexicon.words["article"] and line[j + 1].low in lexicon.magnitudes:
        j += 1
    size = lexicon.magnitudes.get(line[j].low)
    if size is None:
        return Numeral(i, i + 1, Fraction(1, 2), Fraction(1, 2), None, fraction=True)
    value = Decimal(size) / 2
    return Numeral(i, j + 1, value, value, grain_of(value), magnitude=size)


def vague_number(line: Line, i: int, lexicon: Lexicon) -> Numeral | None:
    """A few dozen, several hundred, tens of thousands, dozens: from the least to the most that it can be taken for."""
    lengths = lexicon.vague_lengths.get(line[i].low, ())
    for length in lengths:
        multiple = lexicon.multiples.get(line.phrase(i, i + length)) if length <= line.length - i else None
        if multiple is None:
            continue
        x = line[i + length]
        size = lexicon.magnitudes.get(x.low) or lexicon.magnitudes.get(x.low.removesuffix("s"))
        if size is None:
            break
        numeral = Numeral(i, i + length + 1, Decimal(multiple[0] * size), Decimal(multiple[1] * size), Decimal(size), vague=True)
        return scaled(numeral, line, lexicon) if line[numeral.end].low in lexicon.magnitudes else numeral
    bounds = lexicon.vague.get(line[i].low)
    if bounds is None:
        return None
    low, high, j = *bounds, i + 1
    while line[j].low in lexicon.words["of"] and (size := vague_step(line[j + 1].low, lexicon)):
        low, high, j = low * size, high * size, j + 2
    if j == i + 1 and line[i].low in lexicon.words["of_only"] and line[j].low not in lexicon.words["of"]:
        return None  # "scores" is a verb, "tens" a mark at school
    return Numeral(i, j, Decimal(low), Decimal(high), Decimal(low), vague=True)


def vague_step(word: str, lexicon: Lexicon) -> int:
    """What a plural stands for once behind another one, tens of thousands; 0 for any other word."""
    return lexicon.vague_steps.get(word) or lexicon.magnitudes.get(word, 0)

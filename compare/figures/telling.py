"""Values -> what they say themselves: two outlets do not give 93.87 by chance, but every story has a Tuesday."""

from __future__ import annotations

from decimal import Decimal

import regex

from compare.figures.concepts import concepts
from compare.figures.mentions import WHEN
from compare.figures.outcomes import ratio, tell_one_number
from compare.language import function_words
from compare.model import Outcome, Quantity
from compare.tokens import tokenize

MONTH = regex.compile(r"[\dX]{4}-(?P<month>\d\d)")
DAY = regex.compile(r"[\dX]{4}-(?P<day>\d\d-\d\d)")
"""Where a date's value names the month, and the day too."""
THREES = regex.compile(r"(?<![\d.,])(?P<front>[1-9]\d{0,2})(?P<sign>[.,])(?P<back>\d{3})(?![\d.,]*\d)")
"""A number that is 12,500 or twelve and a half, as its sign is read."""
LONG = 4
"""Digits from which two numbers are not alike by chance."""
FEW = 12
"""Numbers up to this are given of many things; of above, a story gives an age or a rank to one person or thing."""
CONVERTED = 0.3
"""How much more it says that two numbers agree once their units are made one: 21 days, three weeks; not a day and 24 hours."""
VAGUE_UP_TO = 10
"""Hundreds end where thousands begin."""


def telling_of(a: Quantity, b: Quantity, outcome: Outcome) -> float:
    """-1..1: what two agreeing values say themselves; the less likely they agree by chance, the more. Set by hand."""
    if tell_one_number(a, b, outcome):
        converted = outcome is Outcome.EQUAL_CONVERTED and not (is_one(a) or is_one(b))
        return min(1.0, min(rareness(a), rareness(b)) + (CONVERTED if converted else 0.0))
    if a.kind in WHEN or b.kind in WHEN:  # a month agrees with any day of it
        return 0.9 if same_full_day(a, b) else 0.2 if shared_words(a, b) else -0.15
    if any(holds(x, y) for x, y in ((a, b), (b, a))):
        return 0.0
    if a.kind == b.kind == "age":  # a man in his fifties is 56
        return 0.3
    far = ratio(a, b)
    return 0.3 if far <= 1.3 else -0.2 if far <= 2 else -0.4


def is_one(q: Quantity) -> bool:
    """Is it a single unit, or half of one: a day, half an hour? Every story has some."""
    return q.lower in (Decimal(1), Decimal("0.5"))


def holds(a: Quantity, b: Quantity) -> bool:
    """Is the one a bare word such as hundreds, and the other a number that it is the usual word for: 300, not 5,000?"""
    x, y = a.lower, b.lower if b.lower is not None else b.upper
    return a.kind == "vague" and x is not None and y is not None and x <= y < VAGUE_UP_TO * x


def rareness(q: Quantity) -> float:
    """0..1: how little likely it is that two numbers of one story have this value by chance."""
    if q.kind in WHEN:
        return 0.15 if not any(c.isdigit() for c in q.text) else 0.3 if q.text.isdigit() else 0.9
    value = q.lower if q.lower is not None else q.upper
    if not isinstance(value, Decimal):
        return 0.3
    if q.kind == "age":
        return 0.7 if value > FEW else 0.3
    if q.kind == "count" and value <= FEW:
        return -0.3 if value == 1 else 0.0
    if q.kind == "ordinal":
        return 0.6 if value > FEW else 0.0
    digits = len(value.normalize().as_tuple().digits)
    size = 0.2 if value >= 1000 else 0.0
    unit = 0.2 if q.kind not in ("count", "vague", "ordinal") else 0.0
    return min(1.0, 0.35 * (digits - 1) + size + unit + (0.1 if value > 12 else 0.0))


def is_full(q: Quantity) -> bool:
    """Is it a date with day and month, or a time with digits? Such a one is seldom said of two events."""
    return rareness(q) > 0.5


def parted(a: Quantity, b: Quantity) -> bool:
    """Is one date much wider than the other and has no word of it, or is the one past where the other is to come?

    >>> day, year = Quantity(kind="date", text="Friday", date="XXXX-WXX-5"), Quantity(kind="date", text="2005", date="2005")
    >>> month = Quantity(kind="date", text="March 2005", date="2005-03")
    >>> parted(day, year), parted(month, year)
    (True, False)
    """
    turns = [{turn for t in tokenize(q.text) if (turn := concepts("turns").get(t.norm))} for q in (a, b)]
    if all(turns) and not turns[0] & turns[1]:
        return True
    return abs(fineness(a) - fineness(b)) > 1 and not shared_words(a, b)


def fineness(q: Quantity) -> int:
    """How narrow a date is: 0 a year or more, 1 a month, 2 a week, 3 a day, 4 a time."""
    date = q.date or ""
    if q.kind == "time" or "T" in date:
        return 4
    if "W" in date:
        return 3 if date.count("-") > 1 else 2
    return {0: 0, 1: 1}.get(date.count("-"), 3)


def same_full_day(a: Quantity, b: Quantity) -> bool:
    """Do both dates write the same day and month, and one of them the year as well?"""
    days = [DAY.match(q.date or "") for q in (a, b)]
    return days[0] is not None and days[1] is not None and days[0]["day"] == days[1]["day"] and all(
        any(c.isdigit() for c in q.text) for q in (a, b))


def shared_words(a: Quantity, b: Quantity) -> bool:
    """Have two dates a word in common, such as the year of "May 2005", or a month that both write, in full or in short?"""
    if {t.norm for t in tokenize(a.text)} & {t.norm for t in tokenize(b.text)} - function_words("en"):
        return True
    months = [MONTH.match(q.date or "") for q in (a, b)]
    return months[0] is not None and months[1] is not None and months[0]["month"] == months[1]["month"]


def is_slip(a: Quantity, b: Quantity) -> bool:
    """Do two long numbers differ in one digit, or in two that changed places?

    >>> read = lambda value: Quantity(kind="count", lower=Decimal(value), upper=Decimal(value))
    >>> is_slip(read("5687.75"), read("5587.75")), is_slip(read("8568"), read("8586")), is_slip(read("12000"), read("13000"))
    (True, True, False)
    """
    x, y = (digits_of(q) for q in (a, b)) if alike(a, b) else ("", "")
    if len(x) != len(y) or min(len(x.rstrip("0")), len(y.rstrip("0"))) < LONG:
        return False
    return sum(m != n for m, n in zip(x, y, strict=True)) == 1 or changed_places(x, y)


def is_swapped(a: Quantity, b: Quantity) -> bool:
    """Are two numbers of three digits or more the same but for two digits that changed places?

    >>> read = lambda value: Quantity(kind="count", lower=Decimal(value), upper=Decimal(value))
    >>> is_swapped(read("650"), read("560")), is_swapped(read("41200"), read("42100")), is_swapped(read("12"), read("21"))
    (True, True, False)
    """
    x, y = (digits_of(q) for q in (a, b)) if alike(a, b) else ("", "")
    return len(x) == len(y) > 2 and changed_places(x, y)


def other_power(a: Quantity, b: Quantity) -> bool:
    """Are two numbers the same digits, two or more, with the point elsewhere: 1.2 miles, 12 miles?

    >>> read = lambda value: Quantity(kind="measure", unit="mile", lower=Decimal(value), upper=Decimal(value))
    >>> other_power(read("1.2"), read("12")), other_power(read("20"), read("200")), other_power(read("12"), read("12"))
    (True, False, False)
    """
    x, y = (digits_of(q).strip("0") for q in (a, b)) if alike(a, b) else ("", "")
    return x == y and len(x) > 1 and a.lower != b.lower


def alike(a: Quantity, b: Quantity) -> bool:
    """Are both numbers of one kind and unit, and points, or bounds of one side?"""
    points = {a.modifier, b.modifier} <= {"=", "~"}
    return a.kind not in WHEN and (a.kind, a.unit) == (b.kind, b.unit) and (points or a.modifier == b.modifier)


def changed_places(x: str, y: str) -> bool:
    """Do two strings of one length differ in two neighbouring digits that changed places?"""
    apart = [i for i, (m, n) in enumerate(zip(x, y, strict=True)) if m != n]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and (x[apart[0]], x[apart[1]]) == (y[apart[1]], y[apart[0]])


def other_point(a: Quantity, b: Quantity) -> bool:
    """Are two numbers the same digits in threes, with a point in the one where the other has a comma?

    >>> read = lambda text: Quantity(kind="count", text=text, lower=Decimal(text.replace(",", "")))
    >>> other_point(read("12.500"), read("12,500")), other_point(read("12.50"), read("1,250"))
    (True, False)
    """
    x, y = THREES.search(a.text), THREES.search(b.text)
    return x is not None and y is not None and a.unit == b.unit and (
        x["sign"] != y["sign"] and (x["front"], x["back"]) == (y["front"], y["back"]))


def digits_of(q: Quantity) -> str:
    """The digits of a point without a sign or decimal point; "" for what is none."""
    return f"{q.lower:f}".replace(".", "").lstrip("-") if isinstance(q.lower, Decimal) and q.lower == q.upper else ""

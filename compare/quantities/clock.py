"""Lexemes -> times of day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from compare.quantities.dates import When
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Calendar


def clock(line: Line, i: int, calendar: Calendar) -> When | None:
    """4:35 a.m., 6pm, 16:35, 8 : 30pm, 10 o'clock, 1430 GMT; a zone is part of the surface and not of the value."""
    if apart := torn_clock(line, i, calendar):
        return apart
    m = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?(?::(\d{2}))?", line[i].text)
    words = calendar.words
    x = line[i + 1]
    if m and int(m[1]) <= 24 and int(m[2] or 0) < 60:
        hour, minute = int(m[1]), int(m[2] or 0)
        half = 12 if x.low in words["pm"] else 0 if x.low in words["am"] else None
        spaced = line[i + 2].text == "." and line[i + 3].low == "m" and line[i + 4].text == "."  # 7 p. m.
        if half is None and spaced and x.low in ("a", "p"):
            half = 12 if x.low == "p" else 0
            return zoned(line, i, i + 5, f"T{hour % 12 + half:02}:{minute:02}", words["zones"]) if hour <= 12 else None
        if half is None and (shared := shared_half(line, i, hour, words)):
            return When(i, i + 1, f"T{hour % 12 + 12 * (shared == 'pm'):02}:{minute:02}", "time")
        ends = x.low in words["clock_joints"] and line[i + 3].low in words["oclock"]
        if ends and line[i - 1].low in words["clock_words_before"]:
            return When(i, i + 1, f"T{hour:02}:{minute:02}", "time")  # zwischen 8 und 10 Uhr
        if half is not None and 1 <= hour <= 12:
            return zoned(line, i, i + 2, f"T{hour % 12 + half:02}:{minute:02}", words["zones"])
        if x.low in words["oclock"]:
            return When(i, i + 2, f"T{hour:02}:{minute:02}", "time")
        if part := part_of_day(line, i, words):
            return When(i, i + 4, f"T{hour % 12 + 12 * (part != 'morning'):02}:{minute:02}", "time")
        if m[2] and 1 <= hour <= 12 and (dotted := dotted_clock(line, i, calendar)) is not None:
            return When(i, i + 1, f"T{hour % 12 + dotted:02}:{minute:02}", "time")
        in_zone = x.low in words["zones"] and x.text.isupper()
        said = line[i - 1].low in words["clock_words_before"] or x.low in words["zones"]
        if (":" in line[i].text and said) or (m[2] and in_zone):  # 16:35, 11.05 GMT
            return zoned(line, i, i + 1, f"T{hour:02}:{minute:02}", words["zones"])
    if re.fullmatch(r"[012]\d[0-5]\d", line[i].text) and x.low in words["zones"] and x.text.isupper():
        return zoned(line, i, i + 1, f"T{line[i].text[:2]}:{line[i].text[2:]}", words["zones"])
    return None


def dotted_clock(line: Line, i: int, calendar: Calendar) -> int | None:
    """The hours to add to 6.40, where the words around say that it is a time: at 6.40 on Friday evening, starts at 6.40.

    Where nothing tells the half of the day it is taken as written; `relate` knows that it may be the other one.
    """
    words, j = calendar.words, i + 1
    if line[i - 1].low in words["the"] and line[j].low in words["clock_routes"] and line[j + 1].text[:1].isupper():
        return 0  # the 7.52 from Elmfield
    if line[i - 1].low not in words["clock_words_before"]:
        return None
    j += line[j].low in words["clock_on"]
    weekday = line[j].low in calendar.weekdays or line[j].low in calendar.shifts or line[j].low in calendar.days
    part = line[j + weekday].low
    if line[j].low in words["tonight"] or (weekday and part in words["clock_parts"]):
        return 0 if part == "morning" else 12
    begins = any(line[k].low in words["clock_events"] for k in range(i - 2, i - 5, -1))
    return 0 if begins else None


def part_of_day(line: Line, i: int, words: Mapping[str, frozenset[str]]) -> str | None:
    """The part of the day said behind a time: at 6.40 in the morning, about 10 in the evening; not: 12 in the morning."""
    said = line[i - 1].low in words["clock_words_before"] and 1 <= int(re.split(r"[:.]", line[i].text)[0]) <= 12
    named = line[i + 1].low in words["clock_in"] and line[i + 2].low in words["the"] and line[i + 3].low in words["clock_parts"]
    return line[i + 3].low if said and named else None


def shared_half(line: Line, i: int, hour: int, words: Mapping[str, frozenset[str]]) -> Literal["am", "pm"] | None:
    """The half of the day of a first time that is said with the second one alone: from 9 to 11 a.m., 10 to 2 p.m."""
    joint, second = line[i + 1], line[i + 2]
    m = re.fullmatch(r"(\d{1,2})(?:[:.]\d{2})?", second.text)
    if joint.low not in words["clock_joints"] or m is None or not 1 <= hour <= 12 or not 1 <= int(m[1]) <= 12:
        return None
    half = line[i + 3].low
    pm = half in words["pm"]
    if not pm and half not in words["am"]:
        return None
    later = hour % 12 > int(m[1]) % 12  # 10 to 2 p.m.: from the morning
    return "pm" if pm != later else "am"


def torn_clock(line: Line, i: int, calendar: Calendar) -> When | None:
    """8 : 30pm: a time whose colon stands apart; only a.m. or p.m. tells it from two other numbers."""
    hour, minute, half = line[i].text, line[i + 2].text, line[i + 3].low
    if line[i + 1].text != ":" or not re.fullmatch(r"1[0-2]|0?[1-9]", hour) or not re.fullmatch(r"[0-5]\d", minute):
        return None
    if half not in calendar.words["am"] | calendar.words["pm"]:
        return None
    value = f"T{int(hour) % 12 + 12 * (half in calendar.words['pm']):02}:{minute}"
    return zoned(line, i, i + 4, value, calendar.words["zones"])


def zoned(line: Line, i: int, j: int, value: str, zones: frozenset[str]) -> When:
    """A time with the zone behind it."""
    return When(i, j + 1 if line[j].low in zones and line[j].text.isupper() else j, value, "time")

"""Numbers and dates that belong to a name: the Big Four, "99 Red Balloons", the Group of Eight, 60 Minutes."""

from __future__ import annotations

import re
from itertools import takewhile

from compare.quantities.counted import plural_ahead
from compare.quantities.dates import When
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon
from compare.quantities.numbers import Numeral

DAY = re.compile(r"-\d\d-\d\d$")
"""A date whose value names the day of a month."""
OPENING, CLOSING = frozenset("\"'“‘«„"), frozenset("\"'”’»“")
LONGEST_TITLE = 6
"""Words behind the number in a title."""
REACH = 12
"""Lexemes to either side that show whether a sentence is set in capitals, as a headline is."""
LONGEST_SMALL_WORD = 3
"""Letters in the longest word that a headline in capitals leaves small, as Title Case has it in most style books."""


def group_of(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether a number is the end of a name: the Group of Eight, the Group of 77; not: a group of 77, the Council of 12 men."""
    i = numeral.start
    the = line[i - 3].low in lexicon.calendar.words["the"] and not plural_ahead(line, numeral.end, lexicon.nouns)
    capital = the if numeral.digits else line[i].text[:1].isupper()
    named = capital and line[i - 1].low in lexicon.words["of"] and line[i - 1].text.islower()
    return named and line[i - 2].text[:1].isupper() and not lexicon.capital_nouns


def part_of_title(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether a number in words has a capital inside a sentence, as in a name: the Big Four, Six Nations; no headline."""
    i = numeral.start
    before = line[i - 1]
    if lexicon.capital_nouns or not line[i].text[:1].isupper() or before.kind != "word" or line.ends_sentence(i - 1):
        return False
    if before.text[:1].isupper() and before.low in lexicon.nouns.labels:
        return True
    return no_headline(line, i, i, lexicon)


def quoted_title(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether the number opens a title between quotation marks, all of its words in capitals: "99 Red Balloons"."""
    j = numeral.end
    if lexicon.capital_nouns:
        return False
    if line[j].text in CLOSING and closes_title(line, numeral.start):
        return True
    if line[numeral.start - 1].text not in OPENING:
        return False
    for x in takewhile(lambda x: x.kind == "word", (line[k] for k in range(j, j + LONGEST_TITLE))):
        if not x.text[0].isupper() and x.low not in lexicon.nouns.stops:
            return False
        j += 1
    return j > numeral.end and line[j].text in CLOSING


def closes_title(line: Line, i: int) -> bool:
    """Whether words in capitals alone stand between an opening quotation mark and the number at lexeme i: "Fahrenheit 451"."""
    before = list(takewhile(lambda k: line[k].text[:1].isupper(), range(i - 1, i - LONGEST_TITLE, -1)))
    return bool(before) and line[before[-1] - 1].text in OPENING


def named_unit(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether a unit with a capital inside a sentence makes a name: 60 Minutes; no headline, no sign such as GW."""
    unit, before = line[numeral.end], line[numeral.start - 1]
    capital = unit.text[:1].isupper() and unit.text[1:].islower() and len(unit.text) > LONGEST_SMALL_WORD
    if not capital or lexicon.capital_nouns or before.kind != "word" or line.ends_sentence(numeral.start - 1):
        return False
    return unit.low in lexicon.words["programme_units"] and no_headline(line, numeral.start, numeral.end, lexicon)


def no_headline(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a long word around lexemes start to end stands in small letters, which a headline in capitals would not have."""
    words = (x for x in (line[k] for k in range(start - REACH, end + REACH)) if x.kind == "word" and x.text.islower())
    return any(len(x.low) > LONGEST_SMALL_WORD and x.low not in lexicon.nouns.stops for x in words)


def names_body(line: Line, when: When, lexicon: Lexicon) -> bool:
    """Whether a day opens the name of a body or place: the May 3 Commission, July 9 Avenue; not: on May 3 President Hale."""
    if not DAY.search(when.value) or lexicon.capital_nouns:
        return False
    behind = (line[when.end + k] for k in range(LONGEST_TITLE))
    name = [x.low for x in takewhile(lambda x: x.kind == "word" and x.text[:1].isupper(), behind)]
    before = line[when.start - 1].low
    if before in lexicon.calendar.words["the"]:
        return not lexicon.words["bodies"].isdisjoint(name)
    if before in lexicon.words["of"]:
        return not lexicon.words["bodies"].isdisjoint(name[:1])
    return not lexicon.words["streets"].isdisjoint(name[:1])

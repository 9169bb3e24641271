"""Numbers that are no figures of a story: names, labels, phones, list numbers, page furniture.

A false figure costs a fact-checker more than a missed one, so a number in doubt is left out.
"""

from __future__ import annotations

from compare.quantities.counted import counted_after, is_plural, noun_follows, plural_ahead, plural_initials
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon, Nouns
from compare.quantities.modifiers import modifier_before
from compare.quantities.numbers import Numeral
from compare.quantities.page_numbers import furniture, in_address, in_phone_or_code, in_text_furniture
from compare.quantities.titles import group_of, named_unit, part_of_title, quoted_title
from compare.quantities.units import unit_after

IDENTIFIER = 8
"""Digits in a row, with no mark for thousands and no noun behind, that are an identifier wherever they stand."""
CODE = 6
"""Digits in a row behind a name, with no mark for thousands and no noun behind, that are a code."""


def is_no_figure(line: Line, numeral: Numeral, start: int, lexicon: Lexicon, *, bare: bool) -> bool:
    """Whether the number names or numbers something instead of measuring it.

    `start` is the lexeme at which it starts with its sign or currency; it is `bare` when it has no unit or currency.
    """
    if idiom(line, numeral, lexicon) or quoted_title(line, numeral, lexicon):
        return True
    if not numeral.digits:
        if (bare or line[numeral.end].text[:1].isupper()) and part_of_title(line, numeral, lexicon):
            return True  # also Fifty Fathoms
        if bare and (group_of(line, numeral, lexicon) or round_of_cup(line, numeral, lexicon)):
            return True
        if bare and past_the_hour(line, numeral, lexicon):
            return True
        if bare and (in_order(line, numeral, lexicon) or zone_of_table(line, numeral, lexicon)):
            return True
        if bare and line[numeral.end].glued and line[numeral.end].kind == "number":
            return True  # Twenty20
        return bare and (pronoun_one(line, numeral, lexicon) or in_compound(line, numeral, lexicon))
    if start == numeral.start and (glued_to_letters(line, numeral, lexicon) or in_address(line, numeral)):
        return True
    if in_phone_or_code(line, numeral) or furniture(line, numeral, lexicon):
        return True
    if not bare:
        if named_unit(line, numeral, lexicon):
            return True
        letter = line[numeral.end]
        return letter.glued and len(letter.text) == 1 and letter.text.isupper() and labelled(line, numeral, lexicon)
    return (
        in_text_furniture(line, numeral, lexicon) or round_of_cup(line, numeral, lexicon) or group_of(line, numeral, lexicon)
        or labelled(line, numeral, lexicon) or in_compound(line, numeral, lexicon)
        or letters_behind(line, numeral, lexicon) or in_name(line, numeral, lexicon)
    )  # fmt: skip


def pronoun_one(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """One that stands for somebody or something: one of them, no one, this one, one another."""
    if numeral.end != numeral.start + 1 or line[numeral.start].low != "one":
        return False
    before, after = line[numeral.start - 1], line[numeral.end]
    if after.text == "-" and after.glued:
        return line[numeral.end + 1].low in lexicon.nouns.one_compounds
    if line[numeral.end + 1].text == "-" and line[numeral.end + 1].glued and after.kind == "word":
        return before.low in lexicon.nouns.one_before  # one in-house lawyer
    ranged = after.low in lexicon.words["or"] | lexicon.words["to"] and line[numeral.end + 1].low in lexicon.small
    if ranged and before.low not in lexicon.nouns.one_before:
        return False  # one or two chips, one to three storms
    return before.low in lexicon.nouns.one_before or after.low in lexicon.nouns.one_after or after.kind != "word"


def round_of_cup(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """The last 16, a last-eight tie: a round of a cup where nothing else is counted."""
    hyphen = line[numeral.start - 1].text == "-"
    if line[numeral.start - 1 - hyphen].low not in lexicon.words["last"] or numeral.lower not in (4, 8, 16, 32, 64):
        return False
    after, owner = line[numeral.end], line[numeral.start - 2].low
    if not hyphen and owner in lexicon.words["possessives"] and is_plural(after.low, lexicon.nouns):
        return False  # in his last eight matches
    return hyphen or after.kind == "mark" or after.low in lexicon.nouns.stops | lexicon.words["cup_ties"]


def in_order(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """World number three, day three of the trial: a number in words that says which one; not: the day three people died."""
    i, after = numeral.start, line[numeral.end]
    if line[i - 1].low in lexicon.words["numbered"]:
        return line[i - 2].low not in lexicon.words["to"] | lexicon.words["modals"]  # thought to number eight
    told = line[i - 2].low in lexicon.words["of_determiners"] | lexicon.words["each_one"]
    ends = after.kind == "mark" or after.low in lexicon.nouns.stops - lexicon.words["before_counted"]
    return line[i - 1].low in lexicon.words["parts_of_series"] and not told and ends


def past_the_hour(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Half past four, ten past six: either number of a time in words, which has no half of the day."""
    i, j = numeral.start, numeral.end
    minutes = lexicon.small.keys() | lexicon.fractions.keys()
    hour = line[i - 1].low in lexicon.words["past"] and line[i - 2].low in minutes
    return hour or (line[j].low in lexicon.words["past"] and line[j + 1].low in lexicon.small)


def zone_of_table(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """The top four, slipped towards the bottom three: a part of a table's ranks where nothing is counted."""
    after = line[numeral.end]
    ends = after.kind == "mark" or after.low in lexicon.nouns.stops
    return line[numeral.start - 1].low in lexicon.words["ends_of_table"] and ends


def idiom(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether the number is one word of a fixed phrase that measures nothing: net zero, square one, 9-11."""
    i, j = numeral.start, numeral.end
    return not lexicon.words["idioms"].isdisjoint((line.phrase(i - 1, j), line.phrase(i, j + 1), line.phrase(i, j + 2)))


def in_compound(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Part of a word that says how something is, not how many there are: all-in-one, two-way, five-star."""
    i, j = numeral.start, numeral.end
    tied = line[i].glued and line[i - 1].text == "-" and line[i - 1].glued and line[i - 2].kind == "word"
    if tied and not numeral.digits:
        return True
    if line[j].text == "-" and line[j].glued and line[j + 1].low in lexicon.nouns.compounds:
        return True
    return sides_of_a_screen(line, j, j + 2, lexicon) or sides_of_a_screen(line, i - 1, j, lexicon)


def sides_of_a_screen(line: Line, sign: int, end: int, lexicon: Lexicon) -> bool:
    """Whether lexeme `sign` multiplies two numbers that end before `end` with no unit: 640 x 480, 4x100."""
    between = line[sign - 1].kind == line[sign + 1].kind == "number" and line[sign].low in lexicon.words["times_by"]
    return between and unit_after(line, end) is None


def glued_to_letters(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """MX204, COVID-19, scp2-173, #12, @7news: part of a name."""
    i = numeral.start
    while line[i].glued and i > numeral.start - 6:
        before = line[i - 1]
        if before.kind == "word":
            unit = before.glued and line[i - 2].kind == "number" and unit_after(line, i - 1)  # 10lb-15lb
            return not unit and line.phrase(i - 1, i + 1) not in lexicon.approximators.before
        coded = before.text == "%" and before.glued and (i == numeral.start or line[i - 2].kind != "number")  # %20; but 5%-10%
        if coded or before.text in ("#", "@", "_", "=", "\\", "&"):
            return True
        added = before.text == "+" and line[i - 2].kind == "number"  # P5+1
        if before.text not in ("-", "/", ".") and before.kind != "number" and not added:
            return False
        i -= 1
    return False


def labelled(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Behind a noun that takes a number as its name: Highway 61, Room 12, Boeing 737, Phase 3; or a further one of a list."""
    x, i = line[numeral.start], numeral.start
    if "," in x.text and len(x.text) > 3:
        return False
    if is_code(line, numeral, lexicon):
        return True
    i = first_of_list(line, i)
    before = line[i - 1]
    if before.text == "." and before.glued and line[i - 2].low in lexicon.words["label_abbreviations"]:
        return True
    if before.text == "-" and before.glued:
        before = line[i - 2]
    if before.text.isupper() and len(before.text) > 1 and line[i - 2].text == "(" and line[numeral.end].text == ")":
        return True  # (SB 8)
    if before.kind != "word" or not x.text[0].isdigit():
        return False
    if modifier_before(line, numeral.start, lexicon).edge < numeral.start - 1:
        return False  # thought to number 50
    if lexicon.capital_nouns and len(before.text) == 1 and before.text.isupper():
        return True  # die A 7
    if before.low in lexicon.nouns.labels:
        following = line[numeral.end]
        nouns = lexicon.nouns
        counts = following.text.islower() and noun_follows(line, numeral.end, nouns) and is_plural(following.low, nouns)
        return before.text != before.low or not counts  # iPhone 15 owners
    if line[i - 2].low in lexicon.words["giving"] and plural_ahead(line, numeral.end, lexicon.nouns):
        return False  # they gave Olga 4 tickets
    if lexicon.nouns.endings.of(before.low, "possessive") and plural_ahead(line, numeral.end, lexicon.nouns):
        return False  # the EU's 27 members
    capital = before.text[0].isupper() and before.low not in lexicon.nouns.stops | lexicon.starters and not lexicon.capital_nouns
    inside = capital and not line.ends_sentence(i - 2) and line[i - 2].text not in ("", '"', "“", "(", ":", "\n")
    version = x.text.endswith(".0")  # Web 2.0
    return inside and len(x.text) <= 7 and ("." not in x.text or version) and not counted_plainly(line, numeral.end, lexicon)


def first_of_list(line: Line, i: int) -> int:
    """The lexeme of the first number of a list that the one at lexeme i goes on: seats 1A to 34F."""
    for _ in range(4):
        if line[i - 1].low not in ("to", "and", ",", "-", "or"):
            break
        lettered = line[i - 3].kind == "number" and line[i - 2].glued  # not: Boeing 737 jets and 12 tanks
        step = 2 if line[i - 2].kind == "number" else 3 if lettered else 0
        if not step:
            break
        i -= step
    return i


def is_code(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """A number that is itself a name: 911 calls, PhotoBook 09, the 7300's screen, Velden 179434."""
    x, i = line[numeral.start], numeral.start
    if x.text in lexicon.words["emergency"]:
        called = line[numeral.end].low
        dialled = x.text in lexicon.words["dialled_alone"] or line[i - 1].low in lexicon.words["dialling"]
        second = line[i - 1].low in lexicon.words["or"] and line[i - 2].text in lexicon.words["emergency"]  # 112 or 999
        dialled = dialled or second
        return called in lexicon.words["emergency_calls"] or (dialled and not is_plural(called, lexicon.nouns))
    if len(x.text) > 1 and x.text[0] == "0" and x.text.isdigit():
        return True  # PhotoBook 09
    ridden = line[i - 1].low in lexicon.calendar.words["the"] and line[numeral.end].low in lexicon.words["ridden"]
    if ridden and len(x.text) < 4 and not plural_ahead(line, numeral.end, lexicon.nouns):
        return True  # the 38 bus; but: the 38 bus drivers
    measured = line[i - 1].low in lexicon.words["of"] or modifier_before(line, i, lexicon).edge < i  # a sum of, less than
    long = len(x.text) >= IDENTIFIER and x.text.isdigit() and numeral.magnitude == 1 and not measured
    if long and not counted_after(line, numeral.end, lexicon):
        return True  # Fax: 55501842
    variant = line[numeral.end]
    if x.text in lexicon.words["aircraft"] and variant.text[:1].isupper() and not is_plural(variant.low, lexicon.nouns):
        return True  # 12 737 MAX jets
    named = (len(x.text) > 3 and x.text.isdigit()) or x.text in lexicon.words["aircraft"]
    if named and line[i - 1].low in lexicon.calendar.words["the"] and nothing_counted(line, numeral.end, lexicon.nouns):
        return True  # the 7300's screen, the 747 landed
    place = line[i - 1] if line[i - 1].text != "\n" else line[i - 2]
    code = len(x.text) >= CODE and x.text.isdigit() and numeral.magnitude == 1 and place.text[:1].isupper()
    if not code or counted_after(line, numeral.end, lexicon):
        return False
    return place.low not in lexicon.approximators.before_ends | lexicon.nouns.stops


def nothing_counted(line: Line, j: int, nouns: Nouns) -> bool:
    """Whether a mark, a word of no phrase or a verb of the past stands at lexeme j."""
    word = line[j].low
    return line[j].kind == "mark" or word in nouns.stops or (nouns.endings.of(word, "past") and word not in nouns.collectives)


def counted_plainly(line: Line, j: int, lexicon: Lexicon) -> bool:
    """Whether people or other things that only a count goes before stand directly behind: "in Aleppo 12 people", "15 times"."""
    return line[j].low in lexicon.nouns.collectives or line[j].low in lexicon.words["times"]


def letters_behind(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """34F, 5G, 3D, 737s: capitals or a code stuck to the number."""
    x = line[numeral.end]
    return x.glued and x.kind == "word" and x.low not in lexicon.nouns.collectives and x.low not in lexicon.approximators.after


def in_name(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """123 Random Street, 787 Dreamliner: a name follows; what a number counts stands in small letters or is a plural."""
    x = line[numeral.end]
    if lexicon.capital_nouns:
        return line[numeral.end].low in lexicon.nouns.streets
    if x.kind != "word" or not x.text[0].isupper() or numeral.magnitude > 1 or {",", "."} & set(line[numeral.start].text):
        return False
    if modifier_before(line, numeral.start, lexicon).edge < numeral.start:
        return False
    if line[numeral.start - 1].low in lexicon.words["works"]:
        return True  # the film 12 Angry Men
    j = numeral.end
    while line[j].kind == "word" and line[j].text[0].isupper() and j < numeral.end + 5:
        if line[j + 1].low in lexicon.nouns.streets:
            return True  # 100 High Street
        if plural_initials(line[j].text) or is_plural(line[j].low, lexicon.nouns) or line[j].low in lexicon.nouns.stops:
            return False
        j += 1
        if line[j].low in lexicon.words["and"] and line[j + 1].text[:1].isupper():
            j += 1  # 31 Syldavian and Bordurian smugglers
    j += line[j].kind == "number" and not line[j].glued  # 40 Boeing 737 jets
    return not plural_ahead(line, j, lexicon.nouns)

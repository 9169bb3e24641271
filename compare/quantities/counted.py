"""Lexemes behind a number -> the noun phrase that it counts.

No tagger: closed lists say where a phrase cannot go on, and a plural, or a noun that is counted without one, says where it ends.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon, Nouns
from compare.quantities.numbers import read_number
from compare.quantities.units import names

LONGEST_OWNER = 3
"""Words of an owner's name before the number of what is owned."""
LONGEST = 6
"""Words between a number and the noun that it counts, both included."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun phrase at lexemes start to end, as written."""

    text: str
    start: int
    end: int


def counted_after(line: Line, i: int, lexicon: Lexicon, *, one: bool = False) -> Counted | None:
    """The noun phrase that starts at lexeme i; `one` when the number is 1 and the noun a singular."""
    if lexicon.capital_nouns:
        return capital_noun(line, i, lexicon)
    start = i
    if line[i].text == "(" and line[i + 1].kind == "number" and line[i + 2].text == ")":
        start = i + 3  # eight (8) issues
    if line[start].low in lexicon.calendar.shifts and line[start + 1].low in lexicon.calendar.periods:
        return None  # fell to 40,000 last week
    while line[start].low in lexicon.words["before_counted"] and line[start + 1].kind == "word":
        start += 1
    last = last_noun(line, start, lexicon, one=one)
    possessive = line[last].text == "'" and line[last].glued  # ten of the teams' games
    if not last or possessive or not acceptable(line, start, last, lexicon.nouns, one):
        return None
    return Counted(line.text[line[start].start : line[last - 1].end], start, last)


def last_noun(line: Line, start: int, lexicon: Lexicon, *, one: bool) -> int:
    """The lexeme behind the last noun of the phrase that starts at lexeme `start`, 0 where it has none."""
    nouns, last = lexicon.nouns, 0
    j = start + (line[start].text in lexicon.words["aircraft"])  # 12 737 MAX jets
    while j < start + 2 * LONGEST and j < line.length:
        x = line[j]
        if step := inside_word(line, j, nouns, begun=bool(last)):
            j += step
            continue
        if possessive_ahead(line, j, nouns):
            break
        if not one and (end := numbered_models(line, j, nouns)):
            return end
        if last and not one and joins_names_or_adjectives(line, j, lexicon):
            j += 1
            continue
        if x.low in lexicon.small and line[j + 1].text != "-" and (j == start or x.text.islower()):
            break  # a number of its own; but: seven League One clubs
        begun = one and bool(last) and line[last - 1].low not in nouns.modifiers
        if x.kind != "word" or nouns.endings.of(x.low, "possessive"):
            break
        if ends_phrase(line, j, nouns, begun=begun, one=one, first=j == start):
            break
        if one and last and nouns.endings.of(x.low, "plural") and not nouns.endings.of(x.low, "not_verb"):
            break  # one proposal asks
        if x.low not in nouns.not_heads | nouns.also_adverbs and not is_adverb(x.low, nouns):
            last = j + 1
        if not one and (plural_initials(x.text) or (is_plural(x.low, nouns) and not goes_on(line, j, nouns))):
            break
        j += 1
    return last


def joins_names_or_adjectives(line: Line, j: int, lexicon: Lexicon) -> bool:
    """Whether lexeme j joins two words before one plural: Kia and Hyundai vehicles, 60 private and public sponsors."""
    joint = line[j].low in lexicon.words["and"]
    if joint and line[j - 1].text[0].isupper() and plural_ahead(line, j + 1, lexicon.nouns):
        return True
    return (joint or line[j].text == ",") and adjectives_go_on(line, j, lexicon)


def inside_word(line: Line, j: int, nouns: Nouns, *, begun: bool) -> int:
    """How many lexemes from j on only tie words of the phrase together: a hyphen, the 47 of AB-47, AB 47 launchers."""
    x, following = line[j], line[j + 1]
    if x.text == "-" and x.glued and following.glued and following.kind == "word":
        return 2 if line[j + 2].text == "-" and line[j + 2].glued and line[j + 3].glued else 1  # open-to-sky courtyards
    if begun and x.text == "-" and x.glued and following.kind == "number":
        return 2
    return int(begun and x.kind == "number" and line[j - 1].text[:1].isupper() and plural_ahead(line, j + 1, nouns))


def numbered_models(line: Line, j: int, nouns: Nouns) -> int:
    """The lexeme behind several things of a numbered model at lexeme j, 0 where none stands: F-16s, Boeing 737s, 737s."""
    k = j
    if line[k].text[:1].isupper():
        k += 2 if line[k + 1].text == "-" and line[k + 1].glued else 1
    plural = nouns.endings.of(line[k + 1].low, "plural") and len(line[k + 1].text) == 1
    return k + 2 if line[k].kind == "number" and line[k + 1].glued and plural else 0


def capital_noun(line: Line, i: int, lexicon: Lexicon) -> Counted | None:
    """The noun that a language marks by its capital, with the adjectives before it: 23 bewaffnete Männer."""
    start = i
    while line[start].low in lexicon.words["before_counted"] and line[start + 1].kind == "word":
        start += 1
    for j in range(start, start + LONGEST):
        x = line[j]
        if x.kind != "word" or x.low in lexicon.nouns.stops:
            return None
        if x.text[0].isupper():
            return Counted(line.text[line[start].start : x.end], start, j + 1)
    return None


def adjectives_go_on(line: Line, j: int, lexicon: Lexicon) -> bool:
    """Whether the "and" or comma at lexeme j joins two adjectives before one plural, with no article or number between."""
    nouns, following = lexicon.nouns, line[j + 1]
    word = following.text.islower() and following.low not in lexicon.small
    return word and not is_plural(line[j - 1].low, nouns) and plural_ahead(line, j + 1, nouns)


def ends_phrase(line: Line, j: int, nouns: Nouns, *, begun: bool, one: bool, first: bool) -> bool:
    """Whether the word at lexeme j cannot belong to the phrase, which has `begun` when a noun may have been seen."""
    word = line[j].low
    if not one and word in nouns.verb_plurals:
        return False
    if not first and line[j].glued and line[j - 1].text == "-" and line[j - 1].glued:
        return False  # 1,500 well-paid jobs
    if line[j].text.isupper() and line[j + 1].kind == "number" and line[j + 1].glued:
        return False  # 12 Airbus A320 jets
    if line[j + 1].text == "-" and line[j + 1].glued and line[j + 2].glued and line[j + 2].kind == "word":
        return False  # six left-wing parties
    if first and word in nouns.also_adverbs:
        return not noun_follows(line, j + 1, nouns)  # nine high towers; nine high
    if word in nouns.ly_adjectives:
        return not noun_follows(line, j + 1, nouns)
    if is_country(line, j, nouns):
        return False
    if word in nouns.stops or word in nouns.verbs:
        return True
    if word in nouns.ed_adjectives and line[j + 1].low in nouns.behind_participles:
        return True  # one armed with a machete
    if word in nouns.collectives or word in nouns.modifiers:
        return False
    if nouns.endings.of(word, "adverb") and len(word) > 4:
        return begun and word not in nouns.ly_nouns
    if participle(word, nouns):
        return begun or not noun_follows(line, j + 1, nouns)
    return False


def participle(word: str, nouns: Nouns) -> bool:
    """Whether a word may be a participle: before a noun it belongs to it (two stolen cars), behind one it ends the phrase."""
    if word in nouns.participles:
        return True
    past = nouns.endings.of(word, "past") and word not in nouns.ed_adjectives
    return past or (nouns.endings.of(word, "gerund") and word not in nouns.ing_nouns)


def is_adverb(word: str, nouns: Nouns) -> bool:
    """Whether a word has the ending of an adverb and is none of the nouns in it."""
    return nouns.endings.of(word, "adverb") and word not in nouns.ly_nouns


def possessive_ahead(line: Line, j: int, nouns: Nouns) -> bool:
    """Whether an apostrophe stands at lexeme j that makes the word before it a possessive."""
    return line[j].text == "'" and nouns.endings.of("'" + line[j + 1].low, "possessive")


def is_country(line: Line, j: int, nouns: Nouns) -> bool:
    """Whether a word that is a pronoun in small letters stands in capitals as an abbreviation: 13 US troops."""
    return line[j].text.isupper() and line[j].low in nouns.modifiers


def noun_follows(line: Line, j: int, nouns: Nouns) -> bool:
    """Whether the lexeme may be a noun: a word of no closed list."""
    word = line[j].low
    if is_country(line, j, nouns):
        return True
    return line[j].kind == "word" and word not in nouns.stops and (word not in nouns.verbs or word in nouns.verb_plurals)


def plural_ahead(line: Line, j: int, nouns: Nouns) -> bool:
    """Whether a plural stands within three words, with nothing between that ends a phrase."""
    for k in range(j, j + 3):
        word = line[k].low
        if line[k].text == "-" and line[k].glued:
            continue
        if not noun_follows(line, k, nouns):
            return False
        if is_plural(word, nouns) or (counts_many(word, nouns) and not noun_follows(line, k + 1, nouns)):
            return True
    return False


def counts_many(word: str, nouns: Nouns) -> bool:
    """Whether a word that ends its phrase has the form of a plural: sales, which before another noun is none (sales staff)."""
    return is_plural(word, nouns) or (nouns.endings.of(word, "plural") and not nouns.endings.of(word, "not_plural"))


def is_plural(word: str, nouns: Nouns) -> bool:
    """Whether a word ends a phrase that counts more than one."""
    if word in nouns.collectives or (nouns.endings.of(word, "people") and len(word) > 4):
        return True
    ending = nouns.endings.of(word, "plural") and not nouns.endings.of(word, "not_plural")
    return ending and len(word) > 2 and word not in nouns.modifiers


def plural_initials(word: str) -> bool:
    """Whether a word is several of what is called by its initials: RBIs, ATMs."""
    return len(word) > 2 and word[-1] == "s" and word[:-1].isupper()


def goes_on(line: Line, j: int, nouns: Nouns) -> bool:
    """Whether a plural is only the first part of what is counted: "women soldiers", "Texas counties"."""
    following = line[j + 1]
    if not noun_follows(line, j + 1, nouns) or not is_plural(following.low, nouns):
        return False
    if following.low in nouns.after_nouns:
        return False  # two people killed
    if nouns.endings.of(following.low, "plural") and following.low not in nouns.verb_plurals:
        return True  # customs officers: behind a plural no verb ends in -s
    return line[j].low in nouns.also_adjectives or (line[j].text[0].isupper() and following.text.islower())


def acceptable(line: Line, start: int, last: int, nouns: Nouns, one: bool) -> bool:
    """Whether the phrase found can be counted: a plural, or a short singular that nothing contradicts."""
    head = line[last - 1].low
    if one and last == start + 1 and is_plural(head, nouns) and head not in nouns.collectives:
        return False  # one imagines
    if one or is_plural(head, nouns):
        return True
    short = last - start <= 4 and (len(head) > 1 or line[last - 1].glued)
    return short and (nouns.endings.of(head, "plural") or head not in nouns.modifiers)


def counted_of(line: Line, i: int, lexicon: Lexicon) -> Counted | None:
    """The noun phrase behind "of" at lexeme i: "of the houses", "of his 12 men"; None where no "of" stands."""
    if line[i].low not in lexicon.words["of"]:
        return None
    j = i + 1
    pronoun = line[j].low in lexicon.words["of_pronouns"]
    while line[j].low in lexicon.words["of_determiners"]:
        j += 1
    numbered = line[j + 1].kind == "number" or line[j + 1].low in lexicon.small
    j += line[j].low in lexicon.approximators.between and numbered  # two-thirds of the combined 4.3m sales
    if pronoun:
        them = counted_after(line, j, lexicon)  # three of them women; not: 50 of them serving life terms
        return them if them and not participle(line[j].low, lexicon.nouns) and is_plural(last_word(them), lexicon.nouns) else None
    if line[j - 1].low in lexicon.words["those"] and participle(line[j].low, lexicon.nouns):
        return None  # of those polled
    owner = next((k + 1 for k in range(j, j + LONGEST_OWNER) if lexicon.nouns.endings.of(line[k].low, "possessive")), j)
    j = owner if line[owner].kind == "number" else j  # of the airline's 1,100 daily flights
    number = read_number(line, j, lexicon)
    if number and line[number.end].text == "-" and line[number.end].glued:
        return counted_after(line, number.end + 2, lexicon)  # of its 8,000-strong workforce
    if number and line[number.end].glued and len(line[number.end].text) == 1 and line[number.end].low in lexicon.abbreviated:
        return counted_after(line, number.end + 1, lexicon)  # of the 4.3m sales
    return counted_after(line, number.end if number else j, lexicon)


def last_word(noun: Counted) -> str:
    """The head of a noun phrase, in lower case."""
    return noun.text.lower().rpartition(" ")[2]


def noun_before(line: Line, j: int, lexicon: Lexicon) -> Counted | None:
    """The noun at lexeme j that a bare number behind it tells the size of: a crowd of 40,000, the toll at 12."""
    x, nouns = line[j], lexicon.nouns
    no_noun = nouns.stops | nouns.verbs | nouns.labels | nouns.not_heads | lexicon.small.keys()
    if x.low in names(lexicon.language):
        return None  # half a percent of 2,000
    proper = x.text[:1].isupper() != lexicon.capital_nouns
    closed = proper or x.low in no_noun | nouns.events | lexicon.words["kin"]
    return Counted(x.text, j, j + 1) if x.kind == "word" and not closed and not participle(x.low, nouns) else None


def subject_before(line: Line, i: int, lexicon: Lexicon) -> Counted | None:
    """What a bare number stands for: the "toll" of "the toll climbed to 57", the "crowd" of "a crowd of 40,000"."""
    j = i - 1
    if line[j].low in lexicon.words["of"] or (line[j].low in lexicon.words["at"] and line[j - 1].low in lexicon.words["tallies"]):
        return noun_before(line, j - 1, lexicon)
    if line[j].low in lexicon.change["links"]:
        j -= 1
    if line[j].low not in lexicon.change["verbs"]:
        return None
    j -= 1
    while line[j].low in lexicon.change["auxiliaries"]:
        j -= 1
    x = line[j]
    name = x.text[:1].isupper() and j > 0 and not lexicon.capital_nouns
    if x.kind != "word" or x.low in lexicon.nouns.stops or x.low in lexicon.nouns.verbs or name:
        return None
    if x.low in lexicon.nouns.not_heads:
        return None
    return Counted(x.text, j, j + 1)

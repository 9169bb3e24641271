"""Alignment -> Difference*: another source for the same words, a source that is gone, "said" that became "claimed"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import regex

from compare.differences.changes import Change, Wording, merged
from compare.differences.names.one_name import bare, is_variant, same_name
from compare.differences.words import Collation, Side, Slot, collations, matching_blocks
from compare.language import function_words
from compare.lexicon import base_form, word_class
from compare.lexicon.known import is_place, same_place
from compare.lexicon.opposites import excluding, same_group
from compare.messages import message
from compare.model import Annotated, Compared, Difference, Evidence, FindingKind, Name, Relation, Severity, Statement, Verdict
from compare.tokens import tokenize

MARKS = ('"', "“", "”", "«", "»", "''")
"""A sentence with one of these holds someone's words, even where its partner is missing."""
SAME_CLAIM = 0.85
"""Least share of the words outside the attribution that both sides have in order, on either side."""
MOST_LISTENERS = 6
"""Words of those who were told, with the day: more of them are the claim."""
LONGEST_OFFICE = 90
"""Characters of what tells who a source is."""
OPENS_OFFICE = r"(?:[Tt]he|[Aa]n?|[Oo]ne of|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|\p{Lu}\p{L}{1,20}['’]s)\s[^,;:.“”\"]{1,60}"
OFFICE_AHEAD = regex.compile(rf"(?:^|(?<=[.;:,”\"]\s)){OPENS_OFFICE},\s$")
OFFICE_BEHIND = regex.compile(rf",\s{OPENS_OFFICE}(?=[,.;:]|$)")
AS_A_FACT = "sides.as_fact"
DOUBTED = "sides.doubted"
PRESSED = "sides.judged"


def attribution_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each claim that versions give to different sources, or one gives to none."""
    return merged((c for link in collations(compared) if (c := change_of(link))), compared)


def change_of(link: Collation) -> Change | None:
    """What one link shows, for single sentences that make the same claim."""
    if link.link.relation is Relation.PARTIAL or len(link.a.indices) > 1 or len(link.b.indices) > 1:
        return None
    mine, theirs = link.a.sentences[0].statement, link.b.sentences[0].statement
    if (not mine.verb and not theirs.verb) or not same_claim(link):
        return None
    if mine.verb and theirs.verb:
        return other_speaker(link, mine, theirs) or other_tone(link, mine, theirs)
    return dropped(link)


def told_as_sources(link: Collation, slot: Slot) -> bool:
    """Whether a slot stands in two sources that are told as such."""
    inside = all(in_source(side, span) for side, span in ((link.a, slot.a), (link.b, slot.b)))
    found = change_of(link) if inside else None
    return found is not None and found.kind is FindingKind.ATTRIBUTION_CHANGE


def in_source(side: Side, span: tuple[int, int]) -> bool:
    """Whether some word of a span stands in its sentence's source."""
    first, last = (side.tokens[span[0]].start, side.tokens[span[1] - 1].end) if span[0] < span[1] else (0, 0)
    sources = [s.statement.speaker_span for s in side.sentences if s.statement.speaker_span]
    return any(start < last and first < end for start, end in sources)


def same_claim(link: Collation) -> bool:
    """Whether the words outside the attributions are the same but for a few."""
    a, b = claim(link.a), claim(link.b)
    shared = sum(size for _, _, size in matching_blocks(a, b))
    return bool(a) and bool(b) and shared >= SAME_CLAIM * max(len(a), len(b))


def claim(side: Side) -> tuple[str, ...]:
    """The words of a sentence without its source and verb of saying, and without what reported speech changes: "had taken",
    "took"."""
    start, end = source_with_office(side.sentences[0])
    verb = verb_place(side.sentences[0])
    told = listeners(side.sentences[0])
    out = [n for n, t in zip(side.norms, side.tokens, strict=True)
           if not (start <= t.start < end) and t.start not in verb and t.start not in told]  # fmt: skip
    return tuple(base_form(n) for n in out if n not in word_class("changed_by_reporting"))


def listeners(sentence: Annotated) -> frozenset[int]:
    """Where the words begin that tell to whom, where or when it was said: "told the Gazette.", "said in court that"."""
    span = sentence.statement.verb_span
    after = [t for t in sentence.tokens if span and t.start >= span[1]]
    at, out = span[1] if span else 0, list[int]()
    for token in after[: MOST_LISTENERS + 1]:
        if token.norm == "that" or set(sentence.slice(at, token.start)) & set(',;:.?!"“”—–'):
            break
        out.append(token.start)
        at = token.end
    ends_with_that = len(out) < len(after) and after[len(out)].norm == "that"
    told = sentence.statement.verb == "tell" or (ends_with_that and after[0].norm in word_class("prepositions"))
    return frozenset(out) if told and len(out) <= MOST_LISTENERS else frozenset()


def verb_place(sentence: Annotated) -> frozenset[int]:
    """Where the words of the attribution's verb or phrase begin."""
    span = sentence.statement.verb_span
    return frozenset(t.start for t in sentence.tokens if span and span[0] <= t.start < span[1])


def other_speaker(link: Collation, mine: Statement, theirs: Statement) -> Change | None:
    """Two sources that cannot be one."""
    if not mine.speaker or not theirs.speaker or not mine.speaker_span or not theirs.speaker_span:
        return None
    if not unlike(link.a.sentences[0], mine, link.b.sentences[0], theirs):
        return None
    verdict = Verdict.CHECK if link.link.relation is Relation.PARTIAL else Verdict.CONFLICT
    return Change(kind=FindingKind.ATTRIBUTION_CHANGE, verdict=verdict, severity=Severity.HIGH,
                  a=speaker(link.a), b=speaker(link.b),
                  reason=message("reason.other_source"), row=link.row, weight=0.7)  # fmt: skip


def unlike(a: Annotated, mine: Statement, b: Annotated, theirs: Statement) -> bool:
    """Whether two sources are two persons by name, or sources of kinds that do not speak for each other."""
    if {(mine.speaker or "").lower(), (theirs.speaker or "").lower()} & word_class("pronouns"):
        return False
    one, other = names_in(a), names_in(b)
    if one and other:  # "according to the fire chief, Ann Bell" has the name after the source
        shared = [n for held, names in ((one, b.names), (other, a.names)) for n in held if any(is_one(n, x) for x in names)]
        return not shared or of_one_house(shared, [n for n in one if n not in shared], [n for n in other if n not in shared])
    if of_other_nations(mine.speaker or "", theirs.speaker or ""):
        return True
    pairs_of_words = list(product(sorted(content(mine.speaker or "")), sorted(content(theirs.speaker or ""))))
    named = bool(one or other)  # whoever has the name may hold any office, and stand for any of one kind
    if any(x == y or (named and same_group("sources.txt", x, y)) for x, y in pairs_of_words):
        return False
    lists = ("sources.txt",) if named else ("sources.txt", "people.txt")
    return any(excluding(x, *pair) for x in lists for pair in pairs_of_words)


def of_other_nations(one: str, other: str) -> bool:
    """Whether both sources are told with a country or its people, and those differ: the Swedish and the Finnish delegate.

    >>> of_other_nations("the Swedish delegate", "the Finnish delegate"), of_other_nations("a British soldier", "the soldier")
    (True, False)
    """
    mine, theirs = ([w for w in sorted(content(s)) if is_place(w)] for s in (one, other))
    return bool(mine and theirs) and not any(same_place(x, y) or x == y for x in mine for y in theirs)


def of_one_house(shared: Sequence[Name], one: Sequence[Name], other: Sequence[Name]) -> bool:
    """Whether what two sources share is a house, or whoever they speak for, and each has a full name of its own besides: "Orby
    Bank's Ann Bell", "Orby Bank's Eve Lamm"."""
    if any(n.kind == "person" and len(bare(n)) > 1 for n in shared):
        return False
    return all(any(len(bare(n)) > 1 and n.kind == "person" for n in names) for names in (one, other))


def is_one(one: Name, other: Name) -> bool:
    """Whether two names are the same, or spelt in two ways."""
    return same_name(bare(one), bare(other)) or is_variant(bare(one), bare(other))


def names_in(sentence: Annotated) -> list[Name]:
    """Names in the source; a country is none, as it does not tell one "Kenyan spokesman" from another, nor is the town that
    "a tourist from Ghent" comes from."""
    start, end = source_span(sentence)
    held = [n for n in sentence.names if n.start < end and start < n.end and not is_place(" ".join(bare(n)))]
    return [n for n in held if n.kind != "place" or n.start <= start]


def source_span(sentence: Annotated) -> tuple[int, int]:
    """Where the source stands, with the name behind its office: "said the fire chief, Ann Bell"."""
    start, end = sentence.statement.speaker_span or (0, 0)
    beside = (n.end for n in sentence.names if n.start >= end and sentence.slice(end, n.start).strip() == ",")
    return (start, next(beside, end)) if end else (0, 0)


def source_with_office(sentence: Annotated) -> tuple[int, int]:
    """Where the source stands, with the words in front of its name or behind it that tell who that is, between commas."""
    start, end = source_span(sentence)
    if not end:
        return 0, 0
    before, behind = sentence.slice(sentence.start, start), sentence.slice(end, sentence.end)
    between_commas = behind.startswith(",")  # not "The boat sank, Ann Bell said"
    ahead = OFFICE_AHEAD.search(before[-LONGEST_OFFICE:]) if between_commas else None
    after = OFFICE_BEHIND.match(behind)
    if after and opens_with_source(sentence) and (not names_in(sentence) or behind[after.end() : after.end() + 1] != ","):
        after = None  # "according to the coroner, the boy drowned": what follows is the claim
    return start - (len(ahead.group()) if ahead else 0), end + (after.end() if after else 0)


def opens_with_source(sentence: Annotated) -> bool:
    """Whether a sentence begins with a phrase that names its source, such as "according to the police"."""
    verb, source = sentence.statement.verb_span, sentence.statement.speaker_span
    return bool(verb and source and verb[0] < source[0] and sentence.tokens[0].start == verb[0])


def content(words: str) -> frozenset[str]:
    return frozenset(t.norm for t in tokenize(words)) - function_words("en")


def telling_words(sentence: Annotated) -> frozenset[str]:
    """The words by which a sentence's source is known again: of its names, or all of one without a name but for numbers."""
    start, end = sentence.statement.speaker_span or (0, 0)
    names = frozenset(w for n in sentence.names if start <= n.start < end for w in bare(n))
    words = content(sentence.statement.speaker or "")
    return names or words - word_class("only_counts_people") or words


def other_tone(link: Collation, mine: Statement, theirs: Statement) -> Change | None:
    """A neutral verb against one that doubts, or that presses or gives away: "insisted", "admitted"."""
    tones = [tone_of(mine), tone_of(theirs)]
    if tones.count("neutral") != 1 or None in tones or not mine.verb_span or not theirs.verb_span:
        return None
    sides = [verb(link.a, mine), verb(link.b, theirs)]
    toned, neutral = sides if tones[1] == "neutral" else sides[::-1]
    return Change(kind=FindingKind.TONE_CHANGE, verdict=Verdict.NOTE, severity=Severity.LOW, a=toned, b=neutral, row=link.row,
                  telling=DOUBTED if "doubting" in tones else PRESSED)  # fmt: skip


def tone_of(statement: Statement) -> str | None:
    """The tone of a statement's verb; None for those that only say how firmly ("confirm", "stress") or that deny."""
    if statement.verb in word_class("judges_what_is_said"):
        return "judging"
    return None if statement.tone == "assertive" else statement.tone


def dropped(link: Collation) -> Change | None:
    """A claim that one side gives to a source and the other states as a fact."""
    sourced, bare_side = (link.a, link.b) if link.a.sentences[0].statement.verb else (link.b, link.a)
    statement = sourced.sentences[0].statement
    source = telling_words(sourced.sentences[0])
    if not statement.speaker_span or not source or source & set(bare_side.norms) or carried_on(bare_side):
        return None
    there = Wording(bare_side.version, bare_side.evidence(0, len(bare_side.tokens)), bare_side.words(0, len(bare_side.tokens)))
    start, end = statement.speaker_span
    if statement.verb_span:
        start, end = min(start, statement.verb_span[0]), max(end, statement.verb_span[1])
    here = span_wording(sourced, start, end)
    severity = Severity.LOW if own_act(bare_side) or "would" in bare_side.norms else Severity.MEDIUM
    return Change(kind=FindingKind.ATTRIBUTION_DROP, verdict=Verdict.CHECK, severity=severity, a=here, b=there, row=link.row,
                  telling=AS_A_FACT)  # fmt: skip


def own_act(side: Side) -> bool:
    """Whether a sentence tells what an authority itself did, which is on record: someone was charged, arrested, sentenced; or
    what someone pleaded before it."""
    if "pleaded" in side.norms:
        return True
    pairs = zip(side.norms, side.norms[1:], strict=False)
    return any(n in word_class("acts_on_record") and (before in word_class("forms_of_be")) for before, n in pairs)


def carried_on(side: Side) -> bool:
    """Whether a sentence's source may stand in a neighbour, or its words are a quotation."""
    index, sentences = side.indices[0], side.document.sentences
    sentence = sentences[index]
    if any(mark in sentence.text for mark in MARKS) or word_class("first_person") & set(side.norms):
        return True  # a newspaper does not say "I" of itself: marks were lost
    if any(q.start < sentence.end and sentence.start < q.end and q.field == sentence.field for q in side.document.quotations):
        return True
    neighbours: Iterator[Annotated] = (sentences[i] for i in (index - 1, index + 1) if 0 <= i < len(sentences))
    return any(s.statement.verb and s.statement.verb not in word_class("of_figures") for s in neighbours)


def speaker(side: Side) -> Wording:
    return span_wording(side, *source_span(side.sentences[0]))


def verb(side: Side, statement: Statement) -> Wording:
    start, end = statement.verb_span or (0, 0)
    return span_wording(side, start, end)


def span_wording(side: Side, start: int, end: int) -> Wording:
    """The wording between two offsets of a side's first sentence."""
    sentence = side.sentences[0]
    place = Evidence(side.version, side.indices[0], start, end, sentence.field)
    return Wording(side.version, (place,), sentence.slice(start, end))

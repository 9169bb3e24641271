"""Sentence -> Statement: who says it, in what tone, and what in it changes how surely it is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from compare.attribution import find_attributions
from compare.lexicon import sections, word_class
from compare.model import Cue, Name, Quotation, Sentence, Statement, Token
from compare.tokens import tokenize

MODALS_AND_NAMES = frozenset({"may", "will"})


def read_statement(sentence: Sentence, quotations: Sequence[Quotation], names: Sequence[Name]) -> Statement:
    """What the sentence says of its own source and certainty; offsets are the text's."""
    holes = [(q.start - 1, q.end + 1) for q in quotations]
    found = find_attributions(sentence.text, sentence.start, holes)
    cues = find_cues(sentence)
    if not found:
        return Statement(cues=cues)
    main = max(found, key=lambda a: (a.speaker_span is not None, -a.verb_span[0]))
    if main.speaker_span is None:
        return Statement(verb=main.verb, tone=main.tone, cues=cues, verb_span=main.verb_span)
    start, end = main.speaker_span
    speaker = sentence.text[start - sentence.start : end - sentence.start]
    if speaker.lower() in word_class("points_back"):
        own = [q for q in quotations if q.speaker and q.speaker.lower() not in word_class("pronouns")]
        if own and own[0].speaker:
            speaker = own[0].speaker
    return Statement(speaker, main.speaker_span, main.verb, main.tone, cues, main.verb_span)


@cache
def cue_table() -> Mapping[tuple[str, ...], tuple[Cue, ...]]:
    """The cues of the lexicon by their words; their places are 0."""
    table: dict[tuple[str, ...], list[Cue]] = {}
    found = sections("cues.toml")
    for kind in ("negation", "denial", "modal"):
        for line in found[kind].split("\n"):
            if line:
                table.setdefault(tuple(line.split()), []).append(Cue(0, 0, kind))
    for line in found["denies_nothing"].split("\n"):
        if line:
            table[tuple(line.split())] = []  # read as a whole, so that the "not" in it is none
    for strength in ("strong", "medium", "weak"):
        for line in found["hedge"][strength].split("\n"):
            if line:
                table.setdefault(tuple(line.split()), []).append(Cue(0, 0, "hedge", strength))
    return {words: tuple(cues) for words, cues in table.items()}


@cache
def longest_cue() -> int:
    """Words of the longest phrase."""
    return max(map(len, cue_table()))


def find_cues(sentence: Sentence) -> tuple[Cue, ...]:
    """The cues of a sentence in order, the longest phrase at each place."""
    tokens = tokenize(sentence.text, sentence.start)
    norms = [t.norm for t in tokens]
    out: list[Cue] = []
    at = 0
    while at < len(tokens):
        step = 1
        for length in range(min(longest_cue(), len(tokens) - at), 0, -1):
            known = cue_table().get(tuple(norms[at : at + length]))
            if known is not None and not (length == 1 and is_named(sentence, tokens[at], at)):
                out += [Cue(tokens[at].start, tokens[at + length - 1].end, c.kind, c.strength) for c in known]
                step = length
                break
        else:
            if norms[at].endswith("n't"):
                out.append(Cue(tokens[at].start, tokens[at].end, "negation"))
        at += step
    return tuple(out)


def is_named(sentence: Sentence, token: Token, place: int) -> bool:
    """Whether a modal verb's word has a capital that no sentence gives it: the month of May, a man called Will."""
    capital = sentence.text[token.start - sentence.start].isupper()
    return capital and (token.norm == "may" or (place > 0 and token.norm in MODALS_AND_NAMES))

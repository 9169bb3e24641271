"""Sentences -> Name*: runs of capitalised words that name a person, a place or an organisation, joined over the document.

A capital at the beginning of a sentence proves nothing: such a word is a name when it is capitalised inside another sentence,
when a capitalised word follows it, or when it is an acronym, a country or an organisation that everybody knows by one word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import regex

from compare.language import function_words
from compare.lexicon import title_words, word_class
from compare.lexicon import words as lexicon_words
from compare.lexicon.known import is_place
from compare.model import Name, Sentence
from compare.tokens import normal_form

Kind = Literal["person", "place", "organisation", "other"]
WORD = regex.compile(
    r"""
    (?:\p{Lu}\.){2,}                                            # U.S.
  | \p{L}[\p{L}\p{M}'’]*+                                       # O'Neill
    (?: [-‐‑]\p{Lu}[\p{L}\p{M}'’]*+ | (?<=\b[AaEe][lnr])[-‐‑]\p{L}[\p{L}\p{M}'’]*+ ){0,3}   # Jean-Luc, al-Shabab; not Paris-based
    (?: \.(?=\p{L}) | (?<=\b(?:\p{Lu}|Mr|Ms|Mrs|Dr|St|Gov|Sen|Rep|Gen|Col|Sgt|Lt|Capt|Rev|Prof|Jr|Sr))\. )?
  | \d+ | [^\s\p{L}\d]
    """,
    regex.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document writes its words where no sentence begins."""

    upper: frozenset[str]
    """Words that are capitalised more often than not."""
    lower: frozenset[str]
    """Words that stand in small letters somewhere."""


def find_names(sentences: Sequence[Sentence]) -> tuple[tuple[Name, ...], ...]:
    """The names of each sentence; `key` is the same for what names the same in this document."""
    habits = habits_of(sentences)
    found = [names_of(s, habits) for s in sentences]
    keys = joined_keys([n for names in found for n in names])
    return tuple(tuple(replace(n, key=keys[n.key]) for n in names) for names in found)


def habits_of(sentences: Sequence[Sentence]) -> Habits:
    """Which words the document writes with a capital; titles in capitals throughout tell nothing."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for sentence in sentences:
        words = [m.group() for m in WORD.finditer(sentence.text) if m.group()[0].isalpha()]
        if sum(w[0].isupper() for w in words) <= len(words) / 2:
            for word in words[1:]:
                (upper if word[0].isupper() else lower)[bare_form(word)] += 1
    return Habits(frozenset(w for w, n in upper.items() if n > lower[w]), frozenset(lower))


def bare_form(word: str) -> str:
    """A word in normal form, without its genitive and final stop."""
    return normal_form(word.rstrip(".")).removesuffix("'s").removesuffix("'")


@cache
def common_words() -> frozenset[str]:
    """Function words and the calendar: never names by themselves."""
    return function_words("en") | word_class("calendar")


@cache
def organisations() -> frozenset[str]:
    """Organisations known by one word that is no other word."""
    return frozenset(bare_form(word) for word in lexicon_words("organisations.txt"))


def names_of(sentence: Sentence, habits: Habits) -> list[Name]:
    """Names in one sentence, each with the key that it has by itself."""
    words = list(WORD.finditer(sentence.text))
    out: list[Name] = []
    at = 0
    while at < len(words):
        end = run_end(sentence.text, words, at)
        first = at
        while first < end and not begins_name(words, first, end, habits):
            first += 1
        if first < end and (name := name_from(sentence, words, first, end)):
            out.append(name)
        at = max(end, at + 1)
    return out


def run_end(text: str, words: Sequence[regex.Match[str]], at: int) -> int:
    """End of the run of capitalised words that begins at a word, with the small words inside it; `at` itself for none."""
    if not words[at].group()[0].isupper():
        return at
    end = at + 1
    while end < len(words):
        gap = text[words[end - 1].end() : words[end].start()]
        word, following = words[end].group(), words[end + 1].group() if end + 1 < len(words) else ""
        if gap not in (" ", "\u00a0") or text[words[end - 1].start() : words[end - 1].end()].endswith(("'s", "’s")):
            break
        if word[0].isupper():
            end += 1
        elif word in word_class("inside_names") and following[:1].isupper() and (word != "of" or joins(words, at, end)):
            end += 2
        else:
            break
    return end


def joins(words: Sequence[regex.Match[str]], at: int, end: int) -> bool:
    """Whether "of" goes on with a name: "Gulf of Aden", "Supreme Court of India", but not "Ann Bell of Leeds"."""
    return end - at == 1 or bare_form(words[end - 1].group()) in title_words("organisation") | title_words("place")


def begins_name(words: Sequence[regex.Match[str]], at: int, end: int, habits: Habits) -> bool:
    """Whether a name can begin at a capitalised word."""
    word, norm = words[at].group(), bare_form(words[at].group())
    acronym = len(norm) > 1 and word.replace(".", "").isupper()
    if not word[0].isupper() or (norm in common_words() and not acronym):
        return False
    if at > 0 and words[at - 1].group() not in "“\"‘'(—–:":
        return True
    if norm in habits.upper or acronym or is_place(norm) or norm in organisations():
        return True
    return end - at > 1 and norm not in habits.lower and not norm.endswith("ing")


def name_from(sentence: Sentence, words: Sequence[regex.Match[str]], first: int, end: int) -> Name | None:
    """The name that a run of words makes; a title alone is none."""
    start, stop = words[first].start(), words[end - 1].end()
    surface = sentence.text[start:stop]
    for tail in ("'s", "’s", "'", "’"):
        surface = surface.removesuffix(tail)
    kind = kind_of(words, first, end)
    key = plain_key(surface, kind)
    if end - first == 1 and key in title_words("person"):
        return None
    return Name(sentence.start + start, sentence.start + start + len(surface), surface, key, kind)


def kind_of(words: Sequence[regex.Match[str]], first: int, end: int) -> Kind:
    """Kind by the last word, by a title, by an age after it, by the word before."""
    inside = [bare_form(w.group()) for w in words[first:end]]
    before = bare_form(words[first - 1].group()) if first else ""
    after = [w.group() for w in words[end : end + 3]]
    if inside[-1] in title_words("organisation") or (end - first == 1 and inside[0] in organisations()):
        return "organisation"
    if is_place(" ".join(inside)):
        return "place"
    if title_words("person") & set(inside[:-1]) or before in title_words("person"):
        return "person"
    if len(after) == 3 and after[0] == after[2] == "," and after[1].isdigit() and len(after[1]) == 2:
        return "person"
    if inside[-1] in title_words("place") or before in title_words("place_before"):
        return "place"
    return "other"


def plain_key(surface: str, kind: Kind) -> str:
    """The name in normal form; a person's without titles and what stands before them ("Texas Gov. Rick Perry")."""
    words = [bare_form(w) for w in surface.split()]
    if kind != "organisation":
        last = max((i for i, w in enumerate(words[:-1]) if w in title_words("person")), default=-1)
        words = words[last + 1 :]
        if words[0] == "of" and len(words) > 2:  # "Secretary of State Ann Bell"
            words = words[2:]
    return " ".join(words).replace(".", "")


def joined_keys(names: Sequence[Name]) -> dict[str, str]:
    """For each key the one that the document's name has: a surname takes that of the one full name that ends with it, an
    acronym that of the one name with its initials."""
    own = sorted({n.key for n in names})
    ending: dict[str, list[str]] = {}
    initialled: dict[str, list[str]] = {}
    for key in (k for k in own if " " in k):
        words = key.split(" ")
        for at in range(1, len(words)):
            ending.setdefault(" ".join(words[at:]), []).append(key)
        for initials in sorted(initials_of(key)):
            initialled.setdefault(initials, []).append(key)
    out = {}
    for key in own:
        longer = [] if key in title_words("organisation") else ending.get(key, [])
        longer = longer or initialled.get(key, [])
        out[key] = longer[0] if len(longer) == 1 else key
    return out


def initials_of(key: str) -> frozenset[str]:
    """The first letters of a name's words, with and without its small words.

    >>> sorted(initials_of("department of justice"))
    ['dj', 'doj']
    """
    words = key.split()
    return frozenset({"".join(w[0] for w in words), "".join(w[0] for w in words if w not in word_class("inside_names"))})

"""Passage -> the places where its sentences end: a stop is an end unless what stands before or after it says otherwise.

Rules a journalist can check: a title wants its name ("Gov. Lee"), "No." its number, an abbreviation that can end a
sentence does so before a word that starts one ("to the U.S. The visit"); a question in quotation marks goes on with
"Lee asked". Every sentence within a quotation counts as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from compare.split.abbreviations import Words, words_of

WIDE = frozenset("。！？｡।॥۔؟።။។։")
STOPS = "[.!?…‼⁇⁈⁉。！？｡।॥۔؟።။។։]"
STOP = re.compile(
    rf"""
    (?P<run> {STOPS}(?<!{STOPS}{STOPS}) {STOPS}*+ (?: [ \u00a0\u202f]\.++ ){{0,20}}+ )
    (?P<close> ["'”’“»›«‹)\]}}*_」』）》】〉]{{0,6}}+ )
    (?: (?P<gap> \s++ ) | (?=[^\W\d_] | ["'“‘«「『(\[]) | (?<=[。！？｡।॥۔؟።။។։”"'」』）》】〉])(?=.) )
    """,
    re.VERBOSE,
)
"""A run of stops (looked at from its first only: a million dots are one run), what closes after it, and the space."""
OPENERS = "\"'“”‘’„‚«»‹›「『（《([{<¿¡*_#"
LEADING = OPENERS + "-–—− .…"
QUOTES = frozenset("\"'”’“»›«‹」』")
OPENING_QUOTES = "\"“‘«„"
DASHES = "-–—−"
BEFORE = 64
"""Characters before a stop that are looked at: the longest word that can be an abbreviation, and some before it."""
AFTER = 100
"""Characters after a stop that are looked at."""
SINGLES = re.compile(r"(?:[^\W\d_]\.-?){0,6}[^\W\d_]")
"""One letter, or letters with stops between them: an initial ("J", "J.K") or an acronym ("U.S")."""
ENUMERATOR = re.compile(r"[(•⁃◦▪‣●■*\s-]{0,4}(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})(?:\.\)|\)|\.)(?=\s)")
WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
SPEAKER = re.compile(r"[^。！？，、,”\"」』]{1,16}(?:说|說|道|表示|问|問|と述べ|と語)[^。：:]{0,6}[。，,]")
"""The tail of a quotation in Chinese: "...?" and who says so, and nothing else."""


def boundaries(text: str, start: int, end: int, language: str | None = None) -> Iterator[int]:
    """The places inside the passage `text[start:end]` at which a sentence ends and another begins, in order."""
    words = words_of(language)
    ends = list(stops(text, start, end, words))
    if ends and is_credit(text, start, ends[-1], end, words):
        ends.pop()
    if label := words.label.match(text, start, end):
        yield label.end()
        start = label.end()
    at = start
    for stop in (*ends, end):
        yield from glued(text, at, stop, words)
        if stop < end:
            yield stop
        at = stop


def is_credit(text: str, start: int, place: int, end: int, words: Words) -> bool:
    """Whether what is left of a passage that opens with a quotation only names who said it, as below a pull quote."""
    if end - place > AFTER or text[start] not in OPENING_QUOTES or text[place - 1] not in QUOTES or text[end - 1] in ".!?…:":
        return False
    return after_word(text[place:end].lstrip())[:1].isupper() and not starts(text[place:end].lstrip(), words)


def glued(text: str, start: int, end: int, words: Words) -> Iterator[int]:
    """The places at which a caption, heading or cross-line without a stop runs into the next sentence.

    Three words stand before the place, for "Clause (b) The court" and "By A. Lee In the city" have one subject.
    """
    if words.glued is None:
        return
    for m in words.glued.finditer(text, start, end):
        if len(text[max(start, m.start() - AFTER) : m.start()].split()) > 2:
            yield m.start()


def stops(text: str, start: int, end: int, words: Words) -> Iterator[int]:
    """The places at which stops end sentences."""
    at = start
    numbered = ENUMERATOR.match(text, start, end)
    skip = numbered.end() if numbered else start
    dandas: bool | None = None
    for m in STOP.finditer(text, skip, end):
        if m.end() >= end:
            return
        if m["run"][0] in WIDE:
            cut = cut_wide(text, at, m)
        else:
            if dandas is None:
                dandas = text.find("।", start, end) >= 0
            cut = None if dandas and m["run"] == "." and not ends_clause(text, m, words) else cut_at(text, at, m, end, words)
        if cut is not None and cut > at:
            yield cut
            at = cut


def ends_clause(text: str, m: re.Match[str], words: Words) -> bool:
    """Whether the stop stands after a verb such as "है": where dandas end sentences, stops mostly abbreviate."""
    before = text[max(0, m.start() - BEFORE) : m.start()]
    return before[-1:].isascii() or (before.rsplit(None, 1) or [""])[-1] in words.starters


def cut_wide(text: str, at: int, m: re.Match[str]) -> int | None:
    """Where a sentence ends with a full-width stop, danda or Arabic stop: quotation marks after it may open the next one."""
    after = text[m.end() : m.end() + 40]
    close = m["close"]
    if not any(c.isalnum() for c in after):
        return None
    if not close:
        return m.end("close")
    if "“" in close or (close[0] in "\"'”" and not m["gap"] and not inside_quotation(text, at, m.start(), close[0])):
        return m.start("close")
    if after[0] in "とのがをにはもでと，、," or SPEAKER.match(after):
        return None
    return m.end("close")


def inside_quotation(text: str, at: int, place: int, mark: str) -> bool:
    """Whether a quotation mark at the place closes one that was opened in the last thousand characters."""
    at = max(0, place - 1_000)
    if mark == "”":
        return text.rfind("“", at, place) > text.rfind("”", at, place)
    return text.count(mark, at, place) % 2 == 1


def cut_at(text: str, at: int, m: re.Match[str], end: int, words: Words) -> int | None:
    """Where the sentence that began at `at` ends, if it ends with the stop that was matched."""
    after = text[m.end() : min(end, m.end() + AFTER)]
    before = text[max(at, m.start() - BEFORE) : m.start()]
    if not m["gap"]:
        return cut_without_space(text, at, before, m, after, words)
    first = after.lstrip(LEADING)[:1]
    if not first:
        return None
    run, close = m["run"], m["close"]
    if not close and after[1:2] == " " and closes(text, at, m.start(), after[0]):
        return m.end() + 1 if not first.islower() else None
    if first.islower():
        return m.end("close") if starts_low(before, run, close, after, words) else None
    if is_ellipsis(run):
        return cut_at_ellipsis(before, m, after, first)
    tail = words.tail if run == "." else words.asking_tail
    if not QUOTES.isdisjoint(close) and (after[0] in DASHES or tail.match(after)):
        return None
    whole = m.start() - at <= BEFORE
    if run == ".":
        if not QUOTES.isdisjoint(close) and last_chunk(before) in words.numbered:
            return m.end("close")  # “No.” is a word here
        return m.end("close") if ends_stop(before, whole, after, first, words) else None
    if run == "!" and last_chunk(before) in words.stopped_names and not starts(after, words):
        return None
    return m.end("close")


def closes(text: str, at: int, place: int, mark: str) -> bool:
    """Whether a quotation mark that stands alone after a stop closes a quotation."""
    if mark == "“":
        return text.rfind("„", max(0, place - 1_000), place) > text.rfind("“", max(0, place - 1_000), place)
    return mark in "'”" or (mark == '"' and inside_quotation(text, at, place, mark))


def is_ellipsis(run: str) -> bool:
    """Whether the run of stops holds three dots, or what stands for them, not "?!" or "!..."."""
    return "…" in run or (len(run) > 1 and run[0] == "." and "." in run[1:])


def starts_low(before: str, run: str, close: str, after: str, words: Words) -> bool:
    """Whether a sentence begins in lower case, as in mail and comments: after a plain word, and not with "he said"."""
    if after.lstrip("<([ ").startswith(("http://", "https://", "www.")):
        return True
    word = last_chunk(before)
    if close or is_ellipsis(run) or after[0] in DASHES + "([" or len(word) < 4 or not (word.isalpha() and word.islower()):
        return False
    follower = after_word(after)
    if word in words.abbreviations or follower.partition(".")[0] in words.domains or len(follower) < 2 or " / " in before:
        return False
    return not words.asking_tail.match(after)


def cut_without_space(text: str, at: int, before: str, m: re.Match[str], after: str, words: Words) -> int | None:
    """Where "was done.The convoy" ends: between a word in lower case or a number, and a capitalised word that is no domain."""
    follower = WORD.match(after.lstrip(OPENERS))
    chunk = (before.rsplit(None, 1) or [""])[-1]
    if not follower or not chunk or not follower[0][0].isupper() or "." in follower[0]:
        return None
    rest = follower[0][1:]
    glued = after.split(None, 1)[0]
    if (rest and not rest.islower()) or any(c in chunk or c in glued for c in "/@\\") or follower[0].lower() in words.domains:
        return None
    close = m["close"]
    if not close:
        word = chunk.lstrip(OPENERS)
        plain = len(word) > 1 and not re.search(r"\D\.|\.\D", word) and (word[-2:].islower() or word[-1].isdigit())
        return m.end("run") if plain and word not in words.abbreviations else None
    opens = close[-1] in "“«‹" or (close[-1] in "\"'" and not inside_quotation(text, at, m.start(), close[-1]))
    return m.end("run") if opens else m.end("close")


def cut_at_ellipsis(before: str, m: re.Match[str], after: str, first: str) -> int | None:
    """Where a sentence ends with three dots or more: before a capital, but not before "I", nor at its own start.

    Three dots between spaces leave words out of a sentence; a stop at the word and three more leave out what follows it.
    """
    run, cited = m["run"], before.endswith("[")
    if not first.isupper() or not before.strip(LEADING) or re.match(r"[\s\"'“‘«(]{0,4}I\b", after):
        return None
    if cited:
        return None if not QUOTES.isdisjoint(m["close"]) else m.end("close")
    if run.count(".") > 3 and run.startswith((". ", ".\u00a0")) and not before[-1].isspace():
        return m.start() + 1
    if before[-1].isspace() and run.count(".") < 4:
        return None
    return m.end("close")


def ends_stop(before: str, whole: bool, after: str, first: str, words: Words) -> bool:
    """Whether one full stop ends the sentence; `before` is `whole` when the sentence began no earlier."""
    word = last_chunk(before)
    if word not in words.abbreviations:
        if len(word) > 1 and word.isalpha() and word.islower():
            return True
        word = word_before(word, words)
    if word.isdigit():
        return len(word) > 2 or not words.ordinals or starts(after, words)
    abbreviated = word in words.abbreviations
    single = not abbreviated and SINGLES.fullmatch(word) is not None
    if not abbreviated and not single and not looks_abbreviated(word):
        return True
    if not word[:1].isalpha() or not (first.isupper() or first.isdigit()):
        return not first.isdigit() and word not in words.inner and first.isalpha() and len(word) > 3
    if word in words.inner or first.isdigit() or after[0] in DASHES or (word in words.titles and word not in words.open):
        return False
    if whole and len(before.split()) < 5 and before.split()[0] in words.openings and (word in words.times or "." in word):
        return False
    if word in words.times:
        return after_word(after) not in words.zones
    if word in words.closed or (word in words.numbered and word[0].islower() and len(word) > 1):
        return True
    return starts(after, words) or (single and len(word) == 1 and re.search(r"\d\s\S?$", before) is not None)


def last_chunk(before: str) -> str:
    """What stands between the last white space and the stop, without what opens a quotation or bracket."""
    return (before.rsplit(None, 1) or [""])[-1].lstrip(OPENERS)


def word_before(chunk: str, words: Words) -> str:
    """The word before a stop, out of a chunk such as "R-Ariz" or "(ST": what stands after a dash, in the case of the lists."""
    word = re.split(r"[-–—/(]", chunk)[-1].lstrip(OPENERS)
    if word.isupper() and len(word) > 1 and word.capitalize() in words.abbreviations:
        return word.capitalize()
    return word


def looks_abbreviated(word: str) -> bool:
    """Whether a capitalised short word without a vowel is an abbreviation that no list has: "Hdqrs", "Bldg"."""
    if not 1 < len(word) < 6 or not word.isascii():
        return False
    return word[0].isupper() and word[1:].islower() and set("aeiouy").isdisjoint(word.lower())


def after_word(after: str) -> str:
    """The first word after a stop."""
    m = WORD.match(after.lstrip(OPENERS))
    return m[0].replace("’", "'") if m else ""


def starts(after: str, words: Words) -> bool:
    """Whether what comes next is a word that starts sentences, and not one in A Headline Of Capitals."""
    if after_word(after) not in words.starters:
        return False
    ahead = [m[0] for m in islice(WORD.finditer(after), 5)]
    return len(ahead) < 4 or not all(word[0].isupper() for word in ahead)

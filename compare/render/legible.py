"""Text as it can be printed: what a page cannot show, or could be attacked with, is taken out of what is displayed.

Only the display changes. Offsets and slices are always taken from the version's text first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal

Direction = Literal["ltr", "rtl"]

LONGEST_WORD = 40
"""Characters after which a word may be broken: one of 50,000 costs the layout 45 seconds, broken it costs 0.4."""
UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters: no glyph, and not allowed in XML
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # marks that turn the line round, invisible ones
    "\U000e0000-\U000e0fff]"  # language tags and variation selectors
)
NOT_TEXT = re.compile("[\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]")
"""Lone surrogates, private use, non-characters: no font can be expected to have them."""
LONGEST_SHOWN = 2_000
"""Characters of a word without spaces beyond which only its beginning is shown: each of its lines costs the layout as much as
all of it."""
SPACE = re.compile(r"\s+")
GIANT = re.compile(rf"[^\s\u200b]{{{LONGEST_WORD}}}(?=[^\s\u200b])")
ENDLESS = re.compile(rf"\S{{{LONGEST_SHOWN},}}")
LEANING = 2000
"""Characters of a text that are looked at for its direction."""


def legible(text: str) -> str:
    """The text on one line, without what cannot be shown; giant words breakable, endless ones cut, with their length.

    >>> legible("A\\x00 b\\n  c"), len(legible("x" * 100)), legible("y" * 9000)[-7:]
    ('A b c', 102, '[9,000]')
    """
    plain = text.isascii() and text.isprintable()
    shown = text if plain else SPACE.sub(" ", NOT_TEXT.sub("\ufffd", UNSHOWABLE.sub("", text)))
    if len(shown) > LONGEST_SHOWN:
        shown = ENDLESS.sub(lambda m: f"{m.group()[:LONGEST_WORD]}… [{len(m.group()):,}]", shown)
    return GIANT.sub(lambda m: m.group() + "\u200b", shown) if len(shown) > LONGEST_WORD else shown


def shortened(text: str, limit: int) -> str:
    """The beginning of a text, cut at a word, with a sign of the cut.

    >>> shortened("The quick brown fox", 10), shortened("short", 10)
    ('The quick …', 'short')
    """
    if len(text) <= limit:
        return text
    space = text.rfind(" ", 0, limit + 1)
    return f"{text[: space if space > 0 else limit].rstrip()} …"


def told_apart(labels: Sequence[str], limit: int) -> tuple[str, ...]:
    """The labels shortened so that no two that differ read alike: at the end, else in the middle, else not at all.

    >>> told_apart(["The Meridian Record, first edition", "The Meridian Record, update", "Wire"], 24)
    ('The Meridian … edition', 'The Meridian … update', 'Wire')
    """
    ends = [shortened(label, limit) for label in labels]
    middles = [middle_cut(label, limit) for label in labels]
    return tuple(
        next((c for c, cuts in ((e, ends), (m, middles)) if alone(c, label, cuts, labels)), label)
        for label, e, m in zip(labels, ends, middles, strict=True)
    )


def alone(cut: str, label: str, cuts: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether a cut could not be that of another label too."""
    return all(other == label or theirs != cut for theirs, other in zip(cuts, labels, strict=True))


def middle_cut(text: str, limit: int) -> str:
    """The first and last words of a text, with a sign of the cut between them."""
    if len(text) <= limit:
        return text
    head, tail = text[: limit * 3 // 5].rpartition(" "), text[-(limit // 3) :].partition(" ")
    return f"{(head[0] or head[2]).rstrip()} … {(tail[2] or tail[0]).lstrip()}"


def direction(text: str) -> Direction:
    """The side from which most of the text's letters are read.

    >>> direction("Hello"), direction("\\u05e9\\u05dc\\u05d5\\u05dd (ok)")
    ('ltr', 'rtl')
    """
    sample = text[:LEANING]
    if sample.isascii():
        return "ltr"
    sides = [unicodedata.bidirectional(c) for c in sample]
    return "rtl" if sum(s in ("R", "AL") for s in sides) > sides.count("L") else "ltr"


def web_link(url: str | None) -> str | None:
    """The address if it is one of the web that may be clicked; None for every other scheme."""
    if url and len(url) < 2000 and re.match(r"https?://[^\s<>\"']+\Z", url, re.IGNORECASE):
        return url
    return None

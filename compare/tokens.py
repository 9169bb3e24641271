"""Text -> Token*: words and numbers with a normal form for matching, and their places in the text.

The text that is reported is never rewritten: differences of case, quotation marks, ligatures, full-width digits and invisible
characters disappear only in `norm`. Letters and digits break apart, so that "12by" gives "12" and "by"; a hyphen breaks
too, so that "four-month" meets "four month". Commas within a number stay, and are dropped from its norm: 3,500 is 3500.
"""

from __future__ import annotations

import unicodedata

import regex

from compare.model import Token

INVISIBLE = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner, byte order mark: they may stand inside a word."""

PATTERN = regex.compile(
    rf"""
    \p{{Nd}}+ (?: [.,'\u2019\u00a0\u202f] \p{{Nd}}{{3}} (?!\p{{Nd}}) )* (?: [.,] \p{{Nd}}+ )?    # 3,500  4.2  1'000
  | [\p{{Han}}\p{{Hiragana}}\p{{Katakana}}\p{{Thai}}]                                           # scripts without spaces
  | (?: (?![\p{{Han}}\p{{Hiragana}}\p{{Katakana}}\p{{Thai}}]) [\p{{L}}\p{{M}}{INVISIBLE}\u200c\u200d] )+
    (?: ['\u2019\u02bc] \p{{L}}+ )*                                                             # didn't, O'Neill
  | [\p{{Sc}}%\u2030] | \p{{No}} | \p{{Nl}}                                                     # $ % ½ Ⅳ
    """,
    regex.VERBOSE,
)
FOLD = str.maketrans({"\u2019": "'", "\u02bc": "'", **dict.fromkeys(INVISIBLE + "\u200c\u200d", "")})


def tokenize(text: str, offset: int = 0) -> tuple[Token, ...]:
    """Tokens of a text, in order; `offset` is added to their places.

    >>> [t.norm for t in tokenize("Almost 50 trucks left on October 12by ‘Syria’s’ 3,500-mile road")]
    ['almost', '50', 'trucks', 'left', 'on', 'october', '12', 'by', "syria's", '3500', 'mile', 'road']
    """
    out = []
    for m in PATTERN.finditer(text):
        if norm := normal_form(m.group()):
            out.append(Token(offset + m.start(), offset + m.end(), norm))
    return tuple(out)


def normal_form(word: str) -> str:
    """The form in which a word is compared: compatibility characters, case, quotation marks and digit groups folded."""
    folded = word.lower() if word.isascii() else unicodedata.normalize("NFKC", word.translate(FOLD)).casefold()
    if folded[:1].isdigit() and len(folded) > 3:
        return ungrouped(folded)
    return folded


GROUPED = regex.compile(r"\d{1,3}(?:([,'\s])\d{3})(?:\1\d{3})*(?:\.\d+)?")


def ungrouped(number: str) -> str:
    """A number without its thousands separators; a decimal point stays."""
    return regex.sub(r"[,'\s]", "", number) if GROUPED.fullmatch(number) else number

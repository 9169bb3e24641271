"""Text -> its language, function words and direction of writing: by script, then by the words that hold sentences together."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Literal

from compare.tokens import normal_form

SAMPLE = 4_000
"""Characters that are looked at: a language shows in a few hundred words."""
LEAST_WEIGHT = 16
"""A word that one language has to itself weighs 12, a shared one less: a text with one such word and no other is too short."""
LEAST_SHARE = 0.15
"""Least share of function words, of any weight; running text has 0.3 to 0.6, a list of names next to none."""
LEAST_MARGIN = 1.15
"""By how much the first language must lead the second."""

WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~«»“”„‘’।،؟؛。、…–—]+")
NO_WORD = re.compile(r"(?<=\w)['’](?:s|t|d|m|ll|re|ve)\b|\b\w(?:\.|&\w\b)")
"""What would pass for French or Portuguese words of a letter: ends of English ones (mayor's, don't) and initials (U.S., R&D)."""

SCRIPTS: dict[str, str] = {  # the languages of a script, as far as we tell them apart
    "en de fr es pt it nl sv da no pl cs fi tr id ro hu ca hr sw tl vi": "A-Za-zÀ-ɏ\u1ea0-\u1eff",
    "ru uk bg": "Ѐ-ӿ",
    "ar fa ur": "\u0600-ۿݐ-ݿ",
    "he": "\u0590-\u05ff",
    "hi mr": "\u0900-\u0963\u0966-\u097f",
    "el": "Ͱ-Ͽ\u1f00-\u1fff",
    "ja": "\u3041-ヿ",
    "zh": "一-鿿㐀-䶿",
    "ko": "가-힣",
    "th": "\u0e00-\u0e7f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "ka": "\u10a0-\u10ff",
    "am": "\u1200-\u137f",
    "km": "\u1780-\u17ff",
    "hy": "\u0530-\u058f",
}
LETTERS = {languages: re.compile(f"[{letters}]") for languages, letters in SCRIPTS.items()}
RIGHT_TO_LEFT = frozenset("ar fa he ur ps sd ug yi dv ckb".split())
KANA = 0.05
"""Share of kana among the letters that makes a text of Chinese characters a Japanese one."""


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the text's language; None where it is too short, mixed or none that is known.

    >>> detect_language("The convoy left the city in the night, and nobody said where it was going.")
    'en'
    >>> detect_language("Der Konvoi verließ die Stadt in der Nacht, und niemand sagte, wohin er fuhr.")
    'de'
    >>> detect_language("Raqqa 2017") is None
    True
    """
    sample = text[:SAMPLE]
    languages = languages_of_script(sample)
    if len(languages) < 2:
        return languages[0] if languages else None
    words = WORD.findall(NO_WORD.sub(" ", sample.lower()).replace("'", " ").replace("’", " "))
    weights: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    known = languages_by_word()
    for word, times in Counter(words).items():
        for language in known.get(word, ()):
            if language in languages:
                hits[language] += times
                weights[language] += times * (12 // len(known[word]))  # whole numbers: the same sum in any order
    ranked = sorted(weights, key=lambda language: (-weights[language], language))
    if not ranked or weights[ranked[0]] < LEAST_WEIGHT or hits[ranked[0]] < LEAST_SHARE * len(words):
        return None
    second = weights[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if weights[ranked[0]] >= LEAST_MARGIN * second else None


def languages_of_script(text: str) -> tuple[str, ...]:
    """Languages written in the script that most letters of the text belong to; none where it has no letter."""
    latin, pattern = next(iter(LETTERS.items()))
    found = len(pattern.findall(text))
    if 2 * found > len(text):  # most of the world's news: no need to count the rest
        return tuple(latin.split())
    counts = {languages: len(letters.findall(text)) for languages, letters in LETTERS.items()}
    if counts["ja"] > KANA * (counts["zh"] + counts["ja"]):
        counts["ja"] += counts.pop("zh")
    most = max(counts, key=lambda languages: counts[languages])
    return tuple(most.split()) if counts[most] else ()


@cache
def lists() -> dict[str, tuple[str, ...]]:
    """The words of each language's list, as written there."""
    data = files("compare").joinpath("function_words.toml").read_text(encoding="utf-8")
    return {language: tuple(words.split()) for language, words in tomllib.loads(data).items()}


@cache
def languages_by_word() -> dict[str, tuple[str, ...]]:
    """For each word, the languages in whose list it stands."""
    found: dict[str, dict[str, None]] = {}
    for language, words in lists().items():
        for word in words:
            found.setdefault(word, {})[language] = None
    return {word: tuple(languages) for word, languages in found.items()}


@cache
def function_words(language: str | None) -> frozenset[str]:
    """Normal forms of the language's function words; English for None, none for a language without a list.

    >>> "although" in function_words(None), "obwohl" in function_words("de"), function_words("xx")
    (True, True, frozenset())
    """
    code = "en" if language is None else language.partition("-")[0].lower()
    return frozenset(normal_form(word) for word in lists().get(code, ()))


def direction(language: str | None, text: str) -> Literal["ltr", "rtl"]:
    """Which way the language is written; where it is unknown, which way most letters of the text run."""
    if language is not None:
        return "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"
    found = languages_of_script(text[:SAMPLE])
    return "rtl" if found and found[0] in RIGHT_TO_LEFT else "ltr"

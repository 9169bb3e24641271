"""Word -> stem: what two words must share to be held for one when figures are compared."""

from __future__ import annotations

from functools import lru_cache

from compare.figures.concepts import concepts
from compare.language import function_words

SUFFIXES = ("ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "e")


@lru_cache(maxsize=100_000)
def stem(norm: str, language: str | None = None) -> str:
    """A word's stem, or the idea it stands for; "" for a function word.

    >>> stem("exploded"), stem("explodes"), stem("killed"), stem("deaths"), stem("the")
    ('explod', 'explod', '=dead', '=dead', '')
    """
    for group in ("states", "same") if (language or "en").startswith("en") else ():
        if norm in concepts(group):
            return f"={concepts(group)[norm]}"
    norm = norm.removesuffix("'s")
    if norm[:1].isdigit():
        return norm
    if len(norm) < 2 or norm in function_words(language) or norm in concepts("silent"):
        return ""
    for suffix in SUFFIXES:
        if norm.endswith(suffix) and len(norm) - len(suffix) >= 3:
            return norm[: -len(suffix)]
    return norm

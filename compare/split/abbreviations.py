"""What the rules of sentence ends know of a language: abbreviations by what may follow them, starters, verbs of saying."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from compare.language import lists

ORDINALS = frozenset("de da no nb nn fi cs sk sl hr hu et".split())
"""Languages that write "12." for "12th"."""
AFTER_SAYING = "on|in|at|to|of|as|after|before|when|while|during|from|through|by|with|rhetorically|again|later|his|her|the|a"
"""Words that go on after "Lee asked": what follows is part of the tail, not a clause that Lee says."""

OPENING_MARK = "[\"“‘«„]"
"""After "Lee added," it opens what Lee says next: that is a sentence of its own, not the tail of the quotation before."""
PHRASE = r"[a-z]{2,20} (?:[a-z]{2,20} |(?:[A-Z][\w'’-]{1,20} ){1,5}(?:[a-z]{2,20} ){0,2}[a-z]{2,20},)"
"""What makes a starter sure: two words in lower case after it, or a phrase that a comma ends ("In the Clare North ward,")."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they stand in print, without a last stop. The kinds are explained in abbreviations.toml."""

    titles: frozenset[str]
    numbered: frozenset[str]
    inner: frozenset[str]
    open: frozenset[str]
    times: frozenset[str]
    zones: frozenset[str]
    closed: frozenset[str]
    abbreviations: frozenset[str]
    """All of the above but the zones."""
    starters: frozenset[str]
    openings: frozenset[str]
    """Prepositions with which a phrase of time or place opens a sentence: "At 5 a.m. Mr Lee left"."""
    glued: re.Pattern[str] | None
    """A capital within a line that nothing but the start of a sentence explains."""
    label: re.Pattern[str]
    """What names a list of links at the start of a line: "Tags:"."""
    stopped_names: frozenset[str]
    domains: frozenset[str]
    tail: re.Pattern[str]
    """What stands after a quotation and belongs to it: "Lee said." """
    asking_tail: re.Pattern[str]
    """The same after a question or cry, where more may follow: "Lee asked on Monday"."""
    ordinals: bool


@cache
def written() -> dict[str, dict[str, str]]:
    """The tables of abbreviations.toml, by language."""
    return tomllib.loads(files("compare.split").joinpath("abbreviations.toml").read_text(encoding="utf-8"))


@cache
def words_of(language: str | None) -> Words:
    """The words of English, whose names and titles stand in news of every language, and of the language, if it has any."""
    codes = list(dict.fromkeys(("en", language or "en")))
    tables = [written()[code] for code in codes if code in written()]

    def of(name: str) -> frozenset[str]:
        return frozenset(word for table in tables for word in table.get(name, "").split())

    common = {word for code in codes for word in lists().get(code, ())}
    kinds = [of(kind) for kind in ("titles", "numbered", "inner", "open", "times", "closed")]
    unmistakable = "|".join(sorted(of("unmistakable")))
    saying = "|".join(sorted(of("saying")))
    name = r"(?:(?:[Tt]he|[Aa]n?)\s)?(?:[^\W\d_][\w'’.-]{0,30}\s){1,5}?"
    titled = name.replace(r"\s){1,5}", r",?\s){1,5}")
    says = rf"{name}(?:{saying})(?:\.|$|[,;:](?!\s?{OPENING_MARK}))|{titled}(?:{saying})(?:\.|$)"
    return Words(
        titles=kinds[0], numbered=kinds[1], inner=kinds[2], open=kinds[3], times=kinds[4], zones=of("zones"), closed=kinds[5],
        abbreviations=frozenset().union(*kinds),
        starters=frozenset(word.capitalize() for word in common - of("not_starters")) | of("starters"),
        openings=of("openings"),
        glued=re.compile(rf" (?=(?:{unmistakable}) {PHRASE})(?<=[^\W\d_]{{2}} )") if codes == ["en"] else None,
        label=re.compile(rf"(?:{'|'.join(sorted(of('labels'))).replace('_', ' ')}):(?=\s)", re.IGNORECASE),
        stopped_names=of("stopped_names"),
        domains=of("domains"),
        tail=re.compile(says),
        asking_tail=re.compile(rf"{says}|{titled}(?:{saying})\s(?:{AFTER_SAYING}|\w+day)\b"),
        ordinals=language in ORDINALS,
    )  # fmt: skip

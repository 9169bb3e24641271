"""`boilerplate.toml` -> the rules for the lines of a story in some language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

QUOTATION = re.compile(r"(?<![^\s(\[:])[\"'](?:[^\s\"]{1,30} ){5,80}?[^\s\"]{1,30}[\"'](?!\w)")
"""Six words or more between quotation marks."""
STOPS = " .:!…"
FEW = ("head", "dateline", "closing")
"""Places at which a text has but a few lines."""
BAR = re.compile(r" ?[|·•] ?")
"""Between the parts of a bar of links."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Rules of `boilerplate.toml` under one name, with their patterns of some languages in one expression for each place."""

    name: str
    whole: re.Pattern[str] | None
    starts: re.Pattern[str] | None
    holds: re.Pattern[str] | None
    needs: tuple[str, ...]
    tail: bool = False

    def fits(self, form: str) -> bool:
        return bool(
            (self.whole and self.whole.fullmatch(form.rstrip(STOPS)))
            or (self.starts and self.starts.match(form))
            or (self.holds and self.holds_in(form, self.holds))
        )

    def holds_in(self, form: str, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern stands in the line; not where the line quotes somebody, for then it may be the speaker's words."""
        if self.needs:
            small = form.lower()
            if not any(piece in small for piece in self.needs):
                return False
        return pattern.search(form) is not None and QUOTATION.search(form) is None


@dataclass(frozen=True, slots=True)
class Rules:
    """Some rules in their order."""

    rules: tuple[Rule, ...]
    any: Rule | None
    """All of them in one, which tells most lines at once from furniture; None where it would be asked of few."""

    def first(self, form: str) -> Rule | None:
        """The first rule that fits; of a bar ("Share on X | Email this") the one that fits its first part, if some fits each."""
        whole = self.any
        if whole is None or whole.fits(form):
            return next((rule for rule in self.rules if rule.fits(form)), None)
        parts = [part.strip() for part in BAR.split(form)]
        if len(parts) == 1 or not all(part and whole.fits(part) for part in parts):
            return None
        return self.first(parts[0])


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules for a language by where they hold; `long` are those which may drop a long finished sentence."""

    correction: Rule
    speech: Rule
    anywhere: Rules
    anywhere_long: Rules
    edge: Rules
    edge_long: Rules
    closing: Rules
    head: Rules
    dateline: Rules

    @property
    def names(self) -> frozenset[str]:
        places = (self.anywhere, self.edge, self.closing, self.head, self.dateline)
        return frozenset(rule.name for rules in places for rule in rules.rules)


@cache
def data() -> Mapping[str, list[Mapping[str, object]]]:
    """The entries of `boilerplate.toml`, in its order, which decides between two rules that fit."""
    return tomllib.loads(files("compare.clean").joinpath("boilerplate.toml").read_text(encoding="utf-8"))


def tables(entry: Mapping[str, object]) -> dict[str, dict[str, list[str]]]:
    """An entry's patterns by language."""
    return {code: table for code, table in entry.items() if isinstance(table, dict)}


def rules_for(language: str | None) -> RuleBook:
    """The rules with the patterns for a language; with all patterns where it is not known."""
    known = dict.fromkeys(code for entry in chain(*data().values()) for code in tables(entry))
    if language is None:
        return rules_in(tuple(known))
    return rules_in(tuple(dict.fromkeys(code for code in ("any", "en", language[:2].lower()) if code in known)))


@cache
def rules_in(codes: tuple[str, ...]) -> RuleBook:
    entries = [entry for entry in data()["rule"] if any(code in entry for code in codes)]

    def some(place: str | None, long: bool = False) -> Rules:
        chosen = [e for e in entries if e.get("place") == place and (e.get("long") or not long)]
        return Rules(tuple(rule_in([e], codes) for e in chosen), None if place in FEW else rule_in(chosen, codes))

    def kept(name: str) -> Rule:
        return rule_in([entry for entry in data()["kept"] if entry["name"] == name], codes)

    return RuleBook(
        correction=kept("correction"),
        speech=kept("speech"),
        anywhere=some(None),
        anywhere_long=some(None, long=True),
        edge=some("edge"),
        edge_long=some("edge", long=True),
        closing=some("closing"),
        head=some("head"),
        dateline=some("dateline"),
    )


def rule_in(entries: Sequence[Mapping[str, object]], codes: Sequence[str]) -> Rule:
    """One rule of some entries, with the patterns of some languages joined."""
    found = [table for entry in entries for code, table in tables(entry).items() if code in codes]

    def joined(place: str) -> re.Pattern[str] | None:
        patterns = dict.fromkeys(p for table in found for p in table.get(place, ()))
        return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) if patterns else None

    open_ended = any(table.get("holds") and not table.get("needs") for table in found)
    first = entries[0] if entries else {}
    return Rule(
        name=str(first.get("name", "")),
        whole=joined("whole"),
        starts=joined("starts"),
        holds=joined("holds"),
        needs=() if open_ended else tuple(dict.fromkeys(piece for table in found for piece in table.get("needs", ()))),
        tail=bool(first.get("tail")),
    )

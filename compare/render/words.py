"""The report's own words, from report_templates/words.toml, and numbers and times as readers write them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files

Group = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogue; each field is a section of the file."""

    language: str
    kinds: Group
    severities: Group
    verdicts: Group
    verdict_meanings: Group
    decisions: Group
    derivations: Group
    outcomes: Group
    rules: Group
    parts: Group
    counts: Mapping[str, Group]
    phrases: Group
    columns: Group
    legend: Group
    settings: Group
    method: Mapping[str, Sequence[str]]

    def count(self, what: str, n: int) -> str:
        """A number with its noun.

        >>> catalogue().count("conflicts", 1), catalogue().count("versions", 1200)
        ('1 conflict', '1,200 versions')
        """
        return self.counts[what]["one" if n == 1 else "other"].format(n=number(n))

    def phrase(self, name: str, **values: str) -> str:
        """A phrase with its places filled."""
        return self.phrases[name].format(**values)

    def rule(self, name: str) -> str:
        """What a rule that left text out is called.

        >>> catalogue().rule("some_new-rule")
        'Some new rule'
        """
        return self.rules.get(name) or name.replace("_", " ").replace("-", " ").capitalize()


@cache
def catalogue() -> Words:
    """The words of the shipped file."""
    return Words(**tomllib.loads(files("compare.report_templates").joinpath("words.toml").read_text(encoding="utf-8")))


def number(n: int) -> str:
    """A whole number with its thousands grouped."""
    return f"{n:,}"


def percent(share: float) -> str:
    """A share as a percentage that never claims a false 0 or 100.

    >>> percent(0.987), percent(0.9996), percent(1.0), percent(0.0002), percent(0.0)
    ('98.7%', '99.9%', '100%', '0.1%', '0%')
    """
    if share <= 0 or share >= 1:
        return "0%" if share <= 0 else "100%"
    return f"{min(99.9, max(0.1, round(100 * share, 1))):.1f}%"


def whole_percent(share: float) -> str:
    """A share for a narrow cell, with the same honesty.

    >>> whole_percent(0.987), whole_percent(0.9996), whole_percent(1.0), whole_percent(0.0002)
    ('99%', '>99%', '100%', '<1%')
    """
    if share <= 0 or share >= 1:
        return "0%" if share <= 0 else "100%"
    if share >= 0.995:
        return ">99%"
    return "<1%" if share < 0.01 else f"{round(100 * share)}%"


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def when(iso: str) -> str:
    """An ISO date or time as a reader writes it; what cannot be parsed, as given.

    >>> when("2017-11-13"), when("2017-11-13T10:05:00+00:00"), when("Monday")
    ('13 Nov 2017', '13 Nov 2017, 10:05 UTC', 'Monday')
    """
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    day = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    if len(iso.strip()) <= len("2017-11-13"):
        return day
    zone = (moment.tzname() or "") if moment.tzinfo else ""
    return f"{day}, {moment:%H:%M} {zone}".rstrip()


def ranges(numbers: Sequence[int]) -> str:
    """Numbers in order, runs of them closed up.

    >>> ranges([4, 5, 6, 9, 11, 12])
    '4–6, 9, 11, 12'
    """
    out: list[list[int]] = []
    for n in sorted(numbers):
        if out and n == out[-1][-1] + 1:
            out[-1].append(n)
        else:
            out.append([n])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in out)

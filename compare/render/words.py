"""The report's own words, from a catalogue in report_templates/, and numbers and times as its language writes them."""

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
    months: Sequence[str]
    writing: Group
    """How numbers, dates and quotations are written."""
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
        return self.counts[what]["one" if n == 1 else "other"].format(n=self.number(n))

    def phrase(self, name: str, **values: str) -> str:
        """A phrase with its places filled."""
        return self.phrases[name].format(**values)

    def rule(self, name: str) -> str:
        """What a rule that left text out is called.

        >>> catalogue().rule("some_new-rule")
        'Some new rule'
        """
        return self.rules.get(name) or name.replace("_", " ").replace("-", " ").capitalize()

    def quoted(self, text: str) -> str:
        """The text in the language's quotation marks.

        >>> catalogue().quoted("so"), catalogue("de").quoted("so")
        ('“so”', '„so“')
        """
        return f"{self.writing['opening']}{text}{self.writing['closing']}"

    def number(self, n: int) -> str:
        """A whole number with its thousands grouped.

        >>> catalogue().number(1487), catalogue("de").number(1487)
        ('1,487', '1.487')
        """
        return f"{n:,}".replace(",", self.writing["thousands"])

    def whole_percent(self, share: float) -> str:
        """A share as a whole percentage that never claims a false 0 or 100.

        >>> [catalogue().whole_percent(share) for share in (0.987, 0.9996, 1.0, 0.0002, 0.0)]
        ['99%', '>99%', '100%', '<1%', '0%']
        >>> catalogue("de").whole_percent(0.987)
        '99\\xa0%'
        """
        if share <= 0 or share >= 1:
            told = "0" if share <= 0 else "100"
        elif share >= 0.995:
            told = ">99"
        else:
            told = "<1" if share < 0.01 else str(round(100 * share))
        return self.writing["percent"].format(n=told)

    def when(self, iso: str) -> str:
        """An ISO date or time as a reader writes it; what cannot be parsed, as given.

        >>> [catalogue().when(iso) for iso in ("2017-11-13", "2017-11-13T10:05:00+00:00", "Monday")]
        ['13 Nov 2017', '13 Nov 2017, 10:05 UTC', 'Monday']
        >>> [catalogue("de").when(iso) for iso in ("2017-11-13", "2017-11-13T10:05:00+00:00")]
        ['13. November 2017', '13. November 2017, 10:05 Uhr UTC']
        """
        try:
            moment = datetime.fromisoformat(iso)
        except ValueError:
            return iso
        day = self.writing["date"].format(day=moment.day, month=self.months[moment.month - 1], year=moment.year)
        if len(iso.strip()) <= len("2017-11-13"):
            return day
        zone = (moment.tzname() or "") if moment.tzinfo else ""
        return self.writing["time"].format(date=day, clock=f"{moment:%H:%M}", zone=zone).rstrip()


SHIPPED = "en"
"""Language of words.toml, which has no letters of a language in its name."""


@cache
def catalogue(language: str = SHIPPED) -> Words:
    """The words of one of the languages."""
    name = "words.toml" if language == SHIPPED else f"words.{language}.toml"
    return Words(**tomllib.loads(files("compare.report_templates").joinpath(name).read_text(encoding="utf-8")))


def capitalised(text: str) -> str:
    """The text as it opens a line: "All but B".

    >>> capitalised("all but B")
    'All but B'
    """
    return text[:1].upper() + text[1:]


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

"""Alignment and figures -> Difference*: a detector for each family, each a function from Compared to Difference values.

`DETECTORS` gives the order. A detector reads the material and nothing else; it never looks at what another found. A folder holds
the detectors of a family with their rules; `words` (two linked passages side by side), `slot_words` and `changes` (from pairs to
all versions) serve all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from compare.differences.claims.accusations import accusation_differences
from compare.differences.claims.reordered import reordered_differences
from compare.differences.claims.rewordings import rewording_differences
from compare.differences.claims.roles import role_differences
from compare.differences.claims.slots import claim_differences
from compare.differences.content.additions import content_differences
from compare.differences.content.clauses import clause_differences
from compare.differences.figures.articles import article_differences
from compare.differences.figures.meanings import meaning_differences
from compare.differences.figures.reordered import reordered_figure_differences
from compare.differences.figures.repeats import repeat_differences
from compare.differences.figures.values import figure_differences
from compare.differences.names.offices import office_differences
from compare.differences.names.portfolios import portfolio_differences
from compare.differences.names.slots import name_differences
from compare.differences.names.unnamed_offices import unnamed_office_differences
from compare.differences.quotations.quotes import quote_differences
from compare.differences.sources.attribution import attribution_differences
from compare.differences.sources.of_figures import source_differences
from compare.model import Compared, Difference

Detector = Callable[[Compared], Iterable[Difference]]

DETECTORS: tuple[Detector, ...] = (
    figure_differences,
    article_differences,
    repeat_differences,
    claim_differences,
    role_differences,
    accusation_differences,
    quote_differences,
    attribution_differences,
    name_differences,
    office_differences,
    portfolio_differences,
    unnamed_office_differences,
    source_differences,
    meaning_differences,
    rewording_differences,
    reordered_differences,
    reordered_figure_differences,
    content_differences,
    clause_differences,
)


def find_differences(compared: Compared) -> tuple[Difference, ...]:
    """What every detector found, detector by detector."""
    return tuple(d for detect in DETECTORS for d in detect(compared))

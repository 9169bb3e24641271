"""Alignment and figures -> Difference*: a detector for each family, each a function from Compared to Difference values.

`DETECTORS` gives the order. A detector reads the material and nothing else; it never looks at what another found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from compare.differences.accusations import accusation_differences
from compare.differences.attribution import attribution_differences
from compare.differences.claims import claim_differences
from compare.differences.clauses import clause_differences
from compare.differences.content import content_differences
from compare.differences.figures import figure_differences
from compare.differences.meanings import meaning_differences
from compare.differences.names import name_differences
from compare.differences.offices import office_differences
from compare.differences.quotes import quote_differences
from compare.differences.reordered import reordered_differences
from compare.differences.reordered_figures import reordered_figure_differences
from compare.differences.rewordings import rewording_differences
from compare.differences.roles import role_differences
from compare.differences.sources import source_differences
from compare.model import Compared, Difference

Detector = Callable[[Compared], Iterable[Difference]]

DETECTORS: tuple[Detector, ...] = (
    figure_differences,
    claim_differences,
    role_differences,
    accusation_differences,
    quote_differences,
    attribution_differences,
    name_differences,
    office_differences,
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

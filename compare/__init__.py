"""Compares versions of one news story, sentence by sentence, and reports where they differ.

The pipeline: files -> `load` -> Version -> `clean` -> Document -> `split` -> Sentence* -> `annotate` -> Annotated* (tokens,
quantities, names, quotations, statements) -> `align` -> Alignment -> `figures` -> Figure* -> `differences` -> Difference* ->
`score` -> Comparison -> `render` -> PDF, HTML, JSON or CSV. `model` holds every value that passes between two stages,
and `pipeline` reads like this paragraph. The names below are the public ones; each is imported when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from compare.version import __version__

if TYPE_CHECKING:
    from compare.api import Report, compare_versions
    from compare.batch.frames import Frames, compare_stories
    from compare.errors import CompareError, InputError, RenderError, SettingsError
    from compare.model import Outcome, Quantity, Sentence, Version
    from compare.quantities import extract_quantities, relate_quantities
    from compare.settings import Settings
    from compare.split import split_sentences

__all__ = [
    "CompareError",
    "Frames",
    "InputError",
    "Outcome",
    "Quantity",
    "RenderError",
    "Report",
    "Sentence",
    "Settings",
    "SettingsError",
    "Version",
    "__version__",
    "compare_stories",
    "compare_versions",
    "extract_quantities",
    "relate_quantities",
    "split_sentences",
]

HOME = {
    "CompareError": "errors",
    "Frames": "batch.frames",
    "InputError": "errors",
    "Outcome": "model",
    "Quantity": "model",
    "RenderError": "errors",
    "Report": "api",
    "Sentence": "model",
    "Settings": "settings",
    "SettingsError": "errors",
    "Version": "model",
    "compare_stories": "batch.frames",
    "compare_versions": "api",
    "extract_quantities": "quantities",
    "relate_quantities": "quantities",
    "split_sentences": "split",
}
"""The module in which each public name lives."""


def __getattr__(name: str) -> Any:
    if name not in HOME:
        raise AttributeError(f"module 'compare' has no attribute {name!r}")
    value = getattr(import_module(f"compare.{HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

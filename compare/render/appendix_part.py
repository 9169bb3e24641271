"""Comparison -> the appendix: what was left out and by which rule, the method, the settings and the software."""

from __future__ import annotations

import platform
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version

from compare.render.legible import legible, shortened
from compare.render.material import Material
from compare.render.views import Appendix, ExcludedText, Setting
from compare.settings import Settings
from compare.version import __version__

EXCLUDED_LENGTH = 300
SOFTWARE = ("weasyprint", "rapidfuzz", "numpy", "trafilatura")
"""Packages that what is found, or how it looks, depends on."""


def appendix(material: Material) -> Appendix:
    """What was left out, and how the report was made."""
    c, words = material.comparison, material.words
    excluded = [
        ExcludedText(d.id, words.rule(x.rule), shortened(legible(d.document.text[x.start : x.end]).strip(), EXCLUDED_LENGTH))
        for d in c.documents
        for x in d.document.excluded
    ]
    hidden = len(excluded) - material.bounds.excluded
    return Appendix(
        excluded=tuple(excluded[: material.bounds.excluded]),
        more_excluded=words.count("more", hidden) if hidden > 0 else "",
        method=tuple(words.method["steps"]),
        shortcut=material.said(c.alignment.shortcut or ""),
        settings=settings_shown(c.settings, material),
        software=(Setting("storycompare", __version__), Setting("Python", platform.python_version()), *packages()),
    )


def settings_shown(settings: Settings, material: Material) -> tuple[Setting, ...]:
    """The settings that were changed, and the signature of all."""
    words = material.words
    plain = asdict(Settings())
    changed = [
        Setting(words.settings.get(name, name), legible(", ".join(value) if isinstance(value, tuple) else str(value)))
        for name, value in asdict(settings).items()
        if value != plain[name]
    ]
    return (*changed, Setting(words.settings["signature"], settings.signature()))


def packages() -> tuple[Setting, ...]:
    """Names and versions of the packages the result depends on, those that are installed."""
    out = []
    for name in SOFTWARE:
        try:
            out.append(Setting(name, version(name)))
        except PackageNotFoundError:
            continue
    return tuple(out)

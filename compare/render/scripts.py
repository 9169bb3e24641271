"""Text -> the style rules that load fonts for the scripts that the plain one has not.

Noto Sans has Latin, Greek, Cyrillic and Devanagari. Every font that a style sheet names is unpacked for each report, so that
only those are named that the text needs.
"""

from __future__ import annotations

import re

SCRIPTS = {
    "Arabic": re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"),
    "Hebrew": re.compile("[\u0591-\u05f4\ufb1d-\ufb4f]"),
}
"""Blocks of Unicode 15 by script; print.css names the families."""
UNUSUAL = re.compile("[^\0-\u052f\u0590-\u06ff\u0900-\u097f\u1e00-\u20cf]")
"""Characters that our fonts may well not have: beyond the scripts above, Latin, Greek, Cyrillic, Devanagari and common signs."""
WEIGHTS = {"Regular": 400, "Bold": 700}


def font_rules(text: str, scheme: str) -> str:
    """A rule for each weight of each font that the text needs; `scheme` is where fonts are fetched from.

    >>> font_rules("plain text", "report:"), font_rules("\\u05e9\\u05dc\\u05d5\\u05dd", "report:").count("@font-face")
    ('', 2)
    """
    if text.isascii():
        return ""
    return "".join(
        f'@font-face {{ font-family: "Report {script}"; font-weight: {weight};'
        f' src: url("{scheme}fonts/NotoSans{script}-{name}.ttf"); }}\n'
        for script, letters in SCRIPTS.items()
        if letters.search(text)
        for name, weight in WEIGHTS.items()
    )


def unusual(text: str) -> frozenset[str]:
    """The characters that another font than ours must have.

    >>> sorted(unusual("Zürich, पुल, \u05e9: 橋 ☃"))
    ['☃', '橋']
    """
    return frozenset() if text.isascii() else frozenset(UNUSUAL.findall(text))

"""Comparison -> the JSON report."""

from __future__ import annotations

import json

from compare.model import Comparison
from compare.plain import as_dict


def render_json(comparison: Comparison) -> bytes:
    """The report as indented UTF-8, one line a leaf, so that two reports can be compared with a diff."""
    return (json.dumps(as_dict(comparison), ensure_ascii=False, indent=1) + "\n").encode()

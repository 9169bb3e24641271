"""concepts.toml -> the idea that a word stands for: killed and died are one state, "another" and "further" one shift."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def concepts(group: str) -> Mapping[str, str]:
    """Word -> idea, of one table of concepts.toml."""
    table = tomllib.loads(files("compare.figures").joinpath("concepts.toml").read_text("utf-8"))[group]
    return {word: idea for idea, words in table.items() for word in words}

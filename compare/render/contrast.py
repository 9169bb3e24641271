"""How well one colour can be read on another, and the nearest shade that can be read well enough."""

from __future__ import annotations

import re

READABLE = 4.5
"""Least ratio of text to its ground (WCAG 2.2, 1.4.3, level AA)."""
WHITE = "#ffffff"
BLACK = "#000000"
STEPS = 100
"""Shades that are tried between a colour and the one it is moved towards."""
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def is_colour(text: object) -> bool:
    """Is it a colour written as #rrggbb?

    >>> is_colour("#0b4aa2"), is_colour("navy"), is_colour(7)
    (True, False, False)
    """
    return isinstance(text, str) and COLOUR.fullmatch(text) is not None


def contrast(a: str, b: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of "contrast ratio").

    >>> contrast("#000000", "#ffffff"), round(contrast("#777777", "#ffffff"), 2)
    (21.0, 4.48)
    """
    darker, lighter = sorted((luminance(a), luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, 0 for black to 1 for white (WCAG 2.2, definition of "relative luminance")."""
    parts = (c / 255 for c in channels(colour))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable_on(ground: str, colour: str) -> str:
    """The colour itself where it can be read on the ground, else its nearest shade towards black or white that can.

    >>> readable_on("#ffffff", "#0b4aa2"), readable_on("#ffffff", "#ffcc00"), readable_on("#14161a", "#0b4aa2")
    ('#0b4aa2', '#8f7200', '#5782bf')
    """
    goal = BLACK if luminance(ground) > 0.5 else WHITE
    shades = (mixed(colour, goal, step / STEPS) for step in range(STEPS + 1))
    return next(shade for shade in shades if contrast(shade, ground) >= READABLE)


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share of another in it.

    >>> mixed("#ff0000", "#ffffff", 0.5)
    '#ff8080'
    """
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)

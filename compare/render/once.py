"""Work that WeasyPrint does again and again with the same result, done once: a fifth of the time, and not a byte differs.

A function that is replaced here keeps its meaning; where a version of WeasyPrint has it no more, its own ways are left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from copy import copy
from functools import cache, partial
from typing import Any

BREAK = re.compile("[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
"""What may end a paragraph or a line inside a text: of each only the first is laid out."""
LENGTHS = (
    "margin_left", "margin_right", "margin_top", "margin_bottom", "padding_left", "padding_right", "padding_top",
    "padding_bottom", "width", "min_width", "max_width", "height", "min_height", "max_height",
)  # fmt: skip
"""Properties that may be a share of what is around a box; in most styles they are not."""
BORDERS = ("border_top_width", "border_right_width", "border_bottom_width", "border_left_width")
SHORT = 40
"""Letters of a text that may well stand elsewhere, too: a mark, a name, what is between two figures."""
RESUME_AT, WIDTH = 2, 3
"""Places in what WeasyPrint says of a piece of text: what does not fit any more, and the width of what does."""


@contextmanager
def done_once() -> Iterator[None]:
    """Inside, a line is shaped once for measuring and drawing, fonts are set up and lengths worked out once a style."""
    import pydyf
    from weasyprint import draw
    from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox
    from weasyprint.layout import inline
    from weasyprint.text import line_break

    with ExitStack() as after:
        layout = line_break.Layout
        if hasattr(layout, "deactivate") and hasattr(layout, "reactivate"):
            replaced(after, layout, "deactivate", kept)
            replaced(after, layout, "reactivate", taken_up)
        if hasattr(layout, "setup") and hasattr(layout, "set_text") and hasattr(getattr(line_break, "ffi", None), "cdef"):
            replaced(after, layout, "setup", copied)
            replaced(after, layout, "set_text", one_paragraph)
        if hasattr(inline, "split_first_line") and hasattr(draw, "draw_text"):
            replaced(after, inline, "split_first_line", fitted_once)
            replaced(after, draw, "draw_text", cut_anew)
        if hasattr(inline, "strut"):
            replaced(after, inline, "strut", known_by_style)
        if hasattr(inline, "resolve_percentages"):
            replaced(after, inline, "resolve_percentages", partial(resolved_once, (InlineBox, LineBox, TextBox)))
        if isinstance(getattr(pydyf.PDF, "page_references", None), property):
            replaced(after, pydyf.PDF, "page_references", numbered_once)
        yield


def replaced(after: ExitStack, owner: Any, name: str, better: Callable[[Any], Any]) -> None:
    """Puts what `better` makes of the owner's function in its place until the end."""
    before = getattr(owner, name)
    after.callback(setattr, owner, name, before)
    setattr(owner, name, better(before))


def kept(deactivate: Callable[[Any], None]) -> Callable[[Any], None]:
    """Lets a shaped line live until it is drawn: WeasyPrint drops it when it is measured, and shapes it anew."""

    def deactivated(layout: Any) -> None:
        if hasattr(layout, "drawn"):
            deactivate(layout)
        else:
            layout.drawn = False

    return deactivated


def taken_up(reactivate: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """Draws the line that was measured, where it was kept and is drawn as it was measured: not stretched, in the same style."""

    def reactivated(layout: Any, style: Any) -> None:
        as_measured = getattr(layout, "drawn", True) is False and not layout.justification_spacing and layout.style is style
        layout.drawn = True
        if not as_measured:
            reactivate(layout, style)

    return reactivated


def copied(setup: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """Sets up a line as a copy of the first of its style, which knows its font: finding that took a third of a line's time.

    Pango drops a shaped line when it is told to draw it as one paragraph, which it therefore is from the start.
    """
    from weasyprint.text.ffi import ffi, gobject, pango

    copied_layout = pango_copy()

    def set_up(layout: Any, style: Any) -> None:
        model = getattr(style, "known_layout", None)
        if model is None:
            model = style.known_layout = object.__new__(type(layout))
            setup(model, style)
            pango.pango_layout_set_single_paragraph_mode(model.layout, True)
            del model.style  # or each would keep the other
        layout.__dict__.update(model.__dict__)
        layout.style, layout.layout = style, ffi.gc(copied_layout(model.layout), gobject.g_object_unref)

    return set_up


@cache
def pango_copy() -> Any:
    """Pango's own function, which WeasyPrint does not declare."""
    from weasyprint.text.ffi import ffi, pango

    if not hasattr(pango, "pango_layout_copy"):
        ffi.cdef("PangoLayout * pango_layout_copy (PangoLayout *src);")
    return pango.pango_layout_copy


def one_paragraph(set_text: Callable[..., None]) -> Callable[..., None]:
    """Where a text may have more than one paragraph, WeasyPrint asks for the first line of them all."""
    from weasyprint.text.ffi import pango

    def set_as_paragraph(layout: Any, text: str, justify: bool = False) -> None:
        if BREAK.search(text):
            pango.pango_layout_set_single_paragraph_mode(layout.layout, False)
        set_text(layout, text, justify)

    return set_as_paragraph


def fitted_once(split: Callable[..., Any]) -> Callable[..., Any]:
    """Measures a short text of a style once for all lines that it fits into: half of the pieces that lines are made of.

    A piece with a border is measured twice for its own line, without and with room for the border.
    """

    def fitted(text: str, style: Any, context: Any, room: float | None, stretch: float, *rest: Any, **more: Any) -> Any:
        known = style.__dict__.setdefault("known_fits", {})
        result = known.get(text)
        if result is None or stretch or (room is not None and result[WIDTH] > room):
            result = split(text, style, context, room, stretch, *rest, **more)
            fits = result[RESUME_AT] is None and (room is None or result[WIDTH] <= room)
            if fits and not stretch and len(text) <= SHORT:
                known[text] = result
            return result
        layout = copy(result[0])
        layout.max_width = room
        return layout, *result[1:]

    return fitted


def cut_anew(draw_text: Callable[..., None]) -> Callable[..., None]:
    """Has a line that is cut where it overflows set up anew: the cut is made in the line as Pango has it, which others share."""

    def drawn(stream: Any, box: Any, offset: float, overflow: str, *ellipsis: Any) -> None:
        if overflow == "ellipsis" or ellipsis not in ((), ("none",)):
            box.pango_layout.drawn = True
        draw_text(stream, box, offset, overflow, *ellipsis)

    return drawn


def known_by_style(strut: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The height of a style's lines, kept with the style: WeasyPrint writes out all of its font to look it up."""

    def known(style: Any) -> Any:
        if not hasattr(style, "known_strut"):
            style.known_strut = strut(style)
        return style.known_strut

    return known


def resolved_once(kinds: Sequence[type], resolve: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """Sets the lengths of text and of the boxes in its lines from those of another of the same style, where all are fixed.

    Tables have borders that do not come from their style, so that only these kinds are taken.
    """

    def resolved(box: Any, around: Any) -> None:
        style = box.style
        fixed = getattr(style, "known_lengths", None) if type(box) in kinds else ()
        if fixed:
            box.__dict__.update(fixed)
            return
        resolve(box, around)
        if fixed is None:
            own = all(style[name] == "auto" or getattr(style[name], "unit", "") == "px" for name in LENGTHS)
            style.known_lengths = {name: getattr(box, name) for name in LENGTHS + BORDERS} if own else ()

    return resolved


def numbered_once(references: property) -> property:
    """WeasyPrint asks for the numbers of all pages at every element of the tree of tags."""

    def numbered(pdf: Any) -> Any:
        known = getattr(pdf, "pages_numbered", ())
        if len(known) != len(pdf.pages["Kids"]) // 3:
            known = pdf.pages_numbered = references.__get__(pdf)
        return known

    return property(numbered)

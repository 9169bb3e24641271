"""The bytes of a logo -> an image that can stand in every report: checked, small, and of nothing but its picture.

A raster image is decoded and written anew, no larger than print needs, a drawing of plain shapes is copied shape by shape: what
else a file may carry (scripts, addresses, places, names of cameras) does not get into a report.
"""

from __future__ import annotations

import base64
import io
import warnings
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_BYTES = 2_000_000
MAX_PIXELS = 16_000_000
"""Pixels of a logo that is decoded: 4,000 x 4,000, some 60 MB of memory."""
KEPT_WIDTH, KEPT_HEIGHT = 720, 180
"""Pixels that are kept of it: what 60 x 15 millimetres take at 300 dots to the inch, the room that print_theme.css gives."""
PALEST = 230
"""Lightness of a logo's darkest spot beyond which it is one for dark grounds; pure yellow has 226."""


class NoLogo(Exception):
    """Why bytes are no logo, and what to try."""


@dataclass(frozen=True, slots=True)
class Logo:
    """An image to embed; its size in pixels tells its proportions."""

    data: bytes
    media: str
    width: int
    height: int

    @property
    def uri(self) -> str:
        """The image as an address that holds it all (RFC 2397)."""
        return f"data:{self.media};base64,{base64.b64encode(self.data).decode()}"


@lru_cache(maxsize=4)  # the reports of a batch bear the same one
def read_logo(data: bytes) -> Logo:
    """The image. Raises NoLogo for what is no PNG, JPEG or plain SVG image, is damaged, or is too large."""
    from compare.render.vector import NotPlain, is_svg, read_drawing

    if is_svg(data):
        try:
            drawing = read_drawing(data)
        except NotPlain as e:
            raise NoLogo(str(e)) from None
        return Logo(drawing.data, "image/svg+xml", drawing.width, drawing.height)
    if len(data) > MAX_BYTES:
        raise NoLogo(f"more than {MAX_BYTES:,} bytes, the most that a logo may have; save it smaller")
    picture = decoded(data)
    if darkest_on_white(picture) > PALEST:
        raise NoLogo("can hardly be seen on white paper; take the logo that is made for a light ground")
    out = io.BytesIO()
    picture.save(out, format="PNG", optimize=True)
    return Logo(out.getvalue(), "image/png", picture.width, picture.height)


def darkest_on_white(picture: Image) -> int:
    """The least lightness, 0 to 255, that a picture shows on white paper."""
    from PIL import Image

    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture.convert("RGBA"))
    return min(value for value, count in enumerate(paper.convert("L").histogram()) if count)


def decoded(data: bytes) -> Image:
    """The picture, upright, in plain colours with or without transparency, as large as is kept of it.

    Raises NoLogo. Colours are made red, green and blue, as PDF/A allows no others beside its sRGB profile (ISO 19005-3, 6.2.4.3).
    """
    from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False  # WeasyPrint sets it, for all
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        if opened.width * opened.height > MAX_PIXELS:
            raise NoLogo(f"{opened.width:,} x {opened.height:,} pixels, and a logo has at most {MAX_PIXELS:,}; save it smaller")
        upright = ImageOps.exif_transpose(opened)
        picture = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except UnidentifiedImageError:
        raise NoLogo("no image; a logo is a PNG, JPEG or SVG file") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NoLogo(f"far too many pixels, and a logo has at most {MAX_PIXELS:,}; save it smaller") from None
    except (OSError, SyntaxError, ValueError, EOFError) as e:
        raise NoLogo(f"damaged ({' '.join(str(e).split())[:120]}); save it anew") from None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
    picture.info.clear()
    picture.thumbnail((KEPT_WIDTH, KEPT_HEIGHT))
    return picture

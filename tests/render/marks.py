"""Theme files, and logos of every kind for them, made by hand."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from PIL import Image

NAME = "The Harbour Gazette"
ANCHOR = """<?xml version="1.0"?>
<!-- a mark of shapes, as drawing programs write them -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:draw="http://example.org/draw" draw:version="1.2" viewBox="0 0 120 40">
<metadata>drawn by the office cat</metadata><style>.tone { fill: url(#tone); opacity: .8 }</style>
<defs><linearGradient id="sea"><stop offset="0" stop-color="#961e3c"/>
<stop offset="1" stop-color="#333" stop-opacity=".5"/></linearGradient>
<linearGradient id="tone" xlink:href="#sea" x1="0" x2="1"/></defs>
<g transform="translate(2 2)" draw:layer="top">
<circle class="tone" cx="18" cy="18" r="17"/><path d="M45 6h70v9H45z" fill="#221"/></g></svg>"""


def mark(mode: str = "RGB", size: tuple[int, int] = (300, 75), **saving: Any) -> bytes:
    """A picture in the colours of a mode: half dark, half light, with what its file may carry beside."""
    wanted = {"format": "JPEG" if mode == "CMYK" else "PNG"} | saving
    picture = Image.new("RGBA", size, (150, 30, 60, 255))
    picture.paste((240, 230, 200, 90), (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    converted = picture.convert("RGB").convert(mode) if mode in ("RGB", "CMYK", "L", "1", "P") else picture.convert(mode)
    converted.save(out, **wanted)
    return out.getvalue()


def theme_file(folder: Path, text: str = "", *, logo: bytes | None = None, name: str = NAME) -> Path:
    """A theme file with a name, and a logo beside it."""
    lines = [f"name = {json.dumps(name)}", text]
    if logo is not None:
        (folder / "mark").write_bytes(logo)
        lines.append('logo = "mark"')
    path = folder / "house.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path

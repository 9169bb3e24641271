"""Survey -> summary.pdf: a few pages on all stories together, for whoever did not run the batch. Tagged as PDF/UA-1."""

from __future__ import annotations

import hashlib
from datetime import datetime
from functools import partial
from pathlib import Path

from compare.batch.survey import Survey
from compare.batch.tallies import tallies
from compare.render import Rendered
from compare.render.html import environment, theme_style
from compare.render.once import done_once
from compare.render.pango import import_weasyprint
from compare.render.pdf import finished, lay_out, rendering
from compare.render.theme import theme_of
from compare.render.words import catalogue
from compare.render.write import write_whole
from compare.settings import Settings
from compare.version import __version__


def write_summary(survey: Survey, path: Path, made: datetime, settings: Settings) -> None:
    """Writes the PDF, whole or not at all. Raises RenderError where it cannot be made or written."""
    write_whole({path: (Rendered("", summary_pdf(survey, made, settings)),)})


def summary_pdf(survey: Survey, made: datetime, settings: Settings) -> bytes:
    """The PDF's bytes; the same counts, time and theme give the same."""
    theme = theme_of(settings)
    template = environment().get_template("batch_summary.html")
    source = template.render(counts=tallies(survey), made=made, words=catalogue(), version=__version__, theme=theme)
    identifier = hashlib.sha256(source.encode("utf-8", "replace")).digest()[:16]
    import_weasyprint()
    with rendering(), done_once():
        document = lay_out(source, settings.page_size, more=theme_style("print_theme.css", theme))
        for spare in range(5):  # as for a report: a stream must not end in a carriage return
            data: bytes = document.write_pdf(
                finisher=partial(finished, spare=spare), pdf_variant="pdf/a-3a", pdf_identifier=identifier
            )
            if b"\r\nendstream" not in data:
                break
    return data

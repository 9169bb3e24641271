"""Comparison -> one HTML file that works without JavaScript, without a server and without any request.

A script of a few lines filters the findings; the page names its hash, so that a browser runs no other.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from compare.model import Comparison
from compare.render.material import Bounds
from compare.render.pages import report_view
from compare.render.views import ReportView
from compare.render.words import catalogue
from compare.version import __version__

if TYPE_CHECKING:
    from jinja2 import Environment


def render_html(comparison: Comparison) -> bytes:
    """The report as a page in UTF-8, with its style inside."""
    return laid_out("web.html", report_view(comparison, Bounds()), style("screen.css")).encode("utf-8", "replace")


def laid_out(template: str, view: ReportView, css: str = "") -> str:
    """A template of report_templates/ filled with the view."""
    from markupsafe import Markup

    script = style("filters.js")
    # the style and the script are files of this package: the only text that is not escaped
    return environment().get_template(template).render(
        view=view, words=catalogue(), version=__version__, css=Markup(css), script=Markup(script), script_hash=hash_of(script)
    )


def hash_of(script: str) -> str:
    """A script's name in a content security policy (CSP level 2, 4.2.4)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


def style(name: str) -> str:
    """A style sheet or the script of report_templates/."""
    return files("compare.report_templates").joinpath(name).read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """Jinja with every value escaped, whatever the template is called."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("compare.report_templates", "")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)

"""Comparison -> one HTML file that works without JavaScript, without a server and without any request.

A script of a few lines filters the findings; the page names its hash, so that a browser runs no other.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from compare.errors import RenderError
from compare.model import Comparison
from compare.render.material import Bounds
from compare.render.pages import report_view
from compare.render.theme import Theme, theme_of
from compare.render.views import ReportView
from compare.render.words import Words, catalogue
from compare.version import __version__

if TYPE_CHECKING:
    from jinja2 import Environment


def render_html(comparison: Comparison) -> bytes:
    """The report as a page in UTF-8, with its style inside. Raises RenderError for a template that cannot be used."""
    folder, theme = comparison.settings.templates, theme_of(comparison.settings)
    view = report_view(comparison, Bounds())
    words = catalogue(comparison.settings.language)
    css = style("screen.css", folder) + theme_style("screen_theme.css", theme, folder)
    return laid_out("web.html", view, words, css, folder, theme).encode("utf-8", "replace")


def laid_out(
    template: str, view: ReportView, words: Words, css: str = "", folder: str | None = None, theme: Theme | None = None
) -> str:
    """A template filled with the view. Raises RenderError naming the file and line of a template that cannot be used."""
    from jinja2 import TemplateError
    from markupsafe import Markup

    script = style("filters.js", folder)
    values = {"view": view, "words": words, "theme": theme, "version": __version__, "script_hash": hash_of(script)}
    # the style and the script are files of this package, or of the user: the only text that is not escaped
    try:
        return environment(folder).get_template(template).render(**values, css=Markup(css), script=Markup(script))
    except (TemplateError, TypeError, LookupError, ArithmeticError, AttributeError, ValueError) as e:
        if folder is None:
            raise  # a bug of ours
        raise RenderError(f"{place_of(e, template)}: {' '.join(str(e).split())}; mend it, or take it out of {folder}") from None


def place_of(error: Exception, template: str) -> str:
    """File and line of a template's mistake: of its grammar as told, else the last line that was being filled in."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name or template}, line {error.lineno}"
    frames = [f for f in extract_tb(error.__traceback__) if f.filename.endswith(".html")]
    return f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else template


def hash_of(script: str) -> str:
    """A script's name in a content security policy (CSP level 2, 4.2.4)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


def style(name: str, folder: str | None = None) -> str:
    """A style sheet or the script, from the user's folder where it holds one of this name, else of report_templates/."""
    own = Path(folder, name) if folder is not None else None
    if own is None or not own.is_file():
        return files("compare.report_templates").joinpath(name).read_text(encoding="utf-8")
    try:
        return own.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as e:
        raise RenderError(f"{own}: cannot be read ({e}); give a text file in UTF-8") from None


def theme_style(name: str, theme: Theme | None, folder: str | None = None) -> str:
    """A style sheet for themed reports, after a rule that gives it the theme's colours; nothing without a theme."""
    if theme is None:
        return ""
    return f"\n:root {{ --accent: {theme.accent}; --accent-dark: {theme.accent_dark}; }}\n{style(name, folder)}"


@cache
def environment(folder: str | None = None) -> Environment:
    """Jinja with every value escaped, whatever the template is called; templates of a user are kept in a sandbox."""
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from compare.render.compiled import CompiledBeside

    ours = PackageLoader("compare.report_templates", "")
    loader = ours if folder is None else ChoiceLoader([FileSystemLoader(folder), ours])
    kind = Environment if folder is None else ImmutableSandboxedEnvironment
    place = files("compare.report_templates")
    kept = CompiledBeside(place) if folder is None and isinstance(place, Path) else None
    return kind(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, bytecode_cache=kept
    )

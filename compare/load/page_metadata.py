"""A page's tree -> PageMetadata: what the page says about itself, and what can only be guessed, told apart.

Declared: JSON-LD of an article (schema.org), OpenGraph and other meta elements, microdata, the canonical link, `lang`.
Guessed: the window title, the first heading, a `time` element, a byline, the host. Extractors mix the two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from compare.load.decoding import neutral
from compare.load.linked_data import linked_objects, resolved
from compare.load.publication_date import as_declared, iso_date

ARTICLE = re.compile(r"Article|BlogPosting|Report$|LiveBlog", re.IGNORECASE)
"""Types of schema.org that are a story; NewsArticle and all its kinds end so."""
META_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher", "cre"),
    "author": ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator"),
    "published": (
        "article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
        "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date", "publish-date", "publish_date",
        "publication_date", "published_time", "pubdate", "pub_date", "article.published", "article:date", "date", "displaydate",
        "iso-8601-publish-date", "originalpublicationdate", "published_at", "ptime", "cxenseparse:recs:publishtime", "timestamp",
    ),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "dc.language", "language"),
}  # fmt: skip
"""Names of meta elements (by name, property, itemprop or http-equiv), best first."""
OUTLET_AFTER_TITLE = re.compile(r"\s{1,9}[|–—·»-]\s{1,9}([^|–—·»]{2,40})$")
MARGINS = frozenset(("nav", "aside", "footer", "form"))
STORY = frozenset(("article", "main"))
LATER = re.compile(r"(?i)updat|modif|aktualisiert|mis à jour|actualizad|aggiornat|обновлен")
FIELDS = ("title", "outlet", "author", "published", "url", "language")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What is known of a page, by field; `guessed` names the fields that the page does not declare."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    guessed: tuple[str, ...] = ()
    body: str | None = None
    """The story's text as JSON-LD gives it, for pages whose elements do not hold it."""


@dataclass(slots=True)
class Said:
    """The first value found for each field; later ones are ignored."""

    values: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, value: object) -> None:
        if text := plain(value):
            self.values.setdefault(name, text)


def page_metadata(tree: HtmlElement) -> PageMetadata:
    """What the page declares, completed by guesses."""
    declared, guesses = Said(), Said()
    body = add_linked_data(tree, declared)
    add_meta_elements(tree, declared)
    add_guesses(tree, guesses, declared.values.get("outlet"))
    values = {name: declared.values.get(name) or guesses.values.get(name) for name in FIELDS}
    guessed = tuple(name for name in FIELDS if values[name] and name not in declared.values)
    language = values["language"]
    return PageMetadata(
        title=without_outlet(values["title"], values["outlet"]),
        outlet=values["outlet"],
        author=values["author"],
        published=as_declared(values["published"]),
        url=values["url"],
        language=language[:2].lower() if language and language[:2].isalpha() else None,
        guessed=guessed,
        body=body,
    )


def without_outlet(title: str | None, outlet: str | None) -> str | None:
    """A title without the outlet's name after it.

    >>> without_outlet("Ferry aground - Harbour Post", "Harbour Post")
    'Ferry aground'
    """
    after = OUTLET_AFTER_TITLE.search(title or "")
    return title[: after.start()] if title and outlet and after and after[1].casefold() == outlet.casefold() else title


def plain(value: object) -> str:
    """A value in one line of text; the names out of JSON-LD persons and organisations.

    >>> plain([{"name": "Ana Gil"}, "Jo Poe"]), plain("Storm &amp; flood")
    ('Ana Gil, Jo Poe', 'Storm & flood')
    """
    if isinstance(value, str):
        return " ".join(neutral(unescape(value)).split())
    if isinstance(value, Mapping):
        return plain(value.get("name") or value.get("@id") if "name" in value else None)
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(p for p in map(plain, value[:20]) if p))
    return ""


def add_linked_data(tree: HtmlElement, said: Said) -> str | None:
    """Adds what the page's first JSON-LD article says, and the page itself as to its date; gives the `articleBody`."""
    objects = linked_objects(tree)
    article = next((o for o in objects if ARTICLE.search(str(o.get("@type")))), None)
    page_dates = (o.get("datePublished") for o in objects if "WebPage" in str(o.get("@type")))
    if article is None:
        said.add("published", as_declared(plain(next(page_dates, None))))
        return None
    said.add("title", article.get("headline") or article.get("name"))
    for moment in (article.get("datePublished"), next(page_dates, None), article.get("dateCreated")):
        said.add("published", as_declared(plain(moment)))
    said.add("author", names_only(resolved(article.get("author") or article.get("creator"), objects)))
    said.add("outlet", resolved(article.get("publisher"), objects))
    page = article.get("mainEntityOfPage")
    said.add("url", address(article.get("url")) or address(page.get("@id") if isinstance(page, Mapping) else page))
    said.add("language", article.get("inLanguage"))
    body = article.get("articleBody")
    return body if isinstance(body, str) else None


def names_only(authors: object) -> object:
    """Authors without the addresses that some pages give in place of names."""
    if isinstance(authors, list):
        return [a for a in authors if names_only(a)]
    return None if address(authors) else authors


def address(value: object) -> str | None:
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None


def add_meta_elements(tree: HtmlElement, said: Said) -> None:
    """Adds what meta elements, the canonical link and the root's `lang` say."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        if content := (meta.get("content") or "").strip():
            found.setdefault(name.strip().lower(), content)
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and address(link.get("href")):
            said.add("url", link.get("href"))
    for name, metas in META_NAMES.items():
        for meta_name in metas:
            value = found.get(meta_name)
            if name == "author" and address(value):
                continue
            if name == "url" and not address(value):
                continue
            if name == "published" and value and iso_date(value) is None:
                continue
            said.add(name, value)
    root = tree.getroottree().getroot()
    said.add("language", root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang"))
    for element in tree.iter("time", "span", "div", "p", "abbr"):
        if (element.get("itemprop") or "").lower() == "datepublished":
            said.add("published", element.get("datetime") or element.get("content") or element.text_content()[:60])


def add_guesses(tree: HtmlElement, said: Said, outlet: str | None) -> None:
    """Adds what can be read off the page's face: window title, first heading, first `time`, link of the author, host."""
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    window = " ".join((tree.findtext(".//title") or "").split())
    if after := OUTLET_AFTER_TITLE.search(window):
        if outlet is None:
            said.add("outlet", after[1])
        window = window[: after.start()]
    said.add("title", window or next((h for h in headings if h), None))
    said.add("published", shown_moment(tree))
    for element in tree.iter("a", "span", "div", "p"):
        if "author" in (element.get("rel") or element.get("itemprop") or "").lower().split():
            said.add("author", " ".join(element.text_content()[:200].split())[:100])


def shown_moment(tree: HtmlElement) -> str | None:
    """The moment of the story's own `time` element: the first one in an article; elsewhere, one without others of another day.

    Moments of updates, and those in margins, are not asked: today's date stands at the top of many pages.
    """
    inside: list[str] = []
    outside: list[str] = []
    for element in tree.iter("time"):
        value = element.get("datetime")
        around = {a.tag for a in element.iterancestors()}
        if value and iso_date(value) and not around & MARGINS and not is_update(element):
            (inside if around & STORY else outside).append(value)
    if inside or not outside:
        return inside[0] if inside else None
    return outside[0] if len({iso_date(value[:10]) for value in outside}) == 1 else None


def is_update(element: HtmlElement) -> bool:
    """Whether the words right before an element, or in it, call it an update."""
    before = element.getprevious()
    parent = element.getparent()
    told = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    marks = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.text_content()[:80]}"
    return LATER.search(f"{told[-40:]} {marks}") is not None


def host(url: str | None) -> str | None:
    """The host of an address, as the outlet of last resort.

    >>> host("https://www.example.org/a/b")
    'example.org'
    """
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None

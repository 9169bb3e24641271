"""A page's JSON-LD -> the objects in it, with what stands elsewhere on the page put in place of references to it.

schema.org data is written by templates: commas too many, comments around it and unescaped quotation marks are usual.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement

MOST_SCRIPTS = 200
WRAPPED = re.compile(r"^\s{0,100}(?:<!--|(?://|/\*)?\s?<!\[CDATA\[(?:\s?\*/)?)|(?:-->|(?://|/\*)?\s?\]\]>(?:\s?\*/)?|;)\s{0,100}$")
SPARE_COMMA = re.compile(r",(?=\s{0,100}[}\]])")
OF_A_STORY = re.compile(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"\w{0,30}(?:Article|BlogPosting|Report)"')
PLAIN_VALUE = re.compile(
    r'"(headline|datePublished|dateCreated|inLanguage|url)"\s{0,9}:\s{0,9}"([^"\\<>]{1,500})"(?=\s{0,100}[,}])'
)

Object = Mapping[str, object]


def linked_objects(tree: HtmlElement) -> Sequence[Object]:
    """The objects of all JSON-LD scripts, those in lists and @graph too, in the order of the page."""
    scripts = [s.text or "" for s in tree.iter("script") if "ld+json" in (s.get("type") or "").lower()]
    return [o for script in scripts[:MOST_SCRIPTS] for o in objects_in(script)]


def objects_in(script: str) -> Iterator[Object]:
    """The objects of a script; of one that is broken beyond repair, those values of a story that stand in it whole."""
    text = script.strip()
    for _ in range(2):
        text = WRAPPED.sub("", text).strip()
    queue: list[object] = []
    for form in (text, SPARE_COMMA.sub("", text)):
        try:
            queue = [json.loads(form, strict=False)]
            break
        except (ValueError, RecursionError):
            continue
    else:
        if OF_A_STORY.search(text):
            found: dict[str, object] = {}
            for name, value in PLAIN_VALUE.findall(text):
                found.setdefault(name, value)
            yield {"@type": "Article", **found}
    while queue:
        value = queue.pop(0)
        if isinstance(value, list):
            queue = value[:200] + queue
        elif isinstance(value, Mapping):
            yield value
            if isinstance(graph := value.get("@graph"), list):
                queue = graph[:200] + queue


def resolved(value: object, objects: Sequence[Object]) -> object:
    """The value with each bare reference, `{"@id": ...}`, replaced by the named object that has this id."""
    if isinstance(value, list):
        return [resolved(v, objects) for v in value[:20] if not isinstance(v, list)]
    if isinstance(value, Mapping) and "name" not in value and isinstance(value.get("@id"), str):
        return next((o for o in objects if o.get("@id") == value["@id"] and "name" in o), value)
    return value

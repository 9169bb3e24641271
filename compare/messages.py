"""What the comparison says of the versions, sentence by sentence, in the language of whoever reads it.

A message is its English text, and knows how that was made: a key of the catalogue beside this file, and what fills the slots of
its template. So the Python API, JSON and CSV have plain English, and a report can tell the same in its own language. A slot holds
words of the versions, which stay as they are, a number, other messages, or a row of any of these.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Self

Slot = str | int | float | Decimal | tuple[str | Decimal, ...]

ENGLISH = "en"
"""Language of messages.toml, which has no letters of a language in its name."""
COUNT = "n"
"""The slot whose number decides between the forms of a template."""


class Message(str):
    """An English text that can be told in other languages. It is pickled and compared as a text is."""

    __slots__ = ("key", "slots")
    key: str
    slots: Mapping[str, Slot]

    def __new__(cls, text: str, key: str, slots: Mapping[str, Slot]) -> Self:
        made = super().__new__(cls, text)
        made.key, made.slots = key, slots
        return made

    def __reduce__(self) -> tuple[type[Message], tuple[str, str, Mapping[str, Slot]]]:
        return Message, (str(self), self.key, self.slots)


@dataclass(frozen=True, slots=True)
class Template:
    """How a language tells a message: in one form or, by its number, in two (`one` and `other`, as Unicode CLDR calls them).

    A row of things has no form but what stands between its members, and before the last of them; its slot is `row`.
    """

    one: str = ""
    other: str = ""
    between: str = ""
    last: str = ""

    @property
    def is_row(self) -> bool:
        return not self.other

    def form(self, count: Slot | None) -> str:
        return self.one if count == 1 else self.other

    @property
    def slots(self) -> frozenset[str]:
        """The slots that the template fills."""
        forms = (self.one, self.other, self.between, self.last)
        return frozenset(name for form in forms for _, name, _, _ in Formatter().parse(form) if name)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The templates of a language, and how it writes numbers."""

    templates: Mapping[str, Template]
    thousands: str
    decimal: str

    def number(self, value: float | Decimal) -> str:
        """A number as a reader writes it.

        >>> catalogue().number(Decimal("18000")), catalogue("de").number(Decimal("2.50")), catalogue("de").number(1234.5)
        ('18,000', '2,5', '1.234,5')
        """
        text = f"{value:,g}" if isinstance(value, float) else f"{value:,f}"
        text = text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text
        return text.translate({ord(","): self.thousands, ord("."): self.decimal})


@cache
def catalogue(language: str = ENGLISH) -> Catalogue | None:
    """The templates of a language; None where there is no file of it."""
    name = "messages.toml" if language == ENGLISH else f"messages.{language}.toml"
    source = files("compare").joinpath(name)
    if not source.is_file():
        return None
    sections = tomllib.loads(source.read_text(encoding="utf-8"))
    writing = sections.pop("writing")
    templates = {f"{section}.{name}": Template(other=told, one=told) if isinstance(told, str) else Template(**told)
                 for section, entries in sections.items() for name, told in entries.items()}  # fmt: skip
    return Catalogue(templates, **writing)


def message(key: str, /, **slots: Slot) -> Message:
    """A message of the catalogue.

    >>> message("wording.has", who=message("row.names", row=("Wire", "Post")), n=2, words="“green”")
    'Wire and Post have “green”'
    """
    text = text_of(key, slots, ENGLISH)
    if text is None:
        raise KeyError(f"messages.toml has no {key}, or not what fills a slot of it")
    return Message(text, key, slots)


def in_language(text: str, language: str) -> str | None:
    """The text as the language tells it; None where it is no message, or the language has no template for a part of it.

    >>> in_language(message("wording.has", who="Wire", n=1, words=message("wording.quoted", words="12 Boote")), "de")
    'Wire schreibt „12 Boote“'
    """
    return text_of(text.key, text.slots, language) if isinstance(text, Message) else None


def text_of(key: str, slots: Mapping[str, Slot], language: str) -> str | None:
    """The text of a message; None where the language has no template for it or for a message in it."""
    known = catalogue(language)
    template = known.templates.get(key) if known else None
    if known is None or template is None:
        return None
    told = {name: value_in(value, language, known, template) for name, value in slots.items()}
    if None in told.values():
        return None
    return told["row"] if template.is_row else template.form(slots.get(COUNT)).format(**told)


def value_in(value: Slot, language: str, known: Catalogue, template: Template) -> str | None:
    """What fills a slot, in a language."""
    if isinstance(value, Message):
        return str(value) if language == ENGLISH else in_language(value, language)
    if isinstance(value, tuple):
        parts = [value_in(part, language, known, template) for part in value]
        told = [part for part in parts if part is not None]
        if len(told) < len(parts):
            return None
        return template.last.join(filter(None, (template.between.join(told[:-1]), *told[-1:])))
    return str(value) if isinstance(value, str | int) else known.number(value)


def refilled(text: str, new: Mapping[str, str]) -> str:
    """The message with other slots: those that hold a message of a key that `new` has, or just the words that it has.

    >>> refilled(message("reason.limits", free="{a}"), {"{a}": "Wire"})
    'the words that Wire leaves out limit the others'
    """
    if not isinstance(text, Message):
        return text
    return message(text.key, **{name: refilled_slot(value, new) for name, value in text.slots.items()})


def refilled_slot(value: Slot, new: Mapping[str, str]) -> Slot:
    if not isinstance(value, str):
        return value
    return new.get(value.key if isinstance(value, Message) else value) or refilled(value, new)

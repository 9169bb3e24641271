"""An e-mail (.eml) or a page saved as one file (.mhtml) -> Version: the body as plain text, else its page. RFC 5322, RFC 2557."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default

from compare.load.decoding import decode, neutral
from compare.load.inputs import Inputs, Source, Unreadable
from compare.load.publication_date import iso_date
from compare.load.text import no_text
from compare.load.web import read_page
from compare.model import Version
from compare.settings import Settings

BROKEN = (MessageError, LookupError, ValueError, AttributeError, TypeError, RecursionError, OverflowError)
"""What Python's reader raises for damaged messages: more than it documents."""
MOST_HEADER = 200_000
MOST_PARTS = 5_000
"""Bytes before the body, and lines that may begin a part: Python's reader takes a minute for a hundred times as many."""


def read_mail(source: Source, settings: Settings) -> Inputs:
    """One version with subject, sender and date. Raises Unreadable for a message without a text."""
    head = re.search(rb"\r?\n\r?\n", source.data[: MOST_HEADER + 4])
    if (head is None and len(source.data) > MOST_HEADER) or source.data.count(b"\n--") > MOST_PARTS:
        raise Unreadable(f"{source.name}: an e-mail with too many headers or parts; save its text as .txt")
    try:
        message = message_from_bytes(source.data, policy=default)
        body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
        payload = body.get_payload(decode=True) if body is not None else None
    except BROKEN:
        raise Unreadable(f"{source.name}: an e-mail that cannot be taken apart; save its text as .txt") from None
    if not isinstance(message, EmailMessage) or body is None or not isinstance(payload, bytes) or not payload.strip():
        raise no_text(source)
    title, author, published = header(message, "subject"), header(message, "from"), iso_date(header(message, "date"))
    if body.get_content_type() == "text/html":
        page = read_page(replace(source, data=payload), settings).versions[0]
        return Inputs((replace(page, title=page.title or title, author=page.author or author,
                               published=page.published or published, sha256=source.sha256,
                               url=page.url or header(message, "snapshot-content-location")),))  # fmt: skip
    decoded = decode(payload, settings.encoding, body.get_content_charset())
    if not decoded.text.strip():
        raise no_text(source)
    return Inputs((Version(text=decoded.text, title=title, author=author, published=published, path=source.name,
                           sha256=source.sha256, warnings=decoded.warnings),))  # fmt: skip


def header(message: EmailMessage, name: str) -> str | None:
    """A header's value in one line; None for one that is missing or broken."""
    try:
        return " ".join(neutral(str(message[name] or "")).split()) or None
    except BROKEN:
        return None

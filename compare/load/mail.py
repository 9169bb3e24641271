"""An e-mail (.eml) or a page saved as one file (.mhtml) -> Version: the story in it. RFC 5322, RFC 2557.

It may be the body, plain or as a page; a message forwarded below a note; or an attached document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from compare.load.article import lines_of
from compare.load.deadline import Deadline, deadline_of
from compare.load.decoding import decode, neutral
from compare.load.inputs import Inputs, Source, Unreadable
from compare.load.letters import STORY_WORDS, Letter, letters, story_letter, subject_without_prefix
from compare.load.page_metadata import host
from compare.load.pdf import read_pdf
from compare.load.publication_date import iso_date
from compare.load.sniff import Format, sniff
from compare.load.story_header import with_header
from compare.load.text import no_text, read_text
from compare.load.web import page_text, parse, prune, read_page
from compare.load.word import read_word
from compare.messages import message as warning
from compare.model import Version
from compare.settings import Settings

BROKEN = (StopIteration, MessageError, LookupError, ValueError, AttributeError, TypeError, RecursionError, OverflowError)
"""What Python's reader raises for damaged messages: more than it documents."""
MOST_HEADER = 200_000
MOST_PARTS = 5_000
"""Bytes before the body, and lines that may begin a part: Python's reader takes a minute for a hundred times as many."""
MOST_ENCODED = 1_000
"""Encoded words before the body: its reader needs a gigabyte for thirteen times as many."""
MOST_ATTACHED = 20
DEEPEST = 3
"""Messages attached to messages that are opened."""
ATTACHED = {Format.DOCX: read_word, Format.PDF: read_pdf, Format.TEXT: read_text, Format.HTML: read_page}
NAMED = re.compile(r"\.(?:docx?|pdf|odt|rtf|txt|md|html?|pages|eml)$", re.IGNORECASE)
LINK = re.compile(r"\s?<(?:https?://|mailto:)[^<>\s]{1,2000}>|\[(?:image|cid): ?[^\[\]\n]{0,300}\]")
"""What is left of links and pictures in the plain form of a mail: the address in angle brackets, the picture's name."""
UNMARKED = Letter(())
FEWER = 3
"""A plain form with so many times fewer words than the page beside it is only a hint to open the page."""


def read_mail(source: Source, settings: Settings, depth: int = 0) -> Inputs:
    """One version. Raises Unreadable for a message without a text."""
    message = opened(source)
    saved_page = header(message, "snapshot-content-location")
    if saved_page:
        return Inputs((saved_version(message, saved_page, source, settings),))
    inside = [] if depth == DEEPEST else list(attached(message, source, settings, depth))
    best = max((v for _, v in inside if v), key=words, default=None)
    own = body_version(message, source, settings)
    if best is not None and words(best) > (words(own) if own else 0) and (own is None or words(own) < STORY_WORDS):
        name = next(name for name, v in inside if v is best)
        key = "warning.from_attachment_alone" if own else "warning.from_attachment"
        note = warning(key, name=name, words=words(own) if own else 0)
        others = tuple(warning("warning.attachment_unread", name=other) for other, v in inside if v is not best)
        sent = None if best.published else iso_date(header(message, "date"))
        return Inputs((replace(best, published=best.published or sent, warnings=(note, *others, *best.warnings),
                               guessed=best.guessed + ("published",) * bool(sent)),))  # fmt: skip
    if own is None:
        raise no_text(source)
    unread = tuple(warning("warning.attachment_unread", name=name) for name, _ in inside)
    return Inputs((replace(own, warnings=(*own.warnings, *unread)),))


def opened(source: Source) -> EmailMessage:
    """The message. Raises Unreadable for what cannot be taken apart."""
    head = re.search(rb"\r?\n\r?\n", source.data[: MOST_HEADER + 4])
    long = (head is None and len(source.data) > MOST_HEADER) or source.data.count(b"=?", 0, MOST_HEADER) > MOST_ENCODED
    if long or source.data.count(b"\n--") > MOST_PARTS:
        raise Unreadable(f"{source.name}: an e-mail with too many headers or parts; save its text as .txt")
    try:
        message = message_from_bytes(source.data, policy=default)
    except BROKEN:
        raise damaged(source) from None
    if not isinstance(message, EmailMessage):
        raise damaged(source)
    return message


def damaged(source: Source) -> Unreadable:
    return Unreadable(f"{source.name}: an e-mail that cannot be taken apart; save its text as .txt")


def saved_version(message: EmailMessage, address: str, source: Source, settings: Settings) -> Version:
    """The page that a browser saved as one file: its date is that of saving, its sender the browser."""
    found = form(message, "html", source)
    if found is None:
        raise no_text(source)
    page = read_page(replace(source, data=found[1]), settings).versions[0]
    outlet = page.outlet or host(address)
    guessed = page.guessed + (("outlet",) if outlet and not page.outlet else ())
    title = page.title or header(message, "subject")
    return replace(page, title=title, url=page.url or address, outlet=outlet, guessed=guessed, sha256=source.sha256)


def body_version(message: EmailMessage, source: Source, settings: Settings) -> Version | None:
    """The version that the body gives; None if it has no text."""
    plain, page = form(message, "plain", source), form(message, "html", source)
    text = ""
    warnings: tuple[str, ...] = ()
    if plain is not None:
        decoded = decode(plain[1], settings.encoding, plain[0].get_content_charset(), deadline_of(source, settings))
        text, warnings = flowed(decoded.text, plain[0]), decoded.warnings
    if page is not None:
        told = shown(page[1], page[0], settings, deadline_of(source, settings))
        text = LINK.sub("", text) if plain is not None else ""
        if FEWER * len(text.split()) < len(told.split()):
            if len(tuple(letters(told))) == 1:
                return with_mail_header(page_version(page[1], source, settings), message)
            text = told
    if not text.strip():
        return None
    letter, others = story_letter(text)
    if not "".join(letter.lines).strip():
        return None
    if others:
        warnings += (warning("warning.mail_around", words=others),)
    story = Version(text="\n".join(letter.lines).strip("\n"), path=source.name, sha256=source.sha256, warnings=warnings)
    return with_mail_header(with_header(story), message, letter)


def page_version(data: bytes, source: Source, settings: Settings) -> Version:
    version = read_page(replace(source, data=data), settings).versions[0]
    return replace(version, sha256=source.sha256)


def form(message: EmailMessage, kind: str, source: Source) -> tuple[EmailMessage, bytes] | None:
    """The body's part of a kind, and its bytes; None if it has none."""
    try:
        part = message.get_body((kind,))
        payload = part.get_payload(decode=True) if part is not None else None
    except BROKEN:
        raise damaged(source) from None
    return (part, payload) if isinstance(part, EmailMessage) and isinstance(payload, bytes) and payload.strip() else None


def shown(data: bytes, part: EmailMessage, settings: Settings, deadline: Deadline) -> str:
    """The text of a mail's page, a line for each block."""
    tree = parse(page_text(data, settings, deadline, part.get_content_charset()).text)
    if tree is None:
        return ""
    prune(tree)
    return "\n".join(lines_of(tree))


def flowed(text: str, part: EmailMessage) -> str:
    """The text with the lines joined that a mail program broke only to send them (RFC 3676)."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    cut = 1 if str(part.get_param("delsp", "")).lower() == "yes" else 0
    out: list[str] = []
    open_end = False
    for line in text.split("\n"):
        told = line[1:] if line.startswith(" ") else line
        if open_end and told[:1] != ">" and told != "-- ":
            out[-1] = out[-1][: len(out[-1]) - cut] + told
        else:
            out.append(told)
        open_end = told.endswith(" ") and told != "-- " and told[:1] != ">"
    return "\n".join(out)


def attached(message: EmailMessage, source: Source, settings: Settings, depth: int) -> Iterator[tuple[str, Version | None]]:
    """Name and version of each attached document; None for one that cannot be read."""
    try:
        parts = list(message.iter_attachments())[:MOST_ATTACHED]
    except BROKEN:
        return
    for part in parts:
        try:
            letter = part.get_content_type() == "message/rfc822"
            inner = next(part.iter_parts()).as_bytes() if letter else part.get_payload(decode=True)
            name = " ".join(neutral(part.get_filename() or ("message" if letter else "")).split())
        except BROKEN:
            continue
        if not isinstance(inner, bytes) or not (letter or NAMED.search(name)):
            continue
        held = Source(name, inner, source.opened)
        reader = ATTACHED.get(sniff(held))
        try:
            read = read_mail(held, settings, depth + 1) if letter else reader(held, settings) if reader else None
        except Unreadable:
            read = None
        yield name, replace(read.versions[0], path=source.name, sha256=source.sha256) if read else None


def with_mail_header(version: Version, message: EmailMessage, letter: Letter = UNMARKED) -> Version:
    """The version with subject, sender and date where it says nothing better: guesses, for the sender need not be the author."""
    subject, sender, date = (letter.subject, letter.sender, letter.date) if letter.sender else (
        header(message, "subject"), header(message, "from"), header(message, "date"))  # fmt: skip
    title = version.title or subject_without_prefix(subject or "") or None
    author, published = version.author or person(sender or ""), version.published or iso_date(date)
    new = zip(("title", "author", "published"), (title, author, published), strict=True)
    guessed = (*version.guessed, *(name for name, value in new if value and getattr(version, name) is None))
    return replace(version, title=title, author=author, published=published, guessed=guessed)


def person(sender: str) -> str | None:
    """The name of a sender; None for an address alone.

    >>> person('"Nygaard, Ola" <ola@post.example>'), person("desk@post.example"), person("Ana Ruiz")
    ('Nygaard, Ola', None, 'Ana Ruiz')
    """
    name = parseaddr(sender)[0] if "@" in sender else sender
    name = re.sub(r"[<\[(].{0,200}$", "", name).strip(" \"'")
    return name if name and "@" not in name else None


def words(version: Version) -> int:
    return len((version.text or "").split())


def header(message: EmailMessage, name: str) -> str | None:
    """A header's value in one line; None for one that is missing or broken."""
    try:
        return " ".join(neutral(str(message[name] or "")).split()) or None
    except BROKEN:
        return None

"""E-mails and pages saved as one file."""

from __future__ import annotations

import textwrap
from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import InputError
from compare.load import read_source
from compare.load.inputs import Source, Unreadable
from compare.model import Version
from compare.settings import Settings

TEXT = "A ferry ran aground off Senn – with 240 people on board.\n"
PARAGRAPH = "The ferry Aurora ran aground off the island of Senn on Tuesday night with 240 people on board, the coast guard said."


def message() -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ola Nygaard <ola@post.example>"
    made["Subject"] = "Fähre auf Grund"
    made["Date"] = "Tue, 14 May 2024 21:40:00 +0200"
    made["Message-ID"] = "<1@post.example>"
    return made


def read(data: bytes, name: str = "wire.eml") -> Version:
    return read_source(Source(name, data), Settings()).versions[0]


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_the_plain_body_is_the_text_and_the_headers_tell_about_it(charset: str) -> None:
    mail = message()
    mail.set_content(TEXT, charset=charset, cte="quoted-printable")
    mail.add_alternative("<p>Another form of it.</p>", subtype="html")
    mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    version = read(mail.as_bytes())
    assert version.text == TEXT.strip()
    assert (version.title, version.author) == ("Fähre auf Grund", "Ola Nygaard")
    assert version.published == "2024-05-14T21:40:00+02:00"
    assert version.guessed == ("title", "author", "published")
    assert version.warnings == ("the attachment a.pdf was not read",)


def test_a_message_of_a_page_alone_is_read_as_a_page() -> None:
    mail = message()
    mail.set_content(f"<html><body><article>{f'<p>{PARAGRAPH}</p>' * 3}</article></body></html>", subtype="html")
    version = read(mail.as_bytes())
    assert (version.text or "").split("\n") == [PARAGRAPH] * 3
    assert version.title == "Fähre auf Grund"


def test_a_page_saved_as_one_file_is_known_by_its_content() -> None:
    page = f"<html><body><article>{f'<p>{PARAGRAPH}</p>' * 3}</article></body></html>"
    head = ("From: <Saved by a browser>\r\nSnapshot-Content-Location: https://post.example/ferry\r\nSubject: Ferry\r\n"
            'Date: Tue, 14 May 2024 19:40:00 -0000\r\nMIME-Version: 1.0\r\nMessage-ID: <1>\r\n'
            'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n')  # fmt: skip
    version = read(f"{head}--x\r\nContent-Type: text/html\r\n\r\n{page}\r\n--x--\r\n".encode(), "ferry")
    assert version.url == "https://post.example/ferry"
    assert (version.text or "").split("\n") == [PARAGRAPH] * 3
    assert (version.outlet, version.author, version.published) == ("post.example", None, None)  # saved by a browser, any day


WRAPPED = textwrap.fill(f"{PARAGRAPH} {PARAGRAPH.replace('Tuesday', 'Monday')} {PARAGRAPH.replace('240', '12')}", 72)
FROM_THE_WIRE = "From: Ana Ruiz <ana@wire.example>\nDate: Mon, May 13, 2024 at 9:40 PM\nSubject: Ferry aground\nTo: Desk\n\n"
FROM_OUTLOOK = "Von: Ana Ruiz <ana@wire.example>\nGesendet: 13 May 2024 21:40\nAn: Pult\nBetreff: AW: Ferry aground\n\n"


@pytest.mark.parametrize(
    "above",
    [
        f"Please run this.\n\n---------- Forwarded message ---------\n{FROM_THE_WIRE}",
        f"Bitte auf Seite 3.\n\n________________________________\n{FROM_OUTLOOK}",
        f"-----Ursprüngliche Nachricht-----\n{FROM_OUTLOOK}",
    ],
)
def test_a_story_below_a_note_is_the_story_and_its_own_header_tells_about_it(above: str) -> None:
    mail = message()
    mail.set_content(f"{above}{WRAPPED}\n\n-- \nAna Ruiz\nAtlas Wire\n")
    version = read(mail.as_bytes())
    assert (version.text or "").strip() == WRAPPED
    assert (version.title, version.author, version.published) == ("Ferry aground", "Ana Ruiz", version.published)
    assert (version.published or "")[:10] == "2024-05-13"
    assert "words of the mail around the story were not read" in version.warnings[0]


def test_a_story_forwarded_with_quotation_marks_loses_them() -> None:
    below = "\n".join(f"> {line}" for line in (FROM_THE_WIRE + WRAPPED).split("\n"))
    mail = message()
    mail.set_content(f"For you.\n\nBegin forwarded message:\n\n{below}\n")
    version = read(mail.as_bytes())
    assert (version.text or "").strip() == WRAPPED
    assert version.author == "Ana Ruiz"


def test_what_a_story_answers_is_not_of_the_story() -> None:
    mail = message()
    answered = "On Tue, May 14, 2024 at 8:01 PM The Desk <desk@post.example>\nwrote:\n\n> 300 words?\n> At least 30 are hurt.\n"
    mail.set_content(f"{WRAPPED}\n\n{answered}")
    version = read(mail.as_bytes())
    assert (version.text or "").strip() == WRAPPED
    assert version.author == "Ola Nygaard"


def test_a_letter_that_somebody_wrote_in_the_story_is_of_the_story() -> None:
    text = f"{WRAPPED}\n\nOn Tuesday the mayor of Senn wrote:\n\n\"The rock is marked on every chart.\"\n"
    mail = message()
    mail.set_content(text)
    assert read(mail.as_bytes()).text == text.rstrip("\n")


def test_a_story_forwarded_as_a_page_is_found_too() -> None:
    header = "<b>From:</b> Ana Ruiz<br><b>Sent:</b> 13 May 2024 21:40<br><b>To:</b> Desk<br><b>Subject:</b> Ferry"
    mail = message()
    mail.set_content(f"<html><body><p>FYI</p><div><p>{header}</p></div>{f'<p>{PARAGRAPH}</p>' * 3}</body></html>", subtype="html")
    version = read(mail.as_bytes())
    assert (version.text or "").split("\n") == [PARAGRAPH] * 3
    assert (version.title, version.author) == ("Ferry", "Ana Ruiz")


def test_lines_broken_for_sending_are_joined() -> None:
    mail = message()
    mail.set_content(WRAPPED.replace("\n", " \n"))
    mail.set_param("format", "flowed")
    assert (read(mail.as_bytes()).text or "").strip() == " ".join(WRAPPED.split())


def test_an_attached_story_is_read_in_place_of_the_note_that_brings_it() -> None:
    mail = message()
    mail.set_content("Hi, the story is attached.")
    mail.add_attachment(WRAPPED.encode(), maintype="text", subtype="plain", filename="ferry.txt")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    version = read(mail.as_bytes())
    assert version.text == WRAPPED
    assert version.warnings == ("read from the attachment ferry.txt; the 5 words of the message were not read",)
    assert (version.path, version.author) == ("wire.eml", None)


def test_an_attached_message_is_opened() -> None:
    inner = message()
    inner.set_content(WRAPPED)
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Message-ID"], mail["MIME-Version"] = "Desk <d@post.example>", "See below", "<2@x>", "1.0"
    mail.set_content("See below.")
    mail.add_attachment(inner)
    version = read(mail.as_bytes())
    assert ((version.text or "").strip(), version.author) == (WRAPPED, "Ola Nygaard")


def test_a_newsletter_laid_out_in_tables_is_read_a_block_a_line() -> None:
    cell = "<tr><td><table><tbody><tr><td>{}</td></tr></tbody></table></td></tr>"
    rows = "".join(cell.format(f"<p>{PARAGRAPH} ({n})</p>" if n else "<h1>Ferry aground</h1>") for n in range(4))
    mail = message()
    mail.set_content("Read this in your browser.")
    mail.add_alternative(f"<html><body><center><table>{rows}</table></center></body></html>", subtype="html")
    assert (read(mail.as_bytes()).text or "").split("\n")[-3:] == [f"{PARAGRAPH} ({n})" for n in range(1, 4)]


def test_a_message_without_a_text_is_named() -> None:
    mail = message()
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    with pytest.raises(Unreadable, match=r"wire\.eml"):
        read(mail.as_bytes())


@given(st.binary(max_size=300))
def test_any_message_is_read_or_refused(data: bytes) -> None:
    head = b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nMessage-ID: <1>\r\nContent-Type: "
    with suppress(InputError):
        assert read(head + data).text


def test_a_date_beyond_all_numbers_is_none() -> None:
    data = b"From: a@b.org\nSubject: x\nDate: Tue, 14 Nov " + b"9" * 400 + b" 09:30:00 +0000\n\nA ferry ran aground.\n"
    assert read_source(Source("a.eml", data), Settings()).versions[0].published is None

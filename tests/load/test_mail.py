"""E-mails and pages saved as one file."""

from __future__ import annotations

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
    assert version.text == TEXT
    assert (version.title, version.author) == ("Fähre auf Grund", "Ola Nygaard <ola@post.example>")
    assert version.published == "2024-05-14T21:40:00+02:00"
    assert version.guessed == ()


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

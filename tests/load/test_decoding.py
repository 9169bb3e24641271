"""Bytes of any encoding become a text that no later stage stumbles over, and the guess is said."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import SettingsError
from compare.load.decoding import decode, neutral

ENGLISH = "The café’s owner said: “We won’t reopen” – not this year."
RUSSIAN = "Владелец кафе сказал, что в этом году оно больше не откроется, и закрыл дверь."
JAPANESE = "店の主人は、今年はもう開かないと言って、ドアを閉めた。"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_western_text_is_read_in_every_encoding(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)).text == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp")]
)
def test_other_scripts_are_recognised(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert "not UTF-8: read as" in decoded.warnings[0]


def test_utf8_with_or_without_its_mark_needs_no_warning() -> None:
    for data in (ENGLISH.encode(), codecs.BOM_UTF8 + ENGLISH.encode(), ENGLISH.encode("utf-16")):
        assert decode(data).warnings == ()


def test_the_encoding_that_a_file_declares_is_believed_if_it_fits() -> None:
    assert decode(RUSSIAN.encode("cp1251"), declared="windows-1251").text == RUSSIAN
    assert decode(RUSSIAN.encode("cp1251"), declared="windows-1251").warnings == ()
    assert decode(RUSSIAN.encode("utf-8"), declared="windows-1251").text == RUSSIAN
    assert decode(ENGLISH.encode("cp1252"), declared="no-such-encoding").text == ENGLISH


def test_the_users_word_comes_first_and_what_does_not_fit_is_said() -> None:
    decoded = decode(ENGLISH.encode("cp1252"), encoding="utf-8")
    assert "\ufffd" in decoded.text
    assert "are not utf-8" in decoded.warnings[0]
    assert decode(RUSSIAN.encode("koi8-r"), encoding="koi8-r").text == RUSSIAN


def test_an_unknown_encoding_is_named() -> None:
    with pytest.raises(SettingsError, match="encoding 'klingon'"):
        decode(b"text", encoding="klingon")


def test_a_stray_byte_does_not_spoil_a_utf8_file() -> None:
    decoded = decode(ENGLISH.encode() * 5 + b"caf\xe9")
    assert decoded.text == ENGLISH * 5 + "café"
    assert "damaged UTF-8" in decoded.warnings[0]


def test_mojibake_is_repaired_with_a_warning() -> None:
    right = "The café’s owner – “Mr Ä” to all – left."
    decoded = decode(("Nothing wrong here.\n" + right.encode().decode("cp1252", "replace")).encode())
    assert decoded.text.startswith("Nothing wrong here.\nThe café’s owner – “Mr Ä")
    assert decoded.warnings == ("wrongly decoded characters (mojibake) repaired in 1 line",)


def test_curly_quotation_marks_and_ligatures_are_left_alone() -> None:
    text = "“L’ﬁn” – ’tis ½ of Ã, ＡＢ"
    assert decode(text.encode()).text == text


def test_what_would_break_or_falsify_a_report_is_taken_out() -> None:
    assert neutral("a\x00b\x1b[31m\r\nc\rd\u202eevil\u2069\ufeff\ud800\uffff\u2028e") == "ab[31m\nc\ndevil\ufffd\ufffd\ne"
    assert neutral("‘joined\u200d\u200c’ \u00ad") == "‘joined\u200d\u200c’ \u00ad"


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_that_can_be_written(data: bytes) -> None:
    text = decode(data).text
    text.encode("utf-8")
    assert not set(text) & set("\x00\x0b\x1f\u202e\r\ufeff")


PRINTED = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"))


@given(st.text(alphabet=PRINTED, max_size=200))
def test_utf8_is_read_as_written(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text or "mojibake" in decoded.warnings[0]


@pytest.mark.parametrize("unit", [b"\xc3\xa9", b"\xe9 ", b"\x00", "Ã©".encode(), b"\xff", b"a\xe9"])
def test_a_megabyte_is_decoded_as_its_beginning_is(unit: bytes) -> None:
    part, whole = decode(unit * 500), decode(unit * (1_000_000 // len(unit)))
    assert whole.encoding == part.encoding
    assert whole.text.startswith(part.text)

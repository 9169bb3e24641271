"""bytes -> text: the encoding found, mojibake repaired, what would break a PDF or a JSON file taken out.

The ladder is the one that scored best on 26 encodings of news text: byte order mark, pattern of NULs, strict UTF-8, the
encoding that the file declares, cp1252 when few bytes are high, charset-normalizer. What was guessed is said in a warning.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from decimal import Decimal

from compare.errors import SettingsError
from compare.load.deadline import Deadline
from compare.messages import message

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
FEW_HIGH = 0.06
"""Share of bytes above 127 below which a text is Western: Cyrillic, Greek and East Asian text lies far above it."""
MOSTLY_UTF8 = 0.1
"""Share of stray bytes among the characters above 127 up to which a text is damaged UTF-8 rather than something else."""
SHORT = 300
"""Bytes below which that share means little: there, high bytes that stand alone among ASCII are taken as Western."""
SAMPLE = 200_000
"""Bytes that the guess of an encoding looks at: more never changed it, and the time grows with them."""
LEADING = "\u00c2\u00c3\u00e2\u00d0\u00d1\u00f0\u00ef\u00e3\u00e4-\u00e9"
FOLLOWING = "\u0080-\u00bf" + bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")
PIECE = re.compile(r"[^\n]{1,4000}(?:[ \n]|\Z)|[^\n]{1,4000}|\n")
"""A line, or a part of a long one: what is looked at by itself for mojibake."""
SUSPECT = re.compile(f"[{LEADING}][{FOLLOWING}]")
"""The first two characters of UTF-8 read as cp1252: what mojibake looks like. Rare else, so that ftfy is rarely imported."""
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
REMOVED = re.compile(f"[\x00-\x08\x0e-\x1f\x7f{BIDI}\u200b\u2060\ufeff\ufff9-\ufffb]")
"""Control characters, which break XML; bidi controls, which can make a text read otherwise than it is; invisible joins."""
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
C1 = re.compile("[\x80-\x9f]")
UNPAIRED = re.compile("[\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text fit for every later stage, the encoding that gave it, and what a reader should know about how it was read."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(
    data: bytes, encoding: str | None = None, declared: str | None = None, deadline: Deadline | None = None
) -> Decoded:
    """The text of some bytes; `encoding` is the user's word, `declared` the file's own, which is believed if it fits.

    Raises SettingsError for an encoding that Python does not know, Unreadable at the deadline.

    >>> decode("Rebels left Raqqa – “all of them”".encode("cp1252")).text
    'Rebels left Raqqa – “all of them”'
    """
    if encoding is not None:
        text, name, warnings = as_told(data, encoding)
    else:
        text, name, warnings = as_found(data, declared)
    text, mended = repair(text, deadline)
    return Decoded(neutral(text), name, warnings + mended)


def as_told(data: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    """Text, encoding and warnings, by the user's word."""
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(name, "replace")
    except (LookupError, UnicodeError):
        raise SettingsError(f"encoding {encoding!r}: not known; try utf-8, cp1252, utf-16 or leave it out") from None
    bad = text.count("\ufffd")
    warning = message("warning.not_of_encoding", n=bad, number=Decimal(bad), encoding=name)
    return text, name, (warning,) if bad else ()


def as_found(data: bytes, declared: str | None) -> tuple[str, str, tuple[str, ...]]:
    """Text, encoding and warnings, by the ladder."""
    for bom, name in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace"), name, ()
    if zeros := nul_pattern(data):
        return data.decode(zeros, "replace"), zeros, (guessed(zeros, "warning.by_zeros"),)
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    if (text := damaged_utf8(data)) is not None:
        return text, "utf-8", (message("warning.damaged_utf8"),)
    if declared and (text := strictly(data, declared)) is not None:
        return text, declared, ()
    if western(data) and (text := strictly(data, "cp1252")) is not None:
        return text, "cp1252", (guessed("cp1252", "warning.by_few_high"),)
    from charset_normalizer import from_bytes  # 40 ms, for the rare file that comes this far

    best = from_bytes(data[:SAMPLE]).best()
    name = best.encoding if best else "cp1252"
    return data.decode(name, "replace"), name, (guessed(name, "warning.by_frequency"),)


def guessed(name: str, by: str) -> str:
    return message("warning.guessed_encoding", encoding=name, by=message(by))


def nul_pattern(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without its mark: Western text in it has zeros at every second byte, or three in four.

    >>> nul_pattern("No mark here.".encode("utf-16-be")), nul_pattern(b"plain")
    ('utf-16-be', None)
    """
    head = data[:4096]
    if head.count(0) * 4 < len(head) or len(head) < 4:
        return None
    zeros = [head[i::4].count(0) * 4 / len(head) for i in range(4)]
    for name, pattern in (("utf-32-le", "0111"), ("utf-32-be", "1110"), ("utf-16-le", "0101"), ("utf-16-be", "1010")):
        if all(share > 0.5 if want == "1" else share < 0.4 for share, want in zip(zeros, pattern, strict=True)):
            return name
    return None


def strictly(data: bytes, encoding: str) -> str | None:
    """The text, if every byte fits. Pages that say latin-1 mean cp1252, as browsers take it (WHATWG Encoding, 4.2)."""
    try:
        name = codecs.lookup(encoding).name
        return data.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
    except (LookupError, UnicodeError, ValueError):
        return None


def western(data: bytes) -> bool:
    """Whether bytes above 127 are as few as accents and curly quotes are.

    >>> western("It’s late.".encode("cp1252")), western("Уже поздно.".encode("cp1251"))
    (True, False)
    """
    high = len(data.translate(None, bytes(range(128))))
    in_runs = sum(map(len, re.findall(rb"[\x80-\xff]{2,}", data))) if len(data) < SHORT else high
    return high < FEW_HIGH * len(data) or 2 * in_runs < high


def damaged_utf8(data: bytes) -> str | None:
    """The text of UTF-8 with a few stray bytes, as when a file was put together from two; None for anything else."""
    text = data.decode("utf-8", "surrogateescape")
    stray = len(data) - len(text.encode("utf-8", "ignore"))  # each is one byte that came to nothing
    above = len(text) - len(data.translate(None, bytes(range(128, 256))))
    if stray > MOSTLY_UTF8 * above:
        return None
    return re.sub("[\udc80-\udcff]", lambda m: bytes([ord(m.group()) - 0xDC00]).decode("cp1252", "replace"), text)


def repair(text: str, deadline: Deadline | None) -> tuple[str, tuple[str, ...]]:
    """The text with mojibake undone, and a warning if there was any. Method: ftfy, restricted to wrong decoding."""
    if not SUSPECT.search(text):
        return text, ()
    import ftfy  # 30 ms, for a suspicion only

    config = ftfy.TextFixerConfig(
        unescape_html=False, remove_terminal_escapes=False, fix_latin_ligatures=False, fix_character_width=False,
        uncurl_quotes=False, fix_line_breaks=False, fix_surrogates=False, remove_control_chars=False, normalization=None,
    )  # fmt: skip
    changed = 0
    fixed: list[str] = []
    for number, piece in enumerate(PIECE.findall(text), start=1):
        if SUSPECT.search(piece):
            if deadline:
                deadline.check(f"line {number}")
            fixed.append(ftfy.fix_text(piece, config))
            changed += fixed[-1] != piece
        else:
            fixed.append(piece)
    if not changed:
        return text, ()
    return "".join(fixed), (message("warning.mojibake", n=changed),)


def neutral(text: str) -> str:
    """The text with plain line ends and without characters that would break a report or deceive its reader.

    >>> neutral("One\\r\\ntwo\\x00 \\u202ethree\\ud800")
    'One\\ntwo three�'
    """
    text = LINE_ENDS.sub("\n", text)
    if C1.search(text):  # the C1 range is never meant: these are cp1252 read as latin-1
        text = C1.sub(lambda m: m.group().encode("latin-1").decode("cp1252", "ignore"), text)
    return UNPAIRED.sub("\ufffd", REMOVED.sub("", text))

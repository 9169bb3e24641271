"""Numbers that the page itself bears: phones, addresses of the web, items, paragraphs, footnotes, clauses, counters."""

from __future__ import annotations

from compare.quantities.counted import is_country, is_plural
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon
from compare.quantities.numbers import Numeral

REACH = 12
"""Lexemes to either side in which the groups of one phone number are looked for."""
LAST_YEAR = 2100
NOTED = (".", ")", "\u201d", '"')
"""Marks behind which the number of a note stands alone at the end of a line."""


def in_text_furniture(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether the number counts the text's own parts: items, paragraphs, footnotes, clauses of a law."""
    return (
        list_number(line, numeral) or alone_in_parentheses(line, numeral) or clause_of_law(line, numeral)
        or paragraph_number(line, numeral, lexicon)
        or footnote_mark(line, numeral, lexicon) or note_behind_date(line, numeral, lexicon)
    )  # fmt: skip


def clause_of_law(line: Line, numeral: Numeral) -> bool:
    """89(4), 310 (6), 107(1)(b): a number with a number or one letter in brackets behind it."""
    j = numeral.end
    inner = line[j + 1]
    clause = inner.kind == "number" or (inner.kind == "word" and len(inner.text) == 1)
    return clause and line[j].text == "(" and line[j + 2].text == ")"


def paragraph_number(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """The number before a paragraph that has no full stop of its own: "7 The panel will report", "1 .It".

    It stands where a sentence or a line starts, and the first word of a sentence follows, which no number can count.
    """
    j = numeral.end + (line[numeral.end].text == "\n")
    x, after, behind = line[numeral.start], line[j], line[j + 1]
    if numeral.end != numeral.start + 1 or not x.text.isdigit() or len(x.text) > 3:
        return False
    if after.text == "." and not after.glued and behind.glued and behind.kind == "word":
        return True
    opens = line[numeral.start - 1].text in (")", "]", '"', "\u201d") or line.ends_sentence(numeral.start - 1)
    if is_country(line, j, lexicon.nouns):
        return False  # 13 US troops died
    return opens and after.kind == "word" and after.text[0].isupper() and after.low in lexicon.nouns.stops | lexicon.nouns.verbs


def footnote_mark(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """A lone digit behind a plural, with nothing behind it: "small deposits 1 ."."""
    x, before, after = line[numeral.start], line[numeral.start - 1], line[numeral.end]
    if numeral.end != numeral.start + 1 or not x.text.isdigit() or len(x.text) > 2 or before.kind != "word":
        return False
    counts = before.low in lexicon.nouns.collectives | lexicon.nouns.verbs | lexicon.nouns.stops  # gunmen killed 11
    return is_plural(before.low, lexicon.nouns) and not counts and after.text in ("", "\n", ".", ",", ";", ")")


def note_behind_date(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """A small number behind a year, or behind a full stop at a line's end, counting nothing: "May 2020 1 , for", "guilty. 12"."""
    x, before, after = line[numeral.start], line[numeral.start - 1], line[numeral.end]
    if numeral.end != numeral.start + 1 or not x.text.isdigit() or len(x.text) > 2 or x.glued:
        return False
    dated = before.kind == "number" and len(before.text) == 4 and before.text[:2] in ("19", "20")
    alone = before.text in NOTED and after.text in ("", "\n")
    alone = alone or (before.text == ")" and after.low in lexicon.nouns.stops and after.low not in lexicon.words["of"])
    return (dated and after.kind == "mark") or alone


def in_phone_or_code(line: Line, numeral: Numeral) -> bool:
    """Several groups of digits in a row: +44 20 7946 0018, 1-800-555-0134, 978-3-16."""
    here = numeral.start
    i = j = here
    while i > here - REACH and tied(line, i - 2):
        i -= 2
    while j < here + REACH and tied(line, j):
        j += 2
    grouped = "," in line[i].text or "," in line[j].text  # 3,000-5,000 men
    local = j - i == 2 and len(line[i].text) >= 3 and len(line[j].text) >= 4 and not grouped  # 555-0134
    if j - i >= 4 or (local and int(digits(line[j].text)) > LAST_YEAR):
        return True
    i = j = here
    while line[i - 1].kind == "number" and i > here - REACH:
        i -= 1
    while line[j + 1].kind == "number" and j < here + REACH:
        j += 1
    groups = j - i == 1 and min(len(line[i].text), len(line[j].text)) >= 4 and line.text[line[i].end : line[j].start] == " "
    return j - i >= 2 or groups or (line[i - 1].text == "+" and len(line[i].text) > 6 and line[i].text.isdigit())


def tied(line: Line, i: int) -> bool:
    """Whether a hyphen ties the numeral at lexeme i to the next one."""
    hyphen, after = line[i + 1], line[i + 2]
    return line[i].kind == after.kind == "number" and hyphen.text == "-" and hyphen.glued and after.glued


def digits(text: str) -> str:
    """The digits of a numeral, at most as many as a phone number has."""
    return "".join(c for c in text if c.isdigit())[:15] or "0"


def in_address(line: Line, numeral: Numeral) -> bool:
    """Inside an address of the web, a path or a version number."""
    first, after = line[numeral.start], line[numeral.end]
    if first.text.count(".") > 1 or first.text.count(":") or first.text.count("/") > 1:
        return True
    if first.glued and line[numeral.start - 1].text in ("/", "?", "=", "_", "|"):
        return True
    behind = line[numeral.end + 1]
    return after.glued and after.text in ("/", "_", "@") and behind.glued and behind.kind == "number"


def furniture(line: Line, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Counters of a web page: "5 min read", "Share 128 |", "Page 4 of 12"."""
    behind = (line.phrase(numeral.end, numeral.end + 2), line.phrase(numeral.end, numeral.end + 3))
    if not lexicon.words["reading_time"].isdisjoint(behind):
        return True
    before = [line[k] for k in range(numeral.start - 3, numeral.start)]
    opened = "(" in (before[2].text, before[0].text if before[2].text == "," else "")
    if opened and line[numeral.end + 1].text == ")" and line[numeral.end].text.upper() in lexicon.words["file_sizes"]:
        return True  # (189KB), (PDF, 0.1 MB)
    if before[0].low in lexicon.words["pages"] and before[1].kind == "number" and before[2].low in lexicon.words["of"]:
        return True
    return line[numeral.end].text == "|" and line[numeral.start - 1].kind == "word" and line.ends_sentence(numeral.start - 2)


def list_number(line: Line, numeral: Numeral) -> bool:
    """The number of an item or section at the start of a line: "3. Police", "2) A"."""
    i, j = numeral.start, numeral.end
    if line[i - 1].text not in ("", "\n", "(") or j != i + 1 or not line[i].text.isdigit() or len(line[i].text) > 3:
        return False
    return line[j].text in (".", ")", ":") and line[j].glued and not line[j + 1].glued


def alone_in_parentheses(line: Line, numeral: Numeral) -> bool:
    """(17): a footnote, a counter, an abbreviation's number."""
    return line[numeral.start - 1].text in ("(", "[") and line[numeral.end].text in (")", "]")

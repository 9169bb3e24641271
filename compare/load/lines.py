"""A file of any size -> its lines, with a bound on the memory that one row may take."""

from __future__ import annotations

from typing import IO, AnyStr, Generic

from compare.load.inputs import Unreadable

ENDS = ("\n", "\r", b"\n")


class Lines(Generic[AnyStr]):
    """The lines of an open file, with their ends; where `quote` is given, a row ends at the first line's end outside of quotes.

    An iterator, and no generator: it goes on behind a row that was too long.
    """

    def __init__(self, file: IO[AnyStr], most: int, quote: AnyStr | None = None) -> None:
        self.file: IO[AnyStr] = file
        self.most = most
        self.quote: AnyStr | None = quote
        self.quotes = 0
        self.number = 0
        """Of the line given last, from 1."""
        self.taken = 0
        """Length of the row so far, in bytes or characters of the file."""
        self.ended = False

    def __iter__(self) -> Lines[AnyStr]:
        return self

    def begin(self) -> int:
        """Starts a row; gives the number of its first line."""
        self.taken = self.quotes = 0
        return self.number + 1

    def __next__(self) -> AnyStr:
        """The next line. Raises Unreadable if the row is longer than it may be; what is left of that row is passed over."""
        line = self.read(self.most + 1)
        self.ended = not line
        if self.ended:
            raise StopIteration
        self.number += 1
        self.taken += len(line)
        if self.taken <= self.most:
            return line
        while line and (line[-1:] not in ENDS or self.quotes % 2):
            begins = line[-1:] in ENDS
            line = self.read(self.most)
            self.number += begins and bool(line)
        instead = "close its quotation mark" if self.quotes % 2 else "cut it down, or raise max_bytes"
        raise Unreadable(f"more than {self.most:,} bytes in one row; {instead}")

    def read(self, most: int) -> AnyStr:
        """The next line, or its first part."""
        line = self.file.readline(most)
        if self.quote:
            self.quotes += line.count(self.quote)
        return line


def span(what: str, first: int, last: int) -> str:
    """What to call a part of a file.

    >>> span("line", 7, 7), span("row", 3, 40)
    ('line 7', 'rows 3 to 40')
    """
    return f"{what} {first}" if last <= first else f"{what}s {first} to {last}"

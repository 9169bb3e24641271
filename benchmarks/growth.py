"""How the time of reading odd lines grows with their length: 10 is in proportion, 100 the square.

`python -m benchmarks.growth` prints, for each reader, its slowest line: the CPU time of a line ten times as long beside
that of the line, the fastest of three runs each, in one process. Tests read such lines, too, but no clock.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from compare.load.decoding import decode
from compare.load.story_header import with_header
from compare.model import Version
from compare.quantities import extract_quantities
from compare.split import split_sentences
from compare.tokens import tokenize

LINES = (
    "a", "a ", "a. ", "A. ", "... ", '"', '". ', "“Go?” Lee ", "** a ", "\n", "\r ", "a@", "https://a", "   ", "• a",
    "1) A 2) B ", "(", "U.S.", "7", "7 ", "7-", "1,", "1.", "$", "at least ", "half a ", "2 to 3 hundred ",
    "1 per 100 ", "May 1 ", "By Aa ", "AA ", "\u200b", "字", "é",
)  # fmt: skip
LENGTH = 10_000
RUNS = 3


def seconds(read: Callable[[str], object], line: str) -> float:
    """CPU of the fastest run."""

    def once() -> float:
        start = time.process_time()
        read(line)
        return time.process_time() - start

    return min(once() for _ in range(RUNS))


def growth(read: Callable[[str], object], unit: str) -> tuple[float, float]:
    """The ratio, and CPU seconds of the longer line, 100,000 characters."""
    line = unit * (LENGTH // len(unit))
    longer = seconds(read, line * 10)
    return longer / seconds(read, line), longer


READERS: dict[str, Callable[[str], object]] = {
    "decode": lambda line: decode(line.encode()),
    "story header": lambda line: with_header(Version(text=line)),
    "split": split_sentences,
    "tokenize": tokenize,
    "quantities, English": extract_quantities,
    "quantities, German": lambda line: extract_quantities(line, language="de"),
}


def main() -> None:
    print("| reader | fastest growing line | ten times the length takes | CPU s of 100,000 characters |\n|---|---|---|---|")
    for name, read in READERS.items():
        read("12 men came.")  # word lists are read once
        ratio, longer, unit = max((*growth(read, unit), unit) for unit in LINES)
        print(f"| {name} | `{unit!r}` | {ratio:.1f} | {longer:.2f} |")


if __name__ == "__main__":
    main()

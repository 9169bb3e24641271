"""How the time of reading odd lines grows with their length: 10 is in proportion, 100 the square.

`python -m benchmarks.growth` prints, for each reader, its slowest line: the CPU time of a line ten times as long beside
that of the line, the fastest of three runs each, in one process. Tests read such lines, too, but no clock.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from compare import Version, compare_versions
from compare.load.decoding import decode
from compare.load.story_header import with_header
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
SENTENCES = 750, 3_000
VOCABULARY = 1_500


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


def of_one_word(seed: int, count: int) -> Version:
    """Sentences of one word, in a vocabulary that all versions share."""
    chance = random.Random(seed)
    return Version(label=f"version {seed}", sentences=tuple(f"W{chance.randrange(VOCABULARY)}x." for _ in range(count)))


def comparing(count: int) -> float:
    """CPU of a comparison of two versions of so many sentences."""
    versions = [of_one_word(seed, count) for seed in (1, 2)]
    start = time.process_time()
    compare_versions(versions)
    return time.process_time() - start


def main() -> None:
    print("| reader | fastest growing line | ten times the length takes | CPU s of 100,000 characters |\n|---|---|---|---|")
    for name, read in READERS.items():
        read("12 men came.")  # word lists are read once
        ratio, longer, unit = max((*growth(read, unit), unit) for unit in LINES)
        print(f"| {name} | `{unit!r}` | {ratio:.1f} | {longer:.2f} |")
    comparing(20)
    few, many = map(comparing, SENTENCES)
    print(f"\nTwo versions of {SENTENCES[1]} sentences of one word take {many / few:.1f} times as long as of {SENTENCES[0]}.")


if __name__ == "__main__":
    main()

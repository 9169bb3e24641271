"""Speed and values of the reading of figures beside quantulum3, in one run: python -m benchmarks.quantities FILE

FILE holds a sentence a line: JSON with a `text`, and with `quantities` (each with a `value` of two ends) where it is labelled.
One row for each tool: sentences a second of processor time, the best of three runs, and F1 of the values in per cent. Dates,
times, results and ordinals are left out, as the labels have none. quantulum3 is no dependency; without it there is one row.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from compare.quantities import extract_quantities

RUNS = 3
NO_VALUES = ("date", "time", "score", "ordinal")


@dataclass(frozen=True, slots=True)
class Ends:
    """Lower and upper end of a value."""

    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its labelled values, lower and upper end; None where nobody labelled it."""

    text: str
    values: tuple[Ends, ...] | None


Reader = Callable[[str], list[Ends]]


def read_sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labelled = row.get("quantities")
        yield Sentence(row["text"], None if labelled is None else tuple(Ends(*map(float, q["value"])) for q in labelled))


def ours(text: str) -> list[Ends]:
    """The values that this product reads; the open end of a bound counts as its other end."""
    out = []
    for q in extract_quantities(text):
        ends = [float(x) for x in (q.lower, q.upper) if x is not None]
        if ends and q.kind not in NO_VALUES:
            out.append(Ends(ends[0], ends[-1]))
    return out


def quantulum3() -> Reader | None:
    """The reader of quantulum3, or None where it is not installed."""
    if importlib.util.find_spec("quantulum3") is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says that its classifier is not installed
        parse = importlib.import_module("quantulum3.parser").parse

    def read(text: str) -> list[Ends]:
        return [Ends(q.value - (q.uncertainty or 0), q.value + (q.uncertainty or 0)) for q in parse(text)]

    return read


def speed(reader: Reader, sentences: list[Sentence]) -> float:
    """Sentences a second of processor time."""
    reader(sentences[0].text)  # word lists are read once
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        for sentence in sentences:
            reader(sentence.text)
        best = min(best, time.process_time() - start)
    return len(sentences) / max(best, 1e-9)


def value_f1(reader: Reader, sentences: list[Sentence]) -> float | None:
    """F1 of the values, each label met once; None where nothing is labelled."""
    labelled = read = right = 0
    for sentence in sentences:
        if sentence.values is None:
            continue
        wanted, got = Counter(sentence.values), Counter(reader(sentence.text))
        labelled, read, right = labelled + wanted.total(), read + got.total(), right + (wanted & got).total()
    return 2 * right / (labelled + read) if labelled else None


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    sentences = list(read_sentences(parser.parse_args().file))
    if not sentences:
        sys.exit("no sentences in the file")
    peer = quantulum3()
    tools = {"storycompare": ours} | ({"quantulum3": peer} if peer else {})
    slowest = None
    for name, reader in reversed(tools.items()):
        rate, f1 = speed(reader, sentences), value_f1(reader, sentences)
        slowest = slowest or rate
        print(f"{name:14}{rate:10.0f} sentences/s {rate / slowest:6.1f}x   values F1 {'-' if f1 is None else f'{100 * f1:.1f}'}")
    if peer is None:
        print("quantulum3 is not installed: pip install quantulum3 in this environment to see it beside.")


if __name__ == "__main__":
    main()

"""One edit in an article, and whether the report tells it: the share of edits of each kind that some finding above low shows.

`python -m benchmarks.edits STORIES.jsonl [--articles N] [--seed N] [--missed]` takes the first version of each story, makes one
edit of every kind that it has a place for, and compares the two. An edit now and then makes nonsense ("40 September"), or
changes a word that does not matter, so that the last percent cannot be reached.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from compare import Version, compare_versions

LEAST, MOST = 12, 45
"""Sentences of an article that is taken."""
SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
QUOTE = re.compile(r"[“\"]([^”\"]{25,200})[”\"]")
WORDS = {"two": "four", "three": "five", "four": "seven", "five": "nine", "six": "eight", "seven": "three", "eight": "six",
         "nine": "six"}  # fmt: skip
OTHER = {"million": "billion", "billion": "million", "before": "after", "after": "before"}
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July August September October November December".split()
SMALL = "|".join(WORDS)

Change = Callable[[re.Match[str], random.Random], str]


@dataclass(frozen=True, slots=True)
class Edit:
    """A kind of edit: where it can be made, and what stands there then."""

    kind: str
    place: re.Pattern[str]
    change: Change
    quoted: bool = True
    """May it be made in a sentence with a quotation, or with a negation?"""


EDITS = (
    Edit("not added", re.compile(r"\b(was|were|has|have|had|will|is|are|would)\b"), lambda m, _: f"{m[0]} not", quoted=False),
    Edit("not removed", re.compile(r" (?:not|never) "), lambda m, _: " "),
    Edit("number", re.compile(r"\b(\d{2,3})\b(?![,.]\d|/)"), lambda m, r: str(int(m[0]) + r.choice((1, 7, 20)))),
    Edit("number in words", re.compile(rf"\b(?:{SMALL})\b"), lambda m, _: WORDS[m[0]]),
    Edit("none of them", re.compile(rf"\b(?:{SMALL})\b(?= [a-z]+s\b)"), lambda m, _: "no"),
    Edit("million, billion", re.compile(r"(?<=\d )(?:million|billion)\b"), lambda m, _: OTHER[m[0]]),
    Edit("weekday", re.compile(rf"\b(?:{'|'.join(DAYS)})\b"), lambda m, r: r.choice([d for d in DAYS if d != m[0]])),
    Edit("month", re.compile(rf"\b(?:{'|'.join(MONTHS)})\b"), lambda m, r: r.choice([d for d in MONTHS if d != m[0]])),
    Edit("hedge removed", re.compile(r"\b(?:allegedly|reportedly|apparently|possibly|probably|suspected) "), lambda m, _: ""),
    Edit("may, will", re.compile(r"\b(?:may|might|could)\b (?=[a-z])(?!not)"), lambda m, _: "will "),
    Edit("before, after", re.compile(r"\b(?:before|after)\b"), lambda m, _: OTHER[m[0]], quoted=False),
    Edit("word of a quotation", QUOTE, lambda m, r: altered(m[0], r, "terrible")),
    Edit("word cut from a quotation", QUOTE, lambda m, r: altered(m[0], r, "")),
)


def altered(quotation: str, chance: random.Random, word: str) -> str:
    """A quotation with one of its longer words replaced, or cut; as it is where it has none."""
    words = quotation.split(" ")
    inner = [k for k in range(1, len(words) - 1) if len(words[k]) > len("small") and words[k].isalpha()]
    if not inner:
        return quotation
    k = chance.choice(inner)
    return " ".join([*words[:k], *([word] if word else []), *words[k + 1 :]])


@dataclass(slots=True)
class Tally:
    """How many edits of a kind were told."""

    made: int = 0
    told: int = 0
    missed: list[str] = field(default_factory=list)


def articles(path: Path, chance: random.Random) -> list[tuple[str, ...]]:
    """The sentences of the first version of each story, in an order by chance."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        version = json.loads(line)["versions"][0]
        sentences = version.get("sentences") or SENTENCE_END.split(version.get("text") or "")
        if LEAST <= len(sentences) <= MOST:
            out.append(tuple(sentences))
    chance.shuffle(out)
    return out


def edited(sentences: Sequence[str], edit: Edit, chance: random.Random) -> Iterator[tuple[int, str]]:
    """The sentences in which the edit can be made, each with what it is then."""
    for number, sentence in enumerate(sentences):
        plain = not re.search(r"[“\"]|n't|n’t| not ", sentence)
        if (edit.quoted or plain) and (found := edit.place.search(sentence)):
            changed = sentence[: found.start()] + edit.change(found, chance) + sentence[found.end() :]
            if changed != sentence:
                yield number, changed


def is_told(before: Sequence[str], after: Sequence[str]) -> bool:
    report = compare_versions([Version(label="before", sentences=tuple(before)), Version(label="after", sentences=tuple(after))])
    return any(f["severity"] != "low" for f in report.to_dict()["findings"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--missed", action="store_true", help="print the edits that were not told")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    tallies: dict[str, Tally] = defaultdict(Tally)
    for sentences in articles(asked.stories, chance)[: asked.articles]:
        for edit in EDITS:
            if places := list(edited(sentences, edit, chance)):
                number, changed = chance.choice(places)
                tally = tallies[edit.kind]
                tally.made += 1
                if is_told(sentences, (*sentences[:number], changed, *sentences[number + 1 :])):
                    tally.told += 1
                else:
                    tally.missed.append(f"{sentences[number]}\n    {changed}")
    print("| edit | made | told above low |\n|---|---|---|")
    for kind, tally in tallies.items():
        print(f"| {kind} | {tally.made} | {100 * tally.told / tally.made:.0f}% |")
    if asked.missed:
        for kind, tally in tallies.items():
            print("".join(f"\n{kind}: {pair}" for pair in tally.missed))


if __name__ == "__main__":
    main()

"""Reads the labelled sets of sentence alignment, for fit_alignment.py and alignment.py; the data stay outside the repository."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from compare.annotate import annotate
from compare.clean import clean
from compare.model import AnnotatedDocument, Version
from compare.settings import Settings

SETS = ("argrewrite", "argmoves", "porsimples", "deplain", "ecbx", "crossnews")
SPLITS = ("train", "dev")
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two texts as sentences, and which of these tell the same (`full`), share something (`partial`), or nobody is sure."""

    set: str
    split: str
    id: str
    group: str
    """Pairs of one group share a story, a writer or a topic."""
    a: tuple[str, ...]
    b: tuple[str, ...]
    full: frozenset[Cell]
    partial: frozenset[Cell]
    unsure: frozenset[Cell]


def read_sets(data: Path, splits: Sequence[str] = SPLITS) -> Iterator[Labelled]:
    """All labelled pairs under a folder with a folder for each set."""
    stories: dict[str, list[dict[str, str]]] = {}
    for path in sorted((data / "stories" / "cross_outlet").glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            stories.update((story["story_id"], story["versions"]) for story in map(json.loads, lines))
    for name in SETS:
        for split in splits:
            path = data / name / f"{split}.jsonl"
            if not path.is_file():
                continue
            with path.open(encoding="utf-8") as lines:
                for row in map(json.loads, lines):
                    if name == "crossnews":
                        for side in "ab":
                            text = stories[row["story_id"]][row[f"{side}_version"]]["text"]
                            row[side] = [text[start:end] for start, end in row[f"{side}_spans"]]
                        row["id"], row["group"] = row["pair_id"], row["story_id"]
                    kinds = {(link[0], link[1]): link[2] for link in row["links"]}
                    unsure = frozenset((x[0], x[1]) for x in (*(row.get("ignore") or ()), *(row.get("soft_full") or ())))
                    full = frozenset(cell for cell, kind in kinds.items() if kind != "partial") - unsure
                    group = f"{name.replace('argmoves', 'argrewrite')}-{row.get('group') or row['id']}"
                    yield Labelled(name, split, row["id"], group, tuple(row["a"]), tuple(row["b"]), full,
                                   frozenset(kinds) - full - unsure, unsure)  # fmt: skip


def document(letter: str, sentences: Sequence[str]) -> AnnotatedDocument:
    """The sentences as a version of a story, with all that the alignment reads in them."""
    return annotate(clean(Version(label=letter, sentences=tuple(sentences)), letter, letter, Settings()))

"""Invented stories of any size, for measuring: a seed gives the same story, versions differ as rewrites do."""

from __future__ import annotations

import random
from collections.abc import Sequence

PLACES = "Marrow Hill,Port Senna,Lenk,Valdora,Easter Quay,Tolland,Brae Cross,Nordhaven".split(",")
PEOPLE = "Marta Huber,Owen Tasker,Ines Carrow,Tom Adeyemi,Ruth Valk,Jonas Peel,Leila Sand,Mark Orrin".split(",")
ROLES = "the regional governor,a police spokesman,the harbour master,a union official,the head of the clinic".split(",")
THINGS = "homes,vehicles,passengers,workers,pupils,residents,boats,trucks".split(",")
EVENTS = "a landslide,the flood,a power cut,the strike,the evacuation,a warehouse fire,the storm".split(",")
VERBS = "closed,damaged,cut off,delayed,emptied,surrounded".split(",")
HEDGES = ["", "about ", "almost ", "more than ", "at least "]
PATTERNS = (
    "{event} {verb} {place} on {day}, and {hedge}{number} {thing} were affected, officials said.",
    "“We counted {number} {thing} before noon,” said {person}, {role}.",
    "{person} told reporters that the work in {place} would cost ${money} million.",
    "In {place}, {hedge}{number} {thing} waited for {hours} hours near the southern gate.",
    "The council denied that warnings about {event} had been ignored.",
    "{role} said the road to {place} might open again by {day}.",
    "Schools in {place} stayed shut, and {number} {thing} were moved to a hall {distance} kilometres away.",
    "It was the third time since {year} that {event} {verb} the town.",
    "Volunteers from {place} brought soup, blankets and lamps to the {thing}.",
    "“Nobody told us anything,” {person} said outside the town hall in {place}.",
)
DAYS = "Monday,Tuesday,Wednesday,Thursday,Friday".split(",")


def story(seed: int, sentences: int) -> list[str]:
    """That many sentences of news prose about nothing."""
    chance = random.Random(seed)
    out = []
    for _ in range(sentences):
        text = chance.choice(PATTERNS).format(
            event=chance.choice(EVENTS),
            verb=chance.choice(VERBS),
            place=chance.choice(PLACES),
            day=chance.choice(DAYS),
            hedge=chance.choice(HEDGES),
            number=chance.randint(13, 4000),
            thing=chance.choice(THINGS),
            person=chance.choice(PEOPLE),
            role=chance.choice(ROLES),
            money=chance.randint(2, 90),
            hours=chance.randint(2, 30),
            distance=chance.randint(2, 60),
            year=chance.randint(1960, 2015),
        )
        out.append(text[0].upper() + text[1:])
    return out


def rewritten(original: Sequence[str], seed: int, changed: float = 0.4) -> list[str]:
    """Another version: some sentences are dropped, some get new figures or words, a few are new, one block moves."""
    chance = random.Random(seed)
    out = []
    for sentence in original:
        fate = chance.random()
        if fate < changed * 0.2:
            continue
        if fate < changed * 0.6:
            words = sentence.split(" ")
            at = chance.randrange(len(words))
            words[at] = str(chance.randint(13, 4000)) if words[at].isdigit() else words[at]
            sentence = " ".join(words).replace(" said", " told the paper").replace("about ", "some ")
        elif fate < changed:
            out += story(chance.randrange(10**6), 1)
        out.append(sentence)
    third = max(1, len(out) // 3)
    return out[third : third + 2] + out[:third] + out[third + 2 :] if len(out) > 6 and chance.random() < 0.5 else out


def versions(seed: int, count: int, sentences: int) -> list[str]:
    """Texts of some versions of one story, a sentence a line."""
    original = story(seed, sentences)
    return ["\n".join(original), *("\n".join(rewritten(original, seed * 1000 + i)) for i in range(1, count))]

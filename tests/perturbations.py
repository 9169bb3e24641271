"""Small changes to invented news sentences, each with the finding that it must raise, or with silence.

The names, nouns and numbers are drawn anew each time, so that no rule can live on the words of one example.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

PEOPLE = ("Ana Belmor", "Peter Vasko", "Lena Okonde", "Idris Talbek", "Marta Quillan", "Jonas Feldt", "Rosa Imbert",
          "Seamus O’Dowrie", "Wanjiru Kemboi", "Tomas de la Rey", "Jean-Luc Morvan", "Siti Harunan")  # fmt: skip
PLACES = ("Orby", "Marwick", "Tellingen", "San Ruvio", "Keldara", "Port Anwen", "Halmstow", "Brezna", "Nor Tavesh",
          "Upper Quarne", "Lindisvik", "Ostrava Hill")  # fmt: skip
VICTIMS = ("miners", "passengers", "villagers", "sailors", "farmers", "students", "nurses", "pilgrims", "migrants", "children")
THINGS = ("barns", "boats", "bridges", "trucks", "wells", "kilns", "schools", "tents", "houses", "turbines")
EVENTS = ("landslide", "flood", "blast", "storm", "fire", "earthquake", "mudslide", "avalanche")
GOODS = ("wheat", "copper", "salt", "timber", "rice", "diesel", "cement")
PAIRS = (("rose", "fell"), ("opened", "closed"), ("approved", "rejected"), ("increased", "decreased"), ("won", "lost"),
         ("expanded", "shrank"), ("succeeded", "failed"), ("improved", "worsened"))  # fmt: skip
VERDICTS = (("charged with", "convicted of"), ("acquitted of", "convicted of"))
RIVALS = (("soldiers", "civilians"), ("men", "women"), ("boys", "girls"), ("nurses", "teachers"))
FILLING = (
    "The council met in the old market hall after lunch.",
    "Residents had asked for a new road for many years.",
    "A choir from the valley sang at the end of the evening.",
)
ARTICLE = (
    "The old port lies an hour by ferry from the capital and lives on what its shipyard still builds.",
    "For three generations most families here have had someone at the yard, or at the school beside it.",
    "“Nobody talks of anything else in the bakery,” the owner of a small hotel said.",
    "Buses ran on the usual timetable, and the library stayed open until six.",
    "The regional assembly is to hear a report on the matter when it meets again.",
    "Two years ago a similar dispute split the town and led to the departure of its mayor.",
    "In the afternoon clouds came in from the bay and the streets emptied.",
    "Shopkeepers along the quay said that they had sold more lamps than in any week since the winter.",
    "Teachers told pupils to stay indoors.",
)
"""A whole story around the changed sentence."""


@dataclass(frozen=True, slots=True)
class Perturbation:
    """A sentence before and after one change."""

    before: str
    after: str
    expected: frozenset[str]
    """Kinds of which one must be found; empty where nothing may raise an alarm."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a template is filled with."""

    one: str
    other: str
    place: str
    elsewhere: str
    victims: str
    things: str
    event: str
    goods: str
    few: int
    """13 to 89, no multiple of ten."""
    more: int
    """At least a quarter above `few`."""
    large: int
    """Thousands with a last digit other than 0."""
    day: int
    """1 to 20."""


def words() -> st.SearchStrategy[Words]:
    """Names, nouns and numbers that do not repeat each other."""
    two_people = st.permutations(PEOPLE).map(lambda p: p[:2])
    two_places = st.permutations(PLACES).map(lambda p: p[:2])
    few = st.integers(13, 89).filter(lambda n: n % 10)
    return st.builds(
        lambda people, places, victims, things, event, goods, few, step, large, day: Words(
            people[0], people[1], places[0], places[1], victims, things, event, goods, few, few + few // 4 + step, large, day
        ),
        two_people, two_places,
        *map(st.sampled_from, (VICTIMS, THINGS, EVENTS, GOODS)),
        few, st.integers(1, 30), st.integers(1001, 9999).filter(lambda n: n % 100 not in (0, 50) and n % 10), st.integers(1, 20),
    )  # fmt: skip


def changed(template: str, *kinds: str, **slots: tuple[Callable[[Words], object], Callable[[Words], object]]) -> Template:
    """A template whose slots hold one thing before and another after."""

    def fill(w: Words) -> Perturbation:
        before, after = ({name: side[k](w) for name, side in slots.items()} for k in (0, 1))
        return Perturbation(template.format(w=w, **before), template.format(w=w, **after), frozenset(kinds))

    return fill


def reworded(before: str, after: str, *kinds: str) -> Template:
    """Two templates for one claim."""
    return lambda w: Perturbation(before.format(w=w), after.format(w=w), frozenset(kinds))


Template = Callable[[Words], Perturbation]

ALARMS: dict[str, Template] = {
    "count": changed("The {w.event} in {w.place} killed {n} {w.victims}, police said.", "number_conflict",
                     n=(lambda w: w.few, lambda w: w.more)),
    "swap": changed("The {w.event} in {w.place} killed {n} {w.victims} and injured {m}.", "number_conflict",
                    n=(lambda w: w.few, lambda w: w.more), m=(lambda w: w.more, lambda w: w.few)),
    "magnitude": reworded("Repairs in {w.place} will cost ${w.few} million, the ministry said.",
                          "Repairs in {w.place} will cost ${w.few} billion, the ministry said.", "magnitude_conflict"),
    "unit": reworded("The road from {w.place} to {w.elsewhere} is {w.few} kilometres long.",
                     "The road from {w.place} to {w.elsewhere} is {w.few} miles long.", "unit_conflict"),
    "bound": reworded("At least {w.few} {w.things} were lost in {w.place}.", "At most {w.few} {w.things} were lost in {w.place}.",
                      "bound_conflict"),
    "percent": changed("Prices of {w.goods} in {w.place} were up {n} percent over the year.", "number_conflict",
                       n=(lambda w: w.few, lambda w: w.more)),
    "date": changed("The bridge at {w.place} will close on {n} May for repairs.", "date_conflict",
                    n=(lambda w: w.day, lambda w: w.day + 3)),
    "year": changed("{w.one} has led the council of {w.place} since {n}.", "date_conflict",
                    n=(lambda w: 1990 + w.day, lambda w: 1993 + w.day)),
    "denial": reworded("{w.one} did sign the treaty in {w.place} on Friday.",
                       "{w.one} did not sign the treaty in {w.place} on Friday.",
                       "negation_flip"),
    "person": reworded("The court in {w.place} sent {w.one} to prison for arson.",
                       "The court in {w.place} sent {w.other} to prison for arson.",
                       "name_change"),
    "place": reworded("The {w.event} reached {w.place} before dawn and cut off the harbour.",
                      "The {w.event} reached {w.elsewhere} before dawn and cut off the harbour.", "name_change"),
    "not": reworded("The harbour office has told {w.one} to leave {w.place}.",
                    "The harbour office has not told {w.one} to leave {w.place}.", "negation_flip"),
    "prefix": reworded("The injuries of the {w.victims} in {w.place} were fatal, a doctor said.",
                       "The injuries of the {w.victims} in {w.place} were non-fatal, a doctor said.", "negation_flip"),
    "denies": reworded("{w.one} confirmed that the {w.things} in {w.place} were sold.",
                       "{w.one} denied that the {w.things} in {w.place} were sold.", "negation_flip"),
    "may": reworded("The company may shut the {w.goods} works in {w.place}.",
                    "The company will shut the {w.goods} works in {w.place}.", "hedge_drop"),
    "suspected": reworded("A suspected {w.goods} thief was held in {w.place} on Monday.",
                          "A {w.goods} thief was held in {w.place} on Monday.", "hedge_drop"),
    "spelling of a name": reworded("Police in {w.place} praised Dario Velmann for the rescue.",
                                   "Police in {w.place} praised Dario Velman for the rescue.", "name_variant"),
    "office": reworded("They met deputy governor {w.one} in {w.place} on Friday.",
                       "They met governor {w.one} in {w.place} on Friday.", "subject_change"),
    "added number": reworded("The {w.event} left {w.few} {w.victims} homeless in {w.place}.",
                             "The {w.event} left an additional {w.few} {w.victims} homeless in {w.place}.", "subject_change"),
    "cut quotation": reworded("“We will never willingly give up the {w.things} of this town,” {w.one} said.",
                              "“We will never give up the {w.things} of this town,” {w.one} said.", "quote_altered"),
    "marks gained": reworded("{w.one} said the {w.things} of this town would never be sold to anyone.",
                             "“The {w.things} of this town will never be sold to anyone,” {w.one} said.", "quote_added"),
    "police say": reworded("The {w.victims} had been warned of the {w.event} twice, police in {w.place} said.",
                           "The {w.victims} had been warned of the {w.event} twice.", "attribution_drop"),
    "hedge": reworded("{w.one} allegedly sold the {w.things} of {w.place} to a rival.",
                      "{w.one} sold the {w.things} of {w.place} to a rival.", "hedge_drop"),
    "source": reworded("“The {w.things} of {w.place} were never safe,” {w.one} said.",
                       "“The {w.things} of {w.place} were never safe,” {w.other} said.", "attribution_change", "name_change"),
    "no source": reworded("The {w.things} of {w.place} were never safe, according to {w.one}.",
                          "The {w.things} of {w.place} were never safe.",
                          "attribution_drop"),
    "quotation": reworded("“We will always defend the {w.things} of this town,” {w.one} said.",
                          "“We will never defend the {w.things} of this town,” {w.one} said.", "quote_altered"),
    **{f"{x}/{y}": reworded(f"The board of the {{w.goods}} exchange {x} on Tuesday in {{w.place}}.",
                            f"The board of the {{w.goods}} exchange {y} on Tuesday in {{w.place}}.", "predicate_conflict")
       for x, y in PAIRS},
    **{f"{x}/{y}": reworded(f"The {{w.event}} in {{w.place}} killed {{w.few}} {x} on Tuesday.",
                            f"The {{w.event}} in {{w.place}} killed {{w.few}} {y} on Tuesday.", "subject_change")
       for x, y in RIVALS},
    **{f"{x}/{y}": reworded(f"{{w.one}} was {x} arson in {{w.place}} on Tuesday.",
                            f"{{w.one}} was {y} arson in {{w.place}} on Tuesday.", "predicate_conflict")
       for x, y in VERDICTS},
}  # fmt: skip
"""By name: a change that a fact-checker must hear of, at the kind it must have."""

SILENCE: dict[str, Template] = {
    "same": reworded("The {w.event} killed {w.few} {w.victims} in {w.place}.",
                     "The {w.event} killed {w.few} {w.victims} in {w.place}."),
    "passive": reworded("The {w.event} in {w.place} killed {w.few} {w.victims}.",
                        "{w.few} {w.victims} were killed by the {w.event} in {w.place}."),
    "approximate": reworded("About {w.few} {w.things} were lost in {w.place}.", "{w.few} {w.things} were lost in {w.place}."),
    "rounded": changed("The {w.event} destroyed {n} {w.things} around {w.place}.",
                       n=(lambda w: f"{w.large:,}", lambda w: f"{round(w.large, -2):,}")),
    "grouped": changed("The {w.event} destroyed {n} {w.things} around {w.place}.",
                       n=(lambda w: f"{w.large:,}", lambda w: w.large)),
    "percent sign": reworded("Prices of {w.goods} in {w.place} were up {w.few} percent.",
                             "Prices of {w.goods} in {w.place} were up {w.few}%."),
    "converted": changed("The road from {w.place} to {w.elsewhere} is {n} long.",
                         n=(lambda w: f"{w.few} km", lambda w: f"{w.few * 1000:,} metres")),
    "surname": reworded("A court freed {w.one} on Friday.", "A court freed Mr. {w.one} on Friday."),
    "marks": reworded("“The {w.things} of {w.place} are safe now,” {w.one} said.",
                      '"The {w.things} of {w.place} are safe now," {w.one} said.'),
    "order": reworded("{w.one} said the {w.things} of {w.place} were safe.",
                      "The {w.things} of {w.place} were safe, {w.one} said."),
    "trimmed": reworded("“The {w.things} of this town, as we all know, are safe now,” {w.one} said.",
                        "“The {w.things} of this town … are safe now,” {w.one} said."),
    "contraction": reworded("“We do not sell our {w.things} to anyone,” {w.one} said.",
                            "“We don’t sell our {w.things} to anyone,” {w.one} said."),
    "synonym": reworded("The company will buy the {w.things} near {w.place}.",
                        "The company will purchase the {w.things} near {w.place}."),
    "spelling": reworded("Neighbours in {w.place} organised a feast for the {w.victims}.",
                         "Neighbors in {w.place} organized a feast for the {w.victims}."),
    "reportedly": reworded("{w.one} allegedly sold the {w.things} of {w.place} to a rival.",
                           "{w.one} reportedly sold the {w.things} of {w.place} to a rival."),
    "failed to": reworded("{w.one} did not stop the {w.event} in {w.place}.",
                          "{w.one} failed to stop the {w.event} in {w.place}."),
    "form in a quotation": reworded("“We did our duty to the {w.victims} of {w.place},” {w.one} said.",
                                    "“We did our duties to the {w.victims} of {w.place},” {w.one} said."),
    "surname alone": reworded("{w.one} opened the market in {w.place}. Later {w.one} left.",
                              "{w.one} opened the market in {w.place}. Later they left."),
    "told verb": reworded("{w.one} said the {w.things} of {w.place} were safe.",
                          "{w.one} told reporters the {w.things} of {w.place} were safe."),
    "title": reworded("{w.one} opened the market in {w.place} on Friday.",
                      "Dr {w.one} opened the market in {w.place} on Friday."),
    "dashes": reworded("The {w.things} – all of them new – were sold in {w.place}.",
                       "The {w.things} - all of them new - were sold in {w.place}."),
    "order of names": reworded("{w.one} met {w.other} in {w.place} on Friday.", "{w.other} met {w.one} in {w.place} on Friday."),
    "nothing but": reworded("The crates in {w.place} held {w.goods}.", "The crates in {w.place} held nothing but {w.goods}."),
    "day": changed("The bridge at {w.place} will close on {n} for repairs.",
                   n=(lambda w: f"{w.day} May", lambda w: f"May {w.day}")),
}  # fmt: skip
"""By name: a change of wording alone."""

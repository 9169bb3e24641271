"""Link -> whether two opposites say the same: "Orby won against Lund" and "Lund lost against Orby", "less dear" and "cheaper".

Opposites exclude each other only where the same words stand on the same side of them, and nothing turns one of them.
"""

from __future__ import annotations

from compare.differences.slot_words import breaks
from compare.differences.words import Collation, Side
from compare.language import function_words
from compare.lexicon import base_form, word_class
from compare.lexicon.opposites import opposed, rivals


def told_from_other_end(link: Collation) -> bool:
    """Whether two opposites stand in a link between words that changed places: each word in front of the one which the other
    side has too stands behind the other, and the other way round."""
    a, b = link.a, link.b
    mine, theirs = ([i for i, n in enumerate(x.norms) if n not in y.norms] for x, y in ((a, b), (b, a)))
    pairs = [(i, j) for i in mine for j in theirs if excluding(a.norms[i], b.norms[j])]
    than = [side.norms.index("than") if "than" in side.norms else -1 for side in (a, b)]
    turned = [tuple(than) for i, j in pairs if i < than[0] and j < than[1]]  # "more men than women", "fewer women than men"
    return any(crossed(a, i, b, j) for i, j in (*pairs, *turned))


def turned(link: Collation, pair: tuple[int, int]) -> bool:
    """Whether something right before one of two opposites turns it into the other: "less", or the passive voice of a defeat."""
    return turned_by_less(link, pair) or turned_by_voice(link, pair)


def turned_by_voice(link: Collation, pair: tuple[int, int]) -> bool:
    """Whether one of two opposites is a passive of defeat: who "was beaten" has lost."""
    told = ((side.norms[word], side.norms[word - 1 : word]) for side, word in ((link.a, pair[0]), (link.b, pair[1])))
    return sum(verb in word_class("defeats") and bool(word_class("forms_of_be").intersection(be)) for verb, be in told) == 1


def turned_by_less(link: Collation, pair: tuple[int, int]) -> bool:
    """Whether "less" turns one of two opposites into the other: "less expensive" and "cheaper" are one."""
    before = (side.norms[word - 1 : word] for side, word in ((link.a, pair[0]), (link.b, pair[1])))
    return sum(word_class("turns_degree").issuperset(n) and bool(n) for n in before) == 1


def excluding(one: str, other: str) -> bool:
    """Whether two words cannot both be true in one place."""
    return opposed(one, other) or rivals(one, other)


def crossed(a: Side, i: int, b: Side, j: int) -> bool:
    """Whether the words around two opposites have changed places, none of those in front left where it was; what is compared with
    "than" is told in the same words of either."""
    front, behind = apart(a, i)
    other_front, other_behind = apart(b, j)
    stays = front & other_front if a.norms[i] != "than" else frozenset()
    if {a.norms[i], b.norms[j]} <= word_class("one_way"):  # "Ann spoke before Bo", "Bo spoke after Ann"
        stays -= {base_form(side.norms[max(0, word - 1)]) for side, word in ((a, i), (b, j))}
    return bool(front & other_behind and other_front & behind) and not stays


def apart(side: Side, word: int) -> tuple[frozenset[str], frozenset[str]]:
    """The words around a word, without those that stand on both ends of it: "the left bank ... the right bank"."""
    front, behind = around(side, word)
    return front - behind, behind - front


def around(side: Side, word: int) -> tuple[frozenset[str], frozenset[str]]:
    """The words of weight of a passage that do not, and that do, stand behind a word, before the next mark."""
    last = next((k for k in range(word + 1, len(side.norms)) if ends(side, k)), len(side.norms))
    light = function_words("en") | word_class("auxiliaries")
    held = [(k, base_form(n)) for k, n in enumerate(side.norms) if n not in light]
    behind = frozenset(n for k, n in held if word < k < last)
    return frozenset(n for k, n in held if k < word or k >= last), behind


def ends(side: Side, word: int) -> bool:
    """Whether a mark stands in front of a word, other than that of a score."""
    return breaks(side, word) and not (side.norms[word].isdigit() and side.norms[word - 1].isdigit())

"""Two spellings of one name -> whether they are a house style: newsrooms write names of other alphabets in their own letters.

Khan Yunis and Khan Younis, Hodeidah and Hudaydah, al-Hasakah and Hasakeh are no slips of anybody. What romanisations choose
freely is the vowels, doubled letters, the article and some pairs of consonants; the rest of the letters must agree.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from compare.differences.names.one_name import Bare, with_particles_joined, without_accents
from compare.lexicon.known import groups_of, same_line

FOLDS = (
    (regex.compile(r"['’ʿʾ-]"), ""),
    (regex.compile(r"^(?:al|el)(?=\p{L}{4})"), ""),
    (regex.compile(r"(?<=[aeiouy])w|h$"), "a"),
    (regex.compile(r"([kgdt])h"), r"\1"),
    (regex.compile(r"q"), "k"),
    (regex.compile(r"d?zh|dj"), "j"),
    (regex.compile(r"t?ch"), "sh"),
    (regex.compile(r"[aeiouy]{1,8}"), "a"),
    (regex.compile(r"(.)\1{1,8}"), r"\1"),
)
"""What romanisations write in several ways, with what stands for all of them, in the order in which they are folded. The vowels
keep their places: Volodymyr and Vladimir are two languages' forms of a name, not two spellings."""
OTHER_ALPHABET = regex.compile(r"kh|dh|zh|q(?!u)|aa|iy|uu|yy|(?:ov|ev|enko|sky|skiy|skyi|uddin|ullah)$")
"""Letters by which a name shows that another alphabet wrote it first: in "Smith" and "Philips" a letter is no house style."""
LEAST_LETTERS = 4


def transliterated(one: Bare, other: Bare, places: bool = False) -> bool:
    """Whether two spellings of a name differ only by what newsrooms write differently by house style: Sergei, Sergey.

    By a list of first names; by the letters in names that no Latin alphabet wrote first, and in names of `places`.

    >>> transliterated(("sergei", "orlov"), ("sergey", "orlov")), transliterated(("stephen", "hale"), ("steven", "hale"))
    (True, False)
    >>> transliterated(("khan", "yunis"), ("khan", "younis")), transliterated(("smith",), ("smyth",))
    (True, False)
    """
    one, other = with_particles_joined(one), with_particles_joined(other)
    pairs = [(x, y) for x, y in zip(one, other, strict=False) if x != y]
    by_letters = places or any(is_romanised(word) for word in (*one, *other))
    return (
        len(one) == len(other)
        and bool(pairs)
        and all(same_line("transliterations.txt", x, y) or (by_letters and romanised_alike(x, y)) for x, y in pairs)
    )


def is_romanised(word: str) -> bool:
    """Whether a word of a name shows that another alphabet wrote it first, or is a first name that is known to vary so.

    >>> is_romanised("khan"), is_romanised("muammar"), is_romanised("clarke")
    (True, True, False)
    """
    return OTHER_ALPHABET.search(word) is not None or word in groups_of("transliterations.txt")


def romanised_alike(one: str, other: str) -> bool:
    """Whether two words differ only in letters that romanisations choose freely.

    >>> romanised_alike("hodeidah", "hudaydah"), romanised_alike("alhasakah", "hasakeh"), romanised_alike("homs", "hama")
    (True, True, False)
    """
    mine = folded(one)
    return len(mine) >= LEAST_LETTERS and mine == folded(other)


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A word with one letter for all that stand for one sound.

    >>> folded("jabaliya"), folded("younis"), folded("dzhokhar")
    ('jabala', 'anas', 'jakar')
    """
    word = without_accents(word)
    for pattern, letter in FOLDS:
        word = pattern.sub(letter, word)
    return word

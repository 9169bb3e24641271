"""A page is cleaned with the rules of its language."""

from __future__ import annotations

import pytest

from tests.clean.story import STORY, cleaned, excluded, kept


def test_a_story_is_cleaned_with_the_rules_of_its_language() -> None:
    german = [
        "Die Fähre Aurora lief am Dienstag vor der Insel Senn mit 240 Menschen an Bord auf Grund, wie die Küstenwache mitteilte.",
        "Lesen Sie auch: Neue Fähre für Senn",
        "Zwölf Passagiere wurden leicht verletzt, und niemand wird nach Angaben der Polizei auf der Insel noch vermisst.",
        "Alle Rechte vorbehalten",
    ]
    assert list(excluded(cleaned("\n".join(german))).values()) == ["also read", "copyright"]


PAGES = {
    "de": [
        "Veröffentlicht am 14. Mai 2024, 21:40 Uhr",
        "Von Ola Nygaard und Pia Falk",
        "Von Ola Nygaard, 12. März 2031",
        "+Die Fähre Aurora lief am Dienstag vor der Insel Senn mit 240 Menschen an Bord auf Grund, so die Küstenwache.",
        "Anzeige",
        "Symbolbild",
        "+„Jetzt abonnieren oder gehen“, sagte der Werber den Leuten am Kai.",
        "+Zwölf Passagiere wurden leicht verletzt, und niemand wird nach Angaben der Polizei auf der Insel noch vermisst.",
        "+Korrektur: In einer früheren Version hieß es, 21 Menschen seien verletzt worden. Es waren zwölf.",
        "dpa",
        "Das könnte Sie auch interessieren",
        "Neue Fähre für Senn",
    ],
    "es": [
        "Publicado el 14 de mayo de 2024 a las 21:40",
        "+El transbordador Aurora encalló el martes frente a la isla de Senn con 240 personas a bordo, según la guardia costera.",
        "Foto de archivo",
        "Lee también: Nuevo transbordador para Senn",
        "+Doce pasajeros sufrieron heridas leves, y ya no se busca a nadie en la isla, dijo el portavoz de la policía.",
        "+Corrección: una versión anterior de esta nota hablaba de 21 heridos.",
        "Con información de EFE",
        "Suscríbete a nuestro boletín",
    ],
    "nl": [
        "Gepubliceerd op 14 mei 2024",
        "+De veerboot Aurora liep dinsdag bij het eiland Senn met 240 mensen aan boord aan de grond, zo meldde de kustwacht.",
        "Lees ook: Nieuwe veerboot voor Senn",
        "+Twaalf passagiers raakten licht gewond, en volgens de politie op het eiland wordt er niemand meer vermist.",
        "ANP",
        "Schrijf je in voor onze nieuwsbrief",
    ],
}


@pytest.mark.parametrize("language", PAGES)
def test_a_page_in_another_language_keeps_its_story_and_its_correction(language: str) -> None:
    page = PAGES[language]
    document = cleaned("\n".join(line.removeprefix("+") for line in page))
    assert document.language == language
    assert kept(document) == [line[1:] for line in page if line.startswith("+")]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Mehr von dem Geld blieb nie übrig."),
        ("de", "Quelle der Angst ist der Fluss."),
        ("de", "Hinweis: Die Zahl der Verletzten stieg auf 14."),
        ("de", "Redaktion und Verlag trennten sich."),
        ("es", "Con información de espías"),
        ("es", "Ver más muertos fue demasiado."),
        ("nl", "Delen van het schip zijn gevonden."),
        ("nl", "Door storm beschadigd"),
    ],
)
def test_what_is_told_in_the_words_of_furniture_stays_in_other_languages(language: str, line: str) -> None:
    story = [text[1:] for text in PAGES[language] if text.startswith("+")]
    assert excluded(cleaned("\n".join([story[0], line, story[-1]]), language=language)) == {}


def test_a_declared_language_is_believed() -> None:
    assert cleaned("\n".join(STORY), language="da").language == "da"

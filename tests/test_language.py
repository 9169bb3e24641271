"""Which language a text is in, its function words, and which way it runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.language import detect_language, direction, function_words, lists
from compare.tokens import normal_form

TEXTS = {
    "en": "The port was closed on Monday after a barge had struck the pier, and nobody could say when it would open.",
    "de": "Der Hafen wurde am Montag geschlossen, nachdem ein Kahn die Mole gerammt hatte, und niemand weiß, wie lange.",
    "fr": "Le port a été fermé lundi après qu’une barge a heurté la jetée, et personne ne sait quand il sera rouvert.",
    "es": "El puerto fue cerrado el lunes después de que una barcaza chocara con el muelle, y nadie sabe cuándo abrirá.",
    "pt": "O porto foi fechado na segunda-feira depois que uma barcaça bateu no cais, e ninguém sabe quando ele vai abrir.",
    "it": "Il porto è stato chiuso lunedì dopo che una chiatta ha urtato il molo, e nessuno sa quando sarà riaperto.",
    "nl": "De haven is maandag gesloten nadat een schip tegen de pier was gevaren, en niemand weet wanneer hij opengaat.",
    "sv": "Hamnen stängdes på måndagen efter att en pråm hade kört på piren, och ingen vet när den ska öppnas igen.",
    "da": "Havnen blev lukket mandag, efter at en pram havde ramt molen, og ingen af dem ved, hvad der nu skal ske.",
    "no": "Havnen ble stengt mandag etter at en lekter hadde truffet moloen, og ingen av dem vet hva som nå skal skje.",
    "pl": "Port został zamknięty w poniedziałek po tym, jak barka uderzyła w molo, i nikt nie wie, kiedy będzie otwarty.",
    "ru": "Порт был закрыт в понедельник после того, как баржа ударилась о причал, и никто не знает, когда он откроется.",
    "uk": "Порт був закритий у понеділок після того, як баржа вдарилася об причал, і ніхто не знає, коли він відкриється.",
    "el": "Το λιμάνι έκλεισε τη Δευτέρα, όταν μια φορτηγίδα χτύπησε την προβλήτα, και κανείς δεν ξέρει πότε θα ανοίξει.",
    "ar": "أغلق الميناء يوم الاثنين بعد أن اصطدمت سفينة في الرصيف، ولا أحد يعرف متى يفتح من جديد على الرغم من ذلك.",
    "fa": "بندر روز دوشنبه پس از آنکه یک کشتی به اسکله خورد بسته شد و هیچ کس نمی داند که چه زمانی باز می شود.",
    "he": "הנמל נסגר ביום שני אחרי שספינה פגעה ברציף, ואף אחד לא יודע מתי הוא ייפתח.",
    "hi": "सोमवार को एक नाव के टकराने के बाद बंदरगाह बंद कर दिया गया और कोई नहीं जानता कि वह कब खुलेगा।",
    "zh": "星期一一艘驳船撞上码头之后，港口关闭了，没有人知道什么时候重新开放。",
    "ja": "月曜日にはしけが桟橋に衝突したあと、港は閉鎖され、いつ再開するかは誰も知らない。",
    "ko": "월요일에 바지선이 부두를 들이받은 뒤 항구가 폐쇄되었고 언제 다시 열릴지 아무도 모른다.",
    "ro": "Portul a fost închis luni după ce o barjă a lovit digul, și nimeni nu știe când va fi deschis din nou.",
    "hu": "A kikötőt hétfőn lezárták, miután egy uszály nekiment a mólónak, és senki sem tudja, hogy mikor nyit meg.",
    "ca": "El port va ser tancat dilluns després que una barcassa xoqués amb el moll, i ningú no sap quan obrirà.",
    "hr": "Luka je zatvorena u ponedjeljak nakon što je teglenica udarila u gat, i nitko ne zna kada će se otvoriti.",
    "sw": "Bandari ilifungwa siku ya Jumatatu baada ya jahazi kugonga gati, na hakuna anayejua kama itafunguliwa kwa haraka.",
    "tl": "Isinara ang pantalan noong Lunes matapos mabangga ng barko ang pantalan, at hindi alam kung kailan ito magbubukas.",
    "vi": "Cảng đã bị đóng cửa hôm thứ Hai sau khi một sà lan đâm vào cầu tàu, và không ai biết khi nào sẽ mở lại.",
    "tr": "Liman pazartesi günü bir mavna iskeleye çarptıktan sonra kapatıldı ve ne zaman açılacağı henüz belli değil.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_is_enough_to_tell_the_language(language: str) -> None:
    assert detect_language(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "  ", "42", "...", "Raqqa", "Ruiz, Lund, Brandt, Oduya", "Port 3 – Pier 4"])
def test_a_text_that_is_too_short_has_no_language(text: str) -> None:
    assert detect_language(text) is None


@pytest.mark.parametrize(
    ("headline", "language"),
    [
        ("Police arrest two over the fire at the harbour", "en"),
        ("PORT STAYS CLOSED AFTER THE BARGE ACCIDENT, SAYS THE MINISTER", "en"),
        ("Zwei Tote bei Brand im Hafen von Senn", "de"),
        ("Deux morts dans l’incendie du port de Senn", "fr"),
        ("Twee doden bij brand in de haven van Senn", "nl"),
        ("Mayor’s aide goes after B.R. Lund over R&D, D.A.’s office", None),
    ],
)
def test_a_headline_is_told_by_its_small_words_or_not_at_all(headline: str, language: str | None) -> None:
    assert detect_language(headline) == language


def test_a_text_half_in_one_language_and_half_in_another_has_none() -> None:
    assert detect_language("The port was closed and nobody was hurt. Le port a été fermé et personne n’a été blessé.") is None


def test_a_foreign_name_changes_nothing() -> None:
    assert detect_language(TEXTS["en"] + " It was on its way to 上海 and then Санкт-Петербург.") == "en"


@given(st.text(max_size=300))
def test_any_text_has_a_known_language_or_none(text: str) -> None:
    found = detect_language(text)
    assert found is None or (len(found) == 2 and found.isalpha())
    assert direction(found, text) in ("ltr", "rtl")


def test_function_words_are_normal_forms() -> None:
    for language in lists():
        words = function_words(language)
        assert len(words) > 30
        assert all(word == normal_form(word) for word in words)


def test_english_stands_in_for_an_undetected_language() -> None:
    assert function_words(None) == function_words("en") == function_words("en-GB")
    assert {"the", "of", "didn't", "although", "she", "would"} <= function_words(None)
    assert not {"port", "said", "police", "hundred"} & function_words(None)
    assert function_words("xx") == frozenset()


def test_direction_comes_from_the_language_or_else_the_letters() -> None:
    assert direction("ar", "Reuters") == direction("he-IL", "") == direction(None, TEXTS["ar"]) == "rtl"
    assert direction("en", TEXTS["ar"]) == direction(None, TEXTS["en"]) == direction(None, "") == "ltr"

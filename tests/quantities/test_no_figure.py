"""Numbers that name, number or date something, and are no figures."""

from __future__ import annotations

import pytest

from compare.quantities import extract_quantities


@pytest.mark.parametrize(
    "text",
    [
        "The Airbus 320 taxied past Gate 14 near Highway 9.",
        "G7 leaders met on the A4 to recall 9/11.",
        "Call 1-800-555-0199 or +49 30 1234 5678.",
        "4. Council widens road",
        "Page 3 of 9 | Section C",
        "Comments (24) | 6 min read",
        "One of the pilots slept; no one else did.",
        "Flight QX118 had seats 2A to 31F and COVID-19 tests.",
        "Visit http://example.org/2041/77 or write to box@7news.example.",
        "He lives at 41 Harrow Lane.",
        "The second half was better than the first.",
        "Version 3.11.2 fixed it.",
        "On the other hand, one might ask why.",
        "An all-in-one kit on a one-way street won a five-star award.",
        "He doubled down on the claim of one-time losses.",
        "The number one seat of its kind.",
        "Write to Old Tower, 40 High Street, Velden 179434.",
        "Fax: 5550 1842",
        "It stands in s 310 (6) of the act and rule 12(1)(b).",
        "Shops may ask for small deposits 1 .",
        "Nothing was found. 7 The panel will report.",
        "Read the annex (189KB) and the form (PDF, 0.2 MB).",
        "A caller used 911 calls as a joke.",
        "The 7300's screen and PhotoBook 09 shone at 640 x 480.",
        "The Second Minister for Health spoke at the Third Reading.",
        "The Group of Eight met after Guccifer 2.0 wrote of third party claims.",
        "The 9-11 attacks and the memory of 9-11.",
        "A 50-50 chance of a 2-for-1 offer.",
        "They aim for net zero and are back at square one.",
        "It began on 1 May 2020 1 , for all.",
        "Nothing else was said. 12",
        "Clauses 3 and 4: what it means.",
        "Senate Bill 8 (SB 8), passed.",
        "Fax: 55501842 for more.",
        "The rapper 50 Cent declined to comment.",
        "Windows 11 and iPhone 15 owners can sign up.",
        "Sura 9 and John 3:16 were read.",
        "It was a one-in-one idea of the previous evening.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert [q.text for q in extract_quantities(text) if q.kind != "date"] == []

"""Saved web pages: the article, what the page declares about itself, and the traps."""

from __future__ import annotations

import pytest

from compare.load.inputs import Source, Unreadable
from compare.load.publication_date import iso_date
from compare.load.web import read_page
from compare.model import Version
from compare.settings import Settings

PARAGRAPHS = [
    "The ferry Aurora ran aground off the island of Senn on Tuesday night with 240 people on board, the coast guard said.",
    "Twelve passengers were treated for minor injuries in the school gym, and nobody was reported missing by the morning.",
    "“We heard a scraping noise, and then the lights went out,” said Mara Lund, a nurse who was on her way home to Senn.",
    "The operator has promised to publish the findings of its own inquiry within three months, before the season begins.",
]
NAV = '<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>'
TEASERS = '<ul><li><a href="/1">Harbour to be dredged</a></li><li><a href="/2">Captain was tired, says union</a></li></ul>'


def page(body: str, head: str = "", root: str = '<html lang="en-GB">') -> bytes:
    return f"<!DOCTYPE html>{root}<head><meta charset=utf-8>{head}</head><body>{NAV}{body}</body></html>".encode()


def story(*paragraphs: str) -> str:
    return "<article>" + "".join(f"<p>{p}</p>" for p in paragraphs or PARAGRAPHS) + "</article>"


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def read(data: bytes) -> Version:
    return read_page(Source("page.html", data), Settings()).versions[0]


def lines(version: Version) -> list[str]:
    return (version.text or "").split("\n")


def test_the_article_is_taken_a_paragraph_a_line() -> None:
    version = read(page(story() + "<footer><p>Imprint</p></footer>"))
    assert lines(version) == PARAGRAPHS
    assert version.warnings == ("3 words of the page stand outside the article and were not read",)


def test_paragraphs_that_repeat_are_both_kept() -> None:
    assert lines(read(page(story(*PARAGRAPHS, PARAGRAPHS[0])))) == [*PARAGRAPHS, PARAGRAPHS[0]]


def test_paragraphs_that_repeat_at_once_are_all_kept() -> None:
    told = [PARAGRAPHS[0], PARAGRAPHS[0], *PARAGRAPHS[1:], "“No.”", "“No.”", "“No.”", PARAGRAPHS[0]]
    assert lines(read(page(story(*told)))) == told


def test_headings_and_list_items_are_lines_of_their_own() -> None:
    facts = "<h2>What is known</h2><ul><li>Two tugs are on site</li><li>The hull is dry</li></ul>"
    read_lines = lines(read(page(story().replace("</article>", f"{facts}</article>"))))
    assert read_lines[4:] == ["What is known", "Two tugs are on site", "The hull is dry"]


def test_what_a_reader_does_not_see_is_not_read() -> None:
    hidden = '<p hidden>A secret paragraph of the editors, long enough to look like a part of this story, it would seem.</p>'
    styled = '<p style="display: none">Another secret paragraph of the editors that is long enough to look like a part of it.</p>'
    script = "<script>var teaser = 'A script that says a ferry ran aground off the island of Senn on Tuesday night';</script>"
    noscript = "<noscript><p>Please enable JavaScript to read the whole of this story in your browser as it was.</p></noscript>"
    body = story().replace("<article>", f"<article>{noscript}{hidden}").replace("</article>", f"{styled}{script}</article>")
    assert lines(read(page(body))) == PARAGRAPHS


def test_what_opens_over_a_name_is_not_of_the_sentence() -> None:
    card = '<span class="rollover-person">Mara Lund<span class="rollover-person-block">Mara Lund Harbour dredged</span></span>'
    assert lines(read(page(story(*(p.replace("Mara Lund", card) for p in PARAGRAPHS))))) == PARAGRAPHS


def test_a_page_hidden_until_its_script_runs_is_still_read() -> None:
    assert lines(read(page(story().replace("<article>", '<article style="display:none">')))) == PARAGRAPHS


def test_lists_of_links_to_other_stories_go() -> None:
    body = story().replace("</article>", f"{TEASERS}</article>")
    assert lines(read(page(body))) == PARAGRAPHS


def test_the_headline_stands_in_the_title_only() -> None:
    head = '<meta property="og:title" content="Ferry aground off Senn"><title>Ferry aground off Senn | Harbour Post</title>'
    version = read(page(story().replace("<article>", "<article><h1>Ferry aground off Senn</h1>"), head))
    assert version.title == "Ferry aground off Senn"
    assert lines(version) == PARAGRAPHS


def test_a_story_broken_by_advertisements_is_put_together() -> None:
    long = [f"{p} {q}" for p in PARAGRAPHS for q in PARAGRAPHS]
    half = len(long) // 2
    parts = ("".join(f"<p>{p}</p>" for p in part) for part in (long[:half], long[half:]))
    body = "".join(f'<div class="grid"><div class="chunk-body">{part}</div><div class="ad">Ad</div></div>' for part in parts)
    assert lines(read(page(f"<main>{body}</main>"))) == long


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        (linked('{"@type": "NewsArticle", "headline": "Ferry &amp; rock"}'), "title", "Ferry & rock"),
        (linked('{"@graph": [{"@type": "Site"}, {"@type": ["Article"], "author": [{"name": "A. Berg"}, {"name": "B. Falk"}]}]}'),
         "author", "A. Berg, B. Falk"),
        (linked('[{"@type": "NewsArticle", "datePublished": "2024-05-14T21:40:00Z"}]'), "published", "2024-05-14T21:40:00+00:00"),
        (linked('{"@type": "NewsArticle", "publisher": {"name": "Harbour Post"}}'), "outlet", "Harbour Post"),
        ('<meta property="article:published_time" content="2024-05-14">', "published", "2024-05-14"),
        ('<meta name="author" content="Ola Nygaard">', "author", "Ola Nygaard"),
        ('<meta property="og:site_name" content="Harbour Post">', "outlet", "Harbour Post"),
        ('<link rel="canonical" href="https://post.example/ferry">', "url", "https://post.example/ferry"),
        ("", "language", "en"),
    ],
)  # fmt: skip
def test_what_the_page_declares_is_no_guess(head: str, field: str, value: str) -> None:
    version = read(page(story(), head))
    assert getattr(version, field) == value
    assert field not in version.guessed


def test_what_is_only_shown_is_a_guess() -> None:
    head = '<title>Ferry aground – Harbour Post</title><link rel="canonical" href="https://www.post.example/ferry">'
    version = read(page('<time datetime="2024-05-14T20:00:00Z">Tuesday</time>' + story(), head))
    assert (version.title, version.outlet, version.published) == ("Ferry aground", "Harbour Post", "2024-05-14T20:00:00+00:00")
    assert set(version.guessed) == {"title", "outlet", "published"}


def test_broken_linked_data_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script><meta property="og:title" content="Ferry">'
    assert read(page(story(), head)).title == "Ferry"


def test_names_are_looked_up_where_linked_data_refers_to_them() -> None:
    graph = (
        '{"@graph": [{"@type": "Organization", "@id": "#org", "name": "Harbour Post"}, {"@id": "#ola", "name": "Ola"},'
        '{"@type": "NewsArticle", "author": [{"@id": "#ola"}], "publisher": {"@id": "#org"}}]}'
    )
    version = read(page(story(), linked(graph)))
    assert (version.author, version.outlet) == ("Ola", "Harbour Post")


@pytest.mark.parametrize("fault", [",}", "};", '}, {"headline": "He said "no" to it"}'])
def test_linked_data_with_a_slip_of_its_template_still_gives_the_date(fault: str) -> None:
    head = linked('{"@type": "NewsArticle", "datePublished": "2024-05-14T21:40:00Z"' + fault)
    version = read(page(story(), head))
    assert (version.published, "published" in version.guessed) == ("2024-05-14T21:40:00+00:00", False)


def test_the_outlet_s_name_is_no_part_of_the_headline() -> None:
    head = '<meta property="og:title" content="Ferry - Harbour Post"><meta property="og:site_name" content="Harbour Post">'
    assert read(page(story(), head)).title == "Ferry"


def test_today_s_date_and_that_of_an_update_are_not_taken_for_the_story_s() -> None:
    today, other = ('<time datetime="2024-06-20">Today</time>', '<aside><time datetime="2024-06-19">19 June</time></aside>')
    update, first = ('<p>Updated <time datetime="2024-05-16">16 May</time></p>', '<time datetime="2024-05-14">14 May</time>')
    assert read(page(today + story().replace("<article>", f"<article>{update}{first}") + other)).published == "2024-05-14"
    assert read(page(story().replace("<article>", f"<article>{update}") + other)).published is None
    assert read(page(today + '<time datetime="2024-05-14">14 May</time><div>' + story())).published is None


def test_a_page_laid_out_in_a_table_is_read_a_paragraph_a_line() -> None:
    cells = f"<td><a href=/>Home</a><br><a href=/w>World</a></td><td><font>Ferry</font><br><br>{'<br><br>'.join(PARAGRAPHS)}</td>"
    assert lines(read(page(f"<table><tr>{cells}</tr></table>")))[-4:] == PARAGRAPHS


def test_a_story_told_for_machines_only_is_read() -> None:
    paragraphs = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    assert lines(read(page(f"<div id=app></div><noscript><article>{paragraphs}</article></noscript>"))) == PARAGRAPHS
    body = f'{{"@type": "NewsArticle", "articleBody": "{paragraphs}"}}'.replace("&", "&amp;")
    assert lines(read(page("<div id=app></div>", linked(body)))) == PARAGRAPHS


def test_a_page_of_menu_and_imprint_has_no_text() -> None:
    with pytest.raises(Unreadable, match="no text"):
        read(page("<div id=app></div><footer>Imprint</footer>", "<title>Ferry aground | Harbour Post</title>"))


def test_the_address_that_singlefile_noted_is_a_guess() -> None:
    note = "<!--\n Page saved with SingleFile \n url: https://post.example/ferry \n saved date: Thu Jun 20 2024 \n-->"
    version = read(page(story(), root=f"<html>{note}"))
    assert (version.url, "url" in version.guessed) == ("https://post.example/ferry", True)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024-05-14", "2024-05-14"),
        ("2024-05-14T09:05:00.000Z", "2024-05-14T09:05:00+00:00"),
        ("2024-05-14 09:05:00 +0530", "2024-05-14T09:05:00+05:30"),
        ("20240514", "2024-05-14"),
        ("2024/5/4", "2024-05-04"),
        ("Tue, 14 May 2024 09:05:00 GMT", "2024-05-14T09:05:00+00:00"),
        ("09:05:10 AM IST May 14, 2024", "2024-05-14"),
        ("14 September 2024", "2024-09-14"),
        ("May 14, 2024 9:40 PM EDT", "2024-05-14"),
        ("2024-13-45", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_are_brought_to_iso_8601(value: str, date: str | None) -> None:
    assert iso_date(value) == date


def test_an_archived_page_gives_its_first_address_and_the_time_of_capture() -> None:
    captures = "Success, 12 captures of this page were made by the crawler in the years between 2019 and 2024."
    toolbar = f"<!-- BEGIN WAYBACK TOOLBAR INSERT --><div><p>{captures}</p></div><!-- END WAYBACK TOOLBAR INSERT -->"
    head = '<link rel="canonical" href="https://web.archive.org/web/20240515083000/https://post.example/ferry">'
    version = read(page(toolbar + story(), head))
    assert version.url == "https://post.example/ferry"
    assert lines(version) == PARAGRAPHS
    assert version.warnings[0] == "an archived copy, captured 2024-05-15 08:30 UTC by the Wayback Machine"


def test_the_address_that_a_browser_noted_is_a_guess() -> None:
    data = page(story()).replace(b"<!DOCTYPE html>", b"<!DOCTYPE html><!-- saved from url=(0027)https://post.example/ferry -->")
    version = read(data)
    assert version.url == "https://post.example/ferry"
    assert "url" in version.guessed


@pytest.mark.parametrize(
    "body",
    [
        "<p>Please enable JavaScript to continue.</p>",
        "<h2>We value your privacy</h2><p>We and our 740 partners store and access information on a device, such as cookies.</p>"
        "<p>You can withdraw your consent at any time.</p><button>Accept all</button><button>Manage options</button>",
        "<p>Wir und unsere Partner verarbeiten Ihre Daten mit Cookies.</p><p>Dafür brauchen wir Ihre Einwilligung.</p>",
        "<div><h1>Checking your browser before accessing post.example</h1></div>",
        "<script>render()</script>",
        "",
    ],
)
def test_a_barrier_is_no_story(body: str) -> None:
    with pytest.raises(Unreadable, match=r"page\.html: .*(browser|save)"):
        read(f"<html><body>{body}</body></html>".encode())


def test_a_brief_about_cookies_is_a_story() -> None:
    version = read(
        b"<html><body><article><p>The council of Orby stored cookies on the devices of 900 readers, a court found.</p>"
        b"<p>Nobody had asked for their consent, the judge said.</p><p>The council will pay 40 euros to each of them.</p>"
        b"<p>We value your privacy</p></article></body></html>"
    )
    assert lines(version)[0].startswith("The council of Orby")


def test_a_page_without_an_article_gives_its_text_with_a_warning() -> None:
    version = read(b"<html><body><div>Ferry aground<br>Nobody hurt</div></body></html>")
    assert lines(version) == ["Ferry aground", "Nobody hurt"]


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-8", "utf-16"])
def test_the_charset_of_the_page_is_used(charset: str) -> None:
    text = page(story()).decode().replace("charset=utf-8", f"charset={charset}")
    assert lines(read(text.encode(charset.replace("iso-8859-1", "cp1252")))) == PARAGRAPHS


def test_an_xml_declaration_and_entities_do_no_harm() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>'
    data = f'<?xml version="1.0" encoding="utf-8"?>{bomb}<html><body>{story()}<p>&b;&x;</p></body></html>'.encode()
    assert PARAGRAPHS[0] in lines(read(data))


@pytest.mark.parametrize(
    "body", ["<div>" * 5_000 + PARAGRAPHS[0] + "</div>" * 5_000, "<p>a " * 50_000, "<ul><li><a>a" * 5_000, "<b>" * 20_000 + "x"]
)
def test_a_page_of_nested_elements_is_read(body: str) -> None:
    assert read(f"<html><body>{body}</body></html>".encode()).text


@pytest.mark.parametrize(
    "bulk",
    [
        f"<script>{'var a = 1;' * 1_100_000}</script>",
        f'<script type="application/ld+json">{{"a": "{"b" * 11_000_000}"}}</script>',
        f'<img src="data:image/png;base64,{"A" * 11_000_000}">',
    ],
)
def test_a_page_with_millions_of_letters_of_script_or_picture_gives_its_story(bulk: str) -> None:
    assert lines(read(page(bulk + story()))) == PARAGRAPHS


def test_hidden_elements_in_hidden_elements_are_left_out() -> None:
    depth, inner = 200, f"<p>{PARAGRAPHS[0]}</p>" * 2_000
    hidden = f"{'<div hidden>' * depth}{inner}{'</div>' * depth}"
    assert len(lines(read(page(f"<article>{hidden}{inner}<p>{PARAGRAPHS[1]}</p></article>")))) == 2_001

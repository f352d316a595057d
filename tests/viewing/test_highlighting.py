"""Code in colours: of the language that is named, within bounds, and never guessed."""

from __future__ import annotations

import pytest

from reader.viewing.blocks import Code, Ink
from reader.viewing.highlighting import MAX_BLOCK, MAX_LINE, MAX_PAGE, Clock, highlighted, inked
from reader.viewing.outline import outline
from tests.viewing.pages import make_page


def pieces(text: str, language: str) -> list[tuple[str, Ink]]:
    spans = inked(Code(text, language), Clock(60))
    return [(text[start : start + length], ink) for start, length, ink in spans]


def test_pieces_have_the_ink_of_what_they_are() -> None:
    found = pieces("\n\ndef snow(n):  # 雪\n    return 'deep' * 42\n", "py")
    assert found == [
        ("def", Ink.KEYWORD), ("snow", Ink.NAME), ("# 雪", Ink.COMMENT), ("return", Ink.KEYWORD),
        ("'deep'", Ink.STRING), ("42", Ink.NUMBER),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["C++", "js", "yml", "sh", "rs", "golang", "html", "sql", "tsx", "json", "ini"])
def test_languages_are_known_by_their_short_names(language: str) -> None:
    assert pieces('x = "a" # 1\n<a href="b">\nSELECT 1\n{"k": true}\nkey: 2\n// c', language)


@pytest.mark.parametrize("language", ["bash", "python", "toml", "ini", "ruby", "docker", "perl", "r"])
def test_a_comment_that_ends_the_code_is_one(language: str) -> None:
    text = "a = 1\n# 4. said at the end"
    spans = inked(Code(text, language), Clock(1))
    assert (text[spans[-1].start :], spans[-1].length, spans[-1].ink) == ("# 4. said at the end", 20, Ink.COMMENT)


@pytest.mark.parametrize("language", ["diff", "diff-js"])
def test_a_patch_shows_what_came_and_went(language: str) -> None:
    assert pieces("@@ 1\n same\n-old\n+new", language) == [
        ("@@ 1", Ink.KEYWORD), ("-old", Ink.NUMBER), ("+new", Ink.STRING)
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["", "klingon", "text", "../../etc/passwd", "python\n"])
def test_an_unknown_language_stays_plain(language: str) -> None:
    assert pieces("def snow(): pass", language) == []


def test_what_is_too_much_stays_plain() -> None:
    assert pieces("a = 1\n" * (MAX_BLOCK // 6 + 1), "python") == []
    assert pieces(f"a = '{'x' * MAX_LINE}'", "python") == []
    assert inked(Code("a = 1", "python"), Clock(0)) == ()
    blocks = "".join(f'<pre><code class="language-py">a = {n}\n{"b = 2" * 60}</code></pre>' for n in range(400))
    page = highlighted(make_page(blocks))
    assert 0 < sum(len(code.text) for code in page.inks) <= MAX_PAGE


def test_the_class_names_the_language_and_the_text_stays_what_it_was() -> None:
    html = '<pre><code class="language-python">x = 1</code></pre><pre>x = 1</pre>'
    page = make_page(html)
    assert highlighted(page).blocks == page.blocks == outline(html)
    (code,) = highlighted(page).inks
    assert (code.text, code.language) == ("x = 1", "python")

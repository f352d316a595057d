"""What posts of Jekyll hold that is none of CommonMark's: read as kramdown and the themes read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.domain import Dialect
from reader.posts.read_post import read_file
from reader.posts.sites.site import Site
from tests.posts.reading import body, post
from tests.posts.test_site import fill

HUGO, JEKYLL, PELICAN = Dialect.HUGO, Dialect.JEKYLL, Dialect.PELICAN


def cells(html: str) -> list[str]:
    """Return the rows of a table in short: `A B` for its head, `a b` for others."""
    rows = [part.split("</tr>")[0] for part in html.split("<tr>")[1:]]
    return [" ".join(cell.split("</")[0].split(">")[1] for cell in row.split("<t")[1:]) for row in rows]


@pytest.mark.parametrize(
    ("source", "rows", "heads"),
    [
        ("| a | b |\n| c | d |", ["a b", "c d"], 0),
        ("|---|---|\n| a | b |", ["a b"], 0),
        ("| A | B |\n|---\n| c | d |", ["A B", "c d"], 2),
        ("| A | B |\n|---+---|\n| c | d |", ["A B", "c d"], 2),
        ("| A | B |\n|:--|--:|\n| c | d |\n|----\n| e | f |\n|===\n| g | h |", ["A B", "c d", "e f", "g h"], 2),
        ("| A | B |\n|---|---|\n| c | d |", ["A B", "c d"], 2),
    ],
)
def test_tables_of_kramdown_need_no_head(source: str, rows: list[str], heads: int) -> None:
    html = body(f"x\n\n{source}\n\ny", JEKYLL)
    assert cells(html) == rows
    assert html.count("<th>") + html.count("<th ") == heads


@pytest.mark.parametrize("dialect", [JEKYLL, PELICAN])
@pytest.mark.parametrize("line", ['<img src="a.png">', "<br>", "</span>", '<font color="red">'])
def test_an_element_of_a_line_begins_no_block(line: str, dialect: Dialect) -> None:
    """In CommonMark all below would be HTML, up to the next empty line."""
    assert "<strong>b</strong>" in body(f"x\n\n{line}\n**b**\n", dialect)
    assert "**b**" in body(f"x\n\n{line}\n**b**\n", HUGO)


def test_abbreviations_are_not_shown() -> None:
    html = body("The HTML.\n\n*[HTML]: Hyper Text\n*[A B]: c\n\n    *[code]: stays\n", JEKYLL)
    assert html == "<p>The HTML.</p>\n<pre><code>*[code]: stays\n</code></pre>"


def test_escaped_formulas_keep_their_items_apart() -> None:
    html = body("1. \\$$ a_1 $$\n2. \\$$ b_1 $$\n\nText $$ 2x - 1 $$ more", JEKYLL)
    assert html.count("<li>") == 2
    assert "Text <code>2x - 1</code> more" in html
    assert "$" not in html


def test_a_post_without_liquid_shows_its_tags() -> None:
    text = "---\ntitle: T\nrender_with_liquid: false\n---\nSay {{ site.title }} and {% raw %}."
    assert post(text, JEKYLL).text == "Say {{ site.title }} and {% raw %}."
    assert post(text.replace("false", "true"), JEKYLL).text == "Say and ."


def test_pictures_are_where_the_post_says(tmp_path: Path) -> None:
    """Chirpy's `media_subpath`, for the cover as well."""
    fill(
        tmp_path,
        {
            "_posts/2020-01-02-a.md": "---\ntitle: T\nmedia_subpath: /img/x/\nimage:\n  path: c.png\n---\n![a](a.png)",
            "img/x/a.png": "",
            "img/x/c.png": "",
        },
    )
    result = read_file(Site(tmp_path, JEKYLL), "_posts/2020-01-02-a.md").post
    assert result is not None
    assert [picture.local for picture in result.pictures] == ["img/x/a.png"]
    assert result.lead is not None
    assert result.lead.local == "img/x/c.png"
    assert not result.problems


GALLERY = """---
title: T
gallery:
  - url: /a.jpg
    image_path: /a-th.jpg
    alt: One
  - image_path: /b.jpg
second:
  - image_path: /c.jpg
---
"""


def test_the_pictures_of_a_gallery_stand_in_the_front_matter() -> None:
    """Minimal Mistakes."""
    text = GALLERY + "a\n\n{% include gallery caption=\"Its *words*\" %}\n\n{% include gallery id='second' %}\n\nb"
    result = post(text, JEKYLL)
    assert [(each.ref, each.alt) for each in result.pictures] == [("/a-th.jpg", "One"), ("/b.jpg", ""), ("/c.jpg", "")]
    assert '<a href="/a.jpg"><img src="/a-th.jpg" alt="One"></a>' in result.html
    assert "<figcaption>Its <em>words</em></figcaption>" in result.html
    assert result.text.split("\n") == ["a", "Its words", "b"]


@pytest.mark.parametrize(
    "source",
    [
        "* to be replaced\n{:toc}\n\nx",
        "1. a\n2. b\n{: .c toc max_level=2}\n\nx",
        "{:.a}\n* toc\n{:toc}\n\nx",
        "x\n{: .a}",
        "{::comment}y{:/}\n\nx\n{: .a}",
        "{: .a}\nx",
    ],
)
def test_attributes_and_the_place_of_contents_are_not_shown(source: str) -> None:
    """kramdown, "Inline Attribute Lists", and converter/html.rb, `convert_ul`."""
    assert body(source, JEKYLL) == "<p>x</p>"


def test_attributes_in_lists_are_not_shown() -> None:
    html = body("# H\n{:.no_toc}\n\n* {:.a} one\n* ![i](a.png)\n    {: .b}\n{:.c}\n", JEKYLL)
    assert "{" not in html
    assert html.count("<li>") == 2


@pytest.mark.parametrize("source", ["x\n{: #a .b}", "*x*{: #a}", "{: #a}\nx", "* {: #a} x", "| x |\n{: #a}"])
def test_links_lead_to_the_ids_of_attributes(source: str) -> None:
    html = body(f"{source}\n\n[to it](#a)", JEKYLL)
    assert html.count('<a id="a"></a>') == 1
    assert "{" not in html
    assert 'id="a"' not in body(source, JEKYLL)  # Nothing leads there.


def test_a_line_above_the_head_of_a_table_is_only_drawn() -> None:
    html = body("|---+---|\n| A | B |\n|---|---|\n| c | d |\n", JEKYLL)
    assert cells(html) == ["A B", "c d"]
    assert html.count("<th>") == 2


def test_ends_of_blocks_and_of_lines() -> None:
    """kramdown, "EOB Marker", and "Paragraphs" for the two backslashes."""
    html = body("* a\n^\n* b\n\nc\\\\\nd\n", JEKYLL)
    assert html.count("<ul>") == 2
    assert "<p>c<br>\nd</p>" in html
    assert "^" not in html


@pytest.mark.parametrize(
    "source", ["1. a\n  * b\n  * c\n2. d", "1. a\n * b\n * c\n2. d", "9. a\n  text\n  - b\n  - c\n10. d"]
)
def test_items_below_a_number_are_in_it(source: str) -> None:
    """kramdown, parser/kramdown/list.rb; CommonMark wants them below the text."""
    html = body(source, JEKYLL)
    assert html.count("<ol") == html.count("<ul") == 1
    assert html.index("<ol") < html.index("<ul") < html.index("</ul>") < html.index("</ol>")


def test_items_below_an_empty_line_are_a_list_of_their_own() -> None:
    assert body("1. a\n\n  * b\n\n2. c", JEKYLL).count("<ol") == 2

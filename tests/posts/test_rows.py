"""One case for each kind of file that a survey of real post folders met; each is made by hand in that kind's shape."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from reader.domain import Dialect
from reader.problems import ProblemKind as Kind
from tests.posts.reading import kinds, post, read

REPAIRED, UNTITLED = (Kind.FRONT_MATTER_REPAIRED,), (Kind.TITLE_MISSING,)
HEXO, JEKYLL, HUGO, PLAIN = Dialect.HEXO, Dialect.JEKYLL, Dialect.HUGO, Dialect.PLAIN


@dataclass(frozen=True)
class Row:
    """A file, and what must come of it: fields of the post, parts of its HTML, and what the report says."""

    name: str
    text: str | bytes
    fields: dict[str, Any] = field(default_factory=dict)
    shows: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    says: tuple[Kind, ...] = ()
    dialect: Dialect = HEXO
    path: str = "_posts/2020-01-02-p.md"


def named(rows: list[Row]) -> list[Any]:
    return [pytest.param(row, id=row.name) for row in rows]


def check(row: Row) -> None:
    found = post(row.text, row.dialect, row.path)
    got = {name: getattr(found, name) for name in row.fields}
    assert got == row.fields
    assert [part for part in row.shows if part not in found.html] == []
    assert [part for part in row.hides if part in found.html + found.text] == []
    assert [kind for kind in kinds(found) if kind is not Kind.DATE_MISSING] == list(row.says)


def head(lines: str, body: str = "B") -> str:
    return f"---\ntitle: T\n{lines}\n---\n{body}"


BYTES = [
    Row("mark", b"\xef\xbb\xbf---\ntitle: A\n---\nB", {"title": "A", "text": "B"}),
    Row("mark in mid-text", "---\ntitle: A\ufeffB\n---\nC\ufeffD", {"title": "AB", "text": "CD"}),
    Row("NUL", b"---\ntitle: A\n---\nB\0C", {"text": "B\ufffdC"}, says=(Kind.BYTES_REPLACED,)),
    Row("control", b"---\ntitle: A\n---\nB\x07C", {"text": "B\ufffdC"}, says=(Kind.BYTES_REPLACED,)),
    Row("backspace", "---\ntitle: A\n---\n理论\b来", {"text": "理论来"}, says=(Kind.BYTES_REPLACED,)),
    Row("C1 control", "---\ntitle: A\x9fB\n---\nC", {"title": "A\ufffdB", "text": "C"}, says=(Kind.BYTES_REPLACED,)),
    Row("CRLF", b"---\r\ntitle: A\r\n---\r\nB\r\n\r\nC\r\n", {"title": "A", "text": "B\nC"}),
    Row("mixed ends", b"---\r\ntitle: A\n---\nB\r\n\nC", {"title": "A", "text": "B\nC"}),
    Row("CR only", b"---\rtitle: A\r---\rB\r\rC", {"title": "A", "text": "B\nC"}),
    Row("GB18030", ("---\ntitle: 标题\n---\n" + "中文内容，记者报道。" * 9).encode("gb18030"),
        {"title": "标题", "text": "中文内容，记者报道。" * 9},
        says=(Kind.ENCODING_GUESSED,)),
    Row("broken", "---\ntitle: 标题\n---\n中文内容很多很多".encode() + b"\xff" + "字字字".encode(),
        {"title": "标题", "text": "中文内容很多很多\ufffd字字字"},
        says=(Kind.BYTES_REPLACED,)),
    Row("a line of 285,000 characters", head("", "字" * 285_000), {"text": "字" * 285_000},
        says=(Kind.BODY_SHORTENED,)),
]  # fmt: skip

BLOCKS = [
    Row("closing line with blanks", "---\ntitle: A\n--- \t\nB", {"title": "A", "text": "B"}),
    Row("blank before TOML", ' \n+++\ntitle = "A"\n+++\nB', {"title": "A", "text": "B"}, dialect=HUGO),
    Row("no block", "B", {"title": "P", "text": "B"}, says=UNTITLED, dialect=JEKYLL),
    Row("no opening line", "title: A\ntags: x\n---\nB", {"title": "A", "tags": ("x",), "text": "B"}),
    Row("no opening line elsewhere", "title: A\n---\nB", {"title": "A", "text": "B"}, says=REPAIRED, dialect=HUGO),
    Row("Pelican", "Title: A\nDate: 2020-01-02\nTags: x; y, z\nCategory: C d\nAuthors: E\n\nB",
        {"title": "A", "date_text": "2020-01-02", "tags": ("x", "y, z"), "categories": (("C d",),), "author": "E",
         "text": "B"},
        dialect=PLAIN),
    Row("Pelican, keys repeated", "Title: A\nTitle: Z\nTAGS: x\n\nB", {"title": "A", "tags": ("x",), "text": "B"},
        dialect=PLAIN),
    Row("references", "[#]: subject: (A)\n[#]: author: (C)\n\nB", {"title": "A", "author": "C", "text": "B"}),
    Row("TOML", '+++\ntitle = "A"\ndate = 2020-01-02\n[taxonomies]\ntags = ["x"]\n+++\nB',
        {"title": "A", "date_text": "2020-01-02", "tags": ("x",), "text": "B"},
        dialect=HUGO),
    Row("TOML path", '+++\npath = "2022/04/07/a"\ntitle = "A"\n+++\nB',
        {"title": "A", "published": datetime(2022, 4, 7, tzinfo=UTC)},
        dialect=HUGO, path="content/a.md"),
    Row("tab as indent", "---\ntitle: A\ntags:\n\t- x\n\t- y\n---\nB", {"tags": ("x", "y")}, says=REPAIRED),
    Row("tab after an indent", "---\ntitle: A\ntags:\n  -\tx\n \t- y\n---\nB", {"title": "A", "tags": ("x", "y")},
        says=REPAIRED),
    Row("item with @", "---\ntitle: A\nauthors:\n - @c\n---\nB", {"author": "@c"}, says=REPAIRED),
    Row("conflict", "---\ntitle: A\n<<<<<<< HEAD\ntags: x\n=======\ntags: y\n>>>>>>> z\n---\nB",
        {"title": "A", "tags": ("y",), "text": "B"},
        says=(Kind.FRONT_MATTER_REPAIRED, Kind.DUPLICATE_KEY)),
    Row("template", head("created: {{date}}"), {"title": "T", "date_text": "{{date}}"}, says=(Kind.DATE_UNREADABLE,)),
    Row("unclosed", "---\ntitle: A\ntags: x\n\nB", {"title": "A", "tags": ("x",), "text": "B"}, says=REPAIRED),
    Row("glued", "---\ntitle: A\n---now B", {"title": "A", "text": "now B"}, says=REPAIRED),
    Row("key twice", "---\ntitle: A\ntitle: B\n---\nC", {"title": "B", "text": "C"}, says=(Kind.DUPLICATE_KEY,)),
    Row("null", "---\n---\n# A\n\nB", {"title": "A", "text": "A\nB"}, says=UNTITLED),
    Row("PGP", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: X\n\nB", {"title": "p"}, says=UNTITLED,
        shows=("BEGIN PGP SIGNED MESSAGE", "Hash: X", "<p>B</p>")),
    Row("setext", "A heading\n---\n\nB", {"title": "A heading"}, says=UNTITLED, shows=("<h2",)),
    Row("JSON by name", '---json\n{"title": "A", "tags": ["x"]}\n---\nB', {"title": "A", "tags": ("x",), "text": "B"}),
    Row("TOML by name", '---toml\ntitle = "A"\n---\nB', {"title": "A", "text": "B"}),
    Row("Hexo's JSON without its first line", '"title": "A",\n"tags": ["x"]\n;;;\nB', {"title": "A", "tags": ("x",)}),
    Row("Hexo's JSON", ';;;\n"title": "A",\n"tags": ["x"]\n;;;\nB', {"title": "A", "tags": ("x",), "text": "B"}),
    Row("Hugo's JSON", '{"title": "A", "params": {"x": {"y": 1}}}\nB', {"title": "A", "text": "B"}, dialect=HUGO),
    Row("broken TOML", '+++\ntitle = "A"\nx = {{ y }}\n+++\nB', {"title": "A", "text": "B"}, says=REPAIRED,
        dialect=HUGO),
]  # fmt: skip

FIELDS = [
    Row("slash in a category", head("categories: C/C++"), {"categories": (("C/C++",),)}),
    Row("category as a list", head("category: [x, y]"), {"categories": (("x",), ("y",))}, dialect=JEKYLL),
    Row("null categories", head("categories:"), {"categories": ()}),
    Row("null in a list", head("categories:\n - x\n -"), {"categories": (("x",),)}),
    Row("categories win", head("categories: x\ncategory: y"), {"categories": (("x",),)}),
    Row("two nested lists", head("categories:\n- - x\n  - y\n- - z"), {"categories": (("x", "y"), ("z",))}),
    Row("lone dash", head("tags:\n  -"), {"tags": ()}),
    Row("empty text", head("tags: ''"), {"tags": ()}),
    Row("number", head("tags: 996"), {"tags": ("996",)}),
    Row("commas", head("tags: x,y , z"), {"tags": ("x", "y", "z")}, dialect=PLAIN),
    Row("blanks", head("tags: x y"), {"tags": ("x", "y")}, dialect=JEKYLL),
    Row("authors", head("authors:\n - x\n - y"), {"author": "x, y"}),
    Row("null author", head("author:"), {"author": ""}),
    Row("quoted date", head("date: '2008-09-03'"),
        {"date_text": "2008-09-03", "published": datetime(2008, 9, 3, tzinfo=UTC), "zone_assumed": True}),
    Row("impossible time", head("date: 2019-01-01 31:37:00"),
        {"date_text": "2019-01-01 31:37:00", "published": datetime(2019, 1, 1, tzinfo=UTC)},
        says=(Kind.DATE_UNREADABLE,)),
    Row("time without numbers", head("date: 2020-01-02\ntime: hh:mm:00"), {"timed": False}),
    Row("flag", head("published: true\nsticky: 1\ntop: true"), {"title": "T"}),
    Row("two spellings", "---\nTitle: A\nDate: 2020-01-02\npublishDate: 2020-01-03\n---\nB",
        {"title": "A", "date_text": "2020-01-02"}),
    Row("language suffix", head(""), {"title": "T", "lang": "es"}, dialect=HUGO, path="content/a/index.es.md"),
    Row("name of a bundle", "---\ndate: 2020-01-02\n---\n", {"title": "my-trip"}, says=UNTITLED, dialect=HUGO,
        path="content/my-trip/index.es.md"),
    Row("Jekyll's name", "---\n---\n", {"title": "A Trip", "published": datetime(2020, 1, 2, tzinfo=UTC)},
        says=UNTITLED, dialect=JEKYLL, path="_posts/20-1-2-a-trip.md"),
    Row("odd name", "B", {"title": "# 100% “a” [b] | 😀"},
        says=UNTITLED, dialect=PLAIN, path="# 100% “a” [b] | 😀 .md"),
    Row("C1 in a name", "B", {"title": "a\ufffdb"}, says=UNTITLED, dialect=PLAIN, path="a\x9fb.md"),
]  # fmt: skip

TITLES = [
    ("''", None), ("09.12", "09.12"), ("9_27_2009", "9_27_2009"), ("1984", "1984"), ("on", "on"),
    ("[转帖] x", "[转帖] x"),
    ("  outer  ", "outer"), ("'\"quoted\"'", '"quoted"'), ("'it''s'", "it's"), ("a_ _b_", "a_ _b_"),
    ("😀 x", "😀 x"),
    (">-\n  a\n  b", "a b"), ("e\u0301", "e\u0301"), ("*a* b", "*a* b"), ("'`a`'", "`a`"), ("T&amp;T", "T&T"),
    ("'@a: b'", "@a: b"),
]  # fmt: skip

REFUSED = [
    ("---js\n{ title: 1 }\n---\nB", "a.md", Kind.NOT_A_POST),
    ("_model: x\n---\ntitle: A\n", "contents.lr", Kind.NOT_A_POST),
    ("\0\x05\x16\x07\0\x02", "._a.md", Kind.NOT_A_POST),
    ("Title: A\nStatus: draft\n\nB", "a.md", Kind.DRAFT),
    ("Title: A\nStatus: hidden\n\nB", "a.md", Kind.DRAFT),
    ("Title: A\nStatus: skip\n\nB", "a.md", Kind.DRAFT),
    (head("draft: yes"), "a.md", Kind.DRAFT),
    (head("headless: true"), "a/index.md", Kind.NOT_A_POST),
    ('+++\ntitle = "A"\ndraft = true\n+++\nB', "a.md", Kind.DRAFT),
]


@pytest.mark.parametrize("row", named(BYTES + BLOCKS + FIELDS))
def test_files(row: Row) -> None:
    check(row)


@pytest.mark.parametrize(("written", "title"), TITLES)
def test_titles(written: str, title: str | None) -> None:
    assert post(f"---\ntitle: {written}\n---\nB", PLAIN, "name.md").title == (title or "name")


@pytest.mark.parametrize(("text", "path", "kind"), REFUSED)
def test_what_is_refused(text: str, path: str, kind: Kind) -> None:
    result = read(text, PLAIN, path)
    assert result.post is None
    assert kinds(result)[-1] is kind

"""Bytes of any kind, under any name and any generator's rules, end as an article or as a named problem, and soon."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html  # type: ignore[import-untyped]

from reader.domain import Dialect, ReadFile
from reader.posts.sites.folder_rules import POST_EXTENSIONS
from reader.problems import ProblemKind
from tests.posts.reading import body, post, read

ANY = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
DIALECTS = st.sampled_from(list(Dialect))
PATHS = st.sampled_from(
    [f"_posts/2020-01-02-p{extension}" for extension in sorted(POST_EXTENSIONS)] + ["a/._p.md", "p.lr"]
)
#: What an article can be made without, and what says why there is none.
REFUSALS = {ProblemKind.NOT_TEXT, ProblemKind.EMPTY, ProblemKind.NOT_A_POST, ProblemKind.DRAFT, ProblemKind.TOO_LARGE}

MARKS = [
    "\n", "\n\n", " ", "\t", "    ", "a", "字", "😀", "\u202e", "\ufeff", "\0", "\x1b", "\ufffd", "\ufdd0", "\ufdd2",
    "\u2028", "\x85",
    "*", "**", "_", "`", "```", "~~~", "~~", "<", ">", "</", "/>", "<!--", "-->", "<?", "<![CDATA[", "&", "&#",
    "&#0;", "&#xD800;",
    "[", "]", "(", ")", "![", "](", "[^", "[^1]:", "[[", "]]", "![[", "|", "|-|", "#", "# ", "===", "---", "- ",
    "1. ", "> ", ": ",
    "{", "}", "{{", "}}", "{%", "%}", "{#", "#}", "{:", ":::", "!!! a", "[!note]", "$$", "$", "\\(", "\\)", "\\",
    "==", "%%", "^a",
    "{% raw %}", "{% endraw %}", "{% note %}", "{% endnote %}", "{% end %}", "{% highlight x %}", "{{< ref x >}}",
    "{{% /a %}}",
    "<div>", "</div>", "<p>", "<pre>", "<code>", "<script>", "<style>", "<table>", "<td>", "<img src=",
    "<a href='", "<svg>", "<rt>",
    "<svg><style>", "</pre>", "<iframe", "\u2029", "> [!a]", "{#a}", "{static}",
    "<X>", "</x-y>", "import a from 'b'", "export const a = {", "http://", "www.a.b", "a@b.c",
    "data:image/png;base64,", "[TOC]", '"', "'",
]  # fmt: skip
HEADS = [
    "---", "---\n", "\n---\n", "...", "+++\n", ";;;\n", "{", "}", "title: ", "date: ", "tags: ", "categories:\n",
    "  - ", "- - a\n", "a: b\n",
    "\n", " ", "\t", "&a ", "*a", "!!python/object/apply:os.system ", "<<: *a\n", "|\n", ">\n", "? ", ": ", "[",
    "]", "{", "'", '"', "#", "@", "%",
    "2020-01-02", "2020-13-45 99:99:99", "99999999999999999999", "true", "~", "null", "<<<<<<< HEAD\n",
    "=======\n", "[#]: a: (b)\n",
    "title = ", '"""', "[taxonomies]\n", "\u2028", "\x85", "\0", "字", "draft: true\n", "{{ a }}",
]  # fmt: skip

REAL = [
    (
        "---\ntitle: 'It''s'\ndate: 2020-01-02 03:04:05 +0800\ncategories:\n- - a\n  - b\ntags: [x, y]\n---\n\n"
        "## A *b*\n\n{% note %}c{% endnote %}\n"
    ),
    (
        "\n---\ntitle: 'A'\ncategories: \n - g\n - s\ndate: Thu, 20 Jan 2022 02:24:38 GMT\n---\n\n"
        "<div>\n  <p>字<br>x</p><img data-src='a'>\n</div>\n    "
    ),
    (
        '+++\ntitle = "A"\ndate = 2020-01-02\n[taxonomies]\ntags = ["x"]\n+++\n'
        '{{< figure src="a.png" >}}\n\n|a|b|\n|-|-|\n|1|2|\n'
    ),
    "Title: A\nDate: 2020-01-02\nTags: x, y\n\nText [a]({filename}b.md) and $x_1$.\n\n    code\n",
    "---\ntags: [a]\n---\n![[p.png|200]] [[N#h|t]] ==m== %%c%% #tag\n\n> [!note]- T\n> b ^id\n",
    "<!doctype html><html><head><title>T</title><meta charset=utf-8></head><body><main><p>a</p></main></body></html>",
]


def check(result: ReadFile) -> None:
    """An article is whole, or its last problem says why there is none; the program never fails."""
    found = {problem.kind for problem in result.problems}
    assert ProblemKind.PROGRAM_FAULT not in found, result.problems
    if result.post is None:
        assert (result.problems[-1].kind in REFUSALS, result.problems[-1].repaired) == (True, False)
        return
    made = result.post
    assert made.title.strip()
    assert len(made.title) <= 500
    assert made.published.tzinfo is not None
    assert len(made.summary) <= 301
    for text in (
        made.title,
        made.html,
        made.text,
        made.summary,
        made.author,
        *made.tags,
        *(part for path in made.categories for part in path),
    ):
        assert "\0" not in text
        text.encode()  # No half of a pair of surrogates: neither SQLite nor Qt would take it.
    shown = lxml_html.fragments_fromstring(f"<p></p>{made.html}")
    sources = {image.get("src") for part in shown if not isinstance(part, str) for image in part.iter("img")}
    assert {picture.ref for picture in made.pictures} <= sources


@ANY
@given(data=st.binary(max_size=2000), dialect=DIALECTS, path=PATHS)
def test_any_bytes(data: bytes, dialect: Dialect, path: str) -> None:
    check(read(data, dialect, path))


@ANY
@given(
    text=st.text(max_size=500),
    dialect=DIALECTS,
    path=PATHS,
    encoding=st.sampled_from(["utf-8", "utf-16", "utf-16-le", "gb18030"]),
)
def test_any_text_in_any_encoding(text: str, dialect: Dialect, path: str, encoding: str) -> None:
    check(read(text.encode(encoding, "replace"), dialect, path))


@ANY
@given(parts=st.lists(st.sampled_from(MARKS), max_size=60), dialect=DIALECTS, path=PATHS)
def test_any_marks_of_any_syntax(parts: list[str], dialect: Dialect, path: str) -> None:
    check(read("---\ntitle: T\n---\n" + "".join(parts), dialect, path))


@ANY
@given(parts=st.lists(st.sampled_from(HEADS), max_size=40), dialect=DIALECTS, path=PATHS)
def test_any_front_matter(parts: list[str], dialect: Dialect, path: str) -> None:
    check(read("".join(parts), dialect, path))


@ANY
@given(
    text=st.sampled_from(REAL),
    cuts=st.lists(st.tuples(st.integers(0, 200), st.integers(0, 30), st.sampled_from([*MARKS, *HEADS])), max_size=6),
    dialect=DIALECTS,
    path=PATHS,
)
def test_any_damage_to_a_real_shape(text: str, cuts: list[tuple[int, int, str]], dialect: Dialect, path: str) -> None:
    for at, length, instead in cuts:
        text = text[:at] + instead + text[at + length :]
    check(read(text, dialect, path))


BOMB = "a: &a [x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "head",
    [
        BOMB,
        "".join(f"k{number}: v\n" for number in range(100_000)),
        "k: v\n" * 100_000,
        "k:\n" * 200_000,
        f"k: {'v' * 1_000_000}\n",
        f"k: '{'v' * 1_000_000}\n",
        "k: [" + "[" * 50_000 + "\n",
        "k: " + "{a: " * 50_000 + "\n",
        "tags: [" + "x, " * 200_000 + "y]\n",
        "tags:\n" + "- x\n" * 200_000,
        "? " * 100_000 + "\n",
        "\t- x\n" * 100_000,
        "date: " + "1" * 500_000 + "\n",
        "title: " + "&lt;b&gt;" * 100_000 + "\n",
        "title: " + "<b>" * 100_000 + "\n",
        "title: " + "<b a=1>`</b>" * 30_000 + "\n",
        "categories: " + "a/" * 300_000 + "\n",
        "".join(f"{'  ' * depth}k:\n" for depth in range(1_000)),
        f"cover: {'a.png?' * 50_000} x\n", f"cover: [{'a.png?' * 600} x, b]\n" * 80,
        f"date: '2020-01-02{' ' * 300_000}x'\n", f"date: '1/2/2020{' ' * 300_000}x'\n",
        f"title: x{' ' * 300_000}# c\n", f"title: @a{' ' * 300_000}b\n", f"tags:\n- @a{' ' * 300_000}b\n",
        f"title{' ' * 300_000}b\n",
    ],
    ids=lambda head: repr(head[:12]),
)  # fmt: skip
@pytest.mark.parametrize(
    ("opening", "closing"),
    [("---\n", "---\n"), ("---\n", ""), (";;;\n", ";;;\n")],
)
def test_front_matter_of_a_megabyte_ends_soon(head: str, opening: str, closing: str) -> None:
    check(read(f"{opening}{head}{closing}kept", Dialect.HEXO))


def test_what_many_keys_leave_out_is_told_and_the_title_is_kept() -> None:
    found = post("---\ntitle: A\n" + "".join(f"k{number}: v\n" for number in range(30_000)) + "---\nB")
    assert (found.title, found.text) == ("A", "B")
    assert "too many values" in [problem.detail for problem in found.problems]


#: What lets a pattern begin, and then so many blanks that trying each of them again would take hours.
BLANKS_WITHIN = [
    f"<!-- tab{' ' * 300_000}x", f"{'<!-- tab a' * 20}{' ' * 300_000}x", f"<!-- more{' ' * 300_000}x",
    f"{{% highlight a %}}{' ' * 300_000}x{{% endhighlight %}}", f"# a{' ' * 59_000}b",
    f"# a{' ' * 59_000}b\n{{:/}}\n" * 4, f"![a](b c{chr(10) * 20_000}x", f"|-|-{' ' * 59_000}x",
    f"!!! a{' ' * 59_000}x",
    f"<b markdown=1>{' ' * 59_000}x</b>", f"a{{:{' ' * 59_000}x",
    f"<!-- node{' ' * 300_000}x", f"<img :src=\"'a'{' ' * 300_000}x\">", f"<p>{'](' * 100_000}</p>",
]  # fmt: skip
#: What begins over and over, and what would end it a little otherwise or too late.
NEVER_CLOSED = [
    "Write x={ to open a block of the program, and see what it does. " * 5, "x={ {a} {b} " * 20_000,
    " x={" + "{a {b} c} " * 20_000, "```\n{% raw %}\n" * 20_000, "~" * 300_000 + "`", "{# " * 100_000 + "#}",
    "{{</*" * 60_000 + "}}", "{/*" * 100_000, "import " + '"' * 60_000 + "x\n" + '"' * 59_000, "{::comment}\n" * 30_000,
    "<script></scripty>" * 1_000 + "<b>" * 100_000, "<pre " * 60_000 + "</pre", "\\[]" * 70_000, "\\(a" * 70_000,
    ("[a" + "\n*b" * 16) * 2_900,
    "\\`" * 70_000, "!!! a\n```\n" * 10_000, "- " * 20_000 + "```\n" * 3, "::: a `b` {:c `d`}\n" * 5_000,
    "<!--\n" + "```js\n" * 33_000 + "```\n", f"|{'-' * 50_000}x\n" * 5, f"y\n{' ' * 50}<C>\n" * 4_000,
    "    {% x %}\n\n" + ">>\n    a\n" * 20_000,
]  # fmt: skip


@pytest.mark.timeout(90)
@pytest.mark.parametrize(
    "source",
    [
        "x" * 300_000 + " *a*", "字" * 300_000, "a b " * 75_000, "**a** " * 50_000, "`a` " * 75_000,
        "&amp; " * 50_000, '"a" ' * 75_000,
        "it's -- " * 40_000, "**字（a）**" * 30_000,
        "<div>" * 10_000, "<b>" * 10_000, "<p>" * 10_000 + "x", "<table><tr><td>" * 4_000, "<ul><li>" * 10_000,
        "> " * 10_000,
        "- " * 10_000, "1. " * 10_000, "[" * 10_000 + "]" * 10_000, "![[" * 10_000, "[[a]]" * 10_000,
        "{{" * 10_000 + "}}" * 10_000,
        "{% note %}" * 10_000, "{% fold x %}" * 5_000 + "{% endfold %}" * 5_000,
        "\n".join(" " * depth + "- a" for depth in range(0, 2_000, 2)),
        "$a_1$ " * 20_000, "\\(a_1 " * 20_000, "==a " * 20_000, "%%" * 20_000 + "a", "<X>\n" * 20_000,
        "<div markdown=1>a</div>\n" * 40_000,
        "a={" * 20_000, "import a\n" * 20_000,
        "[^1]" * 4_000 + "\n\n[^1]: x", "a\n: b\n" * 4_000, "::: a\n" * 10_000, "> [!note]\n" * 10_000,
        "<!-- tab a -->" * 10_000,
        *BLANKS_WITHIN,
        *NEVER_CLOSED,
    ],
    ids=lambda source: repr(source[:12]),
)  # fmt: skip
@pytest.mark.parametrize(
    ("dialect", "path"),
    [
        (Dialect.HEXO, "p.md"), (Dialect.PLAIN, "p.mdx"), (Dialect.OBSIDIAN, "p.md"), (Dialect.JEKYLL, "p.md"),
        (Dialect.HUGO, "p.md"),
    ],
)  # fmt: skip
def test_bodies_made_to_be_slow_end_soon(source: str, dialect: Dialect, path: str) -> None:
    check(read(f"---\ntitle: T\n---\n{source}", dialect, path))


@pytest.mark.parametrize(
    "source",
    [
        "[a](https://a.example/?b=c&d=e)\n" * 1_000,
        "- [ ] [a]\n" * 1_000,
        "```\n" + "\x1b[31mred\x1b[m\n" * 1_000 + "```\n",
    ],
    ids=["links", "tasks", "log"],
)
def test_many_brackets_that_are_closed_or_code_cost_little_and_stay(source: str) -> None:
    made = read(f"---\ntitle: T\n---\n{source}", Dialect.HUGO, "p.md")
    assert ProblemKind.BODY_SHORTENED not in [problem.kind for problem in made.problems]


@pytest.mark.parametrize(
    "title", ["x" * 50_000, "{% raw %}" + "x" * 50_000 + "{% endraw %}", f"\n    ```\n{'x' * 50_000}\n    ```\n    "]
)
def test_a_long_title_that_many_links_refer_to_is_not_multiplied_without_end(title: str) -> None:
    html = body(f'[a]: /b "{title}"\n\n' + "[a] " * 2_000)
    assert html.startswith('<p><a href="/b"')
    assert len(html) < 4_000_000


@pytest.mark.parametrize("hidden", ["%EF%B7%99AAAA%EF%B7%9A", "%EF%B7%977%EF%B7%98", "%01%EF%B7%9B"])
def test_an_address_shows_no_sign_that_stands_for_something_here(hidden: str) -> None:
    html = body(f"```\na\n```\n\n    {{% b %}}\n\n<https://c.example/%3C!--{hidden}--%3E>\n")
    assert "\ufffd" in html
    assert not re.search("[\x01\ufdd0-\ufdef]", html)


def test_brackets_that_nothing_closes_are_told_where_much_follows_them() -> None:
    made = read("---\ntitle: T\n---\n" + ("[a" + "\n*b" * 16) * 500, Dialect.HUGO, "p.md")
    assert "brackets that nothing closes" in [problem.detail for problem in made.problems]


FIVE_MEGABYTES = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
from tests.posts.reading import post
for sign in ("[", "<", "*", "{{", "{%", "`", "&", "|", "$", "==", "'", "<!--"):
    for path in ("p.md", "p.html"):
        made = post("---\\ntitle: T\\n---\\nkept " + sign * (5_000_000 // len(sign)), path=path)
        assert made.text.startswith("kept"), (sign, path)
print("all read")
"""


@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
def test_five_megabytes_of_one_sign_need_little_memory_and_time() -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", FIVE_MEGABYTES]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=240, check=False)
    assert (run.stdout, run.stderr) == ("all read\n", "")

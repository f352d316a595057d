"""The generators themselves make pages of hard texts; words, code, links, pictures and structure are theirs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html as lxml_html  # type: ignore[import-untyped]

from reader.domain import Dialect
from tests.posts.reading import post

#: Typographic signs may part: ours change in pairs only.
_SIGNS = str.maketrans("“”„‘’‚–—…\xa0", "\"\"\"'''--. ")
_STRUCTURE = ("h1", "h2", "h3", "h4", "li", "td", "th", "dd", "em", "strong", "blockquote", "pre")

COMMON = (
    '# A\n\nB\n=\n\nC *d* **e** `f` [g](http://h.i "j") ![k](l.png)\n\n> m\n> > n\n\n---\n',
    "| a | b |\n|---|:-:|\n| `c` | *d* |\n",
    "a[^x] b[^y] c[^x]\n\n[^x]: one *two*\n[^y]:\n    three\n\n    four\n",
    "t\n: d\n\nu\n*v*\n\n: e\n: f\n",
    "[a][b] [B] ![c][b]\n\n[b]: http://d.e/ 'f'\n",
    "<div>\n*a*\n</div>\n\nb<br>c <kbd>d</kbd> &copy; &lt;\n\n<!-- e\n\nf -->\n\ng\n",
    "```\n| a | `b|c` |\n[d] [e]\n{: .f}\n```\n\n    *g* \\\\\n",
)
FIRST_MARKDOWN = (
    '<div>a</div>\n*b*\n\n<figure>\n  <img src="c.png">\n</figure>\n*d*\n',
    '[a](http://b.c/d e) [f](/g "h "i" j") [k] [l]\n\n[l]: http://m.n/\n',
    "| a | `b|c` |\n|---|---|\n| d | `e` |\n",
    "a\n{: #b .c}\n\n*d*{: .e}\n",
)
CASES = {
    Dialect.HUGO: (
        *COMMON,
        "- a\n- b\n\n      c\n\n1. d\n\n   ```js\n   e <f>\n   ```\n2. g\n",
        "`{{</* a */>}}` {{</* b */>}}\n\n```\n{{%/* c */%}}\n```\n",
        "{{< figure src=\"a.png\" alt=\"b\" >}}\n",
        "{{< highlight go >}}\na < b\n{{< /highlight >}}\n",
        "- [ ] a\n- [x] ~~b~~ http://c.d/e\n",
        "## A {#b .c}\n\n[d](#b)\n",
    ),
    Dialect.JEKYLL: (
        *COMMON,
        *FIRST_MARKDOWN,
        "`{% raw %}{{ a }}{% endraw %}`\n\n```\n{% raw %}\n{% b %}\n{% endraw %}\n```\n",
        "{% highlight ruby %}\na < b\n{% endhighlight %}\n",
        "* {:.a} b\n* c\n    {: .d}\n{:.e}\n\n{: .f}\n> g\n",
        "|---+---|\n| A | B |\n|---|---|\n| c | d |\n|===|===|\n| e | f |\n",
        "* a\n^\n* b\n\nc\\\\\nd\n\n{::comment}e{:/comment}\n\nf\n",
        "The HTML.\n\n*[HTML]: Hyper Text\n",
    ),
    Dialect.PELICAN: (*COMMON, *FIRST_MARKDOWN),
}  # fmt: skip


def made_by_hugo(folder: Path, sources: tuple[str, ...]) -> list[str]:
    (folder / "config.toml").write_text('baseURL = "http://a.b/"\n[markup.goldmark.renderer]\nunsafe = true\n', "utf-8")
    for name, text in {
        "layouts/_default/single.html": "{{ .Content }}",
        **numbered("content/posts/{}.md", sources),
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    command = ["hugo", "--quiet", "--disableKinds", "home,section,taxonomy,term,RSS,sitemap,404"]
    run(command, folder)
    return [(folder / f"public/posts/{number}/index.html").read_text("utf-8") for number in range(len(sources))]


def made_by_jekyll(folder: Path, sources: tuple[str, ...]) -> list[str]:
    for name, text in numbered("{}.md", sources).items():
        (folder / name).write_text(text, "utf-8")
    run(["jekyll", "build", "--quiet", "--disable-disk-cache"], folder)
    return [(folder / f"_site/{number}.html").read_text("utf-8") for number in range(len(sources))]


def made_by_python_markdown(folder: Path, sources: tuple[str, ...]) -> list[str]:
    command = ["markdown_py", "-x", "extra", "-x", "codehilite", "-x", "meta"]
    return [run([*command, "-q"], folder, f"Title: T\n\n{source}") for source in sources]


def numbered(name: str, sources: tuple[str, ...]) -> dict[str, str]:
    return {name.format(number): f"---\ntitle: T\n---\n{source}" for number, source in enumerate(sources)}


def run(command: list[str], folder: Path, text: str = "") -> str:
    bare = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8", "JEKYLL_NO_BUNDLER_REQUIRE": "true"}
    done = subprocess.run(
        command, cwd=folder, input=text, check=True, capture_output=True, timeout=120, env=bare, text=True
    )
    return done.stdout


GENERATORS: dict[Dialect, tuple[str, Callable[[Path, tuple[str, ...]], list[str]]]] = {
    Dialect.HUGO: ("hugo", made_by_hugo),
    Dialect.JEKYLL: ("jekyll", made_by_jekyll),
    Dialect.PELICAN: ("markdown_py", made_by_python_markdown),
}


def shown(page: str) -> dict[str, object]:
    """Return what a reader would see of a page, without what each generator writes in its own way."""
    root = lxml_html.fromstring(f"<div>{page}</div>")
    for element in root.xpath("//a[@class='footnote-backref' or @class='reversefootnote']"):
        element.drop_tree()
    notes = root.xpath("//a[starts-with(@href, '#fn')]")
    for element in notes:
        element.text = (element.text or "").strip("[]")
    return {
        "text": re.sub(r"\s+", "", root.text_content().translate(_SIGNS)),
        "code": [element.text_content().strip("\n") for element in root.iter("pre")],
        "links": [unquote(element.get("href")) for element in root.xpath("//a[@href]") if element not in notes],
        "pictures": [(element.get("src"), element.get("alt") or "") for element in root.iter("img")],
        "structure": Counter(element.tag for element in root.iter(*_STRUCTURE)),
    }


@pytest.mark.parametrize("dialect", CASES)
def test_texts_are_shown_as_their_generator_shows_them(dialect: Dialect, tmp_path: Path) -> None:
    program, make = GENERATORS[dialect]
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    for source, page in zip(CASES[dialect], make(tmp_path, CASES[dialect]), strict=True):
        ours = post(f"---\ntitle: T\n---\n{source}", dialect, "a.md").html
        assert (source, shown(ours)) == (source, shown(page))

"""What stands between `{% raw %}` and `{% endraw %}`: no tag in it is one, and in Hexo nothing in it is Markdown.

Liquid and Nunjucks run before the Markdown of Jekyll and Eleventy, so that the marks go wherever they stand. Hexo puts
the whole behind its Markdown, and sees the marks in code within a line, but not in blocks (lib/hexo/post.ts).
"""

from __future__ import annotations

import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable

from reader.domain import Dialect
from reader.posts.tags.code_spans import CodeFinder, pieces
from reader.posts.tags.stretches import rewrite_stretches

_BEFORE_MARKDOWN = frozenset({Dialect.JEKYLL, Dialect.ELEVENTY})
_OPENING, _CLOSING = (
    re.compile(rf"^[ \t]*\{{%-?\s*{name}\s*-?%\}}[ \t]*\n|\{{%-?\s*{name}\s*-?%\}}", re.MULTILINE)
    for name in ("raw", "endraw")
)
#: Around what is put behind the Markdown, in a comment: letters and digits that mean nothing to it. No text holds the
#: signs, see encoding.
_BEGIN, _END = "\ufdd9", "\ufdda"
#: Characters of texts that were written before: one in a title stands in each link that refers to it.
_MOST_AGAIN = 1_000_000
_HIDDEN = re.compile(rf"(?:<|&lt;)!--{_BEGIN}([A-Za-z0-9+/=]*){_END}--(?:>|&gt;)")


def unwrap_in_code(text: str, dialect: Dialect) -> str:
    """Take the marks out of code, where the generator sees them there; what stands between them stays."""
    if "endraw" not in text or (dialect is not Dialect.HEXO and dialect not in _BEFORE_MARKDOWN):
        return text
    return "".join(
        _unwrapped(part) if code is not None and (code.inline or dialect is not Dialect.HEXO) else part
        for part, code in pieces(text, CodeFinder(text).next)
    )


def _unwrapped(code: str) -> str:
    return rewrite_stretches(code, _OPENING, _CLOSING, len(code), lambda _opened, inside, _closed: inside)


def put_behind_markdown(text: str) -> str:
    """Return a comment that stands for a text until `shown` writes it."""
    return f"<!--{_BEGIN}{b64encode(zlib.compress(text.encode(), 1)).decode()}{_END}-->"


def shown(html: str, write: Callable[[str], str]) -> str:
    """Put what stands behind the Markdown into its places, as `write` makes it."""
    if _BEGIN not in html:  # The pattern would stop at each tag.
        return html
    room = _MOST_AGAIN
    written: set[str] = set()

    def place(found: re.Match[str]) -> str:
        nonlocal room
        if room < 0 and found[1] in written:
            return ""
        text = zlib.decompress(b64decode(found[1])).decode()
        room -= len(text) if found[1] in written else 0
        written.add(found[1])
        return write(text)

    return _HIDDEN.sub(place, html)

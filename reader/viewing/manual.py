"""The manual as a page: through the converter and the sanitiser that the posts of others go through."""

from __future__ import annotations

from pathlib import Path

from reader.domain import Dialect
from reader.posts.body.converter import to_html
from reader.viewing import blocks as b
from reader.viewing.outline import outline
from reader.viewing.page import NO_ARTICLE, Page
from reader.viewing.sanitize import sanitize
from reader.viewing.taiwan import in_taiwan


def read_manual(file: Path, lang: str) -> Page:
    """Return the manual in a file, titled by its first heading; `lang` (BCP 47) chooses its fonts.

    In zh-TW the Simplified text is shown as Taiwan reads it, and so names what the window shows as the window does.

    Takes some 50 ms, so it belongs in a worker. Links to places in it lead there; those to other files are text. Raises
    OSError where the file cannot be read.
    """
    text = file.read_text("utf-8")
    html = to_html(in_taiwan(text) if lang == "zh-TW" else text, Dialect.PLAIN)
    found = outline(sanitize(html, {}))
    titled = isinstance(found[0], b.Heading)
    return Page(
        article=NO_ARTICLE,
        title=b.plain_text(found[:1]) if titled else "",
        kicker="",
        author="",
        published=0,
        timed=False,
        minutes=0,
        lang=lang,
        hero=None,
        blocks=found[1:] if titled else found,
        link="",
        position=0,
        bookmarked=False,
        pictures={},
    )

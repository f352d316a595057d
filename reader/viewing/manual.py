"""The manual as a page: through the converter and the sanitiser that the posts of others go through."""

from __future__ import annotations

from pathlib import Path

from reader.domain import Dialect
from reader.posts.body.converter import to_html
from reader.viewing import blocks as b
from reader.viewing.conversion import converted
from reader.viewing.forms import TRADITIONAL
from reader.viewing.outline import outline
from reader.viewing.page import NO_ARTICLE, Page
from reader.viewing.sanitize import sanitize


def read_manual(file: Path, lang: str) -> Page:
    """Return the manual in a file, titled by its first heading; `lang` (BCP 47) chooses its fonts.

    In zh-TW the Simplified text is shown in traditional characters.

    Takes some 50 ms, so it belongs in a worker. Links to places in it lead there; those to other files are text. Raises
    OSError where the file cannot be read.
    """
    html = to_html(file.read_text("utf-8"), Dialect.PLAIN)
    found = outline(sanitize(html, {}))
    titled = isinstance(found[0], b.Heading)
    page = Page(
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
    return converted(page, TRADITIONAL) if lang == "zh-TW" else page

"""Pages made of a few words, for the tests of the viewer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reader.viewing.outline import outline
from reader.viewing.page import Page, Size
from reader.viewing.sanitize import sanitize


def make_page(html: str = "<p>Text.</p>", *, pictures: Mapping[str, Size] | None = None, **changes: object) -> Page:
    """Make the page of some HTML. A picture `NAME.png` is stored under the key NAME when `pictures` has its size."""
    sizes = dict(pictures or {})
    page = Page(
        article=1,
        title="A title",
        kicker="World · Europe",
        author="A. Writer",
        published=1_642_645_478,
        timed=True,
        minutes=3,
        lang="en",
        hero=None,
        blocks=outline(sanitize(html, {f"{key}.png": key for key in sizes}), sizes),
        link="https://example.org/a",
        position=0,
        bookmarked=False,
        pictures=sizes,
    )
    return replace(page, **changes)  # type: ignore[arg-type]

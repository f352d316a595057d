"""Saved web pages: their head is read like front matter, their article cut out of its surroundings.

Rare and never alike, so BeautifulSoup reads them: leniency is worth more here than speed. Its selectors of CSS need
Python 3.11.5: before, their patterns (`*+`) miss what they should find.
"""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from reader.posts.front.yaml_text import Value

#: Larger pages are read like any other body.
_MOST_CHARACTERS, _MOST_TAGS = 2_000_000, 20_000
_AROUND = ("script", "style", "noscript", "nav", "header", "footer", "aside", "form", "button")
_ENTRY = {"title": "p-name", "description": "p-summary", "author": "p-author"}
_DECLARATION = re.compile(r"<\?xml[^<>]*>")
_META = {
    "title": ("og:title", "twitter:title"),
    "date": ("article:published_time", "og:published_time", "date", "dc.date", "pubdate", "datepublished"),
    "author": ("author", "article:author", "dc.creator"),
    "description": ("description", "og:description"),
    "link": ("og:url",),
    "image": ("og:image", "twitter:image"),
    # Pelican's posts in HTML have all their keys here (docs/content.rst, "File metadata").
    **{key: (key,) for key in ("authors", "category", "tags", "summary", "slug", "status")},
}


def read_page(text: str) -> tuple[dict[str, Value], str] | None:
    """Return what the page's head says, under the keys of front matter, and its article; None when it is too much."""
    if len(text) > _MOST_CHARACTERS or text.count("<") > _MOST_TAGS:
        return None
    try:
        soup = BeautifulSoup(_DECLARATION.sub("", text, count=1), "lxml")
        values = _head(soup)
        body = soup.body
        if body is None:
            return None
        article = _article(body)
        content = article.find(class_="e-content")
        if content is None:
            return values, article.decode_contents()
        return {**values, **_entry(article, content)}, content.decode_contents()
    except RecursionError:  # Nested too deeply; the ordinary way copes with that.
        return None


def _head(soup: BeautifulSoup) -> dict[str, Value]:
    named: dict[str, str] = {}
    for meta in soup.find_all("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = meta.get("content")
        if isinstance(name, str) and isinstance(content, str) and content.strip():
            named.setdefault(name.lower(), content.strip())
    values: dict[str, Value] = {}
    for key, names in _META.items():
        found = next((named[name] for name in names if name in named), None)
        if found:
            values[key] = found
    if "title" not in values and soup.title is not None and soup.title.get_text(strip=True):
        values["title"] = soup.title.get_text(" ", strip=True)
    canonical = soup.find("link", rel="canonical")
    if isinstance(canonical, Tag) and isinstance(canonical.get("href"), str):
        values["link"] = str(canonical["href"])
    time = soup.find("time", attrs={"datetime": True})
    if "date" not in values and isinstance(time, Tag):
        values["date"] = str(time["datetime"])
    if soup.html is not None and isinstance(soup.html.get("lang"), str):
        values["lang"] = str(soup.html["lang"])
    return values


def _entry(article: Tag, content: Tag) -> dict[str, Value]:
    """Read what the classes of an entry say (microformats.org, h-entry), as Medium's export has them.

    A heading that says the title once more goes: Medium's texts begin with it.
    """
    values: dict[str, Value] = {}
    for key, name in _ENTRY.items():
        found = next((each for each in article.find_all(class_=name) if content not in each.parents), None)
        text = found.get_text(" ", strip=True) if found is not None else ""
        if text:
            values[key] = text
    for name in ("p-canonical", "u-url"):
        found = article.find(class_=name, href=True)
        if found is not None and "link" not in values:
            values["link"] = str(found["href"])
    heading = content.find(["h1", "h2", "h3"])
    if isinstance(heading, Tag) and heading.get_text(" ", strip=True) == values.get("title"):
        heading.extract()
    return values


def _article(body: Tag) -> Tag:
    """Find the one article of a page; without one, all of it but menus and forms."""
    for name in ("article", "main"):
        found = body.find_all(name)
        if len(found) == 1:
            return found[0]
    for around in body.find_all(_AROUND):
        around.extract()
    return body

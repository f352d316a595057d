"""Galleries of Minimal Mistakes: pictures that the front matter lists and a tag in the text shows."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from reader.posts.front.yaml_text import Value
from reader.posts.tags.code_spans import outside_code
from reader.posts.tags.inline import inline
from reader.posts.tags.tag_parts import take_apart

_GALLERY = re.compile(r"\{%-?\s*include\s+gallery(?:\.html)?\b([^%]{0,2000})%\}")
_MOST = 200


def write_galleries(text: str, values: dict[str, Value]) -> str:
    """Write the pictures where `{% include gallery id="..." caption="..." %}` stands (its _includes/gallery).

    Without an id they are those under the key `gallery`. A tag that names none stays.
    """

    def write(found: re.Match[str]) -> str:
        tag = take_apart(f"gallery {found.group(1)}", hugo=False)
        if tag is None:
            return found.group()
        pictures = list(_pictures(values.get(tag.first("id").lower() or "gallery")))
        if not pictures:
            return found.group()
        caption = tag.first("caption")
        caption = f"<figcaption>{inline(caption)}</figcaption>" if caption else ""
        return f"\n\n<figure>{''.join(pictures)}{caption}</figure>\n\n"

    return outside_code(text, lambda part: _GALLERY.sub(write, part)) if "include gallery" in text else text


def _pictures(listed: Value) -> Iterator[str]:
    for item in listed[:_MOST] if isinstance(listed, list) else ():
        given = {key: value for key, value in item.items() if isinstance(value, str)} if isinstance(item, dict) else {}
        src = given.get("image_path") or given.get("url")
        if not src:
            continue
        picture = f'<img src="{html.escape(src)}" alt="{html.escape(given.get("alt") or given.get("title") or "")}">'
        href = given.get("url")
        yield f'<a href="{html.escape(href)}">{picture}</a>' if href and href != src else picture

"""Tags of Hexo and Hugo themes that contain words of the author, as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from reader.posts.tags.inline import inline
from reader.posts.tags.tag_media import anchor
from reader.posts.tags.tag_parts import Tag

#: An option of Stellar's tags among their words: `color:blue`, `child:codeblock`.
_OPTION = re.compile(r"(?:^|\s)[A-Za-z_-]{1,20}:(?!//)\S*")
_FRIEND = re.compile(r"^[ \t]*-?[ \t]*(class_name|class_desc|name|link|descr):[ \t]*(.*?)[ \t]*$", re.MULTILINE)


def words_of(tag: Tag) -> str:
    """Return what stands in a tag beside its options."""
    return " ".join(_OPTION.sub(" ", tag.rest).split()).strip("\"'")


def heading(text: str) -> str:
    """Write a title, Markdown, as a bold paragraph; "" for none."""
    return f"\n\n<p><strong>{inline(text)}</strong></p>\n\n" if text else ""


def _timeline(tag: Tag) -> str:
    """`timeline title,color` of Butterfly and Volantis; Stellar's is filled from `api:address`."""
    return "" if "api:" in tag.rest else heading(tag.parts()[0])


def _dated(tag: Tag) -> str:
    """`timenode 2020-07-24 [3.0](address)` of Volantis: Markdown."""
    return heading(words_of(tag) if tag.rest.startswith("type:") else tag.rest.strip())


def _timeline_item(tag: Tag) -> str:
    """`timelineItem header="..." badge="..." subheader="..."` of Blowfish."""
    named = (tag.first(name) for name in ("header", "subheader", "badge"))
    return heading(" · ".join(filter(None, named)))


def _gallery_group(tag: Tag) -> str:
    """`galleryGroup name description link picture` of Butterfly."""
    if len(tag.words) < 4:
        return ""
    name, described, href, src = tag.words[:4]
    picture = f'<a href="{html.escape(href)}"><img src="{html.escape(src)}" alt="{html.escape(name)}"></a>'
    text = html.escape(f"{name}: {described}" if described else name)
    return f"\n\n<figure>{picture}<figcaption>{text}</figcaption></figure>\n\n"


def _site(tag: Tag) -> str:
    """`site name, url=..., description=...` of Volantis, its values up to the next comma."""
    name, *others = tag.parts()
    named = {key.strip(): value.strip() for key, _, value in (each.partition("=") for each in others)}
    text = html.escape(named.get("description", ""))
    return f"\n\n<p>{anchor(named.get('url', ''), name)} {text}</p>\n\n"


def _bubble(tag: Tag) -> str:
    """`bubble word, note` and `nota word, note`: words with a note that shows when one points at them."""
    word, *notes = tag.parts()
    note = f' title="{html.escape(notes[0])}"' if notes else ""
    return f"<span{note}>{html.escape(word)}</span>"


def _reference(tag: Tag) -> str:
    """`referto '[1]','title'`: a mark that leads to a source."""
    return f"<sup>{html.escape(tag.parts()[0])}</sup>"


def _source(tag: Tag) -> str:
    """`referfrom '[1]','title','address'`: that source."""
    parts = [*tag.parts(), "", ""]
    return f"\n\n<p>{html.escape(parts[0])} {anchor(parts[2], parts[1])}</p>\n\n"


def _progress(tag: Tag) -> str:
    """`progress 50 red text`"""
    return f"\n\n<p>{html.escape(' '.join(tag.words[2:]))}</p>\n\n"


def _hashtag(tag: Tag) -> str:
    """`hashtag text address` of Stellar."""
    words = words_of(tag).split()
    return anchor(words[-1] if len(words) > 1 else "", " ".join(words[:-1] or words))


def _titled(tag: Tag) -> str:
    """`poetry title author:name`, `paper`, `reel` of Stellar: what opens with a title and who wrote it."""
    author = re.search(r"(?:^|\s)author:(\S+)", tag.rest)
    said = f"\n\n<p><cite>{html.escape(author.group(1))}</cite></p>\n\n" if author else ""
    return heading(words_of(tag)) + said


def _ruby(tag: Tag) -> str:
    """`ruby words|reading` of Volantis."""
    words, _, reading = tag.rest.partition("|")
    return f"<ruby>{html.escape(words.strip())}<rt>{html.escape(reading.strip())}</rt></ruby>"


def _person(tag: Tag) -> str:
    """`person url name [text]` of LoveIt."""
    words = (*tag.words, "", "")
    return anchor(tag.first("url") or words[0], tag.first("name") or words[1])


def _card(tag: Tag) -> str:
    """`card link="..." title="..." subtitle="..."` of Hextra, which no closing tag follows."""
    text = inline(tag.first("subtitle", "description"))
    return f"\n\n<p>{anchor(tag.first('link', 'url', 'href'), tag.first('title', 'text'))} {text}</p>\n\n"


HEXO: dict[str, Callable[[Tag], str]] = {
    "timeline": _timeline,
    "timenode": _dated,
    "grid": lambda tag: heading(words_of(tag)),
    "poetry": _titled,
    "paper": _titled,
    "reel": _titled,
    "gallerygroup": _gallery_group,
    "site": _site,
    "bubble": _bubble,
    "nota": _bubble,
    "referto": _reference,
    "referfrom": _source,
    "progress": _progress,
    "hashtag": _hashtag,
    "ruby": _ruby,
    "quot": lambda tag: heading(words_of(tag)),
    "copy": lambda tag: f"\n\n<p><code>{html.escape(words_of(tag))}</code></p>\n\n",
}
HUGO: dict[str, Callable[[Tag], str]] = {
    "timelineitem": _timeline_item,
    "card": _card,
    "person": _person,
}


def friends(inside: str) -> str:
    """Write the list between `flink` and `endflink` of Butterfly, YAML, as links with what is said of them."""
    written: list[str] = []
    name = href = ""
    for found in _FRIEND.finditer(inside):
        key, value = found.group(1), found.group(2).strip("\"'")
        if key == "class_name":
            written.append(f"<p><strong>{html.escape(value)}</strong></p>")
        elif key == "class_desc":
            written.append(f"<p>{html.escape(value)}</p>")
        elif key == "name":
            name = value
        elif key == "link":
            href = value
            written.append(f"<p>{anchor(href, name or href)}</p>")
        elif written:
            written[-1] = written[-1].replace("</p>", f" {html.escape(value)}</p>")
    return "\n\n" + "\n".join(written) + "\n\n"

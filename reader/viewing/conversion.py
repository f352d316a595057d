"""Shows Chinese in simplified or traditional characters, without changing its length, so that offsets stay valid."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import accumulate
from operator import ne
from typing import NamedTuple

from reader import resources
from reader.domain import Article
from reader.viewing import blocks as b
from reader.viewing import quotation
from reader.viewing.forms import HONG_KONG, SIMPLIFIED, TRADITIONAL
from reader.viewing.language import language
from reader.viewing.page import Page
from reader.viewing.rebuilding import rebuilt

_TAGS = {SIMPLIFIED: "zh-hans", TRADITIONAL: "zh-hant", HONG_KONG: "zh-hant"}
# The tables that follow one another: OpenCC's t2s, s2tw and s2hk.
_TABLES = {SIMPLIFIED: ("simplified",), TRADITIONAL: ("traditional", "taiwan"), HONG_KONG: ("traditional", "hongkong")}
_KEPT = b.Style.CODE | b.Style.KEY
#: A text is in the other form if more than this share of its Chinese characters change. Of real ones a third do.
_OTHER = 0.04
#: A paragraph with more kana than this is a Japanese one.
_JAPANESE = 0.2
_KANA = re.compile(r"[\u3041-\u30ff]")
_LOOKED_AT = 3000
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


@cache
def _table(name: str) -> tuple[dict[str, str], dict[str, int]]:
    """Return what becomes of characters and phrases, and the longest phrase that begins with two characters.

    By one character nearly every place in a text would have to be looked at for phrases of all lengths.
    """
    entries: dict[str, str] = {}
    longest: dict[str, int] = {}
    for line in resources.path("han", f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        half = len(line) // 2
        entries[line[:half]] = line[half:]
        if half > 1:
            longest[line[:2]] = max(half, longest.get(line[:2], 2))
    return entries, longest


def convert(text: str, form: str) -> str:
    """Return a text in that form, longest phrases first, as OpenCC's t2s, s2tw and s2hk do."""
    for table in _TABLES[form]:
        text = _converted(text, *_table(table))
    return text


def _converted(text: str, entries: dict[str, str], longest: dict[str, int]) -> str:

    def stretch(match: re.Match[str]) -> str:
        han, at, found = match[0], 0, []
        while at < len(han):
            for length in range(longest.get(han[at : at + 2], 1), 1, -1):
                piece = han[at : at + length]
                if piece in entries:
                    break
            else:
                piece = han[at]
            found.append(entries.get(piece, piece))
            at += len(piece)
        return "".join(found)

    return _HAN.sub(stretch, text)


class _Way(NamedTuple):
    """How a page is converted: in which form, and whether its quotation marks follow."""

    form: str
    quotes: bool

    def text(self, text: str) -> str:
        return self.finished(text, convert(text, self.form))

    def finished(self, text: str, shown: str) -> str:
        """Return what is `shown` of a text that was converted with others."""
        if len(_KANA.findall(text)) > _JAPANESE * len(text):
            return text
        return quotation.in_form(shown, self.form) if self.quotes else shown


def converted(page: Page, form: str) -> Page:
    """Return a Chinese page in that form, and any other as it is. For a worker, as `prepare` is."""
    if form not in _TAGS or not _is_chinese(page.lang):
        return page
    way = _Way(form, _is_other(b.plain_text(page.blocks)[:_LOOKED_AT] or page.title, form))
    return replace(
        page,
        title=way.text(page.title),
        kicker=way.text(page.kicker),
        author=way.text(page.author),
        lang=_TAGS[form],
        hero=_picture(page.hero, way) if page.hero is not None else None,
        blocks=_blocks(page.blocks, way),
        inside={href: replace(post, title=way.text(post.title)) for href, post in page.inside.items()},
    )


def converted_row(article: Article, said: str, form: str) -> Article:
    """Return an article with its title, summary and author in that form, if it is a Chinese one.

    `said` is the language that its post names, "" for none. Names of folders stay, since they stand elsewhere, too.
    """
    words = article.title, article.summary, article.author
    shown = converted_words(words, said, form)
    return replace(article, title=shown[0], summary=shown[1], author=shown[2]) if shown != words else article


def converted_words(words: tuple[str, ...], said: str, form: str) -> tuple[str, ...]:
    """Return texts that belong together in that form, if they are Chinese."""
    text = "\n".join(words)
    if form not in _TAGS or not _is_chinese(language(said, text)):
        return words
    whole = convert(text, form)
    way = _Way(form, _changes(text, whole))
    ends = accumulate(len(each) + 1 for each in words)
    return tuple(
        way.finished(each, whole[end - len(each) - 1 : end - 1]) for each, end in zip(words, ends, strict=True)
    )


def _is_chinese(lang: str) -> bool:
    return lang.split("-")[0] in ("zh", "yue")


def _is_other(text: str, form: str) -> bool:
    """Tell whether a text is written in the other form: one in the wanted form keeps its author's marks."""
    return _changes(text, convert(text, form))


def _changes(text: str, shown: str) -> bool:
    changed: int = sum(map(ne, text, shown))
    han: int = sum(map(len, _HAN.findall(text)))
    return changed > _OTHER * han


def _blocks(blocks: tuple[b.Block, ...], way: _Way) -> tuple[b.Block, ...]:
    return tuple(_block(block, way) for block in blocks)


def _block(block: b.Block, way: _Way) -> b.Block:
    match block:
        case b.Card(kind, title, url):
            return b.Card(kind, way.text(title), url)
        case b.Picture():
            return _picture(block, way)
        case _:
            return rebuilt(block, lambda inner: _blocks(inner, way), lambda runs: _runs(runs, way))


def _runs(runs: tuple[b.Inline, ...], way: _Way) -> tuple[b.Inline, ...]:
    """Convert a paragraph as a whole: words and quotations go on where the style of their letters changes."""
    shown = way.text("".join(_words(run) for run in runs))
    found: list[b.Inline] = []
    at = 0
    for run in runs:
        end = at + len(_words(run))
        if isinstance(run, b.Picture):
            found.append(_picture(run, way))
        elif isinstance(run, b.Run) and not run.style & _KEPT:
            found.append(replace(run, text=shown[at:end]))
        else:
            found.append(run)
        at = end
    return tuple(found)


def _words(run: b.Inline) -> str:
    """Return what of a paragraph is converted; a sign stands for what is not."""
    if isinstance(run, b.Run) and not run.style & _KEPT:
        return run.text
    return "\ufffc"


def _picture(picture: b.Picture, way: _Way) -> b.Picture:
    return replace(picture, alt=way.text(picture.alt)) if picture.alt else picture

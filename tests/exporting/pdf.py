"""The text of a PDF as Qt writes it, page by page: enough of a reader for what the tests ask."""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\nendstream", re.DOTALL)


def _objects(data: bytes) -> dict[int, bytes]:
    return {int(number): body for number, body in _OBJECT.findall(data)}


def page_count(data: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type /Page\b", data))


def texts(data: bytes) -> list[str]:
    """Return the text of each page, runs of glyphs apart by nothing, in the order they were painted."""
    objects = _objects(data)
    fonts = {number: _letters(objects, body) for number, body in objects.items() if b"/ToUnicode" in body}
    pages = (body for body in objects.values() if re.search(rb"/Type /Page\b", body))
    return [_page(objects, fonts, body) for body in pages]


def _reference(body: bytes, name: bytes) -> int:
    found = re.search(name + rb" (\d+) 0 R", body)
    assert found is not None, (name, body[:200])
    return int(found[1])


def _letters(objects: dict[int, bytes], font: bytes) -> dict[int, str]:
    """Return the character of each glyph, by what the font says."""
    letters: dict[int, str] = {}
    stream = objects[_reference(font, rb"/ToUnicode")]
    for first, codes in re.findall(rb"<([0-9A-F]{4})> <[0-9A-F]{4}> (\[[^\]]*\]|<[0-9A-F]{4}>)", stream):
        for place, code in enumerate(re.findall(rb"<([0-9A-F]{4})>", codes)):
            letters[int(first, 16) + place] = chr(int(code, 16))
    return letters


def _page(objects: dict[int, bytes], fonts: dict[int, dict[int, str]], page: bytes) -> str:
    stream = _STREAM.search(objects[_reference(page, rb"/Contents")])
    assert stream is not None
    resources = objects[_reference(page, rb"/Resources")]
    named = {name: int(number) for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", resources)}
    said, letters = "", {}
    for font, glyphs in re.findall(rb"/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]+)>", zlib.decompress(stream[1])):
        if font:
            letters = fonts[named[font]]
        else:
            said += "".join(letters.get(int(glyphs[at : at + 4], 16), "") for at in range(0, len(glyphs), 4))
    return said

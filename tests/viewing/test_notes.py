"""A footnote by itself: what it says, without the signs that lead back to its marks."""

from __future__ import annotations

import pytest

from reader.viewing.blocks import plain_text
from reader.viewing.notes import note
from reader.viewing.outline import outline


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ('<p>Text. <a href="#r1">↩︎</a></p>', "Text."),
        ('<p>Text. <a href="#r1">↩</a> <a href="#r2">↩<sup>2</sup></a></p>', "Text."),
        ('<p><a href="#r1">^</a> Text.</p>', "Text."),
        ('<p>Text.</p><p><a href="#r1">↩</a></p>', "Text."),
        ('<p>Text. <a href="#r1">🔙</a></p>', "Text."),
        ('<p>See <a href="#fn2">[2]</a> and <a href="#s3">§ 3.2</a></p>', "See [2] and § 3.2"),
        ("<p>Up to 2 ↑</p>", "Up to 2 ↑"),
    ],
)
def test_what_a_note_says(item: str, said: str) -> None:
    html = f'<p id="r1">1</p><section class="footnotes"><ol><li id="fn1">{item}</li></ol></section>'
    assert plain_text(note(outline(html), "fn1")) == said

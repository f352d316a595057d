"""Chinese names are found by the Latin letters of their sound."""

from __future__ import annotations

import pytest

from reader.library.words.pinyin import sounds_like


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("新媒体", "x"),
        ("新媒体", "xmt"),
        ("新媒体", "xinmei"),
        ("新媒体", "xinmt"),
        ("重庆", "chongqing"),
        ("重庆", "cq"),
        ("长城", "changcheng"),
        ("国际 新闻", "gjxw"),
        ("世界/科技", "kj"),
        ("iphone手机", "iphonesj"),
        ("科技·新闻", "kjxw"),
        ("二〇二二", "erlinger"),
        ("𠊎家", "aijia"),
    ],
)
def test_what_a_name_sounds_like(name: str, typed: str) -> None:
    assert sounds_like(name, typed)


@pytest.mark.parametrize(("name", "typed"), [("新媒体", "mt"), ("新媒体", "xmtx"), ("新媒体", "xn"), ("，。", "a")])
def test_what_it_does_not(name: str, typed: str) -> None:
    assert not sounds_like(name, typed)


def test_many_ways_take_no_time() -> None:
    assert not sounds_like("啊" * 200, "a" * 199 + "b")

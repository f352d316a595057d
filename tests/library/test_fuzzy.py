"""Names are found by a few of their letters, and by the sound of Chinese ones; the likeliest stand first."""

from __future__ import annotations

import pytest

from reader.library.words.fuzzy import LONGEST, Names, marks

NAMES = (
    "News", "World/News", "New York", "Renewal", "Mark all as read", "Map of all roads", "Naïve art", "新媒体",
    "世界/科技", "重庆 Chongqing", "iPhone手机", "臺灣", "Import folder…", "C++",
)  # fmt: skip


def found(typed: str, names: tuple[str, ...] = NAMES) -> list[str]:
    ready = Names(names, paths=["/" in name for name in names])
    return [names[fit.place] for fit in ready.find(typed, 12)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("news", ["News", "World/News"]),
        ("new", ["News", "New York", "World/News", "Renewal"]),
        ("NEW Y", ["New York"]),
        ("maar", ["Mark all as read", "Map of all roads"]),
        ("mrkrd", ["Mark all as read"]),
        ("mar read", ["Mark all as read"]),
        ("naive", ["Naïve art"]),
        ("imf", ["Import folder…"]),
        ("xmt", ["新媒体"]),
        ("xinmeit", ["新媒体"]),
        ("mt", ["新媒体"]),
        ("kj", ["世界/科技"]),
        ("shijie", ["世界/科技"]),
        ("cq", ["重庆 Chongqing"]),
        ("ipsj", []),
        ("phonesj", ["iPhone手机"]),
        ("媒", ["新媒体"]),
        ("台湾", ["臺灣"]),
        ("tw", ["臺灣"]),
        ("c+", ["C++"]),
        ("xyz", []),
        ("", []),
        ("  ", []),
    ],
)
def test_what_is_found_and_in_which_order(typed: str, expected: list[str]) -> None:
    assert found(typed)[: len(expected) or None] == expected


def test_initials_far_apart_are_none() -> None:
    assert found("jin", ("Of Julia it is you long for in Nebraska", "金融")) == ["金融"]
    assert found("doj", ("Department of the Justice",)) == ["Department of the Justice"]


@pytest.mark.parametrize(
    ("name", "typed", "marked"),
    [
        ("World/News", "new", ["New"]),
        ("Mark all as read", "maar", ["M", "a", "a", "r"]),
        ("Import folder…", "impfo", ["Imp", "fo"]),
        ("Naïve art", "naive", ["Naïve"]),
        ("新媒体", "xmt", ["新媒体"]),
        ("世界/科技", "keji", ["科技"]),
        ("Die Straße", "strasse", ["Straße"]),
        ("iPhone手机", "phonesj", ["Phone手机"]),
        ("News", "xyz", []),
    ],
)
def test_what_was_typed_is_marked(name: str, typed: str, marked: list[str]) -> None:
    assert [name[start:end] for start, end in marks(name, typed)] == marked


@pytest.mark.parametrize(
    ("name", "typed"),
    [("a" * 5000, "a" * 500 + "b"), ("啊" * 5000, "a" * 60 + "b"), ("ab " * 2000, "ab" * 40), ("\0\ud800", "\0\ud800")],
)
def test_odd_names_take_no_time_and_raise_nothing(name: str, typed: str) -> None:
    found(typed, (name,) * 3)
    assert all(end <= LONGEST for _, end in marks(name, typed))


def test_it_stops_when_it_is_told() -> None:
    ready = Names(["News"] * 10_000, paths=[False] * 10_000)
    assert len(ready.find("news", 20_000)) == 10_000
    assert ready.find("news", 20_000, lambda: True) == []

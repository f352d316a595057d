"""The search box offers operators, values, and the names of the library, also by pinyin."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.domain import ArticleQuery
from reader.library.conditions import query_names
from reader.library.conditions.query_tree import Naming
from reader.library.library import Library
from tests.factories import make_post
from tests.library.test_library import add, titles


@pytest.fixture
def named(library: Library) -> Library:
    add(
        library,
        make_post(1, categories=(("新媒体", "国际 新闻"),), tags=("手机", "phone")),
        make_post(2, categories=(("World",),), tags=("photo", "手机")),
        replace(make_post(3, tags=()), author="张三", lang="zh-CN"),
    )
    return library


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("", []),
        ("ta", ["tag:"]),
        ("snow t", ["title:", "tag:"]),
        ("-(a", ["author:", "after:"]),
        ("snow", []),
        ("tag:ph", ["phone", "photo"]),
        ("-tag:", ["手机", "phone", "photo"]),
        ("tag:sj", ["手机"]),
        ("tag:shouji", ["手机"]),
        ("标签：手", ["手机"]),
        ("category:xmt", ["新媒体", '"新媒体/国际 新闻"']),
        ("category:gjxw", ['"新媒体/国际 新闻"']),
        ('category:"国际 ', ['"新媒体/国际 新闻"']),
        ("分类：「国际 ", ['"新媒体/国际 新闻"']),
        ("author:", ["A. Writer", "张三"]),
        ("author:zs", ["张三"]),
        ("source:f", ["folder"]),
        ("is:un", ["unread"]),
        ("is:未", ["未读"]),
        ("状态:", ["未读", "已读", "稍后阅读", "已不在"]),
        ("状态:wd", ["未读"]),
        ("状态:rea", ["已读"]),
        ("晚于:", ["今天", "昨天", "7d", "1m", "1y"]),
        ("语言:", ["en", "zh-CN"]),
        ("语言:中", ["中文"]),
        ("on:y", ["yesterday"]),
        ("lang:z", ["zh-CN"]),
        ("标", ["标题:", "标签:"]),
        ("nothing:x", []),
    ],
)
def test_what_is_offered(named: Library, typed: str, offered: list[str]) -> None:
    expected = [f'"{name}"' if " " in name and '"' not in name else name for name in offered]
    assert [each.text for each in named.search.complete(typed, len(typed))] == expected


@pytest.mark.parametrize(
    "name",
    ["a b", 'say "so"', "“新” 闻", "「红」", '「红」 "a"', "『双』「单」", '"「』', "f(x)", "a:b", "-x", "ａ－ｂ"],
)
def test_what_is_offered_for_a_name_means_it(library: Library, name: str) -> None:
    add(library, make_post(1, tags=(name,)), make_post(2, tags=("other",)))
    offered = next(each for each in library.search.complete("tag:", 4) if each.name == name)
    for typed in (f"tag:{offered.text}", f"(tag:{offered.text})", query_names.condition_on(Naming.TAG, name)):
        assert titles(library, ArticleQuery(text=typed)) == ["Post 1"], typed


@pytest.mark.parametrize(
    ("typed", "in_simplified", "in_traditional"),
    [
        ("分", ["分类:"], ["分類:"]),
        ("來", ["來源:"], ["來源:"]),
        ("标", ["标题:", "标签:"], ["标题:", "标签:"]),
        ("標", ["標題:", "標籤:"], ["標題:", "標籤:"]),
        ("作", ["作者:"], ["作者:"]),
        ("標籤：手", ["手机"], ["手机"]),
    ],
)
def test_operators_go_on_in_the_characters_typed_else_in_those_of_the_window(
    named: Library, typed: str, in_simplified: list[str], in_traditional: list[str]
) -> None:
    for traditional, offered in ((False, in_simplified), (True, in_traditional)):
        found = named.search.complete(typed, len(typed), traditional=traditional)
        assert [each.text for each in found] == offered


def test_what_is_chosen_takes_the_place_of_what_was_typed(named: Library) -> None:
    typed = 'a tag:"ph" b'
    phone, _ = named.search.complete(typed, typed.index("h") + 1)
    assert typed[: phone.start] + phone.text + typed[phone.end :] == "a tag:phone b"


def test_the_number_is_bounded(library: Library) -> None:
    add(library, make_post(1, tags=tuple(f"tag{n}" for n in range(50))))
    assert len(library.search.complete("tag:t", 5)) == 12

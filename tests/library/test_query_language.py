"""What is typed is read as it is meant; what cannot be read is text, with a hint."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.conditions.query_language import MAX_CONDITIONS, MAX_DEPTH, MAX_LENGTH, parse
from reader.library.conditions.query_tree import (
    And,
    Field,
    Has,
    HintKind,
    Is,
    Language,
    Named,
    Naming,
    Node,
    Not,
    Or,
    Parsed,
    Published,
    Words,
)

TODAY = date(2026, 3, 31)


def read(text: str) -> Parsed:
    return parse(text, TODAY)


def typing(text: str, field: Field = Field.ANY) -> Words:
    """The last word, which may still be being typed."""
    return Words(text, field, unfinished=True)


def seconds(year: int, month: int, day: int) -> int:
    return int(datetime(year, month, day, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("", None),
        ("  ", None),
        ('""', None),
        ("()", None),
        ("snow", typing("snow")),
        ("snow ", Words("snow")),
        ('"closes the"', Words("closes the")),
        ('"closes th', typing("closes th")),
        ("snow 手机", And((Words("snow"), typing("手机")))),
        ("snow AND pass", And((Words("snow"), typing("pass")))),
        ("a OR b c", And((Or((Words("a"), Words("b"))), typing("c")))),
        ("a | b OR c", Or((Words("a"), Words("b"), typing("c")))),
        ("a (b c) OR d", And((Words("a"), Or((And((Words("b"), Words("c"))), typing("d")))))),
        ("a -b", And((Words("a"), Not(Words("b"))))),
        ('-"a b"', Not(Words("a b"))),
        ("a -.NET -#tag", And((Words("a"), Not(Words(".NET")), Not(Words("#tag"))))),
        ('a (";")', And((Words("a"), Words(";")))),
        ("-(a OR b)", Not(Or((Words("a"), Words("b"))))),
        ("-title:a", Not(Words("a", Field.TITLE))),
        ("state-of-the-art", typing("state-of-the-art")),
        ("title:茶", typing("茶", Field.TITLE)),
        ("标题：茶", typing("茶", Field.TITLE)),
        ("標題:茶", typing("茶", Field.TITLE)),
        ("作者：“张 三”", Words("张 三", Field.AUTHOR)),
        ("「大雪 封山」 雪", And((Words("大雪 封山"), typing("雪")))),
        ("『他说「好」』", Words("他说「好」")),
        ("「大雪 封", typing("大雪 封")),
        ("标签：「旅 行」", Named(Naming.TAG, "旅 行", 3, 8)),
        ("＂大雪 封山＂ －雨", And((Words("大雪 封山"), Not(Words("雨"))))),
        ("雪 ｜ 雨", Or((Words("雪"), typing("雨")))),
        ("a 「&」", And((Words("a"), Words("&")))),
        ("title:(a OR b) c", And((Or((Words("a", Field.TITLE), Words("b", Field.TITLE))), typing("c")))),
        (
            "-标签：（旅行 OR 「雪 山」）",
            Not(Or((Named(Naming.TAG, "旅行", 4, 17), Named(Naming.TAG, "雪 山", 4, 17)))),
        ),
        ("author:(a -is:read)", And((Words("a", Field.AUTHOR), Not(Is.READ)))),
        ("TAG:x", Named(Naming.TAG, "x", 4, 5)),
        ('category:"a b/c"', Named(Naming.CATEGORY, "a b/c", 9, 16)),
        ("is:Unread has:picture", And((Is.UNREAD, Has.PICTURE))),
        ("is:未读 has:图片", And((Is.UNREAD, Has.PICTURE))),
        ("状态：已讀 包含:縮圖 -狀態:稍後", And((Is.READ, Has.THUMBNAIL, Not(Is.BOOKMARKED)))),
        ("语言:中文 OR 語言:英語", Or((Language("zh"), Language("en")))),
        ("lang:zh_CN", Language("zh-cn")),
        ("（甲 OR 乙） 丙", And((Or((Words("甲"), Words("乙"))), typing("丙")))),
        ("北京（首都）", typing("北京(首都)")),
        ("f(x)", typing("f(x)")),
        ("https://example.org/a", typing("https://example.org/a")),
        ("12:30", typing("12:30")),
        ("or", typing("or")),
    ],
)
def test_what_is_meant(text: str, root: Node | None) -> None:
    assert read(text).root == root
    assert not {hint.kind for hint in read(text).hints} - {HintKind.OPEN_QUOTE}


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("on:2022", seconds(2022, 1, 1), seconds(2023, 1, 1)),
        ("on:2022-02", seconds(2022, 2, 1), seconds(2022, 3, 1)),
        ("on:2022-12-31", seconds(2022, 12, 31), seconds(2023, 1, 1)),
        ("日期:2022年2月3日", seconds(2022, 2, 3), seconds(2022, 2, 4)),
        ("before:2022/1/20", None, seconds(2022, 1, 20)),
        ("after:2022-01-20", seconds(2022, 1, 20), None),
        ("after:7d", seconds(2026, 3, 24), None),
        ("on:2w", seconds(2026, 3, 17), None),
        ("after:1m", seconds(2026, 2, 28), None),
        ("before:1Y", None, seconds(2025, 3, 31)),
        ("晚于:7天", seconds(2026, 3, 24), None),
        ("晚於:2週", seconds(2026, 3, 17), None),
        ("晚于:1个月", seconds(2026, 2, 28), None),
        ("早于:1年", None, seconds(2025, 3, 31)),
        ("日期:2022年", seconds(2022, 1, 1), seconds(2023, 1, 1)),
        ("on:today", seconds(2026, 3, 31), seconds(2026, 4, 1)),
        ("on:昨天", seconds(2026, 3, 30), seconds(2026, 3, 31)),
    ],
)
def test_dates(text: str, since: int | None, until: int | None) -> None:
    assert read(text).root == Published(since, until)


@pytest.mark.parametrize(
    ("text", "root", "kind", "detail", "place"),
    [
        ("is:odd", Words("is:odd"), "unknown-value", "unread, read, bookmarked, gone", "odd"),
        ("状态:好", Words("状态:好"), "unknown-value", "未读, 已读, 稍后阅读, 已不在", "好"),
        ("has:x", Words("has:x"), "unknown-value", "picture, thumbnail", "x"),
        ("lang:!", Words("lang:!"), "unknown-value", "", "!"),
        ("befor:2022", typing("befor:2022"), "unknown-operator", "before", "befor"),
        ("on:2022-02-31", Words("on:2022-02-31"), "bad-date", "2022-02-31", "2022-02-31"),
        ("after:9999y", Words("after:9999y"), "bad-date", "9999y", "9999y"),
        ("tag:", None, "no-value", "tag", "tag:"),
        ('title:""', None, "no-value", "title", 'title:""'),
        ("标签：", None, "no-value", "标签", "标签："),
        ("title:()", None, "no-value", "title", "title:()"),
        ("標題:", None, "no-value", "標題", "標題:"),
        ("is:「odd」", Words("is:odd"), "unknown-value", "unread, read, bookmarked, gone", "「odd」"),
        ('a "b c', And((Words("a"), typing("b c"))), "open-quote", "", '"b c'),
        ("(a b", And((Words("a"), typing("b"))), "open-group", "", "(a b"),
        ("a & b", And((Words("a"), typing("b"))), "only-signs", "&", "&"),
        ("OR", typing("OR"), "joins-nothing", "OR", "OR"),
        ("a OR", And((Words("a"), typing("OR"))), "joins-nothing", "OR", "OR"),
        ("AND a", And((Words("AND"), typing("a"))), "joins-nothing", "AND", "AND"),
        ("(OR a) b", And((And((Words("OR"), Words("a"))), typing("b"))), "joins-nothing", "OR", "OR"),
        ("a NOT b", And((Words("a"), Words("NOT"), typing("b"))), "minus-meant", "NOT", "NOT"),
    ],
)
def test_what_cannot_be_read_is_text_with_a_hint(
    text: str, root: Node | None, kind: str, detail: str, place: str
) -> None:
    parsed = read(text)
    assert parsed.root == root
    (hint,) = parsed.hints
    assert (hint.kind, hint.detail, text[hint.start : hint.end]) == (kind, detail, place)


def test_signs_alone_are_what_is_looked_for() -> None:
    assert read("!!") == Parsed(typing("!!"))
    assert read("a 😀").root == And((Words("a"), typing("😀")))
    assert read('a "&"').root == And((Words("a"), Words("&")))


def test_too_much_is_passed_over() -> None:
    long = read("字" * (MAX_LENGTH + 1))
    many = read("a " * (MAX_CONDITIONS + 1))
    deep = read("(" * (MAX_DEPTH + 1) + "a")
    assert isinstance(many.root, And)
    assert len(many.root.items) == MAX_CONDITIONS
    assert deep.root == typing("a")
    kinds = [{hint.kind for hint in parsed.hints} for parsed in (long, many, deep)]
    assert [HintKind.TOO_LONG in kinds[0], HintKind.TOO_LONG in kinds[1], HintKind.TOO_DEEP in kinds[2]] == [True] * 3


def test_negated_words_and_authors_are_not_marked() -> None:
    terms = read("a -b title:c author:d (e OR a)").terms()
    assert [term.text for term in terms] == ["a", "c", "e"]


@given(st.one_of(st.text(), st.text('ab中国"“”()（）：:-|OR ANDistagonhe\\\0\ud8002')))
def test_every_text_can_be_read(text: str) -> None:
    for hint in read(text).hints:
        assert 0 <= hint.start <= hint.end <= len(text)


@pytest.mark.parametrize("piece", ["(", '"', "-", "a:", "(a", 'tag:"', "a OR ", "：", "- ", "a("])
def test_reading_takes_no_time_for_any_text(piece: str) -> None:
    began = time.process_time()
    read(piece * 100_000)
    assert time.process_time() - began < 0.5

"""Files of every encoding: the text is what its author wrote, or a named character is replaced; no file is lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.domain import Dialect
from reader.problems import ProblemKind as Kind
from tests.posts.reading import kinds, post, read

CHINESE = (
    "---\ntitle: 今天的天气\ndate: 2020-01-02\n---\n" + "据新华社报道，今天上午记者采访了几位专家，他们很乐观。\n" * 6
)
SHORT = "---\ntitle: 你好世界\n---\n你好，世界！"
TRADITIONAL = "---\ntitle: 我的第一篇網誌\n---\n大家好，歡迎來到我的部落格。\n"
JAPANESE = "---\ntitle: はじめてのブログ\n---\nこんにちは、世界。\n"
KOREAN = "---\ntitle: 첫 번째 글\n---\n안녕하세요, 세계.\n"
TITLE_ONLY = "---\ntitle: 新闻\n---\nHello world, this is English.\n"
COMMANDS = (
    "---\ntitle: Linux 常用命令\n---\n## 查看文件\n\n使用 `ls -l` 命令可以列出目录内容：\n\n- `-a` 显示隐藏文件\n"
)
GERMAN = "---\ntitle: Über die Brücke\n---\nDie Straße ist schön, und wir gehen täglich spazieren.\n"
FRENCH = "---\ntitle: Café\n---\nOne word, and then a lot of English text follows here.\n"
POLISH = "---\ntitle: Zażółć\n---\nZażółć gęślą jaźń. Wczoraj byłem w Łodzi, gdzie spotkałem się z przyjaciółmi.\n"
CZECH = "---\ntitle: Kůň\n---\nPříliš žluťoučký kůň úpěl ďábelské ódy, a pak šel domů přes řeku.\n"
RUSSIAN = "---\ntitle: Привет\n---\nВчера был хороший день, мы гуляли по городу и говорили о погоде.\n"
SMART = "---\ntitle: A\n---\nHe said “hello” — and it’s fine…\n"


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        (CHINESE, "gb18030 gbk utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be"),
        (SHORT, "gbk utf-16-le utf-16-be utf-32-le"),
        (TITLE_ONLY, "gbk utf-16-le"),
        (COMMANDS, "gbk"),
        (TRADITIONAL, "big5 utf-16-be"),
        (JAPANESE, "shift_jis euc_jp iso2022_jp utf-16-le"),
        (KOREAN, "euc_kr utf-16-le"),
        (GERMAN, "latin-1 cp1252"),
        (FRENCH, "latin-1"),
        (SMART, "cp1252"),
        (POLISH, "cp1250 iso8859_2"),
        (CZECH, "cp1250"),
        (RUSSIAN, "cp1251 koi8_r utf-16-le utf-16-be"),
    ],
)
def test_the_text_is_what_was_written(text: str, encodings: str) -> None:
    expected = post(text, Dialect.PLAIN)
    for encoding in encodings.split():
        found = post(text.encode(encoding), Dialect.PLAIN)
        assert (found.title, found.text) == (expected.title, expected.text), encoding
        assert (Kind.ENCODING_GUESSED in kinds(found)) == (encoding != "utf-8-sig")


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("big5", "標題 內容 閱讀 旅遊 春節 臺北 隨筆"), ("gb18030", "标题 内容 阅读 旅游 春节 台北 随笔 测试")],
)
def test_two_everyday_chinese_characters_are_enough(encoding: str, words: str) -> None:
    for word in words.split():
        assert post(f"---\ntitle: {word}\n---\nHello".encode(encoding), Dialect.PLAIN).title == word
        assert post(f"---\ntitle: {word}\n---\n{word}".encode(encoding), Dialect.PLAIN).text == word


@given(
    st.text(st.characters(min_codepoint=10, max_codepoint=126, exclude_categories=["Cc"], include_characters="\n")),
    st.lists(st.integers(0, 1000), min_size=1, max_size=3),
    st.sampled_from(["", "é"]),
)
@example("It was a day. " * 20 + "\n", [280], "")
@example("It was a day! " * 20 + "\n", [281], "")
@example("It was a day. " * 20 + "\n", [280], "é")
def test_a_few_stray_nuls_make_no_other_encoding(text: str, places: list[int], odd: str) -> None:
    data = bytearray(f"x{text}".encode() + odd.encode("latin-1"))
    for place in places:
        data.insert(1 + place % len(data), 0)
    found = post(b"---\ntitle: A post\ndate: 2020-01-02\n---\n" + data, Dialect.PLAIN)
    assert (found.title, found.date_text) == ("A post", "2020-01-02")


def test_damage_and_a_stray_nul_in_utf8_make_no_other_encoding() -> None:
    body = "今天去了长城。".encode() * 30
    for data in (body + b"\0 " + body + b"\xff", body[:-1] + b"\0 ", b" \0" + body[:-1]):
        found = post("---\ntitle: 一天\n---\n".encode() + data, Dialect.PLAIN)
        assert (found.title, "今天去了长城。" in found.text) == ("一天", True)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_line_ends_are_one_kind(end: str, encoding: str) -> None:
    found = post(CHINESE.replace("\n", end).encode(encoding), Dialect.PLAIN)
    assert (found.title, found.html.count("\r"), found.html.count("<p>")) == ("今天的天气", 0, 1)


@pytest.mark.parametrize("cut", [1, 2, 3, 4])
def test_a_last_character_cut_in_two_is_replaced_and_the_rest_kept(cut: int) -> None:
    found = post("---\ntitle: 短\n---\n文😀".encode()[:-cut], Dialect.PLAIN)
    assert found.title == "短"
    assert found.text.rstrip("\ufffd") == "文"
    assert Kind.ENCODING_GUESSED not in kinds(found)


@pytest.mark.parametrize("junk", [b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xe4\xb8"])
def test_broken_bytes_are_replaced_one_by_one(junk: bytes) -> None:
    found = post(SHORT.encode() + junk + "很多内容".encode())
    assert (found.title, found.text.replace("\ufffd", "")) == ("你好世界", "你好，世界！很多内容")
    assert kinds(found)[0] is Kind.BYTES_REPLACED


@pytest.mark.parametrize(
    "data", [b"\x7fELF" + bytes(200), b"PK\x03\x04" + bytes(range(256)) * 4, bytes(range(256)) * 40]
)
def test_what_is_no_text_is_refused_by_name(data: bytes) -> None:
    result = read(data, Dialect.PLAIN)
    assert (result.post, kinds(result)) == (None, [Kind.NOT_TEXT])


def test_a_web_page_s_own_word_about_its_encoding_counts_where_it_is_true() -> None:
    page = "<html><head><meta charset='{}'><title>ñandú</title></head><body><p>ñandú €</p></body></html>"
    assert post(page.format("iso-8859-15").encode("iso-8859-15"), Dialect.PLAIN, "p.html").title == "ñandú"
    assert post(page.format("utf-8").encode("cp1252"), Dialect.PLAIN, "p.html").title == "ñandú"
    assert post(page.format("no-such-thing").encode("cp1252"), Dialect.PLAIN, "p.html").title == "ñandú"


@pytest.mark.parametrize("name", ["标题.md".encode("gbk"), b"\xff\xfe.md", b"a\nb.md", "é".encode("latin-1") + b".md"])
def test_a_file_s_name_may_be_of_any_bytes(name: bytes) -> None:
    path = name.decode("utf-8", "surrogateescape")
    found = post("B", Dialect.PLAIN, path)
    assert found.path == path
    assert found.title.isprintable()
    assert found.title.encode()


def test_a_name_of_255_bytes_is_a_title() -> None:
    assert post("B", Dialect.PLAIN, "字" * 84 + ".md").title == "字" * 84

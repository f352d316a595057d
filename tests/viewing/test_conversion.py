"""Chinese is shown in simplified or traditional characters, by phrases, and as long as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.words.folding import fold
from reader.viewing.blocks import plain_text
from reader.viewing.conversion import convert, converted
from reader.viewing.forms import FORMS, HONG_KONG, SIMPLIFIED, TRADITIONAL
from tests.viewing.pages import make_page


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("她的头发，国家的发展", "她的頭髮，國家的發展"),
        ("皇后在后面", "皇后在後面"),
        ("干杯与干部", "乾杯與幹部"),
        ("一只猫，只有一只", "一隻貓，只有一隻"),
        ("面条和表面", "麵條和表面"),
    ],
)
def test_phrases_decide_which_character_is_meant(simplified: str, traditional: str) -> None:
    assert convert(simplified, TRADITIONAL) == traditional
    assert convert(traditional, SIMPLIFIED) == simplified


@pytest.mark.parametrize("written", ["因为在家里看着台湾卫生", "因爲在家裏看着臺灣衛生", "因為在家裡看著臺灣衛生"])
def test_traditional_characters_are_those_of_taiwan_or_of_hong_kong(written: str) -> None:
    assert convert(written, TRADITIONAL) == "因為在家裡看著臺灣衛生"
    if "著" not in written:  # 著 is a character of its own in Hong Kong, too.
        assert convert(written, HONG_KONG) == "因為在家裏看着台灣衞生"
    assert fold(convert(written, TRADITIONAL)) == fold(convert(written, HONG_KONG)) == fold(written)


@given(st.text(st.sampled_from("头发干后里面一只国家Ab, 。𠀾乾隆發"), max_size=40))
def test_a_text_keeps_its_length(text: str) -> None:
    for form in FORMS:
        assert len(convert(text, form)) == len(text)


HTML = """<h2>头发</h2><p>国家<b>发展</b><code>头发</code></p><ul><li>后面</ul><blockquote><p>里面</blockquote>
<table><tr><th>条</table><figure><img src=a.png alt="猫"><figcaption>猫</figcaption></figure>
<details><summary>义</summary><p>严</details><dl><dt>书<dd>写</dl><pre>头发</pre>"""


def test_the_whole_page_is_converted_but_its_code() -> None:
    page = make_page(HTML, lang="zh", title="头发", kicker="国家", author="张后")
    shown = converted(page, TRADITIONAL)
    assert (shown.title, shown.kicker, shown.lang) == ("頭髮", "國家", "zh-hant")
    text = plain_text(shown.blocks)
    assert all(word in text for word in ("國家發展头发", "後面", "裡面", "條", "貓", "義", "嚴", "書", "寫"))
    assert text.count("头发") == 2
    assert len(text) == len(plain_text(page.blocks))


def test_other_languages_and_what_is_shown_as_written_stay() -> None:
    japanese = make_page("<p>国</p>", lang="ja")
    assert converted(japanese, TRADITIONAL) is japanese
    chinese = make_page("<p>国</p>", lang="zh")
    assert converted(chinese, "as_written") is chinese


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("<p>他说：“国家‘发展’了。”</p>", "他說：「國家『發展』了。」"),
        ("<p>他说：“<b>国家</b>发展”。</p>", "他說：「國家發展」。"),
        ("<p>“Hello, world”他说。</p>", "「Hello, world」他說。"),
        ("<p>“这一段没有完</p>", "「這一段沒有完"),
        ("<p>她说‘不’，it’s fine，‘we’ll see’。</p>", "她說『不』，it’s fine，‘we’ll see’。"),
        ("<p>后来：</p><p>“All in English,” she said.</p>", "後來：\n\n“All in English,” she said."),
        ("<p>后来<code>“后”</code></p>", "後來“后”"),
    ],
)
def test_quotation_marks_follow_the_form_but_those_of_other_languages_stay(simplified: str, traditional: str) -> None:
    page = make_page(simplified, lang="zh")
    assert plain_text(converted(page, TRADITIONAL).blocks) == traditional


def test_a_japanese_paragraph_of_a_chinese_page_stays() -> None:
    page = make_page("<p>国家发展。</p><p>私は東京の大学で日本語を勉強しています。</p>", lang="zh")
    assert plain_text(converted(page, TRADITIONAL).blocks) == "國家發展。\n\n私は東京の大学で日本語を勉強しています。"


def test_simplified_text_has_the_marks_of_the_mainland() -> None:
    page = make_page("<p>他說：「國家『發展』了。」</p>", lang="zh", title="「國家」的發展")
    shown = converted(page, SIMPLIFIED)
    assert (shown.title, plain_text(shown.blocks)) == ("“国家”的发展", "他说：“国家‘发展’了。”")


def test_what_is_in_the_wanted_form_already_keeps_its_marks() -> None:
    corner = make_page("<p>他说：「国家发展」。乾隆</p>", lang="zh")
    assert "「国家发展」" in plain_text(converted(corner, SIMPLIFIED).blocks)
    curly = make_page("<p>他說：“國家發展”。</p>", lang="zh")
    assert "“國家發展”" in plain_text(converted(curly, TRADITIONAL).blocks)

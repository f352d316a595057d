"""What is said of a text, in which language."""

from __future__ import annotations

import time

import pytest

from reader.viewing.speaking import pieces


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("en", "One. Two!\nThree 3.14 is pi", ["en:One.", "en:Two!", "en:Three 3.14 is pi"]),
        ("en", "The word 茶 means tea.", ["en:The word ", "zh:茶 ", "en:means tea."]),
        ("zh", "iPhone 的新闻。用 Python 写。", ["zh:iPhone 的新闻。", "zh:用 Python 写。"]),
        ("zh-tw", "他說「好。」然後走了。", ["zh-tw:他說「好。」", "zh-tw:然後走了。"]),
        ("ja", "漢字とかな。漢字。", ["ja:漢字とかな。", "ja:漢字。"]),
        ("zh", "书名是 The Old Man and the Sea 对吗？", ["zh:书名是 ", "en:The Old Man and the Sea ", "zh:对吗？"]),
        ("uk", "Привіт. Hello there my friend.", ["uk:Привіт.", "en:Hello there my friend."]),
        ("de", "한국어 und Deutsch", ["ko:한국어 ", "de:und Deutsch"]),
        ("en", "…\n—\n\n", []),
        ("zh", "这是我们喜欢的茶の味道和香气。", ["zh:这是我们喜欢的茶の味道和香气。"]),
        ("zh", "2024。", ["zh:2024。"]),
    ],
)
def test_each_stretch_is_said_in_its_language(lang: str, text: str, said: list[str]) -> None:
    assert [f"{piece.lang}:{text[piece.begin : piece.end]}" for piece in pieces(text, lang)] == said


def test_it_begins_with_the_sentence_one_is_in() -> None:
    text = "First one. Second one.\nThird one."
    said = [text[piece.begin : piece.end] for piece in pieces(text, "en", text.index("cond"))]
    assert said == ["Second one.", "Third one."]


@pytest.mark.parametrize("unit", [".", "。", "a字", "a. ", '"', ".x", "字 a "])
def test_the_time_it_takes_grows_with_the_text_only(unit: str) -> None:
    def cost(times: int) -> float:
        begun = time.process_time()
        assert sum(1 for _ in pieces(unit * times, "zh")) <= times
        return time.process_time() - begun

    assert cost(40_000) < 25 * cost(4_000) + 0.05

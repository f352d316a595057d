"""What differs only in its form is the same, and each folded character knows where it came from."""

from __future__ import annotations

import sys
import time
from hashlib import blake2b
from unicodedata import ucd_3_2_0

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader import resources
from reader.library.words.folding import fold, fold_with_origins


@pytest.mark.parametrize(
    "forms",
    [
        ("台灣", "台湾", "臺灣"),
        ("发", "發", "髮"),
        ("國", "国"),
        ("対", "對", "对"),
        ("Straße", "STRASSE", "strasse"),
        ("naïve", "nai\u0308ve", "NAIVE"),
        ("Łódź", "lodz"),
        ("Cœur", "coeur"),
        ("ｉＰｈｏｎｅ１５", "iPhone15"),
        ("ﬁne", "fine"),
        ("ｶﾞ", "ガ"),
        ("한", "\u1112\u1161\u11ab"),
        ("٣", "3"),
        ("Ёлка", "елка"),
        ("ΟΔΟΣ", "οδός"),
        ("co\u00adoperate", "cooperate"),
        ("“quoted” — it’s", '"quoted" - it\'s'),
        ("（，）", "(,)"),
        ("שָׁלוֹם", "שלום"),
        ("İstanbul", "istanbul"),
        ("Sigurður Þór", "sigurdur thor"),
        ("高", "髙"),
        ("崎", "﨑"),
        ("吉", "𠮷"),
        ("长", "⻓"),
        ("矿", "礦", "鑛"),
        ("叱", "𠮟"),
        ("3½", "3 1/2"),
        ("№5", " no 5"),
        ("№ 5", " no  5"),
        ("Java™", "Java®"),
        ("it's", "it´s", "itʼs"),
        ("צה\"ל ג'", "צה״ל ג׳"),
        ("בית-ספר", "בית־ספר"),
        ("--", "——", "︱︱", "﹘﹘", "⸺"),
        ("......", "……", "⋯⋯"),
        ("·", "‧", "•", "・", "･"),
        ("~", "〜", "～"),
        ("1:2", "1∶2", "１：２"),
        ("10", "⑩", "❿", "⓾"),
        ("🏴", "🏴\U000e0067\U000e0062\U000e007f"),
    ],
)
def test_forms_of_the_same(forms: tuple[str, ...]) -> None:
    assert len({fold(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("ひ", "ヒ"), ("か", "が"), ("沪", "滤"), ("予", "豫"), ("未", "末"), ("й", "и"), ("3½", "31/2"), ("卐", "卍")],
)
def test_what_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


TABLE, FOLDED = "4c592878ecb1289b", "ed8566b1993f3166"


def test_the_folding_of_an_index_is_not_changed_unawares() -> None:
    """If this must change, add a migration that empties the index: it holds texts folded as they were."""
    table = resources.path("search", "han.txt").read_bytes().replace(b"\r\n", b"\n")
    # What has long been assigned is the same to every version of Python.
    none = ("Cn", "Cs", "Co")
    characters = [each for each in map(chr, range(sys.maxunicode)) if ucd_3_2_0.category(each) not in none]
    folded = "\0".join(map(fold, characters)).encode()
    assert [blake2b(each, digest_size=8).hexdigest() for each in (table, folded)] == [TABLE, FOLDED]


@pytest.mark.parametrize(
    "text", ["a" + "\u0301\u0316" * 200_000, "ก" + "\u0e38\u0e48" * 100_000, "é" * 200_000, "\ufdfa" * 10_000]
)
def test_folding_takes_no_time_for_any_text(text: str) -> None:
    began = time.process_time()
    fold(text)
    fold_with_origins(text)
    assert time.process_time() - began < 5


def test_marks_without_number_are_folded_as_few_are() -> None:
    assert fold("e" + "\u0301" * 100 + "x" + "。" * 100) == "ex" + "。" * 100


WILD = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("aéßİ\u0301ﬁ①中國，ｶﾞᄒ한ㅏ\u00ad٣Σ"))
)


@given(WILD)
@example("e\u200d\u0301")
@example("ㅎㅏㄴ")
def test_folded_characters_know_their_places(text: str) -> None:
    folded = fold_with_origins(text)
    assert folded.text == fold(text)
    end = 0
    for index, character in enumerate(folded.text):
        start, stop = folded.origin(index, index + 1)
        assert 0 <= start < stop <= len(text)
        assert character in fold(text[start:stop])
        assert stop >= end
        end = stop

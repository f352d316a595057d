"""Reading aloud, with a voice that only writes down what it is asked to say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.reading.read_aloud import ReadAloud
from reader.ui.reading.voice import Voice, find_voice, nearest
from tests.factories import make_post
from tests.library.test_library import add
from tests.test_journeys import User

CTRL = Qt.KeyboardModifier.ControlModifier
MIXED = "泡一杯茶要多久？包装袋上写着 Earl Grey 三分钟。He said that it takes as long as it takes.</p><p>Last words."


class Notes(Voice):
    """Says nothing, and keeps what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []
        self.calls: list[str] = []

    def say(self, text: str, lang: str) -> None:
        self.said.append((text, lang))

    def pause(self) -> None:
        self.calls.append("pause")

    def resume(self) -> None:
        self.calls.append("resume")

    def stop(self) -> None:
        self.calls.append("stop")


@pytest.fixture
def user(library: Library, make_window: Callable[[], MainWindow], qtbot: QtBot) -> User:
    long = "</p><p>".join(f"Paragraph {number} is here. " + "It goes on and on. " * 30 for number in range(30))
    add(library, make_post(1, title="Long", text=long), make_post(2, title="喝茶", text=MIXED))
    user = User(make_window(), qtbot)
    user.wait()
    user.window.list_pane.list.setFocus()
    return user


@pytest.fixture
def voice(user: User) -> Notes:
    voice = Notes()
    user.window.course.offer_voice(voice)
    user.press("j")
    user.sees("喝茶")
    return voice


def aloud(user: User) -> ReadAloud:
    found = user.window.course.aloud
    assert found is not None
    return found


def coloured(user: User) -> str:
    """Return the sentence that is shown as being said."""
    (shown, *_) = user.window.reader.viewer.extraSelections()
    return str(shown.cursor.selectedText())


def test_without_a_voice_nothing_is_offered(user: User) -> None:
    if find_voice() is None:
        user.window.course._look_for_voice()
        assert user.window.course.aloud is None
    action = user.window.actions_["read_aloud"]
    assert not action.isVisible()
    assert "read_aloud" not in {name for name, *_ in user.window.actions_.commands()}
    assert "Read aloud, or pause" not in {words for *_, words in user.window.actions_.rows()}


def test_an_article_is_read_sentence_by_sentence_each_in_its_language(user: User, voice: Notes) -> None:
    user.hold(CTRL, Qt.Key.Key_R)
    assert "Read aloud, or pause" in {words for *_, words in user.window.actions_.rows()}
    assert user.window.course.aloud_bar.isVisible()
    shown = [coloured(user)]
    while aloud(user).reading and len(shown) < 9:
        voice.finished.emit()
        if aloud(user).reading:
            shown.append(coloured(user))
    assert voice.said == [
        ("喝茶", "zh"),
        ("泡一杯茶要多久？", "zh"),
        ("包装袋上写着 Earl Grey 三分钟。", "zh"),
        ("He said that it takes as long as it takes.", "en"),
        ("Last words.", "en"),
    ]
    assert shown == [words for words, _ in voice.said]
    assert not user.window.reader.viewer.extraSelections()
    assert not user.window.course.aloud_bar.isVisible()


def test_it_pauses_goes_on_and_stops_by_keys(user: User, voice: Notes) -> None:
    user.hold(CTRL, Qt.Key.Key_R)
    bar = user.window.course.aloud_bar
    user.hold(CTRL, Qt.Key.Key_R)
    assert (bar.said.text(), bar.pause.accessibleName()) == ("Paused", "Continue reading aloud")
    bar.pause.setFocus()
    QTest.keyClick(bar.pause, Qt.Key.Key_Space)
    assert (bar.said.text(), bar.pause.accessibleName()) == ("Reading aloud", "Pause")
    QTest.keyClick(bar.pause, Qt.Key.Key_Escape)
    assert voice.calls == ["pause", "resume", "stop"]
    assert not bar.isVisible()
    assert QApplication.focusWidget() is user.window.reader.viewer


def test_it_begins_where_one_is_follows_and_ends_with_the_article(user: User, voice: Notes) -> None:
    user.press("j")
    user.sees("Long")
    viewer = user.window.reader.viewer
    bar = viewer.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    user.hold(CTRL, Qt.Key.Key_R)
    assert not voice.said[0][0].startswith("Long")
    before = bar.value()
    for _ in range(80):
        voice.finished.emit()
    assert bar.value() > before
    sentence = coloured(user)
    viewer.set_zoom(24)  # which makes a new document
    assert coloured(user) == sentence
    user.press("k")
    user.sees("喝茶")
    assert voice.calls == ["stop"]
    assert not aloud(user).reading


def test_a_voice_that_fails_says_why(user: User, voice: Notes) -> None:
    user.hold(CTRL, Qt.Key.Key_R)
    voice.failed.emit("no sound card")
    assert not aloud(user).reading
    assert user.window.toast.accessibleName() == "It cannot be read aloud: no sound card"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("zh", "zh_CN"), ("zh-tw", "zh_TW"), ("en", "en_GB"), ("en-us", "en_GB"), ("fr", None), ("zh-hk", "zh_CN")],
)
def test_the_nearest_voice_is_taken(lang: str, expected: str | None) -> None:
    voices = [QLocale(name) for name in ("de_DE", "zh_CN", "zh_TW", "en_GB")]
    found = nearest(lang, voices)
    assert (found.name() if found else None) == expected

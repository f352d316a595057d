"""Reading on: the place that is kept, how far one is, the way back, and when an article counts as read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader.domain import ArticleQuery, State
from reader.library.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.preferences.settings_dialog import SettingsDialog
from reader.ui.reading.read_marks import MarkRule, load_rule
from reader.ui.settings import Settings
from reader.viewing.language import pace
from tests.factories import make_post
from tests.library.test_library import add
from tests.test_journeys import User

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
LONG = "</p><p>".join(f"Paragraph {number}: " + "some more words of it " * 25 for number in range(40))


@pytest.fixture
def ids(library: Library) -> list[int]:
    """A long article, which is the newest, and four short ones; returned newest first."""
    posts = [make_post(number) for number in range(1, 5)] + [make_post(9, title="Long", text=LONG)]
    return add(library, *posts)[::-1]


@pytest.fixture
def start(ids: list[int], make_window: Callable[[], MainWindow], qtbot: QtBot) -> Callable[[], User]:
    def started() -> User:
        user = User(make_window(), qtbot)
        user.wait()
        user.window.list_pane.list.setFocus()
        return user

    return started


@pytest.fixture
def user(start: Callable[[], User]) -> User:
    return start()


def at_top(user: User) -> str:
    """Return the paragraph that the upper edge cuts or begins with."""
    viewer = user.window.reader.viewer
    cursor = QTextCursor(viewer.document())
    cursor.setPosition(viewer.position())
    return cursor.block().text().partition(":")[0]


def unread(library: Library) -> int:
    return library.count(ArticleQuery(state=State.UNREAD))


def to_end(user: User) -> None:
    bar = user.window.reader.viewer.verticalScrollBar()
    bar.setValue(bar.maximum())


# --- the place


def test_an_article_is_left_in_haste_and_opens_where_it_was_left(user: User) -> None:
    user.press("j")
    user.sees("Long")
    user.press(Key.Key_Space, Key.Key_Space)
    left = at_top(user)
    assert left.startswith("Paragraph")
    user.press("j", "k")  # at once: scrolling has not settled yet
    user.sees("Long")
    assert at_top(user) == left


def test_the_place_outlives_another_width_another_size_and_the_window(user: User, start: Callable[[], User]) -> None:
    user.press("j")
    user.sees("Long")
    user.press(Key.Key_Space, Key.Key_Space, Key.Key_Space)
    left = at_top(user)
    user.window.resize(760, 560)
    assert at_top(user) == left
    user.window.reader.viewer.set_zoom(28)
    assert at_top(user) == left
    user.window.close()
    again = start()
    again.sees("Long")
    assert at_top(again) == left
    again.window.reader.viewer.set_zoom(15)
    again.window.resize(1200, 800)
    assert at_top(again) == left


# --- how far


def test_time_and_line_tell_how_far_one_is(user: User) -> None:
    user.press("j")
    user.sees("Long")
    status, line = user.window.status.right, user.window.reader.progress_line
    user.qtbot.waitUntil(lambda: status.text() == "22 min read")
    assert line.fraction == 0
    bar = user.window.reader.viewer.verticalScrollBar()
    fractions: list[float] = []
    for tenth in range(1, 10):
        bar.setValue(bar.maximum() * tenth // 10)
        user.qtbot.waitUntil(lambda: line.fraction > max(fractions, default=0))
        fractions.append(line.fraction)
    assert all(abs(fraction - tenth / 10) < 0.06 for tenth, fraction in enumerate(fractions, 1))
    user.qtbot.waitUntil(lambda: status.text() == "2 min left")
    to_end(user)
    user.qtbot.waitUntil(lambda: line.fraction == 1)
    assert status.text() == ""


def test_what_is_wholly_in_view_has_no_line(user: User) -> None:
    user.window.list_pane.list.choose(user.window.list_pane.model.ids[1])
    user.sees("Post 4")
    progress = user.window.course.progress
    user.qtbot.waitUntil(lambda: progress.now.fraction == 1)
    assert user.window.reader.progress_line.fraction == 0
    assert user.window.status.right.text() == "1 min read"


@pytest.mark.parametrize(
    ("text", "whole", "quarter"),
    [("word " * 920, 4, 1), ("字" * 1600, 4, 1), ("字" * 400 + " word" * 240, 2.04, 0.35), ("", 0, 0)],
)
def test_the_time_that_is_left_goes_by_language(text: str, whole: float, quarter: float) -> None:
    found = pace(text)
    assert found.to(0) == found.after(len(text)) == 0
    assert found.after(0) == pytest.approx(whole, rel=0.03)  # a word that is cut counts twice
    assert found.after(len(text) // 4 * 3) == pytest.approx(quarter, rel=0.03)


# --- the way back


def test_back_and_forward_through_what_was_read(user: User, start: Callable[[], User]) -> None:
    user.press("j")
    user.sees("Long")
    user.press(Key.Key_Space, Key.Key_Space)
    left = at_top(user)
    user.press("j")
    user.sees("Post 4")
    user.press("j")
    user.sees("Post 3")
    user.hold(ALT, Key.Key_Left)
    user.sees("Post 4")
    user.hold(ALT, Key.Key_Left)
    user.sees("Long")
    assert at_top(user) == left
    assert user.window.list_pane.list.current_article() == user.window.navigator.article
    assert not user.window.actions_["back"].isEnabled()
    user.hold(ALT, Key.Key_Right)
    user.sees("Post 4")
    user.press("k")  # another way: what came after is forgotten
    user.sees("Long")
    assert not user.window.actions_["forward"].isEnabled()
    user.window.close()
    again = start()
    again.sees("Long")
    again.hold(ALT, Key.Key_Left)
    again.sees("Post 4")


def test_both_ways_lead_to_where_one_was(ids: list[int], start: Callable[[], User], library: Library) -> None:
    add(library, make_post(8, title="Longer", text=LONG))
    user = start()
    user.press("j")
    user.sees("Long")
    user.press(*[Key.Key_Space] * 5)
    far = at_top(user)
    user.press("j")
    user.sees("Longer")
    user.press(Key.Key_Space)
    near = at_top(user)
    for key, title, place in ((Key.Key_Left, "Long", far), (Key.Key_Right, "Longer", near)):
        user.hold(ALT, key)
        user.sees(title)
        assert at_top(user) == place


def test_going_back_reads_nothing_anew_and_passes_over_what_is_gone(
    user: User, ids: list[int], library: Library
) -> None:
    user.press("j", "j", "m", "j")
    user.sees("Post 3")
    user.hold(ALT, Key.Key_Left)
    user.sees("Post 4")
    assert library.articles([ids[1]])[0].unread
    trail = user.window.course.trail
    trail.set_state([ids[0], 10**6, ids[1]], 2)
    user.hold(ALT, Key.Key_Left)
    user.sees("Long")
    assert trail.state() == ([ids[0], ids[1]], 0)


def test_the_buttons_of_the_mouse_go_back_and_forward(user: User) -> None:
    user.press("j", "j")
    user.sees("Post 4")
    viewport = user.window.list_pane.list.viewport()
    for button, title in ((Qt.MouseButton.BackButton, "Long"), (Qt.MouseButton.ForwardButton, "Post 4")):
        QTest.mouseClick(viewport, button)
        user.sees(title)
        user.wait()


def test_the_articles_that_were_read_are_a_menu(user: User) -> None:
    user.press("j", "j", "j")
    user.sees("Post 3")
    user.hold(Qt.KeyboardModifier.ControlModifier, Key.Key_H)
    user.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Post 3", "Post 4", "Long"]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False]
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return):
        QTest.keyClick(menu, key)
    user.sees("Long")


# --- when an article counts as read


def set_rule(user: User, rule: MarkRule, seconds: int = 600) -> None:
    """Choose a rule in the settings, by keys, and its seconds."""
    user.hold(Qt.KeyboardModifier.ControlModifier, Key.Key_Comma)
    (dialog,) = user.window.findChildren(SettingsDialog)
    box = dialog.mark_rule
    QTest.keyClick(box.rule, Key.Key_Home)
    for _ in range(list(MarkRule).index(rule)):
        QTest.keyClick(box.rule, Key.Key_Down)
    assert box.seconds.isVisible() == (rule is MarkRule.SECONDS)
    box.seconds.setValue(seconds)
    QTest.keyClick(dialog, Key.Key_Escape)
    user.window.activateWindow()
    user.qtbot.waitUntil(user.window.isActiveWindow)
    user.window.list_pane.list.setFocus()


def test_by_hand_only_m_marks_and_space_goes_through_all(user: User, library: Library) -> None:
    set_rule(user, MarkRule.HAND)
    user.window.list_pane.list.choose(user.window.list_pane.model.ids[2])
    user.sees("Post 3")
    user.window.reader.viewer.setFocus()
    for title in ("Post 2", "Post 1", "Long"):
        user.press(Key.Key_Space)
        user.sees(title)
    assert unread(library) == 5
    user.press("m")
    assert unread(library) == 4
    user.window.session.undo_stack.undo()
    user.wait()
    assert unread(library) == 5


def test_after_seconds_unless_one_says_otherwise(user: User, library: Library, ids: list[int]) -> None:
    set_rule(user, MarkRule.SECONDS)
    stay = user.window.course.marks._stay
    user.press("j")
    user.sees("Long")
    assert unread(library) == 5
    assert stay.interval() == 600_000
    user.press("m", "m")
    assert not stay.isActive()  # what was said by hand stands
    set_rule(user, MarkRule.SECONDS, seconds=1)
    user.press("j")
    user.sees("Post 4")
    user.qtbot.waitUntil(lambda: unread(library) == 4)
    assert library.articles([ids[0]])[0].unread


def test_at_the_end_of_a_long_one(user: User, library: Library, ids: list[int], start: Callable[[], User]) -> None:
    set_rule(user, MarkRule.END)
    user.press("j")
    user.sees("Long")
    user.press(Key.Key_Space)
    user.window.close()
    user = start()  # it is only shown again, and then read to its end
    user.sees("Long")
    stay = user.window.course.marks._stay
    assert not stay.isActive()
    to_end(user)
    user.qtbot.waitUntil(stay.isActive)
    user.press(Key.Key_Space)  # which goes on, and so ends it at once
    user.sees("Post 4")
    user.qtbot.waitUntil(lambda: not library.articles([ids[0]])[0].unread)
    user.qtbot.waitUntil(lambda: unread(library) == 3)  # a short one, once it was looked at


@pytest.mark.parametrize("text", ["mark_read=never\nmark_seconds=x", "mark_read=\nmark_seconds=-9", ""])
def test_a_broken_rule_is_the_usual_one(ini: Path, text: str) -> None:
    ini.write_text(f"[reading]\n{text}\n", "utf-8")
    rule, seconds = load_rule(Settings(ini))
    assert rule is MarkRule.OPEN
    assert seconds in (1, 5)


# --- in a list of unread articles


def test_the_row_one_reads_stays_among_the_unread_uncounted(user: User, ids: list[int], library: Library) -> None:
    user.press("j", "j")
    user.sees("Post 4")
    user.press("u")
    pane = user.window.list_pane
    assert user.titles() == ["Post 4", "Post 3", "Post 2", "Post 1"]
    assert pane.list.current_article() == ids[1]
    assert pane.number.text() == "3 unread"
    user.press("j")
    user.sees("Post 3")
    user.qtbot.waitUntil(lambda: pane.number.text() == "2 unread")
    add(library, make_post(7))
    user.window.navigator.reload()
    user.wait()
    assert user.titles() == ["Post 7", "Post 3", "Post 2", "Post 1"]
    assert pane.list.current_article() == ids[2]
    assert pane.number.text() == "3 unread"
    user.press("n")
    user.sees("Post 2")
    user.window.session.undo_stack.undo()
    user.press("u")
    assert len(user.titles()) == 6
    assert pane.list.current_article() == ids[3]

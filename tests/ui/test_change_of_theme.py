"""Another theme is worn all at once, with the page, as soon as the page is ready in its colours."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.looks.theme import DARK, LIGHT, THEMES, Theme
from reader.ui.main_window import MainWindow
from reader.ui.parts.resting import may_go
from tests.factories import make_post
from tests.library.test_library import add
from tests.library.test_search import index_all
from tests.test_journeys import User
from tests.ui.test_translations import speak

LONG = "<h2>Glaciers</h2><p>Glaciologists measure <a href='https://ice.example'>moraines</a> and crevasses.</p>" * 800


@pytest.fixture
def user(library: Library, make_window: Callable[[], MainWindow], qtbot: QtBot) -> User:
    """Somebody who reads a long article, at whose foot is another one."""
    long, _other = add(
        library,
        make_post(1, title="Glaciers retreat", text=LONG),
        make_post(2, title="Ice and stone", text="Moraines show where crevasses were, glaciologists say."),
    )
    index_all(library)
    user = User(make_window(), qtbot)
    user.window.list_pane.list.choose(long)
    qtbot.waitUntil(lambda: "Related articles" in user.window.reader.viewer.toPlainText())
    return user


def worn() -> str:
    """Return the colour that the program gives its windows."""
    return QApplication.palette().color(QPalette.ColorRole.Window).name()


def waits_for(user: User, theme: Theme) -> None:
    user.qtbot.waitUntil(lambda: user.window.reader.viewer.stage.theme is theme and worn() == theme.sidebar)


def test_nothing_changes_before_the_page_is_ready_and_then_all_does(user: User) -> None:
    viewer, seen = user.window.reader.viewer, []
    viewer.go_to_position(9000)
    before, place, old = viewer.toHtml(), viewer.anchor(), viewer.document()
    user.window.appearance.choose_theme("dark")
    assert (worn(), viewer.stage.theme, viewer.document()) == (LIGHT.sidebar, LIGHT, old)
    viewer.rebuilt.connect(lambda: seen.append((worn(), viewer.stage.theme)))
    waits_for(user, DARK)
    assert seen == [(DARK.sidebar, DARK)]
    ready, dark = viewer.document(), viewer.toHtml()
    assert viewer.anchor() == place
    page = viewer.page()
    assert page is not None
    viewer.show_page(page)
    assert viewer.document() is not ready
    assert viewer.toHtml() == dark != before
    user.window.appearance.choose_theme("light")
    waits_for(user, LIGHT)
    assert viewer.toHtml() == before


def test_who_chooses_again_meanwhile_gets_only_the_last_one(user: User) -> None:
    appearance, seen = user.window.appearance, list[str]()
    appearance.theme_changed.connect(lambda theme: seen.append(theme.name))
    for name in ("dark", "sepia", "black"):
        appearance.choose_theme(name)
        QApplication.processEvents()
    waits_for(user, THEMES["black"])
    assert seen == ["black"]


def test_a_page_that_is_set_otherwise_meanwhile_is_shown_as_it_is_set_now(user: User) -> None:
    viewer = user.window.reader.viewer
    user.window.appearance.choose_theme("dark")
    viewer.set_zoom(30)
    waits_for(user, DARK)
    shown = viewer.toHtml()
    viewer.set_zoom(20)
    viewer.set_zoom(30)
    assert viewer.toHtml() == shown


def test_a_long_page_is_set_otherwise_once_it_is_ready(user: User) -> None:
    viewer, seen = user.window.reader.viewer, []
    viewer.go_to_position(9000)
    before, place, page = viewer.document(), viewer.anchor(), viewer.page()
    viewer.rebuilt.connect(lambda: seen.append(viewer.stage.px))
    for _ in range(2):
        user.window.actions_["larger"].trigger()
    assert (viewer.zoom(), viewer.stage.px, viewer.document()) == (20, 18, before)
    user.qtbot.waitUntil(lambda: seen == [20])
    ready = viewer.toHtml()
    assert viewer.anchor() == place
    assert page is not None
    viewer.show_page(page)
    assert viewer.toHtml() == ready


def test_a_long_page_speaks_another_language_once_it_is_ready(user: User) -> None:
    viewer, seen = user.window.reader.viewer, list[str]()
    before = viewer.document()
    viewer.rebuilt.connect(lambda: seen.append(viewer.toPlainText()))
    speak(user.window, "zh_CN")
    user.qtbot.waitUntil(lambda: bool(seen))
    assert "Related articles" not in seen[0]
    assert viewer.document() is not before


def test_dialogs_that_are_hidden_and_keep_nothing_go_before(user: User) -> None:
    window, left = user.window, list[int]()
    for name in ("folders", "history", "change_keys"):
        window.actions_[name].trigger()
        for dialog in (each for each in QApplication.topLevelWidgets() if each is not window and each.isVisible()):
            dialog.close()
    window.appearance.theme_changed.connect(lambda _: left.append(len(may_go(window))))
    many = len(may_go(window))
    window.appearance.choose_theme("dark")
    assert len(may_go(window)) == many > 1
    waits_for(user, DARK)
    assert left == [0]

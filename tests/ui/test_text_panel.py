"""The panel behind "Aa": all of it by keys, all of it at once, and back again."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.document.typography import INDENTED, Typography
from reader.ui.looks.theme import THEMES
from reader.ui.main_window import MainWindow
from reader.ui.reading.swatches import Swatch
from reader.ui.reading.text_panel import TextPanel
from tests.factories import make_post
from tests.library.test_library import add
from tests.ui.windows import MakeWindow, idle

Key = Qt.Key


@pytest.fixture
def ids(library: Library) -> list[int]:
    return add(library, *(make_post(number) for number in range(1, 4)))


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot, ids: list[int]) -> MainWindow:
    window = make_window()
    qtbot.waitUntil(lambda: idle(window))
    window.list_pane.list.choose(ids[1])
    qtbot.waitUntil(lambda: idle(window) and window.reader.open_page() is not None)
    return window


def opened(window: MainWindow, qtbot: QtBot) -> TextPanel:
    QTest.keyClick(window, Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    panel = window.reader.text_panel
    assert panel is not None
    qtbot.waitUntil(panel.isVisible)
    return panel


def choose(combo: QComboBox, value: str) -> None:
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def test_the_button_opens_it_and_escape_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    QTest.mouseClick(window.reader.text_button, Qt.MouseButton.LeftButton)
    panel = window.reader.text_panel
    assert panel is not None
    assert panel.isVisible()
    QTest.keyClick(panel.text_size, Key.Key_Escape)
    assert not panel.isVisible()


def test_numbers_change_the_page_at_once(window: MainWindow, qtbot: QtBot) -> None:
    panel, viewer = opened(window, qtbot), window.reader.viewer
    for spin in (panel.text_size, panel.leading, panel.column_width):
        QTest.keyClick(spin, Key.Key_Up)
    assert viewer.typography() == Typography(px=19, leading=105, width=105)
    more = next(button for button in panel.findChildren(QToolButton) if button.accessibleName() == "Size, more")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert viewer.zoom() == 20


def test_fonts_paragraphs_and_spaces_change_the_page_at_once(window: MainWindow, qtbot: QtBot) -> None:
    panel, viewer = opened(window, qtbot), window.reader.viewer
    choose(panel.latin, "sans")
    choose(panel.cjk, "sans")
    choose(panel.paragraphs, INDENTED)
    QTest.keyClick(panel.han_space, Key.Key_Space)
    assert viewer.typography() == Typography(latin="sans", cjk="sans", paragraphs=INDENTED, han_space=False)


def test_chinese_is_shown_in_the_characters_that_are_wanted(
    make_window: MakeWindow, library: Library, qtbot: QtBot
) -> None:
    html = "".join(f"<p>第 {number} 段：她的头发，国家的发展。</p>" for number in range(80))
    (article,) = add(library, replace(make_post(7, title="头发与发展"), html=html))
    window = make_window()
    qtbot.waitUntil(lambda: idle(window))
    window.list_pane.list.choose(article)
    viewer = window.reader.viewer
    qtbot.waitUntil(lambda: "头发" in viewer.toPlainText())
    viewer.go_to_position(viewer.document().find("第 40 段").selectionStart())
    place = viewer.position()
    panel = opened(window, qtbot)
    choose(panel.characters, "traditional")
    qtbot.waitUntil(lambda: "第 40 段：她的頭髮，國家的發展。" in viewer.toPlainText())
    assert "頭髮與發展" in viewer.toPlainText()
    assert viewer.position() == place
    window.close()
    again = make_window()
    qtbot.waitUntil(lambda: "頭髮" in again.reader.viewer.toPlainText())
    again.reader.viewer.set_typography(Typography())
    qtbot.waitUntil(lambda: "头发" in again.reader.viewer.toPlainText())


def test_it_shows_what_the_keys_of_the_window_changed(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    window.actions_["larger"].trigger()
    assert panel.text_size.value() == 19


def test_reset_brings_back_the_standard(window: MainWindow, qtbot: QtBot) -> None:
    panel, viewer = opened(window, qtbot), window.reader.viewer
    assert not panel.reset.isEnabled()
    viewer.set_typography(Typography(24, 120, 80, "sans", "A font that is gone", INDENTED, han_space=False))
    assert panel.cjk.currentText() == "A font that is gone"
    panel.reset.setFocus()
    QTest.keyClick(panel.reset, Key.Key_Space)
    assert viewer.typography() == Typography()
    assert (panel.text_size.value(), panel.cjk.currentData(), panel.han_space.isChecked()) == (18, "serif", True)
    assert not panel.reset.isEnabled()
    assert panel.text_size.hasFocus()  # not lost with the button


def test_arrows_go_through_the_colours(window: MainWindow, qtbot: QtBot) -> None:
    panel, appearance = opened(window, qtbot), window.appearance
    appearance.choose_theme("light")
    panel.swatches[1].setFocus()
    seen = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert isinstance(focused, Swatch)
        QTest.keyClick(focused, Key.Key_Right)
        seen.append(appearance.mode())
        qtbot.waitUntil(lambda: window.reader.viewer.stage.theme is THEMES[seen[-1]])
    assert seen == ["sepia", "dark", "black", "contrast-light", "contrast-dark"]


def test_the_settings_and_the_panel_show_the_same_theme(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    window.dialogs.settings()
    dialog = window.dialogs._settings_dialog
    assert dialog is not None
    panel.swatches[2].click()
    assert dialog.theme.currentData() == "sepia"
    choose(dialog.theme, "black")
    assert [swatch.mode for swatch in panel.swatches if swatch.isChecked()] == ["black"]


def test_letters_do_not_command_the_page_behind_it(window: MainWindow, qtbot: QtBot, ids: list[int]) -> None:
    panel = opened(window, qtbot)
    panel.latin.setFocus()
    QTest.keyClick(panel.latin, Key.Key_J)
    QTest.keyClick(panel.latin, Key.Key_M)
    assert window.list_pane.list.current_article() == ids[1]


def test_it_is_all_chosen_again_at_the_next_start(window: MainWindow, make_window: MakeWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    panel.swatches[2].click()
    choose(panel.cjk, "sans")
    QTest.keyClick(panel.leading, Key.Key_Down)
    panel.close()
    window.close()
    again = make_window()
    assert again.appearance.icons.theme.name == "sepia"
    assert again.reader.viewer.typography() == Typography(leading=95, cjk="sans")


def test_what_is_chosen_is_kept_without_waiting_for_the_end(window: MainWindow, qtbot: QtBot, ini: Path) -> None:
    choose(opened(window, qtbot).paragraphs, INDENTED)
    qtbot.waitUntil(lambda: "paragraphs=indented" in ini.read_text("utf-8"))


def test_every_control_says_what_it_is(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    assert panel.accessibleName() == "Text and colours"
    controls: list[QObject] = [*panel.swatches, panel.han_space, panel.reset, *panel.findChildren(QToolButton)]
    controls += panel.findChildren(QSpinBox)
    names = [QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name) for control in controls]
    assert all(names)
    assert sorted(set(names)) == sorted(names)
    # A list speaks what is chosen in it; what it is for is said by its label.
    labels = {label.buddy(): label.text() for label in panel.findChildren(QLabel) if label.buddy() is not None}
    assert [labels[combo] for combo in (panel.latin, panel.cjk, panel.paragraphs, panel.characters)] == [
        "Latin font",
        "Chinese font",
        "Paragraphs",
        "Chinese characters",
    ]


def test_it_speaks_chinese(window: MainWindow, qtbot: QtBot) -> None:
    window.dialogs.settings()
    dialog = window.dialogs._settings_dialog
    assert dialog is not None
    panel = opened(window, qtbot)
    choose(dialog.language, "zh_CN")
    try:
        qtbot.waitUntil(lambda: panel.paragraphs.currentText() == "段间留白")
        assert panel.swatches[2].accessibleName() == "米黄"
        for button in (panel.reset, panel.han_space):
            assert button.width() >= button.sizeHint().width()
    finally:
        choose(dialog.language, "en")  # the words are those of the whole program, tests to come included


def test_changes_of_theme_leave_nothing_behind(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["settings"].trigger()
    panel = opened(window, qtbot)
    # Not the window: it begins other things a moment after the start.
    parts = [panel, *window.findChildren(QDialog), window.sidebar, window.list_pane, window.reader]
    kinds = []
    for _ in range(3):
        for theme in ("dark", "sepia"):
            window.appearance.choose_theme(theme)
            qtbot.waitUntil(lambda theme=theme: window.reader.viewer.stage.theme.name == theme)  # type: ignore[misc]
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        below = chain.from_iterable(part.findChildren(QObject) for part in parts)
        kinds.append(Counter(each.metaObject().className() for each in below))
    assert kinds[0] == kinds[1] == kinds[2]
    # Each list of fonts still has its groups apart.
    assert any(panel.latin.itemData(at, Qt.ItemDataRole.AccessibleDescriptionRole) for at in range(panel.latin.count()))

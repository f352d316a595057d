"""The manual: opened from the menu, offline, in the language of the window, and true to the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader import cli, resources
from reader.library.conditions.query_language import parse
from reader.ui.actions import SPECS
from reader.ui.main_window import MainWindow
from reader.ui.reading.manual_window import ManualWindow
from reader.ui.reading.outline_panel import sections_of
from reader.viewing.taiwan import in_taiwan

ENGLISH, CHINESE = (resources.manual(language) for language in ("en", "zh_CN"))
KEYS = Path(__file__).parent.parent.parent / "docs" / "keyboard.md"
_ONE = r"[A-Z0-9?/+,=\-←→↑↓]|F\d+|Space|Esc|Enter|Tab|Delete|Menu|Home|End|Page (?:Up|Down)|Left|Right|Shift|Ctrl|Alt"
KEY = re.compile(rf"(?:(?:Ctrl|Alt|Shift)\+)*(?:{_ONE})")
MENU = re.compile(r"[*“「]([^*“”「」>\n]+) > ([^*”」\n]+)[*”」]")


def code(file: Path) -> list[str]:
    return re.findall(r"`([^`\n]+)`", file.read_text("utf-8"))


def open_manual(window: MainWindow, qtbot: QtBot) -> ManualWindow:
    window.actions_["manual"].trigger()
    manual = window.dialogs.manual_window
    assert manual is not None
    qtbot.waitUntil(lambda: manual.outline.count() > 0)
    return manual


def at_top(manual: ManualWindow) -> str:
    viewer = manual.viewer
    return viewer.cursorForPosition(QPoint(viewer.viewport().width() // 2, 32)).block().text()


def test_it_opens_from_the_menu_and_its_outline_and_links_lead_to_its_parts(window: MainWindow, qtbot: QtBot) -> None:
    manual = open_manual(window, qtbot)
    assert manual.viewer.toPlainText().startswith("The Broadsheet manual\nBroadsheet turns")
    (row,) = (row for row in range(manual.outline.count()) if manual.outline.item(row).text() == "Find")
    manual.outline.setCurrentRow(row)
    assert at_top(manual) == "Find"
    manual.viewer.go_to_position(sections_of(manual.viewer)[row - 1].position + 200)
    assert manual.outline.currentRow() == row - 1
    manual.viewer.links.follow(QUrl("#categories"))
    assert at_top(manual) == "Categories"
    manual.outline.setCurrentRow(manual.outline.count() - 1)  # cannot come to the top
    assert manual.outline.currentItem().text() == "Limits"
    manual.resize(500, 400)
    assert not manual.outline.isVisible()
    QTest.keyClick(manual.viewer, Qt.Key.Key_Escape)
    assert not manual.isVisible()


def test_words_are_found_in_it(window: MainWindow, qtbot: QtBot) -> None:
    manual = open_manual(window, qtbot)
    QTest.keyClick(manual, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    manual.find_bar.field.setText("pinyin")
    assert manual.find_bar.count.text() == "1/1"


def test_it_follows_language_and_theme_and_stays_at_its_part(window: MainWindow, qtbot: QtBot) -> None:
    manual = open_manual(window, qtbot)
    (row,) = (row for row in range(manual.outline.count()) if manual.outline.item(row).text() == "Find")
    manual.outline.setCurrentRow(row)
    settings = window.dialogs._settings
    settings.set("language", "zh_CN")
    try:
        window.appearance.apply_language()
        qtbot.waitUntil(lambda: at_top(manual) == "查找")
        assert (manual.windowTitle(), manual.outline.currentItem().text()) == ("手册", "查找")
        window.appearance.choose_theme("dark")
        qtbot.waitUntil(lambda: manual.viewer.stage.theme.name == "dark")
        assert at_top(manual) == "查找"
    finally:
        settings.set("language", "en")
        window.appearance.apply_language()
        window.appearance.choose_theme("light")


def test_all_that_is_chinese_has_the_chinese_one() -> None:
    assert resources.manual("zh_TW") == resources.manual("zh_CN") == CHINESE
    assert resources.manual("fr") == ENGLISH


@pytest.mark.parametrize("file", [ENGLISH, CHINESE], ids=lambda file: file.stem)
def test_every_key_it_names_is_one_of_the_program(file: Path) -> None:
    known = {*code(KEYS), *(key for spec in SPECS.values() for key in spec.keys)}
    named = {word for word in code(file) if KEY.fullmatch(word)}
    assert len(named) > 40
    assert named <= known


def commands_in(language: str) -> set[tuple[str, str]]:
    """Return the menu and the words of each command in that language."""
    words = QTranslator()
    assert words.load(f"broadsheet_{language}", str(resources.path("i18n")))
    pairs = {(str(spec.group), spec.text) for spec in SPECS.values()}
    # English has a file for its plurals alone.
    said = {tuple(words.translate("Actions", word) or word for word in pair) for pair in pairs}
    return {(group, text.rstrip("…")) for group, text in said}


def test_every_command_it_names_stands_in_that_menu() -> None:
    english, chinese = ENGLISH.read_text("utf-8"), CHINESE.read_text("utf-8")
    for language, text in (("en", english), ("zh_CN", chinese), ("zh_TW", in_taiwan(chinese))):
        named = set(MENU.findall(text))
        assert len(named) > 8
        assert named <= commands_in(language)


@pytest.mark.parametrize("file", [ENGLISH, CHINESE], ids=lambda file: file.stem)
def test_its_searches_and_commands_are_understood(file: Path, tmp_path: Path) -> None:
    text = file.read_text("utf-8")
    searches = re.findall(r"^\| `([^`]+)` \|", re.split("^## ", text, flags=re.MULTILINE)[3], re.MULTILINE)
    assert len(searches) == 8
    assert [parse(search).hints for search in searches] == [()] * 8
    commands = re.findall(r"^broadsheet-cli (\S+)", text, re.MULTILINE)
    assert len(commands) == 5
    for command in commands:
        with pytest.raises(SystemExit) as ended:
            cli.main([command, "--help"])
        assert ended.value.code == 0


def test_both_languages_say_the_same() -> None:
    """They have the same parts, tables and lists in the same order, and name the same keys."""
    shapes = [re.findall(r"^(#+|\||-|```)", file.read_text("utf-8"), re.MULTILINE) for file in (ENGLISH, CHINESE)]
    assert shapes[0] == shapes[1]
    english, chinese = ([word for word in code(file) if KEY.fullmatch(word)] for file in (ENGLISH, CHINESE))
    assert english == chinese


def test_it_leads_to_nothing_outside() -> None:
    for file in (ENGLISH, CHINESE):
        assert all(link.startswith("#") for link in re.findall(r"\]\(([^)]+)\)", file.read_text("utf-8")))
        assert not re.search(r"https?://|<\w", file.read_text("utf-8"))

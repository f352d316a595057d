"""How a folder is to be read, chosen by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.domain import AS_FOUND, Dialect, ImportOptions
from reader.ui.importing.settings import ImportSettings, here
from reader.ui.session import LibrarySession

Key = Qt.Key
# The offscreen platform lends no keyboard to a list that drops down.
popup = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", r"does not support raise\(\)")


@pytest.fixture
def settings(qtbot: QtBot, session: LibrarySession) -> ImportSettings:
    made = ImportSettings(session, None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.set_options(AS_FOUND)
    qtbot.waitUntil(lambda: made.zones.count() > 400)
    return made


def test_nothing_is_chosen_at_first(settings: ImportSettings) -> None:
    assert settings.options() == AS_FOUND
    assert settings.zones.currentText() == "As the site says"


def test_all_can_be_shown_and_given_back(settings: ImportSettings) -> None:
    options = ImportOptions(Dialect.ZOLA, "Europe/Lisbon", drafts=True)
    settings.set_options(options)
    assert settings.options() == options


@popup
def test_a_zone_is_found_by_a_part_of_its_name(qtbot: QtBot, settings: ImportSettings) -> None:
    edit = settings.zones.edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "shangh")
    popup = settings.zones.finder.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Key.Key_Down)
    with qtbot.waitSignal(settings.changed):
        QTest.keyClick(popup, Key.Key_Return)
    assert settings.options().zone == "Asia/Shanghai"


def test_this_computers_zone_is_kept_by_its_name(settings: ImportSettings) -> None:
    settings.zones.setCurrentIndex(1)
    assert settings.options().zone == here() != ""


@popup
def test_what_is_no_zone_is_not_taken(qtbot: QtBot, settings: ImportSettings) -> None:
    edit = settings.zones.edit
    edit.setFocus()
    edit.selectAll()
    with qtbot.assertNotEmitted(settings.changed):
        QTest.keyClicks(edit, "Middle/Earth")
        settings.drafts.setFocus()
    assert (edit.text(), settings.options().zone) == ("As the site says", "")

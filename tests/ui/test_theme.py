"""The colours can be read, the fonts suit the language, the style can be put on."""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtDBus import QDBusVariant
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from reader import resources
from reader.ui.looks import fonts, style
from reader.ui.looks.appearance import MODES, theme_words
from reader.ui.looks.portal import Portal, unwrapped
from reader.ui.looks.theme import DARK, LIGHT, THEMES, Theme, contrast, load, mix, palette
from reader.ui.parts.boxes import make_plain

PANES = ("sidebar", "list", "page")
ROWS = ("selected", "selected_sidebar", "hover")
#: Each text colour and the backgrounds it stands on.
READ = {
    "text": (*PANES, *ROWS, "field", "code", "card", "tint", "found", "found_now", "control"),
    "text2": (*PANES, *ROWS, "field", "code", "card", "tint", "found", "control"),
    "text3": (*PANES, "field", "card", "control"),
    "link": (*PANES, "code", "card", "tint", "found"),
    "accent": ("list", "page"),
    "warning": PANES,
    "on_accent": ("accent",),
    "toast_text": ("toast",),
    "toast_action": ("toast",),
}
PAIRS = [(fore, back) for fore, backs in READ.items() for back in backs]


def needed(theme: Theme) -> float:
    """Return the least contrast of text: WCAG's level AA, or AAA where high contrast is promised."""
    return 7 if theme.name.startswith("contrast") else 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize(("fore", "back"), PAIRS)
def test_text_can_be_read(theme: Theme, fore: str, back: str) -> None:
    assert contrast(getattr(theme, fore), getattr(theme, back)) >= needed(theme)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_words_of_a_pressed_button_can_be_read(theme: Theme) -> None:
    for share in (0.1, 0.2):
        assert contrast(theme.on_accent, mix(theme.accent, theme.text, share)) >= needed(theme)
        assert contrast(theme.text, mix(theme.control, theme.text, share / 2)) >= needed(theme)


def test_a_desktops_own_font_for_menus_does_not_stay(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    # Windows and KDE have one for each kind of widget, which a sheet brings back. PySide takes text, not bytes.
    kind: Any = "QMenu"
    monkeypatch.setattr(QApplication, "setStyleSheet", lambda *_: QApplication.setFont(QFont("Courier"), kind))
    style.apply(qapp, LIGHT)
    menu = QMenu()
    menu.ensurePolished()
    assert menu.font() == QApplication.font()


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_hits_can_be_told_from_the_page_and_the_current_one_from_all(theme: Theme) -> None:
    least = 1.45 if theme.dark else 1.05
    assert min(contrast(theme.found, getattr(theme, back)) for back in ("page", "list")) >= least
    assert contrast(theme.found_now, theme.found) >= 1.2


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("back", ROWS)
def test_icons_and_dots_can_be_seen_on_marked_rows(theme: Theme, back: str) -> None:
    for fore in ("text3", "accent", "unread"):
        assert contrast(getattr(theme, fore), getattr(theme, back)) >= 3


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_mixing_goes_from_one_to_the_other() -> None:
    assert [mix("#000000", "#ffffff", share) for share in (0, 0.5, 1)] == ["#000000", "#808080", "#ffffff"]


def test_a_theme_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load("purple")


def test_the_palette_dims_what_is_disabled(qapp: QApplication) -> None:
    colours = palette(DARK)
    role = QPalette.ColorRole
    assert colours.color(role.Accent).name() == DARK.accent
    assert colours.color(QPalette.ColorGroup.Disabled, role.Text) != colours.color(role.Text)


def test_every_theme_has_a_name_of_its_own_and_its_pictures() -> None:
    assert len({theme_words(mode) for mode in MODES}) == len(MODES) == 7
    for theme in THEMES.values():
        for picture in ("arrow", "tick"):
            assert resources.path("themes", f"{picture}-{theme.name}.svg").is_file()


@pytest.mark.parametrize(
    ("mode", "dark", "expected"),
    [("auto", True, DARK), ("auto", False, LIGHT), ("dark", False, DARK), ("sepia", True, THEMES["sepia"])],
)
def test_the_setting_chooses_the_theme(mode: str, dark: bool, expected: Theme) -> None:
    assert style.theme_for(mode, dark=dark) is expected


def test_every_role_in_the_rules_is_a_colour() -> None:
    assert not any("$" in style.style_sheet(theme) for theme in THEMES.values())
    assert DARK.scroll in style.style_sheet(DARK)


def test_themes_have_other_colours_but_the_same_measures() -> None:
    # No widget is told of another theme, so none could take in other measures.
    coloured = re.compile(r'#[0-9a-f]{6}\b|url\("[^"]+"\)')
    assert len({coloured.sub("", style.style_sheet(theme)) for theme in THEMES.values()}) == 1


def test_a_desktop_that_says_nothing_is_light(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Portal, "ask", lambda *_: None)
    assert style.SchemeWatcher().dark() is False


def test_a_portal_that_changes_its_mind_is_followed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Portal, "ask", lambda *_: None)
    watcher = style.SchemeWatcher()
    with qtbot.waitSignal(watcher.changed) as told:
        watcher.findChildren(Portal)[0].told.emit("org.freedesktop.appearance", "color-scheme", 1)
    assert told.args == [True]
    assert watcher.dark()


def test_what_a_portal_wraps_is_taken_out() -> None:
    assert [unwrapped(each) for each in (QDBusVariant(QDBusVariant(1)), QDBusVariant(False), "0")] == [1, False, "0"]


@pytest.mark.parametrize(
    ("lang", "script"),
    [
        ("zh", "sc"),
        ("zh_CN", "sc"),
        ("zh-TW", "tc"),
        ("zh-Hant-HK", "tc"),
        ("ja", "jp"),
        ("ko-KR", "kr"),
        ("en", ""),
        ("", ""),
    ],
)
def test_the_script_follows_the_language(lang: str, script: str) -> None:
    assert fonts.cjk(lang) == script


def test_chinese_names_its_own_family_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert fonts.families("serif", "zh-TW")[0] == "Noto Serif CJK TC"
    assert fonts.families("ui", "en")[0] == "Inter"
    assert "Noto Sans CJK SC" in fonts.families("ui", "en")
    assert fonts.families("mono", "zh")[0] not in fonts.families("ui", "zh")


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin", "freebsd"])
def test_every_platform_has_fonts(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", platform)
    roles: tuple[fonts.Role, ...] = ("ui", "serif", "mono")
    for role in roles:
        names = fonts.families(role, "zh")
        assert names
        assert len(names) == len(set(names))


def test_a_font_has_the_size_it_was_asked_for(qapp: QApplication) -> None:
    assert fonts.font("serif", "en", 18).pixelSize() == 18
    assert fonts.application_font("zh_CN").families()[0] in ("Inter", "Segoe UI", ".AppleSystemUIFont")


def test_a_warning_is_drawn_in_the_colour_of_the_theme(qtbot: QtBot) -> None:
    box = QMessageBox(QMessageBox.Icon.Warning, "Broadsheet", "The disk is full.")
    qtbot.addWidget(box)
    box.setPalette(palette(DARK))
    make_plain(box)
    drawn = box.iconPixmap().toImage()
    points = ((x, y) for x in range(drawn.width()) for y in range(drawn.height()))
    full = {drawn.pixelColor(*point).name() for point in points if drawn.pixelColor(*point).alpha() == 255}
    assert full == {QColor(DARK.accent).name()}

"""How the window is styled: Fusion, the theme's palette and a few rules; and whether the desktop is dark."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader import resources
from reader.ui.looks.portal import Portal
from reader.ui.looks.rules import RULES
from reader.ui.looks.theme import DARK, LIGHT, THEMES, Theme, mix, palette

_OWN_STYLE = Qt.WidgetAttribute.WA_SetStyle


def style_sheet(theme: Theme) -> str:
    """Return the rules for what palette and Fusion cannot say."""
    roles = {role.name: getattr(theme, role.name) for role in fields(Theme)}
    return RULES.substitute(
        roles,
        scroll_hover=mix(theme.scroll, theme.text, 0.25),
        ring=mix(theme.accent, theme.field, 0.35),
        faint=mix(theme.text3, theme.sidebar, 0.45),
        control_hover=mix(theme.control, theme.text, 0.05),
        accent_hover=mix(theme.accent, theme.text, 0.1),
        accent_pressed=mix(theme.accent, theme.text, 0.2),
        toast_hover=mix(theme.toast, theme.toast_text, 0.08),
        box_line=mix(theme.control_line, theme.text, 0.3),
        arrow=resources.path("themes", f"arrow-{theme.name}.svg").as_posix(),
        clear=resources.path("themes", f"clear-{theme.name}.svg").as_posix(),
        tick=resources.path("themes", f"tick-{theme.name}.svg").as_posix(),
        menu=theme.hover if theme.dark else theme.page,
    )


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole application in a theme; call it again to change it."""
    if app.property("broadsheet-style") is None:
        app.setStyle("Fusion")
        app.setProperty("broadsheet-style", "fusion")
    # Qt puts one sheet in the place of another once for each widget and again for all that is above it: 4,800 times for
    # 800 widgets. To take a sheet away, and to give one where there is none, it goes to each widget once.
    with _told_nothing(app):
        app.setStyleSheet("")
        app.setPalette(palette(theme))
        app.setStyleSheet(style_sheet(theme))
    # With a sheet the fonts come back that Windows and KDE have for menus and lists; with a font they go.
    app.setFont(app.font())
    for window in app.topLevelWidgets():
        window.update()


@contextmanager
def _told_nothing(app: QApplication) -> Iterator[None]:
    """Let no widget hear that its style changes; what changes it has to see to it that all is painted.

    Who hears it measures itself, and has rows and lines laid out anew: more than half of the time, twice, and for
    nothing, since the rules of all themes have the same measures. Qt tells only those that follow the program's style.
    """
    followers = [widget for widget in app.allWidgets() if not widget.testAttribute(_OWN_STYLE)]
    for widget in followers:
        widget.setAttribute(_OWN_STYLE, True)
    try:
        yield
    finally:
        for widget in followers:
            widget.setAttribute(_OWN_STYLE, False)


def theme_for(mode: str, *, dark: bool) -> Theme:
    """Return the theme of a setting, a name or "auto"; `dark` is what the desktop wants."""
    return THEMES.get(mode) or (DARK if dark else LIGHT)


_SETTING = ("org.freedesktop.appearance", "color-scheme")
#: What the first question may cost the start of the program; a portal that is only waking up answers later.
_PATIENCE_MS = 150


class SchemeWatcher(QObject):
    """Tells whether the desktop wants dark windows, and says so when that changes.

    Qt knows it where a platform theme answers. Where it does not, the settings portal is asked; a desktop without
    either is light.
    """

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._portal = self._dark = False
        # Queued: when Qt speaks, its own palette is not changed yet.
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._look, Qt.ConnectionType.QueuedConnection)
        if sys.platform == "linux" and self._hint() is None:
            portal = Portal(self)
            portal.told.connect(self._hear)
            portal.ask(*_SETTING, _PATIENCE_MS)
        self._dark = self._resolve()

    def dark(self) -> bool:
        return self._dark

    def _hint(self) -> bool | None:
        scheme = QGuiApplication.styleHints().colorScheme()
        return None if scheme is Qt.ColorScheme.Unknown else scheme is Qt.ColorScheme.Dark

    def _resolve(self) -> bool:
        hint = self._hint()
        return self._portal if hint is None else hint

    @Slot()
    def _look(self) -> None:
        if self._resolve() != self._dark:
            self._dark = not self._dark
            self.changed.emit(self._dark)

    def _hear(self, space: str, key: str, value: object) -> None:
        """Take in what the portal says: 0 is no wish, 1 dark, 2 light."""
        if (space, key) == _SETTING:
            self._portal = value == 1
            self._look()

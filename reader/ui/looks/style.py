"""How the window is dressed: Fusion, the palette of the theme and a few rules; and whether the desktop is dark."""

from __future__ import annotations

import sys
from string import Template

from PySide6.QtCore import SLOT, QObject, Qt, Signal, Slot
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader import resources
from reader.ui.looks.theme import DARK, LIGHT, THEMES, Theme, mix, palette

_RULES = Template("""
QToolTip { background: $toast; color: $toast_text; border: none; padding: 4px 7px; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $scroll_hover; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QWidget[pane="sidebar"] { background: $sidebar; border: none; }
QWidget[pane="list"] { background: $list; border: none; }
QWidget[pane="sidebar"] QAbstractItemView { background: $sidebar; border: none; }
QWidget[pane="list"] QAbstractItemView { background: $list; border: none; }
QWidget[pane="page"] { background: $page; border: none; }
QDialog { background: $list; }
QDialog QAbstractItemView { border: 1px solid $line; border-radius: 6px; }
QDialog QHeaderView { border: none; border-radius: 0; }
QDialog QTableView { background: $list; padding: 2px; outline: none; }
QDialog QTableView::item { padding: 0 6px; border: none; }
QDialog QTableView::item:selected { background: $selected; color: $text; }
QComboBox { background: $control; color: $text; border: 1px solid $control_line; border-radius: 6px;
            padding: 4px 7px; min-height: 18px; }
QComboBox:hover { background: $control_hover; }
QComboBox:focus { border-color: $accent; }
QComboBox:disabled { color: $faint; border-color: $line; background: transparent; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$arrow"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { border: 1px solid $control_line; border-radius: 0; background: $menu; outline: none;
                              selection-background-color: $selected; selection-color: $text; }

QSpinBox { background: $control; color: $text; border: 1px solid $control_line; border-radius: 6px;
           padding: 4px 7px; min-height: 18px; }
QSpinBox:focus { border-color: $accent; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }

QLineEdit { background: $field; color: $text; placeholder-text-color: $text3; border: 1px solid $field;
            border-radius: 6px; padding: 4px 7px; selection-background-color: $tint; selection-color: $text; }
QLineEdit:focus { border-color: $ring; }
QLineEdit:disabled { color: $faint; }
QDialog QLineEdit { background: $control; border-color: $control_line; }
QDialog QLineEdit:focus { border-color: $accent; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { background: transparent; border: none; padding: 0; }

QToolButton { background: transparent; color: $text2; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: $hover; color: $text; }
QToolButton:pressed, QToolButton:open { background: $selected_sidebar; }
QToolButton:checked { background: transparent; }
QToolButton:checked:hover { background: $hover; }
QToolButton:focus { border-color: $ring; }
QToolButton[tone="choice"] { color: $text3; padding: 2px 7px; font-size: 12px; }
QToolButton[tone="choice"]:hover { background: transparent; color: $text; }
QToolButton[tone="choice"]:checked { background: $hover; color: $text; }
QToolButton[tone="choice"]:focus { border-color: $accent; }
QToolButton[tone="chip"] { background: $hover; color: $text; padding: 2px 8px; font-size: 12px; }
QToolButton[tone="chip"]:hover { background: $selected; }
QToolButton[tone="chip"]:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QLineEdit QToolButton, QLineEdit QToolButton:hover, QLineEdit QToolButton:pressed {
    background: transparent; border: none; padding: 0; }

QPushButton { background: $control; color: $text; border: 1px solid $control_line; border-radius: 6px;
              padding: 5px 14px; min-height: 18px; }
QPushButton:hover { background: $control_hover; }
QPushButton:pressed { background: $selected; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; border-color: $line; background: transparent; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[primary="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[primary="true"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[primary="true"]:focus { border-color: $text; }
QPushButton[primary="true"]:disabled { background: $line; border-color: $line; color: $faint; }

QCheckBox { spacing: 8px; }
QCheckBox::indicator, QTableView::indicator { width: 14px; height: 14px; background: $control;
                                              border: 1px solid $box_line; border-radius: 4px; }
QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: $accent; border-color: $accent;
                                                              image: url("$tick"); }
QCheckBox::indicator:checked:focus { border-color: $text; }

QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QStatusBar { background: $sidebar; color: $text2; border-top: 1px solid $line; font-size: 12px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $text2; font-size: 12px; }

QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $list; color: $text2; border: none; border-bottom: 1px solid $line;
                       padding: 5px 9px; font-size: 12px; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $text2; border: none; border-bottom: 2px solid transparent;
               padding: 7px 12px; }
QDialog QTabBar::tab { padding: 7px 9px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }

QLabel[tone="secondary"] { color: $text2; }
QLabel[tone="hint"] { color: $text3; }
QLabel[tone="warning"] { color: $warning; }
QLabel[tone="cap"] { background: $control; color: $text; border: 1px solid $control_line; border-bottom-width: 2px;
                     border-radius: 5px; padding: 1px 6px; min-width: 10px; font-size: 12px; }

QFrame[tone="card"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[tone="card"] QLabel { background: transparent; border: none; }

QFrame[tone="popup"] { background: $menu; border: 1px solid $control_line; border-radius: 8px; }
QFrame[tone="popup"] QListWidget { background: transparent; border: none; }

QFrame[tone="palette"] { background: $menu; border: 1px solid $control_line; border-radius: 10px; }
QFrame[tone="palette"] QLineEdit, QFrame[tone="palette"] QLineEdit:focus {
    background: transparent; border: none; padding: 0 17px; }
QFrame[tone="palette"] QListView { background: transparent; border: none; border-top: 1px solid $line; }

QFrame[tone="toast"] { background: $toast; border: none; border-radius: 9px; }
QFrame[tone="toast"] QLabel { color: $toast_text; background: transparent; }
QFrame[tone="toast"] QPushButton { background: transparent; color: $toast_action; border: 1px solid transparent;
                                   padding: 3px 6px; font-weight: 600; }
QFrame[tone="toast"] QPushButton:hover { background: $toast_hover; }
QFrame[tone="toast"] QPushButton:focus { border-color: $toast_action; }

QFrame[tone="popover"] { background: $menu; border: 1px solid $control_line; }
QFrame[tone="popover"] QListWidget { background: transparent; border: none; outline: none; }
QFrame[tone="popover"] QListWidget::item { border-radius: 5px; padding: 0 10px; color: $text; }
QFrame[tone="popover"] QListWidget::item:hover { background: $hover; }
QFrame[tone="popover"] QListWidget::item:selected { background: $selected; color: $text; }

QListWidget#manualOutline { background: $sidebar; border: none; border-right: 1px solid $line; outline: none; }
QListWidget#manualOutline { border-radius: 0; padding: 12px 8px; }
QListWidget#manualOutline::item { border-radius: 5px; padding: 5px 10px; color: $text; }
QListWidget#manualOutline::item:hover { background: $hover; }
QListWidget#manualOutline::item:selected { background: $selected_sidebar; color: $text; }

QFrame#textPanel { background: $menu; border: 1px solid $control_line; }
QFrame#textPanel QSpinBox { padding: 3px 4px; }
QFrame#textPanel QLabel, QFrame#textPanel QCheckBox { background: transparent; }

QMenu { background: $menu; color: $text; border: 1px solid $control_line; padding: 5px; }
QMenu::item { padding: 5px 22px 5px 10px; border-radius: 5px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { background: $line; height: 1px; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }
QMenuBar { background: $sidebar; color: $text; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 5px; }
QMenuBar::item:selected { background: $selected_sidebar; }
""")


def style_sheet(theme: Theme) -> str:
    """Return the rules for what palette and Fusion cannot say."""
    roles = {name: getattr(theme, name) for name in Theme.__slots__}
    return _RULES.substitute(
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
    app.setStyleSheet("")
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def theme_for(mode: str, *, dark: bool) -> Theme:
    """Return the theme of a setting, a name or "auto"; `dark` is what the desktop wants."""
    return THEMES.get(mode) or (DARK if dark else LIGHT)


_PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
_SETTING = ["org.freedesktop.appearance", "color-scheme"]
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
        self._portal: bool | None = None
        self._pending: QDBusPendingCallWatcher | None = None
        # Queued: when Qt speaks, its own palette is not changed yet.
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._look, Qt.ConnectionType.QueuedConnection)
        if sys.platform == "linux" and self._hint() is None:
            self._ask_portal()
        self._dark = self._resolve()

    def dark(self) -> bool:
        return self._dark

    def _hint(self) -> bool | None:
        scheme = QGuiApplication.styleHints().colorScheme()
        return None if scheme is Qt.ColorScheme.Unknown else scheme is Qt.ColorScheme.Dark

    def _resolve(self) -> bool:
        hint = self._hint()
        return bool(self._portal) if hint is None else hint

    @Slot()
    def _look(self) -> None:
        if self._resolve() != self._dark:
            self._dark = not self._dark
            self.changed.emit(self._dark)

    def _ask_portal(self) -> None:
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        # The stub asks for bytes, the binding refuses them.
        slot = SLOT("_on_setting(QDBusMessage)")
        bus.connect(*_PORTAL, "SettingChanged", self, slot)  # type: ignore[call-overload]
        # Read, not ReadOne: portals before 2023 know only the former.
        question = QDBusMessage.createMethodCall(*_PORTAL, "Read")
        question.setArguments(list(_SETTING))
        answer = bus.call(question, QDBus.CallMode.Block, _PATIENCE_MS)
        if answer.type() is QDBusMessage.MessageType.ReplyMessage:
            self._portal = _prefers_dark(answer.arguments())
        elif answer.errorName() in ("org.freedesktop.DBus.Error.NoReply", "org.freedesktop.DBus.Error.Timeout"):
            self._pending = QDBusPendingCallWatcher(bus.asyncCall(question), self)
            self._pending.finished.connect(self._on_late_answer)

    def _on_late_answer(self, call: QDBusPendingCallWatcher) -> None:
        answer = call.reply()
        self._pending = None
        if answer.type() is QDBusMessage.MessageType.ReplyMessage:
            self._portal = _prefers_dark(answer.arguments())
            self._look()

    @Slot(QDBusMessage)
    def _on_setting(self, message: QDBusMessage) -> None:
        if message.arguments()[:2] == _SETTING:
            self._portal = _prefers_dark(message.arguments()[2:])
            self._look()


def _prefers_dark(arguments: list[object]) -> bool:
    """Read the portal's answer, a number in one or two wrappings: 0 no wish, 1 dark, 2 light."""
    value = arguments[0] if arguments else 0
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value == 1

"""Message boxes that show untrusted text literally."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from reader.ui.looks.icons import symbol
from reader.ui.parts.dialog_layout import MARGINS

_SYMBOLS = {QMessageBox.Icon.Warning: "warning", QMessageBox.Icon.Information: "info"}
_SYMBOL = QSize(32, 32)

# What Qt puts to the left of the words of a box without an icon.
_BARE_INDENT = 21


def make_plain(box: QMessageBox) -> None:
    """Let no text of a box be taken for markup, and give it the looks of a dialog; call it when all texts are set.

    The format that can be set on a box is that of its first text only: Qt guesses what the second one is.
    """
    drawn = _SYMBOLS.get(box.icon())
    if drawn is not None:
        # In place of Qt's, which has colours of its own.
        accent = box.palette().color(QPalette.ColorRole.Accent).name()
        box.setIconPixmap(symbol(drawn, accent, _SYMBOL, box.devicePixelRatioF()))
    layout = box.layout()
    if layout is not None:
        left, *others = MARGINS
        # Without an icon Qt leaves some of its room.
        bare = box.icon() is QMessageBox.Icon.NoIcon and box.iconPixmap().isNull()
        layout.setContentsMargins(left - (_BARE_INDENT if bare else 0), *others)
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)


class Question(QMessageBox):
    """Asks whether to do something; a careful one takes Enter for a no."""

    def __init__(
        self, parent: QWidget, title: str, text: str, more: str, *, yes: str, no: str, careful: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setText(text)
        self.setInformativeText(more)
        accept = self.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        reject = self.addButton(no, QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(reject if careful else accept)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def ask(self, then: Callable[[], object]) -> None:
        """Show the question without stopping the window, and do `then` after a yes."""
        make_plain(self)
        self.accepted.connect(lambda: then())
        self.open()

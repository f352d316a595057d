"""Message boxes that show what strangers wrote as it is written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox


def make_plain(box: QMessageBox) -> None:
    """Let no text of a box be taken for markup; call it when all texts are set.

    The format that can be set on a box is that of its first text only: Qt guesses what the second one is.
    """
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)

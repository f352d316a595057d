"""Windows that keep nothing go, while they are hidden, before each widget is dressed or worded anew.

For a hidden one that takes as long as for one in sight; to make it again only takes time when it is wanted.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid

_MAY_GO = "keepsNothing"


def keeps_nothing(widget: QWidget, owner: object, name: str) -> None:
    """Say that a window may go while it is hidden; its owner's attribute of that name is None from then on."""
    widget.setProperty(_MAY_GO, True)
    widget.destroyed.connect(lambda: setattr(owner, name, None))


def may_go(window: QWidget) -> list[QWidget]:
    """Return what lies over a window and keeps nothing."""
    return [widget for widget in window.findChildren(QWidget) if widget.property(_MAY_GO)]


def let_go(widget: QWidget) -> None:
    """Let a window go if it is hidden, with all that lies over it; it may have gone with another one before."""
    if isValid(widget) and not any(each.isVisible() for each in (widget, *widget.findChildren(QWidget))):
        delete(widget)

"""Windows that keep nothing go, while they are hidden, before each widget is dressed or worded anew.

For a hidden one that takes as long as for one in sight; to make it again only takes time when it is wanted.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from shiboken6 import delete

_MAY_GO = "keepsNothing"


def keeps_nothing(widget: QWidget, owner: object, name: str) -> None:
    """Say that a window may go while it is hidden; its owner's attribute of that name is None from then on."""
    widget.setProperty(_MAY_GO, True)
    widget.destroyed.connect(lambda: setattr(owner, name, None))


def let_go(window: QWidget) -> None:
    """Let go what lies over a window, keeps nothing, and is hidden with all that lies over it."""
    may_go = [widget for widget in window.findChildren(QWidget) if widget.property(_MAY_GO)]
    for widget in may_go:
        if not any(each.isVisible() for each in (widget, *widget.findChildren(QWidget))):
            delete(widget)

"""Destroys stateless windows while they are hidden, before each widget is restyled or retranslated.

For a hidden one that takes as long as for one in sight; to make it again only takes time when it is wanted.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid

_MAY_GO, _STAYS = "keepsNothing", "stays"


def keeps_nothing(widget: QWidget, owner: object, name: str) -> None:
    """Say that a window may go while it is hidden; its owner's attribute of that name is None from then on."""
    widget.setProperty(_MAY_GO, True)
    widget.destroyed.connect(lambda: setattr(owner, name, None))


def keeps(widget: QWidget, *, something: bool) -> None:
    """Say that a window that may go keeps something for the moment, such as a job of its own, or nothing any more."""
    widget.setProperty(_STAYS, something)


def may_go(window: QWidget) -> list[QWidget]:
    """Return what lies over a window, its child, and keeps nothing."""
    children = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [widget for widget in children if widget.property(_MAY_GO) and not widget.property(_STAYS)]


def let_go(widget: QWidget) -> None:
    """Let a window go if it is hidden, with all that lies over it; it may have gone with another one before."""
    if not isValid(widget) or widget.property(_STAYS):
        return
    if not any(each.isVisible() for each in (widget, *widget.findChildren(QWidget))):
        delete(widget)

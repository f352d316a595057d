"""What the models of the window have in common."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

#: What Qt hands to a model, whichever of the two it holds.
Index = QModelIndex | QPersistentModelIndex

"""Lets those write who do so with Fcitx: PySide's Qt has no plugin for it, and took every key for a Latin letter."""

from __future__ import annotations

import os
import sys


def speak_as_ibus() -> None:
    """Let Qt, before it starts, use its plugin for IBus where the desktop names Fcitx, which answers as IBus, too."""
    named = os.environ.get("QT_IM_MODULES") or os.environ.get("QT_IM_MODULE", "")
    if sys.platform == "linux" and "fcitx" in named:
        # Fcitx's own plugin comes first: a Qt of the system may have it.
        os.environ["QT_IM_MODULES"] = f"{named};ibus"
        # Without it the plugin does nothing where IBus is not installed.
        os.environ.setdefault("IBUS_USE_PORTAL", "1")

"""Restarts the program, in a process of its own."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess


def start_with(library: Path) -> bool:
    """Start another Broadsheet over a library; False when the system refuses. This one should then end."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "reader"]
    started, _process = QProcess.startDetached(program[0], [*program[1:], "--library", str(library)])
    return bool(started)

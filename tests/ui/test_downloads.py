"""Pictures of the web in the window: asked about once, fetched where allowed, and never while one works offline."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.domain import ArticleQuery
from reader.library.library import Library
from reader.offline import Fetch
from reader.ui.main_window import MainWindow
from tests.factories import open_file
from tests.fetching.conftest import server
from tests.fetching.downloading import LOOPBACK
from tests.fetching.server import Server, picture, reply
from tests.importing.folders import bring_in, write_post
from tests.ui.windows import MakeWindow, idle

__all__ = ["server"]

Key = Qt.Key

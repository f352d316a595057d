"""What every test may ask for."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings

# How long an example takes says more about the machine than about the program; a test that is about it says its own.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")
# Before anything imports Qt: no screen, no scaling, no user's own settings.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()
os.environ.pop("BROADSHEET_LIBRARY", None)
# Whatever is left unsaid must not lead to the user's own library, settings or log. The folder is made by what writes
# there, which hardly anything does: so tests that are killed leave none behind.
_HOME = f"{tempfile.gettempdir()}/broadsheet-home-{uuid4().hex}"
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = f"{_HOME}/{_name.lower()}"

from pytestqt.qtbot import QtBot  # noqa: E402 - after the variables above

from reader.library.library import Library  # noqa: E402

# Generous: a shared machine may be slow. What works takes a hundredth of it.
_PATIENCE_MS = 40_000
for _wait in (QtBot.waitUntil, QtBot.waitSignal):
    assert _wait.__kwdefaults__ is not None
    _wait.__kwdefaults__["timeout"] = _PATIENCE_MS


@pytest.fixture(scope="session", autouse=True)
def temporary(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the program puts aside lies where pytest cleans up after tests that were killed, too."""
    tempfile.tempdir = str(tmp_path_factory.mktemp("temporary"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library") as opened:
        yield opened

"""A start in a terminal that has no screen, as over a network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems always have one")


@pytest.mark.parametrize("named", [{}, {"DISPLAY": ":9999"}, {"WAYLAND_DISPLAY": "nobody"}], ids=str)
def test_it_says_so_and_what_works_without(tmp_path: Path, named: dict[str, str]) -> None:
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    environment |= {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "QT_QPA_PLATFORM": ""} | named
    command = [sys.executable, "-m", "reader"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "broadsheet-cli" in done.stderr
    # Qt does not name what a plugin of its own lacks.
    assert ("libxkbcommon-x11" in done.stderr) is bool(named)
    assert not list(tmp_path.rglob("*.sqlite3"))

"""The kill harness for a moment: a round of the works that change most."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the harness forks, and kills a group of processes")


@pytest.mark.timeout(300)
def test_nothing_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    works = ["import", "mark", "undo", "move", "window"]
    assert play(*works, "--rounds", "5", "--place", str(tmp_path)) == (0, "")


def play(*words: str) -> tuple[int, str]:
    """Play rounds in a process of their own, since a process that has threads is not to be forked."""
    command = [sys.executable, "-m", "tests.killing", *words]
    run = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    return run.returncode, run.stderr if run.returncode == 0 else run.stdout + run.stderr

"""The log tells of faults, and nothing of what anybody reads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_FAILS = """
import logging, sys
from pathlib import Path
from reader import log

log.begin(Path(sys.argv[1]))

def read(words):
    try:
        int(words)
    except ValueError as error:
        raise KeyError(words) from error

for number in range(int(sys.argv[2])):
    try:
        read("Words of an article")
    except KeyError:
        logging.getLogger("broadsheet").exception("fault")
"""


def fail(file: Path, times: int) -> str:
    """Let a program fail over an article, some times; return what it said in its terminal."""
    done = subprocess.run(
        [sys.executable, "-c", _FAILS, str(file), str(times)], capture_output=True, text=True, check=True
    )
    return done.stdout + done.stderr


def test_it_says_where_a_fault_arose_and_no_word_of_an_article(tmp_path: Path) -> None:
    file = tmp_path / "logs" / "broadsheet.log"
    assert fail(file, 1) == ""
    said = file.read_text("utf-8")
    assert "ERROR fault" in said
    assert said.index("builtins.KeyError") < said.index("builtins.ValueError")
    assert "<string>:10 in read" in said
    assert "article" not in said


def test_the_place_of_a_fault_is_written_whatever_the_system_s_characters_are(tmp_path: Path) -> None:
    """As on Windows, where a user may be called what no other program there can write."""
    place, file = tmp_path / "雪" / "fails.py", tmp_path / "broadsheet.log"
    place.parent.mkdir()
    place.write_text(_FAILS, "utf-8")
    plain = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run([sys.executable, place, file, "1"], capture_output=True, env=os.environ | plain, check=True)
    assert done.stderr == b""
    assert "fails.py:10 in read" in file.read_text("utf-8")


def test_it_stays_small(tmp_path: Path) -> None:
    fail(tmp_path / "broadsheet.log", 4_000)
    files = list(tmp_path.iterdir())
    assert len(files) == 2
    assert max(file.stat().st_size for file in files) <= 500_000


def test_one_that_cannot_be_written_goes_to_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "logs").touch()
    said = fail(tmp_path / "logs" / "broadsheet.log", 1)
    assert "builtins.KeyError" in said
    assert "article" not in said

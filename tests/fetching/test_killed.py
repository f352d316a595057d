"""A process that is killed in the middle of a download leaves nothing half, and the next one goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.library.library import Library
from reader.offline import Fetch
from tests.fetching.downloading import QUICK, pictures, run, show
from tests.fetching.server import Gate, Server, picture, reply

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("came", "written"), [(1, False), (16, False), (16, True)])
def test_a_killed_download_goes_on_without_a_trace(library: Library, server: Server, came: int, written: bool) -> None:
    numbers = range(40)
    replies = {f"/{number}.png": reply(picture(number, (300, 200))) for number in numbers}
    server.otherwise = gate = Gate(lambda wire, path, headers: replies[path](wire, path, headers), free=came)
    article = show(library, *(server.url(f"/{number}.png") for number in numbers))
    library.web.allow_once(Fetch.ALL)
    command = [sys.executable, "-m", "tests.fetching.resume", str(library.folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        steps = (int(line) for line in process.stdout)
        try:
            assert came in steps
            if written:
                # What came is written down at every fifth of a second, and a step in which nothing ends takes that.
                assert [next(steps) for _ in range(3)] == [came] * 3
        finally:
            process.kill()
    gate.open()
    with Library(library.folder) as again:
        assert again.check() == []
        stored = {key for file, key in again.images.files() if key}
        assert all(again.images.intact(key) for key in stored)
        shown = [each.key for each in pictures(again, article) if each.key]
        # What nobody wrote down yet is fetched again.
        assert len(shown) == came if written else len(shown) <= came
        assert len(stored) == came
        assert set(shown) <= stored
        last, _ = run(again, QUICK)
        assert last.failed == 0
        assert last.stored == 40 - len(shown)
        assert all(each.key for each in pictures(again, article))
        assert again.web.consents() == ()
        assert again.check() == []

"""A process that is killed in the middle of a download leaves nothing half, and the next one goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.library.library import Library
from reader.offline import Fetch
from tests.fetching.downloading import QUICK, pictures, run, show
from tests.fetching.server import Counting, Server, picture, reply

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("after", [1, 16])
def test_a_killed_download_goes_on_without_a_trace(library: Library, server: Server, after: int) -> None:
    numbers = range(40)
    server.answers = {f"/{number}.png": Counting(reply(picture(number, (300, 200)))) for number in numbers}
    article = show(library, *(server.url(f"/{number}.png") for number in numbers))
    library.web.allow_once(Fetch.ALL)
    command = [sys.executable, "-m", "tests.fetching.resume", str(library.folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= after:
                break
        process.kill()
    with Library(library.folder) as again:
        assert again.check() == []
        stored = {key for file, key in again.images.files() if key}
        assert all(again.images.intact(key) for key in stored)
        shown = [each.key for each in pictures(again, article) if each.key]
        # What was fetched in the last fifth of a second may be written down by nobody: it is fetched again.
        assert after - 16 < len(shown) < 40
        assert set(shown) <= stored
        last, _ = run(again, QUICK)
        assert last.failed == 0
        assert last.stored == 40 - len(shown)
        assert all(each.key for each in pictures(again, article))
        assert again.web.consents() == ()
        assert again.check() == []

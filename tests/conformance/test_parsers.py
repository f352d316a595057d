"""Two parsers that generators use read the real posts too; where we part from them, docs/formats.md says why."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.domain import Dialect, Post
from reader.posts.read_post import read_file
from reader.posts.sites.scan import FoundFile, scan
from reader.posts.sites.site import detect
from tests.conformance.compare import REASONS, differences

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
SCRIPT = Path(__file__).with_name("parsers.js")
PACKAGES = ("hexo-front-matter@4.2.1", "gray-matter@4.0.3")
PARSERS = ("hexo-front-matter", "gray-matter")
pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not CORPORA.is_dir(), reason="the real posts are not beside the project"),
    pytest.mark.skipif(shutil.which("node") is None or shutil.which("npm") is None, reason="there is no node or npm"),
]


def posts() -> Iterator[tuple[Path, Dialect, Post]]:
    for folder in sorted(each for each in CORPORA.iterdir() if each.is_dir()):
        site = detect(folder)
        for found in scan(site):
            post = read_file(site, found.path).post if isinstance(found, FoundFile) else None
            if post is not None:
                yield folder / post.path, site.dialect, post


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script beside its packages; skips where they cannot be had within half a minute."""
    folder = tmp_path_factory.mktemp("parsers")
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", *PACKAGES]
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=30)
    except (subprocess.SubprocessError, OSError) as error:
        pytest.skip(f"the parsers cannot be installed: {type(error).__name__}")
    return Path(shutil.copy(SCRIPT, folder))


@pytest.fixture(scope="module")
def answers(script: Path) -> list[tuple[str, Dialect, Post, dict[str, Any]]]:
    found = list(posts())
    lines = "".join(f"{json.dumps(str(path))}\n" for path, _, _ in found)
    # Naive times are site time to the one parser, UTC to the other and to us.
    clock = {**os.environ, "TZ": "UTC"}
    command = ["node", str(script)]
    run = subprocess.run(command, input=lines, text=True, capture_output=True, check=True, timeout=60, env=clock)
    read = [json.loads(line) for line in run.stdout.splitlines()]
    return [(str(path.relative_to(CORPORA)), *rest, answer) for (path, *rest), answer in zip(found, read, strict=True)]


@pytest.mark.parametrize("parser", PARSERS)
def test_every_difference_has_a_reason(parser: str, answers: list[tuple[str, Dialect, Post, dict[str, Any]]]) -> None:
    found = [
        (path, each) for path, dialect, post, answer in answers for each in differences(post, dialect, answer[parser])
    ]
    assert [(path, each) for path, each in found if not each.reason] == []
    # Most posts are read alike: a comparison that finds nothing to compare would pass as well.
    assert len({path for path, _ in found}) < len(answers) / 2


def test_the_reasons_are_written_down() -> None:
    text = (ROOT / "docs" / "formats.md").read_text("utf-8").partition("## Compared with other parsers")[2]
    assert [reason for reason in REASONS if f"| {reason} |" not in text] == []

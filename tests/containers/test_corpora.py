"""Real posts of twenty sites: packed they are the same posts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.containers.opening import open_container
from reader.domain import FileStamp, ReadFile
from reader.posts.read_post import read_content, read_file
from reader.posts.sites.scan import FoundFile, scan
from reader.posts.sites.site import Site, detect
from reader.problems import Problem
from tests.containers.packing import pack

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
FOLDERS = sorted(folder.name for folder in CORPORA.iterdir() if folder.is_dir()) if CORPORA.is_dir() else []
pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not FOLDERS, reason="the real posts are not beside the project"),
]


def listed(site: Site) -> list[str | Problem]:
    return [found.path if isinstance(found, FoundFile) else found for found in scan(site)]


def timeless(read: ReadFile) -> ReadFile:
    """Return a reading without the fraction of a second that no archive keeps; a zip's times are even."""
    post = read.post
    if post is None:
        return replace(read, stamp=FileStamp(0, 0))
    second = post.published.second // 2 * 2 if not post.date_text else post.published.second
    post = replace(post, published=post.published.replace(second=second, microsecond=0))
    return replace(read, stamp=FileStamp(0, 0), post=post)


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("form", [".zip", ".tar.gz"])
def test_a_packed_site_is_the_same_site(tmp_path: Path, name: str, form: str) -> None:
    there = detect(CORPORA / name)
    packed = detect(open_container(pack(CORPORA / name, tmp_path / f"{name}{form}", name)))
    assert replace(packed, root=there.root) == there
    assert listed(packed) == listed(there)
    paths = [path for path in listed(there) if isinstance(path, str)]
    for content in packed.container.contents(paths, 1 << 25):
        assert timeless(read_content(packed, content)) == timeless(read_file(there, content.path))

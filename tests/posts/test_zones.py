"""A time without a zone means the site's clock, or the reader's: either way it is shown as it was written."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.posts.read_post import read_file
from reader.posts.sites.site import detect
from reader.posts.sites.zones import in_utc, known
from tests.zones import computer_in

CASES = {
    "_config.yml": b"title: A site\ntimezone: Asia/Shanghai\n",
    "hugo.toml": b"title = 'A site'\ntimeZone = 'Asia/Shanghai'\n",
    "hugo.yaml": b'timeZone: "Asia/Shanghai"\n',
}


@pytest.fixture
def in_new_york() -> Iterator[None]:
    with computer_in("America/New_York"):
        yield


def published(folder: Path, date: str) -> str:
    (folder / "post.md").write_text(f"---\ntitle: One\ndate: {date}\n---\nText.\n")
    post = read_file(detect(folder), "post.md").post
    assert post is not None
    return f"{post.published:%Y-%m-%dT%H:%MZ} {post.zone_assumed}"


@pytest.mark.parametrize(("name", "settings"), CASES.items())
def test_a_site_says_its_zone(tmp_path: Path, name: str, settings: bytes) -> None:
    (tmp_path / name).write_bytes(settings)
    assert published(tmp_path, "2022-01-20 10:24:38") == "2022-01-20T02:24Z True"


def test_the_user_s_zone_wins_over_the_site_s(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_bytes(CASES["_config.yml"])
    (tmp_path / "post.md").write_text("---\ntitle: One\ndate: 2022-01-20 10:24\n---\n")
    post = read_file(detect(tmp_path, zone="Europe/Paris"), "post.md").post
    assert post is not None
    assert post.published == datetime(2022, 1, 20, 9, 24, tzinfo=UTC)
    assert (post.zone_assumed, post.date_text) == (True, "2022-01-20 10:24")


@pytest.mark.parametrize("zone", ["Nowhere/At-all", "../../etc/passwd", "Asia", "Europe/Paris ", "\0", "x" * 5000])
def test_a_zone_that_nobody_knows_is_refused_at_the_door(tmp_path: Path, zone: str) -> None:
    assert not known(zone)
    with pytest.raises(ValueError, match="not a time zone"):
        detect(tmp_path, zone=zone)


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "UTC", "America/Argentina/Buenos_Aires"])
def test_a_zone_that_there_is_is_known(zone: str) -> None:
    assert known(zone)


def test_a_zone_in_the_post_wins(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_bytes(CASES["_config.yml"])
    assert published(tmp_path, "2022-01-20 10:24:38 +0100") == "2022-01-20T09:24Z False"


@pytest.mark.parametrize("settings", [b"", b"timezone:\n", b"timezone: Nowhere/At-all\n", b"timezone: ../../etc\n"])
def test_a_site_without_a_zone_means_the_reader_s(tmp_path: Path, in_new_york: None, settings: bytes) -> None:
    (tmp_path / "_config.yml").write_bytes(settings)
    assert published(tmp_path, "2022-01-20 10:24") == "2022-01-20T15:24Z True"
    assert published(tmp_path, "2022-07-20 10:24") == "2022-07-20T14:24Z True"


def test_a_day_stays_the_day_that_was_written(tmp_path: Path, in_new_york: None) -> None:
    (tmp_path / "post.md").write_text("---\ndate: 2019-02-06\n---\nText.\n")
    post = read_file(detect(tmp_path), "post.md").post
    assert post is not None
    assert time.localtime(post.published.timestamp())[:5] == (2019, 2, 6, 0, 0)


def test_the_edges_of_the_calendar_hold(in_new_york: None) -> None:
    last = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    assert in_utc(last, "") == last

"""The one real post that the whole importer was made for, to the letter."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.domain import Dialect, Post
from reader.posts.read_post import read_file
from reader.posts.sites.site import detect

SEED = Path(__file__).parents[3] / "shared" / "corpora" / "seed"
pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not SEED.is_dir(), reason="the real posts are not beside the project"),
]


@pytest.fixture(scope="module")
def seed() -> Post:
    post = read_file(detect(SEED), "_posts/2022-01-20-seed.md").post
    assert post is not None
    return post


@pytest.mark.parametrize("root", [SEED, SEED / "_posts"])
def test_the_folder_is_taken_for_hexo(root: Path) -> None:
    assert detect(root).dialect is Dialect.HEXO


def test_its_fields_are_read_exactly(seed: Post) -> None:
    assert seed.title == "乌克兰：布林肯从基辅发出威胁与俄罗斯无意改变其在边境的军事部署"
    assert seed.categories == (("新媒体", "Aljazeera 半岛网", "新闻"),)
    assert seed.author == "Aljazeera 半岛网"
    assert seed.published == datetime(2022, 1, 20, 2, 24, 38, tzinfo=UTC)
    assert not seed.zone_assumed
    assert seed.date_text == "Thu, 20 Jan 2022 02:24:38 GMT"
    assert seed.metadata["comments"] == "false"
    assert seed.lang == "zh"
    assert seed.problems == ()


def test_its_pictures_are_both_found(seed: Post) -> None:
    at = "https://chinese.aljazeera.net/wp-content/uploads/2022/01/"
    size = "?w=770&resize=770%2C433"
    assert [picture.ref for picture in seed.pictures] == [f"{at}image-6-2.jpg{size}", f"{at}image-7-3.jpg{size}"]
    assert seed.lead is not None
    assert seed.lead.ref == seed.pictures[0].ref


def test_its_body_is_html_and_not_code(seed: Post) -> None:
    assert seed.html.startswith("<div>")
    assert seed.html.endswith("</div>")
    assert "<pre" not in seed.html
    assert seed.text.startswith("美国国务卿安东尼·布林肯威胁俄罗斯说")
    assert "俄罗斯的要求\n俄罗斯外交部表示" in seed.text
    assert 200 < len(seed.summary) <= 300

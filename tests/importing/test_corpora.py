"""The real posts, end to end: each import comes to its end, and each file is an article or named."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.domain import ArticleQuery
from reader.library.library import Library
from reader.outcomes import Outcome
from reader.posts.sites.folder_rules import POST_EXTENSIONS
from reader.viewing.page import prepare
from tests.importing.folders import bring_in, plan_of, titled

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
FOLDERS = sorted(path for path in CORPORA.glob("*") if path.is_dir()) if CORPORA.is_dir() else []
pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not FOLDERS, reason="the real posts are not beside the project"),
]


def post_files(folder: Path) -> set[str]:
    """Return every file below a folder that may be a post, by its path."""
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.suffix.lower() in POST_EXTENSIONS and file.is_file()
    }


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_file_is_an_article_or_named(library: Library, folder: Path) -> None:
    planned = plan_of(library, folder)
    report = bring_in(library, folder)
    ids = library.listing(ArticleQuery()).ids
    articles = {content.path for content in map(library.content, ids) if content is not None}
    refused = {problem.path for problem in report.problems if not problem.repaired}
    unaccounted = [
        path
        for path in post_files(folder) - articles - refused
        if not path.startswith(tuple(f"{name}/" for name in refused))
    ]
    assert unaccounted == []
    assert len(ids) == report.added == planned.counts[Outcome.NEW]
    assert report.indexed == len(ids)
    assert bring_in(library, folder).counts[Outcome.SAME] == planned.files
    assert library.check() == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_article_can_be_shown(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    for article in library.listing(ArticleQuery()).ids:
        content = library.content(article)
        assert content is not None
        assert prepare(content).title


def test_the_seed_post_comes_in_to_the_letter(library: Library) -> None:
    bring_in(library, CORPORA / "seed")
    content = titled(library, "乌克兰：布林肯从基辅发出威胁与俄罗斯无意改变其在边境的军事部署")
    assert content.categories == (("新媒体", "Aljazeera 半岛网", "新闻"),)
    assert content.article.author == "Aljazeera 半岛网"
    assert datetime.fromtimestamp(content.article.published, UTC) == datetime(2022, 1, 20, 2, 24, 38, tzinfo=UTC)
    assert content.metadata["comments"] == "false"
    assert len(content.pictures) == 2
    assert all(picture.ref.startswith("https://chinese.aljazeera.net/") for picture in content.pictures)
    assert content.article.id in library.listing(ArticleQuery(text="乌克兰")).ids

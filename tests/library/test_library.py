"""Posts in, lists out; the user's marks outlive every import."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reader.domain import (
    ALL,
    UNCATEGORISED,
    ArticleQuery,
    Dialect,
    ImportOptions,
    Order,
    Post,
    ReadFile,
    State,
)
from reader.importing.undoing import remove_source
from reader.library.library import Library
from reader.outcomes import Counts, Outcome
from reader.problems import Problem, ProblemKind
from tests.factories import as_read, make_post


def store(library: Library, *files: ReadFile) -> list[Outcome]:
    """Store the readings of files of one folder, as one import."""
    source, batch = library.history.begin_import(Path("/folder"), ImportOptions(Dialect.HEXO))
    recorder = library.history.recorder(batch)
    outcomes: list[Outcome] = []
    while len(outcomes) < len(files):
        outcomes += library.files.add(source, files[len(outcomes) :], recorder)
    library.history.finish(batch, Counts(outcomes))
    return outcomes


def add(library: Library, *posts: Post) -> list[int]:
    """Store posts and return their ids in the same order."""
    store(library, *map(as_read, posts))
    known = library.files.known(library.sources()[0].id)
    return [known[post.path].article or 0 for post in posts]


def miss(library: Library, *articles: int) -> list[int]:
    """Tell that the files of these articles, and of no others, are not there."""
    source, batch = library.history.begin_import(Path("/folder"), ImportOptions(Dialect.HEXO))
    known = {file.article: path for path, file in library.files.known(source).items() if file.article}
    missing = {article: known[article] for article in articles}
    present = {article: path for article, path in known.items() if article not in missing}
    newly = library.files.note_presence(present, missing, library.history.recorder(batch))
    library.history.finish(batch, {})
    return newly


def titles(library: Library, query: ArticleQuery | None = None) -> list[str]:
    return [row.title for row in library.articles(library.listing(query or ArticleQuery()).ids)]


def category(library: Library, name: str) -> int:
    return next(node.id for node in library.categories() if node.name == name)


def test_a_list_shows_the_newest_first(library: Library) -> None:
    add(library, make_post(1), make_post(3), make_post(2))
    assert titles(library) == ["Post 3", "Post 2", "Post 1"]


def test_a_row_says_what_the_post_said(library: Library) -> None:
    (article,) = add(library, make_post(5, text="Snow on the pass."))
    (row,) = library.articles([article])
    assert (row.title, row.summary, row.author, row.source) == ("Post 5", "Snow on the pass.", "A. Writer", "folder")
    assert row.published == make_post(5).published.timestamp()
    assert row.unread
    assert not row.bookmarked


def test_a_category_lists_what_lies_below_it(library: Library) -> None:
    add(library, make_post(1, categories=(("World", "Asia"),)), make_post(2, categories=(("World",), ("Tea",))))
    assert titles(library, ArticleQuery(category=category(library, "World"))) == ["Post 2", "Post 1"]
    assert titles(library, ArticleQuery(category=category(library, "Asia"))) == ["Post 1"]
    totals = {node.name: (node.total, node.unread) for node in library.categories() if node.id != ALL}
    assert totals == {"World": (2, 2), "Asia": (1, 1), "Tea": (1, 1)}


def test_categories_of_one_name_in_two_places_are_two(library: Library) -> None:
    add(library, make_post(1, categories=(("A", "News"),)), make_post(2, categories=(("B", "News"),)))
    assert [node.name for node in library.categories() if node.id != ALL] == ["A", "News", "B", "News"]


def test_a_post_without_category_is_found_as_such(library: Library) -> None:
    add(library, make_post(1, categories=()), make_post(2))
    assert titles(library, ArticleQuery(category=UNCATEGORISED)) == ["Post 1"]


def test_importing_again_keeps_id_and_marks(library: Library) -> None:
    (before,) = add(library, make_post(1))
    library.set_read([before], read=True)
    library.set_bookmarked([before], bookmarked=True)
    (after,) = add(library, make_post(1, title="Corrected", categories=(("Tea",),)))
    (row,) = library.articles([after])
    assert after == before
    assert (row.title, row.unread, row.bookmarked) == ("Corrected", False, True)
    assert titles(library, ArticleQuery(state=State.UNREAD)) == []
    assert [node.name for node in library.categories()] == ["", "Tea"]
    assert library.check() == []


def test_a_renamed_file_keeps_its_article(library: Library) -> None:
    (article,) = add(library, make_post(1))
    library.set_bookmarked([article], bookmarked=True)
    miss(library, article)
    assert store(library, as_read(make_post(1), "elsewhere.md")) == [Outcome.MOVED]
    assert [known.article for known in library.files.known(library.sources()[0].id).values()] == [article]
    assert library.articles([article])[0].bookmarked
    assert not library.articles([article])[0].gone


def test_a_missing_file_leaves_its_article(library: Library) -> None:
    (article,) = add(library, make_post(1))
    assert miss(library, article) == [article]
    assert library.articles([article])[0].gone
    assert miss(library) == []
    assert not library.articles([article])[0].gone


def test_a_file_that_became_unreadable_leaves_its_article(library: Library) -> None:
    (article,) = add(library, make_post(1))
    problem = Problem("posts/1.md", ProblemKind.NOT_TEXT, repaired=False)
    assert store(library, replace(as_read(make_post(1)), post=None, problems=(problem,))) == [Outcome.REFUSED]
    assert titles(library) == ["Post 1"]
    assert library.files.known(library.sources()[0].id)["posts/1.md"].article == article


def test_read_later_lists_the_newest_mark_first(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, _third = add(library, make_post(1), make_post(2), make_post(3))
    for moment, article in enumerate((second, first), start=1):
        monkeypatch.setattr("time.time", lambda moment=moment: moment)
        library.set_bookmarked([article], bookmarked=True)
    query = ArticleQuery(state=State.BOOKMARKED, order=Order.NEWEST_MARK)
    assert titles(library, query) == ["Post 1", "Post 2"]
    assert titles(library, replace(query, order=Order.NEWEST)) == ["Post 2", "Post 1"]


def test_marks_can_be_taken_back(library: Library) -> None:
    ids = add(library, make_post(1), make_post(2))
    library.set_read(ids[:1], read=True)
    changes = library.set_read(ids, read=True)
    assert list(changes.marks) == [ids[1]]
    library.restore(changes)
    assert titles(library, ArticleQuery(state=State.UNREAD)) == ["Post 2"]


def test_undo_gives_each_mark_its_own_moment_back(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = add(library, make_post(1), make_post(2), make_post(3))
    for moment, article in ((20, ids[0]), (10, ids[1])):
        monkeypatch.setattr("time.time", lambda moment=moment: moment)
        library.set_bookmarked([article], bookmarked=True)
    library.restore(library.set_bookmarked(ids, bookmarked=False))
    kept = ArticleQuery(state=State.BOOKMARKED, order=Order.NEWEST_MARK)
    assert titles(library, kept) == ["Post 1", "Post 2"]


def test_undo_takes_back_one_mark_only(library: Library) -> None:
    (article,) = add(library, make_post(1))
    changes = library.set_bookmarked([article], bookmarked=True)
    library.set_read([article], read=True)
    library.restore(changes)
    (row,) = library.articles([article])
    assert (row.bookmarked, row.unread) == (False, False)
    assert library.check() == []


def test_undo_leaves_the_reading_position(library: Library) -> None:
    (article,) = add(library, make_post(1))
    changes = library.set_bookmarked([article], bookmarked=True)
    library.set_position(article, 120)
    library.restore(changes)
    content = library.content(article)
    assert content is not None
    assert content.position == 120
    assert not content.article.bookmarked


def test_marking_what_is_no_article_changes_nothing(library: Library) -> None:
    assert not library.set_read([42], read=True).marks
    library.set_position(42, 7)
    assert library.check() == []


def test_counts_follow_the_marks(library: Library) -> None:
    ids = add(library, make_post(1), make_post(2), make_post(3))
    library.set_read(ids[2:], read=True)
    library.set_bookmarked(ids[:1], bookmarked=True)
    midnight = int((make_post(2).published - timedelta(minutes=1)).timestamp())
    counts = library.counts(midnight)
    assert (counts.total, counts.unread, counts.today, counts.bookmarked) == (3, 2, 1, 1)
    assert titles(library, ArticleQuery(since=midnight)) == ["Post 3", "Post 2"]


def test_an_article_comes_back_whole(library: Library) -> None:
    post = make_post(1, text="美国国务卿 \ud800 end", categories=(("新媒体", "新闻"), ("Tea",)), tags=("茶", "tea"))
    (article,) = add(library, post)
    content = library.content(article)
    assert content is not None
    assert content.text == "美国国务卿 ? end"
    assert content.categories == (("新媒体", "新闻"), ("Tea",))
    assert content.tags == ("茶", "tea")
    assert content.metadata["comments"] == "false"
    assert content.path == "posts/1.md"
    assert library.content(article + 1) is None


def test_paths_need_not_be_text(library: Library) -> None:
    store(library, as_read(make_post(1), "b\udcffd.md"))
    assert list(library.files.known(library.sources()[0].id)) == ["b\udcffd.md"]


def test_a_reader_sees_what_a_writer_committed(library: Library) -> None:
    with Library(library.folder, writing=False) as reader:
        assert titles(reader) == []
        add(library, make_post(1))
        assert titles(reader) == ["Post 1"]


def test_an_article_that_goes_while_it_is_fetched_is_shown_whole(library: Library) -> None:
    (article,) = add(library, make_post(1))

    def meanwhile(sql: str) -> None:
        if "FROM content" in sql:
            library._db.set_trace_callback(None)
            with Library(library.folder) as other:
                list(remove_source(other, 1))

    library._db.set_trace_callback(meanwhile)
    content = library.content(article)
    assert content is not None
    assert content.text == "Text of post 1."
    assert library.content(article) is None


def test_a_file_of_before_keeps_its_categories_when_another_of_its_article_changes(library: Library) -> None:
    post = replace(make_post(1, categories=(("News",),)), identity=7)
    (article,) = add(library, post)
    # As the first version noted files.
    library._db.execute("UPDATE file SET categories = NULL")
    copy = replace(post, path="posts/copy.md", categories=(("Tea",),))
    assert add(library, copy) == [article]
    add(library, replace(copy, text="Other words."))
    content = library.content(article)
    assert content is not None
    assert set(content.categories) == {("News",), ("Tea",)}

"""Every import can be taken back: then everything is as it was, marks and numbers included."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain import ArticleQuery, Content, Dialect, ImportOptions, State
from reader.importing.importer import import_folder
from reader.importing.undoing import finish_removals, finish_swaps, remove_source, swap
from reader.library.imports import history
from reader.library.library import Library
from reader.library.pictures.web_pictures import Fetched
from reader.outcomes import Batch, BatchKind, Counts, FileOutcome, ImportProgress, Outcome, Phase
from reader.references import address_number
from tests.factories import write_picture, write_posts
from tests.fetching.server import picture
from tests.importing.folders import bring_in, plan_of, titled, write_post
from tests.library.test_library import titles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_posts(tmp_path / "blog", 3)


def whole(library: Library) -> list[Content]:
    """Return all that the library holds of every article."""
    found = [library.content(article) for article in sorted(library.listing(ArticleQuery()).ids)]
    return [content for content in found if content is not None]


def newest(library: Library) -> Batch:
    return library.history.batches()[0]


def undo(library: Library, batch: Batch | None = None) -> None:
    *_, last = swap(library, (batch or newest(library)).id)
    assert last.finished
    assert library.check() == []
    assert library.unindexed() == 0


def test_the_history_tells_what_each_import_did(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    write_post(folder, "source/_posts/post-2.md", "Corrected")
    (folder / "source/_posts/post-3.md").unlink()
    bring_in(library, folder)
    second, first = library.history.batches()
    assert first.counts == Counts({Outcome.NEW: 3})
    assert second.counts == Counts({Outcome.CHANGED: 1, Outcome.GONE: 1, Outcome.SAME: 1})
    assert (second.kind, second.source_name, second.can_undo) == (BatchKind.IMPORT, "blog", True)
    assert {(file.path, file.outcome, file.title) for file in library.history.files(second.id)} == {
        ("source/_posts/post-2.md", Outcome.CHANGED, "Corrected"),
        ("source/_posts/post-3.md", Outcome.GONE, "Post 3"),
    }


def test_an_import_that_changed_nothing_is_no_history(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    bring_in(library, folder)
    assert len(library.history.batches()) == 1


@pytest.mark.parametrize("shared", [False, True])
def test_a_picture_that_was_fetched_since_outlives_the_undo(library: Library, folder: Path, shared: bool) -> None:
    url = "https://x.example/far.png"
    write_post(folder, "source/_posts/far.md", "Far", f"![far]({url})")
    if shared:
        write_post(folder, "source/_posts/other.md", "Other", f"![far]({url})")
    bring_in(library, folder)
    write_post(folder, "source/_posts/far.md", "Far away", f"![far]({url})")
    bring_in(library, folder)
    stored = library.images.add(picture(1))
    library.web.settle([Fetched(address_number(url) or 0, stored, full=True)])
    undo(library)
    assert [each.key for each in titled(library, "Far").pictures] == [stored.key]
    undo(library)
    assert [each.key for each in titled(library, "Far away").pictures] == [stored.key]


def test_undoing_the_first_import_leaves_nothing_and_redoing_brings_all_back(library: Library, folder: Path) -> None:
    write_post(folder, "source/_posts/with.md", "With a picture", "![A pass](pass.png)")
    write_picture(folder / "source/pass.png")
    bring_in(library, folder)
    library.set_bookmarked([titled(library, "Post 1").article.id], bookmarked=True)
    library.set_read([titled(library, "Post 2").article.id], read=True)
    before = whole(library)
    undo(library)
    assert (titles(library), library.sources(), library.categories()) == ([], [], [])
    assert titles(library, ArticleQuery(text="body")) == []
    assert newest(library).undone
    undo(library)
    assert whole(library) == before
    assert titles(library, ArticleQuery(text="body")) == ["Post 3", "Post 2", "Post 1"]
    assert titles(library, ArticleQuery(state=State.UNREAD)) == ["With a picture", "Post 3", "Post 1"]


def test_undoing_a_refresh_restores_what_was_there(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    article = titled(library, "Post 2").article.id
    library.set_read([article], read=True)
    library.set_position(article, 7)
    before = whole(library)
    write_post(folder, "source/_posts/post-2.md", "Corrected", "Other words.")
    (folder / "source/_posts/post-1.md").rename(folder / "source/_posts/renamed.md")
    (folder / "source/_posts/post-3.md").unlink()
    write_post(folder, "source/_posts/post-4.md", "Post 4")
    (folder / "source/_posts/empty.md").write_text("")
    report = bring_in(library, folder)
    assert report.counts == Counts(
        {Outcome.CHANGED: 1, Outcome.MOVED: 1, Outcome.GONE: 1, Outcome.NEW: 1, Outcome.REFUSED: 1}
    )
    after = whole(library)
    undo(library)
    assert whole(library) == before
    undo(library)
    assert whole(library) == after


def test_what_was_wrong_with_a_file_is_restored(library: Library, folder: Path) -> None:
    post = folder / "source/_posts/post-1.md"
    text = post.read_text()
    bring_in(library, folder)
    before = whole(library)
    post.write_bytes(b"\0\1\2\3" * 50)
    assert bring_in(library, folder).counts[Outcome.REFUSED] == 1
    assert titled(library, "Post 1").problems
    undo(library)
    assert whole(library) == before
    post.write_text(text.replace("author:", "author: B. Nobody\nauthor:"))
    bring_in(library, folder)
    assert titled(library, "Post 1").problems
    undo(library)
    assert whole(library) == before


def test_marks_made_since_are_kept(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    write_post(folder, "source/_posts/post-2.md", "Corrected")
    bring_in(library, folder)
    library.set_bookmarked([titled(library, "Corrected").article.id], bookmarked=True)
    undo(library)
    assert titled(library, "Post 2").article.bookmarked


def test_undoing_an_earlier_import_undoes_the_later_ones_first(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    write_post(folder, "source/_posts/post-2.md", "Second")
    bring_in(library, folder)
    write_post(folder, "source/_posts/post-2.md", "Third")
    bring_in(library, folder)
    third, second, first = library.history.batches()
    undo(library, second)
    assert titled(library, "Post 2")
    assert [batch.undone for batch in library.history.batches()] == [True, True, False]
    undo(library, third)
    assert titled(library, "Third")
    undo(library, first)
    assert titles(library) == []


def test_what_was_undone_comes_again_at_the_next_import_under_new_numbers(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    ids = set(library.listing(ArticleQuery()).ids)
    undo(library)
    (folder / "source/_posts/empty.md").write_text("")
    assert bring_in(library, folder).counts == Counts({Outcome.NEW: 3, Outcome.REFUSED: 1})
    assert ids.isdisjoint(library.listing(ArticleQuery()).ids)
    assert not library.history.batches()[1].can_redo


def test_another_choice_of_rules_is_undone_too(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    before = whole(library)
    bring_in(library, folder, ImportOptions(Dialect.JEKYLL, "Asia/Shanghai", drafts=True))
    assert library.sources()[0].zone == "Asia/Shanghai"
    undo(library)
    assert library.sources()[0].options == ImportOptions(Dialect.HEXO)
    assert whole(library) == before


def test_files_that_changed_their_articles_are_undone_and_done_again(library: Library, folder: Path) -> None:
    posts = folder / "source/_posts"
    bring_in(library, folder)
    before = whole(library)
    (posts / "post-1.md").rename(posts / "renamed.md")
    for name in ("post-1.md", "post-2.md"):
        write_post(posts, name, "The same in both")
    bring_in(library, folder)
    after = whole(library)
    for _ in range(2):
        undo(library)
        assert whole(library) == before
        undo(library)
        assert whole(library) == after
        assert bring_in(library, folder).counts == Counts({Outcome.SAME: 4})


def test_other_sources_are_left_alone(library: Library, folder: Path, tmp_path: Path) -> None:
    bring_in(library, folder)
    write_post(tmp_path / "other", "one.md", "Other")
    bring_in(library, tmp_path / "other")
    undo(library, library.history.batches()[1])
    assert titles(library) == ["Other"]


def test_an_interrupted_undo_goes_on_at_the_next_start(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(library, write_posts(tmp_path / "blog", 20))
    some = library.history.swap_some
    monkeypatch.setattr(library.history, "swap_some", lambda rows, _seconds: some(rows, 0))
    with closing(swap(library, newest(library).id)) as steps:  # type: ignore[type-var]
        for _ in range(5):
            next(steps)
    assert len(titles(library)) == 15
    assert library.check() == []
    assert library.unfinished()
    assert not newest(library).can_undo
    list(finish_swaps(library))
    assert titles(library) == []
    assert not library.unfinished()
    undo(library)
    assert len(titles(library)) == 20


def test_what_another_program_undoes_while_it_is_read_comes_in_at_the_next_import(
    library: Library, folder: Path
) -> None:
    bring_in(library, folder)
    os.utime(folder / "source/_posts/post-1.md", ns=(1, 1))
    steps = import_folder(library, folder)
    assert next(steps).phase is Phase.SCAN
    with Library(library.folder) as other:
        undo(other)
    list(steps)
    bring_in(library, folder)
    assert titles(library) == ["Post 3", "Post 2", "Post 1"]


def test_what_an_import_read_anew_while_it_was_done_again_elsewhere_keeps_its_files(
    library: Library, folder: Path
) -> None:
    bring_in(library, folder)
    library.set_bookmarked([titled(library, "Post 1").article.id], bookmarked=True)
    undo(library)
    first = newest(library)
    steps = import_folder(library, folder)
    next(steps)
    with Library(library.folder) as other:
        other.history.begin_swap(first.id)
        list(steps)
        list(finish_swaps(other))
    assert titles(library) == ["Post 3", "Post 2", "Post 1"]
    assert titles(library, ArticleQuery(state=State.BOOKMARKED)) == ["Post 1"]
    bring_in(library, folder)
    undo(library)
    assert titles(library) == []
    undo(library, first)
    undo(library, first)
    assert titles(library) == ["Post 3", "Post 2", "Post 1"]


def killed_in(steps: Iterator[ImportProgress]) -> None:
    """Go one step and no further, as a program that is killed."""
    with closing(steps):  # type: ignore[type-var]
        next(steps)


def test_an_import_first_goes_on_with_an_undo_that_was_killed(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(library, folder)
    some = library.history.swap_some
    monkeypatch.setattr(library.history, "swap_some", lambda rows, _seconds: some(rows, 0))
    killed_in(swap(library, newest(library).id))
    write_post(folder, "source/_posts/late.md", "Late")
    bring_in(library, folder)
    assert len(titles(library)) == 4
    assert not library.unfinished()
    undo(library)
    assert titles(library) == []


def test_an_import_first_goes_on_with_a_removal_that_was_killed(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(library, folder)
    some = library.history.remove_some
    monkeypatch.setattr(library.history, "remove_some", lambda batch, source, _seconds: some(batch, source, 0))
    killed_in(remove_source(library, library.sources()[0].id))
    bring_in(library, folder)
    list(finish_removals(library))
    assert len(titles(library)) == 3


def test_two_programs_that_go_on_with_the_same_undo_put_the_settings_back_once(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    write_post(folder, "source/_posts/late.md", "Late")
    bring_in(library, folder, ImportOptions(Dialect.JEKYLL))
    (batch,) = library.history.begin_swap(newest(library).id)
    with Library(library.folder) as other:
        list(finish_swaps(other))
    library.history.finish_swap(batch)
    assert library.sources()[0].options.dialect is Dialect.HEXO


def test_a_stopped_import_can_be_undone(library: Library, tmp_path: Path) -> None:
    with closing(import_folder(library, write_posts(tmp_path, 120))) as steps:  # type: ignore[type-var]
        while next(steps).report.added == 0:
            pass
    assert newest(library).finished_at is None
    assert newest(library).counts[Outcome.NEW] == len(titles(library)) > 0
    undo(library)
    assert titles(library) == []


def test_a_removed_source_takes_its_articles_and_may_come_back(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    library.set_bookmarked([titled(library, "Post 1").article.id], bookmarked=True)
    before = whole(library)
    *_, last = remove_source(library, library.sources()[0].id)
    assert last.finished
    assert (titles(library), library.sources()) == ([], [])
    assert newest(library).kind is BatchKind.REMOVAL
    assert newest(library).counts == Counts({Outcome.GONE: 3})
    undo(library)
    assert whole(library) == before
    assert [source.name for source in library.sources()] == ["blog"]


def test_an_interrupted_removal_is_finished(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bring_in(library, folder)
    some = library.history.remove_some
    monkeypatch.setattr(library.history, "remove_some", lambda batch, source, _seconds: some(batch, source, 0))
    with closing(remove_source(library, library.sources()[0].id)) as steps:  # type: ignore[type-var]
        next(steps)
    assert len(titles(library)) == 2
    list(finish_removals(library))
    assert titles(library) == []
    undo(library)
    assert len(titles(library)) == 3


def test_a_forgotten_source_leaves_its_articles_and_is_known_again(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    ids = library.listing(ArticleQuery()).ids
    library.forget_source(library.sources()[0].id)
    assert library.sources() == []
    assert library.listing(ArticleQuery()).ids == ids
    assert bring_in(library, folder).counts == Counts({Outcome.SAME: 3})
    assert library.listing(ArticleQuery()).ids == ids


def test_the_history_keeps_within_its_bounds(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "_MOST_BATCHES", 2)
    bring_in(library, folder)
    for number in range(3):
        write_post(folder, "source/_posts/post-2.md", f"Version {number}")
        bring_in(library, folder)
    assert [batch.can_undo for batch in library.history.batches()] == [True, True, False, False]
    assert library.history.files(library.history.batches()[2].id) == []
    assert library.history.batches()[3].counts == Counts({Outcome.NEW: 3})
    undo(library, library.history.batches()[1])
    assert titled(library, "Version 0")
    monkeypatch.setattr(history, "_MOST_BYTES", 0)
    write_post(folder, "source/_posts/post-3.md", "At last")
    bring_in(library, folder)
    assert [batch.can_undo for batch in library.history.batches()] == [True, False, False, False, False]


def test_what_an_import_that_was_killed_keeps_counts_as_well(
    library: Library, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(library, folder)
    write_post(folder, "source/_posts/post-2.md", "Version 1")
    with closing(import_folder(library, folder)) as steps:  # type: ignore[type-var]
        while next(steps).phase is not Phase.READ:
            pass
        # What a killed program leaves.
        shutil.copytree(library.folder, tmp_path / "left")
    with Library(tmp_path / "left") as left:
        write_post(folder, "source/_posts/post-2.md", "Version 2")
        bring_in(left, folder)
        assert [batch.can_undo for batch in left.history.batches()] == [True, True, True]
        newest = left._db.execute("SELECT bytes FROM batch ORDER BY id DESC").fetchone()[0]
        monkeypatch.setattr(history, "_MOST_BYTES", newest)
        while left.history.drop_some():
            pass
        assert [batch.can_undo for batch in left.history.batches()] == [True, False, False]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["write", "delete", "rename", "replace", "copy", "garble", "mark", "undate", "draft"]),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rounds=st.lists(STEPS, min_size=1, max_size=3))
def test_whatever_happened_to_a_folder_can_be_undone(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[list[tuple[str, int]]]
) -> None:
    place = tmp_path_factory.mktemp("undo")
    folder = write_posts(place / "blog", 4)
    posts = folder / "source" / "_posts"
    with Library(place / "library") as library:
        bring_in(library, folder)
        states = [whole(library)]
        for number, steps in enumerate(rounds):
            for step, which in steps:
                change(posts, step, which, number)
            planned = plan_of(library, folder)
            report = bring_in(library, folder)
            assert planned.counts == report.counts
            assert gone(planned.outcomes) == gone(report.outcomes)
            assert library.check() == []
            states.append(whole(library))
        for batch in [batch for batch in library.history.batches() if not batch.undone][:-1]:
            undo(library, batch)
        assert whole(library) == states[0]
        for batch in reversed([batch for batch in library.history.batches() if batch.undone]):
            undo(library, batch)
        assert whole(library) == states[-1]


def gone(outcomes: Iterable[FileOutcome]) -> list[str]:
    return sorted(file.path for file in outcomes if file.outcome is Outcome.GONE)


def change(posts: Path, step: str, which: int, number: int) -> None:
    """Do something to one of the posts of a folder."""
    files = sorted(posts.rglob("*.md"))
    if not files or step == "write":
        write_post(posts, f"post-{which}.md", f"Round {number}", f"Words {which}.", f"2022-02-0{which + 1} 10:00:00")
        return
    file = files[which % len(files)]
    if step == "delete":
        file.unlink()
    elif step == "rename":
        file.rename(posts / f"name-{number}-{which}.md")
    elif step == "replace":
        file.rename(posts / f"name-{number}-{which}.md")
        write_post(posts, file.name, f"Instead {number}", date=f"2022-03-0{which + 1} 10:00:00")
    elif step == "undate":
        file.write_text("---\ntitle: Undated\n---\n\nWords.\n")
    elif step == "draft":
        file.write_text("---\ntitle: Draft\ndraft: true\n---\n\nWords.\n")
    elif step == "copy":
        (posts / "deep").mkdir(exist_ok=True)
        (posts / "deep" / f"copy-{number}-{which}.md").write_bytes(file.read_bytes())
    elif step == "garble":
        file.write_bytes(b"\0\1\2\3" * 50)
    else:
        file.write_text(file.read_text(errors="replace") + "\nMore words.\n")

"""A folder comes in, and comes in again; what the user did to its articles is never touched."""

from __future__ import annotations

import os
import sys
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.domain import ArticleQuery, Dialect, ImportOptions, LibraryError
from reader.importing.importer import finish_imports, import_folder
from reader.importing.searchable import index
from reader.importing.undoing import swap
from reader.library.library import Library
from reader.outcomes import Counts, ImportReport, Outcome, Phase
from tests.containers.packing import pack
from tests.factories import write_posts
from tests.importing.folders import bring_in, kinds, plan_of, refusal, titled, write_post
from tests.library.test_library import titles

as_root = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with FIFOs")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_posts(tmp_path / "blog", 3)


def test_a_folder_comes_in_newest_first_and_can_be_searched(library: Library, folder: Path) -> None:
    report = bring_in(library, folder)
    assert (report.added, report.indexed, report.problems) == (3, 3, ())
    assert titles(library) == ["Post 3", "Post 2", "Post 1"]
    assert titles(library, ArticleQuery(text="中文")) == ["Post 3", "Post 2", "Post 1"]
    assert library.sources()[0].imported_at
    assert library.check() == []


def test_importing_again_changes_nothing(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    before = library.listing(ArticleQuery()).ids
    assert bring_in(library, folder) == ImportReport(Counts({Outcome.SAME: 3}))
    assert library.listing(ArticleQuery()).ids == before


def test_a_changed_post_keeps_its_id_and_marks(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    article = titled(library, "Post 2").article.id
    library.set_read([article], read=True)
    library.set_bookmarked([article], bookmarked=True)
    library.set_position(article, 12)
    write_post(folder, "source/_posts/post-2.md", "Corrected")
    report = bring_in(library, folder)
    content = titled(library, "Corrected")
    assert (report.counts[Outcome.CHANGED], report.counts[Outcome.SAME]) == (1, 2)
    assert (content.article.id, content.article.unread, content.article.bookmarked) == (article, False, True)
    assert content.position == 12


def test_a_touched_file_is_the_same_post(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    os.utime(folder / "source/_posts/post-1.md", ns=(1, 1))
    assert bring_in(library, folder) == ImportReport(Counts({Outcome.SAME: 3}))
    assert plan_of(library, folder).counts[Outcome.CHANGED] == 0


def test_a_file_of_a_distant_year_comes_in_once(library: Library, folder: Path) -> None:
    file = folder / "source/_posts/undated.md"
    file.write_text("---\ntitle: Undated\n---\n\nWords.\n")
    seconds = int(datetime(2300, 1, 1, tzinfo=UTC).timestamp())
    os.utime(file, (seconds, seconds))
    assert bring_in(library, folder).added == 4
    assert bring_in(library, folder).counts == Counts({Outcome.SAME: 4})
    assert titled(library, "Undated")


def test_a_renamed_file_keeps_its_article(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    article = titled(library, "Post 1").article.id
    library.set_bookmarked([article], bookmarked=True)
    (folder / "source/_posts/post-1.md").rename(folder / "source/_posts/another-name.md")
    report = bring_in(library, folder)
    assert (report.counts[Outcome.MOVED], report.added, report.counts[Outcome.GONE]) == (1, 0, 0)
    content = titled(library, "Post 1")
    assert (content.article.id, content.article.bookmarked, content.article.gone) == (article, True, False)
    assert content.path == "source/_posts/another-name.md"


@pytest.mark.parametrize("new_name", ["post-1b.md", "a.md"])
@pytest.mark.parametrize("packed", [False, True])
def test_a_renamed_file_keeps_its_article_though_another_post_was_written_in_its_place(
    library: Library, folder: Path, new_name: str, packed: bool
) -> None:
    def place() -> Path:
        return pack(folder, folder.parent / "blog.zip") if packed else folder

    bring_in(library, place())
    before = titled(library, "Post 1").article.id
    library.set_bookmarked([before], bookmarked=True)
    posts = folder / "source/_posts"
    (posts / "post-1.md").rename(posts / new_name)
    write_post(posts, "post-1.md", "Instead of it")
    planned = plan_of(library, place())
    assert planned.counts == bring_in(library, place()).counts
    after, other = titled(library, "Post 1"), titled(library, "Instead of it")
    assert (after.article.id, after.path, after.article.bookmarked) == (before, f"source/_posts/{new_name}", True)
    assert (other.path, other.article.bookmarked) == ("source/_posts/post-1.md", False)
    assert len(titles(library)) == 4


def test_a_deleted_file_leaves_its_article_and_may_come_back(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    file = folder / "source/_posts/post-1.md"
    text = file.read_bytes()
    file.unlink()
    assert bring_in(library, folder).counts[Outcome.GONE] == 1
    assert titled(library, "Post 1").article.gone
    assert bring_in(library, folder).counts[Outcome.GONE] == 0
    file.write_bytes(text)
    bring_in(library, folder)
    assert not titled(library, "Post 1").article.gone


def test_a_post_that_became_a_draft_stays_as_it_was_and_says_so_until_it_is_published_again(
    library: Library, folder: Path
) -> None:
    bring_in(library, folder)
    before = titled(library, "Post 2")
    file = folder / "source/_posts/post-2.md"
    text = file.read_text()
    file.write_text(text.replace("title: Post 2", "title: Unfinished\ndraft: true"))
    planned, report = plan_of(library, folder), bring_in(library, folder)
    assert planned.counts == report.counts == Counts({Outcome.DRAFT: 1, Outcome.SAME: 2})
    during = titled(library, "Post 2")
    assert (during.article, during.text) == (before.article, before.text)
    assert [problem.kind.value for problem in during.problems] == ["draft"]
    assert bring_in(library, folder).counts == Counts({Outcome.SAME: 3})
    file.write_text(text)
    bring_in(library, folder)
    assert titled(library, "Post 2") == before
    file.write_text(text.replace("title: Post 2", "title: Finished"))
    assert bring_in(library, folder).counts[Outcome.CHANGED] == 1
    assert titled(library, "Finished").article.id == before.article.id


def test_a_draft_that_was_put_into_the_folder_of_drafts_is_gone_and_may_come_back(
    library: Library, folder: Path
) -> None:
    bring_in(library, folder)
    before = titled(library, "Post 2").article
    file, drafts = folder / "source/_posts/post-2.md", folder / "source/_drafts"
    drafts.mkdir()
    file.rename(drafts / file.name)
    planned, report = plan_of(library, folder), bring_in(library, folder)
    assert planned.counts == report.counts
    assert report.counts[Outcome.GONE] == 1
    assert titled(library, "Post 2").article.gone
    (drafts / file.name).rename(file)
    bring_in(library, folder)
    assert titled(library, "Post 2").article == before


def test_a_folder_that_was_emptied_loses_no_article(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    for file in folder.rglob("*.md"):
        file.unlink()
    assert bring_in(library, folder).counts[Outcome.GONE] == 3
    assert len(titles(library)) == 3


def test_another_choice_of_rules_is_followed(library: Library, tmp_path: Path) -> None:
    post = "---\ntitle: One\ndate: 2022-01-01\ncategories: [World, Asia]\n---\nWords.\n"
    (tmp_path / "one.md").write_text(post)
    bring_in(library, tmp_path, ImportOptions(Dialect.JEKYLL))
    assert titled(library, "One").categories == (("World",), ("Asia",))
    assert plan_of(library, tmp_path, ImportOptions(Dialect.HEXO)).counts[Outcome.CHANGED] == 1
    assert bring_in(library, tmp_path, ImportOptions(Dialect.HEXO)).counts[Outcome.CHANGED] == 1
    assert titled(library, "One").categories == (("World", "Asia"),)


@pytest.mark.parametrize("steps", [1, 2, 3, 4, 5])
def test_a_cancelled_import_keeps_what_came_in_and_goes_on(library: Library, tmp_path: Path, steps: int) -> None:
    folder = write_posts(tmp_path, 120)
    with closing(import_folder(library, folder)) as running:  # type: ignore[type-var]
        kept = [next(running) for _ in range(steps)][-1].report.added
    assert len(titles(library)) == kept
    assert library.check() == []
    assert bring_in(library, folder).added == 120 - kept
    assert len(titles(library, ArticleQuery(text="body"))) == 120


def test_the_index_goes_on_where_it_stopped(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some = library.index_some
    monkeypatch.setattr(library, "index_some", lambda: some(seconds=0))
    steps = import_folder(library, folder)
    while next(steps).phase is not Phase.INDEX:
        pass
    steps.close()  # type: ignore[attr-defined]
    assert library.unindexed() == 2
    assert [step.done for step in index(library)] == [1, 2]
    assert library.unindexed() == 0


def test_what_an_interrupted_import_left_is_finished(library: Library, folder: Path) -> None:
    steps = import_folder(library, folder)
    while next(steps).report.added < 3:
        pass
    steps.close()  # type: ignore[attr-defined]
    assert list(finish_imports(library))[-1].report.indexed == 3


def test_progress_never_goes_back(library: Library, tmp_path: Path) -> None:
    steps = list(import_folder(library, write_posts(tmp_path, 260)))
    order = list(Phase)
    places = [(order.index(step.phase), step.done) for step in steps[:-1]]
    assert places == sorted(places)
    assert [step.report.added for step in steps] == sorted(step.report.added for step in steps)
    assert all(step.done <= step.total for step in steps if step.total)
    assert [step.finished for step in steps].index(True) == len(steps) - 1


@pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="needs a system that tells how often files are written")
def test_what_is_written_is_not_written_over_and_over(library: Library, tmp_path: Path) -> None:
    for number in range(150):
        front = f"categories:\n- [Year, Month {number % 20}]\n- Topic {number % 30}\ntags: [a, b{number % 40}]"
        write_post(tmp_path / "blog", f"_posts/{number}.md", f"Post {number}\n{front}")
    before = writes()
    batch = bring_in(library, tmp_path / "blog").batch
    # SQLite kept the pages that each row changed in a file: 69 writes a post.
    assert writes() - before < 8 * 150
    assert batch is not None
    for _undone_and_done_again in range(2):
        before = writes()
        assert list(swap(library, batch))
        assert writes() - before < 8 * 150
    assert library.check() == []


def writes() -> int:
    """Return how often this process has written to any file."""
    counted = Path("/proc/self/io").read_text("ascii").split()
    return int(counted[counted.index("syscw:") + 1])


# --- plans


def test_a_plan_writes_nothing_and_keeps_its_word(library: Library, folder: Path) -> None:
    (folder / "source/_posts/empty.md").write_text("")
    planned = plan_of(library, folder)
    assert (titles(library), library.sources()) == ([], [])
    report = bring_in(library, folder)
    assert (planned.dialect, planned.files) == (Dialect.HEXO, 4)
    assert planned.counts == report.counts == Counts({Outcome.NEW: 3, Outcome.REFUSED: 1})
    assert planned.problems == report.problems
    assert planned.categories == ((("News",), 3),)


def test_a_plan_of_a_known_folder_tells_what_changed(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    write_posts(folder, 4)
    write_post(folder, "source/_posts/post-2.md", "Corrected")
    planned = plan_of(library, folder)
    report = bring_in(library, folder)
    assert planned.counts == report.counts == Counts({Outcome.NEW: 1, Outcome.CHANGED: 1, Outcome.SAME: 2})


def test_a_plan_needs_no_library(folder: Path) -> None:
    assert plan_of(None, folder).counts[Outcome.NEW] == 3


# --- bad folders


def test_a_folder_without_posts_is_refused(library: Library, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert refusal(library, tmp_path / "empty") == "no-posts"
    assert library.sources() == []


def test_a_missing_folder_is_refused(library: Library, tmp_path: Path) -> None:
    assert refusal(library, tmp_path / "nowhere") == "no-folder"


def test_a_file_is_no_folder(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "post.md"
    file.write_text("words")
    assert refusal(library, file) == "not-a-folder"


def test_a_link_to_itself_is_no_folder(library: Library, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refusal(library, tmp_path / "loop") == "no-folder"


def deny(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let the folders of this name be unreadable; a test may run as root, whom nothing is denied."""
    real = os.scandir

    def scandir(path: str) -> object:
        if os.path.basename(path) == name:
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)


def test_an_unreadable_folder_is_no_proof_that_a_file_is_there_again(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_post(folder, "source/_posts/secret/post.md", "Secret")
    bring_in(library, folder)
    file.unlink()
    bring_in(library, folder)
    deny(monkeypatch, "secret")
    bring_in(library, folder)
    assert titled(library, "Secret").article.gone


def test_an_unreadable_folder_below_is_named(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_post(folder, "source/_posts/secret/hidden.md", "Hidden")
    deny(monkeypatch, "secret")
    report = bring_in(library, folder)
    assert report.added == 3
    assert kinds(report) == {"source/_posts/secret": "unreadable"}


def test_what_could_not_be_looked_at_is_not_gone(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_post(folder, "source/_posts/secret/hidden.md", "Hidden")
    bring_in(library, folder)
    deny(monkeypatch, "secret")
    assert bring_in(library, folder).counts[Outcome.GONE] == 0
    assert not titled(library, "Hidden").article.gone


def test_a_folder_that_vanishes_at_the_first_step_loses_no_article(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(library, folder)
    deny(monkeypatch, folder.name)
    monkeypatch.setattr(Path, "iterdir", lambda self: iter(()))
    with pytest.raises(LibraryError) as caught:
        bring_in(library, folder)
    assert caught.value.kind == "no-folder"
    assert not titled(library, "Post 1").article.gone


def test_a_folder_that_vanishes_in_the_middle_ends_the_import_where_it_is(library: Library, tmp_path: Path) -> None:
    folder = write_posts(tmp_path / "blog", 120)
    steps = import_folder(library, folder)
    while not next(steps).committed:
        pass
    folder.rename(tmp_path / "elsewhere")
    *_, last = steps
    report = last.report
    assert report.stopped is not None
    assert report.stopped.kind == "folder-gone"
    assert report.added + report.left == 120
    assert (report.problems, len(titles(library))) == ((), report.added)
    (tmp_path / "elsewhere").rename(folder)
    assert bring_in(library, folder).added == report.left


@as_root
def test_what_is_no_file_does_not_hold_the_import_up(library: Library, folder: Path) -> None:
    os.mkfifo(folder / "source/_posts/pipe.md")
    report = bring_in(library, folder)
    assert report.added == 3
    assert kinds(report) == {"source/_posts/pipe.md": "unreadable"}


@as_root
def test_a_file_that_becomes_a_pipe_after_the_scan_is_refused(library: Library, tmp_path: Path) -> None:
    file = write_post(tmp_path, "post.md", "One")
    steps = import_folder(library, tmp_path)
    next(steps)
    file.unlink()
    os.mkfifo(file)
    *_, last = steps
    assert kinds(last.report) == {"post.md": "unreadable"}


def test_links_out_of_the_folder_are_never_read(library: Library, tmp_path: Path) -> None:
    secret = write_post(tmp_path / "private", "secret.md", "Secret")
    folder = write_posts(tmp_path / "blog", 1)
    (folder / "source/_posts/file.md").symlink_to(secret)
    (folder / "source/_posts/folder").symlink_to(secret.parent)
    report = bring_in(library, folder)
    assert titles(library) == ["Post 1"]
    assert kinds(report) == {"source/_posts/file.md": "link-skipped", "source/_posts/folder": "link-skipped"}


def test_a_post_that_becomes_a_link_after_the_scan_is_refused(library: Library, tmp_path: Path) -> None:
    secret = write_post(tmp_path / "private", "secret.md", "Secret")
    file = write_post(tmp_path / "blog", "post.md", "One")
    steps = import_folder(library, tmp_path / "blog")
    next(steps)
    file.unlink()
    file.symlink_to(secret)
    *_, last = steps
    assert kinds(last.report) == {"post.md": "link-skipped"}
    assert titles(library) == []


def test_names_that_are_no_text_come_in(library: Library, folder: Path) -> None:
    (folder / "source/_posts/post-1.md").rename(folder / "source/_posts" / os.fsdecode(b"\xff\n.md"))
    assert bring_in(library, folder).added == 3
    assert bring_in(library, folder) == ImportReport(Counts({Outcome.SAME: 3}))


@pytest.mark.parametrize(
    "title",
    ["<b>bold</b> & <script>", "\u202eright to left", "zero\0byte", "line\tbreak", "x" * 100_000, "👩‍👩‍👧 " * 200],
)
def test_odd_titles_come_in(library: Library, tmp_path: Path, title: str) -> None:
    write_post(tmp_path, "post.md", f'"{title}"')
    bring_in(library, tmp_path)
    (stored,) = titles(library)
    assert stored
    assert library.check() == []


def test_two_libraries_may_import_the_same_folder_at_once(library: Library, tmp_path: Path) -> None:
    folder = write_posts(tmp_path / "blog", 130)
    with Library(library.folder) as other:
        both = [import_folder(library, folder), import_folder(other, folder)]
        while both:
            both = [steps for steps in both if next(steps, None) is not None]
    assert Counter(titles(library)).most_common(1)[0][1] == 1
    assert len(titles(library)) == 130
    assert library.check() == []


def test_thousands_of_categories_and_deep_ones_come_in(library: Library, tmp_path: Path) -> None:
    for number in range(60):
        names = ", ".join(f"[Top {number}, Below {number}-{below}]" for below in range(50))
        post = f"---\ntitle: Post {number}\ndate: 2022-01-01\ncategories: [{names}]\n---\nWords.\n"
        (tmp_path / f"{number}.md").write_text(post)
    deep = "/".join("abcdefghijklmnopqrstuvwxyz" * 4)
    write_post(tmp_path, f"{deep}/deep.md", "Deep")
    bring_in(library, tmp_path, ImportOptions(Dialect.HEXO))
    assert len(library.categories()) > 3000
    assert library.check() == []


@pytest.mark.skipif(sys.platform == "win32", reason="has no such names")
def test_no_name_of_a_folder_or_a_search_writes_over_its_neighbours(library: Library, tmp_path: Path) -> None:
    name = "a\u202eb\x1b[2J\u2066c\n"
    write_post(tmp_path / name, "fine.md", "Fine")
    bring_in(library, tmp_path / name)
    library.saved.add(name, "snow")
    (source,), (search,) = library.sources(), library.saved.all()
    assert source.name == search.name == "a\ufffdb\ufffd[2J\ufffdc"
    assert source.root == tmp_path / name
    library.rename_source(source.id, f"{name} {name * 100}")
    assert library.sources()[0].name.startswith("a\ufffdb\ufffd[2J\ufffdc a\ufffdb")
    assert len(library.sources()[0].name) <= 200

"""A watched folder tells what changed in it, soon after it is quiet."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest
from watchfiles import Change

from reader.importing.watching import EVERYTHING, changes
from tests.factories import write_posts
from tests.importing.folders import write_post

# Two seconds are promised; a busy machine that runs tests is given more.
PATIENCE = 20.0


class Watch:
    """Watches a folder in a thread, as the window does."""

    def __init__(self, root: Path) -> None:
        self.told: Queue[frozenset[str]] = Queue()
        self.stop = threading.Event()
        self._thread = threading.Thread(target=self._follow, args=(root,))
        self._thread.start()

    def _follow(self, root: Path) -> None:
        for paths in changes(root, self.stop, look_again=0.2):
            self.told.put(paths)

    def next(self) -> frozenset[str]:
        return self.told.get(timeout=PATIENCE)

    def until(self, path: str) -> frozenset[str]:
        """Return all that was told up to a path: what is written in two steps may be told in two."""
        told: set[str] = set()
        while path not in told:
            told |= self.next()
        return frozenset(told)

    def end(self) -> None:
        self.stop.set()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()


@pytest.fixture
def watch() -> Iterator[Callable[[Path], Watch]]:
    running: list[Watch] = []

    def begin(root: Path) -> Watch:
        running.append(Watch(root))
        assert running[-1].next() == EVERYTHING
        return running[-1]

    yield begin
    for each in running:
        each.end()


def test_a_written_file_is_told_by_its_path(tmp_path: Path, watch: Callable[[Path], Watch]) -> None:
    folder = write_posts(tmp_path / "blog", 2)
    watching = watch(folder)
    write_post(folder, "source/_posts/post-2.md", "Corrected")
    assert watching.next() == {"source/_posts/post-2.md"}


def test_renamed_deleted_and_new_files_are_told(tmp_path: Path, watch: Callable[[Path], Watch]) -> None:
    folder = write_posts(tmp_path / "blog", 3)
    posts = folder / "source" / "_posts"
    watching = watch(folder)
    (posts / "post-1.md").rename(posts / "one.md")
    (posts / "post-2.md").unlink()
    write_post(posts, "文章.md", "New")
    told = watching.until("source/_posts/文章.md")
    assert told == {f"source/_posts/{name}.md" for name in ("post-1", "one", "post-2", "文章")}


def test_a_folder_stands_for_what_lies_below_it(tmp_path: Path, watch: Callable[[Path], Watch]) -> None:
    folder = write_posts(tmp_path / "blog", 1)
    write_post(tmp_path / "other", "a/b/c.md", "Deep")
    watching = watch(folder)
    (tmp_path / "other").rename(folder / "source" / "_posts" / "moved")
    assert watching.next() == {"source/_posts/moved"}


def test_hidden_files_are_not_told(tmp_path: Path, watch: Callable[[Path], Watch]) -> None:
    folder = write_posts(tmp_path / "blog", 1)
    (folder / ".git").mkdir()
    watching = watch(folder)
    (folder / ".git" / "index").write_text("x")
    (folder / "source" / ".post.md.swp").write_text("x")
    write_post(folder, "source/_posts/new.md", "New")
    assert watching.next() == {"source/_posts/new.md"}


def test_a_replaced_archive_is_told(tmp_path: Path, watch: Callable[[Path], Watch]) -> None:
    archive = tmp_path / "blog.zip"
    archive.write_bytes(b"one")
    watching = watch(archive)
    (tmp_path / "neighbour.txt").write_text("x")
    (tmp_path / "part").write_bytes(b"two")
    (tmp_path / "part").replace(archive)
    assert watching.next() == EVERYTHING


def test_a_folder_that_comes_back_is_watched_again(tmp_path: Path, watch: Callable[[Path], Watch]) -> None:
    folder = write_posts(tmp_path / "blog", 1)
    watching = watch(folder)
    folder.rename(tmp_path / "away")
    (tmp_path / "away").rename(folder)
    assert watching.next() == EVERYTHING
    write_post(folder, "source/_posts/new.md", "New")
    assert "source/_posts/new.md" in watching.until("source/_posts/new.md")


def test_what_cannot_be_watched_is_looked_through_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> Iterator[object]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.importing.watching.watch", refuse)
    stop = threading.Event()
    told = changes(tmp_path, stop, look_again=0.01)
    assert [next(told) for _ in range(3)] == [EVERYTHING] * 3
    stop.set()
    assert list(told) == []


def test_a_place_that_no_system_has_is_looked_for_now_and_then(tmp_path: Path) -> None:
    class Once(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            self.set()
            return super().wait(timeout)

    assert list(changes(tmp_path / ("x" * 300), Once())) == []


@pytest.mark.parametrize(("root", "changed"), [("/", "/posts/a.md"), ("E:\\", "E:\\posts\\a.md")])
def test_a_whole_drive_can_be_watched(root: str, changed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name ends with the sign that stands between the others."""

    def tell(
        *_: object, watch_filter: Callable[[Change, str], bool], **__: object
    ) -> Iterator[set[tuple[Change, str]]]:
        yield set()
        yield {(Change.modified, path) for path in (changed, f"{root}.hidden") if watch_filter(Change.modified, path)}

    monkeypatch.setattr("reader.importing.watching.watch", tell)
    monkeypatch.setattr(Path, "exists", lambda _self: True)
    told = changes(Path(root), threading.Event())
    assert [next(told), next(told)] == [EVERYTHING, {"posts/a.md"}]

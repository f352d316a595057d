"""Pictures beside a post are copied into the library and outlive the folder; nothing outside is ever read."""

from __future__ import annotations

import base64
import errno
import os
import shutil
import sys
from pathlib import Path

import pytest

from reader.containers.container import NotAFileError, OutsideError
from reader.containers.folder import FolderContainer
from reader.importing.copying import copy_pictures
from reader.importing.importer import finish_imports, import_folder
from reader.importing.tally import Tally
from reader.library.library import Library
from tests.factories import write_picture
from tests.importing.folders import bring_in, kinds, titled, write_post
from tests.library.test_library import titles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A post with a picture beside it."""
    write_picture(tmp_path / "blog" / "a.png", (40, 30))
    write_post(tmp_path / "blog", "post.md", "One", "![A pass](a.png)")
    return tmp_path / "blog"


def stop_before_pictures(library: Library, folder: Path) -> None:
    """Import the posts of a folder, and give up before its pictures."""
    steps = import_folder(library, folder)
    while not next(steps).committed:
        pass
    steps.close()  # type: ignore[attr-defined]


def copy_now(library: Library) -> Tally:
    tally = Tally()
    list(copy_pictures(library, library.sources()[0], tally))
    return tally


def test_a_picture_outlives_its_folder(library: Library, folder: Path) -> None:
    assert bring_in(library, folder).pictures == 1
    shutil.rmtree(folder)
    (picture,) = titled(library, "One").pictures
    assert (picture.width, picture.height, picture.alt, picture.reason) == (40, 30, "A pass", "")
    assert library.images.intact(picture.key)
    assert titled(library, "One").article.thumbnail == picture.key
    assert library.make_thumbnail(picture.key)
    assert library.check() == []


@pytest.mark.skipif(sys.platform == "win32", reason="no folder can be opened there")
@pytest.mark.parametrize("shown", ["a.png", "data:image/png;base64,{embedded}"])
def test_the_disk_has_the_name_of_a_picture_before_the_library_does(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch, shown: str
) -> None:
    """Some file systems, btrfs among them, keep what a file holds, and give it its new name some seconds later."""
    embedded = base64.b64encode((folder / "a.png").read_bytes()).decode()
    write_post(folder, "post.md", "One", f"![A pass]({shown.format(embedded=embedded)})")
    written: list[Path] = []
    monkeypatch.setattr("reader.library.pictures.images.write_through", lambda *paths: written.extend(paths))
    monkeypatch.setattr("reader.library.pictures.pictures.note_image", lambda *_, **__: written.append(Path()))
    bring_in(library, folder)
    (file,) = (file for file, key in library.images.files() if key)
    assert {file, file.parent, library.images.folder} == set(written[: written.index(Path())])


def test_a_picture_named_twice_is_copied_once(library: Library, folder: Path) -> None:
    write_post(folder, "other.md", "Two", "![again](a.png) ![and again](./a.png)")
    assert bring_in(library, folder).pictures == 1
    assert len({picture.key for picture in titled(library, "Two").pictures}) == 1


def test_a_corrected_post_keeps_the_copies_it_has(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    write_post(folder, "post.md", "Corrected", "![A pass](a.png)")
    assert bring_in(library, folder).pictures == 0
    assert titled(library, "Corrected").pictures[0].key


@pytest.mark.parametrize("data", [b"", b"no picture at all", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_a_picture_that_is_none_is_named(library: Library, folder: Path, data: bytes) -> None:
    (folder / "a.png").write_bytes(data)
    report = bring_in(library, folder)
    assert (report.added, report.pictures, kinds(report)) == (1, 0, {"post.md": "picture-unreadable"})
    assert titled(library, "One").pictures[0].reason
    assert bring_in(library, folder).problems == report.problems


def test_a_picture_that_was_mended_is_copied_at_the_next_import(library: Library, folder: Path) -> None:
    (folder / "a.png").write_bytes(b"half a pict")
    bring_in(library, folder)
    write_picture(folder / "a.png")
    report = bring_in(library, folder)
    assert (report.pictures, report.problems) == (1, ())
    assert titled(library, "One").pictures[0].key


def test_a_missing_picture_costs_only_itself(library: Library, folder: Path) -> None:
    write_post(folder, "other.md", "Two", "![none](nowhere.png)")
    report = bring_in(library, folder)
    assert (report.added, report.pictures, kinds(report)) == (2, 1, {"other.md": "picture-missing"})


@pytest.mark.parametrize("ref", ["../private/b.png", "link.png", "linked/b.png"])
def test_a_picture_outside_the_folder_is_not_read(library: Library, folder: Path, ref: str) -> None:
    write_picture(folder.parent / "private" / "b.png")
    (folder / "link.png").symlink_to(folder.parent / "private" / "b.png")
    (folder / "linked").symlink_to(folder.parent / "private")
    write_post(folder, "post.md", "One", f"![secret]({ref})")
    report = bring_in(library, folder)
    assert (report.pictures, kinds(report)["post.md"]) == (0, "picture-outside")
    assert not (library.folder / "pictures").exists()


def test_the_pictures_of_a_folder_that_is_away_wait_for_it(library: Library, folder: Path) -> None:
    stop_before_pictures(library, folder)
    folder.rename(folder.parent / "away")
    list(finish_imports(library))
    (folder.parent / "away").rename(folder)
    *_, last = finish_imports(library)
    assert last.report.pictures == 1


def test_a_picture_that_becomes_a_link_meanwhile_is_not_read(library: Library, folder: Path) -> None:
    secret = write_picture(folder.parent / "private.png")
    stop_before_pictures(library, folder)
    (folder / "a.png").unlink()
    (folder / "a.png").symlink_to(secret)
    tally = copy_now(library)
    assert [problem.kind.value for problem in tally.report(whole=True).problems] == ["picture-outside"]
    assert not (library.folder / "pictures").exists()


def test_a_picture_that_becomes_a_loop_meanwhile_is_missing(library: Library, folder: Path) -> None:
    stop_before_pictures(library, folder)
    (folder / "a.png").unlink()
    (folder / "a.png").symlink_to(folder / "a.png")
    assert [problem.kind.value for problem in copy_now(library).report(whole=True).problems] == ["picture-missing"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with FIFOs")
def test_a_pipe_named_like_a_picture_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")
    (content,) = FolderContainer(tmp_path).contents(["a.png"], 100)
    assert isinstance(content.error, NotAFileError)


@pytest.mark.parametrize("flag", [getattr(os, "O_NOFOLLOW", 0), 0], ids=["Linux", "Windows"])
def test_a_post_that_became_a_link_meanwhile_is_read_only_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flag: int
) -> None:
    monkeypatch.setattr("reader.containers.folder._NO_LINKS", flag)
    monkeypatch.setattr("reader.containers.folder._FLAGS", os.O_RDONLY | flag)
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog" / "b.md").write_bytes(b"words")
    (tmp_path / "blog" / "in.md").symlink_to("b.md")
    (tmp_path / "blog" / "out.md").symlink_to(tmp_path / "secret")
    blog = FolderContainer(tmp_path / "blog")
    assert blog.read("in.md", 1000)[0] == blog.read("b.md", 1000)[0] == b"words"
    with pytest.raises(OutsideError):
        blog.read("out.md", 1000)


def test_nothing_is_read_outside_a_root(tmp_path: Path) -> None:
    write_picture(tmp_path / "a.png")
    (tmp_path / "blog").mkdir()
    for path in ("../a.png", str(tmp_path / "a.png")):
        (content,) = FolderContainer(tmp_path / "blog").contents([path], 1000)
        assert isinstance(content.error, OutsideError)


@pytest.mark.parametrize(("why", "kind"), [(errno.ENOSPC, "disk-full"), (errno.EIO, "disk")])
def test_a_disk_that_refuses_ends_the_import_and_loses_nothing(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch, why: int, kind: str
) -> None:
    def refuse(**_: object) -> None:
        raise OSError(why, os.strerror(why))

    with monkeypatch.context() as disk:
        disk.setattr("reader.library.pictures.images.tempfile.mkstemp", refuse)
        report = bring_in(library, folder)
    assert report.stopped is not None
    assert report.stopped.kind == kind
    assert os.strerror(why) in report.stopped.advice
    assert titles(library) == ["One"]
    assert library.check() == []
    assert bring_in(library, folder).pictures == 1

"""An archive is read like its folder: the same names, the same bytes, the same links."""

from __future__ import annotations

import os
import pickle
import stat
import struct
import tarfile
import zipfile
import zlib
from pathlib import Path

import pytest

from reader.containers.container import Container, ContainerError, Content, DamagedError, Kind, TooLargeError
from reader.containers.endings import archive_stem, looks_like_archive
from reader.containers.folder import FolderContainer
from reader.containers.opening import open_container
from tests.containers.packing import FORMS, link, member, pack, raw_zip, tar_of, zip_of
from tests.posts.test_site import fill

FILES = {"a.md": "one", "b/c.md": "two" * 9000, "b/d/e.png": "three", "b/空 1.md": "four", "f": ""}


def tree(container: Container, folder: str = "") -> dict[str, Kind]:
    """Return every path of a container with its kind."""
    found: dict[str, Kind] = {}
    for entry in container.entries(folder):
        path = f"{folder}/{entry.name}" if folder else entry.name
        found[path] = entry.kind()
        if entry.kind() is Kind.FOLDER:
            found |= tree(container, path)
    return found


def texts(container: Container, *paths: str) -> dict[str, bytes | None]:
    return {each.path: None if each.error else each.data for each in container.contents(paths, 1_000_000)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path / "blog", FILES)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("top", ["", "blog-main"])
def test_an_archive_is_its_folder(tmp_path: Path, folder: Path, form: str, top: str) -> None:
    there, packed = FolderContainer(folder), open_container(pack(folder, tmp_path / f"x{form}", top))
    assert tree(packed) == tree(there)
    assert texts(packed, *FILES) == texts(there, *FILES) == {path: text.encode() for path, text in FILES.items()}
    for path in [*FILES, "b", "b/d", "gone", "a.md/x", "", "b/../a.md", "b/./c.md"]:
        assert (packed.is_file(path), packed.is_folder(path)) == (there.is_file(path), there.is_folder(path))
    assert packed.starts(["b/c.md", "a.md", "gone"], 5) == {"b/c.md": b"twotw", "a.md": b"one", "gone": b""}
    assert packed.read("a.md", 3)[0] == b"one"
    assert packed.parts() == (("x", top) if top else ("x",))
    # Times are kept to the second.
    seconds = {each.name: each.stamp().mtime_ns // 10**9 for each in there.entries("b") if each.kind() is Kind.FILE}
    for each in packed.entries("b"):
        if each.name in seconds:
            assert abs(each.stamp().mtime_ns // 10**9 - seconds[each.name]) <= 2


@pytest.mark.parametrize("form", FORMS)
def test_another_process_knows_the_names(tmp_path: Path, folder: Path, form: str) -> None:
    packed = open_container(pack(folder, tmp_path / f"x{form}"))
    there: Container = pickle.loads(pickle.dumps(packed))
    assert tree(there) == tree(packed)
    assert there.is_file("b/d/e.png")
    assert not there.is_file("b/gone.png")
    with pytest.raises(OSError, match="No such file"):
        there.read("a.md", 100)


@pytest.mark.parametrize("form", FORMS)
def test_an_archive_that_is_removed_meanwhile_is_still_read(tmp_path: Path, folder: Path, form: str) -> None:
    file = pack(folder, tmp_path / f"x{form}")
    packed = open_container(file)
    file.unlink()
    assert texts(packed, "b/c.md") == {"b/c.md": b"two" * 9000}


@pytest.mark.parametrize("form", FORMS)
def test_an_archive_that_is_written_to_meanwhile_is_not_trusted(tmp_path: Path, folder: Path, form: str) -> None:
    file = pack(folder, tmp_path / f"x{form}")
    packed = open_container(file)
    with file.open("r+b") as opened:
        opened.truncate(100)
    (content,) = packed.contents(["b/c.md"], 100_000)
    assert isinstance(content.error, DamagedError)


@pytest.mark.parametrize("form", FORMS)
def test_no_more_is_read_than_was_asked_for(tmp_path: Path, folder: Path, form: str) -> None:
    packed = open_container(pack(folder, tmp_path / f"x{form}"))
    with pytest.raises(TooLargeError) as caught:
        packed.read("b/c.md", 26_999)
    assert caught.value.size == 27_000
    assert texts(packed, "a.md", "b/c.md", "gone.md")["gone.md"] is None


# --- names


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("我的博客/文章.md".encode("gb18030"), "我的博客/文章.md"),
        ("说明（第一版）.md".encode("gb18030"), "说明（第一版）.md"),
        ("我的博客.md".encode(), "我的博客.md"),
        ("café.md".encode("cp437"), "café.md"),
        ("Übergrößen, señor.md".encode("cp437"), "Übergrößen, señor.md"),
        (b"back\\slash\\a.md", "back/slash/a.md"),
        ("表\\中.md".encode("gb18030"), "表/中.md"),
        ("誠信\\a.md".encode("gb18030"), "誠信/a.md"),
        (b"./dot/./a.md", "dot/a.md"),
        (b"x/../a.md", "a.md"),
    ],
)
def test_the_names_of_a_zip_are_read_as_they_were_meant(tmp_path: Path, raw: bytes, expected: str) -> None:
    container = open_container(raw_zip(tmp_path / "x.zip", raw))
    assert expected in tree(container)
    assert container.read(expected, 100)[0] == b"text"


@pytest.mark.parametrize(("said_of", "expected"), [(b"r\x82sum\x82.md", "好.md"), (b"another", "résumé.md")])
def test_a_name_in_utf8_beside_the_name_counts(tmp_path: Path, said_of: bytes, expected: str) -> None:
    info = zipfile.ZipInfo("r_sum_.md")
    info.extra = struct.pack("<HHBI", 0x7075, 11, 1, zlib.crc32(said_of)) + "好.md".encode()
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr(info, "text")
    data = (tmp_path / "x.zip").read_bytes()
    (tmp_path / "x.zip").write_bytes(data.replace(b"r_sum_.md", b"r\x82sum\x82.md"))
    container = open_container(tmp_path / "x.zip")
    assert list(tree(container)) == [expected]
    assert container.read(expected, 100)[0] == b"text"


def test_the_exact_time_of_a_zip_counts(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("a.md", (2000, 1, 1, 0, 0, 0))
    info.extra = struct.pack("<HHBi", 0x5455, 5, 1, 1_600_000_001)
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr(info, "text")
    assert open_container(tmp_path / "x.zip").read("a.md", 100)[1].mtime_ns // 10**9 == 1_600_000_001


def test_the_names_of_a_tar_may_be_any_bytes(tmp_path: Path) -> None:
    names = [os.fsdecode(b"caf\xe9.md"), "a\\b.md", "./c.md", "x" * 255 + ".md", "d" * 99 + "/" + "e" * 200 + ".md"]
    packed = open_container(tar_of(tmp_path / "x.tar", *(member(name, os.fsencode(name)[:5]) for name in names)))
    files = [path for path, kind in tree(packed).items() if kind is Kind.FILE]
    assert sorted(files) == sorted(name.removeprefix("./") for name in names)
    assert texts(packed, *files)["c.md"] == b"./c.m"


def test_of_two_members_with_one_name_the_last_counts(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr("a.md", "first")
        packed.writestr("./a.md", "second")
    tar_of(tmp_path / "x.tar.gz", member("a.md", "first"), member("b.md", "b"), member("./a.md", "second"))
    for name in ("x.zip", "x.tar.gz"):
        assert open_container(tmp_path / name).read("a.md", 100)[0] == b"second"


def test_a_file_that_is_also_a_folder_is_a_folder(tmp_path: Path) -> None:
    packed = open_container(zip_of(tmp_path / "x.zip", {"a": "file", "a/b.md": "text", "c": ""}))
    assert tree(packed) == {"a": Kind.FOLDER, "a/b.md": Kind.FILE, "c": Kind.FILE}


@pytest.mark.parametrize("top", ["_posts", "source", "content", ".obsidian"])
def test_a_folder_that_is_part_of_a_site_is_not_its_top(tmp_path: Path, top: str) -> None:
    assert f"{top}/a.md" in tree(open_container(zip_of(tmp_path / "x.zip", {f"{top}/a.md": ""})))


def test_what_a_system_adds_is_not_beside_the_top(tmp_path: Path) -> None:
    members = {"blog/a.md": "", "__MACOSX/blog/._a.md": "", ".DS_Store": "", "._blog": ""}
    assert tree(open_container(zip_of(tmp_path / "x.zip", members))) == {"a.md": Kind.FILE}


def test_the_stamp_of_a_zip_tells_texts_of_one_time_and_size(tmp_path: Path) -> None:
    stamps = set()
    for text in ("one", "two"):
        info = zipfile.ZipInfo("a.md", (2020, 1, 1, 0, 0, 0))
        with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
            packed.writestr(info, text)
        stamps.add(open_container(tmp_path / "x.zip").read("a.md", 9)[1])
    assert len(stamps) == 2


@pytest.mark.parametrize("date_time", [(1980, 0, 0, 0, 0, 0), (2107, 15, 31, 31, 63, 62)])
def test_a_time_that_never_was_is_none(tmp_path: Path, date_time: tuple[int, int, int, int, int, int]) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr(zipfile.ZipInfo("a.md", date_time), "text")
    assert open_container(tmp_path / "x.zip").read("a.md", 9)[1].mtime_ns // 10**9 == 315_532_800


def test_times_of_another_age_fit_into_the_library(tmp_path: Path) -> None:
    packed = open_container(tar_of(tmp_path / "x.tar", member("a.md", mtime=2**62), member("b.md", mtime=-5)))
    assert [each.stamp().mtime_ns for each in packed.entries("")] == [2**33 * 10**9, 0]


@pytest.mark.parametrize(
    ("name", "stem"), [("Blog.ZIP", "Blog"), ("a.b.tar.gz", "a.b"), ("x.tgz", "x"), ("a.tar", "a"), ("a.md", None)]
)
def test_an_archive_is_known_by_its_name(name: str, stem: str | None) -> None:
    assert looks_like_archive(Path(name)) is (stem is not None)
    assert archive_stem(name) == (stem or name)


# --- links and what is no file


def test_links_lead_where_they_stay_inside(tmp_path: Path) -> None:
    members = [
        member("top/img/a.png", "picture"),
        member("top/posts/p.md", "post"),
        link("top/posts/pics", "../img"),
        link("top/posts/q.md", "./p.md"),
        link("top/hard.md", "top/posts/p.md", tarfile.LNKTYPE),
        link("top/deep/hard.md", "top/posts/q.md", tarfile.LNKTYPE),
        link("top/chain.md", "hard.md"),
    ]
    packed = open_container(tar_of(tmp_path / "x.tar.gz", *members))
    there: Container = pickle.loads(pickle.dumps(packed))
    for container in (packed, there):
        assert container.is_file("posts/pics/a.png")
        assert container.is_folder("posts/pics")
        assert container.follow("posts/pics").kind is Kind.FOLDER
        assert container.follow("chain.md").kind is Kind.FILE
    paths = ["posts/q.md", "hard.md", "deep/hard.md", "chain.md", "posts/p.md"]
    assert texts(packed, *paths) == dict.fromkeys(paths, b"post")
    assert packed.read("posts/pics/a.png", 100)[0] == b"picture"
    assert packed.follow("chain.md").stamp == packed.read("posts/p.md", 100)[1]


def linked_zip(file: Path, links: dict[str, str]) -> Path:
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("a/p.md", "post")
        for name, target in links.items():
            info = zipfile.ZipInfo(name)
            info.create_system = 3
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            packed.writestr(info, target)
    return file


LINKS = {
    "abs.md": "/etc/hostname", "up.md": "../../x.md", "gone.md": "nowhere.md", "self.md": "self.md", "b.md": "c.md",
    "c.md": "b.md", "fine.md": "a/p.md", "climb.md": "a/../../a/p.md",
}  # fmt: skip


@pytest.mark.parametrize("form", [".zip", ".tar"])
def test_links_that_lead_out_or_round_are_not_followed(tmp_path: Path, form: str) -> None:
    file = tmp_path / f"x{form}"
    if form == ".zip":
        linked_zip(file, LINKS)
    else:
        tar_of(file, member("a/p.md", "post"), *(link(name, target) for name, target in LINKS.items()))
    packed = open_container(file)
    assert texts(packed, *LINKS) == {name: b"post" if name == "fine.md" else None for name in LINKS}
    outside = {name for name in LINKS if name not in {"gone.md", "self.md", "b.md", "c.md"}}
    assert {name for name in outside if packed.follow(name).inside} == {"fine.md"}
    for name in set(LINKS) - outside:
        with pytest.raises(OSError, match=r"No such|Too many"):
            packed.follow(name)


def test_pipes_and_devices_are_no_files(tmp_path: Path) -> None:
    kinds = [tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE]
    packed = open_container(tar_of(tmp_path / "x.tar", *(member(f"{kind!r}.md", type=kind) for kind in kinds)))
    assert set(tree(packed).values()) == {Kind.OTHER}
    assert set(texts(packed, *tree(packed)).values()) == {None}


# --- members that do not give what the directory says


@pytest.mark.parametrize("size", [0, 3, 5, 2**31])
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_size_that_is_a_lie_is_found(tmp_path: Path, size: int, method: int) -> None:
    file = zip_of(tmp_path / "x.zip", {"a.md": "text", "b.md": "fine"}, method)
    data = bytearray(file.read_bytes())
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = size.to_bytes(4, "little")
    file.write_bytes(data)
    if size > 1000:
        # So much cannot be in there, and the archive is refused as a bomb.
        with pytest.raises(Exception, match="far more"):
            open_container(file)
        return
    contents: dict[str, Content] = {each.path: each for each in open_container(file).contents(["a.md", "b.md"], 2**40)}
    assert isinstance(contents["a.md"].error, ContainerError)
    assert contents["b.md"].data == b"fine"


def test_a_damaged_member_costs_only_itself(tmp_path: Path) -> None:
    file = zip_of(tmp_path / "x.zip", {"a.md": "text one", "b.md": "fine"}, zipfile.ZIP_STORED)
    file.write_bytes(file.read_bytes().replace(b"text one", b"texx one"))
    assert texts(open_container(file), "a.md", "b.md") == {"a.md": None, "b.md": b"fine"}


def test_a_compression_that_is_not_known_costs_only_its_member(tmp_path: Path) -> None:
    file = zip_of(tmp_path / "x.zip", {"a.md": "text", "b.md": "fine"}, zipfile.ZIP_STORED)
    data = bytearray(file.read_bytes())
    at = data.index(b"PK\x01\x02") + 10
    data[at : at + 2] = (93).to_bytes(2, "little")
    file.write_bytes(data)
    contents = {each.path: each for each in open_container(file).contents(["a.md", "b.md"], 100)}
    assert str(contents["a.md"].error) == "its compression is not known"
    assert contents["b.md"].data == b"fine"

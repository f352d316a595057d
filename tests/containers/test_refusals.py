"""Archives that are refused as a whole, in words; nothing that an archive says takes memory or time without end."""

from __future__ import annotations

import gzip
import io
import lzma
import os
import random
import struct
import subprocess
import sys
import tarfile
import time
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.containers import building
from reader.containers.container import Container, OutsideError
from reader.containers.opening import open_container
from reader.domain import LibraryError
from tests.containers.packing import FORMS, link, member, pack, tar_of, zip_of
from tests.containers.test_archives import tree
from tests.posts.test_site import fill


def refused(file: Path) -> LibraryError:
    with pytest.raises(LibraryError) as caught:
        open_container(file)
    assert caught.value.path == file
    assert caught.value.advice.endswith(".")
    return caught.value


# --- paths that lead out


@pytest.mark.parametrize(
    "name", ["../x.md", "a/../../x.md", "/etc/x.md", "//x.md", "C:/x.md", "c:\\x.md", "..", "\\\\host\\x.md", "a/.."]
)
@pytest.mark.parametrize("form", [".zip", ".tar", ".tar.gz"])
def test_an_archive_with_a_path_that_leads_out_is_refused_whole(tmp_path: Path, name: str, form: str) -> None:
    file = tmp_path / f"x{form}"
    if form == ".zip":
        zip_of(file, {"good.md": "text", name: "text"})
    else:
        tar_of(file, member("good.md", "text"), member(name, "text"))
    if name == "a/..":
        assert list(tree(open_container(file))) == ["good.md"]
        return
    error = refused(file)
    assert error.kind == "archive-unsafe"
    assert error.detail.replace("/", "\\") == name.replace("/", "\\")
    assert error.detail in error.advice


def test_a_backslash_leads_out_of_a_zip_only(tmp_path: Path) -> None:
    assert refused(zip_of(tmp_path / "x.zip", {"..\\..\\x.md": "text"})).kind == "archive-unsafe"
    assert "..\\x.md" in tree(open_container(tar_of(tmp_path / "x.tar", member("..\\x.md"), member("a.md"))))


def test_a_hard_link_may_not_name_what_is_outside(tmp_path: Path) -> None:
    file = tar_of(tmp_path / "x.tar", member("a.md"), link("b.md", "../../etc/passwd", tarfile.LNKTYPE))
    assert refused(file).kind == "archive-unsafe"


# --- archives that are locked, no archives, or cut off


def test_an_archive_with_a_password_is_refused_whole(tmp_path: Path) -> None:
    file = zip_of(tmp_path / "x.zip", {"a.md": "text", "b.md": "text"})
    data = bytearray(file.read_bytes())
    at = data.rindex(b"PK\x01\x02") + 8
    data[at] |= 1
    file.write_bytes(data)
    assert refused(file).kind == "archive-encrypted"


@pytest.mark.parametrize("name", ["x.zip", "x.tar", "x.tgz", "x.tar.xz", "x.tar.zst", "x.tbz2"])
@pytest.mark.parametrize("data", [b"", b"no archive at all\n" * 100, b"PK", b"PK\x03\x04", b"\x1f\x8b\x08\0", b"BZh9"])
def test_what_only_bears_the_name_of_an_archive_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert refused(tmp_path / name).kind == "bad-archive"


def test_other_files_are_no_archives(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("text")
    os.mkfifo(tmp_path / "pipe.zip")
    (tmp_path / "loop.zip").symlink_to("loop.zip")
    assert refused(tmp_path / "a.md").kind == "not-a-folder"
    assert refused(tmp_path / "pipe.zip").kind == "not-a-folder"
    assert refused(tmp_path / "loop.zip").kind == "no-folder"
    assert refused(tmp_path / "gone.zip").kind == "no-folder"
    assert refused(tmp_path / "nul\0.zip").kind == "no-folder"


def test_an_archive_of_nothing_is_an_empty_folder(tmp_path: Path) -> None:
    zip_of(tmp_path / "x.zip", {})
    tar_of(tmp_path / "x.tar.gz")
    assert tree(open_container(tmp_path / "x.zip")) == tree(open_container(tmp_path / "x.tar.gz")) == {}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The bytes of a small archive of each form, of texts that do not shrink to nothing."""
    folder = tmp_path_factory.mktemp("whole")
    chance = random.Random(1)
    fill(folder / "in", {f"d{n % 3}/{n}.md": chance.randbytes(700).hex() for n in range(30)})
    return {form: pack(folder / "in", folder / f"x{form}", "top").read_bytes() for form in FORMS}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("share", [0.01, 0.3, 0.5, 0.77])
def test_an_archive_that_is_cut_off_is_refused(
    tmp_path: Path, whole: dict[str, bytes], form: str, share: float
) -> None:
    file = tmp_path / f"x{form}"
    data = whole[form]
    # A whole number of blocks: a tar that ends between two members looks like one that is complete.
    length = int(len(data) * share) // 512 * 512 or 512
    file.write_bytes(data[:length])
    assert refused(file).kind == "bad-archive"


def test_a_tar_that_is_cut_off_between_two_members_is_refused(tmp_path: Path) -> None:
    data = tar_of(tmp_path / "x.tar", member("a.md", "text"), member("b.md", "text")).read_bytes()
    (tmp_path / "x.tar").write_bytes(data[:1024])
    assert refused(tmp_path / "x.tar").kind == "bad-archive"
    (tmp_path / "x.tar").write_bytes(data[:1024] + b"\xff" * 512 + data[1024:])
    assert refused(tmp_path / "x.tar").kind == "bad-archive"


# --- bombs


def bomb_zip(file: Path) -> Path:
    """Write a member of 5 GB zeros in 5 MB; as one block is like the next, it is compressed only once."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    start = squeeze.compress(bytes(1 << 20)) + squeeze.flush(zlib.Z_FULL_FLUSH)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr("a.md", start * 5000 + squeeze.flush())
        packed.filelist[0].file_size = 5000 << 20
        packed.filelist[0].compress_type = zipfile.ZIP_DEFLATED
    return file


def bomb_zip_that_lies(file: Path) -> Path:
    """Write many members that share what they are made of, each said to be large."""
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("a.md", "text")
        packed.filelist[0].file_size = 1 << 30
        packed.filelist *= 100
    return file


def bomb_tar(pack_it: Callable[[bytes], bytes]) -> Callable[[Path], Path]:
    """Return what writes a tar of one endless member, packed so that much of it fits into little."""

    def write(file: Path) -> Path:
        info = tarfile.TarInfo("a.md")
        info.size = 1 << 40
        file.write_bytes(pack_it(info.tobuf(tarfile.GNU_FORMAT)))
        return file

    return write


def zipped(start: bytes) -> bytes:
    block = gzip.compress(bytes(1 << 20))
    return gzip.compress(start) + block * 1000


def xzipped(start: bytes) -> bytes:
    return lzma.compress(start) + lzma.compress(bytes(64 << 20)) * 40


def zstandardised(start: bytes) -> bytes:
    packer = zstandard.ZstdCompressor()
    return packer.compress(start) + packer.compress(bytes(64 << 20)) * 40


def huge_header(file: Path) -> Path:
    """Write a tar whose first member has a name of gigabytes."""
    info = tarfile.TarInfo("././@LongLink")
    info.type = tarfile.GNUTYPE_LONGNAME
    info.size = 1 << 33
    file.write_bytes(gzip.compress(info.tobuf(tarfile.GNU_FORMAT)) + gzip.compress(bytes(1 << 20)) * 300)
    return file


def many_headers(file: Path) -> Path:
    """Write a tar of headers that only announce the next header."""
    info = tarfile.TarInfo("././@LongLink")
    info.type = tarfile.GNUTYPE_LONGNAME
    info.size = 2
    file.write_bytes(gzip.compress((info.tobuf(tarfile.GNU_FORMAT) + b"a\0" + bytes(510)) * 50_000))
    return file


def holes(file: Path) -> Path:
    """Write a tar with a file of more holes than anybody counts."""
    info = tarfile.TarInfo("a.md")
    info.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "a.md"}
    info.size = 1 << 27
    file.write_bytes(gzip.compress(info.tobuf(tarfile.PAX_FORMAT) + b"99999999\n" + b"1\n" * (8 << 20)))
    return file


def deep_paths(file: Path) -> Path:
    """Write a tar in which each of few names stands for thousands of folders."""
    return tar_of(file, *(member(f"{number}/" + "a/" * 2000 + "x.md") for number in range(300)))


def long_directory(file: Path) -> Path:
    """Write a zip that says its directory is gigabytes long."""
    data = bytearray(zip_of(file, {"a.md": "text"}).read_bytes())
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 20] = struct.pack("<II", 3 << 30, 0)
    file.write_bytes(data)
    with file.open("r+b") as opened:  # A file with a hole: gigabytes that take no place.
        opened.seek((3 << 30) + 1000)
        opened.write(data[end:])
    return file


BOMBS = {
    "zip": bomb_zip, "lying zip": bomb_zip_that_lies, "gz": bomb_tar(zipped), "xz": bomb_tar(xzipped),
    "zst": bomb_tar(zstandardised), "name": huge_header, "headers": many_headers, "holes": holes, "paths": deep_paths,
    "directory": long_directory,
}  # fmt: skip


def measured(file: Path) -> str:
    """Open an archive in a process of little memory; return the kind of its refusal."""
    code = (
        "import resource, sys; from pathlib import Path; from reader.domain import LibraryError;"
        "from reader.containers.opening import open_container;"
        "resource.setrlimit(resource.RLIMIT_AS, (700 << 20,) * 2)\n"
        "try: open_container(Path(sys.argv[1])); print('opened')\n"
        "except LibraryError as error: print(error.kind)"
    )
    run = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=False)
    assert run.stderr == ""
    return run.stdout.strip()


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_little_time_and_memory(tmp_path: Path, name: str) -> None:
    packed = name in {"gz", "xz", "zst", "name", "headers", "holes", "paths"}
    file = BOMBS[name](tmp_path / ("x.tar.gz" if packed else "x.zip"))
    began = time.monotonic()
    assert measured(file) == ("bad-archive" if name == "headers" else "archive-too-large")
    assert time.monotonic() - began < 20


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = zip_of(tmp_path / "inner.zip", {"a.md": "text"}).read_bytes()
    assert list(tree(open_container(zip_of(tmp_path / "x.zip", {"in.zip": inner, "b.md": ""})))) == ["b.md", "in.zip"]


def test_the_number_of_members_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = zip_of(tmp_path / "x.zip", {f"{number}.md": "" for number in range(100)})
    assert len(tree(open_container(file))) == 100
    monkeypatch.setattr(building, "MOST_MEMBERS", 99)
    assert refused(file).kind == "archive-too-large"


def test_a_link_longer_than_any_path_leads_nowhere(tmp_path: Path) -> None:
    # Followed part by part, one of these took minutes.
    found = open_container(tar_of(tmp_path / "x.tar", link("long.md", "a/" * 300_000), member("p.md", "post")))
    assert not found.follow("long.md").inside
    assert found.read("p.md", 10)[0] == b"post"


def test_what_links_say_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_MOST_TEXT", 10_000)
    few, many = ([link(f"{number}.md", "a/" * 1000) for number in range(count)] for count in (3, 6))
    open_container(tar_of(tmp_path / "few.tar", *few))
    assert refused(tar_of(tmp_path / "many.tar", *many)).kind == "archive-too-large"


def test_too_many_members_of_a_zip_are_refused_before_the_first_is_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = zip_of(tmp_path / "x.zip", {f"{number}.md": "" for number in range(1000)})
    taken: list[object] = []
    monkeypatch.setattr(building, "MOST_MEMBERS", 999)
    monkeypatch.setattr(zipfile, "ZipInfo", taken.append)
    assert refused(file).kind == "archive-too-large"
    assert taken == []


# --- whatever else is in a file


def outcome(file: Path) -> str:
    """Open an archive and read all of it; return what came of it. Anything but a LibraryError is a fault."""
    try:
        container: Container = open_container(file)
    except LibraryError as error:
        return error.kind
    names = list(tree(container))
    contents = list(container.contents(names, 1 << 20))
    assert sorted(content.path for content in contents) == sorted(names)
    for name in names:
        with suppress(OutsideError):
            container.is_file(name)
    assert container.starts(names, 100).keys() == set(names)
    return "read"


@settings(max_examples=400, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    form=st.sampled_from(FORMS),
    edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255), st.integers(1, 8)), min_size=1, max_size=6),
    cut=st.floats(0.1, 1),
)
@example(form=".tar", edits=[(0, 0, 1)], cut=1)
def test_any_change_to_an_archive_ends_in_words(
    tmp_path: Path, whole: dict[str, bytes], form: str, edits: list[tuple[float, int, int]], cut: float
) -> None:
    data = bytearray(whole[form])
    for place, value, count in edits:
        at = int(place * (len(data) - count))
        data[at : at + count] = bytes([value]) * count
    if cut < 0.5:
        del data[int(cut * 2 * len(data)) :]
    file = tmp_path / f"x{form}"
    file.write_bytes(data)
    assert outcome(file) in {"read", "bad-archive", "archive-too-large", "archive-unsafe", "archive-encrypted"}


@settings(max_examples=300, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from([bytes([each]) for each in b"0123456789xgLKSDV\0"]),
    size=st.sampled_from([0, 1, 3, 511, 512, 513, 8**11 - 1, 1 << 40]),
    name=st.sampled_from(["a.md", "a/b.md", "", "../a", "././@LongLink", "x" * 99, "a/", "/"]),
    body=st.binary(max_size=1500),
    pax=st.dictionaries(st.sampled_from(["path", "size", "mtime", "linkpath", "GNU.sparse.map"]), st.text(max_size=9)),
)
def test_any_header_of_a_tar_ends_in_words(
    tmp_path: Path, kind: bytes, size: int, name: str, body: bytes, pax: dict[str, str]
) -> None:
    info = tarfile.TarInfo(name)
    info.type = kind
    info.size = size
    info.pax_headers = pax
    data = io.BytesIO()
    for each in (tarfile.TarInfo("first.md"), info, tarfile.TarInfo("last.md")):
        data.write(each.tobuf(tarfile.PAX_FORMAT))
        data.write(body if each is info else b"")
    (tmp_path / "x.tar").write_bytes(data.getvalue() + bytes(1024))
    assert outcome(tmp_path / "x.tar")

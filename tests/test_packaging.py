"""The wheel holds all that the program needs, and the desktop understands what it brings."""

from __future__ import annotations

import importlib.util
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from reader import __version__
from reader.viewing.taiwan import in_taiwan

ROOT = Path(__file__).parent.parent
APP_ID = "io.github.broadsheet.Broadsheet"
SHARED = f"broadsheet_reader-{__version__}.data/data/share"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling, which builds the wheel, is not installed")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return zipfile.Path(built)


def names(wheel: zipfile.Path) -> set[str]:
    return {name for name in wheel.root.namelist() if not name.endswith("/")}


def files_below(folder: Path) -> set[str]:
    found = folder.rglob("*")
    return {str(file.relative_to(folder)) for file in found if file.is_file() and "__pycache__" not in file.parts}


def test_the_wheel_holds_every_module(wheel: zipfile.Path) -> None:
    modules = {f"reader/{name}" for name in files_below(ROOT / "reader") if name.endswith(".py")}
    assert modules <= names(wheel)
    assert not [name for name in names(wheel) if name.startswith(("tests/", "docs/", "tools/"))]


def test_the_wheel_holds_the_resources(wheel: zipfile.Path) -> None:
    resources = {f"reader/resources/{name}" for name in files_below(ROOT / "resources")}
    assert resources <= names(wheel)


def test_the_wheel_holds_the_manual(wheel: zipfile.Path) -> None:
    assert {"reader/resources/manual/en.md", "reader/resources/manual/zh_CN.md"} <= names(wheel)


def test_the_wheel_tells_the_desktop_about_the_program(wheel: zipfile.Path) -> None:
    for name in (
        f"applications/{APP_ID}.desktop",
        "applications/zz-broadsheet-open.desktop",
        f"metainfo/{APP_ID}.metainfo.xml",
        f"icons/hicolor/scalable/apps/{APP_ID}.svg",
    ):
        assert f"{SHARED}/{name}" in names(wheel)


def test_the_wheel_brings_both_commands(wheel: zipfile.Path) -> None:
    text = (wheel / f"broadsheet_reader-{__version__}.dist-info" / "entry_points.txt").read_text("utf-8")
    assert re.search(r"\[gui_scripts\]\nbroadsheet = reader\.__main__:main", text)
    assert re.search(r"\[console_scripts\]\nbroadsheet-cli = reader\.cli:main", text)


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="not installed")
@pytest.mark.parametrize("name", [f"{APP_ID}.desktop", "zz-broadsheet-open.desktop"])
def test_the_desktop_accepts_it(name: str) -> None:
    words = ["desktop-file-validate", str(ROOT / "resources" / "desktop" / name)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning" not in done.stdout + done.stderr


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="not installed")
def test_software_centres_accept_it() -> None:
    words = ["appstreamcli", "validate", "--no-net", str(ROOT / "resources" / "desktop" / f"{APP_ID}.metainfo.xml")]
    said = subprocess.run(words, capture_output=True, text=True, check=False).stdout
    assert "Validation" in said
    # Newer ones miss a page on the web, which there is not yet.
    assert [line for line in said.splitlines() if re.match(r"[EW]:(?!.* url-homepage-missing)", line)] == []


def test_the_desktop_entry_starts_a_command_of_the_wheel(wheel: zipfile.Path) -> None:
    for name in (f"{APP_ID}.desktop", "zz-broadsheet-open.desktop"):
        entry = (wheel / SHARED / "applications" / name).read_text("utf-8")
        assert re.search(r"^Exec=broadsheet %[fF]$", entry, re.MULTILINE)
        assert re.search(rf"^Icon={APP_ID}$", entry, re.MULTILINE)


def test_the_desktop_says_in_taiwan_what_it_says_in_china() -> None:
    for file in (ROOT / "resources" / "desktop").iterdir():
        simplified, traditional = (
            re.findall(rf'{language}(?:\]=|">)(.+?)(?=\n\w|</)', file.read_text("utf-8"), re.DOTALL)
            for language in ("zh_CN", "zh_TW")
        )
        assert simplified
        assert traditional == [in_taiwan(words) for words in simplified]


def test_the_desktop_of_hong_kong_says_what_it_says_in_taiwan() -> None:
    """A desktop looks for the country, then for plain `zh`, and takes English where it finds neither."""
    for file in (ROOT / "resources" / "desktop").iterdir():
        taiwan, hong_kong = (
            re.findall(
                rf'(\w+)(?:\[| xml:lang=")zh_{country}(?:\]=|">)(.+?)(?=\n\w|</)', file.read_text("utf-8"), re.DOTALL
            )
            for country in ("TW", "HK")
        )
        assert taiwan
        assert hong_kong == taiwan


def test_a_table_of_icu_data_keeps_what_is_not_dropped() -> None:
    icu = script("icu")
    header = struct.pack("<HH8x4s", 32, 0x27DA, b"CmnD").ljust(32, b"\0")
    parts = {b"icudt/coll/zh.res": b"order", b"icudt/curr/zh.res": b"names" * 9, b"icudt/root.res": b"all"}
    kept = {name: part for name, part in parts.items() if not icu.DROPPED.match(name)}
    read = icu.parts(icu.pack(header, kept))
    assert {name: part.rstrip(b"\0") for name, part in read.items()} == kept
    assert list(kept) == [b"icudt/coll/zh.res", b"icudt/root.res"]


def script(name: str) -> ModuleType:
    """Load one of the scripts that build packages."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_archive_says_nothing_of_who_made_it_and_when(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    build = script("build")
    assert build.made_at() == "1700000000"
    member = tarfile.TarInfo("broadsheet")
    member.uid, member.uname, member.mtime, member.mode = 1000, "me", 5, 0o700
    made = build.nobodys(member)
    assert (made.uid, made.uname, made.mtime, made.mode) == (0, "", 1700000000, 0o755)


def test_a_package_wants_the_newest_system_that_any_of_it_was_built_on(tmp_path: Path) -> None:
    (tmp_path / "old.so").write_bytes(b"\0GLIBC_2.9\0GLIBC_2.2.5\0")
    (tmp_path / "new.so").write_bytes(b"\0GLIBC_2.35\0")
    assert script("debian")._newest_libc(tmp_path) == "2.35"


def test_a_build_tells_the_licence_of_all_that_it_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    licences = script("licences")
    for name in ("libQt6Core.so.6", "libsqlite3.so.0", "libxcb-cursor.so.0", "words.txt"):
        (tmp_path / name).touch()
    licences.main(tmp_path)
    listed = capsys.readouterr().out.partition("===")[0]
    for line in (
        "PySide6_Essentials .*: LGPL-3.0",
        "Python 3.*: PSF-2.0",
        "SQLite: public domain",
        "XCB.*: MIT",
        "OpenCC.*: Apache-2.0",
    ):
        assert re.search(f"^  {line}", listed, re.MULTILINE), line
    (tmp_path / "libstrange.so.1").touch()
    with pytest.raises(SystemExit, match=r"libstrange\.so\.1"):
        licences.main(tmp_path)


def test_what_is_built_is_pinned_by_hash() -> None:
    lock = (ROOT / "packaging" / "requirements.lock").read_text("utf-8")
    pinned = dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", lock, re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for text in (*project["dependencies"], *project["optional-dependencies"]["packaging"]):
        need = Requirement(text)
        assert pinned[canonicalize_name(need.name)] in need.specifier, f"{text}: python packaging/build.py --lock"
    assert not re.search(r"^[a-z0-9-]+==[^\n]*[^\\]$", lock, re.MULTILINE), "a package without a hash"
    assert "://" not in lock


def test_one_version_is_told_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == __version__
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")

"""The files that ship with Broadsheet are found, and are fit to ship."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reader import resources

APP_ID = "io.github.broadsheet.Broadsheet"


def test_a_checkout_reads_the_folder_beside_the_package() -> None:
    assert resources.path("themes", "light.toml").is_file()


def test_an_installed_package_reads_the_folder_inside_it(tmp_path: Path) -> None:
    package = tmp_path / "reader"
    (package / "resources").mkdir(parents=True)
    assert resources.root(package) == package / "resources"


def test_a_path_need_not_exist() -> None:
    assert not resources.path("themes", "purple.toml").exists()


@pytest.mark.parametrize(
    "command",
    [
        ["desktop-file-validate", str(resources.path("desktop", f"{APP_ID}.desktop"))],
        ["appstreamcli", "validate", "--no-net", str(resources.path("desktop", f"{APP_ID}.metainfo.xml"))],
    ],
    ids=["desktop", "metainfo"],
)
def test_the_desktop_accepts_our_files(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "warning" not in (result.stdout + result.stderr).lower()


def test_the_sample_posts_name_pictures_that_exist() -> None:
    source = resources.path("sample", "source")
    posts = sorted(source.glob("_posts/**/*.md"))
    assert len(posts) >= 8
    for post in posts:
        for name in re.findall(r"/images/[\w.-]+", post.read_text("utf-8")):
            assert (source / name[1:]).is_file(), f"{post.name}: {name}"

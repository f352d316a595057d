"""A Debian package of the folder that PyInstaller made."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME, APP_ID, OPENER = "broadsheet", "io.github.broadsheet.Broadsheet", "zz-broadsheet-open.desktop"
# What the folder leaves to the system; "|" for the names of other releases.
NEEDS = (
    "libbz2-1.0", "libdbus-1-3", "libegl1", "libffi8", "libfontconfig1", "libfreetype6", "libgcc-s1", "libgl1",
    "libglib2.0-0t64 | libglib2.0-0", "liblzma5", "libssl3t64 | libssl3", "libstdc++6", "libuuid1",
    "libwayland-client0", "libwayland-cursor0", "libx11-6", "libx11-xcb1", "libxcb1", "libxcb-glx0", "libxcb-randr0",
    "libxcb-render0", "libxcb-shape0", "libxcb-shm0", "libxcb-sync1", "libxcb-xfixes0", "libxcb-xkb1",
    "libxkbcommon0", "libxkbcommon-x11-0", "libzstd1", "tzdata", "zlib1g",
)  # fmt: skip
RECOMMENDS = (
    "fonts-inter", "fonts-noto-core", "fonts-noto-cjk", "fonts-noto-color-emoji", "libcups2t64 | libcups2",
    "xdg-desktop-portal",
)  # fmt: skip
CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: The Broadsheet authors <broadsheet@invalid>
Installed-Size: {kilobytes}
Depends: libc6 (>= {libc}), {needs}
Recommends: {recommends}
Section: news
Priority: optional
Description: calm offline reader for folders of saved posts
 Broadsheet turns any folder of saved posts, as Hexo, Jekyll and Hugo sites
 hold them, into a private reading library with unread marks, search and
 pictures that work without a network.
"""


def package(folder: Path, out: Path, version: str) -> Path:
    """Return the .deb of `folder`, which goes to /usr/lib/broadsheet."""
    root = folder.parent.parent / "debian"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder, root / "usr" / "lib" / NAME, symlinks=True)
    for command in (NAME, f"{NAME}-cli"):
        link = root / "usr" / "bin" / command
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(f"../lib/{NAME}/{command}")
    _share(root / "usr" / "share", folder.parent.parent / "icons")
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    size = sum(file.lstat().st_size for file in root.rglob("*") if not file.is_dir()) // 1024
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(
        CONTROL.format(
            name=NAME, version=version, architecture=architecture, kilobytes=size, libc=_newest_libc(root),
            needs=", ".join(NEEDS), recommends=", ".join(RECOMMENDS),
        ),
        encoding="utf-8",
    )  # fmt: skip
    _set_modes(root)
    file = out / f"{NAME}_{version}_{architecture}.deb"
    words = ["--root-owner-group", "-Zxz", "-z6", "--build", str(root), str(file)]
    subprocess.run(["dpkg-deb", *words], check=True, stdout=subprocess.DEVNULL)
    return file


def _newest_libc(root: Path) -> str:
    """Return the version of the C library that `root` needs: Python comes from the system that builds."""
    files = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    versions = {int(name) for file in files for name in re.findall(rb"\0GLIBC_2\.(\d+)[.\0]", file.read_bytes())}
    return f"2.{max(versions)}"


def _share(share: Path, icons: Path) -> None:
    """Put what the desktop and the reader of licences look for where they look."""
    desktop = ROOT / "resources" / "desktop"
    places = {
        desktop / f"{APP_ID}.desktop": share / "applications",
        desktop / OPENER: share / "applications",
        desktop / f"{APP_ID}.metainfo.xml": share / "metainfo",
    }
    for file, place in places.items():
        _copy(file, place / file.name)
    for png in icons.glob("*.png"):
        _copy(png, share / "icons" / "hicolor" / f"{png.stem}x{png.stem}" / "apps" / f"{APP_ID}.png")
    _copy(
        ROOT / "resources" / "icons" / "broadsheet.svg",
        share / "icons" / "hicolor" / "scalable" / "apps" / f"{APP_ID}.svg",
    )
    docs = share / "doc" / NAME
    _copy(ROOT / "LICENSE", docs / "copyright")
    with gzip.GzipFile(docs / "changelog.gz", "wb", 9, mtime=0) as packed:
        packed.write((ROOT / "CHANGELOG.md").read_bytes())


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, target)


def _set_modes(root: Path) -> None:
    """Let everybody read, whatever the umask of who builds it."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            # Pillow's libraries come as programs, which lintian finds wrong.
            executable = path.is_dir() or (os.access(path, os.X_OK) and ".so" not in path.name)
            path.chmod(0o755 if executable else 0o644)

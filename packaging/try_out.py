"""Tries out what build.py built, as a user gets it: unpacked or installed, in an empty environment.

python packaging/try_out.py            the wheel, the folder, and the Debian package installed into an empty root
python packaging/try_out.py --install  the Debian package installed and removed on this very system (as root)
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
APP_ID, OPENER = "io.github.broadsheet.Broadsheet", "zz-broadsheet-open.desktop"
# More posts than one process reads alone.
POSTS = 300
# What reader/containers/endings.py reads.
ENDINGS = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz", ".tar.zst", ".tzst")


def main() -> None:
    """Try out all of it; ends with an error where something does not work."""
    parser = argparse.ArgumentParser(description="Try out what was built.")
    parser.add_argument("--install", action="store_true", help="install the .deb here, and remove it again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="broadsheet-try-") as name:
        place = Path(name)
        if options.install:
            try_installed(place)
            return
        try_wheel(place / "wheel")
        try_folder(place / "folder")
        if shutil.which("dpkg-deb"):
            try_deb(place / "deb")


def try_wheel(place: Path) -> None:
    """Install the wheel where nothing else is, and put it into the menu."""
    venv.create(place, with_pip=True)
    (wheel,) = DIST.glob("*.whl")
    run(
        [place / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", wheel],
        environment=dict(os.environ),
    )
    try_program(place / "bin" / "broadsheet", place)
    run(
        [place / "bin" / "broadsheet", "--install-desktop"],
        environment={"HOME": str(place), "XDG_DATA_HOME": str(place)},
    )
    validate(place / "applications")


def try_folder(place: Path) -> None:
    """Unpack the folder somewhere."""
    (archive,) = DIST.glob("broadsheet-*.tar.xz")
    with tarfile.open(archive) as packed:
        packed.extractall(place, filter="data")
    told("folder", sum(file.lstat().st_size for file in place.rglob("*") if file.is_file()) / 1e6, "MB")
    try_program(place / "broadsheet" / "broadsheet", place)


def try_deb(place: Path) -> None:
    """Install the package into an empty root, try it there, and remove it; the libraries below it are this system's."""
    deb = package()
    told("deb", deb.stat().st_size / 1e6, "MB")
    root, home = place / "root", place / "home"
    for folder in ("info", "updates", "triggers"):
        (root / "var" / "lib" / "dpkg" / folder).mkdir(parents=True)
    (root / "var" / "lib" / "dpkg" / "status").touch()
    home.mkdir()
    # Nothing that it depends on is there, nor anything to change the root with.
    forced = ("--force-depends", "--force-not-root", "--force-script-chrootless")
    dpkg: list[str | Path] = ["dpkg", f"--root={root}", *forced]
    run([*dpkg, "--install", deb], environment=dict(os.environ))
    try_libraries(root, deb)
    share = root / "usr" / "share"
    validate(share / "applications")
    run(["update-desktop-database", share / "applications"], environment=dict(os.environ))
    try_opening(home, root, offered=True)
    try_program(root / "usr" / "bin" / "broadsheet", home)
    run([*dpkg, "--purge", "broadsheet"], environment=dict(os.environ))
    try_removed(root, home)


def try_installed(place: Path) -> None:
    """Install the package on this system, make a library, remove the package: the library is still there."""
    run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", package()], environment=dict(os.environ))
    try:
        try_opening(place, Path("/"), offered=True)
        try_program(Path("/usr/bin/broadsheet"), place)
    finally:
        run(["apt-get", "purge", "-y", "-qq", "broadsheet"], environment=dict(os.environ))
    try_opening(place, Path("/"), offered=False)
    try_removed(Path("/"), place)


def try_libraries(root: Path, deb: Path) -> None:
    """Fail where a library is needed that the package neither holds nor names.

    Also where it holds only some of those that one source makes: they know each other's structures, which change.
    """
    files = [file for file in root.rglob("*") if file.is_file() and not file.is_symlink()]
    files = [file for file in files if file.read_bytes().startswith(b"\x7fELF")]
    held = {file.name for file in files}
    read = run(["readelf", "--dynamic", *files], environment=dict(os.environ))
    needed = set(re.findall(r"\(NEEDED\).*\[(.+)\]", read)) - held
    named = re.findall(
        r"[a-z][\w.+-]+", run(["dpkg-deb", "--field", deb, "Depends", "Recommends"], environment=dict(os.environ))
    )
    for library in needed:
        if packages_of([library]).isdisjoint(named):
            raise SystemExit(f"{library}, of {packages_of([library])}, is needed and not named")
    parted = sources_of(packages_of(needed)) & sources_of(packages_of(held))
    if parted:
        raise SystemExit(f"the package holds only a part of {parted}")


def packages_of(libraries: Iterable[str]) -> set[str]:
    """Return this system's packages that have libraries of these names."""
    words = ["dpkg", "--search", *(f"*/{library}" for library in libraries)]
    said = subprocess.run(words, capture_output=True, text=True, check=False).stdout
    return set(re.findall(r"^([\w.+-]+)", said, re.MULTILINE))


def sources_of(packages: set[str]) -> set[str]:
    """Return of which sources packages are made."""
    words: list[str | Path] = ["dpkg-query", "--show", "--showformat", "${source:Package}\\n", *packages]
    return set(run(words, environment=dict(os.environ)).split())


def validate(applications: Path) -> None:
    """Let the desktop's own tool look at both entries."""
    for name in (f"{APP_ID}.desktop", OPENER):
        run(["desktop-file-validate", applications / name], environment=dict(os.environ))


def package() -> Path:
    """Return the Debian package."""
    (deb,) = DIST.glob("*.deb")
    return deb


def try_removed(root: Path, home: Path) -> None:
    """Fail where something of the package is left, or where anything of the user's went with it."""
    places = [root / "usr" / name for name in ("bin", "lib", "share/applications", "share/metainfo", "share/doc")]
    left = [
        file for place in places for file in place.glob("*") if re.match(rf"broadsheet|{APP_ID}|{OPENER}", file.name)
    ]
    if left:
        raise SystemExit(f"the package left behind {left}")
    if not list(home.rglob("library.sqlite3")):
        raise SystemExit("the user's library is gone")
    print("removed; the library is still there")


def try_opening(home: Path, root: Path, *, offered: bool) -> None:
    """Ask the desktop with what it opens a folder and archives: the program is among it, or not any more."""
    things = home / "things"
    things.mkdir(exist_ok=True)
    for ending in ENDINGS:
        (things / f"a{ending}").write_text("The desktop goes by the name, but for an empty file.")
    # What types there are this system knows; an entry whose program is not found is none.
    shares, programs = f"{root / 'usr' / 'share'}:/usr/share", f"{root / 'usr' / 'bin'}:{os.environ['PATH']}"
    environment = dict(os.environ) | {"HOME": str(home), "LANG": "C", "XDG_DATA_DIRS": shares, "PATH": programs}
    for thing in (things, *things.iterdir()):
        said = run(["gio", "info", "-a", "standard::fast-content-type", thing], environment=environment)
        kind = said.split()[-1]
        said = run(["gio", "mime", kind], environment=environment)
        if (OPENER in said) is not offered:
            raise SystemExit(f"{thing.name}, which is {kind}, is opened with it: {OPENER in said}")
        others = len(set(re.findall(r"\S+\.desktop", said)) - {OPENER})
        if others and re.search(rf"^Default.*{OPENER}$", said, re.MULTILINE):
            raise SystemExit(f"{thing.name}, which is {kind}, is opened with it though others could")
    print("folders and archives are opened with it" if offered else "nothing is opened with it any more")


def try_program(program: Path, home: Path) -> None:
    """Let the window try itself out without a screen and on one, and the command line import some posts."""
    environment = {"HOME": str(home), "LANG": "C.UTF-8"}
    before = os.times()
    timings = json.loads(run([program, "--selftest"], environment=environment))
    spent = os.times()
    told(f"{program}: without a screen", timings["library_ms"] + timings["window_ms"], "ms to the window")
    seconds = spent.children_user + spent.children_system - before.children_user - before.children_system
    told(f"{program}: the whole self-test", seconds, "s of processor time")
    if shutil.which("Xvfb"):
        with screen() as display:
            on_screen = environment | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
            timings = json.loads(run([program, "--selftest"], environment=on_screen))
        told(f"{program}: on a screen", timings["library_ms"] + timings["window_ms"], "ms to the window")
    posts = home / "posts"
    posts.mkdir()
    for number in range(POSTS):
        (posts / f"{number}.md").write_text(f"---\ntitle: Post {number}\n---\nSnow 雪 on **day** {number}.\n", "utf-8")
    cli = program.with_name("broadsheet-cli")
    run([cli, "import", posts], environment=environment)
    found = run([cli, "search", "雪", "--json"], environment=environment)
    numbers = {int(number) for number in re.findall(r'"Post (\d+)"', found)}
    run([cli, "check"], environment=environment)
    if not numbers:
        raise SystemExit("nothing was found of what was imported")


@contextmanager
def screen() -> Iterator[str]:
    """Lend a virtual screen; yields its name."""
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told_by:
            yield f":{told_by.readline().strip()}"
        server.terminate()


def run(words: list[str | Path], *, environment: dict[str, str]) -> str:
    """Run a program with nothing in its environment but this; return what it printed."""
    done = subprocess.run([str(word) for word in words], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout, done.stderr, file=sys.stderr)
        raise SystemExit(f"{words[0]} ended with {done.returncode}")
    return done.stdout


def told(what: str, number: float, unit: str) -> None:
    """Print a figure."""
    print(f"{what}: {number:.1f} {unit}")


if __name__ == "__main__":
    main()

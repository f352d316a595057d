"""Prints the licences of all that a folder holds: a line for each package, and for each library that is of none; then
their own texts. Ends with an error where nobody knows whose a library is.

python packaging/licences.py FOLDER
"""

from __future__ import annotations

import platform
import re
import sys
import sysconfig
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

#: What only builds the program, and is not in it.
TOOLS = {
    "altgraph", "hatchling", "macholib", "packaging", "pathspec", "pefile", "pip", "pluggy",
    "pyinstaller-hooks-contrib", "pywin32-ctypes", "setuptools", "tomlkit", "trove-classifiers",
}  # fmt: skip
#: Libraries that come from the system which builds, by the beginnings of their names.
SYSTEM = {
    "libsqlite3": "SQLite: public domain",
    "libxcb-": "XCB's utilities: MIT",
}
#: Tables of others among the resources, by the folder that holds their licence.
TABLES = {
    "han": "OpenCC's tables: Apache-2.0",
    "search": "OpenCC's and Unicode's tables: Apache-2.0 and Unicode",
    "pinyin": "pypinyin's readings: MIT",
    "sample": "the sample posts: MIT",
}
_RESOURCES = Path(__file__).resolve().parent.parent / "resources"
_LIBRARY = re.compile(r"\.so(\.|$)|\.(dll|pyd|dylib)$")
# Where Debian and its relatives keep each library's licence.
_DOCS = Path("/usr/share/doc")
_TEXTS = re.compile(r"(licen[cs]e|copying|notice|authors)", re.I)
_KNOWN = "License :: OSI Approved :: "


def main(folder: Path) -> None:
    """Print the list, then the texts."""
    packages = sorted(
        (each for each in metadata.distributions() if each.name.lower() not in TOOLS),
        key=lambda each: each.name.lower(),
    )
    print("Broadsheet is under the MIT licence. It holds these packages, each under its own:\n")
    for package in packages:
        print(f"  {package.name} {package.version}: {licence_of(package)}")
    print(f"  Python {platform.python_version()}, and what comes with it: PSF-2.0")
    libraries = sorted(of_no_package(folder, packages))
    tables = sorted(_RESOURCES.glob("*/LICENSE.txt"))
    for line in sorted({*map(owner_of, libraries), *(TABLES[file.parent.name] for file in tables)}):
        print(f"  {line}")
    print("\nPySide6 and Qt are used under the LGPL-3.0; they are files of their own and can be replaced.")
    for package in packages:
        for name, text in texts_of(package):
            print(f"\n\n=== {package.name}: {name}\n\n{text.strip()}")
    others = {"Python": python_text()} | {name: system_text(name) for name in libraries}
    others |= {TABLES[file.parent.name]: file.read_text(encoding="utf-8") for file in tables}
    for name, text in others.items():
        if text:
            print(f"\n\n=== {name}\n\n{text.strip()}")


def of_no_package(folder: Path, packages: list[metadata.Distribution]) -> set[str]:
    """Return the names of the libraries in a folder that neither a package nor Python brought."""
    base = Path(sys.base_prefix)
    own = (Path(sysconfig.get_path("stdlib"), "lib-dynload"), base, base / "DLLs", base / "lib")
    brought = {file.name for package in packages for file in package.files or ()}
    brought.update(file.name for place in own if place.is_dir() for file in place.iterdir())
    held = {file.name for file in folder.rglob("*") if file.is_file() and not file.is_symlink()}
    return {name for name in held - brought if _LIBRARY.search(name)}


def owner_of(library: str) -> str:
    """Return whose a library of the system is, and under which licence."""
    known = next((line for beginning, line in SYSTEM.items() if library.startswith(beginning)), None)
    # That of a Python which the system brings lies among the system's own.
    if known is None and not re.match(r"(lib)?python3", library):
        raise SystemExit(f"whose is {library}, and under which licence? Say so in {Path(__file__).name}")
    return known or "Python's own library: PSF-2.0"


def python_text() -> str:
    """Return Python's licence, with those of what comes with it; "" where the system keeps it elsewhere."""
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    texts = [place / "LICENSE.txt" for place in places] + [_DOCS / f"python3.{sys.version_info.minor}" / "copyright"]
    return next((file.read_text(encoding="utf-8") for file in texts if file.is_file()), "")


def system_text(library: str) -> str:
    """Return the licence of a library as the system keeps it, "" where it keeps none."""
    found = sorted(_DOCS.glob(f"{library.partition('.so')[0]}*/copyright"))
    return found[0].read_text(encoding="utf-8") if found else ""


def licence_of(package: metadata.Distribution) -> str:
    """Return the name of a package's licence, as it tells it in one of the ways there are."""
    told = package.metadata.get_all("License-Expression") or [
        name.removeprefix(_KNOWN) for name in package.metadata.get_all("Classifier") or () if name.startswith(_KNOWN)
    ]
    # The older field may hold the whole text.
    named = package.metadata.get_all("License") or ["see below"]
    return ", ".join(told) or named[0].splitlines()[0]


def texts_of(package: metadata.Distribution) -> Iterator[tuple[str, str]]:
    """Yield the names and contents of the files in which a package tells its licence."""
    for file in package.files or ():
        if ".dist-info" in str(file.parent) and _TEXTS.search(file.name):
            yield file.name, file.read_text(encoding="utf-8") if file.suffix not in (".py", ".pyc") else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))

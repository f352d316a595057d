"""Prints the licences of all that a build holds: a line for each package, then each package's own texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata

#: What only builds the program, and is not in it.
TOOLS = {
    "altgraph", "hatchling", "macholib", "packaging", "pathspec", "pefile", "pip", "pluggy",
    "pyinstaller-hooks-contrib", "pywin32-ctypes", "setuptools", "tomlkit", "trove-classifiers",
}  # fmt: skip
_TEXTS = re.compile(r"(licen[cs]e|copying|notice|authors)", re.I)
_KNOWN = "License :: OSI Approved :: "


def main() -> None:
    """Print the list, then the texts."""
    packages = sorted(
        (each for each in metadata.distributions() if each.name.lower() not in TOOLS),
        key=lambda each: each.name.lower(),
    )
    print("Broadsheet is under the MIT licence. It holds these packages, each under its own:\n")
    for package in packages:
        print(f"  {package.name} {package.version}: {licence_of(package)}")
    print("\nPySide6 and Qt are used under the LGPL-3.0; they are files of their own and can be replaced.")
    for package in packages:
        for name, text in texts_of(package):
            print(f"\n\n=== {package.name}: {name}\n\n{text.strip()}")


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
    main()

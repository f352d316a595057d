"""Where the files that ship with Broadsheet are: icons, themes, translations, the sample posts, the manual."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


def root(package: Path) -> Path:
    """Return the resources of a package: inside it once installed or frozen, beside it in a checkout."""
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


@cache
def _root() -> Path:
    return root(_PACKAGE)


def path(*parts: str) -> Path:
    """Return the file or folder of that name below `resources/`, whether it exists or not."""
    return _root().joinpath(*parts)


def manual(language: str) -> Path:
    """Return the manual in the language of the window: Chinese for all that is Chinese, else English."""
    installed = path("manual")
    folder = installed if installed.is_dir() else _PACKAGE.parent / "docs" / "manual"
    return folder / ("zh_CN.md" if language.startswith("zh") else "en.md")

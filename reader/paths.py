"""Where things are kept on this computer, unless the user says otherwise; and what a drive says of a path."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import platformdirs

#: Names the library's folder for every program that opens one.
VARIABLE = "BROADSHEET_LIBRARY"
#: Holds the path of the library's folder as the system gives it, which need not be text, and a line end.
REMEMBERED = "library-folder"
#: What a folder of a library, or of what the program remembers, is made with: what somebody reads is nobody else's.
PRIVATE = 0o700


def named_folder(name: str | Path) -> Path:
    """Return a folder that was named, with the home that a "~" at its beginning stands for, if it is anybody's."""
    return Path(os.path.expanduser(name)).absolute()  # noqa: PTH111 - pathlib's own fails where it is nobody's


def library_folder(chosen: str | None = None, remembered: Path | None = None) -> Path:
    """Return the library's folder: the one asked for, the variable's, the remembered one, or the platform's place."""
    named = chosen or os.environ.get(VARIABLE)
    return named_folder(named) if named else own_folder(remembered)


def own_folder(remembered: Path | None = None) -> Path:
    """Return the library's folder where nobody asks for another one: the remembered one, or the platform's place."""
    if remembered:
        return named_folder(remembered)
    return platformdirs.user_data_path("Broadsheet", appauthor=False)


def config_folder() -> Path:
    """Return the folder of what the program remembers besides its library."""
    return platformdirs.user_config_path("Broadsheet", appauthor=False)


def settings_file() -> Path:
    """Return the file of the window's settings."""
    return config_folder() / "settings.ini"


def is_own(file: Path) -> bool:
    """Whether a path is what the program keeps besides libraries: Windows and macOS have one folder for both."""
    config, settings = config_folder(), settings_file().name
    own = file.parent == config and (file.name == REMEMBERED or file.name.startswith(settings))
    return own or file == log_file().parent


def log_file() -> Path:
    """Return the file that faults are written to."""
    return platformdirs.user_log_path("Broadsheet", appauthor=False) / "broadsheet.log"


def there(path: Path) -> bool:
    """Whether something is at a path. Raises OSError where that cannot be told, as pathlib did before Python 3.14."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def says_yes(question: Callable[[], bool]) -> bool:
    """Return what a drive answers; one that refuses to answer, or a name that no system takes, is a no."""
    with suppress(OSError):
        return question()
    return False

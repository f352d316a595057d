"""Changes in a source, reported once it is quiet again; nothing else is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

from watchfiles import Change, watch

from reader.paths import says_yes

#: Everything may have changed, or nobody knows what.
EVERYTHING = frozenset({""})

# Changes are told after so long a quiet, in milliseconds, and at the latest after so long a noise.
_QUIET, _LONGEST = 400, 1600

# How often it is made sure that the folder is still there, in milliseconds: the first time the watches are in place.
_TURN = 1000

# How often a folder is looked for that is not there, and one looked through that cannot be watched, in seconds.
_LOOK_AGAIN = 30.0


def changes(root: Path, stop: Event, look_again: float = _LOOK_AGAIN) -> Iterator[frozenset[str]]:
    """Yield the paths below a folder or archive that changed, relative to it, until `stop` is set.

    A folder stands for all that lies below it. EVERYTHING comes when the watching begins, when a folder that was away
    is there again, and now and then where the system cannot watch so many folders.
    """
    while not stop.is_set():
        if says_yes(root.exists):
            try:
                yield from _while_there(root, stop)
            except (OSError, RuntimeError, ValueError):
                # Too many folders for the system's watches, or a name that is no text: looking through is what is left.
                yield EVERYTHING
                stop.wait(look_again)
                continue
        stop.wait(0.0 if says_yes(root.exists) else look_again)


def _while_there(root: Path, stop: Event) -> Iterator[frozenset[str]]:
    """Yield changes until the root itself goes away, and EVERYTHING as soon as none can be missed any more."""
    is_folder = root.is_dir()
    # An archive is mostly replaced by another file of its name, which only its folder can tell.
    place = root if is_folder else root.parent

    def concerns(_change: Change, path: str) -> bool:
        return _relative(root, path) is not None

    began = False
    for found in watch(
        place,
        watch_filter=concerns,
        step=_QUIET,
        debounce=_LONGEST,
        stop_event=stop,
        rust_timeout=_TURN,
        yield_on_timeout=True,
        raise_interrupt=False,
        recursive=is_folder,
        ignore_permission_denied=True,
    ):
        if not says_yes(root.exists):
            return
        if not began:
            began = True
            yield EVERYTHING
            continue
        paths = {_relative(root, path) for _, path in found} - {None}
        if paths:
            yield frozenset(_outermost({path for path in paths if path is not None}))


def _relative(root: Path, path: str) -> str | None:
    """Return a path below the root, "" for the root itself, None for what nobody reads: hidden files and folders."""
    top = str(root).rstrip("/\\")  # That of a whole drive ends with one.
    inside = path[len(top) :]
    if not path.startswith(top) or inside[:1] not in {"", "/", "\\"}:
        return None
    parts = inside.replace("\\", "/").strip("/").split("/") if inside.strip("/\\") else []
    for number, part in enumerate(parts):
        if part.startswith(".") or part.endswith("~"):
            return None
        if "\ufffd" in part:  # A name that is no text: its folder has to do.
            return "/".join(parts[:number])
    return "/".join(parts)


def _outermost(paths: set[str]) -> Iterator[str]:
    """Leave out what lies below another of the paths."""
    if "" in paths:
        yield ""
        return
    for path in paths:
        above = path.rpartition("/")[0]
        while above and above not in paths:
            above = above.rpartition("/")[0]
        if not above:
            yield path

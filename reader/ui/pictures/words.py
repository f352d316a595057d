"""Downloads, and which pictures are kept, in the window's language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from reader.offline import DownloadProgress, Fetch, Stop
from reader.problems import QT_TRANSLATE_NOOP
from reader.ui.parts.figures import n, size_words, time_left

_CHOICES: dict[Fetch, str] = {
    Fetch.NOTHING: QT_TRANSLATE_NOOP("Pictures", "Nothing"),
    Fetch.THUMBNAILS: QT_TRANSLATE_NOOP("Pictures", "Thumbnails only"),
    Fetch.ALL: QT_TRANSLATE_NOOP("Pictures", "All pictures"),
    Fetch.BOOKMARKED: QT_TRANSLATE_NOOP("Pictures", "Pictures of articles to read later"),
}
_STOPPED: dict[Stop, str] = {
    Stop.OFFLINE: QT_TRANSLATE_NOOP("Pictures", "You are working offline. Nothing is fetched until you go online."),
    Stop.BUDGET: QT_TRANSLATE_NOOP(
        "Pictures", "Pictures have reached their limit. Raise it in Storage, or clear some."
    ),
    Stop.NO_NETWORK: QT_TRANSLATE_NOOP("Pictures", "No network: no host was found. The rest waits for the next time."),
    Stop.DISK_FULL: QT_TRANSLATE_NOOP("Pictures", "The disk is full. Free some space; nothing already saved is lost."),
}


def choice_words(what: Fetch | None) -> str:
    """Return what may be fetched; None stands for what all folders have."""
    if what is None:
        return QCoreApplication.translate("Pictures", "As for all folders")
    return QCoreApplication.translate("Pictures", _CHOICES[what])


def progress_words(step: DownloadProgress) -> str:
    """Return how far a download is: pictures, bytes, time left, failures."""
    said = [f"{n(step.done)} / {n(step.total)}", size_words(step.bytes)]
    if step.seconds_left:
        said.append(time_left(step.seconds_left))
    if step.failed:
        said.append(failed_words(step.failed))
    return " · ".join(said)


def failed_words(number: int) -> str:
    """Return how many pictures were asked for in vain."""
    return QCoreApplication.translate("Pictures", "{number} could not be downloaded").format(number=n(number))


def end_words(step: DownloadProgress) -> str:
    """Return what a download came to."""
    translate: Callable[..., str] = QCoreApplication.translate
    said = translate("Pictures", "%n picture(s) downloaded", "", step.stored)
    if step.failed:
        said += " · " + failed_words(step.failed)
    return said if step.stopped is None else f"{said}\n{stop_words(step.stopped)}"


def stop_words(stop: Stop) -> str:
    """Return why a download ended before it was done, and what to do."""
    return QCoreApplication.translate("Pictures", _STOPPED[stop])

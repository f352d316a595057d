"""Problems and refusals in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.domain import LibraryError
from reader.problems import QT_TRANSLATE_NOOP, SENTENCES, Problem
from reader.ui.parts.problem_details import detail_words

# The advice of every kind of LibraryError; a kind that is not here keeps its own English words.
_ADVICE = {
    "locked": QT_TRANSLATE_NOOP("Refusal", "Another program is using the library. Close it and try again."),
    "disk-full": QT_TRANSLATE_NOOP("Refusal", "The disk is full. Free some space; nothing already saved is lost."),
    "read-only": QT_TRANSLATE_NOOP("Refusal", "The library cannot be written to. Check the folder’s permissions."),
    "cannot-open": QT_TRANSLATE_NOOP("Refusal", "The library cannot be opened. Check that its folder exists."),
    "disk": QT_TRANSLATE_NOOP("Refusal", "The disk refused to read or write. Check the disk."),
    "damaged": QT_TRANSLATE_NOOP("Refusal", "The library is damaged. Start Broadsheet again: it can then be repaired."),
    "lost": QT_TRANSLATE_NOOP(
        "Refusal", "Nothing of the library can be read. Restore a backup, or import again in another place."
    ),
    "bad-backup": QT_TRANSLATE_NOOP("Refusal", "This backup is damaged. Choose another one."),
    "no-backup": QT_TRANSLATE_NOOP("Refusal", "This backup is no longer there. Choose another one."),
    "not-a-library": QT_TRANSLATE_NOOP("Refusal", "This is not a Broadsheet library. Choose another folder."),
    "newer": QT_TRANSLATE_NOOP(
        "Refusal", "This library was made by a newer Broadsheet. Update the program to open it."
    ),
    "older": QT_TRANSLATE_NOOP(
        "Refusal",
        "An older Broadsheet made this library, and it cannot be updated where it is."
        " Copy its folder to this computer.",
    ),
    "left-open": QT_TRANSLATE_NOOP(
        "Refusal",
        "The library is in use elsewhere, or was not closed there."
        " Close it there, or copy its folder to this computer.",
    ),
    "network": QT_TRANSLATE_NOOP(
        "Refusal", "A library cannot be kept on a network drive. Choose a folder on this computer."
    ),
    "missing": QT_TRANSLATE_NOOP("Refusal", "There is no library here yet."),
    "no-folder": QT_TRANSLATE_NOOP(
        "Refusal", "The folder cannot be read. Check that it is there, and that you may open it."
    ),
    "folder-gone": QT_TRANSLATE_NOOP(
        "Refusal", "The folder is no longer there. What was read stays; import it again to continue."
    ),
    "not-a-folder": QT_TRANSLATE_NOOP("Refusal", "This is neither a folder nor an archive. Choose its folder."),
    "bad-archive": QT_TRANSLATE_NOOP(
        "Refusal", "The archive is damaged or incomplete. Get it again, or import its folder."
    ),
    "archive-encrypted": QT_TRANSLATE_NOOP(
        "Refusal", "The archive is protected by a password. Unpack it, and import the folder."
    ),
    "archive-unsafe": QT_TRANSLATE_NOOP(
        "Refusal",
        "The archive is not safe: “{detail}” leads out of it. Get one from a place you trust.",
    ),
    "archive-too-large": QT_TRANSLATE_NOOP(
        "Refusal", "The archive contains far more than posts would. If you trust it, unpack it and import the folder."
    ),
    "cannot-write": QT_TRANSLATE_NOOP("Refusal", "The file cannot be written. Choose another place."),
    "exists": QT_TRANSLATE_NOOP("Refusal", "A file of this name is there already. Choose another name."),
    "no-locks": QT_TRANSLATE_NOOP(
        "Refusal",
        "This drive knows no locks, which keep two programs from changing a library at once. Choose another drive.",
    ),
    "no-articles": QT_TRANSLATE_NOOP("Refusal", "The articles are no longer in the library. Choose others."),
    "not-empty": QT_TRANSLATE_NOOP("Refusal", "This folder cannot hold a library. Choose an empty one."),
    "no-posts": QT_TRANSLATE_NOOP("Refusal", "No posts were found here. Choose a folder of Markdown or HTML files."),
}


def problem_words(problem: Problem) -> str:
    """Return a problem's sentence."""
    sentence = QCoreApplication.translate("Problem", SENTENCES[problem.kind])
    return sentence.format(detail=detail_words(problem))


def refusal_words(error: LibraryError) -> str:
    """Return what the environment refuses, and what to do about it."""
    advice = _ADVICE.get(error.kind)
    if not advice:
        return error.advice
    return QCoreApplication.translate("Refusal", advice).replace("{detail}", printable(error.detail))


def printable(path: str) -> str:
    """Return a path as it can be shown: bytes that are no text as replacement characters, controls left out."""
    text = path.encode("utf-8", "replace").decode()
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)

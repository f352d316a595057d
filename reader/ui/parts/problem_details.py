"""The details of problems in the window's language, as far as the words are ours."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from reader.problems import QT_TRANSLATE_NOOP, Problem, ProblemKind

_NUMBER = re.compile(r"(?<![\w-])\d+")
_REASON = re.compile(r"(?P<file>.+) \((?P<reason>[^()]+)\)", re.S)
# These quote the file itself, whatever its words look like.
_QUOTES = frozenset({ProblemKind.DUPLICATE_KEY, ProblemKind.DATE_UNREADABLE, ProblemKind.PROGRAM_FAULT})

#: What reading, scanning and copying give as a detail; `{}` stands for each number but that of UTF-8.
DETAILS = frozenset(
    {
        # Files and links
        QT_TRANSLATE_NOOP("Detail", "No such file or directory"),
        QT_TRANSLATE_NOOP("Detail", "Permission denied"),
        QT_TRANSLATE_NOOP("Detail", "Too many levels of symbolic links"),
        QT_TRANSLATE_NOOP("Detail", "it leads nowhere"),
        QT_TRANSLATE_NOOP("Detail", "it leads out of the folder"),
        QT_TRANSLATE_NOOP("Detail", "more than {} MB"),
        QT_TRANSLATE_NOOP("Detail", "not a regular file"),
        QT_TRANSLATE_NOOP("Detail", "the process that read it ended or took too long"),
        QT_TRANSLATE_NOOP("Detail", "this folder was read already"),
        QT_TRANSLATE_NOOP("Detail", "its compression is not known"),
        QT_TRANSLATE_NOOP("Detail", "the archive is damaged here"),
        QT_TRANSLATE_NOOP("Detail", "the archive was changed meanwhile"),
        # Files that are no posts
        QT_TRANSLATE_NOOP("Detail", "AsciiDoc is not read"),
        QT_TRANSLATE_NOOP("Detail", "Org mode is not read"),
        QT_TRANSLATE_NOOP("Detail", "Textile is not read"),
        QT_TRANSLATE_NOOP("Detail", "a Mac's notes about another file"),
        QT_TRANSLATE_NOOP("Detail", "a hidden file"),
        QT_TRANSLATE_NOOP("Detail", "a note about the project"),
        QT_TRANSLATE_NOOP("Detail", "a note for programs"),
        QT_TRANSLATE_NOOP("Detail", "a page that lists others"),
        QT_TRANSLATE_NOOP("Detail", "a part of another page"),
        QT_TRANSLATE_NOOP("Detail", "a text without front matter"),
        QT_TRANSLATE_NOOP("Detail", "draft"),
        QT_TRANSLATE_NOOP("Detail", "hidden"),
        QT_TRANSLATE_NOOP("Detail", "its front matter is a program"),
        QT_TRANSLATE_NOOP("Detail", "reStructuredText is not read"),
        # Folders that hold no posts
        QT_TRANSLATE_NOOP("Detail", "a cache"),
        QT_TRANSLATE_NOOP("Detail", "a hidden folder"),
        QT_TRANSLATE_NOOP("Detail", "a theme"),
        QT_TRANSLATE_NOOP("Detail", "built pages"),
        QT_TRANSLATE_NOOP("Detail", "compiled programs"),
        QT_TRANSLATE_NOOP("Detail", "data"),
        QT_TRANSLATE_NOOP("Detail", "data of a Mac archive"),
        QT_TRANSLATE_NOOP("Detail", "data of the system"),
        QT_TRANSLATE_NOOP("Detail", "deleted files"),
        QT_TRANSLATE_NOOP("Detail", "files that are copied as they are"),
        QT_TRANSLATE_NOOP("Detail", "installed packages"),
        QT_TRANSLATE_NOOP("Detail", "programs"),
        QT_TRANSLATE_NOOP("Detail", "styles"),
        QT_TRANSLATE_NOOP("Detail", "styles and programs"),
        QT_TRANSLATE_NOOP("Detail", "templates"),
        QT_TRANSLATE_NOOP("Detail", "the parts of a saved page"),
        QT_TRANSLATE_NOOP("Detail", "translations"),
        # Front matter, titles and dates
        QT_TRANSLATE_NOOP("Detail", "marks of a merge conflict dropped"),
        QT_TRANSLATE_NOOP("Detail", "nested too deeply"),
        QT_TRANSLATE_NOOP("Detail", "no closing line"),
        QT_TRANSLATE_NOOP("Detail", "no keys"),
        QT_TRANSLATE_NOOP("Detail", "no opening line"),
        QT_TRANSLATE_NOOP("Detail", "not YAML"),
        QT_TRANSLATE_NOOP("Detail", "read line by line"),
        QT_TRANSLATE_NOOP("Detail", "tabs used as indent"),
        QT_TRANSLATE_NOOP("Detail", "text after the closing line"),
        QT_TRANSLATE_NOOP("Detail", "text put in quotes"),
        QT_TRANSLATE_NOOP("Detail", "the first heading"),
        QT_TRANSLATE_NOOP("Detail", "the month of its folder"),
        QT_TRANSLATE_NOOP("Detail", "the name of the file"),
        QT_TRANSLATE_NOOP("Detail", "the time of the file"),
        QT_TRANSLATE_NOOP("Detail", "too many values"),
        # Texts
        QT_TRANSLATE_NOOP("Detail", "a line of {} characters"),
        QT_TRANSLATE_NOOP("Detail", "a table too large"),
        QT_TRANSLATE_NOOP("Detail", "brackets that nothing closes"),
        QT_TRANSLATE_NOOP("Detail", "too many marks"),
        QT_TRANSLATE_NOOP("Detail", "too many notes or definitions"),
        QT_TRANSLATE_NOOP("Detail", "{} bytes that are not UTF-8"),
        QT_TRANSLATE_NOOP("Detail", "{} characters"),
        QT_TRANSLATE_NOOP("Detail", "{} control characters"),
        QT_TRANSLATE_NOOP("Detail", "{} lines"),
        # Pictures
        QT_TRANSLATE_NOOP("Detail", "it cannot be read"),
        QT_TRANSLATE_NOOP("Detail", "it is larger than {} MB"),
        QT_TRANSLATE_NOOP("Detail", "it is not a file"),
        QT_TRANSLATE_NOOP("Detail", "it lies outside the folder"),
        QT_TRANSLATE_NOOP("Detail", "HEIC pictures need pillow-heif"),
        QT_TRANSLATE_NOOP("Detail", "SVG pictures are not shown"),
        QT_TRANSLATE_NOOP("Detail", "it has no pixels"),
        QT_TRANSLATE_NOOP("Detail", "it is not in the folder"),
        QT_TRANSLATE_NOOP("Detail", "it was removed"),
        QT_TRANSLATE_NOOP("Detail", "it was removed to make room"),
        QT_TRANSLATE_NOOP("Detail", "its copy was damaged"),
        QT_TRANSLATE_NOOP("Detail", "not a PNG, JPEG, GIF, WebP, AVIF, BMP or ICO picture"),
        QT_TRANSLATE_NOOP("Detail", "only its small copy was fetched"),
        QT_TRANSLATE_NOOP("Detail", "too many pixels"),
        # Pictures of the web
        QT_TRANSLATE_NOOP("Detail", "its address holds a password"),
        QT_TRANSLATE_NOOP("Detail", "its address is not one of the web"),
        QT_TRANSLATE_NOOP("Detail", "its address leads round and round"),
        QT_TRANSLATE_NOOP("Detail", "its address leads to another service"),
        QT_TRANSLATE_NOOP("Detail", "its host is in a private network"),
        QT_TRANSLATE_NOOP("Detail", "its host is not found"),
        QT_TRANSLATE_NOOP("Detail", "its server broke off"),
        QT_TRANSLATE_NOOP("Detail", "its server cannot answer now ({})"),
        QT_TRANSLATE_NOOP("Detail", "its server cannot be reached"),
        QT_TRANSLATE_NOOP("Detail", "its server does not answer as expected ({})"),
        QT_TRANSLATE_NOOP("Detail", "its server does not give it ({})"),
        QT_TRANSLATE_NOOP("Detail", "its server no longer has it ({})"),
        QT_TRANSLATE_NOOP("Detail", "its server takes too long"),
        QT_TRANSLATE_NOOP("Detail", "its server's answer is not understood"),
        QT_TRANSLATE_NOOP("Detail", "its server's certificate is not valid"),
        QT_TRANSLATE_NOOP("Detail", "the name of its host is no name"),
        QT_TRANSLATE_NOOP("Detail", "the program failed on it"),
        QT_TRANSLATE_NOOP("Detail", "{} x {} pixels are too many"),
    }
)


def detail_words(problem: Problem) -> str:
    """Return a problem's detail; names, quotations and what other programs say stay as they are."""
    if problem.kind in _QUOTES:
        return problem.detail
    about = _REASON.fullmatch(problem.detail)
    if about is None:
        return _words(problem.detail)
    both = QCoreApplication.translate("Detail", "{file} ({reason})")
    return both.format(file=about["file"], reason=_words(about["reason"]))


def reason_words(reason: str) -> str:
    """Return why there is no copy of a picture; what other programs say stays as it is."""
    return _words(reason)


def _words(detail: str) -> str:
    pattern = _NUMBER.sub("{}", detail)
    if pattern not in DETAILS:
        return detail
    return QCoreApplication.translate("Detail", pattern).format(*_NUMBER.findall(detail))

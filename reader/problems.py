"""What can be wrong with a file, and the sentence that tells the user about it."""

from __future__ import annotations

from enum import StrEnum

from reader.frozen import frozen


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - lupdate looks for this very name
    """Mark a sentence for translation without importing Qt."""
    return text


class ProblemKind(StrEnum):
    """The value is a stable name for scripts; SENTENCES holds the words for people."""

    UNREADABLE = "unreadable"
    NOT_TEXT = "not-text"
    TOO_LARGE = "too-large"
    EMPTY = "empty"
    NOT_A_POST = "not-a-post"
    DRAFT = "draft"
    LINK_SKIPPED = "link-skipped"
    FOLDER_SKIPPED = "folder-skipped"
    ENCODING_GUESSED = "encoding-guessed"
    BYTES_REPLACED = "bytes-replaced"
    FRONT_MATTER_REPAIRED = "front-matter-repaired"
    FRONT_MATTER_BROKEN = "front-matter-broken"
    DUPLICATE_KEY = "duplicate-key"
    DATE_UNREADABLE = "date-unreadable"
    DATE_MISSING = "date-missing"
    TITLE_MISSING = "title-missing"
    BODY_SHORTENED = "body-shortened"
    PICTURE_MISSING = "picture-missing"
    PICTURE_OUTSIDE = "picture-outside"
    PICTURE_UNREADABLE = "picture-unreadable"
    PROGRAM_FAULT = "program-fault"


#: One English sentence a kind; `{detail}` is the problem's own detail. The window shows translations of these.
SENTENCES: dict[ProblemKind, str] = {
    ProblemKind.UNREADABLE: QT_TRANSLATE_NOOP("Problem", "The file could not be read: {detail}"),
    ProblemKind.NOT_TEXT: QT_TRANSLATE_NOOP("Problem", "The file contains no text."),
    ProblemKind.TOO_LARGE: QT_TRANSLATE_NOOP("Problem", "The file is too large for a post: {detail}"),
    ProblemKind.EMPTY: QT_TRANSLATE_NOOP("Problem", "The file is empty."),
    ProblemKind.NOT_A_POST: QT_TRANSLATE_NOOP("Problem", "The file is not a post: {detail}"),
    ProblemKind.DRAFT: QT_TRANSLATE_NOOP("Problem", "The post is a draft or hidden: {detail}"),
    ProblemKind.LINK_SKIPPED: QT_TRANSLATE_NOOP("Problem", "A link that leaves the folder was not followed: {detail}"),
    ProblemKind.FOLDER_SKIPPED: QT_TRANSLATE_NOOP("Problem", "The folder was not searched for posts: {detail}"),
    ProblemKind.ENCODING_GUESSED: QT_TRANSLATE_NOOP("Problem", "The text is not UTF-8; it was read as {detail}."),
    ProblemKind.BYTES_REPLACED: QT_TRANSLATE_NOOP("Problem", "Characters that cannot be shown were replaced: {detail}"),
    ProblemKind.FRONT_MATTER_REPAIRED: QT_TRANSLATE_NOOP("Problem", "The front matter was repaired: {detail}"),
    ProblemKind.FRONT_MATTER_BROKEN: QT_TRANSLATE_NOOP("Problem", "The front matter could not be read: {detail}"),
    ProblemKind.DUPLICATE_KEY: QT_TRANSLATE_NOOP("Problem", "“{detail}” is given twice; the last one counts."),
    ProblemKind.DATE_UNREADABLE: QT_TRANSLATE_NOOP("Problem", "The date could not be read: {detail}"),
    ProblemKind.DATE_MISSING: QT_TRANSLATE_NOOP("Problem", "The post has no date; {detail} was used."),
    ProblemKind.TITLE_MISSING: QT_TRANSLATE_NOOP("Problem", "The post has no title; {detail} was used."),
    ProblemKind.BODY_SHORTENED: QT_TRANSLATE_NOOP("Problem", "The text was too complex to convert: {detail}"),
    ProblemKind.PICTURE_MISSING: QT_TRANSLATE_NOOP("Problem", "A picture is not in the folder: {detail}"),
    ProblemKind.PICTURE_OUTSIDE: QT_TRANSLATE_NOOP("Problem", "A picture outside the folder was not read: {detail}"),
    ProblemKind.PICTURE_UNREADABLE: QT_TRANSLATE_NOOP("Problem", "A picture could not be read: {detail}"),
    ProblemKind.PROGRAM_FAULT: QT_TRANSLATE_NOOP("Problem", "Broadsheet failed on this file: {detail}"),
}


@frozen
class Problem:
    """One repair, or one refusal, of one file.

    `path` is relative to the imported folder, with "/" between its parts; bytes that are no text are surrogate
    escapes. `line` counts from 1. `repaired` tells whether the file became an article all the same.
    """

    path: str
    kind: ProblemKind
    detail: str = ""
    line: int | None = None
    repaired: bool = True

    def sentence(self) -> str:
        """The problem in English."""
        return SENTENCES[self.kind].format(detail=self.detail)

"""The fields of a post from its front matter, its name and its place: title, date, author, link, language, flags."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from reader.domain import Dialect, FileStamp
from reader.posts.dates import Moment, read_date, with_time
from reader.posts.encoding import clean_name
from reader.posts.notes import Notes, Refusal
from reader.posts.site import Site
from reader.posts.words import TITLE_LENGTH, clean, first_text, is_false, is_true, term
from reader.posts.yaml_text import Value
from reader.problems import ProblemKind

#: Hugo's order, then what notes, documentation and other systems use.
_DATE_KEYS = (
    "date", "publishdate", "pubdate", "pub_date", "published", "published_at", "datepublished", "posted", "lastmod",
    "modified", "created", "created_at", "ms.date", "updated", "last_modified_at",
)  # fmt: skip
_NAME_DATE = re.compile(r"(\d{4})[-_.](\d{1,2})[-_.](\d{1,2})(?=[-_. ]|$)")
_NAME_DIGITS = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?=\D|$)")
_SHORT_YEAR = re.compile(r"(\d{2})-(\d{1,2})-(\d{1,2})-")
_PATH_DAY = re.compile(r"(?:^|/)((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|$)")
_PATH_MONTH = re.compile(r"(?:^|/)((?:19|20)\d\d)/(0?[1-9]|1[0-2])/")
_LIST_PAGE = re.compile(r"_index(?:\.[A-Za-z-]{2,8})?\.\w+$")
_BUNDLE = re.compile(r"index(?:\.[A-Za-z-]{2,8})?\.\w+$")
_LINK_KEYS = (
    "link", "url", "source_url", "original_url", "canonical_url", "canonicalurl", "canonical", "external_url", "source",
    "via", "original",
)  # fmt: skip
_AUTHOR_KEYS = ("author", "authors", "byline", "creator")
_LANG_KEYS = ("lang", "language", "locale")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")


def refuse_unpublished(path: str, values: dict[str, Value]) -> None:
    """Raise Refusal for drafts, hidden posts and pages that only list others."""
    name = path.rpartition("/")[2]
    if _LIST_PAGE.match(name):
        raise Refusal(ProblemKind.NOT_A_POST, "a page that lists others")
    if is_true(values.get("headless")):
        raise Refusal(ProblemKind.NOT_A_POST, "a part of another page")
    if is_true(values.get("draft")):
        raise Refusal(ProblemKind.DRAFT, "draft")
    if is_false(values.get("published")):
        raise Refusal(ProblemKind.DRAFT, "published: false")
    if is_true(values.get("hidden")):
        raise Refusal(ProblemKind.DRAFT, "hidden")
    status = first_text(values, ("status",)).lower()
    if status in {"draft", "hidden", "skip"}:
        raise Refusal(ProblemKind.DRAFT, f"Status: {status}")


def read_moment(path: str, values: dict[str, Value], stamp: FileStamp, notes: Notes) -> tuple[Moment, str]:
    """Return when the post was published and the text that said so ("" when only its name or the file did)."""
    unreadable = ""
    for key in _DATE_KEYS:
        text = values.get(key)
        if not isinstance(text, str) or not text.strip() or is_true(text) or is_false(text):
            continue
        moment = read_date(text)
        if moment is not None:
            clock = values.get("time")
            if isinstance(clock, str):
                moment = with_time(moment, clock)
            if moment.day_only:
                notes.add(ProblemKind.DATE_UNREADABLE, clean(text, 80))
            return moment, clean(text, 200)
        unreadable = unreadable or text
    if unreadable:
        notes.add(ProblemKind.DATE_UNREADABLE, clean(unreadable, 80))
    return _moment_without_key(path, values, stamp, notes), clean(unreadable, 200)


def _moment_without_key(path: str, values: dict[str, Value], stamp: FileStamp, notes: Notes) -> Moment:
    folders, _, name = path.rpartition("/")
    where = [clean_name(path), first_text(values, ("path", "permalink", "slug"))]
    parent = folders.rpartition("/")[2]
    for pattern, text in (
        (_NAME_DATE, name),
        (_NAME_DIGITS, name),
        (_SHORT_YEAR, name),
        (_NAME_DATE, parent if _BUNDLE.match(name) else ""),
    ):
        moment = _from_match(pattern.match(text))
        if moment:
            return moment
    for text in reversed(where):
        moment = _from_match(_PATH_DAY.search(text))
        if moment:
            return moment
    month = _PATH_MONTH.search(where[0])
    if month:
        notes.add(ProblemKind.DATE_MISSING, "the month of its folder")
        return Moment(datetime(int(month.group(1)), int(month.group(2)), 1, tzinfo=UTC), assumed=True)
    notes.add(ProblemKind.DATE_MISSING, "the time of the file")
    return _file_moment(stamp)


def _from_match(found: re.Match[str] | None) -> Moment | None:
    if not found:
        return None
    year = found.group(1) if len(found.group(1)) == 4 else f"20{found.group(1)}"
    return read_date(f"{year}-{found.group(2)}-{found.group(3)}")


def _file_moment(stamp: FileStamp) -> Moment:
    try:
        instant = datetime.fromtimestamp(stamp.mtime_ns // 1_000_000_000, UTC)
    except (ValueError, OverflowError, OSError):  # A clock that was never set.
        instant = datetime(1970, 1, 1, tzinfo=UTC)
    return Moment(instant, assumed=False)


def given_title(values: dict[str, Value]) -> str:
    """Return the title as the author wrote it, "" when there is none."""
    value = values.get("title")
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    return clean(value, TITLE_LENGTH) if isinstance(value, str) else ""


def title_from_name(site: Site, path: str) -> str:
    """Return a title made of the file's name, or of its folder's where the file is only an index."""
    folders, _, name = path.rpartition("/")
    stem = folders.rpartition("/")[2] if _BUNDLE.match(name) and folders else name.rpartition(".")[0] or name
    if not site.vault:
        cut = _NAME_DATE.match(stem) or _SHORT_YEAR.match(stem)
        stem = stem[cut.end() :].lstrip("-_. ") if cut and len(stem) > cut.end() + 1 else stem
    if site.dialect is Dialect.JEKYLL:
        stem = " ".join(word[:1].upper() + word[1:] for word in re.split(r"[-\s]+", stem) if word)
    return clean(stem) or clean_name(name)


def author(values: dict[str, Value]) -> str:
    """Return the authors' names, separated by commas."""
    for key in _AUTHOR_KEYS:
        value = values.get(key)
        items = value if isinstance(value, list) else [value]
        names = [each for each in dict.fromkeys(term(item) for item in items) if each]
        if names:
            return ", ".join(names)[:TITLE_LENGTH]
    return ""


def link(values: dict[str, Value]) -> str:
    """Return the address of the original on the web, "" when none is named."""
    for key in _LINK_KEYS:
        value = values.get(key)
        if isinstance(value, str) and value.strip().lower().startswith(("http://", "https://")):
            return "".join(clean_name(value).split())[:2000]
    return ""


def language(values: dict[str, Value]) -> str:
    """Return the language the front matter names, in the form of BCP 47."""
    text = first_text(values, _LANG_KEYS)
    return text.replace("_", "-") if _LANG.match(text) else ""

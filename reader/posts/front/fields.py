"""The fields of a post from its front matter, its name and its place: title, date, author, link, language, flags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time

from reader.domain import Dialect, FileStamp
from reader.posts.encoding import clean_name
from reader.posts.front import names
from reader.posts.front.dates import Moment, read_date, with_time
from reader.posts.front.words import TITLE_LENGTH, clean, first_text, is_false, is_true, term
from reader.posts.front.yaml_text import Value
from reader.posts.notes import Notes, Refusal
from reader.posts.sites.site import Site
from reader.problems import ProblemKind

#: Hugo's order, then what the themes of Astro and Next, Ghost, notes and documentation use.
_DATE_KEYS = (
    "date", "publishdate", "publish_date", "pubdate", "pub_date", "pubdatetime", "published", "published_at",
    "publishedat", "publisheddate", "published_date", "datepublished", "date_published", "publicationdate",
    "publication_date", "posted",
)  # fmt: skip
_CREATED_KEYS = (
    "created", "created_at", "createdat", "createddate", "created_date", "datecreated", "date_created", "date created",
    "ms.date",
)  # fmt: skip
#: When a post was changed, which says less of its day than its name does: Jekyll's and Zola's posts often name the one
#: in their front matter and the other in their name.
_CHANGED_KEYS = ("lastmod", "modified", "updated", "updatedat", "updateddate", "last_modified_at", "moddatetime")
#: Eleventy's words for the time of the file, or of its commit, which is not known here (src/Template.js).
_OF_FILE = re.compile(r"\s*(?:git )?(?:last modified|created)\s*$", re.IGNORECASE)
#: How a feed-saving robot writes its own clock where an item of the feed has no date.
_ROBOT_CLOCK = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$")
_LINK_KEYS = (
    "link", "url", "source_url", "original_url", "canonical_url", "canonicalurl", "canonical", "external_url", "source",
    "via", "original",
)  # fmt: skip
_AUTHOR_KEYS = ("author", "authors", "byline", "creator")
_LANG_KEYS = ("lang", "language", "locale")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")
_DRAFT_FOLDERS = frozenset({"_drafts", "_discarded"})
#: Keys that hide a post, and the value that does.
_HIDING = (
    ("draft", True, "draft"), ("isdraft", True, "isDraft"), ("published", False, "published: false"),
    ("hidden", True, "hidden"),
)  # fmt: skip
_HIDING_OF = {
    Dialect.ELEVENTY: (
        ("permalink", False, "permalink: false"),
        ("eleventyexcludefromcollections", True, "eleventyExcludeFromCollections"),
    ),
    Dialect.NEXT: (("publish", False, "publish: false"),),
}


@dataclass(frozen=True, slots=True)
class Published:
    """When a post was published: the text that said so, "" for none, and whether it is only the time of some file.

    `day_only` tells that a name gave the day, and no hour.
    """

    moment: Moment
    text: str = ""
    fallback: bool = False
    day_only: bool = False


def check_published(site: Site, path: str, values: dict[str, Value], notes: Notes) -> None:
    """Raise Refusal for pages that only list others, and for drafts and hidden posts unless the site wants them."""
    if names.is_list_page(path.rpartition("/")[2]):
        raise Refusal(ProblemKind.NOT_A_POST, "a page that lists others")
    if is_true(values.get("headless")):
        raise Refusal(ProblemKind.NOT_A_POST, "a part of another page")
    reason = _why_unpublished(site, path, values)
    if reason and not site.drafts:
        raise Refusal(ProblemKind.DRAFT, reason)
    if reason:
        notes.add(ProblemKind.DRAFT, reason)


def _why_unpublished(site: Site, path: str, values: dict[str, Value]) -> str:
    for key, hides, reason in (*_HIDING, *_HIDING_OF.get(site.dialect, ())):
        if (is_true if hides else is_false)(values.get(key)):
            return reason
    status = first_text(values, ("status",)).lower()
    if status in {"draft", "hidden", "skip"}:
        return f"Status: {status}"
    if "/_" not in f"/{path}" or site.vault:
        return ""
    parts = path.split("/")
    drafts = next((folder for folder in parts[:-1] if folder in _DRAFT_FOLDERS), "")
    return drafts or (_hidden_in_hexo(site, parts) if site.dialect is Dialect.HEXO else "")


def _hidden_in_hexo(site: Site, parts: list[str]) -> str:
    """Return the name below `_posts` that hides a post from Hexo (lib/plugins/processor/post.ts), "" for none."""
    if "_posts" in parts:
        parts = parts[parts.index("_posts") + 1 :]
    elif site.root.name != "_posts" and not site.above:
        return ""
    return next((name for name in parts if name.startswith("_")), "")


def published(
    site: Site, path: str, values: dict[str, Value], stamp: FileStamp, notes: Notes, *, robot: bool = False
) -> Published:
    """Return when the post was published, by its front matter, its name, its folders, or the file's own time.

    `robot` tells that a feed-saving robot wrote the file, whose own clock moves at each of its rounds.
    """
    # Hugo asks a name only where its settings say so, and `lastmod` before that (its docs, front matter dates).
    hugo = site.dialect is Dialect.HUGO
    first, last = (_CHANGED_KEYS[:2], _CHANGED_KEYS[2:]) if hugo else ((), _CHANGED_KEYS)
    unreadable: list[str] = []
    found = _by_keys((*_DATE_KEYS, *first, *_CREATED_KEYS), values, stamp, notes, unreadable, robot=robot)
    if found is not None:
        return found
    day = names.day(path, values)
    if day is None:
        found = _by_keys(last, values, stamp, notes, unreadable, robot=robot)
        if found is not None:
            return found
    text = unreadable[0] if unreadable else ""
    if text:
        notes.add(ProblemKind.DATE_UNREADABLE, clean(text, 80))
    text = clean(text, 200)
    return Published(day, text, day_only=day.instant.time() == time.min) if day else _by_place(path, stamp, notes, text)


def _by_keys(
    keys: tuple[str, ...],
    values: dict[str, Value],
    stamp: FileStamp,
    notes: Notes,
    unreadable: list[str],
    *,
    robot: bool,
) -> Published | None:
    """Return what the first of these keys says that can be read; add what cannot to `unreadable`."""
    for key in keys:
        text = values.get(key)
        if not isinstance(text, str) or not text.strip() or is_true(text) or is_false(text):
            continue
        if _OF_FILE.match(text):
            return Published(_file_moment(stamp), fallback=True)
        moment = read_date(text)
        if moment is None:
            unreadable.append(text)
            continue
        if moment.day_only:
            notes.add(ProblemKind.DATE_UNREADABLE, clean(text, 80))
        moment, text = _with_clock(moment, text, values.get("time"))
        return Published(moment, clean(text, 200), robot and _ROBOT_CLOCK.match(text.strip()) is not None)
    return None


def _with_clock(moment: Moment, text: str, clock: Value) -> tuple[Moment, str]:
    """Add the time of day of a key of its own, to the text as well: the post names an hour then."""
    timed = with_time(moment, clock) if isinstance(clock, str) else moment
    return (moment, text) if timed == moment else (timed, f"{text.strip()} {str(clock).strip()}")


def _by_place(path: str, stamp: FileStamp, notes: Notes, unreadable: str) -> Published:
    month = names.month(path)
    notes.add(ProblemKind.DATE_MISSING, "the month of its folder" if month else "the time of the file")
    if month:
        return Published(month, unreadable, day_only=True)
    return Published(_file_moment(stamp), unreadable, fallback=True)


def _file_moment(stamp: FileStamp) -> Moment:
    try:
        instant = datetime.fromtimestamp(stamp.mtime_ns // 1_000_000_000, UTC)
    except (ValueError, OverflowError, OSError):  # A clock that was never set.
        instant = datetime(1970, 1, 1, tzinfo=UTC)
    return Moment(instant, assumed=False)


def given_title(values: dict[str, Value]) -> str:
    """Return the title as the author wrote it, "" when there is none; of one in several languages, the first."""
    value = values.get("title")
    if isinstance(value, dict):
        value = next((item for item in value.values() if isinstance(item, str) and item.strip()), None)
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    return clean(value, TITLE_LENGTH) if isinstance(value, str) else ""


def author(site: Site, values: dict[str, Value]) -> str:
    """Return the authors' names, separated by commas."""
    for key in _AUTHOR_KEYS:
        value = values.get(key)
        if site.dialect is Dialect.PELICAN and key == "authors" and isinstance(value, str):
            value = list(value.split(";" if ";" in value else ","))
        found = [each for each in dict.fromkeys(_people(value)) if each]
        if found:
            return ", ".join(found)[:TITLE_LENGTH]
    return ""


def _people(value: Value) -> Iterator[str]:
    """Yield the names of a value, and of lists in lists, such as authors in groups."""
    if isinstance(value, list):
        for item in value:
            yield from _people(item)
    else:
        yield term(value)


def link(values: dict[str, Value]) -> str:
    """Return the address of the original on the web, "" when none is named."""
    for key in _LINK_KEYS:
        value = values.get(key)
        if isinstance(value, str) and value.strip().lower().startswith(("http://", "https://")):
            return "".join(clean_name(value).split())[:2000]
    return ""


def language(site: Site, path: str, values: dict[str, Value]) -> str:
    """Return the language that the front matter names, else the file's name, in the form of BCP 47."""
    text = first_text(values, _LANG_KEYS)
    return text.replace("_", "-") if _LANG.match(text) else names.language(site, path)

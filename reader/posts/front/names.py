"""What a file's name and folders say about its post: date, language, title, slug."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import unquote

from reader.domain import Dialect
from reader.posts.encoding import clean_name
from reader.posts.front.dates import Moment, read_date
from reader.posts.front.words import clean, first_text
from reader.posts.front.yaml_text import Value
from reader.posts.sites.site import Site

#: Zola takes a whole instant in a name, the others a day.
_NAME_DATE = re.compile(
    r"(\d{4})[-_.](\d{1,2})[-_.](\d{1,2})(T[\d:.]{4,18}(?:Z|[+-]\d\d:\d\d)?)?(?=[-_. ]|$)"
)  # fmt: skip
_NAME_DIGITS = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)()(?=\D|$)")
_SHORT_YEAR = re.compile(r"(\d{2})-(\d{1,2})-(\d{1,2})()-")
_DATE_WITHIN = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})()(?!\d)")
_PATH_DAY = re.compile(r"(?:^|/)((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})()(?:/|$)")
_PATH_MONTH = re.compile(r"(?:^|/)((?:19|20)\d\d)/(0?[1-9]|1[0-2])/")
_LIST_PAGE = re.compile(r"_index(?:\.[A-Za-z-]{2,8})?\.\w+$")
#: Lektor calls every page `contents.lr`, and its translations `contents+de.lr`.
_BUNDLE = re.compile(r"(?:index(?:\.[A-Za-z-]{2,8})?\.\w+|contents(?:\+[A-Za-z_-]{2,8})?\.lr)$")
#: VuePress sorts files and folders by a number before the name.
ORDER = re.compile(r"(?:0\d{1,3}\.\s*|\d{1,4}\.\s*(?=\D))")
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?$")
#: ISO 639-1, without what ends the names of programs and sites more often than those of translations (io, ts, ps, tk)
#: and what stands for the country instead (kr, tw).
_LANGUAGES = frozenset(
    """aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cs cu cv cy da de dv dz ee el en eo es
    et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik is it iu ja jv ka kg ki kj
    kk kl km kn ko ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv
    ny oc oj om or os pa pi pl pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss su sv sw ta te tg th ti
    tl tn to tr tt ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu""".split()  # noqa: SIM905 - as a list it would be a page
)
Finder = Callable[[str], "re.Match[str] | None"]
_ADDRESS_KEYS = ("slug", "postslug", "permalink", "url", "path")
#: An address made by a template, or one on another site, says nothing of this post's name.
_NO_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|//|.*(?:\{\{|/:|^:)", re.IGNORECASE | re.DOTALL)
_PAGE = re.compile(r"\.(?:html?|md|php|aspx?)$", re.IGNORECASE)
_NO_SLUG = re.compile(r"<[^<>]*>|&\w{1,20};|[^\w\s-]")


def is_list_page(name: str) -> bool:
    """Tell a page that only lists others."""
    return _LIST_PAGE.match(name) is not None


def is_bundle(name: str) -> bool:
    """Tell a post whose name is that of its folder."""
    return _BUNDLE.match(name) is not None


def language(site: Site, path: str) -> str:
    """Return the language that a name such as `about.zh-cn.md` ends with, in the form of BCP 47; "" for none."""
    return "" if site.vault else _split(path.rpartition("/")[2])[1]


def day(path: str, values: dict[str, Value]) -> Moment | None:
    """Return the day that the name, an address in the front matter or the folders give, None for none."""
    folders, _, name = path.rpartition("/")
    parts = folders.split("/")
    in_name = _first(name, _NAME_DATE.match, _NAME_DIGITS.match, _SHORT_YEAR.match)
    if in_name is None and is_bundle(name):
        in_name = _first(parts[-1], _NAME_DATE.match)
    return (
        in_name
        or _first(first_text(values, ("path", "permalink", "slug")), _PATH_DAY.search)
        or _first(clean_name(path), _PATH_DAY.search)
        or _first(name, _DATE_WITHIN.search)
        or next(filter(None, (_first(part, _NAME_DATE.match) for part in reversed(parts))), None)
    )


def month(path: str) -> Moment | None:
    """Return the first of the month that the folders name, None for none."""
    found = _PATH_MONTH.search(clean_name(path))
    return Moment(datetime(int(found.group(1)), int(found.group(2)), 1, tzinfo=UTC), assumed=True) if found else None


def _first(text: str, *finders: Finder) -> Moment | None:
    for find in finders:
        found = find(text)
        if found:
            year, number, date, clock = found.groups()
            moment = read_date(f"{year if len(year) == 4 else f'20{year}'}-{number}-{date}{clock or ''}")
            if moment:
                return moment
    return None


def title(site: Site, path: str) -> str:
    """Return a title made of the file's name, or of its folder's where the file is only an index."""
    stem = _stem(site, path)
    if not site.vault:
        stem = _without_date(stem)
    if site.dialect is Dialect.NEXT:
        stem = ORDER.sub("", stem, count=1) or stem
    if site.dialect is Dialect.JEKYLL:
        stem = " ".join(word[:1].upper() + word[1:] for word in re.split(r"[-\s]+", stem) if word)
    return clean(stem) or clean_name(path.rpartition("/")[2])


def slug(site: Site, path: str, values: dict[str, Value]) -> str:
    """Return the last part of the post's address, by which other posts link to it.

    It is the front matter's `slug`, else the end of its `permalink`, `url` or `path`, else the file's name, or the
    title in Pelican (docs/settings.rst, SLUGIFY_SOURCE) where it needs no transcription.
    """
    for key in _ADDRESS_KEYS:
        address = first_text(values, (key,))
        foreign = "{{" in address if key.endswith("slug") else _NO_ADDRESS.match(address)
        name = "" if foreign else _end_of(address)
        if name and name not in {"false", "true"}:
            return name
    if site.dialect is Dialect.PELICAN and (title := first_text(values, ("title",))).isascii():
        name = re.sub(r"[-\s]+", "-", _NO_SLUG.sub("", title.strip().lower()))
        if name.strip("-"):
            return name.strip("-")
    stem = _stem(site, path)
    return clean_name(stem if site.vault else _without_date(stem))


def _end_of(address: str) -> str:
    parts = [part for part in re.split(r"[?#]", address, maxsplit=1)[0].split("/") if part.strip()]
    if len(parts) > 1 and _BUNDLE.match(parts[-1]):
        parts.pop()
    return clean_name(unquote(_PAGE.sub("", parts[-1])).strip())[:300] if parts else ""


def _stem(site: Site, path: str) -> str:
    """Return the name without its extension and language; an index is called what its folder is called."""
    folders, _, name = path.rpartition("/")
    if is_bundle(name) and folders:
        return folders.rpartition("/")[2]
    return (name.rpartition(".")[0] or name) if site.vault else _split(name)[0]


def _split(name: str) -> tuple[str, str]:
    """Split a file's name into its stem and the language before its extension."""
    stem = name.rpartition(".")[0] or name
    before, dot, code = stem.rpartition("+" if name.endswith(".lr") else ".")
    found = _LANGUAGE.match(code) if dot and before else None
    if not found or found.group(1) not in _LANGUAGES:
        return stem, ""
    script, region = found.group(2) or "", found.group(3) or ""
    return before, "-".join(part for part in (found.group(1), script.title(), region.upper()) if part)


def _without_date(stem: str) -> str:
    cut = _NAME_DATE.match(stem) or _SHORT_YEAR.match(stem) or _NAME_DIGITS.match(stem)
    rest = stem[cut.end() :].lstrip("-_. ") if cut else ""
    return rest or stem

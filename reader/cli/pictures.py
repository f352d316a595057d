"""The commands about pictures: fetching those on the web, disk usage, and verification."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping

from reader.cli import output
from reader.cli.choosing import category_of, source_of
from reader.cli.command import NOTHING, REFUSED, Add, follow, number
from reader.library.library import Library
from reader.offline import Consent, DownloadProgress, Fetch, Health, PictureScope, if_allowed
from reader.storage import VerifyProgress

_STOPPED = {
    "offline": "You are working offline: nothing is fetched until you go online in the window.",
    "budget": "Pictures have reached their limit. Raise the budget, or clear some.",
    "no-network": "No network: no host was found. The rest waits for the next time.",
    "disk-full": "The disk is full. Free some space; nothing already saved is lost.",
}

# Nothing was said: a source is as all are, and of all of them nothing is fetched until the user says so.
_UNSET = "unset"


def add_commands(add: Add) -> None:
    """Add the commands of this module to the command line."""
    fetching = add("pictures", _pictures, "Fetch the web pictures of articles once, now.")
    fetching.add_argument("--category", metavar="A/B", help="only of this category and those below it")
    fetching.add_argument("--source", metavar="N", type=number, help="only of this source")
    fetching.add_argument("--unread", action="store_true", help="only of unread articles")
    fetching.add_argument("--bookmarked", action="store_true", help="only of articles kept for later")
    fetching.add_argument("--thumbnails", action="store_true", help="only the thumbnails of the list")
    fetching.add_argument("--retry", action="store_true", help="also those that failed for good before")
    fetching.add_argument("--dry-run", action="store_true", help="say how much there is, without connecting")
    fetching.add_argument(
        "--allow-host", metavar="HOST", action="append", default=[], help="allow this host although it is private"
    )
    allowing = add("consent", _consent, "Print or set what may always be fetched; fetches nothing itself.")
    allowing.add_argument("what", metavar="WHAT", nargs="?", choices=[*Fetch, _UNSET], help=", ".join([*Fetch, _UNSET]))
    allowing.add_argument(
        "--source", metavar="N", type=number, help="for this source; default: all without a setting of their own"
    )
    allowing.set_defaults(refuse=allowing.error)
    add("storage", _storage, "Print how much space the library takes, and how complete it is offline.")
    verifying = add("verify", _verify, "Verify every picture file.")
    verifying.add_argument(
        "--repair", action="store_true", help="remove stray pictures, and let lost ones be fetched again"
    )


def _pictures(library: Library, options: argparse.Namespace) -> int:
    category = category_of(library, options.category)
    if options.source is not None:
        source_of(library, options.source)
    scope = PictureScope(category, options.source, None, options.unread, options.bookmarked)
    what = Fetch.THUMBNAILS if options.thumbnails else Fetch.ALL
    if options.dry_run:
        return _estimate(library, if_allowed(what, scope, retry=options.retry), options)
    # Whoever gives this command says yes to this, for once.
    consent = library.web.allow_once(what, scope, retry=options.retry)
    try:
        return _download(library, consent, options)
    finally:
        library.web.withdraw(consent)


def _estimate(library: Library, consent: Consent, options: argparse.Namespace) -> int:
    *_, guess = library.web.estimate([consent])
    output.numbers(
        {"pictures": guess.pictures, "articles": guess.articles, "estimated_bytes": guess.bytes}, as_json=options.json
    )
    return 0


def _download(library: Library, consent: int, options: argparse.Namespace) -> int:
    # What connects is loaded by nothing else, and takes longer to load than most commands to run.
    from reader.fetching.downloads import download

    steps = download(library, allowed=frozenset(options.allow_host), only=consent)
    step = follow(steps, _download_line, options) or DownloadProgress()
    _tell_download(step, as_json=options.json)
    return REFUSED if step.stopped else 0


def _download_line(step: DownloadProgress) -> str:
    left = f", {step.seconds_left:.0f} s left" if step.seconds_left else ""
    return f"{step.done}/{step.total} {step.bytes / 1e6:.1f} MB{left}"


def _tell_download(step: DownloadProgress, *, as_json: bool) -> None:
    counts = {"total": step.total, "stored": step.stored, "failed": step.failed, "bytes": step.bytes}
    if as_json:
        reasons = [{"reason": reason, "pictures": number} for reason, number in step.reasons.items()]
        output.json_value(counts | {"reasons": reasons, "stopped": step.stopped})
        return
    output.numbers(counts, as_json=False)
    _reasons(step.reasons)
    if step.stopped:
        print(f"broadsheet-cli: {_STOPPED[step.stopped]}", file=sys.stderr)


def _reasons(reasons: Mapping[str, int]) -> None:
    for reason, pictures in reasons.items():
        print(f"{pictures:7}  {reason or 'never asked for'}")


def _consent(library: Library, options: argparse.Namespace) -> int:
    if options.source is not None and options.what is None:
        options.refuse("--source needs what is to be allowed for it")
    if options.source is not None:
        source_of(library, options.source)
    if options.what is not None:
        library.web.allow(None if options.what == _UNSET else Fetch(options.what), options.source)
    always = {each.scope.source: each.what for each in library.web.consents() if not each.once}
    sources, offline = library.sources(), library.offline()
    if options.json:
        listed = [{"id": each.id, "name": each.name, "always": always.get(each.id)} for each in sources]
        output.json_value({"always": always.get(None), "offline": offline, "sources": listed})
        return 0
    print(f"{'always':15} {always.get(None, _UNSET)}")
    for each in sources:
        print(f"{each.id:6} {always.get(each.id, _UNSET):11} {output.shown(each.name)}")
    if offline:
        print(f"broadsheet-cli: {_STOPPED['offline']}", file=sys.stderr)
    return 0


def _storage(library: Library, options: argparse.Namespace) -> int:
    numbers = library.storage.numbers()
    kinds = {
        "database_bytes": numbers.database,
        "index_bytes": numbers.index,
        "thumbnail_bytes": numbers.thumbnails,
        "picture_bytes": numbers.pictures,
        "web_picture_bytes": numbers.web_pictures,
        "budget": numbers.budget,
    }
    health, missing = library.storage.health(), library.storage.missing()
    if not options.json:
        output.numbers(kinds | _health(health), as_json=False)
        _reasons(missing)
        return 0
    by_source, by_category = library.storage.health_by_source(), library.storage.health_by_category()
    output.json_value(
        kinds
        | _health(health)
        | {
            "missing": [{"reason": reason or None, "pictures": number} for reason, number in missing.items()],
            "sources": [
                {"id": source, "post_bytes": posts, "picture_bytes": pictures, "thumbnail_bytes": small}
                | _health(by_source.get(source, Health()))
                for source, (posts, pictures, small) in sorted(numbers.sources.items())
            ],
            "categories": [{"id": each} | _health(found) for each, found in sorted(by_category.items())],
        }
    )
    return 0


def _health(health: Health) -> dict[str, int]:
    return {"complete": health.complete, "partial": health.partial, "text_only": health.text_only}


def _verify(library: Library, options: argparse.Namespace) -> int:
    steps = library.storage.verify(repair=options.repair)
    step = follow(steps, lambda step: f"{step.done}/{step.total}", options) or VerifyProgress(0, 0)
    found = {
        "missing": step.missing,
        "damaged": step.damaged,
        "unreadable": step.unreadable,
        "orphans": step.orphans,
    }
    if options.json:
        names = {name: [output.printable(each) for each in these] for name, these in found.items()}
        output.json_value({"files": step.total, "repaired": step.repaired} | names)
    else:
        for name, these in found.items():
            for each in these:
                print(f"{name:10} {output.shown(each)}")
        print(f"{step.total} files, {step.repaired} repaired")
    sound = not any(found.values()) or (options.repair and not step.unreadable)
    return 0 if sound else NOTHING

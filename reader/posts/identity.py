"""When two readings are the same post: a file rewritten at each crawl, or several files."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from hashlib import blake2b

from reader.domain import Post

#: A feed robot's stand-in for a missing picture has another number at each crawl.
_PLACEHOLDER_NUMBER = re.compile(r"(picsum\.photos/[^\s\"'<>\\]{0,200}?[?&]random(?:=|%3D))\w*", re.IGNORECASE)
# To make one for each post takes a third as long as to use it.
_JSON = json.JSONEncoder(ensure_ascii=False, default=str)
_DATES = frozenset({"date", "time", "updated", "lastmod"})


def identified(post: Post) -> Post:
    """Return the post with its fingerprint and its identity."""
    return replace(post, fingerprint=_fingerprint(post), identity=_identity(post))


def _fingerprint(post: Post) -> bytes:
    """Hash all that the post says, but for a clock's date and the numbers of placeholders."""
    clocked = post.date_fallback
    metadata = post.metadata
    if clocked:
        metadata = {key: value for key, value in metadata.items() if key.strip().lower() not in _DATES}
    date = "" if clocked else (post.published.timestamp(), post.date_text, post.zone_assumed)
    lead = (post.lead.ref, post.lead.local) if post.lead else None
    said = _JSON.encode((
        post.title, post.summary, date, post.categories, post.tags, post.author, post.link, post.lang, post.slug,
        lead, [(each.ref, each.local, each.alt) for each in post.pictures], metadata, post.html,
    ))  # fmt: skip
    if "picsum" in said:
        said = _PLACEHOLDER_NUMBER.sub(r"\1", said)
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _identity(post: Post) -> int | None:
    """Hash title, date and body. A clock's date differs from place to place, so it says nothing."""
    if post.date_fallback:
        return None
    said = f"{post.title}\0{post.published.timestamp()}\0{post.html}"
    return int.from_bytes(blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)

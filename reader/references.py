"""What an address refers to: a picture on the web, or the whole picture itself; which article a link means."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes, urlsplit

_WEB = re.compile(r"(?:https?:)?//", re.IGNORECASE)
#: Of the web, by scheme.
DEFAULT_PORTS = {"http": 80, "https": 443}
#: What an address may hold besides letters and digits; anything else is written as %XX, a lone "%" stays as it is.
_SAFE = "/:=?;#%&,+@!$*'()~-._[]"
_PLAIN = re.compile(r"[A-Za-z0-9/:=?;#%&,+@!$*'()~._\[\]-]+")
#: What is written as it is to be already, as nearly all addresses are: no user, no port, no fragment, a small host.
_AS_IT_IS = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?/[A-Za-z0-9/:=;%&,+@!$*'()~._-]*"
    r"(?:\?[A-Za-z0-9/:=?;%&,+@!$*'()~._-]+)?"
)
_EMBEDDED = re.compile(r"\s*data:", re.IGNORECASE)
_LONGEST = 4000

#: How the names of pictures end, for a pattern that ignores case.
PICTURE_ENDING = r"\.(?:png|jpe?g|jfif|gif|webp|svg|avif|bmp|ico|tiff?)"

#: How the row of an embedded picture names it: this, and the hash of its address, which may be megabytes long.
EMBEDDED = "data:#"


@dataclass(frozen=True, slots=True)
class LinkedPost:
    """An article of the library that a link means."""

    article: int
    title: str


def web_address(ref: str) -> str | None:
    """Return where on the web a picture lies, None when it lies elsewhere.

    Addresses that differ only in what does not matter (RFC 3986, 6.2.2 and 6.2.3: the case of scheme and host, the
    default port, an empty path) or that no server sees (the fragment) are one. One without a scheme is taken for https.
    """
    if len(ref) <= _LONGEST and _AS_IT_IS.fullmatch(ref):
        return ref
    if not _WEB.match(ref) and not _WEB.match(ref := ref.strip()):
        return None
    if len(ref) > _LONGEST:
        return None
    try:
        parts = urlsplit(ref)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if not host:
        return None
    scheme = parts.scheme.lower() or "https"
    user = f"{parts.netloc.rpartition('@')[0]}@" if "@" in parts.netloc else ""
    place = f"{user}[{host}]" if ":" in host else f"{user}{host}"
    if port is not None and port != DEFAULT_PORTS[scheme]:
        place += f":{port}"
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not _PLAIN.fullmatch(target):
        target = quote(target, safe=_SAFE, errors="replace")
    return f"{scheme}://{place}{target}"


def address_number(ref: str) -> int | None:
    """Return a signed number of 64 bits that stands for a web address, None for what is none."""
    address = web_address(ref)
    if address is None:
        return None
    return int.from_bytes(hashlib.blake2b(address.encode("utf-8", "replace"), digest_size=8).digest(), signed=True)


def is_embedded(ref: str) -> bool:
    """Whether an address is a picture itself (RFC 2397)."""
    return _EMBEDDED.match(ref) is not None and not ref.startswith(EMBEDDED)


def short_ref(ref: str) -> str:
    """Return an address as a row keeps it: that of an embedded picture is its hash."""
    if not is_embedded(ref):
        return ref
    return EMBEDDED + hashlib.blake2b("".join(ref.split()).encode("utf-8", "replace"), digest_size=16).hexdigest()


def embedded_bytes(ref: str) -> bytes:
    """Return the bytes of an embedded picture; raises ValueError when there are none in it."""
    kind, comma, data = ref.strip()[5:].partition(",")
    if not comma:
        raise ValueError("no comma")
    raw = unquote_to_bytes(data)
    if not re.search(r";\s*base64\s*$", kind, re.IGNORECASE):
        return raw
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", raw.translate(bytes.maketrans(b"-_", b"+/")))
    try:
        return base64.b64decode(letters + b"=" * (-len(letters) % 4))
    except binascii.Error as error:
        raise ValueError(str(error)) from error

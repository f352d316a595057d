"""Untrusted addresses, parsed once and strictly; and which IP addresses may be connected to."""

from __future__ import annotations

import ipaddress
import re
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import idna

from reader.fetching.limits import Refused
from reader.references import DEFAULT_PORTS, web_address

_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_TARGET = re.compile(r"/[\x21-\x7e]*")
# Below it only the web's own: the others are of mail, of shells, of databases.
_LOWEST_PORT = 1024

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_UNICAST = ipaddress.IPv6Network("2000::/3")
# Tunnels and documentation within global unicast: what lies behind them is not what the address says.
_NOT_REACHABLE = tuple(map(ipaddress.IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))

# Of protocols, which older Pythons take for global in part; and what relayed to IPv6 once.
_SPECIAL = tuple(map(ipaddress.IPv4Network, ("192.0.0.0/24", "192.88.99.0/24")))


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart. `host` is ASCII, lower case, without brackets; `path` is as it goes over the wire."""

    scheme: str
    host: str
    port: int
    path: str

    def __str__(self) -> str:
        """Write the address anew from its parts: what is checked is what is used."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}"


def parse(address: str, allowed: frozenset[str] = frozenset()) -> Target:
    """Take an address apart; raises Refused for what no picture's address is. `allowed` hosts may have any port."""
    written = web_address(address)
    if written is None:
        raise Refused("its address is not one of the web", lasting=True)
    parts = urlsplit(written)
    if "@" in parts.netloc:
        raise Refused("its address holds a password", lasting=True)
    host = _host(parts.hostname or "")
    port = parts.port or DEFAULT_PORTS[parts.scheme]
    if port not in DEFAULT_PORTS.values() and port < _LOWEST_PORT and host not in allowed:
        raise Refused("its address leads to another service", lasting=True)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    if not _TARGET.fullmatch(path):
        raise Refused("its address is not one of the web", lasting=True)
    return Target(parts.scheme, host, port, path)


def follow(target: Target, location: str, allowed: frozenset[str] = frozenset()) -> Target:
    """Return where a redirect leads; raises Refused."""
    try:
        joined = urljoin(str(target), location.strip())
    except ValueError as error:
        raise Refused("its address is not one of the web", lasting=True) from error
    return parse(joined, allowed)


def _host(name: str) -> str:
    """Return a host's name as it is asked for: an address in its plain form, or a name in ASCII (RFC 5891)."""
    # With a zone it is of one network only, and not of the web.
    with suppress(ValueError):
        if "%" not in name:
            return str(ipaddress.ip_address(name))
    name = name.removesuffix(".")
    if not name.isascii():
        try:
            name = idna.encode(name, uts46=True).decode("ascii")
        except idna.IDNAError as error:
            raise Refused("the name of its host is no name", lasting=True) from error
    labels = name.split(".")
    # What ends in a number is read as an address in many odd ways, 0x7f.1 among them (WHATWG URL, 3.5).
    if len(name) > 253 or not all(map(_LABEL.fullmatch, labels)) or _NUMBER.fullmatch(labels[-1]):
        raise Refused("the name of its host is no name", lasting=True)
    return name


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet: not this computer, its network, or a reserved range."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:  # Also one with a zone: it is of one network only.
        return False
    if isinstance(ip, ipaddress.IPv4Address):
        return _public_4(ip)
    if ip.scope_id is not None:
        return False
    if ip.ipv4_mapped is not None:
        return _public_4(ip.ipv4_mapped)
    if ip in _NAT64:
        # How networks without IPv4 reach it: what counts is the address within.
        return _public_4(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return ip in _UNICAST and ip.is_global and not any(ip in network for network in _NOT_REACHABLE)


def _public_4(ip: ipaddress.IPv4Address) -> bool:
    special = any(ip in network for network in _SPECIAL)
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not special

"""No address, however it is written, leads into the user's own network."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import threading
from dataclasses import replace

import httpcore
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.fetching.addresses import follow, is_public, parse
from reader.fetching.limits import Limits, Refused
from reader.fetching.network import CheckedBackend
from reader.library.library import Library
from reader.references import web_address
from tests.fetching.downloading import QUICK, fetch, pictures, show
from tests.fetching.server import Server, picture, redirect, reply

_INSIDE = """
0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.8.8.8 169.254.169.254 172.16.0.1 172.31.9.9
192.0.0.1 192.0.0.8 192.0.0.9 192.0.0.170 192.0.0.255 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1
203.0.113.1 224.0.0.1 239.1.1.1 240.0.0.1
255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1 64:ff9b::127.0.0.1
64:ff9b::a00:1 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1:: 2002:808:808:: 3fff::1 fc00::1
fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 2001:4860:4860::8888%eth0 nonsense
"""
_OUTSIDE = """
1.1.1.1 8.8.8.8 100.128.0.1 172.32.0.1 93.184.215.14 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808
"""
_ODD = """
ftp://example.org/a file:///etc/passwd a.png /a.png javascript:alert(1) http:// http:///a
http://user@example.org/ http://a:b@127.0.0.1/ http://example.org\\@127.0.0.1/ http://2130706433/
http://0x7f000001/ http://0177.0.0.1/ http://127.1/ http://1.2.3.256/ http://1.2.3.4.5/
http://%31%32%37.0.0.1/ http://[::1%25eth0]/ http://[fe80::1%25a]/ http://exa_mple..org/ http://-a.example/
http://example.org:22/ http://example.org:99999/ http://example.org:x/ http://[/ http://a[b].example/
http://example.org:25/a http://ⓔⓧ.⑫⑦/ http://。/
"""


@pytest.mark.parametrize("address", _INSIDE.split())
def test_what_is_not_of_the_open_internet_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", _OUTSIDE.split())
def test_what_is_of_the_open_internet_is(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_an_address_in_another_dress_is_what_it_was(ip: ipaddress.IPv4Address) -> None:
    assert is_public(f"::ffff:{ip}") == is_public(str(ip))
    assert is_public(str(ipaddress.IPv6Address((0x64FF9B << 96) | int(ip)))) == is_public(str(ip))


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("HTTPS://Example.ORG:443/a.png#x", "https://example.org/a.png"),
        ("//example.org/a.png", "https://example.org/a.png"),
        ("http://example.org.:80?x=1", "http://example.org/?x=1"),
        ("https://bücher.example/ä b.png", "https://xn--bcher-kva.example/%C3%A4%20b.png"),
        ("https://例え.テスト/图.png", "https://xn--r8jz45g.xn--zckzah/%E5%9B%BE.png"),
        ("http://[2606:4700::1111]:8080/a", "http://[2606:4700::1111]:8080/a"),
        ("http://[::FFFF:127.0.0.1]/a", "http://[::ffff:127.0.0.1]/a"),
        ("http://a_b.example/%e4?q=%zz", "http://a_b.example/%e4?q=%zz"),
    ],
)
def test_an_address_is_read_in_one_way(address: str, read: str) -> None:
    # Python 3.13 writes mapped addresses with dots, older ones do not: both are the same.
    target = str(parse(address)).replace("::ffff:7f00:1", "::ffff:127.0.0.1")
    assert target == read
    assert str(parse(target)).replace("::ffff:7f00:1", "::ffff:127.0.0.1") == target


@pytest.mark.parametrize(
    "address",
    _ODD.split(),
)
def test_what_is_odd_is_refused(address: str) -> None:
    with pytest.raises(Refused):
        parse(address)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for ref in (text, f"http://{text}", f"https://example.org/{text}"):
        web_address(ref)
        try:
            target = parse(ref)
        except Refused:
            continue
        assert parse(str(target)) == target
        assert str(target).isascii()
        assert not {" ", "\n", "\r", "\t", "\\"} & set(target.host)


@given(
    st.sampled_from(["http", "https", "HTTP"]),
    st.text("ab.-_1:@", max_size=8),
    st.text("/a.%é[]=&?; ", max_size=12),
)
@example("https", "h.example", "/a%20b/../c;d?e=f?g")
@example("https", "h.example", "/?")
@example("https", "h.example", "")
def test_an_address_that_is_as_it_should_be_is_read_like_any_other(scheme: str, host: str, path: str) -> None:
    ref = f"{scheme}://{host}{path}"
    assert web_address(ref) == web_address(f"{ref}#part")


@given(st.text(max_size=40))
def test_a_redirect_leads_to_an_address_or_nowhere(location: str) -> None:
    try:
        target = follow(parse("https://example.org/a/b.png"), location)
    except Refused:
        return
    assert target.scheme in ("http", "https")


# --- connecting


def connecting(backend: CheckedBackend, host: str) -> str:
    """Connect, and return whom to; or why not."""

    async def connect() -> str:
        try:
            stream = await backend.connect_tcp(host, 80, timeout=1)
        except Refused as refused:
            return refused.reason
        except httpcore.ConnectError:
            return "not reached"
        await stream.aclose()
        return "connected"

    return asyncio.run(connect())


def answer(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Let look-ups be answered like this, one after the other; return what is asked."""
    asked: list[str] = []
    left = list(answers)

    def getaddrinfo(host: str, port: int, **_: object) -> list[object]:
        asked.append(host)
        found = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in found]

    monkeypatch.setattr("reader.fetching.network.socket.getaddrinfo", getaddrinfo)
    return asked


class Recorder(httpcore.AsyncNetworkBackend):
    """Connects to nothing, and remembers to what it should have."""

    def __init__(self) -> None:
        self.to: list[str] = []

    @classmethod
    def of(cls, monkeypatch: pytest.MonkeyPatch) -> Recorder:
        """Return what connects from now on."""
        recorder = cls()
        monkeypatch.setattr(httpcore, "AnyIOBackend", lambda: recorder)
        return recorder

    async def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):  # type: ignore[no-untyped-def]
        self.to.append(host)
        raise httpcore.ConnectError("nobody is there")


def test_the_address_that_was_checked_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, ["8.8.8.8"], ["127.0.0.1"])
    recorder = Recorder.of(monkeypatch)
    backend = CheckedBackend(frozenset())
    assert connecting(backend, "rebinding.example") == "not reached"
    assert (asked, recorder.to) == (["rebinding.example"], ["8.8.8.8"])
    # Another moment, another answer: it is checked anew.
    assert connecting(backend, "rebinding.example") == "its host is in a private network"
    assert recorder.to == ["8.8.8.8"]


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.0.0.7", "169.254.169.254"])
def test_a_host_with_one_inner_address_is_refused_whole(monkeypatch: pytest.MonkeyPatch, inside: str) -> None:
    answer(monkeypatch, ["8.8.8.8", inside])
    recorder = Recorder.of(monkeypatch)
    assert connecting(CheckedBackend(frozenset()), "mixed.example") == "its host is in a private network"
    assert recorder.to == []


def test_every_address_of_a_host_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, ["8.8.8.8", "8.8.4.4", "8.8.8.8"])
    recorder = Recorder.of(monkeypatch)
    assert connecting(CheckedBackend(frozenset()), "two.example") == "not reached"
    assert recorder.to == ["8.8.8.8", "8.8.4.4"]


def test_a_look_up_that_hangs_is_waited_for_no_longer_than_a_connection(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    over = threading.Event()

    def getaddrinfo(host: str, port: int, **_: object) -> list[object]:
        asked.append(host)
        over.wait(20)
        raise OSError

    monkeypatch.setattr("reader.fetching.network.socket.getaddrinfo", getaddrinfo)
    article = show(library, *(f"http://slow.example/{number}.png" for number in range(20)))
    limits = replace(QUICK, connect=0.05, total=10, faults=2, tries=1, at_once=1)
    done = fetch(library, limits=limits)
    over.set()
    assert (done.failed, len(asked)) == (20, 2)
    assert {each.reason for each in pictures(library, article)} == {"its host is not found"}


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_the_loopback_is_not_asked_unless_it_is_allowed(library: Library, server: Server, name: str) -> None:
    server.otherwise = reply(picture())
    article = show(library, server.url("/a.png", name))
    done = fetch(library, allowed=frozenset())
    assert (done.failed, server.requests) == (1, [])
    assert pictures(library, article)[0].reason == "its host is in a private network"


@pytest.mark.parametrize(("name", "stored"), [("localhost", 1), ("127.0.0.1", 0)])
def test_a_name_may_lead_elsewhere_another_day_as_on_a_network_that_asks_to_log_in(
    library: Library, server: Server, name: str, stored: int
) -> None:
    server.otherwise = reply(picture())
    show(library, server.url("/a.png", name))
    assert fetch(library, allowed=frozenset()).failed == 1
    assert fetch(library).stored == stored


def test_a_redirect_is_checked_like_any_address(library: Library, server: Server) -> None:
    server.answers |= {"/a.png": redirect(server.url("/b.png", "localhost")), "/b.png": reply(picture())}
    show(library, server.url("/a.png"))
    assert fetch(library, allowed=frozenset({"127.0.0.1"})).failed == 1
    assert server.paths() == ["/a.png"]
    assert fetch(library, retry=True).stored == 1


def test_no_proxy_of_the_environment_is_used(library: Library, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy = Server()
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.url(""))
    server.otherwise = reply(picture())
    show(library, server.url("/a.png"))
    assert fetch(library, limits=Limits(delay=0)).stored == 1
    assert proxy.requests == []
    proxy.close()

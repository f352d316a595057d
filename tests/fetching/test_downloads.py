"""Pictures come once, whole, and from whoever may give them; what is broken is named, and never kept."""

from __future__ import annotations

import gzip
import socket
import sys
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest

from reader.domain import ArticleQuery
from reader.fetching.answers import _wait
from reader.fetching.downloads import download
from reader.fetching.network import CheckedBackend
from reader.library.library import Library
from reader.offline import Fetch, Stop, if_allowed
from tests.fetching.downloading import IMPATIENT, LOOPBACK, QUICK, content, fetch, files, pictures, run, show
from tests.fetching.server import (
    Answer,
    Gate,
    Server,
    chunked,
    dripping,
    endless,
    picture,
    redirect,
    reply,
    reset,
    silent,
)
from tests.zones import computer_in

HEAD = b"HTTP/1.1 200 OK\r\n"
GOOD = picture()


def test_a_picture_is_fetched_and_shown(library: Library, server: Server) -> None:
    server.answers["/a.png"] = reply(GOOD)
    article = show(library, server.url("/a.png"))
    assert pictures(library, article)[0].key == ""
    done = fetch(library)
    (shown,) = pictures(library, article)
    assert (done.done, done.failed, done.total, done.stored, done.bytes) == (1, 0, 1, 1, len(GOOD))
    assert (shown.width, shown.height, shown.reason) == (64, 48, "")
    assert library.images.intact(shown.key)
    assert library.thumbnail(shown.key, 1)
    assert library.thumbnail(shown.key, 2)
    assert library.check() == []


def test_a_server_is_told_no_more_than_it_must(library: Library, server: Server) -> None:
    server.answers["/a.png"] = reply(GOOD, "200 OK", "image/png", "Set-Cookie: id=1; Path=/")
    server.answers["/b.png"] = reply(picture(2))
    show(library, server.url("/a.png"), server.url("/b.png#part"))
    fetch(library, limits=replace(QUICK, at_once=1))
    for path, headers in server.requests:
        assert set(headers) == {"host", "accept", "accept-encoding", "user-agent"}, path
        assert headers["user-agent"].startswith("Broadsheet/")
    assert server.paths() == ["/a.png", "/b.png"]


def test_pictures_without_the_right_referer_still_come(library: Library, server: Server) -> None:
    def strict(wire, path, headers):  # type: ignore[no-untyped-def]
        reply(b"", "403 Forbidden")(wire, path, headers) if "referer" in headers else reply(GOOD)(wire, path, headers)

    server.answers["/a.png"] = strict
    show(library, server.url("/a.png"))
    assert fetch(library).failed == 0


GZIPPED = gzip.compress(GOOD)
BOMB = zlib.compress(b"\0" * 30_000_000, 9)

GOOD_ANSWERS: dict[str, Answer] = {
    "called text": reply(GOOD, kind="text/html"),
    "in chunks": chunked(GOOD),
    "packed": reply(GZIPPED, "200 OK", "image/png", "Content-Encoding: gzip"),
    "deflated": reply(zlib.compress(GOOD), "200 OK", "image/png", "Content-Encoding: deflate"),
    "deflated raw": reply(zlib.compress(GOOD)[2:-4], "200 OK", "image/png", "Content-Encoding: deflate"),
    "shorter than it is": reply(GOOD + b"more", length=len(GOOD)),
}


@pytest.mark.parametrize("name", GOOD_ANSWERS)
def test_what_is_a_picture_is_taken_whatever_it_is_called(library: Library, server: Server, name: str) -> None:
    server.answers["/a.png"] = GOOD_ANSWERS[name]
    article = show(library, server.url("/a.png"))
    assert fetch(library).failed == 0
    assert library.images.intact(pictures(library, article)[0].key)


# The answer, what is said of it, and how often it is asked for.
BAD_ANSWERS: dict[str, tuple[Answer, str, int]] = {
    "not there": (reply(b"", "404 Not Found"), "its server no longer has it (404)", 1),
    "forbidden": (reply(b"", "403 Forbidden"), "its server does not give it (403)", 1),
    "a teapot": (reply(b"", "418 I'm a teapot"), "its server does not answer as expected (418)", 1),
    "a fault": (reply(b"", "500 Oops"), "its server cannot answer now (500)", 3),
    "a page": (reply(b"<!doctype html><p>Sorry"), "not a PNG, JPEG, GIF, WebP, AVIF, BMP or ICO picture", 1),
    "a drawing": (reply(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "SVG pictures are not shown", 1),
    "nothing": (reply(b""), "not a PNG, JPEG, GIF, WebP, AVIF, BMP or ICO picture", 1),
    "half a picture": (reply(picture(size=(400, 300))[:300]), "", 1),
    "too large, and says so": (reply(b"", length=10**9), "it is larger than 20 MB", 1),
    "cut off": (reply(GOOD[:60], length=len(GOOD)), "its server broke off", 3),
    "chunks without an end": (chunked(GOOD, ends=False), "its server broke off", 3),
    "a reset": (reset, "its server broke off", 3),
    "silence": (silent, "its server takes too long", 3),
    "a drip of headers": (dripping(HEAD), "its server takes too long", 3),
    "a drip of a picture": (
        dripping(HEAD + b"Content-Length: 9999\r\n\r\n" + GOOD[:60]),
        "its server takes too long",
        3,
    ),
    "no HTTP": (dripping(b"SSH-2.0-OpenSSH\r\n\r\n"), "its server broke off", 3),
    "unknown packing": (
        reply(GOOD, "200 OK", "image/png", "Content-Encoding: br"),
        "its server's answer is not understood",
        1,
    ),
    "broken packing": (
        reply(GOOD, "200 OK", "image/png", "Content-Encoding: gzip"),
        "its server's answer is not understood",
        1,
    ),
    "half a packing": (
        reply(GZIPPED[:-30], "200 OK", "image/png", "Content-Encoding: gzip"),
        "its server broke off",
        3,
    ),
    "a loop": (redirect("/a.png"), "its address leads round and round", 6),
    "a redirect to nowhere": (reply(b"", "302 Found"), "its server's answer is not understood", 1),
    "a redirect to a file": (redirect("file:///etc/passwd"), "its address is not one of the web", 1),
    "a redirect to data": (redirect("data:image/png,abc"), "its address is not one of the web", 1),
    "a redirect inside": (redirect("http://127.0.0.2/x.png"), "its host is in a private network", 1),
    "a redirect to a number": (redirect("http://2130706433/x.png"), "the name of its host is no name", 1),
    "a redirect to mail": (redirect("http://127.0.0.2:25/"), "its address leads to another service", 1),
    "a redirect with a password": (redirect("http://me:you@127.0.0.1/"), "its address holds a password", 1),
}


@pytest.mark.parametrize("name", BAD_ANSWERS)
def test_what_is_wrong_is_said_and_the_rest_goes_on(library: Library, server: Server, name: str) -> None:
    answer, reason, times = BAD_ANSWERS[name]
    server.answers |= {"/a.png": answer, "/good.png": reply(GOOD)}
    article = show(library, server.url("/a.png"), server.url("/good.png"))
    done = fetch(library, limits=IMPATIENT if "too long" in reason else QUICK)
    bad, good = pictures(library, article)
    assert (done.done, done.failed) == (2, 1)
    assert bad.key == ""
    assert bad.reason == reason or (not reason and bad.reason)
    assert server.paths().count("/a.png") == times
    assert library.images.intact(good.key)
    assert files(library) == [good.key]
    assert library.check() == []


@pytest.mark.parametrize(
    "answer",
    [
        reply(b"\0" * 3_000_000, length=3_000_000),
        endless(GOOD),
        reply(BOMB, "200 OK", "image/png", "Content-Encoding: deflate"),
        reply(gzip.compress(b"\0" * 30_000_000), "200 OK", "image/png", "Content-Encoding: gzip"),
        chunked(b"\0" * 3_000_000, 50_000),
    ],
    ids=["large", "endless", "deflate bomb", "gzip bomb", "large in chunks"],
)
def test_nothing_takes_more_memory_than_a_picture_may(library: Library, server: Server, answer: Answer) -> None:
    server.answers["/a.png"] = answer
    article = show(library, server.url("/a.png"))
    tracemalloc.start()
    done = fetch(library, limits=replace(QUICK, most_bytes=1_000_000, total=10))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert pictures(library, article)[0].reason == "it is larger than 1 MB"
    assert done.failed == 1
    # The server of this process, whose own answer is up to 3 MB, is counted as well.
    assert peak < 12_000_000


def test_a_server_that_asks_for_patience_gets_it(library: Library, server: Server) -> None:
    answers = [reply(b"", "429 Slow down", "text/html", "Retry-After: 0"), reply(GOOD)]
    server.answers["/a.png"] = lambda *request: answers.pop(0)(*request)
    show(library, server.url("/a.png"))
    assert fetch(library).failed == 0


def test_a_server_that_asks_for_an_hour_is_left_alone_now(library: Library, server: Server) -> None:
    server.otherwise = reply(b"", "429 Slow down", "text/html", "Retry-After: 3600")
    show(library, *(server.url(f"/{number}.png") for number in range(30)))
    done = fetch(library, limits=replace(QUICK, at_once=1))
    assert (done.done, done.failed, len(server.requests)) == (30, 30, 1)
    server.otherwise = reply(GOOD)
    assert fetch(library).stored == 30


def nobody() -> int:
    """Return a port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        return int(closed.getsockname()[1])


@pytest.mark.parametrize("where", ["http://10.0.0.1/x.png", "http://nowhere.invalid/x.png", "dead", "busy"])
def test_where_a_redirect_leads_is_no_fault_of_the_host_that_redirects(
    library: Library, server: Server, where: str
) -> None:
    server.otherwise = reply(GOOD)
    server.answers["/busy"] = reply(b"", "429 Slow down", "text/html", "Retry-After: 3600")
    where = {"dead": f"http://localhost:{nobody()}/x.png", "busy": server.url("/busy", "localhost")}.get(where, where)
    server.answers |= {f"/{number}.png": redirect(where) for number in range(7)}
    article = show(library, *(server.url(f"/{number}.png") for number in range(10)))
    done = fetch(library, limits=replace(QUICK, at_once=1, tries=1))
    assert (done.done, done.failed, done.stored) == (10, 7, 3)
    assert {f"/{number}.png" for number in range(10)} <= set(server.paths())
    assert [bool(each.key) for each in pictures(library, article)] == [False] * 7 + [True] * 3


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("7", 7), (" 120 ", 120), ("", None), ("soon", None), ("-1", None), ("9" * 400, 999_999_999), ("²", None)],
)
def test_patience_is_understood(said: str, seconds: float | None) -> None:
    assert _wait(httpx.Response(429, headers={"Retry-After": said} if said.isascii() else {})) == seconds


@pytest.fixture
def in_shanghai() -> Iterator[None]:
    with computer_in("Asia/Shanghai"):
        yield


@pytest.mark.usefixtures("in_shanghai")
@pytest.mark.parametrize("form", ["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y"])
def test_patience_may_be_a_date(form: str) -> None:
    at = time.strftime(form, time.gmtime(time.time() + 100))
    asked = _wait(httpx.Response(429, headers={"Retry-After": at}))
    assert asked is not None
    assert 90 < asked <= 100
    assert _wait(httpx.Response(429, headers={"Retry-After": "Tue, 15 Nov 1994 08:12:31 GMT"})) == 0


def test_a_host_that_is_gone_costs_a_few_tries_and_not_one_for_each_picture(
    library: Library, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers["/good.png"] = reply(GOOD)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    tries = []
    connect = CheckedBackend.connect_tcp

    async def counting(self: CheckedBackend, host: str, port: int, *rest: Any, **named: Any) -> Any:
        tries.append(port)
        return await connect(self, host, port, *rest, **named)

    monkeypatch.setattr(CheckedBackend, "connect_tcp", counting)
    gone = [f"http://localhost:{port}/{number}.png" for number in range(200)]
    article = show(library, *gone, server.url("/good.png"))
    done = fetch(library)
    assert (done.done, done.failed, done.stored) == (201, 200, 1)
    assert tries.count(port) < 12
    assert {each.reason for each in pictures(library, article)} == {"its server cannot be reached", ""}
    # It may be there again another time.
    assert len([each for each in library.web.wanted([if_allowed(Fetch.ALL)]) if each]) == 200


def test_what_failed_for_good_is_tried_again_only_when_asked(library: Library, server: Server) -> None:
    article = show(library, server.url("/a.png"))
    fetch(library)
    server.answers["/a.png"] = reply(GOOD)
    assert fetch(library).total == 0
    assert len(server.requests) == 1
    assert fetch(library, retry=True).stored == 1
    assert pictures(library, article)[0].reason == ""
    # Nor is it remembered once the copy is given up.
    for _ in library.storage.clear():
        pass
    assert fetch(library).stored == 1


def test_what_may_pass_is_tried_again_by_the_next_download(library: Library, server: Server) -> None:
    server.answers["/a.png"] = reply(b"", "503 Busy")
    show(library, server.url("/a.png"))
    assert fetch(library).failed == 1
    server.answers["/a.png"] = reply(GOOD)
    assert fetch(library).stored == 1


def test_one_address_in_many_articles_is_asked_for_once(library: Library, server: Server) -> None:
    server.otherwise = reply(GOOD)
    articles = [show(library, server.url("/a.png"), number=number) for number in range(1, 6)]
    other = server.url("/a.png").replace("http:", "HTTP:") + "#top"
    articles.append(show(library, other, number=6))
    assert fetch(library).done == 1
    assert server.paths() == ["/a.png"]
    assert {pictures(library, article)[0].key for article in articles} == set(files(library))
    # An article that comes later has it at once.
    assert pictures(library, show(library, server.url("/a.png"), number=7))[0].key


def test_equal_pictures_are_stored_once(library: Library, server: Server) -> None:
    server.otherwise = reply(GOOD)
    article = show(library, server.url("/a.png"), server.url("/b.png"))
    assert fetch(library).stored == 2
    assert len({each.key for each in pictures(library, article)}) == len(files(library)) == 1


def test_thumbnails_alone_leave_no_large_picture(library: Library, server: Server) -> None:
    server.otherwise = reply(picture(size=(600, 400), kind="JPEG"))
    article = show(library, server.url("/a.jpg"), lead=server.url("/lead.jpg"))
    done = fetch(library, Fetch.THUMBNAILS)
    lead = content(library, article).lead
    assert lead is not None
    assert (done.stored, server.paths(), files(library)) == (1, ["/lead.jpg"], [])
    assert (lead.key, lead.width, lead.height, lead.reason) == ("", 600, 400, "only its small copy was fetched")
    (row,) = library.articles(library.listing(ArticleQuery()).ids)
    assert library.thumbnail(row.thumbnail)
    assert fetch(library, Fetch.THUMBNAILS).total == 0
    assert fetch(library).stored == 2


def fetch_through(library: Library, gate: Gate, at_once: int, allowed: frozenset[str] = LOOPBACK) -> int:
    """Download everything, and let nothing be answered before as many are asked for at once as may be; return those."""
    library.web.allow_once(Fetch.ALL)
    steps = download(library, replace(QUICK, read=20, total=20), allowed)
    while gate.waiting < at_once:
        next(steps)
    # Nothing ends, so these take the time that one request too many would need to come.
    next(steps)
    next(steps)
    assert gate.waiting == at_once
    gate.open()
    *_, last = steps
    assert gate.most == at_once
    return last.stored


def test_no_more_are_asked_for_at_once_than_is_polite(library: Library, server: Server) -> None:
    server.otherwise = gate = Gate(reply(GOOD))
    show(library, *(server.url(f"/{number}.png") for number in range(12)))
    assert fetch_through(library, gate, 2) == 12


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the loopback has one address")
def test_many_hosts_are_asked_by_six_at_once(library: Library) -> None:
    everywhere = Server("0.0.0.0")
    names = [f"127.0.0.{number}" for number in range(1, 13)]
    everywhere.otherwise = gate = Gate(reply(GOOD))
    show(library, *(everywhere.url("/a.png", name) for name in names))
    assert fetch_through(library, gate, 6, frozenset(names)) == 12
    everywhere.close()


def test_the_newest_articles_come_first(library: Library, server: Server) -> None:
    server.otherwise = reply(GOOD)
    for number in (1, 3, 2):
        show(library, server.url(f"/{number}.png"), number=number)
    fetch(library, limits=replace(QUICK, at_once=1))
    assert server.paths() == ["/3.png", "/2.png", "/1.png"]


def test_a_download_that_is_closed_goes_on_where_it_was(library: Library, server: Server) -> None:
    numbers = range(20)
    server.answers = {f"/{number}.png": reply(picture(number)) for number in numbers}
    show(library, *(server.url(f"/{number}.png") for number in numbers))
    library.web.allow_once(Fetch.ALL)
    steps = download(library, QUICK, LOOPBACK)
    while next(steps).stored < 5:
        pass
    steps.close()  # type: ignore[attr-defined]
    stored = len(files(library))
    assert 5 <= stored < 20
    article = library.listing(ArticleQuery()).ids[0]
    assert len([each for each in pictures(library, article) if each.key]) >= 5
    last, _ = run(library)
    assert (last.failed, len(files(library))) == (0, 20)
    assert len(server.requests) <= 20 + 6
    assert library.web.consents() == ()
    assert library.check() == []


def test_working_offline_stops_everything_at_once(library: Library, server: Server) -> None:
    server.otherwise = reply(GOOD)
    show(library, *(server.url(f"/{number}.png") for number in range(50)))
    library.web.allow(Fetch.ALL)
    steps = download(library, replace(QUICK, delay=0.05), LOOPBACK)
    while next(steps).stored < 3:
        pass
    with Library(library.folder) as elsewhere:
        elsewhere.web.work_offline(True)
    *_, last = steps
    assert (last.finished, last.stopped) == (True, Stop.OFFLINE)
    asked = len(server.requests)
    assert asked < 12
    assert run(library)[0].stopped is Stop.OFFLINE
    assert len(server.requests) == asked
    library.web.work_offline(False)
    assert run(library)[0].stopped is None


def test_a_consent_that_is_taken_back_ends_what_it_began(library: Library, server: Server) -> None:
    server.otherwise = reply(GOOD)
    show(library, *(server.url(f"/{number}.png") for number in range(50)))
    number = library.web.allow_once(Fetch.ALL)
    steps = download(library, replace(QUICK, delay=0.05), LOOPBACK)
    while next(steps).stored < 3:
        pass
    library.web.withdraw(number)
    *_, last = steps
    assert last.finished
    assert len(server.requests) < 12


def test_no_network_is_found_out_soon(library: Library) -> None:
    show(library, *(f"http://host-{number}.invalid/a.png" for number in range(60)))
    done = fetch(library, limits=replace(QUICK, tries=1, faults=1))
    assert done.stopped is Stop.NO_NETWORK
    assert done.failed < 60
    assert len(library.web.consents()) == 1


def test_old_hosts_that_are_gone_are_not_taken_for_a_missing_network(library: Library, server: Server) -> None:
    server.otherwise = reply(b"", "404 Not Found")
    show(library, server.url("/a.png"), *(f"http://host-{number}.invalid/a.png" for number in range(60)))
    done = fetch(library, limits=replace(QUICK, tries=1, faults=1))
    assert (done.stopped, done.failed) == (None, 61)


def test_a_full_budget_ends_the_download_and_says_so(library: Library, server: Server) -> None:
    server.answers = {f"/{number}.png": reply(picture(number)) for number in range(10)}
    show(library, *(server.url(f"/{number}.png") for number in range(10)))
    library.storage.set_budget(len(picture(0)) * 4)
    done = fetch(library)
    assert done.stopped is Stop.BUDGET
    assert library.storage.used() <= library.storage.budget()
    assert len(files(library)) in (3, 4)
    assert library.check() == []


def test_read_articles_make_room_for_new_pictures(library: Library, server: Server) -> None:
    server.answers = {f"/{number}.png": reply(picture(number)) for number in range(10)}
    old = show(library, *(server.url(f"/{number}.png") for number in range(5)))
    fetch(library)
    library._db.execute("UPDATE image SET stored_at = stored_at - 100")
    library.set_read([old], read=True)
    new = show(library, *(server.url(f"/{number}.png") for number in range(5, 10)), number=2)
    library.storage.set_budget(library.storage.used() + 500)
    assert fetch(library).stopped is None
    assert all(each.key for each in pictures(library, new))
    assert not any(each.key for each in pictures(library, old))
    assert library.storage.used() <= library.storage.budget()
    assert library.check() == []
    # For those that were given up there is no room unless the new ones went: they stay.
    assert fetch(library).stopped is Stop.BUDGET
    assert all(each.key for each in pictures(library, new))


def test_progress_tells_how_long_it_will_take(library: Library, server: Server) -> None:
    server.otherwise = reply(GOOD)
    show(library, *(server.url(f"/{number}.png") for number in range(30)))
    library.web.allow_once(Fetch.ALL)
    last, steps = run(library, replace(QUICK, delay=0.05))
    assert {step.total for step in steps if step.done} == {30}
    assert any(step.seconds_left for step in steps)
    assert last.host == "127.0.0.1"
    assert [step.done for step in steps] == sorted(step.done for step in steps)

"""What the user allows or takes back while a download runs is heeded, and costs no picture and no server anything."""

from __future__ import annotations

import socket
import threading
from dataclasses import replace

from reader.domain import ArticleQuery
from reader.fetching.downloads import download
from reader.library.library import Library
from reader.offline import Fetch, PictureScope
from reader.references import address_number
from tests.fetching.downloading import LOOPBACK, QUICK, fetch, pictures, show
from tests.fetching.server import Server, picture, reply


def test_other_consents_let_nothing_be_fetched_or_counted_twice(library: Library, server: Server) -> None:
    server.answers = {f"/{number}.png": reply(picture(number)) for number in range(1, 20)}
    server.answers["/0.png"] = reply(b"", "503 Busy")
    show(library, *(server.url(f"/{number}.png") for number in range(20)))
    library.web.allow(Fetch.ALL)
    steps = download(library, replace(QUICK, tries=1, at_once=1), LOOPBACK)
    seen = [next(steps), next(steps)]
    while not seen[-1].finished:
        if seen[-1].done in range(2, 16) and seen[-1].done > seen[-2].done:
            # Just after one came, and mostly before it was written down.
            library.web.withdraw(*(each.id for each in library.web.consents() if each.once))
            library.web.allow_once(Fetch.ALL)
        seen.append(next(steps))
    assert sorted(server.paths()) == sorted(f"/{number}.png" for number in range(20))
    last = seen[-1]
    assert (last.total, last.done, last.stored, last.failed) == (20, 20, 19, 1)
    assert {each for step in seen for each in step.articles} == set(library.listing(ArticleQuery()).ids)


def test_another_wish_breaks_nothing_off(library: Library, server: Server) -> None:
    held, first = threading.Event(), threading.Event()

    def slow(wire: socket.socket, path: str, headers: dict[str, str]) -> None:
        first.set()
        held.wait(20)
        reply(picture())(wire, path, headers)

    server.answers |= {"/slow.png": slow, "/b.png": reply(picture(2))}
    show(library, server.url("/slow.png"))
    library.web.allow_once(Fetch.ALL)
    steps = download(library, replace(QUICK, read=20, total=20), LOOPBACK)
    while not first.is_set():
        next(steps)
    show(library, server.url("/b.png"), number=2)
    library.web.allow_once(Fetch.ALL)
    while next(steps).stored < 1:
        pass
    held.set()
    *_, last = steps
    assert sorted(server.paths()) == ["/b.png", "/slow.png"]
    assert (last.total, last.stored) == (2, 2)
    assert library.web.consents() == ()


def test_a_wish_for_what_just_failed_tries_it_once_more(library: Library, server: Server) -> None:
    server.answers |= {f"/{number}.png": reply(picture(number)) for number in range(9)}
    server.answers["/0.png"] = reply(b"", "503 Busy")
    article = show(library, *(server.url(f"/{number}.png") for number in range(9)))
    library.web.allow_once(Fetch.ALL)
    steps = download(library, replace(QUICK, tries=1, at_once=1), LOOPBACK)
    while not next(steps).failed:
        pass
    server.answers["/0.png"] = reply(picture(0))
    library.web.allow_once(Fetch.ALL, PictureScope(article=article), retry=True)
    *_, last = steps
    assert last.stored == 9
    assert all(each.key for each in pictures(library, article))


def test_a_server_that_asked_for_patience_gets_it_whatever_is_wished(library: Library, server: Server) -> None:
    server.answers["/0.png"] = reply(b"", "429 Slow down", "text/html", "Retry-After: 30")
    server.answers |= {f"/{number}.png": reply(picture(number)) for number in range(1, 9)}
    show(library, *(server.url(f"/{number}.png") for number in range(9)))
    library.web.allow_once(Fetch.ALL)
    steps = download(library, replace(QUICK, at_once=1, longest_wait=60), LOOPBACK)
    while not server.requests:
        next(steps)
    library.web.allow_once(Fetch.ALL, retry=True)
    for _ in range(5):
        next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert server.paths() == ["/0.png"]


def test_a_single_picture_is_fetched_and_nothing_else_of_its_article(library: Library, server: Server) -> None:
    server.answers |= {f"/{number}.png": reply(picture(number)) for number in range(4)}
    article = show(library, *(server.url(f"/{number}.png") for number in range(4)))
    scope = PictureScope(article=article, address=address_number(server.url("/2.png")))
    done = fetch(library, Fetch.ALL, scope, retry=True)
    assert (done.total, done.stored, server.paths()) == (1, 1, ["/2.png"])
    assert [bool(each.key) for each in pictures(library, article)] == [False, False, True, False]
    assert library.web.consents() == ()


def test_a_single_picture_may_be_wished_for_while_others_come(library: Library, server: Server) -> None:
    server.answers |= {f"/{number}.png": reply(picture(number)) for number in range(9)}
    article = show(library, *(server.url(f"/{number}.png") for number in range(9)))
    other = show(library, server.url("/8.png"), server.url("/7.png"), number=2)
    library.web.allow_once(Fetch.THUMBNAILS)
    library.web.allow_once(Fetch.ALL, PictureScope(article=article, address=address_number(server.url("/3.png"))))
    steps = download(library, replace(QUICK, at_once=1), LOOPBACK)
    next(steps)
    library.web.allow_once(Fetch.ALL, PictureScope(article=other, address=address_number(server.url("/7.png"))))
    *_, last = steps
    assert (last.stored, sorted(server.paths())) == (2, ["/3.png", "/7.png"])
    assert library.web.consents() == ()

"""Over TLS a server proves its name, though it is connected to by its address, and HTTP/2 is spoken."""

from __future__ import annotations

import shutil
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.fetching.downloads import download
from reader.library.library import Library
from reader.offline import DownloadProgress, Fetch
from tests.fetching.downloading import QUICK, pictures, show
from tests.fetching.secure import SecureServer, make_certificate
from tests.fetching.server import picture

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl, which makes certificates, is missing")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return make_certificate(tmp_path_factory.mktemp("tls"), "localhost")


@pytest.fixture
def secure(certificate: tuple[Path, Path]) -> Iterator[SecureServer]:
    opened = SecureServer(*certificate, picture())
    yield opened
    opened.close()


def fetch_trusting(library: Library, certificate: Path | None) -> DownloadProgress:
    context = ssl.create_default_context(cafile=certificate)
    library.web.allow_once(Fetch.ALL)
    *_, last = download(library, QUICK, frozenset({"localhost", "127.0.0.1"}), context)
    return last


def test_many_pictures_come_over_one_connection(
    library: Library, secure: SecureServer, certificate: tuple[Path, Path]
) -> None:
    show(library, *(f"https://localhost:{secure.port}/{number}.png" for number in range(12)))
    assert fetch_trusting(library, certificate[0]).stored == 12
    assert secure.wires <= 2
    for request in secure.requests:
        assert request[":authority"] == f"localhost:{secure.port}"
        assert {name for name in request if not name.startswith(":")} == {"accept", "accept-encoding", "user-agent"}


@pytest.mark.parametrize(("name", "trusted"), [("localhost", False), ("127.0.0.1", True)])
def test_a_server_that_cannot_prove_its_name_is_told_nothing(
    library: Library, secure: SecureServer, certificate: tuple[Path, Path], name: str, *, trusted: bool
) -> None:
    article = show(library, f"https://{name}:{secure.port}/a.png")
    assert fetch_trusting(library, certificate[0] if trusted else None).failed == 1
    assert pictures(library, article)[0].reason == "its server's certificate is not valid"
    assert secure.requests == []


def test_an_invalid_certificate_is_its_hosts_fault_and_may_pass(
    library: Library, secure: SecureServer, certificate: tuple[Path, Path]
) -> None:
    show(library, *(f"https://localhost:{secure.port}/{number}.png" for number in range(30)))
    assert fetch_trusting(library, None).failed == 30
    assert secure.tries < 12
    assert fetch_trusting(library, certificate[0]).stored == 30

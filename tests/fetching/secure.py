"""A server that speaks HTTP/2 over TLS, with a certificate of its own for one name."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from contextlib import suppress
from pathlib import Path

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived

from tests.fetching.server import stop_accepting


def make_certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """Make a certificate that names a host, and its key."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-subj", "/CN=test", "-addext", f"subjectAltName=DNS:{name}", "-days", "2"]
    subprocess.run([*command, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    return certificate, key


class SecureServer:
    """Answers every request with one body; `requests` are the headers that were sent.

    `tries` is how many connections came, `wires` how many of them were trusted.
    """

    def __init__(self, certificate: Path, key: Path, body: bytes) -> None:
        self.requests: list[dict[str, str]] = []
        self.tries = self.wires = 0
        self._body = body
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate, key)
        self._context.set_alpn_protocols(["h2"])
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._open: set[socket.socket] = set()
        self._accepting = threading.Thread(target=self._serve, daemon=True)
        self._accepting.start()

    def close(self) -> None:
        stop_accepting(self._socket, self._accepting)
        for wire in list(self._open):
            with suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                wire, _ = self._socket.accept()
                self.tries += 1
                self._open.add(wire)
                threading.Thread(target=self._speak, args=(wire,), daemon=True).start()

    def _speak(self, plain: socket.socket) -> None:
        with suppress(OSError), plain, self._context.wrap_socket(plain, server_side=True) as wire:
            self.wires += 1
            speech = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
            speech.initiate_connection()
            wire.sendall(speech.data_to_send())
            while data := wire.recv(65536):
                for event in speech.receive_data(data):
                    if isinstance(event, RequestReceived):
                        self.requests.append({str(name): str(value) for name, value in event.headers or ()})
                        speech.send_headers(event.stream_id, [(":status", "200"), ("content-type", "image/png")])
                        speech.send_data(event.stream_id, self._body, end_stream=True)
                wire.sendall(speech.data_to_send())

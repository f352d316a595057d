"""Other programs over some of the same texts, where they are installed: newsboat, notmuch and recoll."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from html import escape
from pathlib import Path

from benchmarks.figures import Figures
from benchmarks.table import timed

#: So many texts a peer is given: recoll takes some 30 a second.
TEXTS = 2_000


def run(texts: Sequence[str], scratch: Path, figures: Figures) -> None:
    """Let each peer take in some texts, and print how fast it does."""
    peers: dict[str, Callable[[Sequence[str], Path, Figures], None]] = {
        "newsboat": _newsboat, "notmuch": _notmuch, "recollindex": _recoll,
    }  # fmt: skip
    for program, measure in peers.items():
        if shutil.which(program):
            measure(texts, scratch, figures)
        else:
            figures.skip(program)


def _newsboat(texts: Sequence[str], scratch: Path, figures: Figures) -> None:
    """Load one feed that holds them all; it makes no index."""
    home = scratch / "newsboat"
    home.mkdir()
    items = "".join(
        f"<item><title>{number}</title><guid>{number}</guid><link>https://posts.example/{number}</link>"
        f"<description>{escape(text)}</description></item>"
        for number, text in enumerate(texts)
    )
    (home / "feed.xml").write_text(f'<rss version="2.0"><channel><title>all</title>{items}</channel></rss>', "utf-8")
    (home / "urls").write_text(f"file://{home}/feed.xml\n", "utf-8")
    (home / "config").touch()
    files = [f"--url-file={home}/urls", f"--cache-file={home}/cache.db", f"--config-file={home}/config"]
    seconds = _time(["newsboat", *files, "--execute=reload"], home)
    figures.add("peer: newsboat, load, no index", len(texts) / seconds, "texts/s")


def _notmuch(texts: Sequence[str], scratch: Path, figures: Figures) -> None:
    """Index them as mail."""
    home = scratch / "notmuch"
    (home / "mail" / "cur").mkdir(parents=True)
    for number, text in enumerate(texts):
        mail = EmailMessage()
        mail["From"], mail["Subject"], mail["Message-ID"] = "a@posts.example", str(number), f"<{number}@posts.example>"
        mail["Date"] = "Thu, 20 Jan 2022 08:00:00 +0000"
        mail.set_content(text)
        (home / "mail" / "cur" / f"{number}:2,").write_bytes(mail.as_bytes())
    config = home / "config"
    config.write_text(f"[database]\npath={home}/mail\n[user]\nname=a\nprimary_email=a@posts.example\n", "utf-8")
    seconds = _time(["notmuch", f"--config={config}", "new", "--quiet"], home)
    figures.add("peer: notmuch, index", len(texts) / seconds, "texts/s")


def _recoll(texts: Sequence[str], scratch: Path, figures: Figures) -> None:
    """Index them as text files."""
    home = scratch / "recoll"
    (home / "texts").mkdir(parents=True)
    for number, text in enumerate(texts):
        (home / "texts" / f"{number}.txt").write_text(text, "utf-8")
    (home / "recoll.conf").write_text(f"topdirs = {home}/texts\n", "utf-8")
    seconds = _time(["recollindex", "-c", str(home)], home)
    figures.add("peer: recoll, index", len(texts) / seconds, "texts/s")


def _time(words: Sequence[str], home: Path) -> float:
    """Return the seconds a program takes, with a home of its own."""

    def once() -> None:
        subprocess.run(words, check=True, capture_output=True, timeout=600, env=os.environ | {"HOME": str(home)})

    return timed(once)[0]

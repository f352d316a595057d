"""Takes the payloads that sanitisers publish as their tests through ours, and to every kind of file.

python -m tests.fuzz.published FILE...

A FILE is the `expect.js` of DOMPurify (in its npm package up to 0.6.7; node reads it), a `.test` of bleach, or an
`.xml` of feedparser's `sanitize` tests. They are not kept here. Each payload is a post of every generator, as Markdown
and as a web page, and a title; all of them also go into PDFs. Prints what came out that must not, and how much was
tried.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtWidgets import QApplication

from reader.domain import Dialect
from tests.fuzz.papers import paper
from tests.fuzz.targets import body, title


def payloads(file: Path) -> list[str]:
    """Return the payloads that a file holds."""
    if file.suffix == ".js":
        script = "console.log(JSON.stringify(require(process.argv[1]).map(t => t.payload)))"
        run = subprocess.run(["node", "-e", script, str(file)], capture_output=True, text=True, check=True)
        return [str(each) for each in json.loads(run.stdout)]
    if file.suffix == ".xml":
        # Its posts are escaped once, as feeds are.
        root = ET.fromstring(file.read_bytes())
        texts = [text for text in root.itertext() if "<" in text]
        values = [value for element in root.iter() for value in element.attrib.values() if ":" in value]
        return [*texts, *(f'<a href="{value}">a</a>' for value in values)] or [file.read_text("utf-8", "replace")]
    return [file.read_text("utf-8", "replace").split("\n--\n")[0]]


def posts(payload: str) -> Iterator[bytes]:
    """Yield a payload as a post under the rules of every generator, as Markdown and as a web page."""
    for number, _ in enumerate(Dialect):
        for kind in (0, 1):
            yield bytes([number, kind]) + payload.encode("utf-8", "replace")


def main() -> int:
    """Try all that the command line names; returns 1 where something came through."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    tried = files = came = 0
    for name in sys.argv[1:]:
        files += 1
        for payload in payloads(Path(name)):
            tried += 1
            for post in posts(payload):
                came += _comes_through(lambda post=post: body(post), name, payload)
            came += _comes_through(lambda payload=payload: title(payload), name, payload)
            came += _comes_through(lambda payload=payload: paper(posts(payload), payload), f"{name}, PDF", payload)
    app.quit()
    print(f"{tried} payloads of {files} files, as {tried * (2 * len(Dialect) + 1)} posts: {came} escapes")  # noqa: T201
    return 1 if came else 0


def _comes_through(attempt: object, name: str, payload: str) -> bool:
    try:
        attempt()  # type: ignore[operator]
    except Exception as error:  # noqa: BLE001 - any is one finding of many
        print(f"{name}: {type(error).__name__} {str(error)[:200]}: {payload[:200]!r}")  # noqa: T201
        return True
    return False


if __name__ == "__main__":
    sys.exit(main())

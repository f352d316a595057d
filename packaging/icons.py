"""Draws the program's icon as PNG files of the sizes that desktops ask for, and for Windows and macOS as one file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from PySide6.QtGui import QGuiApplication, QIcon

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def main(folder: Path) -> None:
    """Write NxN.png for each size, and broadsheet.ico or broadsheet.icns beside the folder."""
    app = QGuiApplication([])
    svg = Path(__file__).resolve().parent.parent / "resources" / "icons" / "broadsheet.svg"
    icon = QIcon(str(svg))
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        if not icon.pixmap(size, size).save(str(folder / f"{size}.png")):
            raise SystemExit(f"{folder} cannot be written")
    ending = {"win32": "ico", "darwin": "icns"}.get(sys.platform)
    if ending:
        with Image.open(folder / "512.png") as drawn:
            drawn.save(folder.parent / f"broadsheet.{ending}")
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

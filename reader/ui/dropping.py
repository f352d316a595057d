"""What was dropped on the window, or given to it as an argument."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from reader.containers.endings import looks_like_archive


def dropped_folder(data: QMimeData) -> Path | None:
    """Return the first local folder or archive among what is dragged; another file stands for the folder it is in."""
    for url in data.urls():
        if url.isLocalFile():
            path = Path(url.toLocalFile())
            if path.is_file():
                return path if looks_like_archive(path) else path.parent
            if path.is_dir():
                return path
    return None

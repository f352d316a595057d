"""Takes the pictures of the program in docs/pictures, two of which README.md shows.

python tools/screenshots.py [--into FOLDER] [--png] [NAME...]

With NAMEs only those pictures whose names begin so are taken. --png writes plain files for a look at them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SCALE = "BROADSHEET_PICTURES_SCALE"
# Before Qt is imported: no screen is needed, and the picture must not depend on where it is taken.
SCREEN = Path(__file__).parent / "gallery" / "screen.json"  # The usual one would cut what pops up.
os.environ |= {"QT_QPA_PLATFORM": f"offscreen:configfile={SCREEN}", "TZ": "UTC", "LANG": "C.UTF-8"}
os.environ["XDG_STATE_HOME"] = os.environ["HOME"] = "/home/reader"
os.environ["QT_SCALE_FACTOR"] = os.environ.get(SCALE, "1")

from gallery import files
from gallery.scenes import Scene, scenes
from gallery.stage import Stage, make_library, one_day
from PySide6.QtGui import QCursor

from reader.app import make_application

ROOT = Path(__file__).parent.parent
#: Dialogs name it, so it has to be the same each time.
HOME = Path(tempfile.gettempdir()) / "broadsheet-pictures"


def main() -> None:
    """Take the pictures the command line asks for."""
    options = _options()
    wanted = [scene for scene in scenes() if _is_wanted(scene, options.names)]
    options.into.mkdir(parents=True, exist_ok=True)
    scale = os.environ.get(SCALE)
    if scale is not None:
        _take([scene for scene in wanted if scene.scale == float(scale)], options)
        # Not by taking down Qt: a popup that was never closed by a hand may outlive the application, and crash.
        sys.stdout.flush()
        os._exit(0)
    for each in sorted({scene.scale for scene in wanted}):
        # Qt knows one scale in its life.
        subprocess.run([sys.executable, *sys.argv], env=os.environ | {SCALE: str(each)}, check=True)
    if not options.names:
        known = {files.file_name(scene) for scene in wanted}
        for file in options.into.glob("*.*"):
            if file.suffix in {".png", ".webp"} and file.name not in known and not options.png:
                file.unlink()
        files.write_page(wanted, options.into)


def _is_wanted(scene: Scene, names: list[str]) -> bool:
    return scene.name.startswith(tuple(names)) if names else scene.kept


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Take the pictures of Broadsheet.")
    parser.add_argument("--into", type=Path, default=ROOT / "docs" / "pictures", metavar="FOLDER")
    parser.add_argument("--png", action="store_true", help="plain files, all colours, for a look at them")
    parser.add_argument("names", nargs="*", metavar="NAME", help="what the names begin with; all without")
    return parser.parse_args()


def _take(wanted: list[Scene], options: argparse.Namespace) -> None:
    app = make_application(["broadsheet"])
    app.setCursorFlashTime(0)
    QCursor.setPos(4000, 3000)  # or the mouse is over a button
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir()
    try:
        make_library(HOME)
        with one_day():
            for scene in wanted:
                settings = {"theme": scene.theme, "language": scene.language, **scene.settings}
                stage = Stage(app, HOME, scene.library, settings)
                stage.show(scene.width, scene.height)
                scene.act(stage)
                picture = stage.picture()
                stage.close()
                if options.png:
                    picture.save(str(options.into / f"{scene.name}.png"))
                else:
                    files.write(scene, picture, options.into)
                print(scene.name, flush=True)
    finally:
        shutil.rmtree(HOME, ignore_errors=True)


if __name__ == "__main__":
    main()

"""Uses the real window for as long as one wishes, quickly and at random, and tells what grew and what went wrong.

python tools/soak.py LIBRARY [--minutes N] [--seed N] [--only DEED...] [--posts FOLDER...] [--over MS]

LIBRARY is changed by it; each FOLDER is imported into it, and its articles are read as well. No screen is needed. Each
minute is a line, told when no job runs, since what jobs need meanwhile is no growth; the last one is JSON. SIGTERM ends
it before its time, with the figures so far. Exit code 1: a warning of Qt, an exception, or something that did not come
to its end.
"""

from __future__ import annotations

import argparse
import compileall
import gc
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

# Before Qt is imported: no screen is needed.
os.environ |= {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"), "LANG": "C.UTF-8"}

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from soak_watch import MEASURE, TOO_MUCH_MS, Watch, census

from reader.app import make_application
from reader.domain import ArticleQuery, State
from reader.library.opening import open_library
from reader.ui.collecting import Collector
from reader.ui.looks.appearance import MODES, Appearance
from reader.ui.main_window import MainWindow
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings

#: What is waited for before the next thing is done; a moment at most when one does not wait, as who reads quickly.
Reached = Callable[[], bool]

_PATIENCE = 60.0
_PANELS = (
    "typography", "go_to", "time_machine", "sidebar", "shortcuts", "settings", "storage", "history", "folders",
    "pictures", "backups", "export", "print", "pdf", "manual", "search_help", "change_keys", "aside", "read_before",
)  # fmt: skip
_WORDS = ["snow", "山", "大雪 封山", "probe7", "is:unread 茶", '"the harbour"', "-snow 国", "tag:t1", "C++", "xyzzy"]


class Reader:
    """Somebody who reads very quickly; `deeds` are what they may do, each with how often."""

    def __init__(self, window: MainWindow, folder: Path, watch: Watch, options: argparse.Namespace) -> None:
        self.window, self._folder, self._watch = window, folder, watch
        self._posts: list[Path] = list(options.posts)
        self._only: list[str] = options.only
        self._chance = random.Random(options.seed)  # noqa: S311 - it only chooses what to do
        self.done: Counter[str] = Counter()
        self._imported = self._imports = 0
        self._deeds: dict[str, tuple[int, Callable[[], None]]] = {
            "open": (30, self._open),
            "key": (25, self._key),
            "search": (8, self._search),
            "list": (8, self._list),
            "scroll": (10, self._scroll),
            "resize": (6, self._resize),
            "theme": (3, self._theme),
            "language": (1, self._language),
            "text size": (3, self._text_size),
            "panel": (4, self._panel),
            "arrange": (2, self._arrange),
            "fold": (2, self._fold),
            "drag": (3, self._drag),
            "select all": (1, self._select_all),
            "import": (1, self._import),
        }

    def read(self) -> Iterator[Reached]:
        """Do one thing after another; yields what is waited for."""
        names = self._only or list(self._deeds)
        weights = [self._deeds[name][0] for name in names]
        while True:
            (name,) = self._chance.choices(names, weights)
            self._watch.beat()
            self._watch.doing = name
            self.done[name] += 1
            self._deeds[name][1]()
            if self._chance.random() < 0.3:
                yield self.quiet
            else:
                until = time.monotonic() + self._chance.random() * 0.15
                yield lambda until=until: time.monotonic() > until  # type: ignore[misc]

    def quiet(self) -> bool:
        """Tell whether no job runs, or waits to."""
        return not self.window.session._tasks and not self.window.runner.running  # noqa: SLF001

    def _give(self, *names: str) -> None:
        action = self.window.actions_[self._chance.choice(names)]
        if action.isEnabled():
            action.trigger()

    def _open(self) -> None:
        self._give("next", "next", "next", "previous", "next_unread", "page_on", "page_back")

    def _key(self) -> None:
        self._give("toggle_read", "toggle_later", "undo", "redo", "start_over", "next_hit", "find", "page_on")

    def _search(self) -> None:
        self.window.list_pane.search.setText(self._chance.choice([*_WORDS, "", ""]))

    def _list(self) -> None:
        contents, state = self.window.summary.contents, self._chance.choice([State.ANY, State.ANY, State.UNREAD])
        # The newest sources are those that were imported meanwhile.
        sources = sorted(each.id for each in contents.sources)[-self._imports :] if self._imports else []
        if sources and self._chance.random() < 0.7:
            asked = ArticleQuery(source=self._chance.choice(sources), state=state)
        else:
            categories = [node.id for node in contents.categories] or [1]
            asked = ArticleQuery(category=self._chance.choice(categories), state=state)
        self.window.navigator.show(asked)

    def _scroll(self) -> None:
        bar = self._chance.choice((self.window.list_pane.list, self.window.reader.viewer)).verticalScrollBar()
        bar.setValue(self._chance.randrange(bar.maximum() + 1))
        ids = self.window.list_pane.model.ids
        if ids and self._chance.random() < 0.5:
            self.window.list_pane.list.choose(self._chance.choice(ids))

    def _resize(self) -> None:
        self.window.resize(self._chance.randrange(620, 1900), self._chance.randrange(420, 1100))

    def _theme(self) -> None:
        self.window.appearance.choose_theme(self._chance.choice(MODES))

    def _language(self) -> None:
        self.window.appearance._settings.set("language", self._chance.choice(("en", "zh_CN")))  # noqa: SLF001
        self.window.appearance.apply_language()

    def _text_size(self) -> None:
        self._give("larger", "smaller", "normal_size")

    def _panel(self) -> None:
        self._give(*_PANELS)
        QTimer.singleShot(300, self._close_panels)

    def _close_panels(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window and widget.isVisible():
                widget.close()
        if self.window.going.switcher.isVisible():
            self.window.going.switcher.dismiss()

    def _arrange(self) -> None:
        self._give(*(name for name in self.window.actions_.names() if name.startswith(("rows_", "sort_", "group_"))))

    def _fold(self) -> None:
        tree, lines = self.window.sidebar.tree, self.window.sidebar.model
        index = lines.find(self._chance.choice(list(lines.foldable())).key)
        tree.setExpanded(index, not tree.isExpanded(index))

    def _drag(self) -> None:
        self.window.splitter.moveSplitter(self._chance.randrange(180, 900), self._chance.choice((1, 2)))

    def _select_all(self) -> None:
        self.window.list_pane.select_all()
        self._give("toggle_read", "toggle_later", "next", "read_all")

    def _import(self) -> None:
        """Import one of the folders, each once, and some new posts in between."""
        self._imports += 1
        if self._posts and self._imports % 4:
            self.window.runner.start(self._posts.pop())
            return
        self._watch.doing = MEASURE  # what it writes itself
        posts = self._folder / "_posts"
        posts.mkdir(parents=True, exist_ok=True)
        for _ in range(30):
            self._imported += 1
            head = f"---\ntitle: Soaked {self._imported}\ndate: 2025-01-01 10:{self._imported % 60:02}:00\n---\n\n"
            (posts / f"{self._imported}.md").write_text(head + "大雪封山。Snow closes the pass.\n\n" * 9, "utf-8")
        self._watch.beat()
        self._watch.doing = "import"
        self.window.runner.start(self._folder)


def main() -> int:
    """Read for the minutes of the command line; returns the exit code."""
    parser = argparse.ArgumentParser(description="Use Broadsheet's window for long, at speed.")
    parser.add_argument("library", type=Path)
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[], metavar="DEED", help="do nothing but these, by their names")
    parser.add_argument("--posts", type=Path, nargs="*", default=[], metavar="FOLDER")
    parser.add_argument("--over", type=int, default=TOO_MUCH_MS, metavar="MS", help="tell of stretches over so many ms")
    options = parser.parse_args()
    # As an installed program: what the window loads in idle moments would else be compiled there, 30 ms at a go.
    compileall.compile_dir(Path(__file__).resolve().parent.parent / "reader", quiet=1)
    app = make_application(["broadsheet"])
    open_library(options.library).close()  # An older one is brought up to date before.
    with tempfile.TemporaryDirectory(prefix="broadsheet-soak-") as name:
        settings = Settings(Path(name) / "settings.ini")
        settings.set("language", "en")
        window = MainWindow(LibrarySession(options.library), settings, Appearance(app, settings))
        window.resize(1280, 800)
        window.show()
        watch = Watch(options.over)
        QTimer.singleShot(0, window.start)
        reader = Reader(window, Path(name) / "blog", watch, options)
        # As the program does it.
        Collector(app)
        gc.freeze()
        soak = Soak(app, reader, watch, options.minutes)
        app.exec()
        window.close()
        soak.tell()
    return 1 if watch.warnings or watch.faults else 0


class Soak:
    """Lets the reader go on, a step at a time in the window's own loop, and notes what the process has each minute."""

    def __init__(self, app: QApplication, reader: Reader, watch: Watch, minutes: float) -> None:
        self._app, self._reader, self._watch = app, reader, watch
        self._steps = reader.read()
        self._reached: Reached = lambda: True
        self._since = self._began = self._noted = time.monotonic()
        self._end = self._began + minutes * 60
        self._half = self._began + minutes * 30
        self.minutes: list[dict[str, float]] = []
        # Two of these and no more: what they hold, and make by looking, would be growth of its own.
        self._middle, self._last = Counter[str](), Counter[str]()
        self._timer = QTimer()
        self._timer.timeout.connect(self._step)
        self._timer.start(15)
        signal.signal(signal.SIGTERM, self._stop)

    def _stop(self, *_signal: object) -> None:
        self._end = 0.0

    def _step(self) -> None:
        now = time.monotonic()
        if now > self._end:
            self._timer.stop()
            self._last = census(self._reader.window)
            self._app.quit()
        elif self._reached():
            if now - self._noted > 60:
                if not self._reader.quiet():
                    self._reached = self._reader.quiet
                    return
                self._note(now)
            self._reached, self._since = next(self._steps), time.monotonic()
        elif now - self._since > _PATIENCE:
            self._watch.faults.append(f"no end of: {self._watch.doing}")
            self._since = now

    def _note(self, now: float) -> None:
        self._watch.beat()
        self._watch.doing = MEASURE
        has = self._watch.has() | {"deeds": self._reader.done.total()}
        self.minutes.append(has)
        if now > self._half and not self._middle:
            self._middle = census(self._reader.window)
        self._noted = now
        print(f"{(now - self._began) / 60:5.1f} min", *(f"{name} {value:g}" for name, value in has.items()), flush=True)

    def _grown(self) -> dict[str, list[int]]:
        """Return the kinds of objects that there are more of at the end than at half time, each with their numbers."""
        if not self._middle:
            return {}
        more = self._last - self._middle
        return {kind: [self._middle[kind], self._last[kind]] for kind, _ in more.most_common(25)}

    def tell(self) -> None:
        """Print what was done and what became of it."""
        gaps = {name: [round(each) for each in gap] for name, gap in self._watch.gaps.items()}
        found = {
            "deeds": dict(self._reader.done),
            "first": self.minutes[len(self.minutes) // 4] if self.minutes else {},
            "last": self.minutes[-1] if self.minutes else {},
            "least and most": {
                name: [min(each[name] for each in self.minutes), max(each[name] for each in self.minutes)]
                for name in (self.minutes[0] if self.minutes else ())
            },
            "largest gap, ms: passed, worked": gaps,
            "its own measuring, ms at most, and how often": [
                round(self._watch.measuring.worst),
                self._watch.measuring.times,
            ],
            "how often it computed for more than so many ms": dict(self._watch.stretches),
            "where it computed too long": self._watch.worst(),
            "what grew": self._grown(),
            "warnings": dict(self._watch.warnings.most_common(20)),
            "faults": self._watch.faults[:20],
        }
        print(json.dumps(found, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main())

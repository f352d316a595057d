"""The real window, offscreen, used by its commands until the process is killed."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable

from reader.library.library import Library
from tests.killing.world import World

Say = Callable[..., None]

_PATIENCE = 60.0
_COMMANDS = ["next", "previous", "toggle_read", "toggle_later", "undo", "redo", "next_unread", "read_all"]


def use(world: World, say: Say) -> int:
    """Read, mark, take back, import and search; `say` is told what is about to be marked, and what then is."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1", "LANG": "C.UTF-8"}
    from reader.app import make_application, open_session
    from reader.paths import settings_file
    from reader.ui.looks.appearance import Appearance
    from reader.ui.main_window import MainWindow
    from reader.ui.session import LibrarySession
    from reader.ui.settings import Settings

    app = make_application(["broadsheet"])
    settings = Settings(settings_file())
    session = open_session(world.library, settings)
    if not isinstance(session, LibrarySession):
        return session
    window = MainWindow(session, settings, Appearance(app, settings))
    window.show()
    window.start()

    def wait() -> None:
        end = time.monotonic() + _PATIENCE
        app.processEvents()
        while session._tasks or window.runner.running:
            if time.monotonic() > end:
                raise TimeoutError("the window did not come to rest")
            app.processEvents()
            time.sleep(0.002)

    chance = random.Random(os.getpid())
    wait()
    for _ in range(60):
        titles = [article.title for article in session.library.articles(window.list_pane.model.ids)]
        command = chance.choice(_COMMANDS)
        # Any of them may change the mark of any article: opening one reads it, an undo goes back to one left before.
        say(*(f"try\t{title}" for title in titles))
        window.actions_[command].trigger()
        if chance.random() < 0.08:
            window.runner.refresh()
        wait()
        with Library(world.library, writing=False) as library:
            for article in library.articles(window.list_pane.model.ids):
                say(f"{article.title}\t{int(not article.unread)}\t{int(article.bookmarked)}")
    window.close()
    return 0

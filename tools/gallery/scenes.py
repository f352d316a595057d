"""What there is a picture of: the window in its themes, widths and states, each dialog, each empty state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gallery.posts import EVERYTHING, FOLDER
from gallery.stage import Stage
from reader.ui.looks.theme import THEMES
from reader.ui.sidebar.lines import Folder

Act = Callable[[Stage], object]
OPEN = {"en": "How this reader works", "zh_CN": "泡一杯茶要多久"}
LANGUAGES = tuple(OPEN)
WIDTHS = (640, 1024, 1680)


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: its file's name without an ending, the part of the page it stands in, and how it comes about."""

    name: str
    part: str
    act: Act
    theme: str = "light"
    language: str = "en"
    width: int = 1280
    height: int = 800
    scale: int = 1
    library: str = "library"
    png: bool = False
    settings: dict[str, str] = field(default_factory=dict)


def scenes() -> list[Scene]:
    """Return all of them, in the order of the page."""
    return [*_windows(), *_states(), *_dialogs(), *_empty()]


def _windows() -> Iterator[Scene]:
    for language, title in OPEN.items():

        def act(stage: Stage, title: str = title) -> None:
            stage.window.sidebar.tree.expandAll()
            stage.open(title)

        short = language[:2]
        for theme in THEMES:
            shown = (theme, short) in {("light", "en"), ("dark", "zh")}  # in README.md
            yield Scene(f"main-{theme}-{short}", "The window in each theme", act, theme, language, png=shown)
        for width in WIDTHS:
            for theme in ("light", "dark"):
                height = 1000 if width > 1280 else 800
                yield Scene(f"width-{width}-{theme}-{short}", "Widths", act, theme, language, width, height)
        for theme in ("light", "dark"):
            yield Scene(f"main-{theme}-{short}-2x", "Twice the pixels", act, theme, language, scale=2)
        yield Scene(f"width-640-light-{short}-2x", "Twice the pixels", act, "light", language, 640, scale=2)


def _both(part: str, acts: dict[str, Act], library: str = "library") -> Iterator[Scene]:
    """Yield each in English on light, and in Chinese on dark."""
    for name, act in acts.items():
        for theme, language in (("light", "en"), ("dark", "zh_CN")):
            yield Scene(f"{name}-{language[:2]}", part, act, theme, language, library=library)


def _states() -> Iterator[Scene]:
    acts: dict[str, Act] = {
        "state-everything": lambda stage: stage.open(EVERYTHING),
        "state-everything-end": _far_down,
        "state-search": lambda stage: _searched(stage, "harbour"),
        "state-search-box": lambda stage: _typed(stage, "tag:pa"),
        "state-find": lambda stage: _found(stage, "the"),
        "state-text-panel": lambda stage: _then(stage, "typography"),
        "state-outline": lambda stage: _then(stage, "outline"),
        "state-go-to": lambda stage: stage.trigger("go_to"),
        "state-time-machine": partial(_then, action="time_machine"),
        "state-toast": lambda stage: _then(stage, "toggle_later"),
        "state-selected": _selected,
        "state-lightbox": _enlarged,
        "state-menu": _menu,
    }
    yield from _both("States of the window", acts)
    for density in ("compact", "cards"):
        for theme, language in (("light", "en"), ("dark", "zh_CN")):
            settings = {"list/rows": f"rows_{density}", "list/group": "group_source" if density == "cards" else ""}
            name = f"state-{density}-{language[:2]}"
            act = _open_any
            yield Scene(name, "States of the window", act, theme, language, settings=settings)


def _dialogs() -> Iterator[Scene]:
    actions = ("settings", "shortcuts", "search_help", "about", "folders", "history", "pictures", "storage", "backups")
    acts: dict[str, Act] = {f"dialog-{name}": partial(Stage.trigger, action=name) for name in actions}
    acts |= {f"dialog-{name}": partial(_then, action=name) for name in ("export", "pdf", "print")}
    acts["dialog-import"] = lambda stage: stage.trigger("import")
    acts["dialog-import-plan"] = _planned
    acts["dialog-import-report"] = _reported
    acts["dialog-save-search"] = _kept
    acts["dialog-merge"] = _merge
    yield from _both("Dialogs", acts)


def _empty() -> Iterator[Scene]:
    yield from _both("Empty states", {"empty-library": lambda _stage: None}, library="empty")
    acts: dict[str, Act] = {
        "empty-page": lambda _stage: None,
        "empty-search": lambda stage: stage.search("xyzzy"),
        "empty-later": lambda stage: _emptied(stage, Folder.LATER),
        "empty-unread": lambda stage: _emptied(stage, Folder.UNREAD),
    }
    yield from _both("Empty states", acts)


def _then(stage: Stage, action: str) -> None:
    stage.open(EVERYTHING)
    stage.trigger(action)


def _open_any(stage: Stage) -> None:
    stage.open(EVERYTHING)


def _far_down(stage: Stage) -> None:
    stage.open(EVERYTHING)
    bar = stage.window.reader.viewer.verticalScrollBar()
    bar.setValue(bar.maximum())


def _searched(stage: Stage, words: str) -> None:
    stage.search(words)
    stage.window.list_pane.list.choose(stage.window.list_pane.model.ids[0])


def _typed(stage: Stage, words: str) -> None:
    box = stage.window.list_pane.search
    box.setFocus()
    QTest.keyClicks(box, words)


def _found(stage: Stage, words: str) -> None:
    _then(stage, "find")
    stage.window.reader.find_bar.field.setText(words)


def _selected(stage: Stage) -> None:
    stage.open(EVERYTHING)
    view = stage.window.list_pane.list
    view.step(-1)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def _enlarged(stage: Stage) -> None:
    stage.open(EVERYTHING)
    page = stage.window.reader.viewer
    if page.built is not None:
        page.picture_activated.emit(page.built.pictures, 0)


def _menu(stage: Stage) -> None:
    stage.window.actions_.menu(stage.window).popup(stage.window.mapToGlobal(stage.window.rect().topLeft()))


def _planned(stage: Stage) -> None:
    stage.window.open_folders([stage.home / FOLDER])
    stage.settle()


def _kept(stage: Stage) -> None:
    stage.search("tag:sea")
    stage.trigger("save_search")


def _reported(stage: Stage) -> None:
    _planned(stage)
    stage.window.dialogs.importing.primary.click()


def _merge(stage: Stage) -> None:
    top, *below = stage.window.summary.contents.categories
    stage.window.smart.arranging.ask_to_merge(next(each.id for each in below if each.parent == top.id))


def _emptied(stage: Stage, folder: Folder) -> None:
    window = stage.window
    articles = window.session.library.articles(window.list_pane.model.ids)
    if folder is Folder.UNREAD:
        stage.trigger("read_all")
    else:
        for article in articles:
            if article.bookmarked:
                window.commands.toggle_later_of(article.id)
    stage.settle()
    window.sidebar.tree.choose(folder)
    window.searching.show()
    window.toast.dismiss()

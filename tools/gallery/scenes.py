"""What there is a picture of: the window in its themes, widths and states, each dialog, each empty state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from gallery import acts
from gallery.posts import EVERYTHING, SCRIPTS
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
    scale: float = 1
    library: str = "library"
    png: bool = False
    kept: bool = True  # or to be looked at only: where its name is given
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
        if language == "zh_CN":
            yield Scene("traditional", "Traditional Chinese", act, language="zh_TW")
        for scale in (1.25, 1.5):
            yield Scene(f"main-light-{short}-{scale}x", "More pixels", act, "light", language, scale=scale, kept=False)
        for width in WIDTHS:
            for theme in ("light", "dark"):
                height = 1000 if width > 1280 else 800
                yield Scene(f"width-{width}-{theme}-{short}", "Widths", act, theme, language, width, height)
        for theme in ("light", "dark"):
            yield Scene(f"main-{theme}-{short}-2x", "More pixels", act, theme, language, scale=2)
        yield Scene(f"width-640-light-{short}-2x", "More pixels", act, "light", language, 640, scale=2)


def _both(part: str, wanted: dict[str, Act], library: str = "library") -> Iterator[Scene]:
    """Yield each in English on light, and in Chinese on dark."""
    for name, act in wanted.items():
        for theme, language in (("light", "en"), ("dark", "zh_CN")):
            yield Scene(f"{name}-{language[:2]}", part, act, theme, language, library=library)


def _states() -> Iterator[Scene]:
    wanted: dict[str, Act] = {
        "state-everything": lambda stage: stage.open(EVERYTHING),
        "state-everything-middle": partial(acts.scrolled, share=0.53),
        "state-everything-end": partial(acts.scrolled, share=1),
        "state-scripts": lambda stage: stage.open(SCRIPTS),
        "state-footnote": acts.noted,
        "state-hovered": acts.hovered,
        "state-search": lambda stage: acts.searched(stage, "harbour"),
        "state-search-box": lambda stage: acts.typed(stage, "tag:pa"),
        "state-find": lambda stage: acts.found(stage, "the"),
        "state-text-panel": lambda stage: acts.then(stage, "typography"),
        "state-outline": lambda stage: acts.then(stage, "outline"),
        "state-go-to": lambda stage: stage.trigger("go_to"),
        "state-time-machine": partial(acts.then, action="time_machine"),
        "state-time-machine-chosen": acts.travelled,
        "state-toast": lambda stage: acts.then(stage, "toggle_later"),
        "state-selected": acts.selected,
        "state-lightbox": acts.enlarged,
        "state-menu": acts.menu,
        "state-row-menu": acts.row_menu,
        "state-take-apart": acts.take_apart,
        "state-hint-search": partial(acts.toured, title="What a page can hold", hint="search"),
        "state-hint-go": partial(acts.toured, title="What a page can hold", hint="go"),
    }
    yield from _both("States of the window", wanted)
    for density in ("compact", "cards"):
        for theme, language in (("light", "en"), ("dark", "zh_CN")):
            settings = {"list/rows": f"rows_{density}", "list/group": "group_source" if density == "cards" else ""}
            name = f"state-{density}-{language[:2]}"
            act = acts.open_any
            yield Scene(name, "States of the window", act, theme, language, settings=settings)


def _dialogs() -> Iterator[Scene]:
    actions = (
        "settings", "shortcuts", "change_keys", "search_help", "about", "folders", "history", "pictures", "storage",
        "backups", "manual",
    )  # fmt: skip
    wanted: dict[str, Act] = {f"dialog-{name}": partial(Stage.trigger, action=name) for name in actions}
    wanted |= {f"dialog-{name}": partial(acts.then, action=name) for name in ("export", "pdf", "print")}
    wanted["dialog-import"] = lambda stage: stage.trigger("import")
    wanted["dialog-import-plan"] = acts.planned
    wanted["dialog-import-report"] = acts.reported
    wanted["dialog-save-search"] = acts.kept
    wanted["dialog-merge"] = acts.merge
    wanted["dialog-aside"] = acts.set_aside
    wanted["dialog-table"] = acts.table
    wanted["dialog-question"] = acts.asked
    wanted["dialog-refusal"] = acts.refused
    wanted["dialog-fault"] = acts.failed
    wanted["dialog-damaged"] = acts.damaged
    yield from _both("Dialogs", wanted)


def _empty() -> Iterator[Scene]:
    empty: dict[str, Act] = {"empty-library": lambda _stage: None, "empty-library-hint": acts.welcomed}
    yield from _both("Empty states", empty, library="empty")
    wanted: dict[str, Act] = {
        "empty-page": lambda _stage: None,
        "empty-search": lambda stage: stage.search("xyzzy"),
        "empty-later": lambda stage: acts.emptied(stage, Folder.LATER),
        "empty-unread": lambda stage: acts.emptied(stage, Folder.UNREAD),
    }
    yield from _both("Empty states", wanted)

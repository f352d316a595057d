"""Late imports: a module imported this way runs when it is first used, and the start does not wait for it.

    with late():
        from reader.ui.importing import history_dialog

The module is there at once, and empty; the first look at something in it runs it, in whatever thread that is. One that
does not exist is still told at once, and tools that read imports see them all. No name can be taken out of a module
without running it, so a late one is imported whole. What only serves annotations stands under TYPE_CHECKING instead.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from threading import RLock, get_ident
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.abc import Loader

_STATE = "__late__"
# The threads that are within such a block.
_importing: set[int] = set()


@contextmanager
def late() -> Iterator[None]:
    """Let the modules that are imported within run when they are first used; packages run at once.

    Raises ImportError where a name is taken out of such a module, since nothing would be late then.
    """
    thread = get_ident()
    # It stays there: another thread that just goes through the finders would pass one over where this one went.
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())
    _importing.add(thread)
    try:
        yield
    finally:
        _importing.discard(thread)


def waiting(package: str) -> list[str]:
    """Return the modules of a package that were imported late and have not run yet."""
    return [name for name, module in list(sys.modules.items()) if name.startswith(package) and _STATE in vars(module)]


def run(name: str) -> None:
    """Run a module that waits for it, or was not imported yet."""
    _run(import_module(name))


def first_needed(name: str, package: str) -> str:
    """Return the module of a package that has to run before this one can, or this one itself.

    So a module can be run with nothing but itself, after one by one of those that it imports.
    """
    return _first_needed(name, package, set())


def _first_needed(name: str, package: str, asked: set[str]) -> str:
    asked.add(name)
    module = sys.modules.get(name)
    spec = find_spec(name) if module is None else module.__spec__
    code = getattr(spec and spec.loader, "get_code", lambda _name: None)(name)
    # What a module imports stands among the names that its code uses, and no other name has a dot.
    for other in code.co_names if code is not None else ():
        if other.startswith(f"{package}.") and other not in asked:
            there = sys.modules.get(other)
            if there is None or _STATE in vars(there):
                return _first_needed(other, package, asked)
    return name


class _Finder:
    """Finds what the others find, for a thread within a block, and makes it late."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if get_ident() not in _importing:
            return None
        others = (finder.find_spec(name, path, target) for finder in sys.meta_path if not isinstance(finder, _Finder))
        spec = next(filter(None, others), None)
        if spec is not None and spec.loader is not None and spec.submodule_search_locations is None:
            # Not a subclass of what it stands for, whose module takes longer to load than this saves here.
            spec.loader = _LateLoader(_State(spec.loader))  # type: ignore[assignment]
        return spec


class _State:
    """What a late module needs to run."""

    def __init__(self, loader: Loader) -> None:
        self.loader = loader
        self.lock = RLock()
        self.running = False


class _LateLoader:
    """Makes the module, and leaves it to that to run."""

    def __init__(self, state: _State) -> None:
        self._state = state

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _LateModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__[_STATE] = self._state
        # From here on it looks like any other to who asks where it came from.
        module.__loader__ = self._state.loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._state.loader


class _LateModule(ModuleType):
    """Runs when it is asked for something that it has not got yet; two threads that ask at a time wait for one run."""

    def __getattr__(self, name: str) -> Any:
        # What is asked of every module, as by the import system, tells nothing of what it is for.
        if _STATE not in self.__dict__ or (name.startswith("__") and name.endswith("__")):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        if get_ident() in _importing:
            raise ImportError(f"{name!r} cannot be imported late: import {self.__name__!r} whole", name=self.__name__)
        _run(self)
        return ModuleType.__getattribute__(self, name)


def _run(module: ModuleType) -> None:
    state: _State | None = module.__dict__.get(_STATE)
    if state is None:
        return
    with state.lock:
        # Within the module itself, or where another thread was faster, there is nothing to do.
        if not state.running and _STATE in module.__dict__:
            state.running = True
            try:
                state.loader.exec_module(module)
                del module.__dict__[_STATE]
                module.__class__ = ModuleType
            finally:
                state.running = False

"""Frozen values: what `@dataclass(frozen=True, slots=True)` gives, made in a third of the time.

A data class writes six methods as source, and Python compiles them one by one at each start. Here it writes the one in
which the fields have names of their own; the others are the same for all. All else that is known of data classes holds
of these, too: `fields`, `replace`, `asdict`, defaults and factories. Only what the start does not load may as well be a
data class.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")
# Past what refuses it.
_set = object.__setattr__


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Return the class with slots for its fields, compared and hashed by all of them, in their order."""
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    named = fields(made)
    values = _reader([each.name for each in named])

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    def words(self: object) -> str:
        parts = (f"{each.name}={value!r}" for each, value in zip(named, values(self), strict=True))
        return f"{type(self).__qualname__}({', '.join(parts)})"

    made.__init__ = _beginning(made, named)
    made.__eq__ = equal
    made.__hash__ = lambda self: hash(values(self))
    made.__repr__ = words
    made.__reduce__ = lambda self: (type(self), values(self))
    made.__setattr__ = made.__delattr__ = _refuse
    return made  # type: ignore[no-any-return]


def _reader(names: list[str]) -> Callable[[object], tuple[Any, ...]]:
    """Return what gives the values of these attributes; attrgetter gives a tuple of two or more only."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _beginning(made: type, named: tuple[Field[Any], ...]) -> Callable[..., None]:
    """Return an `__init__` that takes the fields in their order."""
    known: dict[str, Any] = {"_set": _set}
    heads, lines = [], []
    for each in named:
        head = value = each.name
        if each.default_factory is not MISSING:
            known[f"_new_{each.name}"], known["_none"] = each.default_factory, MISSING
            head, value = f"{each.name}=_none", f"_new_{each.name}() if {each.name} is _none else {each.name}"
        elif each.default is not MISSING:
            known[f"_default_{each.name}"] = each.default
            head = f"{each.name}=_default_{each.name}"
        heads.append(head)
        lines.append(f"\n _set(self, {each.name!r}, {value})")
    exec(f"def __init__(self, {', '.join(heads)}):{''.join(lines) or ' pass'}", known)  # noqa: S102 - names of a class of ours
    begin: Callable[..., None] = known["__init__"]
    begin.__qualname__ = f"{made.__qualname__}.__init__"
    return begin


def _refuse(self: object, name: str, *_value: object) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} is set once")

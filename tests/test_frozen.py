"""Frozen values are what data classes are."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace

import pytest

from reader.frozen import frozen


@frozen
class Place:
    """Where something is."""

    name: str
    height: int = 0
    near: list[str] = field(default_factory=list)


@frozen
class Name:
    """One field."""

    text: str


@frozen
class Nothing:
    """No field."""


@dataclass(frozen=True, slots=True)
class Same:
    """The same as a place, made by Python."""

    name: str
    height: int = 0
    near: list[str] = field(default_factory=list)


def test_fields_are_given_by_place_or_by_name_and_each_value_has_its_own_default() -> None:
    place = Place("Ulm", height=478)
    assert (place.name, place.height, place.near) == ("Ulm", 478, [])
    assert Place("a").near is not Place("b").near
    with pytest.raises(TypeError, match=r"missing 1 required positional argument: 'name'"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"unexpected keyword argument 'width'"):
        Place("Ulm", width=1)  # type: ignore[call-arg]


def test_values_are_compared_and_hashed_by_what_they_hold() -> None:
    assert Place("Ulm", 1, ["x"]) == Place("Ulm", 1, ["x"]) != Place("Ulm", 1)
    assert Name("Ulm") == Name("Ulm") != Name("Bonn")
    assert Nothing() == Nothing()
    other: object = Same("Ulm")
    assert Place("Ulm") != other
    assert {Name("Ulm"), Name("Ulm"), Name("Bonn")} == {Name("Bonn"), Name("Ulm")}
    assert hash(Nothing()) == hash(Nothing())
    with pytest.raises(TypeError, match="unhashable"):
        hash(Place("Ulm"))


def test_a_value_is_set_once_and_takes_no_other_names() -> None:
    place = Place("Ulm")
    with pytest.raises(FrozenInstanceError):
        place.height = 3  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del place.name
    with pytest.raises(FrozenInstanceError):
        place.width = 3  # type: ignore[attr-defined]
    assert not hasattr(place, "__dict__")


def test_what_is_done_with_data_classes_is_done_with_them() -> None:
    place = Place("Ulm", 478, ["Blaubeuren"])
    assert replace(place, height=1) == Place("Ulm", 1, ["Blaubeuren"])
    assert asdict(place) == asdict(Same("Ulm", 478, ["Blaubeuren"]))
    assert [each.name for each in fields(Place)] == ["name", "height", "near"]
    assert repr(place) == repr(Same("Ulm", 478, ["Blaubeuren"])).replace("Same", "Place")
    match place:
        case Place(name, height):
            assert (name, height) == ("Ulm", 478)


@pytest.mark.parametrize("value", [Place("Ulm", 478, ["Blaubeuren"]), Name("Ulm"), Nothing()])
def test_a_value_goes_to_another_process_and_back(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.copy(value) == copy.deepcopy(value) == value

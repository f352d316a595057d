"""Every real post is read as it was when somebody last looked: title, date, categories, tags, pictures, problems.

A change that is meant is written down by `python -m tests.posts.snapshots`, and its diff is reviewed like any other.
The texts themselves stay where they are; each snapshot names their source and licence.
"""

from __future__ import annotations

import json

import pytest

from tests.posts.snapshots import CORPORA, HERE, folders, take

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not folders(), reason=f"the real posts are not in {CORPORA}"),
]


@pytest.mark.parametrize("name", folders())
def test_a_folder_is_read_as_before(name: str) -> None:
    before = (HERE / f"{name}.json").read_text("utf-8").splitlines()
    now = take(name).splitlines()
    assert [line for line in now if line not in before] == []
    assert now == before


def test_each_folder_has_its_snapshot_and_each_snapshot_its_source() -> None:
    snapshots = sorted(HERE.glob("*.json"))
    assert [each.stem for each in snapshots] == folders()
    for each in snapshots:
        about = json.loads(each.read_text("utf-8"))["about"]
        assert "licence" in about["source"]

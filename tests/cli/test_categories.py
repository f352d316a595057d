"""Categories on the command line: named, hidden, coloured, merged and parted, in the library alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_program import Cli, cli

__all__ = ["cli"]


@pytest.fixture
def shelves(tmp_path: Path, cli: Cli) -> Cli:
    """News with two posts, one of them in Asia below it, and Tea with another."""
    for number, names in enumerate(("News", "[News, Asia]", "Tea")):
        text = f"---\ntitle: Post {number}\ndate: 2022-01-0{number + 1}\ncategories: {names}\n---\nWords.\n"
        (tmp_path / "blog").mkdir(exist_ok=True)
        (tmp_path / "blog" / f"{number}.md").write_text(text)
    cli("import", tmp_path / "blog", "--dialect", "hexo")
    return cli


def test_a_category_is_named_coloured_and_hidden(shelves: Cli) -> None:
    printed = shelves.json("arrange", "News", "--name", "Reports", "--colour", "red", "--hidden")
    (news,) = (each for each in printed if each["path"] == ["Reports"])
    assert (news["original"], news["colour"], news["hidden"]) == ("News", "red", True)
    assert shelves("categories").splitlines() == [
        "      2       2 Reports  (hidden)",
        "      1       1 Reports/Asia",
        "      1       1 Tea",
    ]
    assert shelves.json("search", "category:reports")["total"] == 2
    printed = shelves.json("arrange", "Reports", "--name", "", "--colour", "none", "--no-hidden")
    (news,) = (each for each in printed if each["path"] == ["News"])
    assert (news["original"], news["colour"], news["hidden"]) == (None, None, False)


def test_one_is_merged_into_another_found_there_by_each_of_its_names_and_parted(shelves: Cli) -> None:
    shelves("arrange", "News", "--name", "Reports")
    (tea,) = (each for each in shelves.json("arrange", "Reports", "--into", "Tea") if each["path"] == ["Tea"])
    assert (tea["total"], tea["merged"]) == (3, [["Reports"]])
    assert "Tea  (lists Reports)" in shelves("categories")
    for name in ("news", "reports", "reports/asia", "tea/asia"):
        assert shelves.json("search", f"category:{name}")["total"] == (1 if "asia" in name else 3), name
    parted = shelves.json("arrange", "News", "--apart")
    assert {"/".join(each["path"]): each["total"] for each in parted} == {"Reports": 2, "Reports/Asia": 1, "Tea": 1}
    assert "sound" in shelves("check")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Nothing", "--hidden"], "There is no category 'Nothing'."),
        (["News", "--into", "Nothing"], "There is no category 'Nothing'."),
        (["News", "--into", "News/Asia"], "A category cannot be merged into itself or one below it."),
        (["News", "--name", "tea"], "There is already a category of this name. Merge the two instead."),
        (["News", "--apart"], "No category 'News' is merged into another."),
    ],
)
def test_what_cannot_be_done_is_said(shelves: Cli, words: list[str], said: str) -> None:
    before = shelves("categories")
    assert shelves.json("arrange", *words) == {"error": "not-found", "message": said}
    assert shelves.code == 1
    assert shelves("categories") == before

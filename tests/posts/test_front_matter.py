"""Blocks of every kind and every kind of damage: metadata is kept, and each repair is told."""

from __future__ import annotations

import pytest

from reader.domain import Dialect
from reader.posts.front.front_matter import Block, read_block
from reader.posts.notes import Notes
from reader.problems import ProblemKind
from tests.posts.reading import kinds, post, read


def block(text: str, dialect: Dialect = Dialect.HEXO) -> tuple[Block, list[ProblemKind]]:
    notes = Notes("post.md")
    return read_block(text, dialect, notes), [problem.kind for problem in notes.problems]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\n---\nB",
        "\n\n---\ntitle: A\n---\nB",
        "  ---  \ntitle: A\n---   \nB",
        "-----\ntitle: A\n----\nB",
        "---\ntitle: A\n...\nB",
        "title: A\n---\nB",
        "---\n---\ntitle: A\n---\nB",
        '+++\ntitle = "A"\n+++\nB',
        '{"title": "A"}\nB',
        '{"title": "A", "x": {"y": [1, {"z": "}"}]}}\nB',
        ';;;\n"title": "A",\n"x": 1\n;;;\nB',
        "Title: A\nTags: x, y\n\nB",
        "[#]: subject: (A)\n[#]: via: (https://example.org)\nB",
    ],
)
def test_every_kind_of_block_is_read_without_a_word(text: str) -> None:
    found, problems = block(text)
    assert found.folded()["title"] == "A"
    assert found.body == "B"
    assert problems == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle:\tA\ntags:\n\t- x\n---\nB", "A"),
        ("---\ntitle: A\nauthor: @b\n---\nB", "A"),
        ("---\ntitle: A: b: c\n---\nB", "A: b: c"),
        ("---\ntitle: 'it's \"A\"'\n---\nB", 'it\'s "A"'),
        ('---\ntitle: """""""\'SP\'"""""""\n---\nB', "'SP'"),
        ("---\n<<<<<<< HEAD\ntitle: A\n=======\ndate: 2020-01-01\n>>>>>>> other\n---\nB", "A"),
        ("---\ntitle: 'A\n\tbroken: [unclosed\n---\nB", "A"),
        ("---\ntitle: A\n---B", "A"),
        ("---\ntitle: A\ndate: 2020-01-01\n\nB", "A"),
        ("---\ntitle: A\ntags:\n - x\n<div>\n\n---\n\nB</div>", "A"),
        ('+++\ntitle = "A"\nbroken = \n+++\nB', "A"),
        ('+++\ntitle = "A"\n\nB', "A"),
    ],
)
def test_damage_is_repaired_and_told(text: str, title: str) -> None:
    found, problems = block(text)
    assert found.folded()["title"] == title
    assert "B" in found.body
    assert ProblemKind.FRONT_MATTER_REPAIRED in problems


def test_a_repair_names_its_line() -> None:
    result = read("\n---\ntitle: A\nauthor: @b\n---\nB")
    assert [(problem.kind, problem.line) for problem in result.problems][:1] == [(ProblemKind.FRONT_MATTER_REPAIRED, 4)]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("On", "On"), ("1984", "1984"), ("4.15", "4.15"), ("[转帖]", "[转帖]"), ("{{ x }}", "{{ x }}"), ("'a'", "a"),
        ("!!python/object/apply:os.getcwd x", "x"), ("null", None), ("~", None), ("", None), ("'null'", "null"),
    ],
)  # fmt: skip
def test_scalars_stay_what_was_written(line: str, value: str | None) -> None:
    assert block(f"---\ntitle: {line}\n---\n")[0].data["title"] == value


def test_the_last_of_two_equal_keys_counts() -> None:
    found, problems = block("---\ntitle: A\ntitle: B\n---\n")
    assert found.data["title"] == "B"
    assert problems == [ProblemKind.DUPLICATE_KEY]


def test_metadata_keeps_the_spelling_and_the_look_up_folds_it() -> None:
    result = post("---\nTitle: A\npublishDate: 2020-01-01\n---\nB", Dialect.HUGO)
    assert result.metadata == {"Title": "A", "publishDate": "2020-01-01"}
    assert (result.title, result.date_text) == ("A", "2020-01-01")


def test_aliases_of_aliases_cost_no_more_than_their_text() -> None:
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{n}: &a{n} [" + ",".join([f"*a{n - 1}"] * 9) + "]" for n in range(1, 12)]
    found, problems = block("---\ntitle: A\n" + "\n".join(lines) + "\n---\nB")
    assert found.data["title"] == "A"
    assert ProblemKind.FRONT_MATTER_REPAIRED in problems


@pytest.mark.parametrize(
    "text",
    [
        "Just prose.\n\n---\n\nMore.",
        "A heading\n---------\n\ntext",
        "Note: this is prose\nand more\n---\nafter",
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\ntext",
        "---\n\nA rule above and below.\n\n---\n\ntext",
        "{% if x %}{% endif %} text",
        "Note: no key of a post\n\ntext",
    ],
)
def test_prose_is_not_taken_for_front_matter(text: str) -> None:
    found, problems = block(text)
    assert found.data == {}
    assert found.body == text
    assert problems == []


def test_an_empty_block_is_cut_off() -> None:
    assert block("---\n---\nB")[0].body == "B"


@pytest.mark.parametrize(
    ("text", "path"), [("---js\n{title: 1}\n---\n", "a.md"), ("_model: blog\n---\ntitle: A\n", "contents.lr")]
)
def test_blocks_that_are_no_data_are_declined(text: str, path: str) -> None:
    result = read(text, path=path)
    assert result.post is None
    assert kinds(result) == [ProblemKind.NOT_A_POST]


def test_toml_dates_and_numbers_become_text() -> None:
    found, _ = block('+++\ntitle = "A"\ndate = 2020-01-02T03:04:05Z\nweight = 3\ndraft = false\n+++\n', Dialect.HUGO)
    assert found.data == {"title": "A", "date": "2020-01-02T03:04:05+00:00", "weight": "3", "draft": "false"}


NIKOLA = (
    ".. title: A: b\n.. slug: c\n.. date: 2020-05-03 13:33:57 UTC+02:00\n.. tags: d, e\n.. category: f\n.. link: \n"
)


@pytest.mark.parametrize("text", [f"<!--\n{NIKOLA}-->\n\nB", f"{NIKOLA}\nB", f"\n<!-- \n{NIKOLA} -->\nB"])
def test_posts_of_nikola_say_in_a_comment_what_they_are(text: str) -> None:
    result = post(text, Dialect.PLAIN, "posts/p.md")
    assert (result.title, result.slug, result.tags, result.categories) == ("A: b", "c", ("d", "e"), (("f",),))
    assert (result.published.isoformat(), result.text) == ("2020-05-03T11:33:57+00:00", "B")


def test_a_comment_at_the_top_is_no_front_matter() -> None:
    result = post("<!-- a note: b -->\n\nB", Dialect.PLAIN, "posts/p.md")
    assert (result.title, result.text) == ("p", "B")


def test_properties_of_a_page_of_logseq_have_two_colons() -> None:
    result = post("title:: My page\ntags:: a, b\n\n- B", Dialect.PLAIN, "pages/p.md")
    assert (result.title, result.tags, result.text) == ("My page", ("a", "b"), "B")

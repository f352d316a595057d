"""Which files are offered for reading, and that all others are explained."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
from pathlib import Path

import pytest

from reader.domain import Dialect
from reader.posts.read_post import read_file
from reader.posts.sites.scan import FoundFile, scan
from reader.posts.sites.site import Site
from reader.problems import Problem, ProblemKind
from tests.posts.test_site import fill


def split(root: Path, dialect: Dialect = Dialect.PLAIN, base: str = "") -> tuple[list[str], dict[str, ProblemKind]]:
    found = list(scan(Site(root, dialect, base=base)))
    files = [each.path for each in found if isinstance(each, FoundFile)]
    problems = [each for each in found if isinstance(each, Problem)]
    assert all(not problem.repaired and problem.detail for problem in problems)
    return files, {problem.path: problem.kind for problem in problems}


def test_posts_of_every_extension_are_found_in_order(tmp_path: Path) -> None:
    names = ["a.md", "b.markdown", "c.mkd", "d.HTML", "e.htm", "f.txt", "g.mdx", "z/a.md", "z/y/a.md"]
    fill(tmp_path, dict.fromkeys([*names, "style.css", "p.png", "data.json"], "x"))
    assert split(tmp_path) == (names, {})


def test_a_stamp_tells_a_changed_file(tmp_path: Path) -> None:
    fill(tmp_path, {"a.md": "x"})
    first = next(iter(scan(Site(tmp_path, Dialect.PLAIN))))
    fill(tmp_path, {"a.md": "longer"})
    assert first != next(iter(scan(Site(tmp_path, Dialect.PLAIN))))


@pytest.mark.parametrize("name", ["a.rst", "a.org", "a.adoc", "a.textile", "._a.md", ".hidden.md", "robots.txt"])
def test_what_is_not_read_is_named(tmp_path: Path, name: str) -> None:
    fill(tmp_path, {name: "x"})
    assert split(tmp_path) == ([], {name: ProblemKind.NOT_A_POST})


@pytest.mark.parametrize(
    ("dialect", "base", "skipped"),
    [
        (Dialect.PLAIN, "", [".git", "node_modules", "a/node_modules", "__MACOSX"]),
        (Dialect.HEXO, "source", ["public", "themes", "scaffolds", "source/_data"]),
        (Dialect.JEKYLL, "", ["_site", "_layouts", "_includes", "vendor"]),
        (Dialect.HUGO, "content", ["public", "themes", "archetypes", "layouts", "static"]),
    ],
)
def test_junk_is_skipped_one_word_a_folder(tmp_path: Path, dialect: Dialect, base: str, skipped: list[str]) -> None:
    fill(tmp_path, {f"{folder}/deep/{name}.md": "x" for folder in skipped for name in "ab"})
    assert split(tmp_path, dialect, base) == ([], dict.fromkeys(sorted(skipped), ProblemKind.FOLDER_SKIPPED))


@pytest.mark.parametrize("dialect", [Dialect.HEXO, Dialect.JEKYLL])
def test_drafts_are_told_one_by_one(tmp_path: Path, dialect: Dialect) -> None:
    fill(tmp_path, {"_drafts/a.md": "A", "_drafts/b/c.md": "C"})
    site = Site(tmp_path, dialect)
    found = [each for each in scan(site) if isinstance(each, FoundFile)]
    assert [read_file(site, each.path).problems[-1].kind for each in found] == [ProblemKind.DRAFT] * 2


@pytest.mark.parametrize(
    ("dialect", "base", "skipped", "read"),
    [
        (Dialect.ZOLA, "content", ["public", "sass", "static", "templates", "themes"], "content/templates/a.md"),
        (Dialect.PELICAN, "content", ["output", "plugins", "theme"], "content/output/a.md"),
        (Dialect.ELEVENTY, "src", ["_site", "src/_data", "src/_includes"], "src/public/a.md"),
        (Dialect.NEXT, "docs", ["build", "public"], "docs/build/a.md"),
        (Dialect.OBSIDIAN, "", ["Templates"], "public/a.md"),
    ],
)
def test_each_generator_keeps_folders_for_itself(
    tmp_path: Path, dialect: Dialect, base: str, skipped: list[str], read: str
) -> None:
    fill(tmp_path, {**{f"{folder}/x.md": "x" for folder in skipped}, read: "x"})
    assert split(tmp_path, dialect, base) == ([read], dict.fromkeys(skipped, ProblemKind.FOLDER_SKIPPED))


def test_an_authors_folder_of_the_same_name_is_read(tmp_path: Path) -> None:
    fill(tmp_path, {"content/resources/a.md": "x"})
    assert split(tmp_path, Dialect.HUGO, "content") == (["content/resources/a.md"], {})


def test_links_out_of_the_folder_and_in_circles_are_not_followed(tmp_path: Path) -> None:
    outside = fill(tmp_path / "outside", {"secret.md": "x"})
    root = fill(tmp_path / "root", {"a.md": "x", "sub/b.md": "x"})
    (root / "file.md").symlink_to(outside / "secret.md")
    (root / "folder").symlink_to(outside)
    (root / "nowhere.md").symlink_to(root / "gone.md")
    (root / "self.md").symlink_to(root / "self.md")
    (root / "sub" / "up").symlink_to(root)
    (root / "again.md").symlink_to(root / "a.md")
    files, problems = split(root)
    assert sorted(files) == ["a.md", "again.md", "sub/b.md"]
    skipped = ["file.md", "folder", "nowhere.md", "self.md", "sub/up"]
    assert problems == dict.fromkeys(skipped, ProblemKind.LINK_SKIPPED)


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.fspath(tmp_path / "s.md"))
        assert split(tmp_path) == ([], {"pipe.md": ProblemKind.UNREADABLE, "s.md": ProblemKind.UNREADABLE})


def test_a_device_is_never_opened(tmp_path: Path) -> None:
    try:
        os.mknod(tmp_path / "endless.md", stat.S_IFCHR | 0o644, os.makedev(1, 5))  # As /dev/zero is.
    except (AttributeError, PermissionError):
        pytest.skip("only root makes devices, where there are any")
    assert split(tmp_path) == ([], {"endless.md": ProblemKind.UNREADABLE})


@pytest.mark.parametrize(
    ("dialect", "base", "posts", "others"),
    [
        (Dialect.HEXO, "source", ["source/_posts/a.md"], ["public/a.html", "themes/x/a.md", "scaffolds/post.md"]),
        (Dialect.JEKYLL, "", ["_posts/2020-01-01-a.md"], ["_site/a.html", "_layouts/a.html", "vendor/x/README.md"]),
        (Dialect.HUGO, "content", ["content/a.md"], ["public/a.html", "themes/x/a.md", "archetypes/default.md"]),
        (Dialect.PLAIN, "", ["posts/a.md"], ["_site/a.html"]),
    ],
)
def test_of_a_working_tree_only_the_posts_are_read(
    tmp_path: Path, dialect: Dialect, base: str, posts: list[str], others: list[str]
) -> None:
    everywhere = [".git/hooks/a.md", ".github/issue.md", "node_modules/x/README.md", ".gitmodules"]
    fill(tmp_path, dict.fromkeys([*posts, *others, *everywhere], "x"))
    files, problems = split(tmp_path, dialect, base)
    assert files == posts
    skipped = {path.split("/")[0] for path in others} | {".git", ".github", "node_modules"}
    assert set(problems) == skipped


def test_a_file_git_is_no_post(tmp_path: Path) -> None:
    """In a submodule, and in a working tree beside the first, `.git` is a file that says where the repository is."""
    fill(tmp_path, {".git": "gitdir: ../.git/worktrees/x\n", "a.md": "x", "sub/.git": "gitdir: x\n", "sub/b.md": "x"})
    assert split(tmp_path) == (["a.md", "sub/b.md"], {})


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert split(tmp_path / "gone") == ([], {".": ProblemKind.UNREADABLE})


def test_names_that_are_no_text_come_through(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.md"
    with open(path, "wb") as file:
        file.write(b"x")
    assert split(tmp_path)[0] == ["caf\udce9.md"]


def test_folders_deeper_than_the_stack_are_walked(tmp_path: Path) -> None:
    here, depth = os.getcwd(), 1010
    os.chdir(tmp_path)
    try:
        for _ in range(depth):
            os.mkdir("d")
            os.chdir("d")
        Path("a.md").write_text("x", "utf-8")
        assert split(tmp_path)[0] == ["d/" * depth + "a.md"]
    finally:
        os.chdir(here)
        # The clean-up after the tests would not come so deep.
        subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)

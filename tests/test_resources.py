"""The files that ship with Broadsheet are found, and are fit to ship."""

from __future__ import annotations

import re
from pathlib import Path

from reader import resources
from reader.domain import ArticleQuery, Dialect, ImportOptions
from reader.importing.importer import import_folder
from reader.library.library import Library


def test_a_checkout_reads_the_folder_beside_the_package() -> None:
    assert resources.path("themes", "light.toml").is_file()


def test_an_installed_package_reads_the_folder_inside_it(tmp_path: Path) -> None:
    package = tmp_path / "reader"
    (package / "resources").mkdir(parents=True)
    assert resources.root(package) == package / "resources"


def test_a_path_need_not_exist() -> None:
    assert not resources.path("themes", "purple.toml").exists()


def test_the_sample_posts_name_pictures_that_exist() -> None:
    source = resources.path("sample", "source")
    posts = sorted(source.glob("_posts/**/*.md"))
    assert len(posts) >= 8
    for post in posts:
        for name in re.findall(r"/images/[\w.-]+", post.read_text("utf-8")):
            assert (source / name[1:]).is_file(), f"{post.name}: {name}"


def test_the_sample_flows_as_it_is_read_by_the_rules_of_its_dialect(tmp_path: Path) -> None:
    """Hexo shows each end of a line as a break: a paragraph of the sample must stand on one line of its file."""
    with Library(tmp_path) as library:
        for _ in import_folder(library, resources.path("sample"), ImportOptions(Dialect.HEXO)):
            pass
        found = [library.content(article) for article in library.first(ArticleQuery()).ids]
    broken = [each.article.title for each in found if each is not None and "<br" in each.html]
    assert (len(found), broken) == (8, [])

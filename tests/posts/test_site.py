"""Whose rules a folder follows, by what lies in it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from reader.domain import Dialect
from reader.posts.site import detect

ROBOT = "\n---\ntitle: 'A'\ncategories: \n - 组\n - 源\n - 频道\nheadimg: ''\n---\n\n<div>x</div>"
JEKYLL = "---\nlayout: post\ntitle: A\n---\nB"


def fill(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


@pytest.mark.parametrize(
    ("files", "dialect", "marker"),
    [
        ({"hugo.toml": "", "content/a.md": ""}, Dialect.HUGO, "hugo.toml"),
        ({"config.toml": "", "content/a.md": ""}, Dialect.HUGO, "config.toml"),
        ({"content/a.md": "+++\ntitle = 'A'\n+++\nB"}, Dialect.HUGO, "+++"),
        ({"content/_index.md": "---\n---\n", "content/news/a.md": "---\ntitle: A\n---\n"}, Dialect.HUGO, "content"),
        ({"_config.yml": "source_dir: source\npublic_dir: public\n", "source/a.md": ""}, Dialect.HEXO, "_config.yml"),
        ({"_config.yml": "baseurl: /\nplugins: []\n", "_posts/2020-01-01-a.md": ""}, Dialect.JEKYLL, "_config.yml"),
        ({"source/_posts/a.md": "---\ntitle: A\n---\nB"}, Dialect.HEXO, "source/_posts"),
        ({"_posts/2022-01-20-a.md": ROBOT}, Dialect.HEXO, "headimg"),
        ({"_posts/a/b/2022-01-20-x.md": "---\ncategories:\n - a\n - b\n---\n"}, Dialect.HEXO, "_posts"),
        ({"_posts/2020-01-01-a.md": JEKYLL}, Dialect.JEKYLL, "_posts"),
        ({"docs/_posts/2020-01-01-a.md": "---\ntitle: A\n---\n"}, Dialect.JEKYLL, "_posts"),
        ({"2020-01-01-a.md": JEKYLL}, Dialect.JEKYLL, "YYYY-MM-DD-"),
        ({".obsidian/app.json": "{}", "A.md": "text"}, Dialect.OBSIDIAN, ".obsidian"),
        ({"content/a.md": "Title: A\nDate: 2020-01-01\n\nB"}, Dialect.PELICAN, "Title:"),
        ({"a.md": "# A\n\ntext", "b.txt": "text"}, Dialect.PLAIN, ""),
        ({}, Dialect.PLAIN, ""),
    ],
)
def test_the_generator_is_told_by_its_marks(
    tmp_path: Path, files: dict[str, str], dialect: Dialect, marker: str
) -> None:
    site = detect(fill(tmp_path, files))
    assert (site.dialect, site.marker) == (dialect, marker)


@pytest.mark.parametrize("below", ["source", "source/_posts", "source/_posts/deep"])
def test_a_folder_within_a_site_is_known_by_its_path(tmp_path: Path, below: str) -> None:
    fill(tmp_path, {"source/_posts/deep/a.md": "---\ntitle: A\n---\nB"})
    assert detect(tmp_path / below).dialect is Dialect.HEXO


def test_what_the_user_says_wins(tmp_path: Path) -> None:
    fill(tmp_path, {"hugo.toml": "", "content/a.md": ""})
    site = detect(tmp_path, Dialect.JEKYLL)
    assert (site.dialect, site.marker) == (Dialect.JEKYLL, "")


def test_a_site_travels_to_another_process(tmp_path: Path) -> None:
    site = detect(fill(tmp_path, {"_posts/2022-01-20-a.md": ROBOT}))
    assert pickle.loads(pickle.dumps(site)) == site


def test_links_between_notes_show_a_vault(tmp_path: Path) -> None:
    assert detect(fill(tmp_path, {"A.md": '---\nauthor:\n  - "[[B]]"\n---\ntext'})).vault
    assert not detect(fill(tmp_path / "other", {"A.md": "text"})).vault

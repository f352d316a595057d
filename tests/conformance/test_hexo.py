"""Hexo itself makes pages of the real posts: each piece of code in them is shown by us to the letter."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree  # type: ignore[import-untyped]

from reader.domain import Dialect
from reader.posts.read_post import read_file
from reader.posts.sites.site import detect

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
SCRIPT = Path(__file__).with_name("hexo.js")
PACKAGES = {"hexo": "8.1.2", "hexo-renderer-marked": "7.0.1"}
_GUTTER = re.compile(r'<td class="gutter">.*?</td>', re.DOTALL)
pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not CORPORA.is_dir(), reason="the real posts are not beside the project"),
    pytest.mark.skipif(shutil.which("node") is None or shutil.which("npm") is None, reason="there is no node or npm"),
]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages; skips where they cannot be had within two minutes."""
    folder = tmp_path_factory.mktemp("hexo")
    (folder / "package.json").write_text(json.dumps({"hexo": {"version": ""}, "dependencies": PACKAGES}), "utf-8")
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    except (subprocess.SubprocessError, OSError) as error:
        pytest.skip(f"Hexo cannot be installed: {type(error).__name__}")
    return folder


def codes(html: str) -> list[str]:
    """Return each block of code, without the blanks and lines around it."""
    tree = etree.HTML(f"<body>{_GUTTER.sub('', html)}".replace("<br>", "\n"))
    texts = ("".join(each.itertext()) for each in tree.iter("pre"))
    return ["\n".join(line.rstrip() for line in text.strip("\n").rstrip().split("\n")) for text in texts]


@pytest.mark.parametrize("name", ["crossoverjie", "hexo-site"])
def test_code_is_that_of_hexo(name: str, installed: Path) -> None:
    shutil.rmtree(installed / "source", ignore_errors=True)
    shutil.copytree(CORPORA / name / "source" / "_posts", installed / "source" / "_posts")
    (installed / "_config.yml").write_text("title: T\n", "utf-8")
    (installed / "db.json").unlink(missing_ok=True)
    run = subprocess.run(["node", str(SCRIPT)], cwd=installed, text=True, capture_output=True, check=True, timeout=60)
    site = detect(installed, Dialect.HEXO)
    made = [json.loads(line) for line in run.stdout.splitlines()]
    found = {each["path"]: read_file(site, each["path"]).post for each in made}
    ours = {path: codes(post.html) for path, post in found.items() if post}
    theirs = {each["path"]: codes(each["html"]) for each in made}
    assert ours == theirs
    assert sum(map(len, theirs.values())) > 20

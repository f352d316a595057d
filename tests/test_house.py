"""The rules of the house: which way imports go, how large things grow, and what must stand nowhere."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "reader").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
# What could open a connection. multiprocessing's own sockets stay on this computer.
NETWORK = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio", "requests", "httpx", "httpcore"}
NETWORK |= {"PySide6.QtNetwork", "PySide6.QtWebEngineCore"}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on None cannot be deallocated")
@pytest.mark.usefixtures("qapp")
def test_the_binding_keeps_its_hands_off_none() -> None:
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    before = sys.getrefcount(None)
    # Enough to show the fault of PySide6 6.12.0; some thousands would end the process.
    for _ in range(300):
        label.setText("x")
    assert sys.getrefcount(None) > before - 50


def test_imports_keep_to_the_contracts() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_breach_of_each_contract_is_found(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "reader", tmp_path / "reader", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    breaches = {
        "posts/front/words.py": "from reader.library import search",
        "stray.py": "pass",
        "importing/plan.py": "from PySide6 import QtCore",
        "viewing/page.py": "import sqlite3",
        "ui/sidebar/sidebar.py": "from reader.ui.listing import list_pane",
        "library/marking/marks.py": "import httpx",
        "library/words/tokens.py": "from reader.library.store import database",
        "posts/sites/site.py": "from reader.posts.body import vault",
        "importing/tally.py": "from reader.fetching import downloads",
        "exporting/plain.py": "from reader.fetching import limits",
    }
    for file, line in breaches.items():
        with (tmp_path / "reader" / file).open("a", encoding="utf-8") as source:
            source.write(f"\n{line}\n")
    said = lint_imports(tmp_path).stdout
    for rule in (
        "Imports go one way",
        "The packages of the library",
        "The packages of posts",
        "The core knows no Qt",
        "Only the library speaks SQL",
        "Only fetching connects",
        "Only the window and one command",
        "Panes do not know",
    ):
        assert re.search(rf"{rule}[^\n]* BROKEN", said), said
    for culprit in ("reader.posts.front.words", "reader.stray", "reader.importing.plan", "reader.viewing.page"):
        assert culprit in said


def test_files_stay_small() -> None:
    sizes = {name_of(file): len(file.read_text("utf-8").splitlines()) for file in SOURCES}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_functions_stay_small() -> None:
    lengths = {
        f"{name_of(file)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for file in SOURCES
        for node in functions(file)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_nothing_but_the_download_connects() -> None:
    """docs/privacy.md promises it: no other code could."""
    others = [file for file in SOURCES if file.parent != ROOT / "reader" / "fetching"]
    found = {name_of(file): NETWORK.intersection(imported(file)) for file in others}
    assert {name: modules for name, modules in found.items() if modules} == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [name_of(file) for file in SOURCES if not ast.get_docstring(ast.parse(file.read_text("utf-8")))]
    assert silent == []


def tracked() -> list[Path]:
    """Every text file of the project, as version control lists them; all of the tree where there is none."""
    names: list[str] = []
    if shutil.which("git") and (ROOT / ".git").exists():
        command = ["git", "-C", str(ROOT), "ls-files", "-z"]
        names = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\0")
    files = [ROOT / name for name in names if name] or SOURCES
    return [file for file in files if file.suffix not in {".jpg", ".png", ".jpeg", ".gif"} and file.is_file()]


def test_nothing_lies_at_the_top_but_what_belongs_there() -> None:
    known = {".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md", "pyproject.toml"}
    known |= {"benchmarks", "docs", "packaging", "reader", "resources", "tests", "tools"}
    assert {file.relative_to(ROOT).parts[0] for file in tracked()} <= known


def test_no_path_of_one_computer_is_written_down() -> None:
    homes = re.compile(rb"(?<![\w.])/(?:root|work|opt|Users|home/\w+)/|[A-Z]:\\Users\\")
    tests = ROOT / "tests"
    found = {
        name_of(file): [match.group().decode() for match in homes.finditer(file.read_bytes())]
        for file in tracked()
        if tests not in file.parents
    }
    assert {name: paths for name, paths in found.items() if paths} == {}

"""What is imported late runs when it is first used, once, whoever uses it first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from importlib.machinery import PathFinder
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from reader.late import first_needed, late, run, waiting


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package `shop` of two modules that write down when they run."""
    (tmp_path / "shop").mkdir()
    files = {
        "__init__": "runs = []\n",
        "bread": "import shop\nshop.runs.append('bread')\nfrom shop import oven\nPRICE = 3\n",
        "oven": "import shop\nshop.runs.append('oven')\nfrom shop import bread\nprice = lambda: bread.PRICE\n",
    }
    for name, text in files.items():
        (tmp_path / "shop" / f"{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name in [name for name in sys.modules if name.split(".")[0] == "shop"]:
        del sys.modules[name]


def test_a_module_runs_when_it_is_first_used_and_only_then() -> None:
    import shop

    with late():
        from shop import oven
    assert (shop.runs, waiting("shop")) == ([], ["shop.oven"])
    assert oven.price() == 3
    assert (shop.runs, waiting("shop")) == (["oven", "bread"], [])
    assert oven.__spec__.loader.get_source("shop.oven").startswith("import shop")
    with pytest.raises(AttributeError, match="no attribute 'scales'"):
        oven.scales  # noqa: B018


def test_whoever_imports_it_as_usual_has_it_run() -> None:
    import shop

    with late():
        from shop import bread
    from shop.bread import PRICE

    assert (PRICE, bread.PRICE, shop.runs) == (3, 3, ["bread", "oven"])


def test_threads_that_use_it_at_a_time_wait_for_one_run() -> None:
    import shop

    with late():
        from shop import bread
    together = Barrier(8)

    def price() -> int:
        together.wait()
        return int(bread.PRICE)

    with ThreadPoolExecutor(8) as pool:
        assert [each.result() for each in [pool.submit(price) for _ in range(8)]] == [3] * 8
    assert shop.runs == ["bread", "oven"]


def test_another_thread_finds_its_modules_though_a_block_ends_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    block = late()

    class Ends:
        """Ends the block while others look for a module."""

        def find_spec(self, name: str, *_: object) -> None:
            if name == "shop.oven":
                block.__exit__(None, None, None)

    block.__enter__()
    finders: list[Any] = list(sys.meta_path)
    finders.insert(finders.index(PathFinder), Ends())
    monkeypatch.setattr(sys, "meta_path", finders)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(import_module, "shop.oven").result().__name__ == "shop.oven"


def test_what_is_missing_is_told_at_once_and_a_name_cannot_be_late() -> None:
    with pytest.raises(ModuleNotFoundError), late():
        import shop.cheese  # noqa: F401
    with pytest.raises(ImportError, match=r"import 'shop\.oven' whole"), late():
        from shop.oven import price  # noqa: F401


def test_a_module_that_failed_is_tried_again(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shop / "shop" / "scales.py").write_text("import os\nWEIGHT = os.environ['SCALES']\n", encoding="utf-8")
    with late():
        from shop import scales
    monkeypatch.delenv("SCALES", raising=False)
    with pytest.raises(KeyError):
        scales.WEIGHT  # noqa: B018
    monkeypatch.setenv("SCALES", "7")
    assert scales.WEIGHT == "7"


def test_it_can_be_run_in_an_idle_moment() -> None:
    import shop

    with late():
        from shop import oven  # noqa: F401
    run("shop.oven")
    run("shop.oven")
    assert shop.runs == ["oven", "bread"]


def test_it_can_be_run_after_one_by_one_of_what_it_imports(shop: Path) -> None:
    import shop as package

    texts = {
        "cellar": "import shop\nshop.runs.append('cellar')\nfrom shop.flour import SORT\nfrom shop.mill import turn\n",
        "mill": "import shop\nshop.runs.append('mill')\nimport shop.cellar, shop.flour\nturn = print\n",
        "flour": "import shop\nshop.runs.append('flour')\nSORT = 'fine'\n",
    }
    for name, text in texts.items():
        (shop / "shop" / f"{name}.py").write_text(text, encoding="utf-8")
    with late():
        from shop import cellar  # noqa: F401 - it is run by its name
    steps = []
    while left := waiting("shop"):
        steps.append(first_needed(left[0], "shop"))
        run(steps[-1])
    assert steps == ["shop.flour", "shop.mill", "shop.cellar"]
    assert package.runs == ["flour", "mill", "cellar"]

"""Many files are read in worker processes; whatever happens to those, each file is answered for."""

from __future__ import annotations

import errno
import multiprocessing.spawn
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import resource_tracker
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from reader.domain import ReadFile
from reader.importing import reading, searchable, workers
from reader.importing.reading import Wanted, read_files
from reader.library.library import Library
from reader.posts.read_post import read_file
from reader.posts.sites.site import detect
from reader.problems import ProblemKind
from tests.factories import write_posts
from tests.importing.deadly import GATE, read_or_die, whole
from tests.importing.folders import bring_in
from tests.library.test_library import titles


def names(count: int, *fatal: int) -> list[Wanted]:
    return [(f"{'fatal' if number in fatal else 'post'}-{number}.md", None) for number in range(count)]


def faults(read: Sequence[ReadFile]) -> list[str]:
    return sorted(
        file.path for file in read if file.problems[:1] and file.problems[0].kind is ProblemKind.PROGRAM_FAULT
    )


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use a worker that can be killed, chunks of few files, and nothing read at once."""
    monkeypatch.setattr(reading, "_read_chunk", read_or_die)
    monkeypatch.setattr(reading, "_AT_ONCE", 0)
    monkeypatch.setattr(reading, "_CHUNK", 5)


def test_workers_and_thread_read_alike(library: Library, tmp_path: Path) -> None:
    folder = write_posts(tmp_path, 430)
    site = detect(folder)
    wanted: list[Wanted] = [(f"source/_posts/post-{number}.md", None) for number in range(1, 431)]
    in_workers = sorted(read_files(site, wanted, whole), key=lambda file: file.path)
    assert in_workers == sorted((read_file(site, *one) for one in wanted), key=lambda file: file.path)
    assert bring_in(library, folder).added == 430
    assert len(titles(library)) == 430


def test_few_files_need_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ProcessPoolExecutor", None)
    folder = write_posts(tmp_path, 3)
    assert len(list(read_files(detect(folder), [("source/_posts/post-1.md", None)], whole))) == 1


@pytest.mark.usefixtures("deadly")
@pytest.mark.parametrize("fatal", [(0,), (3, 39)])
def test_a_worker_that_dies_costs_one_file(tmp_path: Path, fatal: tuple[int, ...]) -> None:
    wanted = names(40, *fatal)
    read = list(read_files(detect(tmp_path), wanted, whole))
    assert sorted(file.path for file in read) == sorted(path for path, _ in wanted)
    assert faults(read) == sorted(f"fatal-{number}.md" for number in fatal)


@pytest.mark.usefixtures("deadly")
def test_a_post_that_takes_for_ever_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_PATIENCE", 2.0)
    wanted = [*names(20), ("endless.md", None)]
    read = list(read_files(detect(tmp_path), wanted, whole))
    assert sorted(file.path for file in read) == sorted(path for path, _ in wanted)
    assert faults(read) == ["endless.md"]


@pytest.fixture
def pools(monkeypatch: pytest.MonkeyPatch) -> list[ProcessPoolExecutor]:
    """Every pool that is made."""
    made: list[ProcessPoolExecutor] = []

    def remembered(*words: Any, **named: Any) -> ProcessPoolExecutor:
        made.append(ProcessPoolExecutor(*words, **named))
        return made[-1]

    monkeypatch.setattr(workers, "ProcessPoolExecutor", remembered)
    return made


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with FIFOs")
@pytest.mark.usefixtures("deadly")
def test_a_worker_may_die_while_nobody_looks(tmp_path: Path, pools: list[ProcessPoolExecutor]) -> None:
    os.mkfifo(tmp_path / GATE)
    steps = read_files(detect(tmp_path), names(100, 25), whole)
    read = [next(steps)]
    manager: Any = pools[0]._executor_manager_thread
    (tmp_path / GATE).write_text("now")
    (tmp_path / GATE).unlink()
    # The import is busy writing meanwhile; when it comes back for more, the pool is broken.
    manager.join()
    read += steps
    assert len(read) == 100
    assert faults(read) == ["fatal-25.md"]


@pytest.mark.usefixtures("deadly")
def test_the_files_of_a_dead_worker_are_read_in_few_processes(tmp_path: Path, pools: list[ProcessPoolExecutor]) -> None:
    assert len(list(read_files(detect(tmp_path), names(60, 7), whole))) == 60
    # The one that broke, the rest of its work, one that only shows that processes live, and those of the suspects.
    assert len(pools) <= 5


@pytest.mark.usefixtures("deadly")
def test_reading_may_be_given_up_at_any_step(tmp_path: Path) -> None:
    steps = read_files(detect(tmp_path), names(60), whole)
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert next(steps, None) is None


def no_process_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    resource_tracker.ensure_running()
    monkeypatch.setattr(multiprocessing.spawn, "_python_exe", b"/bin/false")


def no_process_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: BaseProcess) -> None:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(BaseProcess, "start", refuse)


def no_semaphore_is_to_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    monkeypatch.setattr(BaseContext, "Lock", refuse)


@pytest.mark.skipif(os.name != "posix", reason="needs a program that ends at once")
@pytest.mark.parametrize("without", [no_process_lives, no_process_starts, no_semaphore_is_to_be_had])
def test_where_no_process_can_be_started_files_are_read_and_indexed_in_this_one(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without: Callable[[pytest.MonkeyPatch], None]
) -> None:
    monkeypatch.setattr(searchable, "_MANY", 100)
    without(monkeypatch)
    report = bring_in(library, write_posts(tmp_path, 430))
    assert report.added == 430
    assert library.unindexed() == 0


@pytest.mark.parametrize("beginning", ["reader.__main__", "reader.cli"])
def test_a_worker_process_begins_with_little(beginning: str) -> None:
    # It imports what its parent began with, whatever it is for.
    said = f"import sys, {beginning}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    packages = {name.split(".")[1] for name in done.stdout.split() if name.startswith("reader.")}
    assert packages == {beginning.split(".")[1]}

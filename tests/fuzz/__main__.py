"""Fuzzes the program for hours, where the tests do it for a moment; what it finds is kept as a file.

python -m tests.fuzz [--minutes N] [--keep FOLDER] TARGET...
python -m tests.fuzz --distil [--keep FOLDER] TARGET...

It needs `pip install atheris`, which follows the code's branches.

The last line for each target says how many inputs were tried, and how many were findings. A finding goes into
`tests/fuzz/found/TARGET` once it is mended; tests/fuzz/test_fuzz.py tries all that is there. `--distil` takes from the
inputs those few that together reach most into `tests/fuzz/kept`, where the next search and the tests begin.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import time
import traceback
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType, FrameType
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from _typeshed import TraceFunction

#: How much slower the program is while its branches are followed.
_SLOWER = "3"
#: A hang, in seconds; memory, in megabytes: a picture of the most pixels takes 400, some of it twice.
_HANG, _MEMORY = 120, 2000
#: The packages whose branches are followed.
_FOLLOWED = {"reader", "markdown_it", "mdit_py_plugins", "yaml", "linkify_it", "PIL"}
#: So many inputs are kept, of so many bytes at most: the tests try them all. So many are looked at for that.
_MOST, _SMALL, _TRIED = 30, 600, 200

_Line: TypeAlias = tuple[CodeType, int]


def main() -> None:
    """Fuzz what the command line names, one target after another."""
    parser = argparse.ArgumentParser(description="Fuzz Broadsheet.")
    choices = ["front_matter", "body", "query", "pictures", "cli"]
    parser.add_argument("targets", nargs="+", metavar="TARGET", choices=choices)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--keep", type=Path, default=Path("fuzz"), help="where inputs and findings are kept")
    parser.add_argument("--distil", action="store_true", help="keep the inputs that reach most")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options, more = parser.parse_known_args()
    if options.worker:
        _work(options.targets[0], options.keep, more)
    for target in options.targets:
        if options.distil:
            _distil(target, options.keep / target)
        else:
            _fuzz(target, options.minutes, options.keep / target)


def _fuzz(target: str, minutes: float, folder: Path) -> None:
    # Not before: the program must be imported by the worker, and there as one whose branches are followed.
    from tests.fuzz.seeds import seeds, words

    inputs, findings = folder / "inputs", folder / "findings"
    for place in (inputs, findings):
        place.mkdir(parents=True, exist_ok=True)
    for data in seeds(target):
        (inputs / blake2b(data, digest_size=8).hexdigest()).write_bytes(data)
    said = "".join(f'"{_escaped(word)}"\n' for word in words(target))
    (folder / "words").write_text(said)
    end, tried = time.monotonic() + minutes * 60, 0
    while (left := int(end - time.monotonic())) > 2:
        # A process that ends early was ended by a finding: a crash, a hang, or too much memory.
        tried += _once(target, folder, left)
    found = len([file for file in findings.iterdir() if file.suffix != ".txt"])
    print(f"{target}: {tried} inputs in {minutes:g} minutes, {found} findings", flush=True)  # noqa: T201


def _escaped(word: str) -> str:
    """Return a word as libFuzzer's list of words has it."""
    return "".join(f"\\x{byte:02x}" for byte in word.encode()[:60])


def _once(target: str, folder: Path, seconds: int) -> int:
    command = [
        sys.executable, "-m", "tests.fuzz", target, "--worker", "--keep", str(folder), f"-max_total_time={seconds}",
        f"-timeout={_HANG}", f"-rss_limit_mb={_MEMORY}", "-max_len=6000", "-print_final_stats=1", "-len_control=20",
        f"-report_slow_units={_HANG}",  # by the clock, which a busy disk stops, too
        f"-artifact_prefix={folder / 'findings'}/",
    ]  # fmt: skip
    if (folder / "words").stat().st_size:
        command.append(f"-dict={folder / 'words'}")
    # The worker ends without the end of a Python program: what it has put aside would stay.
    with TemporaryDirectory(prefix="broadsheet-fuzz-") as room, (folder / "log").open("a") as log:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "FUZZ_SLOWER": _SLOWER, "TMPDIR": room}
        subprocess.run(command, stderr=log, stdout=log, env=environment, check=False)
    told = re.findall(r"(?:number_of_executed_units: |^#)(\d+)", (folder / "log").read_text(errors="replace"), re.M)
    return int(told[-1]) if told else 0


def _distil(target: str, folder: Path) -> None:
    from tests.fuzz.seeds import KEPT, packed, seeds

    (KEPT / target).unlink(missing_ok=True)
    reached: set[_Line] = set()
    for data in seeds(target):
        reached |= _reach(target, data)
    small = sorted(file for file in (folder / "inputs").iterdir() if file.stat().st_size <= _SMALL)
    inputs = [file.read_bytes() for file in random.Random(target).sample(small, min(_TRIED, len(small)))]
    reaches = {data: _reach(target, data) for data in inputs}
    chosen: list[bytes] = []
    while len(chosen) < _MOST and reaches:
        best = max(reaches, key=lambda data: len(reaches[data] - reached))
        new = reaches.pop(best) - reached
        if not new:
            break
        reached |= new
        chosen.append(best)
    (KEPT / target).write_text(packed(sorted(chosen)))
    print(f"{target}: {len(chosen)} of {len(inputs)} inputs kept", flush=True)  # noqa: T201


def _reach(target: str, data: bytes) -> set[_Line]:
    """Return the lines that an input leads to; of one that is a finding those before it."""
    from tests.fuzz.targets import TARGETS

    lines: set[_Line] = set()

    def follow(frame: FrameType, event: str, _value: object) -> TraceFunction | None:
        if event == "line":
            lines.add((frame.f_code, frame.f_lineno))
            return follow
        parts = Path(frame.f_code.co_filename).parts
        return follow if not _FOLLOWED.isdisjoint(parts) else None

    sys.settrace(follow)
    try:
        with suppress(AssertionError):
            TARGETS[target](data)
    finally:
        sys.settrace(None)
    return lines


def _work(target: str, folder: Path, flags: list[str]) -> None:
    import atheris

    with atheris.instrument_imports(include=sorted(_FOLLOWED)):
        from tests.fuzz.seeds import seeds
        from tests.fuzz.targets import TARGETS, SlowError

        for data in seeds(target)[:8]:  # What is imported when it is first wanted is followed, too, and no hang.
            TARGETS[target](data)
    known: set[str] = set()

    def run(data: bytes) -> None:
        try:
            TARGETS[target](data)
        except Exception as error:  # noqa: BLE001 - a finding must not end the search for others
            steps = traceback.extract_tb(error.__traceback__)
            where = f"{type(error).__name__} {steps[-1].filename}:{steps[-1].lineno} {str(error)[:60]}"
            if where not in known and len(known) < 100:
                known.add(where)
                if isinstance(error, SlowError) and _is_quick(target, data):
                    return
                name = blake2b(where.encode(), digest_size=6).hexdigest()
                (folder / "findings" / name).write_bytes(data)
                (folder / "findings" / f"{name}.txt").write_text(traceback.format_exc(), errors="replace")

    atheris.Setup([sys.argv[0], *flags, str(folder / "inputs")], run)
    atheris.Fuzz()


def _is_quick(target: str, data: bytes) -> bool:
    """Whether it is the following of branches that takes so long: loops over characters pay more for it than others."""
    plain = "import sys; from tests.fuzz.targets import TARGETS; TARGETS[sys.argv[1]](sys.stdin.buffer.read())"
    environment = os.environ | {"FUZZ_SLOWER": "1"}
    command = [sys.executable, "-c", plain, target]
    return subprocess.run(command, input=data, env=environment, capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    main()

"""A virtual screen with a bus of its own, the program on it, and hands to use it with."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.e2e.screen import Screen

Value = TypeVar("Value")
HERE = Path(__file__).parent
ROOT = HERE.parent.parent
# Generous: a shared machine may be slow. What works takes a tenth of it.
PATIENCE = 30.0


def eventually(look: Callable[[], Value], what: str, instead: Callable[[], object] = str) -> Value:
    """Return the first answer that is true; fail once patience is over, and say what there is `instead`."""
    deadline = time.monotonic() + PATIENCE
    while not (value := look()):
        if time.monotonic() > deadline:
            pytest.fail(f"waited in vain for {what}; there is {instead()}")
        time.sleep(0.05)
    return value


def system_python() -> str | None:
    """Return the Python that has the AT-SPI bindings: they come with the system, not from the package index."""
    for python in ("/usr/bin/python3", shutil.which("python3") or ""):
        check = [python, "-c", "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"]
        if Path(python).is_file() and subprocess.run(check, capture_output=True, check=False).returncode == 0:
            return python
    return None


class Desktop:
    """A screen, a bus, and the eyes of a screen reader."""

    def __init__(self, environment: dict[str, str], python: str, screen: Screen) -> None:
        self.environment, self.screen = environment, screen
        self._driver = subprocess.Popen(
            [python, str(HERE / "driver.py")],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._read() == "ready"

    def _read(self) -> Any:
        assert self._driver.stdout is not None
        return json.loads(self._driver.stdout.readline())

    def ask(self, *command: str) -> Any:
        """Have the driver carry out one command."""
        assert self._driver.stdin is not None
        self._driver.stdin.write(json.dumps(command) + "\n")
        self._driver.stdin.flush()
        return self._read()

    def xdotool(self, *words: str) -> str:
        """Move the keyboard."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False, timeout=PATIENCE
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def close(self) -> None:
        """Let the driver go."""
        with self._driver:
            self._driver.kill()


class Program:
    """`python -m reader` in a window, used as a person would."""

    def __init__(self, desktop: Desktop, home: Path) -> None:
        self.desktop = desktop
        self.home = home
        self.process: subprocess.Popen[bytes] | None = None
        self.log = home / "output.txt"

    def start(self, *words: str) -> None:
        """Start the program and give its window the keyboard."""
        environment = self.desktop.environment | {
            f"XDG_{name}_HOME": str(self.home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")
        }
        environment |= {"BROADSHEET_LIBRARY": str(self.home / "library"), "PYTHONPATH": str(ROOT)}
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "reader", *words], cwd=self.home, env=environment, stdout=log, stderr=log
            )
        self.focus("Broadsheet")
        eventually(self.names, "the window on the accessibility bus")

    def focus(self, title: str) -> None:
        """Give a window the keyboard; there is no window manager that would."""
        window = eventually(
            lambda: self.desktop.xdotool("search", "--onlyvisible", "--name", f"^{title}$"), f"a window {title!r}"
        )
        self.desktop.xdotool("windowfocus", "--sync", window.split()[0])

    def press(self, name: str) -> None:
        """Press a button."""
        eventually(lambda: self.desktop.ask("press", name), f"the button {name!r}", self.names)

    def key(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self.desktop.xdotool("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type text."""
        # A character that no key has is given one for half of the delay: a busy program looks it up only after a while.
        self.desktop.xdotool("type", "--delay", "60" if text.isascii() else "2000", text)

    def names(self) -> list[str]:
        """Return the names of all that can be seen."""
        return self.desktop.ask("names") or []

    def sees(self, name: str) -> None:
        """Wait until something of that name is seen."""
        eventually(lambda: name in self.names(), repr(name), self.names)

    def sees_like(self, pattern: str) -> str:
        """Wait until something whose whole name is like the pattern is seen; return its name."""
        like = re.compile(pattern)
        return eventually(
            lambda: next((name for name in self.names() if like.fullmatch(name)), ""), pattern, self.names
        )

    def reads(self, words: str) -> str:
        """Wait until the open article holds these words; return its text."""
        return eventually(lambda: text if words in (text := self.article()) else "", repr(words), self.article)

    def announces(self, pattern: str) -> None:
        """Wait until the last that a screen reader was told to say is like the pattern."""
        like = re.compile(pattern)

        def heard() -> list[str]:
            return self.desktop.ask("announcements") or [""]

        eventually(lambda: like.fullmatch(heard()[-1]), pattern, heard)

    def article(self) -> str:
        """Return the text of the open article."""
        return self.desktop.ask("text", "Article") or ""

    def has_ended(self, seconds: float = 0) -> bool:
        """Whether the program runs no more, `seconds` from now at the latest."""
        assert self.process is not None
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def ends(self) -> int:
        """Wait until the program has ended; return its exit code."""
        assert self.process is not None
        return self.process.wait(PATIENCE)

    def rows(self) -> list[str]:
        """Return what the lines of the article list say, headings included."""
        return self.desktop.ask("rows", "Articles") or []

    def focused(self) -> list[str]:
        """Return the label of what has the keyboard, and of what is current in it."""
        return self.desktop.ask("focused") or []

    def goes_to(self, key: str, name: str) -> None:
        """Press a key, and wait until something whose name begins so has the keyboard."""
        self.key(key)
        self.has_focus(name)

    def has_focus(self, name: str) -> None:
        """Wait until something whose label begins so has the keyboard."""
        eventually(
            lambda: any(said.startswith(name) for said in self.focused()), f"the focus on {name!r}", self.focused
        )

    def is_checked(self, name: str) -> bool:
        """Whether a button is pressed in."""
        return "checked" in (self.desktop.ask("states", name) or [])

    def close(self) -> int:
        """Quit as a person would; returns the exit code."""
        self.key("ctrl+q")
        return self.ends()

    def end(self) -> None:
        """End whatever still runs, and let nothing it complained about pass."""
        if self.process is not None and not self.has_ended():
            self.process.kill()
            self.process.wait()
        said = self.log.read_text("utf-8") if self.log.exists() else ""
        assert "Traceback" not in said, said


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """Start a virtual screen on a free number."""
    if sys.platform != "linux" or not shutil.which("Xvfb") or not shutil.which("xdotool"):
        pytest.skip("Xvfb and xdotool are needed for tests in a real window")
    read, write = os.pipe()
    folder = tmp_path_factory.mktemp("screen")
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-fbdir"]
    server = subprocess.Popen(
        [*command, str(folder)], pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write)
    with os.fdopen(read) as numbers:
        number = numbers.readline().strip()
    assert number, "Xvfb did not start"
    yield Screen(f":{number}", folder)
    server.terminate()
    server.wait()


@pytest.fixture(scope="session")
def desktop(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """Start a bus of our own beside the screen, and the driver on it."""
    python = system_python()
    if python is None or not shutil.which("dbus-daemon"):
        pytest.skip("python3-gi, gir1.2-atspi-2.0 and dbus-daemon are needed to see what a screen reader sees")
    runtime = tmp_path_factory.mktemp("runtime")
    runtime.chmod(0o700)
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "XDG_DATA_DIRS") if name in os.environ}
    environment = kept | {
        "DISPLAY": screen.display,
        "LANG": "C.UTF-8",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "TZ": "UTC",
        "XDG_RUNTIME_DIR": str(runtime),
    }
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as bus:
        assert bus.stdout is not None
        desktop = Desktop(environment | {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}, python, screen)
        try:
            yield desktop
            desktop.close()
        finally:
            bus.terminate()  # Nobody else would end it.


@pytest.fixture
def program(desktop: Desktop, tmp_path: Path) -> Iterator[Program]:
    program = Program(desktop, tmp_path)
    yield program
    program.end()

"""Keeps the translations in resources/i18n true to the program's own words.

`--update` takes every sentence of the program into the .ts files and makes the .qm files the program reads; `--check`
tells what such an update would change and what still wants a translator, and changes nothing.
"""

from __future__ import annotations

import argparse
import ast
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.viewing.taiwan import in_taiwan

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
CHINESE, ENGLISH = "broadsheet_zh_CN", "broadsheet_en"
#: Made of the Chinese one, not by a translator.
TAIWANESE = "broadsheet_zh_TW"

_FIGURE = re.compile(r"\{(?:number)?\}|%L?n")
_FIELD = re.compile(r"\{\w*\}|%L?n")
# What stands so at the margin explains a constant to programmers; inside a function it speaks to translators.
_NOTE_ON_CONSTANT = re.compile(r"^#: ", re.M)
_HAN_BESIDE_LATIN = re.compile(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]")
_TRANSLATED = re.compile(r"(?<=<translation>).*?(?=</translation>)|(?<=<numerusform>).*?(?=</numerusform>)", re.S)
_HALF_WIDTH_MARK = re.compile(r"[\u4e00-\u9fff][,.;:!?()]|[(][\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A sentence as the code asks for it."""

    context: str
    source: str
    plural: bool

    def __str__(self) -> str:
        return f"{self.context}: “{self.source}”"


def update(folder: Path) -> None:
    """Bring the .ts files of a folder up to date and make the .qm files beside them."""
    with tempfile.TemporaryDirectory() as copy:
        sources = [str(file) for file in _copy_sources(Path(copy))]
        for name, options in ((CHINESE, ["-target-language", "zh_CN"]), (ENGLISH, ["-pluralonly"])):
            ts = folder / f"{name}.ts"
            common = ["-locations", "none", "-no-obsolete", "-source-language", "en"]
            _run("pyside6-lupdate", *sources, *common, *options, "-ts", str(ts))
            _run("pyside6-lrelease", str(ts), "-qm", str(ts.with_suffix(".qm")))
    traditional = folder / f"{TAIWANESE}.ts"
    traditional.write_text(as_in_taiwan((folder / f"{CHINESE}.ts").read_text("utf-8")), "utf-8")
    _run("pyside6-lrelease", str(traditional), "-qm", str(traditional.with_suffix(".qm")))


def as_in_taiwan(ts: str) -> str:
    """Return a .ts file of Simplified Chinese in the characters, words and quotation marks of Taiwan."""
    words = _TRANSLATED.sub(lambda match: in_taiwan(match[0]), ts)
    return words.replace('language="zh_CN"', 'language="zh_TW"', 1)


def faults(folder: Path) -> list[str]:
    """Return what is wrong with the translations of a folder, in sentences."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as other:
        fresh = Path(other)
        for name in (CHINESE, ENGLISH, TAIWANESE):
            for file in folder.glob(f"{name}.*"):
                shutil.copy(file, fresh)
        update(fresh)
        for name in (CHINESE, ENGLISH, TAIWANESE):
            found += _differences(folder / f"{name}.ts", fresh / f"{name}.ts")
            found += _unlike_qm(folder / f"{name}.qm", fresh / f"{name}.qm")
            found += _unfinished(folder / f"{name}.ts")
        found += _overlooked(fresh / f"{CHINESE}.ts")
    return found


def asked_for(sources: Iterable[Path]) -> tuple[set[Message], list[str]]:
    """Return every sentence the code asks for, and the calls that no tool can read."""
    messages: set[Message] = set()
    unclear: list[str] = []
    for file in sources:
        for context, call in _calls(ast.parse(file.read_text("utf-8")), ""):
            words = call.args[1:] if _name(call) != "tr" else call.args
            if isinstance(words[0], ast.JoinedStr | ast.BinOp):
                unclear.append(f"{file.name}:{call.lineno}: no sentence in one piece: {ast.unparse(call)}")
            elif isinstance(words[0], ast.Constant):
                messages.add(Message(context, str(words[0].value), len(words) > 2))
    return messages, unclear


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield each call for a translation with its context: the class it stands in, or its first argument."""
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else owner
        if isinstance(child, ast.Call) and child.args:
            first = getattr(child.args[0], "value", None)
            if _name(child) == "tr":
                yield owner, child
            elif _name(child) in {"translate", "QT_TRANSLATE_NOOP"} and len(child.args) > 1 and isinstance(first, str):
                yield first, child
        yield from _calls(child, inner)


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _sources() -> list[Path]:
    """Return the program's files; the tool finds nothing in Python when it is given their folder."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "reader/*.py", "reader/**/*.py"],  # noqa: S607 - the user's own git
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    files = {ROOT / name for name in listed.stdout.split("\0") if name}
    return sorted(file for file in files if file.is_file())


def _copy_sources(folder: Path) -> Iterator[Path]:
    for file in _sources():
        copy = folder / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(_for_lupdate(file.read_text("utf-8")), "utf-8")
        yield copy


def _for_lupdate(text: str) -> str:
    """Return a source with what misleads lupdate put right."""
    lines = [line.encode() for line in _NOTE_ON_CONSTANT.sub("# ", text).split("\n")]
    numbers = [call.args[3] for _, call in _calls(ast.parse(text), "") if _name(call) == "translate" and call.args[3:]]
    # It takes a plural outside a class for one only when its number is a figure.
    for number in sorted(numbers, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        first, last = number.lineno - 1, (number.end_lineno or number.lineno) - 1
        rest = lines[last][number.end_col_offset :]
        lines[first : last + 1] = [lines[first][: number.col_offset] + b"2" + rest]
    return b"\n".join(lines).decode()


def _run(tool: str, *words: str) -> None:
    # The tools stand beside the Python that runs this.
    program = str(Path(sys.executable).parent / tool)
    result = subprocess.run([program, *words], capture_output=True, text=True, check=False)  # noqa: S603
    if result.returncode:
        raise SystemExit(f"{tool} failed:\n{result.stdout}{result.stderr}")


def _messages(ts: Path) -> Iterator[tuple[Message, ET.Element]]:
    if not ts.is_file():
        return
    for context in ET.parse(ts).getroot().iter("context"):  # noqa: S314 - a file of our own
        for element in context.iter("message"):
            plural = element.get("numerus") == "yes"
            yield Message(context.findtext("name", ""), element.findtext("source", ""), plural), element


def _forms(element: ET.Element) -> list[str]:
    translation = element.find("translation")
    if translation is None:
        return [""]
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


def _differences(committed: Path, fresh: Path) -> list[str]:
    name = committed.name
    if not committed.is_file():
        return [f"{name} is missing"]
    old, new = {message for message, _ in _messages(committed)}, {message for message, _ in _messages(fresh)}
    found = [f"{name} misses {message}" for message in sorted(new - old)]
    found += [f"{name} still has {message}" for message in sorted(old - new)]
    if not found and committed.read_text("utf-8") != fresh.read_text("utf-8"):
        found.append(f"{name} is not as an update writes it")
    return found


def _unlike_qm(committed: Path, fresh: Path) -> list[str]:
    if not committed.is_file():
        return [f"{committed.name} is missing"]
    if committed.read_bytes() != fresh.read_bytes():
        return [f"{committed.name} is not made from its .ts file"]
    return []


def _unfinished(ts: Path) -> list[str]:
    found: list[str] = []
    for message, element in _messages(ts):
        translation = element.find("translation")
        kind = translation.get("type", "") if translation is not None else "unfinished"
        if kind:
            found.append(f"{ts.name}, {message} is {kind}")
            continue
        for form in _forms(element):
            found += [f"{ts.name}, {message}: {fault}: “{form}”" for fault in _faults_of(message, form, ts.stem)]
    return found


def _faults_of(message: Message, form: str, name: str) -> Iterator[str]:
    """Yield what is wrong with one form of a translation."""
    if not form.strip():
        yield "nothing is there"
    # What a library holds is translated as it was written.
    if "'" in message.source and message.context != "Detail":
        yield "a straight apostrophe in English"
    if _fields(message.source) != _fields(form):
        yield "other fields than in English"
    if message.plural and "%n" in form:
        yield "a number whose thousands are not set apart, %n for %Ln"
    if name in (CHINESE, TAIWANESE):
        if _HAN_BESIDE_LATIN.search(form) or _HAN_BESIDE_LATIN.search(_FIGURE.sub("0", form)):
            yield "no blank between Chinese and Latin"
        if _HALF_WIDTH_MARK.search(form):
            yield "half-width punctuation"
        if message.source.endswith(".") and not form.endswith(("。", "！")):
            yield "a sentence without its full stop"


def _fields(text: str) -> list[str]:
    # %Ln is %n with its thousands set apart.
    return sorted(_FIELD.findall(text.replace("%Ln", "%n")))


def _overlooked(ts: Path) -> list[str]:
    """Return what the code asks for and lupdate did not find."""
    asked, unclear = asked_for(_sources())
    hint = "lupdate does not find it, or not as a plural"
    missed = sorted(asked - {message for message, _ in _messages(ts)})
    return [*unclear, *(f"{message}: {hint}" for message in missed)]


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--update", action="store_true", help="write the .ts and .qm files anew")
    what.add_argument("--check", action="store_true", help="fail when they are not complete and up to date")
    if parser.parse_args().update:
        I18N.mkdir(parents=True, exist_ok=True)
        update(I18N)
        found = [fault for name in (CHINESE, ENGLISH) for fault in _unfinished(I18N / f"{name}.ts")]
    else:
        found = faults(I18N)
    for fault in found:
        print(fault, file=sys.stderr)
    if found:
        print(f"{len(found)} fault(s). Run tools/translations.py --update, translate, run it again.", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

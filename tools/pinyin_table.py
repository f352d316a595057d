"""Write resources/pinyin/readings.txt, the table of how Chinese characters are read.

    pip install pypinyin
    python tools/pinyin_table.py

The readings are pypinyin's (MIT licence). They are kept with the program and not asked of the package: a start that
sorts Chinese names would take a tenth of a second longer for it, and the places of titles, which a library holds, would
no longer agree with those of another version.
"""

from __future__ import annotations

import argparse
import os
from importlib import import_module, metadata
from pathlib import Path

TARGET = Path(__file__).parent.parent / "resources" / "pinyin" / "readings.txt"


def lines() -> list[str]:
    """Return a line for each character, in the order of their code points."""
    # Its phrases say how a character is read beside others, which nobody asks here.
    os.environ["PYPINYIN_NO_PHRASES"] = "1"
    package = import_module("pypinyin")
    characters = map(chr, sorted(import_module("pypinyin.pinyin_dict").pinyin_dict))
    tone = package.Style.TONE3
    return [character + ",".join(package.pinyin(character, style=tone, heteronym=True)[0]) for character in characters]


def main() -> None:
    """Make the table."""
    argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0]).parse_args()
    made = lines()
    head = (
        "# How Chinese characters are read: the most usual way first, a number for the tone, none where it is neutral.",
        f"# Made by tools/pinyin_table.py of the readings of pypinyin {metadata.version('pypinyin')}, MIT licence.",
        "# A change of this file needs a migration that makes the places of titles anew.",
    )
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join((*head, *made, "")), encoding="utf-8", newline="\n")
    print(f"{TARGET}: {len(made)} characters")


if __name__ == "__main__":
    main()

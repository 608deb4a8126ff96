# ruff: noqa: INP001  # a script, no package
"""Writes the sample reports in every format: ``python examples/make.py [FOLDER]``.

The texts beside this file are the samples; everything else is made from them, and
``tests/test_examples_formats.py`` holds the committed files against what is made now.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import govdisclosure as gd
from govdisclosure.writers import FORMATS

HERE = Path(__file__).parent
MADE = ("json", "html", "docx", "xlsx", "md")


def made(samples: Path = HERE) -> Iterator[tuple[str, bytes]]:
    """Iterate over the files that the samples give: name and content."""
    for sample in sorted(samples.glob("*.txt")):
        report = gd.read(sample).report
        for name in MADE:
            yield sample.stem + FORMATS[name].suffixes[0], gd.write(report, name)


def main(folder: Path) -> None:
    """Write all files into a folder."""
    for name, content in made():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)

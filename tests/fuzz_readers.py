"""Fuzz the readers for some minutes: whatever is read, a reading or an error of the library.

Run by hand, outside the test run:  python tests/fuzz_readers.py --minutes 10

What breaks is written to the folder given with --keep, one file an input, and its traceback is
printed; each such input becomes a test.
"""

import argparse
import io
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path
from random import Random

import govdisclosure as gd

SAMPLES = Path(__file__).parent.parent / "examples"
SUFFIXES = (".txt", ".html", ".md", ".docx", ".xlsx", ".pdf", ".json")
TOKENS = (
    *(b"<table>", b"</table>", b"<tr>", b"<td colspan='999'>", b"<td rowspan='65534'>", b"<td>"),
    *(b"</td>", b"<div>", b"<p>", b"<!--", b"]]>", b"&#0;", b"&x;", b"<![CDATA[", b"<?xml "),
    *(
        b"|",
        b"||||",
        b"|---|",
        b"\t",
        b"\n",
        b"\r",
        b"\f",
        b"\0",
        b"  ",
        b"\\",
        b"```",
        b"#",
        b"> ",
    ),
    *(
        b"0",
        b"-1",
        b"9" * 40,
        b"1e9",
        b"NaN",
        "（".encode(),
        "一、".encode(),
        "　".encode(),
        b"\xff",
    ),
    *(b"{", b"}", b"[", b'"', b",", b":", b"stream", b"endobj", b"/Pages", b"/Kids", b"<<", b">>"),
)
SLOW = 10.0
"""Seconds; an input that takes longer is kept as well."""


def mutated(random: Random, data: bytes, other: bytes) -> bytes:
    """The bytes with some of them changed, moved, doubled, lost or taken from elsewhere.

    What is text mostly stays text: its characters are changed, and not its bytes.
    """
    try:
        texts = data.decode(), other.decode()
    except UnicodeDecodeError:
        texts = None
    if texts is not None and random.random() < 0.9:
        tokens = [list(token.decode(errors="ignore")) for token in TOKENS]
        return "".join(_changed(random, *map(list, texts), tokens)).encode()
    return bytes(_changed(random, *map(list, (data, other)), [list(token) for token in TOKENS]))


def _changed(random, found, other, tokens):
    for _ in range(random.choice([1, 1, 2, 4, 16])):
        at = random.randrange(len(found) + 1)
        size = random.choice([1, 2, 8, 64, 1024])
        match random.randrange(6):
            case 0:
                found[at : at + 1] = random.choice(tokens)[:1]
            case 1:
                del found[at : at + size]
            case 2:
                found[at:at] = found[at : at + size] * random.choice([1, 2, 50])
            case 3:
                found[at:at] = random.choice(tokens) * random.choice([1, 1, 3, 200])
            case 4:
                start = random.randrange(len(other) + 1)
                found[at : at + size] = other[start : start + size]
            case _:
                there = random.randrange(len(found) + 1)
                found[at:at] = found[there : there + size]
    return found


def mutated_archive(random: Random, data: bytes, other: bytes) -> bytes:
    """An archive with one of its members changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(made, "w") as changed:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        chosen = random.choice(names)
        for name in archive.namelist():
            content = archive.read(name)
            changed.writestr(name, mutated(random, content, other) if name == chosen else content)
    return made.getvalue()


def outcome(data: bytes) -> str:
    """What reading comes to; anything but an error of the library is let through."""
    try:
        reading = gd.read(data)
    except gd.Error as error:
        return type(error).__name__
    gd.check(reading)
    return "read"


def main() -> None:
    """Fuzz until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--samples", type=Path, default=SAMPLES)
    parser.add_argument("--only", help="a suffix, such as .pdf")
    parser.add_argument("--keep", type=Path, default=Path("fuzzed"))
    given = parser.parse_args()
    seeds = [
        (path.suffix, path.read_bytes())
        for path in sorted(given.samples.rglob("*"))
        if path.suffix in SUFFIXES and given.only in (None, path.suffix)
    ]
    random, counted, ends = Random(given.seed), Counter(), time.monotonic() + given.minutes * 60
    while time.monotonic() < ends:
        (suffix, data), (_, other) = random.choice(seeds), random.choice(seeds)
        packed = suffix in (".docx", ".xlsx") and random.random() < 0.8
        data = (mutated_archive if packed else mutated)(random, data, other)
        started = time.monotonic()
        try:
            counted[suffix, outcome(data)] += 1
        except Exception:  # noqa: BLE001  # whatever it is, it is what is looked for
            counted[suffix, "BROKEN"] += 1
            _keep(given.keep, suffix, data)
            traceback.print_exc()
        if time.monotonic() - started > SLOW:
            counted[suffix, "SLOW"] += 1
            _keep(given.keep, suffix, data)
    for (suffix, what), number in sorted(counted.items()):
        print(f"{suffix:6} {what:20} {number:8}")  # noqa: T201  # a script that prints
    print(f"{sum(counted.values())} inputs")  # noqa: T201


def _keep(folder: Path, suffix: str, data: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{len(list(folder.iterdir())):04}{suffix}"
    (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()

"""The rooms of the library are in one order, and each imports only from those above it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import govdisclosure

PACKAGE = "govdisclosure"
ROOT = Path(govdisclosure.__file__).parent

ROOMS = {
    "version": "Which version this is.",
    "wording": "A text in two languages, which everything speaks.",
    "workbooks": "What our own workbook prints around a report.",
    "errors": "The exceptions, in two languages.",
    "unopened": "Why a file cannot be opened.",
    "extras": "Whether optional libraries are installed.",
    "law": "Instruments and citations.",
    "editions": "The editions of the form, each with its notice.",
    "records": "The form as classes.",
    "wide": "The form as columns, one row a report; reports as such rows, and back.",
    "reading": "What a document said, and where.",
    "findings": "Findings as values, with their places.",
    "relations": "Linear relations between cells, as data.",
    "profiles": "What is asked for locally.",
    "duplicates": "Prose that is copied, among two reports or many.",
    "rosters": "Which bodies report, and whose reports are there.",
    "claims": "What the prose states of the cells.",
    "rules": "What is demanded of a record or a reading, as data.",
    "waivers": "Findings that are accepted, with the reason.",
    "checking": "Rules applied to reports.",
    "frames": "Relations on data frames of any size.",
    "rollup": "Reports added up to a consolidated one.",
    "suggesting": "Which cell is wrong.",
    "explaining": "Rules and cells explained.",
    "wire": "Records to JSON and back.",
    "contract": "What every schema has in common.",
    "schemas": "Records, settings, findings and reviews to JSON Schema.",
    "portable": "Rules and form as data for any language.",
    "querying": "Relations as SQL, with the tables that they look at.",
    "conformance": "Cases that prove an implementation in any language.",
    "exports": "Every file of the contract.",
    "writers": "Records to documents that people read.",
    "reviews": "Reviews to documents that people and programs read.",
    "streams": "Reports one a line, checked as fast as they are decoded.",
    "readers": "Documents to readings; JSON is one of the formats.",
    "collecting": "Documents gathered into a dataset of rows.",
    "strategies": "Reports drawn by hypothesis, right and wrong.",
    "testing": "Assertions on reports for tests.",
    "settings": "Files of profiles, waivers and rosters to records.",
    "": "The public names, gathered from all rooms above.",
    "cli": "Arguments in, exit code out.",
    "__main__": "Starts the command line.",
}
"""The rooms from the top down. A new room is a new line here, below all that it needs."""

MODULES = sorted(ROOT.rglob("*.py"))


def _name(path: Path) -> tuple[str, ...]:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def _room(parts: tuple[str, ...]) -> str:
    return parts[0] if parts else ""


def _imported(path: Path) -> Iterator[tuple[str, ...]]:
    """Yield the modules of the package that a file names in imports, wherever they stand."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name.split(".") for alias in node.names]
            yield from (tuple(name[1:]) for name in names if name[0] == PACKAGE)
        elif isinstance(node, ast.ImportFrom):
            module = tuple((node.module or "").split(".")) if node.module else ()
            if node.level:
                base = (*package[: len(package) - node.level + 1], *module)
            elif module and module[0] == PACKAGE:
                base = module[1:]
            else:
                continue
            for alias in node.names:
                yield (*base, alias.name) if _is_module((*base, alias.name)) else base


def _is_module(parts: tuple[str, ...]) -> bool:
    path = ROOT.joinpath(*parts)
    return path.is_dir() or path.with_suffix(".py").is_file()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_room_imports_only_from_rooms_above(path):
    """A module imports its own room and rooms above it, at the top, later, or for types."""
    order = list(ROOMS)
    own = order.index(_room(_name(path)))
    wrong = {".".join(found) for found in _imported(path) if order.index(_room(found)) > own}
    assert not wrong, f"{path.relative_to(ROOT)} imports from rooms below it: {sorted(wrong)}"


def test_every_room_is_in_the_order():
    """Each module of the package is in a room of the list, and each room of the list is there."""
    assert {_room(_name(path)) for path in MODULES} == set(ROOMS)


def test_lazy_and_relative_imports_are_seen():
    """The test sees an import inside a function, and one of a submodule by its name."""
    found = set(_imported(ROOT / "readers" / "__init__.py"))
    assert ("readers", "formats") in found
    assert () in set(_imported(ROOT / "cli" / "__init__.py"))

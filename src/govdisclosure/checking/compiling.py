"""The function that evaluates a plan's instances, generated from its relations."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import localcontext
from typing import Any

from ..findings import Number
from ..records import AnnualReport
from ..records.cells import cell
from ..records.form import Kind
from ..relations import PRIOR, Sign
from .judging import EXACT
from .planned import Planned

Values = tuple[Number | None, ...]
Leftovers = tuple[Values, tuple[Number, ...], int]
"""The cells' values, and of each instance what is left over: d = stated − expected with blanks as
zero; 0 where a blank could make it true, and of ``<=`` where d is above zero. Last, how many
instances blanks leave open: those that zero does not make true, and some values would."""
Evaluate = Callable[[AnnualReport, AnnualReport | None], Leftovers | None]


def compiled(
    cells: tuple[str, ...], present: Mapping[str, bool], planned: list[Planned]
) -> Evaluate:
    """Generate the function that evaluates the instances; see ``Plan.evaluate``."""
    names = [f"v{i}" for i in range(len(cells))]
    entered = sorted(set(_entered(planned)))
    residuals = [f"d{i}" for i in range(len(planned))]
    lines = [
        "def evaluate(report, prior):",
        *_loads(cells, present),
        "    try:",
        f"        if {' and '.join(_conditions(names, planned))}:",
        "            return None",
        "    except TypeError:",
        "        pass",
        "    left_open = 0",
        *(f"    z{i} = v{i} or 0" for i in entered),
        *(line for d, one in zip(residuals, planned, strict=True) for line in _left(d, one, cells)),
        f"    return ({_listed(names)}), ({_listed(residuals)}), left_open",
    ]
    scope: dict[str, Any] = {}
    exec("\n".join(lines), scope)  # noqa: S102  # the source is made above, of cell addresses only
    function: Evaluate = scope["evaluate"]
    return _exactly(function) if any(_is_amount(cells[i]) for i in entered) else function


def _listed(names: Iterable[str]) -> str:
    return " ".join(f"{name}," for name in names)


def _conditions(names: list[str], planned: list[Planned]) -> Iterator[str]:
    added: set[int] = set()
    for instance in planned:
        expected, stated = _sides(instance, "v")
        if len(instance.entries) > len((expected, stated)):
            added.update(entry.index for entry in instance.entries)
        yield f"{expected} {'<=' if _is_at_most(instance) else '=='} {stated}"
    # None raises TypeError in a sum and equals none; only what meets no sum needs to be asked.
    yield from (f"{name} is not None" for i, name in enumerate(names) if i not in added)


def _left(name: str, instance: Planned, cells: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines that reckon what is left over of an instance, 0 where a blank mends it."""
    expected, stated = _sides(instance, "z")
    yield f"    {name} = {stated} - ({expected})"
    for sign, rising in (("<", True), (">", False)):
        blanks = [f"v{index} is None" for index in instance.mending(cells, rising=rising)]
        if sign == ">" and _is_at_most(instance):
            yield f"    if {name} > 0: {name} = 0"
        elif blanks:
            yield f"    if {name} {sign} 0 and ({' or '.join(blanks)}): {name} = 0; left_open += 1"


def _is_at_most(instance: Planned) -> bool:
    return instance.relation.sign is Sign.AT_MOST


def _entered(planned: Iterable[Planned]) -> Iterator[int]:
    return (entry.index for instance in planned for entry in instance.entries)


def _is_amount(name: str) -> bool:
    found = cell(name.removeprefix(PRIOR))
    return found is not None and found.kind is Kind.AMOUNT


def _exactly(function: Evaluate) -> Evaluate:
    """Return the function with money added exactly, whatever the caller's decimal context."""

    def evaluate(report: AnnualReport, prior: AnnualReport | None) -> Leftovers | None:
        with localcontext(EXACT):
            return function(report, prior)

    return evaluate


def _sides(instance: Planned, letter: str) -> tuple[str, str]:
    """Return the expected and the stated side as sums of locals that begin with a letter."""
    expected, stated = (
        " ".join(
            f"{'-' if e.coefficient < 0 else '+'} {letter}{e.index}"
            for e in instance.entries
            if e.stated is side
        ).removeprefix("+ ")
        for side in (False, True)
    )
    return expected, stated


def _loads(cells: tuple[str, ...], present: Mapping[str, bool]) -> Iterator[str]:
    """Yield the lines that load each cell into its local, walking each row once."""
    held: dict[str, str] = {"": "report", PRIOR.rstrip("."): "prior"}
    for i, address in enumerate(cells):
        if not present[address]:
            yield f"    v{i} = None"
            continue
        *path, column = address.split(".")
        for end in range(1, len(path) + 1):
            row = ".".join(path[:end])
            if row not in held:
                held[row] = f"r{len(held)}"
                above = held[".".join(path[: end - 1])]
                yield f"    {held[row]} = {above}.{path[end - 1]}"
        yield f"    v{i} = {held['.'.join(path)]}.{column}"

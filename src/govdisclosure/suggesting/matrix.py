"""The relations of a report as a matrix: a line for each instance, a column for each cell.

Lines and columns are told by their numbers; a set of lines is an integer, bit i for line i.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

import attrs

from ..checking.evaluator import Plan
from ..findings import Instance, Number
from ..records import Kind
from ..records.cells import cell
from ..records.form import MAX_AMOUNT, MAX_COUNT
from ..rules.vocabulary import PRIOR, Sign

Column = tuple[tuple[int, int], ...]
"""The lines that a cell stands in, each with its coefficient in d = stated − expected."""


@attrs.frozen(eq=False, repr=False)
class Matrix:
    """What the relations are for some layouts, whatever the values.

    ``keys`` are the rule and the ``at`` of each line. ``cells`` are the report's own, in the
    form's order; ``lines`` name those in each instance, and ``equal`` is the set of those with
    ``=``. ``columns`` go on beyond the report's own cells with those of the year before.
    ``totals`` gives the parts that a cell is the sum of, in each line that says so.
    """

    keys: tuple[tuple[str, str], ...]
    cells: tuple[str, ...]
    kinds: tuple[Kind, ...]
    lines: tuple[tuple[int, ...], ...]
    equal: int
    columns: tuple[Column, ...]
    totals: Mapping[int, tuple[tuple[int, ...], ...]]

    @cached_property
    def masks(self) -> tuple[int, ...]:
        """The set of lines that each column stands in."""
        return tuple(sum(1 << line for line, _ in column) for column in self.columns)

    @cached_property
    def narrow(self) -> tuple[int, ...]:
        """The lines with one cell of the report: the other reports say what it must be."""
        return tuple(i for i, line in enumerate(self.lines) if len(line) == 1)

    @cached_property
    def neighbours(self) -> tuple[tuple[int, ...], ...]:
        """The cells beside each cell: in its row, and in its column the rows above and below."""
        return tuple(_neighbours(self.cells))


@lru_cache(maxsize=256)
def matrix_of(plan: Plan) -> Matrix:
    """Return the matrix of a plan; its lines are the instances that apply, in their order."""
    columns: list[list[tuple[int, int]]] = [[] for _ in plan.cells]
    lines: list[tuple[int, ...]] = []
    totals: dict[int, list[tuple[int, ...]]] = {}
    equal = 0
    for i, instance in enumerate(plan.applying):
        for entry in instance.entries:
            raising = entry.coefficient if entry.stated else -entry.coefficient
            columns[entry.index].append((i, raising))
        lines.append(tuple(e.index for e in instance.entries if e.index < plan.own))
        stated = [entry.index for entry in instance.entries if entry.stated]
        parts = tuple(e.index for e in instance.entries if not e.stated and e.index < plan.own)
        if instance.relation.sign is Sign.EQUAL:
            equal |= 1 << i
            if len(stated) == 1 and len(parts) > 1:
                totals.setdefault(stated[0], []).append(parts)
    own = plan.cells[: plan.own]
    return Matrix(
        keys=tuple((instance.relation.id, instance.at) for instance in plan.applying),
        cells=own,
        kinds=tuple(_kind(name) for name in plan.cells),
        lines=tuple(lines),
        equal=equal,
        columns=tuple(tuple(column) for column in columns),
        totals={total: tuple(parts) for total, parts in totals.items()},
    )


def _kind(name: str) -> Kind:
    found = cell(name.removeprefix(PRIOR))
    return Kind.COUNT if found is None else found.kind


def _neighbours(names: Sequence[str]) -> Iterator[tuple[int, ...]]:
    rows: dict[str, dict[str, int]] = {}
    for i, name in enumerate(names):
        row, _, column = name.rpartition(".")
        rows.setdefault(row, {})[column] = i
    order = list(rows)
    for number, (row, columns) in enumerate(rows.items()):
        across = list(columns.values())
        beside = [rows[other] for other in order[max(number - 1, 0) : number + 2] if other != row]
        for place, column in enumerate(columns):
            above_and_below = [other[column] for other in beside if column in other]
            yield (
                *across[max(place - 1, 0) : place],
                *across[place + 1 : place + 2],
                *above_and_below,
            )


@attrs.define(eq=False, repr=False)
class System:
    """The relations on one report: its values, and what is left over in each line.

    A line in ``exact`` demands d = 0, one in ``at_least`` d >= 0, one in ``at_most`` d <= 0, and
    one in none of them nothing, because blanks leave it open. A cell is ``movable`` unless it is
    blank or known to be right: no value of a blank could mend what is broken.
    """

    matrix: Matrix
    values: list[Number | None]
    residuals: list[Number]
    exact: int
    at_least: int
    at_most: int
    movable: list[bool]

    @property
    def broken(self) -> int:
        """The set of lines that are not what they must be."""
        found = 0
        below, above = self.exact | self.at_least, self.exact | self.at_most
        for i, residual in enumerate(self.residuals):
            if residual and (above if residual > 0 else below) >> i & 1:
                found |= 1 << i
        return found

    def bounds(self, cell: int) -> tuple[Number, Number]:
        """Return by how much a cell's value can fall and rise and still be one of its kind."""
        value = self.values[cell] or 0
        kind = self.matrix.kinds[cell]
        least = -MAX_COUNT if kind is Kind.CHANGE else 0
        most = MAX_AMOUNT if kind is Kind.AMOUNT else MAX_COUNT
        return least - value, most - value

    def changed(self, changes: Mapping[int, Number]) -> "System":
        """Return the system with some values moved; those cells are then not movable."""
        values, residuals, movable = self.values[:], self.residuals[:], self.movable[:]
        for index, by in changes.items():
            values[index] = (values[index] or 0) + by
            movable[index] = False
            for line, coefficient in self.matrix.columns[index]:
                residuals[line] += coefficient * by
        return attrs.evolve(self, values=values, residuals=residuals, movable=movable)


def system_of(matrix: Matrix, values: Sequence[Number | None]) -> System:
    """Return the system of a report, given the values of the plan's cells."""
    residuals: list[Number] = [0] * len(matrix.lines)
    for value, column in zip(values, matrix.columns, strict=True):
        if value:
            for line, coefficient in column:
                residuals[line] += coefficient * value
    raised, lowered = 0, 0
    for index, value in enumerate(values):
        if value is None:
            either = matrix.kinds[index] is Kind.CHANGE
            for line, coefficient in matrix.columns[index]:
                raised |= (coefficient > 0 or either) << line
                lowered |= (coefficient < 0 or either) << line
    every = (1 << len(matrix.lines)) - 1
    at_most = every & ~matrix.equal
    return System(
        matrix=matrix,
        values=list(values[: len(matrix.cells)]),
        residuals=residuals,
        exact=matrix.equal & ~raised & ~lowered,
        at_least=matrix.equal & lowered & ~raised | at_most & ~raised,
        at_most=matrix.equal & raised & ~lowered,
        movable=[value is not None for value in values[: len(matrix.cells)]],
    )


def with_sums(system: System, instances: Sequence[Instance]) -> System:
    """Return the system with the lines of *instances* that compare it with its members' sums."""
    index = {name: i for i, name in enumerate(system.matrix.cells)}
    lines, columns = list(system.matrix.lines), [list(c) for c in system.matrix.columns]
    residuals, equal = system.residuals[:], system.matrix.equal
    exact, at_least, at_most = system.exact, system.at_least, system.at_most
    for instance in instances:
        bit = 1 << len(lines)
        own = [(index[f.cell], f.raising) for f in instance.figures if f.cell in index]
        for number, coefficient in own:
            columns[number].append((len(lines), coefficient))
        lines.append(tuple(number for number, _ in own))
        residuals.append(instance.difference or 0)
        equal |= bit
        either = _kind(instance.at) is Kind.CHANGE
        blanks = [f.raising for f in instance.figures if f.value is None]
        raised = any(r > 0 or either for r in blanks)
        lowered = any(r < 0 or either for r in blanks)
        exact |= bit * (not raised and not lowered)
        at_least |= bit * (lowered and not raised)
        at_most |= bit * (raised and not lowered)
    matrix = attrs.evolve(
        system.matrix,
        keys=(*system.matrix.keys, *((i.rule, i.at) for i in instances)),
        lines=tuple(lines),
        columns=tuple(tuple(column) for column in columns),
        equal=equal,
    )
    return attrs.evolve(
        system,
        matrix=matrix,
        residuals=residuals,
        exact=exact,
        at_least=at_least,
        at_most=at_most,
    )


def bits(mask: int) -> Iterator[int]:
    """Iterate over the lines of a set."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest

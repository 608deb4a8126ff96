"""The values that some cells must take for every line to hold, found exactly."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import product

from ..findings import Number
from ..records import Kind
from .matrix import System, bits

Changes = Mapping[int, Number]
"""By how much cells change, by the cells' numbers."""
_Form = tuple[Fraction, dict[int, Fraction]]
"""A value as a constant and coefficients of the cells that are free."""
_ZERO = Fraction(0)


def span(system: System, cell: int) -> tuple[Number, Number] | None:
    """Return the least and the greatest change of one cell that makes all of its lines hold."""
    least, most = system.bounds(cell)
    exact, low, high = system.exact, system.at_least, system.at_most
    for line, coefficient in system.matrix.columns[cell]:
        needed = -system.residuals[line] * coefficient
        if exact >> line & 1:
            least, most = max(least, needed), min(most, needed)
        elif (low if coefficient > 0 else high) >> line & 1:
            least = max(least, needed)
        elif (high if coefficient > 0 else low) >> line & 1:
            most = min(most, needed)
    return (least, most) if least <= most else None


def one_changed(system: System, cell: int) -> Changes | None:
    """Return the least change of one cell that makes all of its lines hold, if there is one."""
    found = span(system, cell)
    if found is None or found[0] <= 0 <= found[1]:
        return None
    least, most = found
    by = least if least > 0 else most
    return {cell: by} if _admitted(system, cell, by) else None


def all_changed(
    system: System, cells: Sequence[int], hint: Mapping[int, int] | None = None
) -> Changes | None:
    """Return how these cells, every one of them, can change to make all of their lines hold.

    Where the lines leave a choice, the values stay as near as they can; *hint* is one choice.
    """
    if len(cells) == 1:
        return one_changed(system, cells[0])
    solved = _solved(system, cells)
    if solved is None:
        return None
    free = list(dict.fromkeys(name for _, form in solved.values() for name in form))
    best: Changes | None = None
    for chosen in _choices(system, solved, free, hint):
        found = _numbers(system, solved, chosen)
        if found is not None and is_right(system, found):
            best = min(best or found, found, key=_size)
    return best


def is_right(system: System, changes: Changes) -> bool:
    """Tell whether every cell changes, to a value of its kind, and all of their lines then hold."""
    residuals: dict[int, Number] = {}
    for cell, by in changes.items():
        if not by or not _admitted(system, cell, by):
            return False
        for line, coefficient in system.matrix.columns[cell]:
            residuals[line] = residuals.get(line, system.residuals[line]) + coefficient * by
    below, above = system.exact | system.at_least, system.exact | system.at_most
    return not any(
        residual and (above if residual > 0 else below) >> line & 1
        for line, residual in residuals.items()
    )


def _admitted(system: System, cell: int, by: Number) -> bool:
    value = (system.values[cell] or 0) + by
    kind = system.matrix.kinds[cell]
    if kind is Kind.AMOUNT:
        value = Decimal(value)
    return kind.admits(value)


def _size(changes: Changes) -> float:
    return sum(abs(float(by)) for by in changes.values())


def _numbers(
    system: System, solved: Mapping[int, _Form], chosen: Mapping[int, Fraction]
) -> Changes | None:
    """Return the changes that come of a choice for the free cells, None if a count is no whole."""
    found: dict[int, Number] = {}
    for cell, (constant, form) in solved.items():
        value = constant + sum(factor * chosen[name] for name, factor in form.items())
        if system.matrix.kinds[cell] is Kind.AMOUNT:
            found[cell] = Decimal(value.numerator) / Decimal(value.denominator)
        elif value.denominator == 1:
            found[cell] = value.numerator
        else:
            return None
    return found


def _solved(system: System, cells: Sequence[int]) -> dict[int, _Form] | None:
    """Solve the exact lines of some cells by elimination; None if they contradict each other."""
    equations: dict[int, dict[int, Fraction]] = {}
    for cell in cells:
        for line, coefficient in system.matrix.columns[cell]:
            if system.exact >> line & 1:
                equations.setdefault(line, {})[cell] = Fraction(coefficient)
    solved: dict[int, _Form] = {}
    for line, equation in equations.items():
        constant, form = _substituted(Fraction(-system.residuals[line]), equation, solved)
        if not form:
            if constant:
                return None
            continue
        cell, factor = form.popitem()
        value = (constant / factor, {c: -f / factor for c, f in form.items()})
        for other, (others_constant, others_form) in solved.items():
            if cell in others_form:
                solved[other] = _put(others_constant, others_form, cell, value)
        solved[cell] = value
    return solved | {
        cell: (Fraction(0), {cell: Fraction(1)}) for cell in cells if cell not in solved
    }


def _substituted(
    constant: Fraction, equation: Mapping[int, Fraction], solved: Mapping[int, _Form]
) -> tuple[Fraction, dict[int, Fraction]]:
    form: dict[int, Fraction] = {}
    for cell, coefficient in equation.items():
        if cell not in solved:
            form[cell] = form.get(cell, _ZERO) + coefficient
            continue
        known, rest = solved[cell]
        constant = constant - coefficient * known
        for name, factor in rest.items():
            form[name] = form.get(name, _ZERO) + coefficient * factor
    return constant, {cell: factor for cell, factor in form.items() if factor}


def _put(constant: Fraction, form: dict[int, Fraction], cell: int, value: _Form) -> _Form:
    factor = form[cell]
    merged = {name: f for name, f in form.items() if name != cell}
    for name, f in value[1].items():
        merged[name] = merged.get(name, _ZERO) + factor * f
    return constant + factor * value[0], {name: f for name, f in merged.items() if f}


def _choices(
    system: System,
    solved: Mapping[int, _Form],
    free: Sequence[int],
    hint: Mapping[int, int] | None,
) -> Iterator[dict[int, Fraction]]:
    """Iterate over choices for the free cells; over one empty choice if none is free."""
    if hint is not None:
        yield {cell: Fraction(hint.get(cell, 0)) for cell in free}
    if len(free) == 1:
        (name,) = free
        for by in _ends(system, solved, name):
            yield {name: by}
    elif len(free) <= _FEW:
        ends = [[Fraction(end) for end in span(system, cell) or () if end] for cell in free]
        for chosen in product(*ends):
            yield dict(zip(free, chosen, strict=True))


_FEW = 3


def _ends(system: System, solved: Mapping[int, _Form], name: int) -> Iterator[Fraction]:
    """Iterate over the changes of the free cell at which a cell or a line comes to its limit."""
    for cell, (constant, form) in solved.items():
        factor = form.get(name)
        if factor:
            for end in system.bounds(cell):
                yield (Fraction(end) - constant) / factor
    lines = 0
    for cell in solved:
        lines |= system.matrix.masks[cell]
    for line in bits(lines & (system.at_least | system.at_most)):
        level, slope = _level(system, solved, name, line)
        if slope:
            yield -level / slope


def _level(
    system: System, solved: Mapping[int, _Form], name: int, line: int
) -> tuple[Fraction, Fraction]:
    """Return what is left over in a line as a constant and a factor of the free cell."""
    level, slope = Fraction(system.residuals[line]), _ZERO
    for cell, (constant, form) in solved.items():
        for other, coefficient in system.matrix.columns[cell]:
            if other == line:
                level = level + coefficient * constant
                slope = slope + coefficient * form.get(name, _ZERO)
    return level, slope

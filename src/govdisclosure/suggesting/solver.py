"""More than two wrong cells, found by HiGHS: a small program in which only the flags are integer.

Each cell has a flag (it changes) and a size (by how much); the fewest flags are asked for. The
solver computes in floating point, so it only says which cells: the values are found exactly.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from math import inf
from typing import Any

import attrs

from ..errors import MissingExtra
from .matrix import System, bits
from .values import Changes, all_changed, is_right

SECONDS = 1.0
"""How long the solver may take over the first set."""
_ATTEMPTS = 4
"""How often a set that has no exact values may be ruled out."""


class Failure(Enum):
    """Why the solver has no set to give."""

    NONE_LEFT = "none left"
    TIME = "time"


@attrs.define(eq=False, repr=False)
class Program:
    """Which cells must change, as a mixed-integer program: sizes first, then flags.

    Sizes are in units of all that is broken, so that they lie between −1 and 1. At least ``least``
    and at most ``most`` cells are asked for; each answer may take so many
    ``seconds``.
    """

    system: System
    cells: Sequence[int]
    unit: float
    least: int
    most: float
    seconds: float
    rows: list[tuple[float, float, dict[int, float]]]

    @classmethod
    def of(cls, system: System, lines: int, cells: Sequence[int], *, least: int) -> "Program":
        """Return the program for some lines and the cells that may change to mend them."""
        broken = system.broken & lines
        unit = sum(abs(float(system.residuals[line])) for line in bits(broken))
        program = cls(system, cells, unit, least, inf, SECONDS, [])
        size = {cell: i for i, cell in enumerate(cells)}
        flag = {cell: i + len(cells) for cell, i in size.items()}
        entries: dict[int, dict[int, float]] = {}
        for cell in cells:
            for line, coefficient in system.matrix.columns[cell]:
                entries.setdefault(line, {})[size[cell]] = coefficient
            fall, rise = program.bounds(cell)
            program.rows.append((-inf, 0, {size[cell]: 1, flag[cell]: -rise}))
            program.rows.append((0, inf, {size[cell]: 1, flag[cell]: -fall}))
        for line in bits(lines & (system.exact | system.at_least | system.at_most)):
            short = -float(system.residuals[line]) / unit
            least_sum = -inf if system.at_most >> line & 1 else short
            most_sum = inf if system.at_least >> line & 1 else short
            program.rows.append((least_sum, most_sum, entries.get(line, {})))
        for line in bits(broken):
            flags = {flag[c]: 1.0 for c in system.matrix.lines[line] if c in flag}
            program.rows.append((1, inf, flags))
        return program

    def bounds(self, cell: int) -> tuple[float, float]:
        """Return by how much a cell can fall and rise, in units."""
        fall, rise = self.system.bounds(cell)
        return max(float(fall) / self.unit, -1.0), min(float(rise) / self.unit, 1.0)

    def rule_out(self, cells: Sequence[int]) -> None:
        """Ask for another set than these cells, or more than them."""
        number = len(self.cells)
        places = {cell: i + number for i, cell in enumerate(self.cells)}
        self.rows.append((-inf, len(cells) - 1, {places[cell]: 1 for cell in cells}))

    def solve(self) -> Changes | Failure:
        """Return the changes of a smallest set.

        Raises:
            MissingExtra: HiGHS is not installed.
        """
        for _ in range(_ATTEMPTS):
            found = self._solved()
            if isinstance(found, Failure):
                return found
            if is_right(self.system, found):
                return found
            changes = all_changed(self.system, tuple(found), found)
            if changes is not None:
                return changes
            self.rule_out(tuple(found))
        return Failure.TIME

    def _solved(self) -> Mapping[int, int] | Failure:
        try:
            import highspy
        except ModuleNotFoundError as error:
            if error.name != "highspy":
                raise
            raise MissingExtra("suggest", "highspy") from None

        class Quiet(highspy.Highs):
            """HiGHS without the line that it prints when it is made."""

            def enableCallbacks(self) -> None:  # noqa: N802  # HiGHS's name
                self.silent()
                super().enableCallbacks()  # type: ignore[no-untyped-call]  # highspy

        solver = Quiet()  # type: ignore[no-untyped-call]  # highspy
        for name, value in (*_OPTIONS.items(), ("time_limit", self.seconds)):
            solver.setOptionValue(name, value)
        solver.passModel(self._model(highspy))
        solver.run()
        status = solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return Failure.NONE_LEFT
        if status != highspy.HighsModelStatus.kOptimal:
            return Failure.TIME
        found = list(solver.getSolution().col_value)
        flags = found[len(self.cells) :]
        return {
            cell: round(size * self.unit)
            for cell, size, flag in zip(self.cells, found, flags, strict=False)
            if flag > 0.5  # noqa: PLR2004  # a flag is 0 or 1
        }

    def _model(self, highspy: Any) -> Any:
        import numpy as np

        number = len(self.cells)
        together = (self.least, self.most, {i + number: 1.0 for i in range(number)})
        rows = [*self.rows, together]
        bounds = [self.bounds(cell) for cell in self.cells]
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = 2 * number, len(rows)
        model.col_cost_ = np.array([0.0] * number + [1.0] * number)
        model.col_lower_ = np.array([fall for fall, _ in bounds] + [0.0] * number)
        model.col_upper_ = np.array([rise for _, rise in bounds] + [1.0] * number)
        model.row_lower_ = np.array([least for least, _, _ in rows], dtype=float)
        model.row_upper_ = np.array([most for _, most, _ in rows], dtype=float)
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.cumsum([0, *(len(entries) for _, _, entries in rows)])
        matrix.index_ = np.array([place for _, _, entries in rows for place in entries])
        matrix.value_ = np.array([f for _, _, entries in rows for f in entries.values()], float)
        kinds = highspy.HighsVarType
        model.integrality_ = np.array([kinds.kContinuous] * number + [kinds.kInteger] * number)
        return model


_OPTIONS: Mapping[str, bool | int | float | str] = {
    "output_flag": False,
    "presolve": "off",  # costs more than it saves on programs of this size
    "threads": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.99,  # numbers of cells are whole
}

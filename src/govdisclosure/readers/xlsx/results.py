"""Formulas, and whether the values that stand beside them are their results."""

from collections.abc import Mapping
from functools import cached_property

import attrs
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError
from openpyxl.utils.cell import range_to_tuple
from openpyxl.utils.exceptions import CellCoordinatesException

from .scanning import Formula, Scan, Spot

Where = tuple[str, Spot]
"""A sheet's name, and a spot on it."""


@attrs.define(slots=False)
class Results:
    """The formulas of a workbook's sheets.

    ``is_provisional`` tells that the workbook asks to be computed when it is opened: a program
    that cannot compute wrote it, and put 0 beside each formula.
    """

    scans: Mapping[str, Scan]
    numbers: Mapping[Where, bool]
    """Which cells hold a number, and whether that is another one than 0."""
    is_provisional: bool

    @cached_property
    def _known(self) -> dict[Where, bool]:
        return {}

    def uncomputed(self, where: Where) -> str | None:
        """Return the formula in a cell if it has no result, None if it has one or is none.

        A 0 beside a formula is none where it was not computed and the formula's own cells are
        not all 0 or blank, or cannot be told.
        """
        sheet, spot = where
        formula = self.scans[sheet].formulas.get(spot) if sheet in self.scans else None
        if formula is None or self._has_result(where, formula):
            return None
        return f"={formula.text}" if formula.text else "=()"

    @cached_property
    def _is_computed(self) -> bool:
        """Whether any formula has a value that can be seen.

        An empty one may be a result, an empty text. Where all are empty, a program that does not
        compute has saved the workbook, and taken the results out.
        """
        found = (f for scan in self.scans.values() for f in scan.formulas.values())
        return any(formula.value for formula in found)

    def _has_result(self, where: Where, formula: Formula) -> bool:
        if formula.value is None or (not formula.value and not self._is_computed):
            return False
        if not self.is_provisional or not _is_zero(formula.value):
            return True
        if where not in self._known:
            self._known[where] = False  # a formula that refers to itself has no result
            self._known[where] = self._adds_up_zeros(where[0], formula.text)
        return self._known[where]

    def _adds_up_zeros(self, sheet: str, formula: str) -> bool:
        try:
            tokens = Tokenizer(f"={formula}").items
        except TokenizerError:
            return False
        ranges = [t.value for t in tokens if t.type == Token.OPERAND and t.subtype == Token.RANGE]
        return bool(ranges) and all(self._is_zero(sheet, found) for found in ranges)

    def _is_zero(self, home: str, reference: str) -> bool:
        """Tell whether all cells of a range are 0 or blank, and known."""
        try:
            sheet, (left, top, right, bottom) = range_to_tuple(
                reference if "!" in reference else f"'{home}'!{reference}"
            )
        except (CellCoordinatesException, ValueError, TypeError):
            return False
        if sheet not in self.scans or not (left and top and right and bottom):
            return False
        return all(
            not self.numbers.get((sheet, spot), False) and self.uncomputed((sheet, spot)) is None
            for spot in self.scans[sheet].filled
            if top <= spot[0] <= bottom and left <= spot[1] <= right
        )


def _is_zero(value: str) -> bool:
    try:
        return float(value) == 0
    except ValueError:
        return False

"""Blank cells that can hold only one number: which, where they stand, and what they must hold."""

from collections.abc import Iterator, Sequence

import attrs

from ..checking import Review
from ..findings import Number
from ..reading import Place, Reading
from ..records.cells import cell
from ..rules.vocabulary import label_of
from ..wording import Wording
from .lost import is_below
from .said import located

HEADING = Wording(
    "还有空白；其他数字无误的，应填：",
    "still blank; to be filled in, if the other figures are right:",
)
_SHOWN = 5
_ONE = Wording("{label}：{value}", "{label}: {value}")
_SEVERAL = Wording(
    "{label}：各项关系所需的数不同（{values}），请核对与它相加的各数",
    "{label}: relations ask for different numbers ({values}); look at the figures it is added to",
)
_MORE = Wording("……另有 {number} 处：--all", "… and {number} more: --all")


@attrs.frozen(kw_only=True)
class NeededBlank:
    """A blank cell of the report that equations with no other blank ask a number of.

    ``values`` are the numbers that they ask for: one, or several that contradict each other.
    """

    cell: str
    values: tuple[Number, ...]
    place: Place | None = None

    @property
    def wording(self) -> Wording:
        """What the cell must hold, and where it stands."""
        values = Wording("、".join(map(str, self.values)), ", ".join(map(str, self.values)))
        said = _ONE if len(self.values) == 1 else _SEVERAL
        filled = said.fill(label=label_of(self.cell), value=values, values=values)
        return located(filled, self.place)


def needed_blanks(review: Review, reading: Reading | None) -> tuple[NeededBlank, ...]:
    """Return the report's own blanks of which it is known what they must hold.

    What a document prints and the reading could not place or lost is no blank to fill in.
    """
    missing = () if reading is None else reading.missing
    misread = set() if reading is None else {unplaced.cell for unplaced in reading.unplaced}
    values: dict[str, dict[Number, None]] = {}
    for instance in review.undetermined:
        for need in instance.needed:
            printed = need.cell not in misread and not is_below(need.cell, missing)
            own = cell(need.cell) is not None and printed
            if own and need.value is not None:
                values.setdefault(need.cell, {})[need.value] = None
    places = {} if reading is None else reading.places
    return tuple(
        NeededBlank(cell=address, values=tuple(asked), place=places.get(address))
        for address, asked in values.items()
    )


def listed(blanks: Sequence[NeededBlank], *, everything: bool) -> Iterator[Wording]:
    """Iterate over what each blank must hold, below ``HEADING``.

    Unless *everything* is asked for, only the first ones, and how many more there are.
    """
    shown = blanks if everything else blanks[:_SHOWN]
    yield from (blank.wording for blank in shown)
    if len(shown) < len(blanks):
        yield _MORE.fill(number=len(blanks) - len(shown))

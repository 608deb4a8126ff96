"""Corrections as values: which cells would have to change, to what, and how sure that is."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

import attrs

from ..findings import Instance, Number
from ..reading import Place
from ..rules.vocabulary import label_of
from ..wording import Wording
from .mistypes import WHY, Mistype


class Obstacle(StrEnum):
    """Why broken relations have no correction."""

    CONTRADICTION = "contradiction"
    """The year before's report or the members' say what cannot be true together."""
    NO_SOLVER = "no_solver"
    """More than two cells are wrong, and the library that finds them is not installed."""
    TOO_MANY = "too_many"
    """So many cells are wrong that the search took too long."""


_OBSTACLES = {
    Obstacle.CONTRADICTION: Wording(
        "上年报告或成员单位报告的数字自相矛盾，本报告无论怎样改都无法全部相符；"
        "请先检查那些报告，或不与它们比较",
        "the figures of last year's report or of the members' contradict each other: no change of "
        "this report fits them all; check those reports first, or ask without them",
    ),
    Obstacle.NO_SOLVER: Wording(
        "有误的单元格不止两个；要找出它们，请安装：pip install 'govdisclosure[suggest]'",
        "more than two cells are wrong; to find them: pip install 'govdisclosure[suggest]'",
    ),
    Obstacle.TOO_MANY: Wording(
        "有误的单元格太多，无法判断是哪些；请对照原始数据重新填写",
        "too many cells are wrong to tell which; enter the figures again from their source",
    ),
}
_CELL = Wording("{label}：{old} → {new}（{why}）", "{label}: {old} → {new} ({why})")
_OR_MORE = Wording("{least} 或更多", "{least} or more")
_OR_LESS = Wording("{most} 或更少", "{most} or less")
_BETWEEN = Wording("{least} 至 {most} 之间，如 {new}", "{least} to {most}, such as {new}")


@attrs.frozen(kw_only=True)
class CorrectedCell:
    """A cell that is likely wrong: what it says, and what it would have to say.

    ``new`` is the value nearest to the old one that would do. The other cells of the correction
    given, any from ``least`` to ``most`` would; None where only what a cell may hold is the limit.
    ``place`` is where the cell stands in the document, as far as known.
    """

    cell: str
    old: Number
    new: Number
    least: Number | None
    most: Number | None
    mistype: Mistype
    place: Place | None = None

    @property
    def why(self) -> Wording:
        """How the wrong value may have come about."""
        return WHY[self.mistype]

    @property
    def wording(self) -> Wording:
        """The correction of the cell as a sentence."""
        return _CELL.fill(label=label_of(self.cell), old=self.old, new=self._values, why=self.why)

    @property
    def _values(self) -> Wording:
        if self.least == self.most == self.new:
            return Wording(str(self.new), str(self.new))
        if self.least is not None and self.most is not None:
            return _BETWEEN.fill(least=self.least, most=self.most, new=self.new)
        wider = _OR_LESS if self.least is None else _OR_MORE
        if self.new not in (self.least, self.most):
            wider = Wording(f"{wider.zh}，如 {{new}}", f"{wider.en}, such as {{new}}")
        return wider.fill(least=self.least, most=self.most, new=self.new)


@attrs.frozen(kw_only=True)
class Correction:
    """A smallest set of cells whose change mends some broken relations, and breaks none.

    ``mends`` are those relations. What is broken falls into groups that share no cell: each group,
    numbered from 1, has corrections of its own, and one of each mends everything.

    ``choices`` is how many smallest sets of cells the group has: where there is more than one, the
    relations cannot tell which is right. ``more`` says that there may be further ones. ``weight``
    says how unlikely it is that the values came about by mistyping; ``rank`` 1 is the likeliest,
    and ``tied`` is how many corrections of the group have this same weight, this one included.

    Where broken relations have no correction, there is one without cells, and ``obstacle`` says
    why.
    """

    group: int = 1
    cells: tuple[CorrectedCell, ...] = ()
    mends: tuple[Instance, ...] = ()
    rank: int = 1
    tied: int = 1
    choices: int = 1
    more: bool = False
    weight: int = 0
    obstacle: Obstacle | None = None

    @property
    def changes(self) -> Mapping[str, Number]:
        """The new values by address, as ``report.replace`` takes them."""
        return {cell.cell: cell.new for cell in self.cells}

    @property
    def certain(self) -> bool:
        """Whether the relations leave no other choice among the smallest sets of cells."""
        return self.obstacle is None and self.choices == 1 and not self.more

    @property
    def why(self) -> Wording:
        """What would have to change and how it may have come about; or why nothing can be told."""
        if self.obstacle is not None:
            return _OBSTACLES[self.obstacle]
        said = [cell.wording for cell in self.cells]
        return Wording("；".join(w.zh for w in said), "; ".join(w.en for w in said))


_CERTAIN = Wording("有误的单元格：", "the wrong cell:")
_CERTAIN_SET = Wording("有误的 {number} 个单元格：", "the {number} wrong cells:")
_CANNOT_BE_TOLD = Wording(
    "仅凭数字无法断定：以下 {number} 种改法都能使关系成立，可能性大的在前：",
    "the figures alone cannot tell: each of these {number} would do, the likeliest first:",
)
_PERHAPS_MORE = Wording("（可能还有其他改法）", " (there may be others)")


def headline(group: Sequence[Correction]) -> Wording:
    """Return what stands above the corrections of one group: whether they can be told apart."""
    (first, *others), cells = group, len(group[0].cells)
    if not others:
        said = _CERTAIN if cells == 1 else _CERTAIN_SET.fill(number=cells)
    else:
        said = _CANNOT_BE_TOLD.fill(number=len(group))
    more = _PERHAPS_MORE if first.more else Wording("", "")
    return Wording(said.zh + more.zh, said.en + more.en)

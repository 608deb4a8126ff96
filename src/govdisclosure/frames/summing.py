"""The members' reports added up beside each consolidated report, by the engine of the frame."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import add, or_
from typing import Any

import attrs

from ..errors import InvalidFrame, Problem
from ..records import Unit
from ..records.cells import cell
from ..records.form import Kind, columns
from ..records.layouts import split_parts
from ..relations import MEMBERS
from ..wide import ABSENT, LAYOUT, UNIT, Role, layout_name, layouts_at, wide_columns
from ..wording import Wording
from .adapting import Adapted, beside, plain
from .consolidating import COMPARED, INCOMPLETE, OTHER, SEVERAL, UNITS, held_in
from .expressions import number_in, when
from .extra import needed
from .families import Family
from .keys import KEYS, keys
from .layouts import Condition, Layouts, absent, either, elsewhere
from .planning import BLANK, Planned

_FAMILY, _LISTED, _REPORTED = "family__number", "family__listed", "family__reported"
_NOTHING = "nothing"
"""What a layout column has where there is nothing to tell."""


def with_sums(
    frame: Adapted,
    layouts: Layouts,
    families: Iterable[Family],
    instances: Iterable[Planned],
    *,
    every: bool,
) -> Any:
    """Return the reports with what *instances* ask of the members beside them.

    They are the consolidated reports of the *families*, or *every* report of the frame.

    Raises:
        InvalidFrame: a unit of amounts is none.
    """
    consolidated, members = (beside(frame.lazy, table) for table in _tables(families))
    _check_units(frame)
    language = frame.language
    asked = _Asked.by(instances, layouts, language.words)
    reports = frame.lazy.with_columns(*keys(frame))
    handed_in = language.entered(reports.join(members, on=list(KEYS), how="inner"))
    looked_at = handed_in.select(language.words.col(_FAMILY), **dict(asked.of_each()))
    sums = language.left(looked_at).group_by(_FAMILY).agg(*asked.aggregates())
    compared = reports.join(consolidated, on=list(KEYS), how="left" if every else "inner")
    with_them = language.entered(compared.join(sums, on=_FAMILY, how="left"))
    own = [language.words.col(plain(name)) for name in frame.types]
    return language.left(with_them.select(*own, **dict(asked.columns())))


def _check_units(frame: Adapted) -> None:
    """Refuse a unit that there is none of: amounts in it could be added up by mistake."""
    narwhals = needed("narwhals")
    names = [column.name for column in wide_columns() if column.role is Role.UNIT]
    problems = []
    for name in names:
        if name in frame.types:
            unit = narwhals.col(plain(name)).cast(narwhals.String).alias("unit")
            seen = frame.lazy.select(unit).unique().collect()["unit"].to_list()
            wrong = sorted({one for one in seen if one is not None} - {*Unit})
            problems += [Problem(name, one, _UNIT) for one in wrong]
    if problems:
        raise InvalidFrame(problems)


_UNIT = Wording(f"为以下之一：{', '.join(Unit)}", f"one of {', '.join(Unit)}, or null")


def _tables(families: Iterable[Family]) -> tuple[Any, Any]:
    """Return two Arrow tables: the consolidated reports, and those of their members."""
    arrow = needed("pyarrow")
    numbered = list(enumerate(families))
    key = [arrow.string(), arrow.string(), arrow.int64()]
    number = arrow.int64()

    def table(names: Sequence[str], rows: Sequence[tuple[object, ...]]) -> Any:
        types = [*key, *[number] * (len(names) - len(key))]
        held = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in names]
        return arrow.table(held, schema=arrow.schema(list(zip(names, types, strict=True))))

    return (
        table(
            (*KEYS, _FAMILY, _LISTED, _REPORTED),
            [
                (*f.key, i, len(f.members), sum(member is not None for member in f.members))
                for i, f in numbered
            ],
        ),
        table(
            (*KEYS, _FAMILY),
            [(*member, i) for i, f in numbered for member in f.members if member is not None],
        ),
    )


@attrs.frozen(kw_only=True, eq=False)
class _Asked:
    """What is asked of the members: sums of cells, and the layouts of parts that tell the rest.

    ``conditions`` are those on a member's layouts that are counted, by the names of their columns.
    """

    words: Any
    layouts: Layouts
    cells: tuple[str, ...]
    told: tuple[tuple[str, str], ...]
    conditions: Mapping[str, Condition]

    @classmethod
    def by(cls, instances: Iterable[Planned], layouts: Layouts, words: Any) -> "_Asked":
        found = list(instances)
        columns_of = dict.fromkeys(
            entry.column.removesuffix(BLANK).removeprefix(MEMBERS)
            for instance in found
            for entry in instance.entries
            if entry.column.startswith(MEMBERS)
        )
        told = dict.fromkeys(
            (part.removeprefix(MEMBERS), layout)
            for instance in found
            for part, layout in instance.layouts
            if part.startswith(MEMBERS) and part != COMPARED
        )
        conditions = dict.fromkeys(
            [_several(part, layouts) for part in split_parts()]
            + [elsewhere(address, layouts) for address, layout in told if layout == OTHER]
        )
        return cls(
            words=words,
            layouts=layouts,
            cells=tuple(columns_of),
            told=tuple(told),
            conditions={f"flag__{i}": condition for i, condition in enumerate(conditions)},
        )

    @property
    def _held(self) -> Iterable[str]:
        """The columns that are added up."""
        return dict.fromkeys(
            name for address in self.cells for name, _ in held_in(address, self.layouts)
        )

    @property
    def _rows(self) -> Iterable[str]:
        """The rows whose units are looked at."""
        return (row for row, layout in self.told if layout == UNITS)

    def of_each(self) -> Iterator[tuple[str, Any]]:
        """Iterate over what is looked at of each member, by the names of the columns."""
        for name in self._held:
            found = cell(name)
            whole = found is None or found.kind is not Kind.AMOUNT
            yield plain(name), self.words.col(plain(name)).cast(number_in(self.words, whole=whole))
        for name, condition in self.conditions.items():
            yield name, self._flag(condition).cast(self.words.Int64)
        for row in self._rows:
            yield plain(row + UNIT), self._unit(row)
            there = self._has(row)
            yield _without_unit(row), (self._unit(row).is_null() & there).cast(self.words.Int64)

    def aggregates(self) -> Iterator[Any]:
        """Iterate over what is computed of the members of a family."""
        narwhals = needed("narwhals")
        for name in self._held:
            number = narwhals.col(plain(name))
            yield number.sum().alias(_total(name))
            yield number.count().alias(_filled(name))
        for name in (*self.conditions, *map(_without_unit, self._rows)):
            yield narwhals.col(name).sum().alias(_total(name))
        for row in self._rows:
            unit = narwhals.col(plain(row + UNIT))
            yield unit.min().alias(_first(row))
            yield unit.max().alias(_last(row))

    def columns(self) -> Iterator[tuple[str, Any]]:
        """Iterate over the columns that instances ask for, by their names."""
        number = number_in(self.words, whole=False)
        for address in self.cells:
            held = [name for name, _ in held_in(address, self.layouts)]
            total = reduce(add, (self._known(_total(name)).cast(number) for name in held))
            filled = reduce(add, (self._known(_filled(name)) for name in held))
            yield plain(MEMBERS + address), self.words.when(filled > 0).then(total)
            lacking = reduce(or_, (due > there for due, there in self._due(address, held)))
            nought = self.words.lit(0).cast(number)
            yield plain(MEMBERS + address + BLANK), self.words.when(~lacking).then(nought)
        yield (
            plain(COMPARED + LAYOUT),
            self.words.when(self.words.col(_FAMILY).is_null())
            .then(self.words.lit(ABSENT))
            .otherwise(self._text(self.words.col(_REPORTED) < self.words.col(_LISTED), INCOMPLETE)),
        )
        tellers = {OTHER: self._is_elsewhere, SEVERAL: self._are_several, UNITS: self._units_differ}
        for part, layout in self.told:
            yield plain(MEMBERS + part + LAYOUT), self._text(tellers[layout](part), layout)

    def _due(self, address: str, held: Sequence[str]) -> Iterator[tuple[Any, Any]]:
        """Iterate over how many members should have a number in a column, and how many have."""
        listed, row = self._known(_LISTED), address.rpartition(".")[0]
        numbers = {name: self._known(_filled(name)) for name in held}
        if row not in split_parts():
            yield listed, numbers[address]
            return
        several = self._counted(_several(row, self.layouts))
        yield listed - several, numbers.pop(address, self.words.lit(0))
        yield from ((several, there) for there in numbers.values())

    def _counted(self, condition: Condition) -> Any:
        """Return how many members a condition is true of."""
        name = next(name for name, asked in self.conditions.items() if asked == condition)
        return self._known(_total(name))

    def _is_elsewhere(self, address: str) -> Any:
        return self._counted(elsewhere(address, self.layouts)) > 0

    def _are_several(self, part: str) -> Any:
        return self._counted(_several(part, self.layouts)) == self._known(_REPORTED)

    def _units_differ(self, row: str) -> Any:
        own, there = self._unit(row), self._has(row)
        first, last = self.words.col(_first(row)), self.words.col(_last(row))
        without = self._known(_total(_without_unit(row))) > 0

        def differ(left: tuple[Any, Any], right: tuple[Any, Any]) -> Any:
            unequal = self.words.coalesce(*left) != self.words.coalesce(*right)
            return unequal.fill_null(value=False)

        mixed = differ((own, first), (last, own)) | differ((first, own), (own, last))
        return without | (own.is_null() & there) | mixed

    def _has(self, row: str) -> Any:
        """Return whether a report has a row."""
        return ~self._flag(absent(row, self.layouts))

    def _flag(self, condition: Condition) -> Any:
        found = when(condition, self.words)
        return self.words.lit(found) if isinstance(found, bool) else found

    def _unit(self, row: str) -> Any:
        return self.words.col(plain(row + UNIT)).cast(self.words.String)

    def _known(self, name: str) -> Any:
        """Return a number, zero where no member has reported."""
        return self.words.col(name).fill_null(0)

    def _text(self, flag: Any, said: str) -> Any:
        return self.words.when(flag).then(self.words.lit(said)).otherwise(self.words.lit(_NOTHING))


def _several(part: str, layouts: Layouts) -> Condition:
    """Return when a report has a part of one row or several as several."""
    several = {layout_name(found) for found in layouts_at(part) if not columns(found)}
    possible = layouts[part]
    if set(possible) <= several:
        return True
    return either(*((((part, name),),) for name in possible if name in several))


def _total(name: str) -> str:
    return f"{plain(name)}__total"


def _filled(name: str) -> str:
    return f"{plain(name)}__filled"


def _without_unit(row: str) -> str:
    return f"{plain(row)}__without_unit"


def _first(row: str) -> str:
    return f"{plain(row)}__first_unit"


def _last(row: str) -> str:
    return f"{plain(row)}__last_unit"

"""rollup(): the consolidated report of the members' reports, and who is missing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import localcontext
from typing import Any

import attrs

from .checking.judging import EXACT
from .editions import edition_due
from .errors import InvalidRoster, Problem, UnknownName, UnrelatedReports
from .reading import Reading
from .records import AnnualReport, Scope
from .records.addresses import value_at
from .records.form import Part, columns, parts
from .rosters import Body, Roster, alike
from .wording import Wording


@attrs.frozen(kw_only=True)
class RollUp:
    """A consolidated report, and what it lacks.

    ``missing`` are the members without a report; ``twice`` are those with several that give
    different numbers, of which none is taken. Both are blank in every cell, and a sum with a blank
    in it is not known: the cell of ``report`` is None. ``unknown`` lists these cells, each with the
    members that are blank there. ``strangers`` are reports of bodies that are not on the roster.
    ``members`` are the reports that were added up, None for a member that counts as blank;
    ``notes`` say what was decided on the way.
    """

    report: AnnualReport
    missing: tuple[Body, ...] = ()
    twice: tuple[Body, ...] = ()
    unknown: Mapping[str, tuple[Body, ...]] = attrs.field(factory=dict)
    strangers: tuple[AnnualReport, ...] = ()
    members: tuple[AnnualReport | None, ...] = ()
    notes: tuple[Wording, ...] = ()


def rollup(
    reports: Iterable[AnnualReport | Reading],
    *,
    roster: Roster,
    of: str | None = None,
    year: int | None = None,
) -> RollUp:
    """Add up the reports of a body's members to its consolidated report.

    The members are the body's direct children on the roster and its own office, which reports
    under the body's name with the scope ``own`` (or with none). *of* names the body, by default
    the one that no other is above; reports on other years than *year* are left out.

    Every cell is the exact sum over all members; where one is blank, the sum is not known. Rows
    in mixed layouts keep the cells that all have; （六）其他处理, one row in some reports and three
    in others, is added up as one. Amounts in different units are not added.

    Raises:
        UnknownName: no body on the roster is called *of*.
        InvalidRoster: which body is meant cannot be told, or none is below it.
        UnrelatedReports: the reports are on different years, or none is a member's.
        TypeError: something else than reports or readings was given.
    """
    given = [_record(report) for report in reports]
    body = _body(roster, of)
    on_year = [report for report in given if year is None or report.year in (None, year)]
    coverage = roster.coverage(body, on_year)
    found = _only_year(on_year)
    members = coverage.usable
    if not any(reports for _, reports in coverage.members):
        raise UnrelatedReports(_NO_MEMBER.fill(number=len(on_year), body=body.name))
    notes = [*_notes(body, coverage.members)]
    summed = _Sum(_edition(found), notes).report(members)
    report = attrs.evolve(
        summed,
        year=found,
        title=None if found is None else f"{body.name}{found}年政府信息公开工作年度报告",
        agency=body.agency,
        scope=Scope.CONSOLIDATED,
    )
    return RollUp(
        report=report,
        missing=tuple(one for one, reports in coverage.members if not reports),
        twice=tuple(one for one, reports in coverage.members if reports and not alike(reports)),
        unknown=_unknown(report, [one for one, _ in coverage.members], members),
        strangers=coverage.strangers,
        members=members,
        notes=tuple(notes),
    )


def _record(value: object) -> AnnualReport:
    record = value.report if isinstance(value, Reading) else value
    if not isinstance(record, AnnualReport):
        kind = type(value).__name__
        raise TypeError(f"rollup(reports): an AnnualReport or a Reading is wanted, not {kind}")
    return record


def _body(roster: Roster, name: str | None) -> Body:
    if name is None:
        tops = roster.tops()
        if len(tops) != 1:
            names = "、".join(body.name for body in tops)
            raise InvalidRoster([Problem("parent", names, _ONE_TOP)])
        return tops[0]
    body = roster.body(name)
    if body is None:
        raise UnknownName(_NO_BODY.fill(name=name))
    if not roster.members(body):
        raise InvalidRoster([Problem("parent", body.name, _SOMEBODY_BELOW)])
    return body


_ONE_TOP = Wording(
    "恰有一个机关没有上级而有下级（或用 of 指明机关）",
    "exactly one body that has others below and none above (or name one with of)",
)
_NO_BODY = Wording("机关名册上没有“{name}”", "no body on the roster is called {name}")
_SOMEBODY_BELOW = Wording("该机关有下级机关", "bodies below this one")
_NO_MEMBER = Wording(
    "所给的 {number} 份报告中，没有一份是“{body}”的下级机关或本级的",
    "of the {number} report{number:s}, none is of a member of {body}",
)


def _only_year(reports: Sequence[AnnualReport]) -> int | None:
    years = sorted({report.year for report in reports if report.year is not None})
    if len(years) > 1:
        said = [(y, sum(report.year == y for report in reports)) for y in years]
        raise UnrelatedReports(
            Wording(
                "各报告的年度不同：" + "、".join(f"{y}年度 {n} 份" for y, n in said),
                "the reports are on different years: " + ", ".join(f"{y} ({n})" for y, n in said),
            )
        )
    return years[0] if years else None


def _edition(year: int | None) -> str | None:
    due = edition_due(year)
    return None if due is None else due.name


def _notes(body: Body, members: Iterable[tuple[Body, Sequence[AnnualReport]]]) -> Iterator[Wording]:
    for one, reports in members:
        if len(reports) > 1 and alike(reports):
            yield _COPIES.fill(body=one.wording, number=len(reports))
        if one.name == body.name and any(report.scope is None for report in reports):
            yield _TAKEN_AS_OWN.fill(body=body.name)


_COPIES = Wording(
    "{body}有 {number} 份数字相同的报告，只计一次",
    "{body} has {number} reports, alike; they count once",
)
_TAKEN_AS_OWN = Wording(
    "“{body}”的报告没有写明口径，按本级计入；如是汇总报告，请移出或写明口径",
    "the report of {body} does not say whose figures it gives; it is taken as its own office's. If "
    "it is a consolidated one, take it out or state its scope",
)


def _unknown(
    report: AnnualReport, bodies: Sequence[Body], members: Sequence[AnnualReport | None]
) -> dict[str, tuple[Body, ...]]:
    return {
        address: tuple(
            body
            for body, member in zip(bodies, members, strict=True)
            if member is None or value_at(member, address) is None
        )
        for address, value in report.cells()
        if value is None
    }


@attrs.frozen(eq=False, repr=False)
class _Sum:
    """A sum in the making: the edition due, and what is to be said about it."""

    edition: str | None
    notes: list[Wording]

    def report(self, members: Sequence[AnnualReport | None]) -> AnnualReport:
        """Return the tables of the consolidated report."""
        tables = {
            name: self._part(form, [getattr(member, name, None) for member in members], name)
            for name, form in parts(AnnualReport).items()
        }
        return AnnualReport(**tables)

    def _part(self, form: Part, found: Sequence[Any], address: str) -> Any:
        """Return the sum of a part, None where no member has it."""
        there = [record for record in found if record is not None]
        if not there:
            return None
        layout = self._layout(form, {type(record): None for record in there})
        below = {
            name: self._part(inner, [getattr(r, name, None) for r in found], f"{address}.{name}")
            for name, inner in parts(layout).items()
        }
        unit = self._unit(layout, there, address)
        cells = {name: self._cell(layout, name, found, address) for name in columns(layout)}
        if "unit" in unit and unit["unit"] is None:
            cells["amount"] = None
        return layout(**cells, **below, **{k: v for k, v in unit.items() if v is not None})

    def _layout(self, form: Part, classes: Mapping[type[Any], None]) -> type[Any]:
        """Return the layout of the sum: the members', or else one row, or else the one due."""
        if len(classes) == 1:
            return next(iter(classes))
        one_row = [layout for layout in classes if columns(layout)]
        if len(one_row) == 1:
            return one_row[0]
        due = form.due.get(self.edition or "")
        return due if due is not None else one_row[-1]

    def _cell(self, layout: type[Any], name: str, found: Sequence[Any], address: str) -> Any:
        values = [_value(record, name) for record in found]
        if None in values:
            return None
        with localcontext(EXACT):
            total = sum(values[1:], values[0])
        if columns(layout)[name].kind.admits(total):
            return total
        self.notes.append(_TOO_LARGE.fill(cell=f"{address}.{name}", number=total))
        return None

    def _unit(self, layout: type[Any], there: Sequence[Any], address: str) -> dict[str, Any]:
        """Return the unit of the row's amount, if it has one; None where there is no one unit."""
        if "unit" not in attrs.fields_dict(layout):
            return {}
        units = list(dict.fromkeys(r.unit for r in there if isinstance(r, layout)))
        if len(units) == 1 and units[0] is not None:
            return {"unit": units[0]}
        self.notes.append(_UNITS.fill(cell=f"{address}.amount", units=_listed(units)))
        return {"unit": None}


def _value(record: Any, column: str) -> Any:
    """Return a row's value in a column, or the sum over the rows of a group; None for a blank."""
    if record is None or columns(type(record)):
        return getattr(record, column, None)
    values = [_value(getattr(record, name), column) for name in parts(type(record))]
    return None if None in values else sum(values)


def _listed(units: Iterable[Any]) -> Wording:
    zh = "、".join("不明" if unit is None else str(unit) for unit in units)
    en = ", ".join("unknown" if unit is None else str(unit) for unit in units)
    return Wording(zh, en)


_UNITS = Wording(
    "{cell}：各报告的金额单位不同或不明（{units}），没有相加",
    "{cell}: the units of the amounts differ or are unknown ({units}); they were not added up",
)
_TOO_LARGE = Wording(
    "{cell}：合计 {number} 超过单元格可填的范围，留空",
    "{cell}: the sum {number} is more than the cell may hold; it is left blank",
)

"""Placing: from blocks to a reading. Only this room knows labels and records."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

import attrs

from ...errors import NoReport
from ...reading import Heading, Place, Reading, Unplaced
from ...records import AnnualReport
from ...records.form import PART, columns, parts
from ...records.layouts import shape
from ...rules.form import lacking
from ...wording import Wording
from ..blocks import Block, Grid
from .labels import column_targets, normal, row_targets
from .metadata import metadata, printed
from .oneness import check_one_report
from .pictured import pictured
from .places import Placed, PlacedRow, Read, read_row
from .proactive import place_proactive
from .prose import prose
from .remedies import place_remedies
from .requests import place_requests
from .sections import Section, in_place, sections
from .signatures import day_taken, signed
from .spans import numbers_in
from .stacks import gathered
from .strays import asides, stray_text
from .traditional import check_readable

_PLACERS = {
    "proactive_disclosure": place_proactive,
    "requests": place_requests,
    "remedies": place_remedies,
}


def place(blocks: Sequence[Block]) -> Reading:
    """Return what the blocks of a document say, cell by cell.

    Raises:
        NoReport: there is no table of the form, or there are two reports.
        MissingExtra: it is in traditional characters, and what converts those is not installed.
    """
    check_readable(printed(blocks))
    found = in_place([attrs.evolve(s, blocks=gathered(s.blocks, s.name)) for s in sections(blocks)])
    tables, spare = _tables(found)
    pictures = pictured(found, _PLACERS, tables)
    if not tables:
        raise NoReport(_no_table(pictures))
    check_one_report(found, tables)
    placed = {table: _PLACERS[table](grids) for table, grids in tables.items()}
    reads = {row.address: (row, read_row(row)) for result in placed.values() for row in result.rows}
    head = found[0].blocks if found[0].heading is None else ()
    about = metadata(head, [block for section in found for block in section.blocks])
    built: dict[str, Any] = {
        name: _built(form.layouts[0], f"{name}.", reads)
        for name, form in parts(AnnualReport).items()
        if name in tables
    }
    day = signed(found, spare, about.year) if about.published is None else None
    texts, where = _prose_sections(found, spare)
    if about.title_place is not None:
        where["title"] = about.title_place
    report = AnnualReport(
        year=about.year,
        title=about.title,
        agency=about.agency,
        scope=about.scope,
        published=about.published or day,
        **texts,
        **built,
    )
    strays = tuple(stray_text(found, spare, frozenset(_PLACERS)))
    taken = [day_taken(day)] if day is not None else []
    noted = (*([pictures] if pictures else []), *_without_numbers(placed), *strays, *taken)
    results = (*placed.values(), Placed(notes=noted))
    reading = _reading(report, results, [read for _, read in reads.values()])
    headings = tuple(
        Heading(section=opened.section, place=opened.paragraph.place)
        for section in found
        if (opened := section.heading) is not None and opened.printed
    )
    beside = tuple(asides(found, spare, frozenset(_PLACERS)))
    return attrs.evolve(reading, headings=headings, prose=where, asides=beside)


def _reading(report: AnnualReport, placed: Iterable[Placed], reads: Sequence[Read]) -> Reading:
    results = list(placed)
    places: dict[str, Place] = {}
    unplaced: list[Unplaced] = [entry for result in results for entry in result.unplaced]
    missing = list(lacking(shape(report), report.year))
    notes = [note for result in results for note in result.notes]
    for read in reads:
        places.update(read.places)
        unplaced += read.unplaced
        missing += read.missing
        notes += read.notes
    unplaced.sort(key=lambda entry: _order(entry.place))
    return Reading(
        report=report,
        places=places,
        unplaced=tuple(unplaced),
        missing=tuple(missing),
        notes=tuple(notes),
    )


def _without_numbers(placed: Mapping[str, Placed]) -> Iterator[Wording]:
    """Tell of each table that has labels and not one cell: what it said was lost."""
    for table, result in placed.items():
        if not result.unplaced and not any(row.cells or row.lost for row in result.rows):
            yield _NO_DATA.fill(table=parts(AnnualReport)[table].label)


_NO_DATA = Wording(
    "“{table}”只有标签，没有数据，可能在提取时丢失；空白不等于零",
    "“{table}” has labels and no data; it may have been lost in extraction, and none of it is zero",
)


def _order(place: Place) -> tuple[int, ...]:
    """Return what sorts places by where they stand in a document, or on a sheet of it."""
    found = (place.page, place.line, place.table, place.row, place.column)
    return tuple(number or 0 for number in found)


def _no_table(pictures: Wording | None) -> Wording:
    labels = [form.label for form in parts(AnnualReport).values()]
    expected = "; ".join(label.zh for label in labels)
    missing = Wording(
        "没有找到年度报告的表格：应有 " + "；".join(label.zh for label in labels),
        f"no table of an annual report found: expected {expected}",
    )
    if pictures is None:
        return missing
    return Wording(f"{missing.zh}（{pictures.zh}）", f"{missing.en} ({pictures.en})")


def _tables(found: Sequence[Section]) -> tuple[dict[str, list[Grid]], list[Grid]]:
    """Return the grids of each table of the form, and the grids that are of none."""
    tables: dict[str, list[Grid]] = {}
    spare: list[Grid] = []
    for section in found:
        for block in section.blocks:
            if isinstance(block, Grid):
                table = _table_of(block, section.name)
                if table is None:
                    spare.append(block)
                else:
                    tables.setdefault(table, []).append(block)
    return tables, spare


def _table_of(grid: Grid, section: str | None) -> str | None:
    """Return the table that a grid is of: told by its words, else by the section's heading."""
    words = {normal(cell.text) for row in grid.rows for cell in row.cells if cell.text}
    scores = {table: len(words & known) for table, known in _words().items()}
    best = max(scores, key=lambda table: scores[table])
    if scores[best] >= _TELLING:
        return best
    has_numbers = any(numbers_in(row) for row in grid.rows)
    return section if section in _PLACERS and has_numbers else None


_TELLING = 2


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """Return the normalised labels that only one table has, of rows and of columns."""
    own = {
        table: {label for target in row_targets(table) for label in target.alone}
        | {label for column in column_targets(table) for label in column.labels}
        for table in _PLACERS
    }
    held = Counter(word for words in own.values() for word in words)
    return {table: frozenset(w for w in words if held[w] == 1) for table, words in own.items()}


def _prose_sections(
    found: Sequence[Section], spare: Sequence[Grid]
) -> tuple[dict[str, Any], dict[str, Place]]:
    """Return the sections in words, and where each of their paragraphs begins."""
    prose_names = {f.name for f in attrs.fields(AnnualReport) if PART not in f.metadata}
    sections_found: dict[str, Any] = {}
    where: dict[str, Place] = {}
    for name in dict.fromkeys(section.name for section in found):
        if name in prose_names:
            named = [section for section in found if section.name == name]
            sections_found[str(name)], places = prose(named, spare)
            where |= {f"{name}.paragraphs[{i}]": place for i, place in enumerate(places)}
    return sections_found, where


_Reads = Mapping[str, tuple[PlacedRow, Read]]


def _built(layout: type[Any], prefix: str, reads: _Reads) -> Any:
    """Build a table or group from its rows; a part without any row is None."""
    below: dict[str, Any] = {}
    for name, form in parts(layout).items():
        address = prefix + name
        if address in reads:
            row, read = reads[address]
            below[name] = row.layout(**_values(read), **row.extra)
        else:
            groups = [g for g in form.layouts if not columns(g)]
            inner = [_built(group, f"{address}.", reads) for group in groups]
            below[name] = next((record for record in inner if record is not None), None)
    found = any(value is not None for value in below.values())
    return layout(**below) if found else None


def _values(read: Read) -> dict[str, int | Decimal | None]:
    return dict(read.values)

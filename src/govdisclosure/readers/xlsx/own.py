"""A workbook that we wrote: which of its sheets hold the report, and in what order."""

import re
from collections.abc import Iterator, Sequence

import attrs

from ...reading import Place
from ...workbooks import (
    ABOUT,
    CARRIED_NOTE,
    CHECK,
    COMPUTED_NOTE,
    CONTINUED,
    GUIDE,
    HEADING,
    MARK,
    PRIOR,
    TEXT,
)
from ..blocks import Block, Paragraph
from .scanning import Spot
from .sheets import Sheet

_LABEL = re.compile(r"第\d+段 Paragraph \d+\Z")
_MARK = MARK.zh.partition("{")[0]
_NOTES = tuple(f"{note.zh}\n{note.en}" for note in (COMPUTED_NOTE, CARRIED_NOTE))


def in_order(sheets: Sequence[Sheet]) -> Iterator[Sheet | list[Block]]:
    """Iterate over the sheets as a report has them; in other workbooks, over all as they are.

    The guide and the text become paragraphs, the first section before the tables and the others
    behind them. The check and last year's figures are no part of the report.
    """
    by_name = {sheet.name: sheet for sheet in sheets}
    if not {GUIDE, TEXT} <= set(by_name):
        yield from sheets
        return
    first, *others = [section.blocks for section in _sections(by_name[TEXT])] or [[]]
    yield _about(by_name[GUIDE])
    yield first
    for sheet in sheets:
        if sheet.name not in (GUIDE, TEXT, CHECK, PRIOR):
            yield _table(sheet)
    yield from others


def _table(sheet: Sheet) -> Sheet:
    """Return a sheet without what the workbook itself says around a table."""
    return sheet.without(
        {
            row
            for row in sheet.rows
            if len(filled := sheet.filled(row)) == 1 and _is_said(sheet.texts[filled[0]])
        }
    )


def _is_said(text: str) -> bool:
    return text.startswith((_MARK, "=")) or text in _NOTES


def _about(sheet: Sheet) -> list[Block]:
    """Return the title, and a line for all else that the guide says of the report."""
    labels = {f"{label.zh} {label.en}": address for address, label in ABOUT.items()}
    found: dict[str, Spot] = {}
    for row in sheet.rows:
        filled = sheet.filled(row)
        address = labels.get(sheet.texts[filled[0]]) if filled else None
        if address is not None and len(filled) > 1:
            found.setdefault(address, filled[1])
    blocks: list[Block] = []
    title = _title(sheet, found)
    if title is not None:
        blocks.append(Paragraph(title.text, title, after_gap=True, whole=True))
    for address, spot in found.items():
        if address != "title":
            text = f"{ABOUT[address].zh}：{sheet.texts[spot]}"
            blocks.append(Paragraph(text, sheet.place(spot), after_gap=True, whole=True))
    return blocks


def _title(sheet: Sheet, found: dict[str, Spot]) -> Place | None:
    """Return the title that was filled in, else one made of body and year, else the printed one."""
    if "title" in found:
        return sheet.place(found["title"])
    top = next((spot for row in sheet.rows[:1] for spot in sheet.filled(row)), None)
    if top is None or top[0] != 1:
        return None
    if "agency.name" in found and "year" in found:
        name, year = (sheet.texts[found[address]] for address in ("agency.name", "year"))
        return attrs.evolve(sheet.place(top), text=f"{name}{year}年政府信息公开工作年度报告")
    return sheet.place(top)


@attrs.define
class _Section:
    """A section in words: its heading, and its paragraphs, each with its place."""

    heading: Place
    is_printed: bool = False
    paragraphs: list[Place] = attrs.field(factory=list)

    def take(self, label: str, place: Place) -> None:
        """Take in a row of the sheet."""
        if label == HEADING:
            self.heading, self.is_printed = place, True
        elif label == CONTINUED and self.paragraphs:
            before = self.paragraphs[-1]
            self.paragraphs[-1] = attrs.evolve(before, text=before.text + place.text)
        else:
            self.paragraphs.append(place)

    @property
    def blocks(self) -> list[Block]:
        """The section as blocks; none where nothing was filled in."""
        if not self.is_printed and not self.paragraphs:
            return []
        heading = attrs.evolve(self.heading, text=self.heading.text.split("\n")[0])
        return [
            Paragraph(line, attrs.evolve(place, text=line), after_gap=order == 0, whole=True)
            for place in (heading, *self.paragraphs)
            for order, line in enumerate(place.text.split("\n"))
        ]


def _sections(sheet: Sheet) -> list[_Section]:
    sections: list[_Section] = []
    for row in sheet.rows:
        filled = sheet.filled(row)
        label = sheet.texts[filled[0]] if filled else ""
        if label in (HEADING, CONTINUED) or _LABEL.match(label):
            if sections and len(filled) > 1:
                sections[-1].take(label, sheet.place(filled[1]))
        elif filled:
            sections.append(_Section(sheet.place(filled[0])))
    return sections

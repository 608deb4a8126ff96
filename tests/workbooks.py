"""Workbooks read back by what a person sees in them: labels, numbers, verdicts.

``recalculated`` has LibreOffice compute every formula anew: the values that we wrote beside the
formulas are taken out first, so that none of ours can come back.
"""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import pytest
from hypothesis import Phase, given, settings
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

import govdisclosure as gd
from govdisclosure.writers.official import Role, tables

CHECK, PRIOR, TEXT, GUIDE = "检查 Check", "上年 Prior", "文字 Text", "说明 Guide"
TABLES = {
    "proactive_disclosure": "二 主动公开",
    "requests": "三 依申请公开",
    "remedies": "四 复议诉讼",
}
VERDICTS = {
    gd.Outcome.HOLDS: "成立 holds",
    gd.Outcome.BROKEN: "不成立 broken",
    gd.Outcome.UNDETERMINED: "未定 undetermined",
    gd.Outcome.NOT_APPLICABLE: "未填 not filled in",
}


def drawn(strategy, number):
    """The same *number* of examples at every run."""
    found = []

    @settings(max_examples=number, database=None, derandomize=True, phases=[Phase.generate])
    @given(strategy)
    def collect(example):
        found.append(example)

    collect()
    return found


def opened(data, *, formulas=False):
    """A workbook with the values of its formulas, or with the formulas."""
    return load_workbook(io.BytesIO(data), data_only=not formulas)


@attrs.frozen
class Seen:
    """A cell of a form as it is seen on its sheet: its place, and the labels around it."""

    where: str
    labels: tuple[str, ...]


def seen(book, report):
    """Where each cell of the report is: the unlocked cells of the table sheets, in order."""
    found = {}
    for table in tables(report):
        sheet = book[TABLES[table.name]]
        covered = _covered(sheet)
        boxes = [box for row in table.rows for box in row if box.role is Role.VALUE]
        cells = [c for row in sheet.iter_rows() for c in row if _is_input(c, covered)]
        assert len(boxes) == len(cells)
        for box, cell in zip(boxes, cells, strict=True):
            found[box.address] = Seen(cell.coordinate, tuple(_labels(sheet, cell, covered)))
    return found


def _covered(sheet):
    """The first cell of the merged range that each cell is in."""
    covered = {}
    for merged in sheet.merged_cells.ranges:
        for row in range(merged.min_row, merged.max_row + 1):
            for column in range(merged.min_col, merged.max_col + 1):
                covered[row, column] = (merged.min_row, merged.min_col)
    return covered


def _is_input(cell, covered):
    place = (cell.row, cell.column)
    if covered.get(place, place) != place or cell.protection.locked:
        return False
    return not (isinstance(cell.value, str) and cell.value and cell.data_type == "s")


def _labels(sheet, cell, covered):
    """The texts to the left of a cell, then those above it, nearest first."""
    left = [(cell.row, column) for column in range(cell.column - 1, 0, -1)]
    above = [(row, cell.column) for row in range(cell.row - 1, 2, -1)]
    for place in dict.fromkeys(covered.get(p, p) for p in (*left, *above)):
        value = sheet.cell(*place).value
        if isinstance(value, str) and sheet.cell(*place).data_type == "s":
            yield value


def numbers(book, report, places):
    """The numbers of the form in a workbook, by address; None for an empty cell."""
    found = {}
    for address, _ in report.cells():
        value = book[TABLES[address.split(".")[0]]][places[address].where].value
        found[address] = None if value in (None, "") else value
    return found


@attrs.frozen
class Line:
    """A line of the check sheet."""

    verdict: str
    expected: float | None
    stated: float | None
    difference: float | None
    zh: str
    en: str


def check_lines(book):
    """The lines of the check sheet, by rule and by the label of what it is applied to."""
    found, rule = {}, None
    for row in book[CHECK].iter_rows(min_row=6, max_col=7, values_only=True):
        named = re.search(r"（([a-z_]+\.[a-z_]+)）\n", row[0] or "")
        if named:
            rule = named[1]
        elif row[1]:
            assert (rule, row[1]) not in found
            found[rule, row[1]] = Line(
                row[0], *(_filled(value) for value in row[2:5]), *_texts(row)
            )
    return found


def _filled(value):
    return None if value == "" else value


def _texts(row):
    return tuple(value or "" for value in row[5:7])


def has_soffice():
    """Skip where LibreOffice is not installed."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc")


def without_values(data):
    """The workbook without the values that stand beside its formulas."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
                assert b"</f><v>" not in content
            new.writestr(name, content)
    return made.getvalue()


@attrs.frozen
class Shown:
    """A cell as LibreOffice has computed it."""

    value: float | str | None


@attrs.frozen
class Grid:
    """A sheet as LibreOffice has computed it; used as a sheet of openpyxl is."""

    rows: list[list[str]]

    def __getitem__(self, where):
        column, row, *_ = range_boundaries(where)
        line = self.rows[row - 1] if row <= len(self.rows) else []
        return Shown(_plain(line[column - 1]) if column <= len(line) else None)

    def iter_rows(self, *, min_row, max_col, values_only):
        """The values of the rows from one on, in as many columns."""
        assert values_only
        for row in self.rows[min_row - 1 :]:
            yield [_plain(text) for text in [*row, *[""] * max_col][:max_col]]


def _plain(text):
    """A text as the value that it shows: LibreOffice writes numbers with all their digits."""
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?\d+\.\d+", text) else (text or None)


_EVERY_SHEET_AS_CSV = (
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
)


def recalculated(workbooks):
    """The workbooks as LibreOffice computes them, by sheet; converted by one process."""
    with TemporaryDirectory() as folder:
        given, result, profile = (Path(folder, name) for name in ("in", "out", "profile"))
        given.mkdir()
        paths = [given / f"{number:04}.xlsx" for number in range(len(workbooks))]
        for path, data in zip(paths, workbooks, strict=True):
            path.write_bytes(without_values(data))
        command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        options = ["--convert-to", _EVERY_SHEET_AS_CSV, "--outdir", str(result)]
        subprocess.run(
            [*command, *options, *map(str, paths)], check=True, capture_output=True, timeout=600
        )
        return [_sheets(result, path.stem) for path in paths]


def _sheets(folder, stem):
    found = {}
    for path in folder.glob(f"{stem}-*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem.removeprefix(f"{stem}-")] = Grid(list(csv.reader(file)))
    return found


def validation_at(sheet, where):
    """The one rule about what may be typed into a cell."""
    rules = [rule for rule in sheet.data_validations.dataValidation if where in rule.sqref]
    (rule,) = rules
    return rule


def formatting_at(sheet, where):
    """The conditions under which a cell changes its looks, each with its fill."""
    column, row, *_ = range_boundaries(where)
    return [
        (rule.formula[0], rule.dxf.fill.bgColor.rgb if rule.dxf.fill else None)
        for formatting in sheet.conditional_formatting
        if any(
            r.min_row <= row <= r.max_row and r.min_col <= column <= r.max_col
            for r in formatting.sqref.ranges
        )
        for rule in formatting.rules
    ]

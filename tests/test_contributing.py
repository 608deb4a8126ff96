"""What is added often touches at most three places: each is done here on a copy of the source."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import govdisclosure

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "docs" / name for name in ("contributing.md", "contributing.zh-CN.md")]


@attrs.frozen
class Edit:
    """A change to a file of the source: *new* in place of *old*, which stands there once."""

    path: str
    old: str
    new: str


def made_up_rule(stated, expected):
    """A relation: the one cell is at most the other."""
    return [
        Edit(
            "rules/remedies.py",
            "RULES = (\n",
            f"""RULES = (
    Relation(
        id="remedies.made_up",
        severity=Severity.ERROR,
        basis=ogi("50(3)"),
        confidence=Practice.OUR_IDEA,
        sentences=Wording("（虚构）", "(Made up) As many of the one as of the other."),
        why=Wording("（虚构）", "Made up."),
        mend=Wording("（虚构）", "Made up."),
        expected=(Term("{expected}"),),
        sign=Sign.AT_MOST,
        stated=(Term("{stated}"),),
        over="report",
        message=Wording("（虚构）{{expected}} > {{actual}}", "{{expected}} > {{actual}}: made up"),
    ),
""",
        ),
        Edit(
            "rules/remedies.py",
            "from .vocabulary import Practice, Relation, Term",
            "from .vocabulary import Practice, Relation, Sign, Term",
        ),
    ]


RULE = made_up_rule(
    "remedies.reconsideration.total", "remedies.litigation.after_reconsideration.total"
)
EDITION = [
    Edit(
        "law.py",
        "PROCESSING_FEE_MEASURES =",
        "FORM_NOTICE_2027 = Instrument(\n"
        '    title=Wording("（虚构的格式）", "A made-up form"), number="（虚构）"\n'
        ")\nPROCESSING_FEE_MEASURES =",
    ),
    Edit(
        "editions.py",
        "first_year=2021, last_year=None),",
        "first_year=2021, last_year=2026),\n"
        '    Edition(name="2027", notice=FORM_NOTICE_2027, first_year=2027, last_year=None),',
    ),
    Edit(
        "editions.py",
        "FORM_NOTICE_2021, Instrument",
        "FORM_NOTICE_2021, FORM_NOTICE_2027, Instrument",
    ),
    Edit(
        "records/requests.py",
        "\n\n@attrs.frozen(kw_only=True, repr=False)\nclass ClosedOtherwise(Table):",
        """    automated: ByApplicant | None = part(
        Wording("6.程序自动大量提出的申请", "Not processed: sent by a program"),
        ogi("35"),
        {"2027": ByApplicant},
    )


@attrs.frozen(kw_only=True, repr=False)
class ClosedOtherwise(Table):""",
    ),
]
READER = [
    Edit(
        "readers/tally.py",
        "",
        '''"""A made-up format: a mark, then lines of cells between semicolons."""

from collections.abc import Sequence

from .blocks import Block
from .limits import Limits


def tally_blocks(data: bytes, limits: Limits) -> Sequence[Block]:
    """Return the lines as text, with tabs for semicolons."""
    from .text import text_blocks

    return text_blocks(data.decode().replace(";", "\\t").partition("\\n")[2], limits)
''',
    ),
    Edit(
        "readers/formats.py",
        '        Format("text", _text),\n',
        '        Format("text", _text),\n        Format("tally", _tally),\n',
    ),
    Edit(
        "readers/formats.py",
        "def _xlsx() -> Blocks:",
        "def _tally() -> Blocks:\n    from .tally import tally_blocks\n\n"
        "    return tally_blocks\n\n\n"
        "def _xlsx() -> Blocks:",
    ),
    Edit(
        "readers/formats.py",
        "    if data.startswith(_OLE2):",
        '    if data.startswith(b"%TALLY"):\n        return "tally"\n'
        "    if data.startswith(_OLE2):",
    ),
]
KINDS = {"rule": RULE, "format": READER, "edition": EDITION}


@pytest.fixture
def changed(tmp_path):
    """A function that runs a program with a copy of the package to which edits were made."""

    def run(edits, program):
        source = tmp_path / "src"
        shutil.copytree(
            Path(govdisclosure.__file__).parent,
            source / "govdisclosure",
            ignore=shutil.ignore_patterns("__pycache__"),
        )
        for edit in edits:
            path = source / "govdisclosure" / edit.path
            if not edit.old:
                path.write_text(edit.new, encoding="utf-8")
                continue
            text = path.read_text(encoding="utf-8")
            assert text.count(edit.old) == 1, f"{edit.path}: {edit.old}"
            path.write_text(text.replace(edit.old, edit.new), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(source), "PYTHONIOENCODING": "utf-8"},
            check=False,
            cwd=ROOT,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_pages_name_the_places_that_are_touched(page, kind):
    """At most three, and every file that the change here touches is in a place named there."""
    sections = page.read_text(encoding="utf-8").split("\n## ")[1:]
    section = sections[list(KINDS).index(kind)]
    places = re.findall(r"^\d\. `([^`]+)`", section, re.MULTILINE)
    assert 1 <= len(places) <= 3
    for path in {edit.path for edit in KINDS[kind]}:
        folder = f"src/govdisclosure/{Path(path).parent}/".replace("./", "")
        assert any(
            f"src/govdisclosure/{path}" == place
            or place in (folder, f"{folder}NAME.py")
            or (kind == "rule" and place.startswith(folder))
            for place in places
        ), path


def test_a_rule_that_is_added_is_everywhere(changed):
    """Checked, exported, explained, and in the formulas of the workbook, from one entry."""
    found = changed(
        RULE,
        """
import io, json
import govdisclosure as gd
from govdisclosure.exports import contract_files
from govdisclosure.explaining.reference import reference_files
from openpyxl import load_workbook

report = gd.AnnualReport.blank_form("2021", fill=0).replace({
    "year": 2023,
    "remedies.litigation.after_reconsideration.upheld": 2,
    "remedies.litigation.after_reconsideration.total": 2,
})
book = load_workbook(io.BytesIO(gd.write(report, "xlsx")), data_only=True)
print(json.dumps({
    "found": [f.message.en for f in gd.check(report).findings if f.rule == "remedies.made_up"],
    "suggested": [
        change for c in gd.suggest(report) for change in c.changes if "reconsideration" in change
    ],
    "workbook": any("made up" in str(cell.value) for row in book["检查 Check"] for cell in row),
    "files": [name for name, text in contract_files().items() if "remedies.made_up" in text],
    "pages": [name for name in reference_files() if "made_up" in name],
}))
""",
    )
    assert found["found"] == ["2 > 0: made up"]
    assert found["suggested"]
    assert found["workbook"]
    assert {"rules.json", "conformance/drawn.ndjson"} <= set(found["files"])
    assert found["pages"] == ["rules/remedies.made_up.zh-CN.md", "rules/remedies.made_up.md"]


def test_a_format_that_is_added_is_read_as_all_are(changed):
    found = changed(
        READER,
        """
import json
from pathlib import Path
import govdisclosure as gd

text = Path("examples/township-2023.txt").read_text(encoding="utf-8")
read = gd.read(b"%TALLY\\n" + text.replace("\\t", ";").encode())
plain = gd.read("examples/township-2023.txt")
print(json.dumps([read.report == plain.report, len(read.places), len(read.unplaced)]))
""",
    )
    assert found == [True, 200, 0]


def test_an_edition_that_is_added_is_everywhere(changed):
    """Its new row is in cells, schemas, wide table, every writer and every reader."""
    found = changed(
        EDITION,
        """
import json
import govdisclosure as gd
from govdisclosure.exports import contract_files
from govdisclosure.wide import wide_columns

row = "requests.outcomes.not_processed.automated"
report = gd.AnnualReport.blank_form("2027", fill=0).replace({
    "year": 2027, row + ".natural_person": 3, row + ".total": 3,
    "requests.received.natural_person": 3, "requests.received.total": 3,
    "requests.outcomes.total.natural_person": 3, "requests.outcomes.total.total": 3,
})
formats = ("html", "docx", "xlsx", "md", "text", "json")
print(json.dumps({
    "cells": [len(gd.cells(edition.name)) for edition in gd.EDITIONS],
    "errors": [f.rule for f in gd.check(report).findings if f.severity == "error"],
    "misplaced": [
        finding.at
        for finding in gd.check(report.replace({"year": 2026})).findings
        if finding.rule == "form.edition"
    ],
    "wrong": [
        (f.rule, f.at)
        for f in gd.check(report.replace({row + ".total": 1})).findings
        if f.rule.startswith("requests.")
    ],
    "read": [
        format for format in formats
        if dict(gd.read(gd.write(report, format)).report.cells()) == dict(report.cells())
    ],
    "files": [name for name, text in contract_files().items() if "automated" in text],
    "columns": [column.name for column in wide_columns() if column.name.startswith(row)],
}))
""",
    )
    assert found["cells"] == [198, 200, 207]
    assert found["errors"] == []
    assert found["misplaced"] == ["requests"]
    assert found["wrong"] == [
        ["requests.row_total", "outcomes.not_processed.automated"],
        ["requests.outcome_total", "total"],
    ]
    assert found["read"] == ["html", "docx", "xlsx", "md", "text", "json"]
    assert {"report.schema.json", "2027/report.schema.json", "rules.json", "cells.csv"} <= set(
        found["files"]
    )
    assert len(found["columns"]) == 8


def test_an_edition_with_a_relation_is_in_frames_strategies_and_documentation(changed):
    """A relation about the new row alone: found, drawn and explained as any other."""
    row = "requests.outcomes.not_processed.automated"
    found = changed(
        EDITION + made_up_rule("requests.outcomes.total.total", f"{row}.total"),
        """
import json
import govdisclosure as gd
from hypothesis import find, given, settings
from govdisclosure import frames
from govdisclosure.explaining.reference import reference_files
from govdisclosure.strategies import reports, reports_breaking

row = "requests.outcomes.not_processed.automated"
rule = "remedies.made_up"
report = gd.AnnualReport.blank_form("2027", fill=0).replace({
    "year": 2027, "agency.name": "青石镇", row + ".natural_person": 3, row + ".total": 3,
    "requests.received.natural_person": 3, "requests.received.total": 3,
    "requests.outcomes.total.natural_person": 3, "requests.outcomes.total.total": 3,
})
wrong = report.replace({row + ".total": 5})
frame = frames.to_frame([wrong, report, gd.AnnualReport.blank_form("2021", fill=0)])
few = settings(max_examples=20, database=None, derandomize=True, deadline=None)
drawn, broken = [], []

@few
@given(reports(edition="2027"))
def draw(one):
    drawn.append([f.rule for f in gd.check(one).findings if f.severity == "error"])

@few
@given(reports_breaking(rule, edition="2027"))
def draw_broken(one):
    broken.append(sorted({f.rule for f in gd.check(one).findings}))

draw()
draw_broken()
some = find(reports(edition="2027"), lambda one: (one.get(row + ".total") or 0) > 0)
pages = reference_files()
print(json.dumps({
    "frame": [found for found in frames.check(frame).rows() if rule in found],
    "back": list(frames.from_frame(frame))[:2] == [wrong, report],
    "sql": rule in gd.sql("duckdb"),
    "drawn": [rules for rules in drawn if rules],
    "broken": [rules for rules in broken if rule not in rules],
    "some": some.get(row + ".total"),
    "pages": [name for name, text in pages.items() if row in text],
}))
""",
    )
    assert found["frame"] == [
        ["青石镇", None, 2027, "remedies.made_up", "report", "broken", 5, 3, -2]
    ]
    assert found["back"]
    assert found["sql"]
    assert found["drawn"] == []
    assert found["broken"] == []
    assert found["some"] == 1
    assert {"cells.md", "cells.zh-CN.md", "rules/remedies.made_up.md"} <= set(found["pages"])

"""The record classes are known to hypothesis, and neither library loads the other for it."""

import json
import subprocess
import sys

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import _govdisclosure_hypothesis as entry
import govdisclosure as gd
from govdisclosure.records.form import parts

KINDS = [getattr(gd, name) for name in entry.RECORDS]


def loaded_by(script):
    """What a Python of its own has loaded after a script."""
    listing = "import json, sys\nprint(json.dumps(list(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", f"{script}\n{listing}"], capture_output=True, check=True
    )
    return set(json.loads(done.stdout))


def test_every_record_class_of_the_form_is_registered():
    """A class that a report can hold is on the list of the entry point, and nothing else is."""

    def below(layout):
        yield layout
        for form in parts(layout).values():
            for kind in form.layouts:
                yield from below(kind)

    assert {gd.Agency, gd.Prose, *below(gd.AnnualReport)} == set(KINDS)
    assert all(attrs.has(kind) for kind in KINDS)


@settings(max_examples=20)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(st.data())
def test_each_record_class_is_drawn_from_its_type(kind, data):
    """``from_type`` gives records of the class in which nothing is blank or missing."""
    record = data.draw(st.from_type(kind))
    assert type(record) is kind
    if kind is gd.AnnualReport:
        assert gd.check(record).findings == ()


@settings(max_examples=20)
@given(...)
def test_arguments_are_drawn_by_their_annotations(report: gd.AnnualReport, row: gd.ByApplicant):
    """As ``@given(...)`` does in a test of a downstream project."""
    assert report.get("requests.received") is not None
    parts_of = [getattr(row, name) for name in attrs.fields_dict(gd.ByApplicant) if name != "total"]
    assert row.total == sum(parts_of)


def test_importing_hypothesis_loads_nothing_of_ours_but_the_entry_point():
    ours = {name for name in loaded_by("import hypothesis") if "govdisclosure" in name}
    assert ours == {"_govdisclosure_hypothesis"}


def test_importing_the_library_loads_no_hypothesis():
    loaded = loaded_by("import govdisclosure")
    assert not {name for name in loaded if name.partition(".")[0] == "hypothesis"}


@pytest.mark.parametrize(
    "order", ["import hypothesis, govdisclosure", "import govdisclosure, hypothesis"]
)
def test_whichever_is_imported_first_the_strategies_are_loaded_when_asked_for(order):
    assert "govdisclosure.strategies" not in loaded_by(order)
    asked = (
        "from hypothesis import strategies as st\n"
        "st.from_type(govdisclosure.ByApplicant).validate()\n"
    )
    found = loaded_by(f"{order}\n{asked}")
    assert "govdisclosure.strategies" in found


def test_the_strategies_say_what_to_install_where_hypothesis_is_missing():
    """The error names the extra, in both languages."""
    script = (
        "import sys\nsys.modules['hypothesis'] = None\nimport govdisclosure as gd\n"
        "try:\n    import govdisclosure.strategies\n"
        "except gd.MissingExtra as error:\n"
        "    assert error.extra == 'test' and 'hypothesis' in error.wording.zh\n"
        "else:\n    raise AssertionError\n"
    )
    loaded_by(script)

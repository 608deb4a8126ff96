"""The samples in every format are what the writers make of them now."""

import importlib.util
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

import pytest

import govdisclosure as gd
from govdisclosure.writers import FORMATS
from running import EXAMPLES

COMMAND = "python examples/make.py"
_SPEC = importlib.util.spec_from_file_location("make_examples", EXAMPLES / "make.py")
MAKE = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(MAKE)

SAMPLES = [path.stem for path in sorted(EXAMPLES.glob("*.txt"))]
NAMES = [stem + FORMATS[name].suffixes[0] for stem in SAMPLES for name in MAKE.MADE]


def content(data):
    """Return a file's content; of an archive that of its members, whatever their time."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except BadZipFile:
        return data


@pytest.fixture(scope="module")
def made():
    """The files as they are made now."""
    return dict(MAKE.made())


def test_there_are_three_samples_in_every_format(made):
    assert len(SAMPLES) == 3
    assert list(made) == NAMES
    written = {path.name for path in EXAMPLES.iterdir() if path.suffix in {".docx", ".xlsx"}}
    assert written == {name for name in NAMES if name.endswith(("docx", "xlsx"))}


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_file_is_what_is_made_now(name, made):
    path = EXAMPLES / name
    told = f"examples/{name} is not what the writers make now; run: {COMMAND}"
    assert path.is_file(), told
    found, expected = content(path.read_bytes()), content(made[name])
    if isinstance(expected, dict):
        assert list(found) == list(expected), told
        different = [member for member in expected if found[member] != expected[member]]
        assert not different, f"{told} ({', '.join(different)})"
    else:
        assert found == expected, told


@pytest.mark.parametrize("stem", SAMPLES)
def test_the_json_is_the_report_that_the_text_holds(stem):
    told = gd.read(EXAMPLES / f"{stem}.txt").report
    assert gd.read(EXAMPLES / f"{stem}.json").report == told


def test_two_archives_of_one_content_are_equal_whenever_they_were_made():
    one, other = BytesIO(), BytesIO()
    for buffer, year in ((one, 1990), (other, 2020)):
        with ZipFile(buffer, "w") as archive:
            archive.writestr(ZipInfo("a.xml", (year, 1, 1, 0, 0, 0)), "<a/>")
    assert one.getvalue() != other.getvalue()
    assert content(one.getvalue()) == {"a.xml": b"<a/>"}
    assert content(one.getvalue()) == content(other.getvalue())

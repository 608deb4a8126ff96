"""Tries an installed govdisclosure: what each extra brings works, or is said to be missing.

``python .ci/smoke.py EXAMPLES [EXTRA...]`` in an environment that has the extras named, and no
others; EXAMPLES is the folder of sample reports. Runs from any folder without the source.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import govdisclosure as gd

EXAMPLES, *HAVE = sys.argv[1:]
BROUGHT = {"docx": ("html",), "pandas": ("frames",), "spark": ("frames",)}
"""Extras that others bring: python-docx needs lxml too, Spark and pandas what frames need."""
SAMPLE = gd.read(Path(EXAMPLES) / "township-2023.txt").report


def core() -> None:
    """Text, Markdown and JSON are checked with nothing but the core."""
    for name in ("township-2023.txt", "township-2023.md", "township-2023.json"):
        reading = gd.read(Path(EXAMPLES) / name)
        assert reading.report == SAMPLE, name
        assert gd.check(reading).findings == (), name
    assert gd.loads(gd.dumps(SAMPLE)) == SAMPLE
    assert gd.suggest(SAMPLE.replace({"requests.received.total": 99}))
    for name in ("html", "md", "text"):
        assert gd.write(SAMPLE, name)


def html() -> None:
    """Web pages are read."""
    assert gd.read(Path(EXAMPLES) / "township-2023.html").report == SAMPLE


def docx() -> None:
    """Word documents are written and read."""
    assert dict(gd.read(gd.write(SAMPLE, "docx")).report.cells()) == dict(SAMPLE.cells())


def xlsx() -> None:
    """Workbooks are written and read."""
    assert dict(gd.read(gd.write(SAMPLE, "xlsx")).report.cells()) == dict(SAMPLE.cells())


def json() -> None:
    """Reports are checked one a line."""
    (checked,) = gd.check_lines([gd.dumps(SAMPLE).encode()])
    assert checked.findings == (), checked


def pdf() -> None:
    """A file that only begins like a PDF is refused by the library that reads them."""
    try:
        gd.read(b"%PDF-1.4\n")
    except gd.UnreadableDocument:
        return


def hant() -> None:
    """Traditional characters are read."""
    text = (Path(EXAMPLES) / "township-2023.txt").read_text(encoding="utf-8")
    pairs = ("开開", "请請", "数數", "处處", "结結", "转轉", "机機", "关關", "总總", "规規", "办辦")
    for simplified, traditional in pairs:
        text = text.replace(simplified, traditional)
    assert dict(gd.read(text.encode()).report.cells()) == dict(SAMPLE.cells())


def suggest() -> None:
    """Three wrong cells of one column are found."""
    column = "requests.outcomes.{}.natural_person"
    names = ("granted", "denied.state_secret", "not_processed.petition")
    wrong = {column.format(name): 40 + i for i, name in enumerate(names)}
    found = gd.suggest(SAMPLE.replace(wrong))
    if any(correction.obstacle is gd.Obstacle.NO_SOLVER for correction in found):
        raise gd.MissingExtra("suggest", "highspy")


def frames() -> None:
    """A frame of reports is checked."""
    from govdisclosure import frames

    assert len(frames.check(frames.to_frame([SAMPLE]))) == 0


def sql() -> None:
    """The relations are written as SQL."""
    assert "SELECT" in gd.sql("postgres")


def test() -> None:
    """Hypothesis draws a record by its type, as a right one."""
    strategies = import_module("govdisclosure.strategies")
    from hypothesis import Phase, given, settings
    from hypothesis import strategies as st

    @settings(max_examples=5, phases=[Phase.generate], deadline=None, database=None)
    @given(st.from_type(gd.AnnualReport), strategies.reports())
    def drawn(by_type: gd.AnnualReport, by_name: gd.AnnualReport) -> None:
        assert gd.check(by_type).findings == gd.check(by_name).findings == ()

    drawn()


def text() -> None:
    """Personal data is looked for."""
    skipped = {entry.rule for entry in gd.check(SAMPLE).skipped}
    if "text.personal_data" in skipped:
        raise gd.MissingExtra("text", "stdnum")


FEATURES: dict[str, Callable[[], None]] = {
    found.__name__: found
    for found in (docx, frames, hant, html, json, pdf, sql, suggest, test, text, xlsx)
}


def _missing(feature: Callable[[], None]) -> str | None:
    """Return what is said to be missing, None where the feature works."""
    try:
        feature()
    except gd.MissingExtra as error:
        return str(error)
    return None


EVERYTHING = set(FEATURES) if "all" in HAVE else set()


def main() -> None:
    """Try the core, then every feature: it works where its extra is there, else that is said."""
    core()
    have = {*HAVE, *(more for extra in HAVE for more in BROUGHT.get(extra, ()))}
    for extra, feature in FEATURES.items():
        said = _missing(feature)
        assert (said is None) == (extra in have | EVERYTHING), f"{extra}: {said or 'works'}"
        assert said is None or f"govdisclosure[{extra}]" in said, said
    print(f"govdisclosure {gd.__version__} with {', '.join(HAVE) or 'nothing more'}: well")


if __name__ == "__main__":
    main()

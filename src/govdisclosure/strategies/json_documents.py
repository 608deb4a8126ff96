"""Reports as JSON text, right and wrong, with what a reader has to say of the wrong ones."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import attrs
from hypothesis import strategies as st

from ..records import AnnualReport
from ..records.cells import rows
from ..records.form import MAX_COUNT, columns
from ..wire import to_json, unstructure
from .reports import reports


@attrs.frozen(kw_only=True)
class JsonDocument:
    """A JSON text: the ``report`` that it holds, or the paths of all that is wrong in it.

    ``problems`` are the paths as ``InvalidReport`` has them (``requests.received.total``), sorted;
    ``$`` is the whole text.
    """

    text: str
    report: AnnualReport | None
    problems: tuple[str, ...] = ()


def json_documents(*, valid: bool | None = None) -> st.SearchStrategy[JsonDocument]:
    """Reports as JSON text: valid ones, invalid ones, or both.

    Valid ones come in any order of keys, indented or not, with characters escaped or not. Invalid
    ones have up to three faults that are told apart: a count that is none, a key that is missing,
    unknown or there twice, a row that is no object, a wrong year, date, level or text; or they are
    no JSON at all.
    """
    if valid is None:
        return json_documents(valid=True) | json_documents(valid=False)
    return _valid(reports(blanks=True)) if valid else _invalid(reports())


_INDENTS = st.sampled_from((None, 2))


@st.composite
def _valid(draw: st.DrawFn, right: st.SearchStrategy[AnnualReport]) -> JsonDocument:
    report = draw(right)
    plain = unstructure(report)
    if draw(st.booleans()):
        plain = _backwards(plain)
    text = to_json(plain, indent=draw(_INDENTS))
    if draw(st.booleans()):
        text = text.encode("ascii", "backslashreplace").decode("ascii")
    return JsonDocument(text=text, report=report)


def _backwards(value: Any) -> Any:
    """Return a value with the keys of all its objects in the other order."""
    if not isinstance(value, dict):
        return value
    return {key: _backwards(value[key]) for key in reversed(value)}


Plain = dict[str, Any]
Fault = Callable[[st.DrawFn, Plain, str], str]
"""Does something wrong to the object of a row, which has the address; returns the problem's path.
"""

_NO_COUNTS = st.sampled_from(("3", 3.5, -1, True, MAX_COUNT + 1, [], "/"))


def _not_a_count(draw: st.DrawFn, plain: Plain, address: str) -> str:
    column = draw(st.sampled_from([name for name in plain if name != "unit"]))
    plain[column] = draw(st.sampled_from(("3", True, [], "/")))
    return f"{address}.{column}"


def _no_row_total(draw: st.DrawFn, plain: Plain, address: str) -> str:
    plain["total"] = draw(_NO_COUNTS)
    return f"{address}.total"


def _missing(draw: st.DrawFn, plain: Plain, address: str) -> str:
    column = draw(st.sampled_from([name for name in plain if name != "total"]))
    del plain[column]
    return f"{address}.{column}"


def _unknown(draw: st.DrawFn, plain: Plain, address: str) -> str:
    key = draw(st.sampled_from(("totals", "remark", "number")))
    plain[key] = 1
    return f"{address}.{key}"


_OF_ROWS: tuple[Fault, ...] = (_no_row_total, _not_a_count, _missing, _unknown)

_OF_THE_REPORT: Mapping[str, st.SearchStrategy[Any]] = {
    "year": st.sampled_from(("2023", 12, 2023.5, False)),
    "published": st.sampled_from(("2024/1/31", "2024-02-30", 20240131, "2024-W05-3")),
    "scope": st.sampled_from(("all", 1, "OWN")),
    "title": st.sampled_from((2023, [], {})),
    "overview": st.sampled_from(("全年没有申请。", 0, [])),
    "agency": st.sampled_from((None, "云溪县商务局", [])),
    "remedies": st.sampled_from((None, 0, [])),
}
"""By key, what may not stand there."""


@st.composite
def _invalid(draw: st.DrawFn, right: st.SearchStrategy[AnnualReport]) -> JsonDocument:
    report = draw(right)
    plain = unstructure(report)
    found: set[str] = set()
    for address in draw(st.lists(st.sampled_from(_ROWS), max_size=2, unique=True)):
        row = _at(plain, address)
        found.add(draw(st.sampled_from(_OF_ROWS))(draw, row, address))
    if not found or draw(st.booleans()):
        key = draw(st.sampled_from([*_OF_THE_REPORT, *_OF_THE_TEXT]))
        if key in _OF_THE_TEXT:
            return JsonDocument(
                text=_OF_THE_TEXT[key](to_json(plain)), report=None, problems=("$",)
            )
        plain[key] = draw(_OF_THE_REPORT[key])
        found.add(key)
    text = to_json(plain, indent=draw(_INDENTS))
    if draw(st.booleans()) and "year" not in found:
        text = text.replace('"year":', f'"year": {json.dumps(report.year)}, "year":', 1)
        found.add("year")
    return JsonDocument(text=text, report=None, problems=tuple(sorted(found)))


def _at(plain: Any, address: str) -> Plain:
    for name in address.split("."):
        plain = plain[name]
    found: Plain = plain
    return found


_ROWS = tuple(
    row.address
    for row in rows()
    if len(row.editions) > 1 and row.table == "requests" and "total" in columns(row.layout)
)
"""The rows of table 三 that both editions have."""

_OF_THE_TEXT: Mapping[str, Callable[[str], str]] = {
    "cut off": lambda text: text[: len(text) // 2],
    "a list": lambda text: f"[{text}]",
    "nothing": lambda _text: "",
    "a comma": lambda text: f"{text[:-1]},}}",
}
"""What makes a text no JSON, or no object."""

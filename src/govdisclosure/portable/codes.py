"""Code lists: who applied, what came of it, on which ground, and what was done about it."""

from collections.abc import Iterator, Mapping

import attrs

from ..contract import BASE, CONTRACT_RELEASE, JsonObject
from ..law import FORM, Basis, ogi
from ..records import ByApplicant, ByResult
from ..records.cells import Row, rows
from ..records.form import columns
from ..wording import Wording
from .tables import csv_text
from .words import basis, both

_APPLICANTS_BASIS = ogi("27")
_DENIALS = "requests.outcomes.denied."


@attrs.frozen(kw_only=True)
class Code:
    """A member of a code list: what ``definition`` says, counted at ``address``."""

    code: str
    label: Wording
    definition: Wording
    basis: Basis
    address: str
    editions: tuple[str, ...]


LISTS = {
    "applicants": Wording("申请人", "Applicants"),
    "outcomes": Wording("办理结果", "Outcomes of requests"),
    "grounds_of_denial": Wording("不予公开的理由", "Grounds of denial"),
    "remedies": Wording("行政复议和行政诉讼", "Reconsideration and litigation"),
    "results": Wording("复议和诉讼的结果", "Results of reconsideration and litigation"),
}


def _codes() -> Mapping[str, tuple[Code, ...]]:
    requests = [row for row in rows() if row.address.startswith("requests.outcomes.")]
    outcomes = [row for row in requests if row.name != "outcomes.total"]
    return {
        "applicants": tuple(_columns(ByApplicant, "requests.received", _APPLICANTS_BASIS)),
        "outcomes": tuple(_rows(outcomes, "requests.outcomes.")),
        "grounds_of_denial": tuple(
            _rows([row for row in outcomes if row.address.startswith(_DENIALS)], _DENIALS)
        ),
        "remedies": tuple(_rows([r for r in rows() if r.table == "remedies"], "remedies.")),
        "results": tuple(_columns(ByResult, "remedies.reconsideration", FORM)),
    }


def _rows(found: list[Row], prefix: str) -> Iterator[Code]:
    for row in found:
        groups = [part.label for part in row.above]
        within = [group.en for group in groups if not row.label.en.startswith(f"{group.en}: ")]
        yield Code(
            code=row.address.removeprefix(prefix),
            label=row.label,
            definition=Wording(
                "".join(f"{group.zh}：" for group in groups) + row.label.zh,
                ": ".join([*within, row.label.en]),
            ),
            basis=row.basis,
            address=row.address,
            editions=row.editions,
        )


def _columns(layout: type[attrs.AttrsInstance], row: str, rests_on: Basis) -> Iterator[Code]:
    of = next(found for found in rows() if found.address == row)
    for name, column in columns(layout).items():
        if name == "total":
            continue
        head = column.head
        yield Code(
            code=name,
            label=column.label,
            definition=column.label
            if head is None
            else Wording(f"{head.zh}：{column.label.zh}", f"{head.en}: {column.label.en}"),
            basis=rests_on,
            address=f"{row}.{name}",
            editions=of.editions,
        )


def categories() -> JsonObject:
    """Return every code list as one JSON value."""
    return {
        "contract": CONTRACT_RELEASE,
        "id": f"{BASE}:categories",
        "lists": {
            name: {"title": both(LISTS[name]), "codes": [_plain(code) for code in found]}
            for name, found in _codes().items()
        },
    }


def _plain(code: Code) -> JsonObject:
    return {
        "code": code.code,
        "label": both(code.label),
        "definition": both(code.definition),
        "basis": basis(code.basis),
        "address": code.address,
        "editions": list(code.editions),
    }


_HEADS = ("code", "zh", "en", "definition_zh", "definition_en", "basis_zh", "basis_en")


def code_lists() -> dict[str, str]:
    """Return each code list as CSV, by its name."""
    return {
        name: csv_text(
            (*_HEADS, "address", "editions"),
            [
                (
                    *(code.code, code.label.zh, code.label.en),
                    *(code.definition.zh, code.definition.en),
                    *(code.basis.wording.zh, code.basis.wording.en),
                    *(code.address, " ".join(code.editions)),
                )
                for code in found
            ],
        )
        for name, found in _codes().items()
    }

"""Further relations, from plain values: which cells they name, and what they say."""

import re
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

from ..errors import Problem
from ..findings import Severity
from ..law import Basis, Citation, Confidence, Instrument, ogi
from ..records import AnnualReport, cells
from ..records.addresses import names
from ..relations import (
    MEMBERS,
    PRIOR,
    Practice,
    Relation,
    Sign,
    Term,
    instance_cells,
    ranges,
)
from ..wording import Wording
from .validating import A_CELL, one_of

_ONCE = "report"
"""The range of a relation that names none: the whole report, once."""
_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_IN_MESSAGES = ("at", "expected", "actual", "difference", "expected_sum", "actual_sum")
_PLACES = re.compile(r"\d+(\.\d+)?(\(\d+\))?( *, *\d+(\.\d+)?(\(\d+\))?)*")

_A_PLACE = Wording(
    "为条例条款，如 20(1), 36(3), 16.2", "places in the Regulations: 20(1), 36(3), 16.2"
)
_ONE_RANGE = Wording("除 {{at}} 外至多一个范围", "no more than one range beside {{at}}")
_PREFIXES = Wording(
    "不同时用上年报告（prior.）和成员报告（members.）",
    "not cells of the year before (prior.) and of members (members.) together",
)
_AT = Wording("至少一个单元格含 {at}（或省去 over）", "a cell with {at} in it (or no key over)")


_ASKED_LOCALLY = Wording(
    "这是所用的配置文件提出的要求。", "The profile in use asks for it; the national form does not."
)
_MEND = Wording(
    "核对公式中的各个单元格，改正错的那一格；有正当原因的，在报告中说明并豁免。",
    "Check the cells of the formula and correct the one that is wrong; where there is a good "
    "reason, say so in the report and waive the finding.",
)


def relation(plain: Mapping[str, Any]) -> Relation:
    """Return the relation that a table of a profile holds, which has no fault."""
    return Relation(
        id=plain["id"],
        severity=Severity(plain["severity"]),
        basis=_basis(plain["basis"]),
        confidence=Practice(plain.get("confidence", Practice.OUR_IDEA)),
        sentences=wording(plain["sentences"]),
        why=wording(plain["why"]) if "why" in plain else _ASKED_LOCALLY,
        mend=wording(plain["mend"]) if "mend" in plain else _MEND,
        expected=_terms(plain["expected"]),
        sign=Sign(plain.get("sign", Sign.EQUAL)),
        stated=_terms(plain["stated"]),
        over=plain.get("over", _ONCE),
        row=plain.get("row"),
        message=wording(plain["message"]),
    )


def wording(plain: str | Mapping[str, str]) -> Wording:
    """Return a wording: one text for both languages, or one for each."""
    return Wording(plain, plain) if isinstance(plain, str) else Wording(plain["zh"], plain["en"])


def _basis(plain: str | Mapping[str, str]) -> Basis:
    if isinstance(plain, str):
        return ogi(plain)
    document = Instrument(title=wording(plain), number=plain["number"])
    return Basis(citations=(Citation(instrument=document, confidence=Confidence.LOCAL),))


def _terms(plain: list[Mapping[str, Any]]) -> tuple[Term, ...]:
    return tuple(Term(term["cell"], term.get("coefficient", 1)) for term in plain)


def faults(plain: Mapping[str, Any], path: str) -> Iterator[Problem]:
    """Iterate over what is wrong with a relation of the right shape: names that do not exist."""
    over = plain.get("over", _ONCE)
    if isinstance(plain["basis"], str) and not _PLACES.fullmatch(plain["basis"]):
        yield Problem(f"{path}.basis", plain["basis"], _A_PLACE)
    yield from _message_faults(plain["message"], f"{path}.message")
    if over not in ranges():
        yield Problem(f"{path}.over", over, one_of(over, ranges()))
        return
    written = [
        (term["cell"], f"{path}.{side}[{i}].cell")
        for side in ("expected", "stated")
        for i, term in enumerate(plain[side])
    ]
    for cell, where in written:
        yield from _cell_faults(cell, over, where)
    if over != _ONCE and not any("{at}" in cell for cell, _ in written):
        yield Problem(f"{path}.over", over, _AT)
    prefixes = [p for p in (PRIOR, MEMBERS) if any(cell.startswith(p) for cell, _ in written)]
    if len(prefixes) > 1:
        yield Problem(path, ", ".join(prefixes), _PREFIXES)
    if "row" in plain:
        yield from _row_faults(plain["row"], over, f"{path}.row")


def _cell_faults(cell: str, over: str, where: str) -> Iterator[Problem]:
    others = [name for name in _PLACEHOLDER.findall(cell) if name != "at"]
    unknown = [name for name in others if name not in ranges()]
    for name in unknown:
        yield Problem(where, cell, one_of(name, ranges()))
    if len(set(others)) > 1:
        yield Problem(where, cell, _ONE_RANGE.fill())
    if unknown or len(set(others)) > 1:
        return
    known = {found.address for found in cells()}
    for at in ranges()[over]:
        for address in instance_cells(Term(cell), at):
            plain = address.removeprefix(PRIOR).removeprefix(MEMBERS)
            if plain not in known:
                yield Problem(where, address, one_of(plain, known, A_CELL))
                return


def _row_faults(row: str, over: str, where: str) -> Iterator[Problem]:
    known = names(AnnualReport)
    for at in ranges()[over]:
        address = row.replace("{at}", at)
        if address not in known:
            yield Problem(where, address, one_of(address, known))
            return


def _message_faults(message: str | Mapping[str, str], path: str) -> Iterator[Problem]:
    texts = {path: message} if isinstance(message, str) else _below(path, message)
    for where, text in texts.items():
        if not _can_be_filled(text):
            yield Problem(where, text, _IN_BRACES)


def _below(path: str, texts: Mapping[str, str]) -> dict[str, str]:
    return {f"{path}.{language}": text for language, text in texts.items()}


def _can_be_filled(text: str) -> bool:
    """Tell whether a text has nothing in braces but the names that messages know."""
    try:
        parsed = [*Formatter().parse(text)]
    except ValueError:
        return False
    return all(
        name is None or (name in _IN_MESSAGES and not spec and not conversion)
        for _, name, spec, conversion in parsed
    )


_IN_BRACES = Wording(
    "花括号中只用 " + "、".join(_IN_MESSAGES), "in braces only " + ", ".join(_IN_MESSAGES)
)

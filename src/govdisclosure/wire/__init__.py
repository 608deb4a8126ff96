"""Records to JSON and back: strict, exact, and with every problem of a document in one error.

The shape is the contract's: sections nest by address, counts are integers or null, amounts exact
decimals, a row's layout is told by the set of its keys.
"""

from typing import Any

from ..errors import InvalidReport
from ..records import AnnualReport
from .converting import converter
from .keys import keys_in_order, required_keys
from .problems import problems
from .texts import parse, to_json
from .values import Mismatch

__all__ = [
    "dumps",
    "keys_in_order",
    "loads",
    "parse",
    "required_keys",
    "structure",
    "to_json",
    "unstructure",
]


def loads(text: str | bytes) -> AnnualReport:
    """Return the report that a JSON document holds.

    Bytes are UTF-8, UTF-16 or UTF-32. Numbers are read exactly.

    Raises:
        InvalidReport: it is not JSON, or the JSON is not a report; every problem is listed, with
            its path, the value found and what was expected.
    """
    return structure(parse(text))


def structure(obj: object) -> AnnualReport:
    """Return the report that a parsed JSON value holds.

    Amounts may be int, float (taken as the decimal it prints as) or Decimal; counts are int.

    Raises:
        InvalidReport: it is not a report; every problem is listed.
    """
    from cattrs.errors import BaseValidationError

    try:
        return converter().structure(obj, AnnualReport)
    except (BaseValidationError, Mismatch) as error:
        raise InvalidReport(problems(error, "")) from None


def unstructure(report: AnnualReport) -> dict[str, Any]:
    """Return the report as the JSON value of the contract; amounts stay ``Decimal``."""
    plain: dict[str, Any] = converter().unstructure(report)
    return plain


def dumps(report: AnnualReport, *, indent: int | None = None) -> str:
    """Return the report as JSON text. ``loads(dumps(report)) == report``, digit for digit."""
    return to_json(unstructure(report), indent=indent)

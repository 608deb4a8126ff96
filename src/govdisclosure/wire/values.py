"""Single values of JSON to those of records: numbers, texts, dates, choices."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ..records import Kind
from ..records.form import one_of
from ..records.prose import is_text, text_expected
from ..records.report import DATE_EXPECTED, YEAR_EXPECTED, is_year
from ..wording import Wording

_TEXT = Wording("为文字或空", "a text, or null")
_ONE_TEXT = Wording("为文字", "a text")
_TEXTS = Wording("为文字数组", "an array of texts")


class Mismatch(ValueError):
    """Carries one problem to where its path is known; no caller ever sees it."""

    def __init__(self, value: object, expected: Wording, key: str | None = None) -> None:
        super().__init__(expected.en)
        self.value, self.expected, self.key = value, expected, key


def column_hook(kind: Kind) -> Callable[[Any, Any], Any]:
    """Return what takes a cell's value, exact, if a cell of that kind may hold it."""

    def hook(value: object, _type: object) -> object:
        exact = _exact(value) if kind is Kind.AMOUNT else value
        if not kind.admits(exact):
            raise Mismatch(value, kind.expected)
        return exact

    return hook


def _exact(value: object) -> object:
    if type(value) is int:
        return Decimal(value)
    if type(value) is float:
        return Decimal(repr(value))
    return value


def choice_hook(kind: type[StrEnum], *, nullable: bool) -> Callable[[Any, Any], Any]:
    """Return what takes one of a list of texts, or null where that may be."""
    expected = one_of(kind, nullable=nullable)

    def hook(value: object, _type: object) -> object:
        if value is None and nullable:
            return None
        if not isinstance(value, str) or value not in list(kind):
            raise Mismatch(value, expected)
        return kind(value)

    return hook


def _text(value: object, _type: object) -> object:
    if value is not None and not is_text(value):
        raise Mismatch(value, text_expected(value, _TEXT))
    return value


def _texts(value: object, _type: object) -> object:
    if not isinstance(value, list):
        raise Mismatch(value, _TEXTS)
    wrong = [i for i, text in enumerate(value) if not is_text(text)]
    if wrong:
        from cattrs.errors import IterableValidationError

        errors = [Mismatch(value[i], text_expected(value[i], _ONE_TEXT), f"[{i}]") for i in wrong]
        raise IterableValidationError("not texts", errors, tuple[str, ...])
    return tuple(value)


def _year(value: object, _type: object) -> object:
    if not is_year(value):
        raise Mismatch(value, YEAR_EXPECTED)
    return value


_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")  # an ISO date may also name a week


def _date(value: object, _type: object) -> object:
    if value is None:
        return None
    try:
        if isinstance(value, str) and _DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise Mismatch(value, DATE_EXPECTED)


SCALAR_HOOKS: dict[Any, Callable[[Any, Any], Any]] = {
    str | None: _text,
    tuple[str, ...]: _texts,
    int | None: _year,
    date | None: _date,
}

"""The layouts of a report that is still a JSON value: told by keys alone, or not at all."""

from collections.abc import Hashable
from functools import cache
from typing import Any, cast

from ..records import AnnualReport
from ..records.form import Part, parts
from ..records.layouts import Shape
from ..wire import keys_in_order, required_keys


def signature(obj: object) -> Shape | None:
    """Return the shape of the report that *obj* may be; None where its keys are not those of one.

    Values are not looked at.
    """
    return _shape(obj, AnnualReport)


def _shape(obj: object, layout: type[Any]) -> Shape | None:
    if not isinstance(obj, dict) or not _may_be(obj.keys(), layout):
        return None
    below: list[Shape | None] = []
    for name, form in parts(layout).items():
        if name not in obj:
            below.append(None)
            continue
        found = _part(obj[name], form)
        if found is None:
            return None
        below.append(found)
    return (layout, *below)


def _part(obj: object, form: Part) -> Shape | None:
    if not isinstance(obj, dict):
        return None
    fitting = [layout for layout in form.layouts if _may_be(obj.keys(), layout)]
    return _shape(obj, fitting[0]) if len(fitting) == 1 else None


def _may_be(keys: Any, layout: type[Any]) -> bool:
    declared, required = _keys(cast("Hashable", layout))
    return bool(required <= keys <= declared)


@cache
def _keys(layout: Hashable) -> tuple[frozenset[str], frozenset[str]]:
    cls = cast("type[Any]", layout)
    return frozenset(keys_in_order(cls)), frozenset(required_keys(cls))

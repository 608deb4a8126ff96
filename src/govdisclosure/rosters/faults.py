"""What may be wrong with the bodies of a roster."""

from collections.abc import Iterator, Sequence

import attrs

from ..wording import Wording
from .bodies import Body, called_by, key_of, plain_name


@attrs.frozen
class Fault:
    """Something wrong with one body of a roster: its index, the key, what stands there."""

    index: int
    key: str
    value: object
    expected: Wording


def faults_of(bodies: Sequence[Body]) -> Iterator[Fault]:
    """Iterate over what is wrong with the bodies of a roster, in their order."""
    called = called_by(bodies)
    index = {id(body): i for i, body in enumerate(bodies)}
    above: dict[int, int | None] = {}
    for i, body in enumerate(bodies):
        parent = called.get(key_of(body.parent, called)) if body.parent else None
        above[i] = None if parent is None else index[id(parent)]
    names: dict[str, int] = {}
    codes: dict[str, int] = {}
    for i, body in enumerate(bodies):
        first = names.setdefault(plain_name(body.name), i)
        if not plain_name(body.name):
            yield Fault(i, "name", body.name, _NAMED)
        elif first != i:
            yield Fault(i, "name", body.name, _NAME_ONCE.fill(other=bodies[first].name))
        if body.code and codes.setdefault(body.code, i) != i:
            yield Fault(i, "code", body.code, _CODE_ONCE.fill(other=bodies[codes[body.code]].name))
        if body.parent and above[i] is None:
            yield Fault(i, "parent", body.parent, _known(bodies, body.parent))
        elif _is_above_itself(above, i):
            yield Fault(i, "parent", body.parent, _NO_CYCLE.fill(name=body.name))


_NAMED = Wording("为机关名称", "the name of a body")
_NAME_ONCE = Wording(
    "每个名称只出现一次（前面已有“{other}”）",
    "each name once only ({other} stands further up)",
)
_CODE_ONCE = Wording(
    "每个代码只出现一次（“{other}”已用此代码）",
    "each code once only ({other} has it already)",
)
_NO_CYCLE = Wording(
    "为上级机关；“{name}”不能是自己的上级", "a body further up; {name} cannot be above itself"
)


def _is_above_itself(above: dict[int, int | None], start: int) -> bool:
    seen: set[int] = set()
    index = above[start]
    while index is not None and index not in seen:
        if index == start:
            return True
        seen.add(index)
        index = above[index]
    return False


def _known(bodies: Sequence[Body], parent: str) -> Wording:
    import difflib

    near = difflib.get_close_matches(parent, [body.name for body in bodies], n=3, cutoff=0.5)
    zh, en = "、".join(near), ", ".join(near)
    return Wording(
        "为名册中某机关的名称或代码" + (f"；相近的有：{zh}" if near else ""),
        "the name or code of a body on the roster" + (f"; did you mean {en}?" if near else ""),
    )

"""How a schema differs from what it was: where it takes less, and where it takes more.

Everything that both say alike is passed over. What cannot be compared counts as both.
"""

import json
from collections.abc import Iterator
from enum import StrEnum

import attrs


class Way(StrEnum):
    """In which way a schema has changed at a place."""

    NARROWER = "narrower"
    """Some document that was valid may not be valid any more."""
    NEW_KEY = "new key"
    """An object may have a key that it could not have."""
    WIDER = "wider"
    """Some other document may be valid that was not."""


@attrs.frozen
class Change:
    """A change of a schema: in which way, and where; the place ends with the keyword."""

    way: Way
    place: str


ANNOTATIONS = {"title", "description", "examples", "$comment"}
NUMBERS = ("number", "integer")
TYPES = ("null", "boolean", "object", "array", "string", *NUMBERS)
LEAST = ("minimum", "minLength", "minItems")
MOST = ("maximum", "maxLength", "maxItems")
COMPARED = {
    *("$schema", "$id", "$defs", "$ref", "type", "enum", "const", "properties", "required"),
    *("additionalProperties", "items", "uniqueItems", "if", "then", "else", *LEAST, *MOST),
}


def bare(schema):
    """A schema without what does not bear on validity."""
    if isinstance(schema, list):
        return [bare(below) for below in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: {name: bare(below) for name, below in found.items()}
        if key in ("properties", "$defs")
        else found
        if key in ("enum", "const", "required")
        else bare(found)
        for key, found in schema.items()
        if key not in ANNOTATIONS
    }


def changes(old: dict, new: dict) -> list[Change]:
    """How a schema differs from what it was, each change once."""
    found = _Comparison(old, new).compared(bare(old), bare(new), "$")
    return list(dict.fromkeys(found))


def _differing(place: str) -> Iterator[Change]:
    yield Change(Way.NARROWER, place)
    yield Change(Way.WIDER, place)


def _sets(old: set, new: set, place: str) -> Iterator[Change]:
    if old - new:
        yield Change(Way.NARROWER, place)
    if new - old:
        yield Change(Way.WIDER, place)


@attrs.frozen(eq=False)
class _Comparison:
    """Two schemas whose parts are compared; pairs of definitions are compared once."""

    old: dict
    new: dict
    seen: set = attrs.field(factory=set)

    def compared(self, old, new, place: str) -> Iterator[Change]:
        """What differs between a part and what it was."""
        if old == new and "$ref" not in json.dumps(old):
            return
        if old is False or new is False:
            yield Change(Way.WIDER if old is False else Way.NARROWER, place)
            return
        old, new = ({} if found is True else found for found in (old, new))
        if "$ref" in old or "$ref" in new:
            yield from self.followed(old, new, place)
            return
        yield from self.values(old, new, place)
        yield from self.bounds(old, new, place)
        yield from self.objects(old, new, place)
        yield from self.compared(old.get("items", True), new.get("items", True), f"{place}[]")
        yield from self.conditions(old, new, place)
        for word in sorted((old.keys() | new.keys()) - COMPARED):
            if old.get(word) != new.get(word):
                yield from _differing(f"{place} {word}")

    def followed(self, old, new, place):
        pair = json.dumps([old, new], sort_keys=True)
        if pair in self.seen:
            return
        self.seen.add(pair)
        yield from self.compared(_target(old, self.old), _target(new, self.new), place)

    def values(self, old, new, place):
        yield from _sets(_types(old), _types(new), f"{place} type")
        before, after = _enumerated(old), _enumerated(new)
        if before is None or after is None:
            if before is not after:
                yield Change(Way.WIDER if after is None else Way.NARROWER, f"{place} enum")
        else:
            yield from _sets(before, after, f"{place} enum")

    def bounds(self, old, new, place):
        for word in (*LEAST, *MOST):
            before, after = old.get(word), new.get(word)
            if before == after:
                continue
            tightened = before is None or (
                after is not None and (after > before) == (word in LEAST)
            )
            yield Change(Way.NARROWER if tightened else Way.WIDER, f"{place} {word}")
        before, after = (bool(found.get("uniqueItems")) for found in (old, new))
        if before != after:
            yield Change(Way.NARROWER if after else Way.WIDER, f"{place} uniqueItems")

    def objects(self, old, new, place):
        required = [set(found.get("required", ())) for found in (old, new)]
        yield from _sets(required[1], required[0], f"{place} required")
        before, after = (found.get("properties", {}) for found in (old, new))
        others = [found.get("additionalProperties", True) for found in (old, new)]
        for key in dict.fromkeys([*before, *after]):
            was, now = before.get(key, others[0]), after.get(key, others[1])
            if was is False and now is not False:
                yield Change(Way.NEW_KEY, f"{place}.{key}")
            else:
                yield from self.compared(was, now, f"{place}.{key}")
        yield from self.compared(*others, f"{place} additionalProperties")

    def conditions(self, old, new, place):
        if old.get("if") == new.get("if"):
            for word in ("then", "else"):
                yield from self.compared(
                    old.get(word, True), new.get(word, True), f"{place} {word}"
                )
        else:
            yield from _differing(f"{place} if")


def _target(schema, root):
    """The definition that a reference leads to, narrowed by what stands beside it: nothing."""
    if "$ref" not in schema:
        return schema
    beside = schema.keys() - {"$ref", "$schema", "$id", "$defs"}
    assert not beside, f"beside a reference only words are compared, not {sorted(beside)}"
    return bare(root["$defs"][schema["$ref"].rpartition("/")[2]])


def _types(schema) -> set:
    named = schema.get("type", TYPES)
    found = {named} if isinstance(named, str) else set(named)
    return found | {"integer"} if "number" in found else found


def _enumerated(schema) -> set | None:
    if "const" in schema:
        return {json.dumps(schema["const"])}
    return {json.dumps(value) for value in schema["enum"]} if "enum" in schema else None

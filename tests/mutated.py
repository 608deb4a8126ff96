"""Documents of the contract, right ones and spoilt ones, drawn by a seeded chance."""

import json
import random
from collections.abc import Iterator, Mapping, Sequence

ODD = [
    *(None, True, False, 0, 1, -1, 7, 1.0, 7.0, -0.0, 0.5, -0.5, 1e3, 1e300, -1e300, 1e-7),
    *(
        10**12,
        10**12 + 1,
        -(10**12),
        10**15,
        10**15 - 1,
        2**53 + 1,
        10**300,
        999,
        1000,
        9999,
        10_000,
    ),
    *("", " ", "0", "7", "null", "元", "万元", "own", "error", "H", "=", "<=", "holds", "2021"),
    *("2023-01-01", "2023-02-28", "2023-02-29", "2024-02-29", "2000-02-29", "1900-02-29"),
    *("2023-01-01\n", "2023-1-1", "2023-W05-1", "20230101", "2023-13-01", "2023-04-31"),
    *("0000-01-01", "0000-02-29", "0001-01-01", "2023-01-0𠮷", "01-31", "02-30", "13-01", "1.0.0"),
    *("𠮷", "\U0001f600", "e\u0301", "甲\u0000乙", "requests.row_total", "{at}"),
    *([], {}, [None], [[]], ["甲", "甲"], [1, 1.0], {"a": 1}, {"total": 1}, {"cell": "a"}),
    *({"cells": []}, {"decisions": 1}, {"zh": "甲", "en": "a"}, {"amount": 1.5, "unit": "元"}),
]
KEYS = [
    "extra",
    "",
    "total",
    "unit",
    "cell",
    "cells",
    "decisions",
    "𠮷",
    "__proto__",
    "constructor",
]


def mutants(
    documents: Mapping[str, Sequence[object]], number: int, seed: int
) -> Iterator[tuple[str, object]]:
    """Iterate over so many documents, each with the name of what it is one of.

    A third are as they were; the others are spoilt once or several times.
    """
    chance = random.Random(seed)
    names = sorted(documents)
    for count in range(number):
        name = names[count % len(names)]
        spoilt = _copy(chance.choice(documents[name]))
        for _ in range(chance.choice((0, 1, 1, 1, 2, 3))):
            place = _place(chance, spoilt)
            if place is None:
                break
            other = chance.choice(documents[name])
            chance.choice(SPOILING)(chance, *place, other)
        yield name, spoilt


def _copy(value):
    return json.loads(json.dumps(value))


def _place(chance, document):
    """Some place in a document: what holds it, and its key there. Deep ones are not preferred."""
    found = document
    if not isinstance(found, dict | list) or not found:
        return None
    while True:
        key = chance.choice(list(found) if isinstance(found, dict) else range(len(found)))
        below = found[key]
        if not isinstance(below, dict | list) or not below or chance.random() < 0.25:
            return found, key
        found = below


def _replace(chance, holder, key, _other):
    holder[key] = _copy(chance.choice(ODD))


def _empty(_chance, holder, key, _other):
    holder[key] = None


def _drop(_chance, holder, key, _other):
    del holder[key]


def _add(chance, holder, key, _other):
    place = holder[key] if isinstance(holder[key], dict | list) else holder
    value = _copy(chance.choice(ODD))
    if isinstance(place, dict):
        place[chance.choice(KEYS)] = value
    else:
        place.append(value)


def _rename(chance, holder, key, _other):
    if isinstance(holder, dict):
        holder[chance.choice(KEYS)] = holder.pop(key)


def _shake(chance, holder, key, _other):
    """Another number, or another text, of the same kind."""
    value = holder[key]
    if isinstance(value, bool) or value is None:
        holder[key] = not value
    elif isinstance(value, int | float):
        holder[key] = chance.choice(
            [float(value), -value, -value - 1, value + 0.5, value * 10**13, value + 1, str(value)]
        )
    elif isinstance(value, str):
        changed = [value + "𠮷", value + "\n", value.upper(), value[:-1], " " + value, value * 2]
        holder[key] = chance.choice(changed)
    elif isinstance(value, list):
        holder[key] = chance.choice([value[::-1], value * 2, [], [*value, None]])
    else:
        holder[key] = list(value.values())


def _graft(chance, holder, key, other):
    """What another document of the kind has at some place: a row in another layout, mostly."""
    place = _place(chance, other)
    if place is None:
        return
    there, name = place
    holder[name if isinstance(holder, dict) and isinstance(name, str) else key] = _copy(there[name])


def _move(chance, holder, key, other):
    """A value of another place."""
    there, name = _place(chance, other) or (holder, key)
    holder[key] = _copy(there[name])


SPOILING = [_replace, _empty, _drop, _add, _rename, _shake, _shake, _graft, _graft, _move]

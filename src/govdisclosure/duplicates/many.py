"""Copies among many reports: MinHash finds the pairs that may be alike, then each is compared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from ..errors import MissingExtra
from ..reading import Reading
from ..records import AnnualReport
from ..records.bridging import bare_name
from .wordings import ALIKE, Copy, likeness, own_words

_PIECE = 3
"""Texts are told apart by their pieces of so many characters."""
_PERMUTATIONS, _BANDS, _ROWS = 96, 32, 3
"""Two texts that share half of their pieces meet in one of the bands in 98.6 % of cases, those
that share a tenth in 3 %."""


@attrs.frozen(kw_only=True)
class Duplicate:
    """Two reports of different bodies with a section that is nearly the same.

    ``first`` and ``second`` are their positions among the reports compared, ``section`` is the key
    of the section, ``likeness`` goes from 0 to 1.
    """

    first: int
    second: int
    section: str
    likeness: float


def duplicates(reports: Sequence[AnnualReport | Reading]) -> tuple[Duplicate, ...]:
    """Return the pairs of reports of different bodies that have nearly the same prose.

    Sections are compared by the body's own words: names of bodies and places, numbers and the
    sentences that the form prescribes make no difference, and none alone makes a copy. Several
    reports of one body are not held against each other.

    Raises:
        MissingExtra: datasketch is not installed (the extra ``text``).
    """
    records = [r.report if isinstance(r, Reading) else r for r in reports]
    by_section: dict[str, dict[int, str]] = defaultdict(dict)
    for position, record in enumerate(records):
        for section, words in own_words(record):
            by_section[section][position] = words
    bodies = [_body(record) for record in records]
    found = [
        Duplicate(first=one, second=other, section=section, likeness=alike)
        for section, texts in by_section.items()
        for one, other, alike in _alike(texts, bodies)
    ]
    return tuple(sorted(found, key=lambda pair: (pair.first, pair.second)))


def _body(record: AnnualReport) -> str | None:
    agency = record.agency
    return agency.code or (bare_name(agency.name) if agency.name else None)


def _alike(
    texts: Mapping[int, str], bodies: Sequence[str | None]
) -> Iterator[tuple[int, int, float]]:
    """Iterate over the pairs of texts that are nearly the same, of different bodies."""
    by_text: dict[str, list[int]] = defaultdict(list)
    for position, text in texts.items():
        by_text[text].append(position)
    for same in by_text.values():
        yield from (
            (a, b, 1.0) for i, a in enumerate(same) for b in same[i + 1 :] if _differ(a, b, bodies)
        )
    distinct = list(by_text)
    for one, other in _candidates(distinct):
        alike = likeness(distinct[one], distinct[other], least=ALIKE)
        if alike:
            for a in by_text[distinct[one]]:
                for b in by_text[distinct[other]]:
                    if _differ(a, b, bodies):
                        yield min(a, b), max(a, b), alike


def _differ(one: int, other: int, bodies: Sequence[str | None]) -> bool:
    return bodies[one] is None or bodies[one] != bodies[other]


def _candidates(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Iterate over the pairs of texts that share many of their pieces."""
    for position, hashed, lsh in _hashed(texts):
        for other in lsh.query(hashed):
            yield other, position
        lsh.insert(position, hashed, check_duplication=False)


def _hashed(texts: Sequence[str]) -> Iterator[tuple[int, Any, Any]]:
    if len(texts) < 2:  # noqa: PLR2004  # nothing to compare
        return
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        raise MissingExtra("text", "datasketch") from None
    lsh = MinHashLSH(num_perm=_PERMUTATIONS, params=(_BANDS, _ROWS))
    model = MinHash(num_perm=_PERMUTATIONS)
    for position, text in enumerate(texts):
        hashed = model.copy()
        hashed.update_batch({text[i : i + _PIECE].encode() for i in range(len(text) - _PIECE + 1)})
        yield position, hashed, lsh


def copies_by_report(
    found: Sequence[Duplicate], sources: Sequence[str]
) -> tuple[tuple[Copy, ...], ...]:
    """Return for each report the other reports that it is a copy of, or that copy it.

    *sources* name the reports, in the order in which they were compared.
    """
    copies: list[list[Copy]] = [[] for _ in sources]
    for pair in found:
        for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
            copies[one].append(
                Copy(source=sources[other], section=pair.section, likeness=pair.likeness)
            )
    return tuple(tuple(sorted(c, key=lambda copy: -copy.likeness)) for c in copies)

"""Copies among many reports: MinHash finds the pairs that may be alike, then each is compared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from zlib import crc32

import attrs

from ..errors import MissingExtra
from ..reading import Reading
from ..records import AnnualReport
from ..records.bridging import bare_name
from .wordings import ALIKE, Copy, likenesses_of, own_words

_PIECE = 3
"""Texts are told apart by their pieces of so many characters."""
_PERMUTATIONS, _BANDS, _ROWS = 96, 48, 2
"""Two texts that share a third of their pieces meet in one of the bands in 99.7 % of cases."""
_WORTH_COMPARING = 0.2
"""Texts that are nearly the same share a third of their pieces, however the changes are spread;
those of two bodies share a twentieth. The hashes tell it within a tenth."""


_NEAREST = 20
"""A text is compared with so many of those before it, the ones that share most."""


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
    reports of one body are not held against each other. Where more than twenty copy each other,
    each is compared with the twenty before it that are most alike.

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
        yield from ((a, b, 1.0) for a, b in combinations(same, 2) if _differ(a, b, bodies))
    distinct = list(by_text)
    for position, others in _candidates(distinct):
        likenesses = likenesses_of(distinct[position], [distinct[other] for other in others])
        for other, alike in zip(others, likenesses, strict=True):
            if alike >= ALIKE:
                for a, b in product(by_text[distinct[position]], by_text[distinct[other]]):
                    if _differ(a, b, bodies):
                        yield min(a, b), max(a, b), alike


def _differ(one: int, other: int, bodies: Sequence[str | None]) -> bool:
    return bodies[one] is None or bodies[one] != bodies[other]


def _candidates(texts: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
    """Iterate over the texts, each with those before it that share many of its pieces."""
    if len(texts) < 2:  # noqa: PLR2004  # nothing to compare
        return
    try:
        import numpy as np
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        raise MissingExtra("text", "datasketch") from None
    lsh = MinHashLSH(num_perm=_PERMUTATIONS, params=(_BANDS, _ROWS))
    model = MinHash(num_perm=_PERMUTATIONS, hashfunc=crc32)
    signatures = np.empty((len(texts), _PERMUTATIONS), dtype=model.hashvalues.dtype)
    for position, text in enumerate(texts):
        hashed = model.copy()
        hashed.update_batch({text[i : i + _PIECE].encode() for i in range(len(text) - _PIECE + 1)})
        signatures[position] = hashed.hashvalues
        met = np.array(sorted(lsh.query(hashed)), dtype=int)
        shared = (signatures[met] == hashed.hashvalues).mean(axis=1)
        alike = met[shared >= _WORTH_COMPARING]
        nearest = np.argsort(-shared[shared >= _WORTH_COMPARING], kind="stable")[:_NEAREST]
        yield position, alike[nearest].tolist()
        lsh.insert(position, hashed, check_duplication=False)


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

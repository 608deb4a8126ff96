"""The editions of the form, as a table. Which layout a row has in which edition is said by the
row itself (``govdisclosure.records``).
"""

from collections.abc import Iterator

import attrs

from .errors import UnknownName
from .law import FORM_NOTICE_2019, FORM_NOTICE_2021, Instrument
from .wording import Wording


@attrs.frozen(kw_only=True)
class Edition:
    """An edition of the form: its notice, and the report years for which it is due.

    ``last_year`` is None while the edition is in use.
    """

    name: str
    notice: Instrument
    first_year: int
    last_year: int | None


EDITIONS = (
    Edition(name="2019", notice=FORM_NOTICE_2019, first_year=2019, last_year=2020),
    Edition(name="2021", notice=FORM_NOTICE_2021, first_year=2021, last_year=None),
)
"""Every edition modelled, oldest first. The table in use before 2019 is not modelled."""


def edition(name: str) -> Edition:
    """Return the edition called *name* (``"2019"``, ``"2021"``).

    Raises:
        UnknownName: there is no such edition.
    """
    for candidate in EDITIONS:
        if candidate.name == name:
            return candidate
    names = ", ".join(_names())
    raise UnknownName(
        Wording(f"没有“{name}”版格式；现有：{names}", f"no edition {name!r}; there are: {names}")
    )


def edition_due(year: int | None) -> Edition | None:
    """Return the edition due for a report on *year*, None where none is known."""
    if year is None:
        return None
    for candidate in EDITIONS:
        ends = candidate.last_year if candidate.last_year is not None else year
        if candidate.first_year <= year <= ends:
            return candidate
    return None


def _names() -> Iterator[str]:
    return (candidate.name for candidate in EDITIONS)

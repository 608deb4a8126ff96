"""What is shown of one document that was checked, and how it is to be shown."""

import attrs

from ..checking import Review
from ..findings import Severity
from ..reading import Reading
from ..records import AnnualReport
from ..suggesting import Correction
from ..wording import LANGUAGES, Speech, Wording


@attrs.frozen(kw_only=True)
class Reviewed:
    """A document with its review, or with the error that kept it from being read.

    ``source`` is the document's name, ``subject`` what was given to ``check()``. A document that
    could not be read has neither subject nor review, but an ``error``. ``corrections`` are what
    ``suggest()`` says of the relations that are broken, for the formats that show them.
    """

    source: str
    subject: AnnualReport | Reading | None = None
    review: Review | None = None
    error: Wording | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def report(self) -> AnnualReport | None:
        """The report that was checked."""
        return self.subject.report if isinstance(self.subject, Reading) else self.subject

    @property
    def reading(self) -> Reading | None:
        """How the document was read, None where a record was checked."""
        return self.subject if isinstance(self.subject, Reading) else None


@attrs.frozen(kw_only=True)
class Settings:
    """How reviews are shown.

    ``language`` is that of the text (``zh`` or ``en``). With ``everything``, nothing is rolled up
    or left out. ``fail_on`` is the least severity that counts as a failure, None if none does.
    ``colour`` and ``width`` (in columns; None for lines of any length) are for text on a terminal.
    ``options`` are those that a command named as the next one is to be run with.
    """

    language: str = attrs.field(default="en", validator=attrs.validators.in_(LANGUAGES))
    everything: bool = False
    fail_on: Severity | None = Severity.ERROR
    colour: bool = False
    width: int | None = None
    options: tuple[str, ...] = ()

    @property
    def speech(self) -> Speech:
        """Says wordings in the language chosen."""
        return Speech(self.language)

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of this severity counts as a failure."""
        ranks = list(Severity)
        return self.fail_on is not None and ranks.index(severity) <= ranks.index(self.fail_on)

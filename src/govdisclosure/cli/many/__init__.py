"""Files of many reports: a line or a row each."""

from ...errors import Error
from ...findings import Severity
from ...reviews import Settings
from ...wording import Speech, Wording
from ..output import FINE, FOUND, UNUSABLE, fail, print_text
from .run import Run, carry_out
from .telling import told

__all__ = ["Run", "check_data"]


def check_data(run: Run, speech: Speech, *, fail_on: Severity | None) -> int:
    """Check files of many reports, print what they come to, and return the exit code.

    The summary goes to standard error where the findings go to standard output.
    """
    try:
        summary = carry_out(run, speech)
    except Error as error:
        fail(speech, error.wording)
    aside = run.table is not None and run.output is None
    print_text(told(summary, speech), to_stderr=aside)
    if summary.rules and run.table is None:
        print_text(speech.say(_EACH) + "\n")
    if summary.unusable:
        return UNUSABLE
    settings = Settings(fail_on=fail_on)
    return FOUND if any(map(settings.fails, summary.severities())) else FINE


_EACH = Wording("\n逐条问题：加 -o findings.csv", "\nfor each finding: add -o findings.csv")

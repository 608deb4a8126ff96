"""How the program ends when the system asks it to: as by an exit, leaving nothing behind."""

import signal
import sys
from typing import NoReturn

TERMINATED = 143
"""The exit code that shells use for a command that was asked to end."""


def end_when_asked() -> None:
    """Let SIGTERM end the program as an exit does: half-written files and processes are gone."""
    signal.signal(signal.SIGTERM, _end)


def _end(_signal: int, _frame: object) -> NoReturn:
    signal.signal(
        signal.SIGTERM, signal.SIG_IGN
    )  # asked once is enough; nothing is to stop half way
    sys.exit(TERMINATED)

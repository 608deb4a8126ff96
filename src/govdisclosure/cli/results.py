"""Where the results of a check go: to a terminal, to standard output, or into a file."""

from collections.abc import Sequence
from pathlib import Path

import attrs

from ..errors import Error
from ..reviews import FORMATS, Medium, Reviewed, Settings, write_review
from ..reviews.many import write_table
from .language import Speech
from .output import (
    fail,
    print_bytes,
    print_document,
    print_json,
    print_text,
    tell_written,
    terminal_width,
    unwritable,
    write_file,
)


@attrs.frozen(kw_only=True)
class Results:
    """The format of the results, and the file that they go to, None for standard output."""

    form: str
    output: Path | None
    force: bool

    @property
    def show_corrections(self) -> bool:
        """Whether the format shows what ``suggest()`` says."""
        return self.form in FORMATS and FORMATS[self.form].shows_corrections

    @property
    def width(self) -> int | None:
        """The columns of the terminal that shows the results, None if none does."""
        shown = self.output is None and self._medium is Medium.CONSOLE
        return terminal_width() if shown else None

    @property
    def _medium(self) -> Medium:
        return FORMATS[self.form].medium if self.form in FORMATS else Medium.FILE

    def put(self, checked: Sequence[Reviewed], settings: Settings, speech: Speech) -> None:
        """Print the results or write them to the file, which is told."""
        written = self._written(checked, settings, speech)
        if self.output is not None:
            _write(speech, self.output, written, force=self.force)
        elif isinstance(written, bytes):
            print_bytes(written)
        else:
            _PRINT[self._medium](written)

    def _written(
        self, checked: Sequence[Reviewed], settings: Settings, speech: Speech
    ) -> str | bytes:
        if self.form in FORMATS:
            return write_review(checked, self.form, settings)
        try:
            return write_table(checked, self.form, speech)
        except Error as error:
            fail(speech, error.wording)


_PRINT = {
    Medium.CONSOLE: print_text,
    Medium.JSON: print_json,
    Medium.FILE: print_document,
}


def _write(speech: Speech, output: Path, text: str | bytes, *, force: bool) -> None:
    try:
        write_file(output, text, force=force)
    except OSError as error:
        fail(speech, unwritable(output, error))
    tell_written(speech, output)

"""How much of a document is taken in at most."""

import attrs


@attrs.frozen(kw_only=True)
class Limits:
    """Bounds on what is read; a document beyond one of them is refused with a clear error.

    ``size`` is in bytes (the longest report seen is below 1 MB), ``lines`` and ``line_length``
    bound a text.
    """

    size: int = 64 * 2**20
    lines: int = 200_000
    line_length: int = 100_000

"""The identities of what is on the page, so that links find it."""


def prefix(number: int) -> str:
    """Return what the identities of a report's elements begin with."""
    return f"r{number}-"


def report_id(number: int) -> str:
    """Return the identity of a report."""
    return f"r{number}"


def note_id(number: int, note: int) -> str:
    """Return the identity of a note."""
    return f"{prefix(number)}note-{note}"


def cell_id(number: int, name: str) -> str:
    """Return the identity of a cell or paragraph, by its address or path."""
    safe = name.replace(".", "-").replace("[", "-").replace("]", "")
    return f"{prefix(number)}at-{safe}"

"""The kinds of words that prose is made of."""

from enum import Enum, auto


class Kind(Enum):
    """What a word does in a clause."""

    OPEN = auto()
    CLOSE = auto()
    STOP = auto()
    """It ends a clause (，；)."""
    COMMA = auto()
    """It joins the members of a list (、), or leads to a number (：)."""
    PERCENT = auto()
    NUMBER = auto()
    YEAR = auto()
    OTHER_TIME = auto()
    PERIOD = auto()
    THIS_TIME = auto()
    COMPARED = auto()
    PLANNED = auto()
    DENIED = auto()
    CHANNEL = auto()
    ASIDE = auto()
    """It counts something that has no cell of its own."""
    BODY = auto()
    """The body itself, or its territory (我局, 全市)."""
    NARROW = auto()
    """A part of the body, or of the bodies (本级, 各部门)."""
    PART = auto()
    """What follows is a part of what stands before (其中)."""
    SUM = auto()
    EACH = auto()
    JOIN = auto()
    SUCH_AS = auto()
    REQUEST = auto()
    VERB = auto()
    """What was done with requests as a whole (收到, 答复)."""
    CARRIED = auto()
    OUTCOME = auto()
    APPLICANT = auto()
    BLOCK = auto()
    RESULT = auto()
    DOCUMENT = auto()
    DONE = auto()
    """What was done with a document (制发)."""
    DECISION = auto()
    FEES = auto()
    FILL = auto()

"""What reading a PDF may cost: counted while it is read, and refused when it is too much."""

import time
from io import BytesIO

import attrs

from ...errors import UnreadableDocument
from ...wording import Wording
from ..limits import Limits


@attrs.define
class Budget:
    """What has been spent of the *limits* so far: bytes, marks on pages, seconds of computing."""

    limits: Limits
    unpacked: int = 0
    parsed: int = 0
    marks: int = 0
    steps: int = 0
    began: float = attrs.field(factory=time.thread_time)

    @property
    def room(self) -> int:
        """How many more bytes may be unpacked."""
        return self.limits.unpacked - self.unpacked

    def unpack(self, size: int) -> None:
        """Count bytes that a packed stream unpacks to."""
        self.unpacked += size
        if self.unpacked > self.limits.unpacked:
            raise _beyond(
                f"解压后超过 {self.limits.unpacked:,} 字节",
                f"unpacks to more than {self.limits.unpacked:,} bytes",
            )

    def parse(self, size: int) -> None:
        """Count bytes of instructions, objects and tables of characters that are worked through."""
        self.parsed += size
        if self.parsed > self.limits.instructions:
            raise _beyond(
                f"绘制指令超过 {self.limits.instructions:,} 字节",
                f"has more than {self.limits.instructions:,} bytes of drawing instructions",
            )

    def mark(self) -> None:
        """Count a character, line, area or picture on a page."""
        self.marks += 1
        if self.marks > self.limits.marks:
            raise _beyond(
                f"文字和线条超过 {self.limits.marks:,} 个",
                f"has more than {self.limits.marks:,} characters and lines",
            )
        self.step()

    def step(self) -> None:
        """Look at the clock now and then."""
        self.steps += 1
        if not self.steps % _OFTEN:
            self.check_time()

    def check_time(self) -> None:
        """Refuse to go on when it has taken too long."""
        if time.thread_time() - self.began > self.limits.seconds:
            raise _beyond(
                f"读取用时超过 {self.limits.seconds:g} 秒",
                f"takes more than {self.limits.seconds:g} seconds to read",
            )

    def page(self, number: int) -> None:
        """Refuse page *number* if there are too many."""
        if number > self.limits.pages:
            raise _beyond(
                f"超过 {self.limits.pages} 页", f"has more than {self.limits.pages} pages"
            )
        self.check_time()

    def points(self, number: int) -> None:
        """Refuse a table of characters that fills more places than there are characters."""
        if number > _CHARACTERS:
            raise _beyond("字体的字符表过大", "has a font with too large a table of characters")
        self.check_time()


_OFTEN = 256
_CHARACTERS = 1 << 18


def _beyond(zh: str, en: str) -> UnreadableDocument:
    return UnreadableDocument(
        Wording(f"PDF {zh}，不像一份年度报告", f"the PDF {en}; that is no annual report")
    )


class WatchedFile(BytesIO):
    """A file that tells a budget of every look into it."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        super().__init__(data)
        self._budget = budget

    def read(self, size: int | None = -1, /) -> bytes:
        """Read, unless it has taken too long."""
        self._budget.check_time()
        return super().read(size)

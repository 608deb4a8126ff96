"""What a page carries besides its text: page numbers."""

import re

_PAGE_NUMBER = re.compile(
    r"[-—–－·.\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:[\s,，]*[/共]\s*(?:共\s*)?\d{1,3}\s*页?)?[-—–－·.\s]*"
)


def is_page_number(text: str) -> bool:
    """Tell whether a line is a page number: "- 4 -", "4", "第4页", "4/12", "第4页 共12页"."""
    return len(text) <= _LONGEST and _PAGE_NUMBER.fullmatch(text) is not None


def is_marked_page_number(text: str) -> bool:
    """Tell whether a line is a page number that cannot be a number of a table."""
    return is_page_number(text) and not text.strip().isdecimal()


_LONGEST = 40

"""Which characters a pattern of words may begin with: the words of a text are found by these.

Trying every word of the lexicon at every character takes ten times as long.
"""

import attrs


def beginnings(pattern: str) -> frozenset[str]:
    r"""Return the characters that a match of *pattern* may begin with.

    Understood is what the lexicon is written in: characters, ``[…]``, ``\d``, groups, looking
    back and ahead, ``\A``, ``?``, ``*`` and ``{m,n}``.
    """
    found, _ = _Pattern(pattern).alternatives()
    return frozenset(found)


_DIGITS = set("0123456789")


@attrs.define
class _Pattern:
    text: str
    at: int = 0

    def alternatives(self) -> tuple[set[str], bool]:
        """Return the beginnings of what stands up to a bracket, and whether it may be empty."""
        found, empty = self._sequence()
        while self.text[self.at : self.at + 1] == "|":
            self.at += 1
            more, also = self._sequence()
            found, empty = found | more, empty or also
        return found, empty

    def _sequence(self) -> tuple[set[str], bool]:
        found: set[str] = set()
        empty = True
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            more, may_lack = self._atom()
            may_lack = self._repeated() or may_lack
            if empty:
                found |= more
            empty = empty and may_lack
        return found, empty

    def _repeated(self) -> bool:
        """Step over what repeats an atom; tell whether the atom may then be absent."""
        sign = self.text[self.at : self.at + 1]
        if sign == "{":
            closing = self.text.index("}", self.at)
            absent = self.text[self.at + 1] == "0"
            self.at = closing + 1
            return absent
        if sign not in ("?", "*", "+"):
            return False
        self.at += 1
        return sign != "+"

    def _atom(self) -> tuple[set[str], bool]:
        sign = self.text[self.at]
        self.at += 1
        if sign == "(":
            return self._group()
        if sign == "[":
            closing = self.text.index("]", self.at)
            if self.text[closing - 1] == "\\":
                closing = self.text.index("]", closing + 1)
            inside = self.text[self.at : closing]
            self.at = closing + 1
            return _members(inside), False
        if sign == "\\":
            escaped = self.text[self.at]
            self.at += 1
            if escaped == "A":
                return set(), True
            return set(_DIGITS) if escaped == "d" else {escaped}, False
        return {sign}, False

    def _group(self) -> tuple[set[str], bool]:
        looks = self.text.startswith(("?<!", "?<=", "?=", "?!"), self.at)
        if self.text.startswith("?P<", self.at):
            self.at = self.text.index(">", self.at) + 1
        elif looks:
            self.at += 3 if self.text[self.at + 1] == "<" else 2
        elif self.text.startswith("?:", self.at):
            self.at += 2
        found, empty = self.alternatives()
        self.at += 1
        return (set(), True) if looks else (found, empty)


def _members(inside: str) -> set[str]:
    plain = inside.replace("\\d", "0123456789").replace("\\", "")
    return set(plain)

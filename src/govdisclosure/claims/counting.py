"""From the words of a sentence to the numbers that it states."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

import attrs

from .bodies import Speaker, Whose
from .context import Around, Clause, Found
from .kinds import Kind
from .meanings import CARRIED_OUT
from .roles import found_in, role_of
from .sentences import Sentence
from .tokens import Token
from .vocabulary import Claim, Doubt

_BARRED = frozenset({Kind.COMPARED, Kind.PLANNED, Kind.DENIED, Kind.PERIOD, Kind.OTHER_TIME})
_TIMES = frozenset({Kind.YEAR, Kind.OTHER_TIME, Kind.THIS_TIME, Kind.COMPARED})
_BEFORE_SUBJECT = frozenset(
    {Kind.YEAR, Kind.THIS_TIME, Kind.FILL, Kind.PART, Kind.SUM, Kind.COMMA, Kind.BODY, None}
)
_OF_REQUESTS = frozenset({Kind.CARRIED, Kind.OUTCOME, Kind.APPLICANT})
_TOPIC = re.compile("信息公开|政务公开|依申请|[被因]申请|申请行政复议|提起行政诉讼|起诉")


@attrs.frozen(eq=False)
class Reader:
    """Reads the sentences of one report, on a year and by a body."""

    year: int | None
    speaker: Speaker

    def claims(self, sentence: Sentence, words: Sequence[Token], around: Around) -> list[Claim]:
        """Return the claims of a sentence; *around* is what is known before it."""
        if sentence.torn and words and words[0].kind is Kind.NUMBER:
            words = words[1:]
        nested = _nested(words)
        around.topic = around.topic or any(w.kind in _OF_REQUESTS for w in words)
        around.topic = around.topic or _TOPIC.search(sentence.text) is not None
        around.aside = any(isinstance(w, Token) and w.key == "aside" for w in nested)
        self._read(nested, sentence, around)
        return _settled(around)

    def opening(self, words: Iterable[Token], around: Around) -> None:
        """Notice whom a sentence without numbers is about, for the next one."""
        clause = Clause()
        for word in takewhile(lambda w: w.kind is not Kind.STOP, words):
            self._word(word, clause, around)

    def standing(self, words: Sequence[Token], until: int, around: Around) -> "Standing | None":
        """Return how sure it is that a place of a sentence is about the body and the year."""
        here = attrs.evolve(around, stated=[], in_all=[], parted=set())
        clause = Clause(year_before=here.year)
        for word in takewhile(lambda w: w.end <= until, words):
            if word.kind is Kind.STOP:
                self._ended(clause, here)
                clause = Clause(year_before=here.year)
            else:
                self._word(word, clause, here)
        aside = any(w.kind in (Kind.CHANNEL, Kind.ASIDE) for w in clause.words)
        off = aside or clause.barred or clause.foreign or here.whose is Whose.OTHER
        if off or (here.year not in (None, self.year) and self.year is not None):
            return None
        if here.whose is Whose.UNSURE or clause.unsure:
            return Standing(Doubt.BODY)
        if here.year is not None and self.year is None:
            return Standing(Doubt.TIME)
        return Standing(Doubt.WORDS if clause.unknown else None)

    def _read(self, words: Sequence["Token | list[Token]"], at: Sentence, around: Around) -> None:
        clause = Clause(year_before=around.year)
        for i, word in enumerate(words):
            if isinstance(word, list):
                self._bracket(word, at, around)
            elif word.kind is Kind.STOP:
                self._ended(clause, around)
                clause = Clause(part=_leads_on(clause), year_before=around.year)
            elif word.kind is Kind.COMMA and clause.counted:
                clause.words = []
            elif word.kind is Kind.NUMBER:
                self._number(word, words[i + 1 :], clause, at, around)
                clause.words, clause.counted = [], True
            else:
                self._word(word, clause, around)

    def _bracket(self, words: list[Token], at: Sentence, around: Around) -> None:
        inner = attrs.evolve(around, stated=[], in_all=[], parted=set())
        last = around.stated[-1].role if around.stated else None
        inner.under = last or around.under
        self._read(list(words), at, inner)
        around.stated += inner.stated

    def _ended(self, clause: Clause, around: Around) -> None:
        if clause.compared:
            around.year = clause.year_before
        if not clause.counted and _narrows(clause.words):
            around.narrowed = True

    def _word(self, word: Token, clause: Clause, around: Around) -> None:
        if word.kind in (Kind.BODY, Kind.NARROW):
            around.whose = self.speaker.of_word(word)
        elif word.kind is None:
            self._name(word, clause, around)
        elif word.kind in _TIMES:
            _time(word, clause, around)
        elif word.kind is Kind.PART:
            clause.part = True
            around.under = around.stated[-1].role if around.stated else around.under
        elif word.kind is Kind.REQUEST:
            around.topic = True
        elif word.kind is Kind.BLOCK:
            joined = any(w.kind is Kind.BLOCK for w in clause.words)
            around.blocks = (*(around.blocks if joined else ()), f"remedies.{word.key}")
        clause.published = clause.published or word.key == "published"
        clause.barred = clause.barred or word.kind in _BARRED
        clause.words.append(word)

    def _name(self, word: Token, clause: Clause, around: Around) -> None:
        """Take unknown words for the name of a body, if they may be one."""
        subject = all(w.kind in _BEFORE_SUBJECT for w in clause.words)
        whose = self.speaker.of_name(word.text, subject=subject)
        if whose is None:
            return
        if subject:
            around.whose = whose
            clause.named.append(word)
        clause.foreign = clause.foreign or (whose is Whose.OTHER and not subject)
        clause.unsure = clause.unsure or (whose is Whose.UNSURE and not subject)

    def _number(
        self,
        word: Token,
        rest: Sequence["Token | list[Token]"],
        clause: Clause,
        at: Sentence,
        around: Around,
    ) -> None:
        after = _until_stop(rest)
        found = self._judged(word, clause, after, around)
        if found is None:
            kinds = {w.kind for w in (*clause.words, *after)}
            around.channels = around.channels or Kind.CHANNEL in kinds
            if not (clause.barred or clause.part):
                around.parted |= {role_of(w) for w in clause.words}
            if Kind.REQUEST in kinds and not (clause.part or around.stated):
                around.narrowed = True
            return
        start = clause.words[0].start if clause.words else word.start
        end = after[-1].end if after and found.after else word.end
        quotation = at.quoted(start, end)
        claim = Claim(
            role=found.role,
            stated=found.stated,
            meanings=found.meanings,
            quotation=quotation,
            doubt=found.doubt,
            rounded=found.rounded,
        )
        around.stated.append(claim)
        if any(w.kind is Kind.SUM for w in clause.words):
            around.in_all.append(claim)

    def _judged(
        self, word: Token, clause: Clause, after: Sequence[Token], around: Around
    ) -> "Found | None":
        """Return what a number states for cells, None where that is nothing or not known."""
        if word.number is None or clause.barred or clause.foreign or around.whose is Whose.OTHER:
            return None
        if any(w.kind is Kind.COMPARED for w in after[:1]):
            after = ()
        found = found_in(word, clause, after, around)
        if found is None:
            return None
        doubt = self._doubt(clause, around, found)
        if around.year not in (None, self.year) and not found.names_year:
            if self.year is not None:
                return None
            doubt = Doubt.TIME
        if found.names_year and not self._year_fits(found):
            return None
        return attrs.evolve(found, doubt=doubt or found.doubt)

    def _doubt(self, clause: Clause, around: Around, found: "Found") -> Doubt | None:
        if around.whose is Whose.UNSURE or clause.unsure:
            return Doubt.BODY
        if around.narrowed and found.part_of_all:
            return Doubt.WORDS
        return Doubt.WORDS if clause.unknown else None

    def _year_fits(self, found: "Found") -> bool:
        if self.year is None:
            return False
        return found.names_year == self.year + (1 if found.role == CARRIED_OUT else -1)


@attrs.frozen
class Standing:
    """That a place of a sentence is about the body and the year, with what remains in doubt."""

    doubt: Doubt | None


def _time(word: Token, clause: Clause, around: Around) -> None:
    if word.kind is Kind.YEAR:
        around.year = int(word.number or 0)
    elif word.kind is Kind.OTHER_TIME:
        around.year = _ANOTHER_YEAR
    elif word.kind is Kind.COMPARED:
        clause.compared = True
    elif word.text != "年度" and around.year == _ANOTHER_YEAR:
        around.year = None


_ANOTHER_YEAR = -1


def _nested(words: Sequence[Token]) -> list["Token | list[Token]"]:
    """Return the words with brackets as lists; brackets without a number are left out."""
    found: list[Token | list[Token]] = []
    inner: list[Token] | None = None
    for word in words:
        if word.kind is Kind.OPEN:
            inner = []
        elif word.kind is Kind.CLOSE:
            if inner and any(w.kind is Kind.NUMBER for w in inner):
                found.append(inner)
            inner = None
        elif inner is None:
            found.append(word)
        else:
            inner.append(word)
    if inner:
        found.append(inner)
    return found


def _leads_on(clause: Clause) -> bool:
    """Tell whether a clause only leads to the next, as 其中 before a comma does."""
    return clause.part and not clause.counted


def _until_stop(rest: Sequence["Token | list[Token]"]) -> list[Token]:
    """Return the words after a number up to the end of its clause, none if a number follows."""
    found: list[Token] = []
    for word in rest:
        if isinstance(word, list) or word.kind in (Kind.STOP, Kind.COMMA, Kind.PERCENT):
            break
        if word.kind is Kind.NUMBER:
            return []
        found.append(word)
    return found


def _narrows(words: Sequence[Token]) -> bool:
    """Tell whether a clause without a number says which requests it is about."""
    return any(w.kind is Kind.REQUEST for w in words) and any(
        w.kind in (Kind.CHANNEL, Kind.ASIDE) for w in words
    )


def _settled(around: Around) -> list[Claim]:
    """Return the claims of a sentence without parts of others.

    A role stated twice in one sentence is stated in parts, unless the last number was introduced
    as what all are together: then that one counts.
    """
    by_role: dict[object, list[Claim]] = {}
    for claim in around.stated:
        by_role.setdefault(claim.subject, []).append(claim)
    in_all = {id(claim) for claim in around.in_all}
    return [
        claims[-1]
        for claims in by_role.values()
        if id(claims[-1]) in in_all or (len(claims) == 1 and claims[-1].role not in around.parted)
    ]

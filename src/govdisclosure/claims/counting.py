"""From the words of a sentence to the numbers that it states."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import takewhile

import attrs

from ..findings import Number
from . import meanings
from .bodies import Speaker, Whose
from .meanings import CARRIED_IN, CARRIED_OUT, RECEIVED, TOTAL
from .sentences import Sentence
from .tokens import Token
from .vocabulary import Claim, Doubt, Meaning, Term
from .words import Kind

_UNITS = frozenset({None, "件", "份", "宗", "条", "次", "个", "项", "例", "起", "件次"})
_MONEY = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_ROLES = frozenset(
    {
        Kind.VERB,
        Kind.CARRIED,
        Kind.OUTCOME,
        Kind.APPLICANT,
        Kind.BLOCK,
        Kind.RESULT,
        Kind.DOCUMENT,
        Kind.DONE,
        Kind.DECISION,
        Kind.FEES,
    }
)
_BARRED = frozenset(
    {Kind.COMPARED, Kind.PLANNED, Kind.DENIED, Kind.PERIOD, Kind.OTHER_TIME, Kind.EACH}
)
_OF_REQUESTS = frozenset({Kind.CARRIED, Kind.OUTCOME, Kind.APPLICANT})
_TOPIC = re.compile("信息公开|政务公开|依申请|[被因]申请|申请行政复议|提起行政诉讼|起诉")
_LITTLE = 6
"""So many unknown characters beside a number leave its role likely; with more it is unknown."""


@attrs.define(eq=False)
class Around:
    """What the words before a number in its sentence have said."""

    whose: Whose = Whose.OWN
    year: int | None = None
    topic: bool = False
    verb: str | None = None
    verbs: int = 0
    blocks: tuple[str, ...] = ()
    under: str | None = None
    narrowed: bool = False
    channels: bool = False
    aside: bool = False
    stated: list[Claim] = attrs.field(factory=list)
    in_all: list[Claim] = attrs.field(factory=list)


@attrs.define(eq=False)
class Clause:
    """What stands before a number in its clause, up to the number before."""

    words: list[Token] = attrs.field(factory=list)
    barred: bool = False
    compared: bool = False
    part: bool = False
    counted: bool = False
    foreign: bool = False
    unsure: bool = False
    published: bool = False
    year_before: int | None = None


@attrs.frozen(eq=False)
class Reader:
    """Reads the sentences of one report, on a year and by a body."""

    year: int | None
    speaker: Speaker

    def claims(
        self, sentence: Sentence, words: Sequence[Token], around: Around
    ) -> list[Claim]:
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

    def standing(
        self, words: Sequence[Token], until: int, around: Around
    ) -> "Standing | None":
        """Return how sure it is that a place of a sentence is about the body and the year."""
        here = attrs.evolve(around, stated=[], in_all=[])
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
        return Standing(Doubt.WORDS if _unknown(clause.words) else None)

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
        inner = attrs.evolve(around, stated=[], in_all=[])
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
            subject = not _known(clause.words)
            whose = self.speaker.of_name(word.text, subject=subject)
            if whose is not None and subject:
                around.whose = whose
                return
            clause.foreign = clause.foreign or whose is Whose.OTHER
            clause.unsure = clause.unsure or whose is Whose.UNSURE
        elif word.kind is Kind.YEAR:
            around.year = int(word.number or 0)
        elif word.kind is Kind.OTHER_TIME:
            around.year = -1
        elif word.kind is Kind.THIS_TIME and "年度" != word.text and around.year == -1:
            around.year = None
        elif word.kind is Kind.COMPARED:
            clause.compared = True
        elif word.kind is Kind.PART:
            clause.part = True
            around.under = around.stated[-1].role if around.stated else around.under
        elif word.kind is Kind.REQUEST:
            around.topic = True
        elif word.key == "published":
            clause.published = True
        elif word.kind is Kind.BLOCK:
            key = f"remedies.{word.key}"
            joined = any(w.kind is Kind.BLOCK for w in clause.words)
            around.blocks = (*around.blocks, key) if joined else (key,)
        if word.kind in _BARRED and word.kind is not Kind.EACH:
            clause.barred = True
        clause.words.append(word)

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
        found = _found(word, clause, after, around)
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
        return Doubt.WORDS if _unknown(clause.words) else None

    def _year_fits(self, found: "Found") -> bool:
        if self.year is None:
            return False
        return found.names_year == self.year + (1 if found.role == CARRIED_OUT else -1)


@attrs.frozen
class Standing:
    """That a place of a sentence is about the body and the year, with what remains in doubt."""

    doubt: Doubt | None


@attrs.frozen(kw_only=True)
class Found:
    """What a number states, before it is known how sure that is."""

    role: str
    stated: Number
    meanings: tuple[Meaning, ...]
    doubt: Doubt | None = None
    rounded: Decimal | None = None
    names_year: int | None = None
    after: bool = False
    part_of_all: bool = False


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
    """Tell whether a clause only leads to the next: 其中，…"""
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


def _known(words: Sequence[Token]) -> bool:
    """Tell whether something stands in a clause that may not precede its subject."""
    lead = (Kind.YEAR, Kind.THIS_TIME, Kind.FILL, Kind.PART, Kind.SUM, Kind.COMMA, Kind.BODY)
    return any(w.kind not in lead for w in words)


def _unknown(words: Sequence[Token]) -> int:
    return sum(len(w.text) for w in words if w.kind is None)


def _narrows(words: Sequence[Token]) -> bool:
    """Tell whether a clause without a number says which requests it is about."""
    return any(w.kind is Kind.REQUEST for w in words) and any(
        w.kind in (Kind.CHANNEL, Kind.ASIDE) for w in words
    )


def _found(
    word: Token, clause: Clause, after: Sequence[Token], around: Around
) -> Found | None:
    words = clause.words
    kinds = {w.kind for w in words}
    if Kind.FEES in kinds:
        return _fees(word, words)
    if word.unit not in _UNITS or kinds & {Kind.CHANNEL, Kind.ASIDE, Kind.EACH}:
        return None
    if word.unit is None and (after or Kind.YEAR in kinds):
        return None
    if _unknown(words) > _LITTLE:
        return None
    roles = [w for w in words if w.kind in _ROLES]
    if not roles:
        return _after(word, clause, after, around)
    if any(w.kind in _ROLES for w in after) and not _goes_on(after):
        return None
    return _by_roles(word, roles, clause, after, around)


_GOES_ON = frozenset({Kind.JOIN, Kind.EACH, Kind.STOP})


def _goes_on(after: Sequence[Token]) -> bool:
    """Tell whether what follows a number says something further: 并全部办结, 已答复."""
    return after[0].kind in _GOES_ON or after[0].text in ("已", "已经", "全部", "依法", "按时", "按期")


def _fees(word: Token, words: Sequence[Token]) -> Found | None:
    unit = _MONEY.get(word.unit or "")
    if unit is None or word.number is None or _unknown(words):
        return None
    amount = Decimal(word.number)
    half = Decimal(5).scaleb(int(amount.as_tuple().exponent) - 1)
    return Found(
        role="proactive_disclosure.fees",
        stated=amount * unit,
        meanings=(meanings.row("proactive_disclosure.fees", "amount"),),
        rounded=half * unit,
    )


def _after(
    word: Token, clause: Clause, after: Sequence[Token], around: Around
) -> Found | None:
    """A number whose role follows it (3件予以公开), or stands further before (共12件)."""
    roles = [w for w in after if w.kind in _ROLES]
    if roles and not _unknown(after) and not _goes_on(after):
        if any(w.kind is Kind.VERB for w in roles[:1]) or len({w.kind for w in roles}) > 1:
            return None
        found = _by_roles(word, roles, attrs.evolve(clause, words=list(after)), (), around)
        return None if found is None else attrs.evolve(found, after=True)
    if after or _unknown(clause.words) or clause.part:
        return None
    if any(w.kind is Kind.REQUEST for w in clause.words) and not around.stated:
        return _one(word, RECEIVED, meanings.OF_VERBS["handled"][1])
    if any(w.kind is Kind.SUM for w in clause.words):
        return _in_all(word, around)
    return None


def _in_all(word: Token, around: Around) -> Found | None:
    """共 N 件, of what the sentence is about."""
    if word.number is None:
        return None
    if around.blocks and not around.verb:
        if len(around.blocks) != 1:
            return None
        block = around.blocks[0]
        return Found(role=block, stated=word.number, meanings=(meanings.row(block),))
    verb = around.verb or ("received" if around.channels else None)
    if verb is None or around.verbs > 1 or not around.topic or around.blocks:
        return None
    role, numbers = meanings.OF_VERBS[verb]
    if verb == "newly_received":
        numbers = meanings.IN_HAND_NUMBERS
    return Found(role=role, stated=word.number, meanings=numbers)


def _by_roles(
    word: Token,
    roles: Sequence[Token],
    clause: Clause,
    after: Sequence[Token],
    around: Around,
) -> Found | None:
    words = clause.words
    strong = [w for w in roles if w.kind is not Kind.VERB]
    kinds = {w.kind for w in strong}
    verbs = [w for w in roles if w.kind is Kind.VERB]
    if not strong:
        return _of_verbs(word, verbs, words, after, around)
    if kinds == {Kind.CARRIED} and len(strong) == 1:
        return _carried(word, strong[0], around)
    if kinds == {Kind.OUTCOME}:
        return _outcomes(word, strong, words, around)
    if kinds == {Kind.APPLICANT} and len(strong) == 1:
        return _applicants(word, strong[0], around)
    if kinds <= {Kind.BLOCK, Kind.RESULT}:
        return _remedies(word, strong, verbs, words, around)
    if clause.published or _unknown(words):
        return None
    if kinds == {Kind.DOCUMENT, Kind.DONE} and len(strong) == 2:  # noqa: PLR2004  # one of each
        return _documents(word, strong)
    if kinds == {Kind.DECISION} and len(strong) == 1:
        part = f"proactive_disclosure.{strong[0].key}"
        return _one(word, part, (meanings.row(part, "decisions"),))
    return None


def _one(word: Token, role: str, numbers: tuple[Meaning, ...]) -> Found | None:
    if word.number is None:
        return None
    return Found(role=role, stated=word.number, meanings=numbers)


def _of_verbs(
    word: Token,
    verbs: Sequence[Token],
    words: Sequence[Token],
    after: Sequence[Token],
    around: Around,
) -> Found | None:
    request = any(w.kind is Kind.REQUEST for w in (*words, *after[:2]))
    if not request and (not around.topic or _unknown(words) or (after and after[0].kind is None)):
        return None
    if around.under is not None and any(w.kind is Kind.PART for w in words):
        if verbs[-1].key != "newly_received":
            return None
    keys = list(dict.fromkeys(w.key for w in verbs))
    if around.aside and not {"received", "newly_received"} & set(keys):
        return None
    around.verb, around.verbs = keys[-1], around.verbs + 1
    around.topic = True
    around.under = None
    role = meanings.OF_VERBS[keys[0]][0]
    numbers = [m for key in keys for m in meanings.OF_VERBS[key][1]]
    return _one(word, role, tuple(dict.fromkeys(numbers)))


def _carried(word: Token, role: Token, around: Around) -> Found | None:
    if word.number is None:
        return None
    key, year = role.key, role.year
    if key == "carried_between":
        return None
    part = CARRIED_IN if key == "carried_in" else CARRIED_OUT
    return Found(
        role=part,
        stated=word.number,
        meanings=(meanings.row(part),),
        names_year=year,
        doubt=None if _WHICH_YEAR.search(role.text) else Doubt.WORDS,
    )


_WHICH_YEAR = re.compile("[上前下次明翌往去]|\\d{4}")


def _outcomes(
    word: Token, roles: Sequence[Token], words: Sequence[Token], around: Around
) -> Found | None:
    if around.under not in (None, RECEIVED, TOTAL) and not _within(around.under, roles):
        return None
    keys = _joined(roles, words)
    if keys is None or word.number is None:
        return None
    role = meanings.OUTCOMES + keys[0]
    apart = any(c.role.endswith("partially_granted") for c in around.stated)
    return Found(
        role=role,
        stated=word.number,
        meanings=meanings.of_outcomes(keys, listed_apart=apart),
        part_of_all=True,
    )


def _within(under: str | None, roles: Sequence[Token]) -> bool:
    """Tell whether outcomes are parts of the group that they are listed under."""
    whole = (under or "").removeprefix(meanings.OUTCOMES)
    return all(role.key == whole or role.key.startswith(whole + ".") for role in roles)


def _joined(roles: Sequence[Token], words: Sequence[Token]) -> list[str] | None:
    """Return the outcomes that a number counts: one, or several that are joined (及, 和, 、)."""
    keys = [role.key for role in roles]
    if len(keys) == 1:
        return keys
    last = keys[-1]
    between = [w for w in words if roles[0].end <= w.start < roles[-1].start]
    if any(w.kind is Kind.SUCH_AS for w in between):
        return [last] if all(key.startswith(last + ".") for key in keys[:-1]) else None
    joins = [w for w in between if w.kind in (Kind.JOIN, Kind.COMMA)]
    others = [w for w in between if w not in joins and w not in roles]
    if others or len(joins) != len(keys) - 1 or len(set(keys)) != len(keys):
        return None
    return keys


def _applicants(word: Token, role: Token, around: Around) -> Found | None:
    if around.under not in (None, RECEIVED, TOTAL):
        return None
    under = around.under or (around.stated[-1].role if around.stated else None)
    under = under if under in (RECEIVED, TOTAL) else None
    numbers = meanings.of_applicants(role.key, under)
    found = _one(word, f"{under or RECEIVED}.{role.key}", numbers)
    return None if found is None else attrs.evolve(found, part_of_all=True)


def _remedies(
    word: Token,
    roles: Sequence[Token],
    verbs: Sequence[Token],
    words: Sequence[Token],
    around: Around,
) -> Found | None:
    results = [w for w in roles if w.kind is Kind.RESULT]
    blocks = tuple(dict.fromkeys(f"remedies.{w.key}" for w in roles if w.kind is Kind.BLOCK))
    blocks = blocks or around.blocks
    if len(results) > 1 or not blocks or word.number is None:
        return None
    if len(blocks) > 1 and _overlap(blocks):
        return None
    column = results[0].key if results else "total"
    doubt = Doubt.ORGAN if verbs or not around.topic else None
    total = meanings.of_blocks(blocks, column)
    numbers = (total,)
    if verbs and not results:
        pending = tuple(Term(block, "pending") for block in blocks)
        numbers = (total, Meaning(total.added, pending))
    role = blocks[0] if len(blocks) == 1 else "remedies"
    return Found(
        role=f"{role}.{column}" if results else role,
        stated=word.number,
        meanings=numbers,
        doubt=doubt,
    )


def _overlap(blocks: Sequence[str]) -> bool:
    return any(a != b and a.startswith(b + ".") for a in blocks for b in blocks)


def _documents(word: Token, roles: Sequence[Token]) -> Found | None:
    document = next(w for w in roles if w.kind is Kind.DOCUMENT)
    done = next(w for w in roles if w.kind is Kind.DONE)
    part = f"proactive_disclosure.{document.key}"
    found = _one(word, f"{part}.{done.key}", (meanings.row(part, done.key),))
    drawn_up = "制定" in done.text
    return attrs.evolve(found, doubt=Doubt.WORDS) if found and drawn_up else found


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
        if len(claims) == 1 or id(claims[-1]) in in_all
    ]

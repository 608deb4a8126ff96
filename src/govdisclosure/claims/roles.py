"""What a number counts: the roles of the words beside it."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

import attrs

from ..findings import Number
from . import meanings
from .context import Around, Clause, Found, unknown
from .kinds import Kind
from .meanings import CARRIED_IN, CARRIED_OUT, RECEIVED, TOTAL
from .tokens import Token
from .vocabulary import Doubt, Meaning, Term

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
_LITTLE = 6
"""So many unknown characters beside a number leave its role likely; with more it is unknown."""


@attrs.frozen(eq=False)
class Beside:
    """A number with what stands beside it: the words before and after it, those with a role."""

    number: Number
    unit: str | None
    words: Sequence[Token]
    after: Sequence[Token]
    roles: Sequence[Token]
    clause: Clause
    around: Around
    unknown: int

    def counting(self, role: str, meanings: tuple[Meaning, ...]) -> Found:
        """Return that the number counts this."""
        return Found(role=role, stated=self.number, meanings=meanings)


def found_in(word: Token, clause: Clause, after: Sequence[Token], around: Around) -> Found | None:
    """Return what a number states for cells, None where that is nothing or not known."""
    if word.number is None:
        return None
    kinds = {w.kind for w in clause.words}
    roles = [w for w in clause.words if w.kind in _ROLES]
    beside = Beside(
        word.number, word.unit, clause.words, after, roles, clause, around, clause.unknown
    )
    if Kind.FEES in kinds:
        return _fees(beside)
    if word.unit not in _UNITS or kinds & {Kind.CHANNEL, Kind.ASIDE, Kind.EACH}:
        return None
    if (word.unit is None and (after or Kind.YEAR in kinds)) or beside.unknown > _LITTLE:
        return None
    if not roles:
        return _after(beside) or _before(beside)
    two_sided = any(w.kind in _ROLES for w in after) and not _goes_on(after)
    return None if two_sided else _by_roles(beside)


_GOES_ON = frozenset({Kind.JOIN, Kind.EACH, Kind.STOP})


def _goes_on(after: Sequence[Token]) -> bool:
    """Tell whether what follows a number says something further: 并全部办结, 已答复."""
    return after[0].kind in _GOES_ON or after[0].text in (
        "已",
        "已经",
        "全部",
        "依法",
        "按时",
        "按期",
    )


def _fees(beside: Beside) -> Found | None:
    unit = _MONEY.get(beside.unit or "")
    if unit is None or beside.unknown:
        return None
    amount = Decimal(beside.number)
    half = Decimal(5).scaleb(int(amount.as_tuple().exponent) - 1)
    found = beside.counting(
        "proactive_disclosure.fees", (meanings.row("proactive_disclosure.fees", "amount"),)
    )
    return attrs.evolve(found, stated=amount * unit, rounded=half * unit)


def _after(beside: Beside) -> Found | None:
    """A number whose role follows it: 3件予以公开."""
    roles = [w for w in beside.after if w.kind in _ROLES]
    if not roles or unknown(beside.after) or _goes_on(beside.after):
        return None
    if roles[0].kind is Kind.VERB or len({w.kind for w in roles}) > 1:
        return None
    found = _by_roles(attrs.evolve(beside, words=beside.after, after=(), roles=roles, unknown=0))
    return None if found is None else attrs.evolve(found, after=True)


def _before(beside: Beside) -> Found | None:
    """A number whose role stands further before: 共12件; or one of requests: 申请12件."""
    if beside.after or beside.unknown or beside.clause.part:
        return None
    kinds = {w.kind for w in beside.words}
    if Kind.REQUEST in kinds and not beside.around.stated:
        return beside.counting(RECEIVED, meanings.OF_VERBS["handled"][1])
    return _in_all(beside) if Kind.SUM in kinds else None


def _in_all(beside: Beside) -> Found | None:
    """共 N 件, of what the sentence is about."""
    around = beside.around
    if around.blocks:
        block = around.blocks[0]
        one = len(around.blocks) == 1 and not around.verb
        return beside.counting(block, (meanings.row(block),)) if one else None
    verb = around.verb or ("received" if around.channels else None)
    if verb is None or around.verbs > 1 or not around.topic:
        return None
    role, numbers = meanings.OF_VERBS[verb]
    if verb == "newly_received":
        numbers = meanings.IN_HAND_NUMBERS
    return beside.counting(role, numbers)


def _by_roles(beside: Beside) -> Found | None:
    strong = [w for w in beside.roles if w.kind is not Kind.VERB]
    if not strong:
        return _of_verbs(beside)
    count = _COUNTED.get(frozenset(w.kind for w in strong))
    return None if count is None else count(beside, strong)


def _of_verbs(beside: Beside) -> Found | None:
    """收到 N 件, of requests."""
    words, after, around = beside.words, beside.after, beside.around
    keys = list(dict.fromkeys(w.key for w in beside.roles))
    request = any(w.kind is Kind.REQUEST for w in (*words, *after[:2]))
    bare = around.topic and not beside.unknown and not (after and after[0].kind is None)
    part = around.under is not None and any(w.kind is Kind.PART for w in words)
    received = {"received", "newly_received"} & set(keys)
    if not (request or bare) or (part and keys[-1] != "newly_received"):
        return None
    if around.aside and not received:
        return None
    around.verb, around.verbs, around.under = keys[-1], around.verbs + 1, None
    around.topic = True
    numbers = (m for key in keys for m in meanings.OF_VERBS[key][1])
    return beside.counting(meanings.OF_VERBS[keys[0]][0], tuple(dict.fromkeys(numbers)))


_WHICH_YEAR = re.compile(r"[上前下次明翌往去]|\d{4}")


def _carried(beside: Beside, roles: Sequence[Token]) -> Found | None:
    if len(roles) > 1 or roles[0].key == "carried_between":
        return None
    role = roles[0]
    part = CARRIED_IN if role.key == "carried_in" else CARRIED_OUT
    found = beside.counting(part, (meanings.row(part),))
    doubt = None if _WHICH_YEAR.search(role.text) else Doubt.WORDS
    return attrs.evolve(found, names_year=role.year, doubt=doubt)


def _outcomes(beside: Beside, roles: Sequence[Token]) -> Found | None:
    around = beside.around
    keys = _joined(roles, beside.words)
    within = around.under in (None, RECEIVED, TOTAL) or _within(around.under, roles)
    if keys is None or not within:
        return None
    apart = any(c.role.endswith("partially_granted") for c in around.stated)
    numbers = meanings.of_outcomes(keys, listed_apart=apart)
    found = beside.counting(meanings.OUTCOMES + keys[0], numbers)
    return attrs.evolve(found, part_of_all=True)


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


def _applicants(beside: Beside, roles: Sequence[Token]) -> Found | None:
    around, column = beside.around, roles[0].key
    if len(roles) > 1 or around.under not in (None, RECEIVED, TOTAL):
        return None
    under = around.under
    found = beside.counting(f"{under or RECEIVED}.{column}", meanings.of_applicants(column, under))
    return attrs.evolve(found, part_of_all=True)


def _remedies(beside: Beside, roles: Sequence[Token]) -> Found | None:
    results = [w for w in roles if w.kind is Kind.RESULT]
    named = tuple(dict.fromkeys(f"remedies.{w.key}" for w in roles if w.kind is Kind.BLOCK))
    blocks = named or beside.around.blocks
    if len(results) > 1 or not blocks or _overlap(blocks):
        return None
    verbs = any(w.kind is Kind.VERB for w in beside.roles)
    column = results[0].key if results else "total"
    total = meanings.of_blocks(blocks, column)
    numbers: tuple[Meaning, ...] = (total,)
    if verbs and not results:
        pending = tuple(Term(block, "pending") for block in blocks)
        numbers = (total, Meaning(total.added, pending))
    role = blocks[0] if len(blocks) == 1 else "remedies"
    found = beside.counting(f"{role}.{column}" if results else role, numbers)
    return attrs.evolve(found, doubt=Doubt.ORGAN if verbs or not beside.around.topic else None)


def _overlap(blocks: Sequence[str]) -> bool:
    return any(a != b and a.startswith(b + ".") for a in blocks for b in blocks)


def _documents(beside: Beside, roles: Sequence[Token]) -> Found | None:
    documents = [w for w in roles if w.kind is Kind.DOCUMENT]
    done = [w for w in roles if w.kind is Kind.DONE]
    if beside.clause.published or beside.unknown or len(documents) > 1 or len(done) > 1:
        return None
    part, column = f"proactive_disclosure.{documents[0].key}", done[0].key
    found = beside.counting(f"{part}.{column}", (meanings.row(part, column),))
    return attrs.evolve(found, doubt=Doubt.WORDS if "制定" in done[0].text else None)


def _decisions(beside: Beside, roles: Sequence[Token]) -> Found | None:
    if beside.clause.published or beside.unknown or len(roles) > 1:
        return None
    part = f"proactive_disclosure.{roles[0].key}"
    return beside.counting(part, (meanings.row(part, "decisions"),))


_COUNTED: Mapping[frozenset[Kind | None], Callable[[Beside, Sequence[Token]], Found | None]] = {
    frozenset({Kind.CARRIED}): _carried,
    frozenset({Kind.OUTCOME}): _outcomes,
    frozenset({Kind.APPLICANT}): _applicants,
    frozenset({Kind.BLOCK}): _remedies,
    frozenset({Kind.RESULT}): _remedies,
    frozenset({Kind.BLOCK, Kind.RESULT}): _remedies,
    frozenset({Kind.DOCUMENT, Kind.DONE}): _documents,
    frozenset({Kind.DECISION}): _decisions,
}
"""By the kinds of the words beside a number: what it counts."""


def role_of(word: Token) -> str:
    """Return the role that a word alone names, an empty text if it names none."""
    if word.kind is Kind.OUTCOME:
        return meanings.OUTCOMES + word.key
    if word.kind is Kind.VERB:
        return meanings.OF_VERBS[word.key][0]
    return f"remedies.{word.key}" if word.kind is Kind.BLOCK else ""

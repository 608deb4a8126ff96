"""The files of the contract for databases: for each dialect the tables, and the view."""

from collections.abc import Mapping

from ..contract import CONTRACT_RELEASE
from ..rules import digest
from . import sql_tables, sql_view
from .dialects import DIALECTS, Dialect

FOLDER = "sql"
_HEAD = """\
-- {what}
-- Contract {release}, rules {digest}; SQL of {dialect}, {tested}.
-- Written by: govdisclosure schema DIR
"""
_TABLES = "The tables of reports and of members. 年度报告表和成员表。"
_VIEW = "Every instance of every relation, with its outcome. 每条勾稽关系的每个实例及其结果。"


def sql_files() -> Mapping[str, str]:
    """Return the text of each file by its path: ``sql/postgres/tables.sql`` and so on.

    Raises:
        MissingExtra: the extra ``sql`` is not installed.
    """
    found = {}
    for dialect in DIALECTS:
        folder = f"{FOLDER}/{dialect.name}"
        found[f"{folder}/tables.sql"] = _head(_TABLES, dialect) + sql_tables(dialect.name)
        found[f"{folder}/view.sql"] = _head(_VIEW, dialect) + sql_view(dialect.name)
    return found


def _head(what: str, dialect: Dialect) -> str:
    tested = "run there by the library's tests" if dialect.tested else "not run there by tests"
    return _HEAD.format(
        what=what,
        release=CONTRACT_RELEASE,
        digest=digest(),
        dialect=dialect.name,
        tested=tested,
    )

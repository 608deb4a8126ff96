"""Databases that tests load reports into: DuckDB, SQLite, and a PostgreSQL server of their own."""

import os
import pwd
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import closing, contextmanager
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import attrs
import pytest

import govdisclosure as gd
from govdisclosure.querying import sql, sql_tables
from govdisclosure.wide import wide_columns, wide_row

PLACES = ("/usr/lib/postgresql/*/bin/initdb", "/usr/pgsql-*/bin/initdb")
USERS = ("postgres", "nobody")
SETTINGS = "-c listen_addresses= -c fsync=off -c jit=off -c unix_socket_directories="


YEAR = 2023
MEMBER = "/"
"""What stands in a member's name after that of its family."""


@attrs.frozen
class Tables:
    """What the tables hold: reports, and of the members parent, member and scope."""

    reports: tuple
    members: tuple = ()

    @classmethod
    def of(cls, families):
        """The tables that hold families, each under its name: its report is on ``YEAR``."""
        reports, members = [], []
        for name, family in families.items():
            scope = family.report.scope
            reports.append(_placed(family.report, name, YEAR, scope))
            if family.prior is not None:
                reports.append(_placed(family.prior, name, YEAR - 1, scope))
            for i, member in enumerate(family.members or ()):
                members.append((name, f"{name}{MEMBER}{i}", None))
                if member is not None:
                    reports.append(_placed(member, f"{name}{MEMBER}{i}", YEAR, None))
        return cls(tuple(reports), tuple(members))

    @property
    def rows(self):
        """The reports as rows."""
        return [tuple(wide_row(report).values()) for report in self.reports]


def _placed(report, name, year, scope):
    """The report under a name; PostgreSQL keeps no text with a NUL in it."""
    title = report.title and report.title.replace("\0", "")
    return attrs.evolve(report, title=title, year=year, scope=scope, agency=gd.Agency(name=name))


@cache
def query(dialect, **options):
    """The query in a dialect; writing it takes longer than running it."""
    return sql(dialect, **options)


@attrs.frozen
class Database:
    """A database in which the tables are: its dialect, and what runs a query."""

    dialect: str
    run: Callable
    refusal: type[Exception]

    def table(self, name):
        """The names of a table's columns, and its rows."""
        names = [column.short for column in wide_columns()]
        listed = ", ".join(f'"{column}"' for column in names)
        return names, self.run(f"SELECT {listed} FROM {name}")  # noqa: S608  # names of our own

    def as_given(self, record):
        """A record or number with the decimals that the database gives: SQLite has doubles only."""
        if self.dialect != "sqlite":
            return record
        if isinstance(record, Decimal):
            return float(record)
        if not attrs.has(type(record)):
            return record
        values = {
            a.alias: self.as_given(getattr(record, a.name)) for a in attrs.fields(type(record))
        }
        return type(record)(**values)

    def each(self, **options):
        """Yield what the query gives of the families' own reports: agency, rule and at; a line."""
        for agency, _, year, rule, at, *judged in self.run(query(self.dialect, **options)):
            if year == YEAR and MEMBER not in agency:
                yield (agency, rule, at), Line(*judged)

    def lines(self, **options):
        """The same by agency, rule and at: there is one line of each."""
        found = {}
        for key, line in self.each(**options):
            assert key not in found, key
            found[key] = line
        return found


@attrs.frozen
class Line:
    """A line that the query gives, after its keys."""

    outcome: str
    expected: object
    actual: object
    difference: object
    needed_cell: str | None
    needed_value: object
    needed_at_least: object

    @classmethod
    def of(cls, instance):
        """The line for an instance."""
        (needed,) = instance.needed or (None,)
        judged = instance.outcome is not gd.Outcome.NOT_APPLICABLE
        return cls(
            instance.outcome.value,
            *((instance.expected, instance.actual, instance.difference) if judged else [None] * 3),
            *((None,) * 3 if needed is None else (needed.cell, needed.value, needed.at_least)),
        )

    @property
    def needed(self):
        """What the one blank needs, as an instance has it."""
        if self.needed_cell is None:
            return ()
        value, at_least = self.needed_value, self.needed_at_least
        return (gd.Needed(cell=self.needed_cell, value=value, at_least=at_least),)


def _initdb():
    found = shutil.which("initdb")
    placed = sorted(str(path) for place in PLACES for path in Path("/").glob(place[1:]))
    return Path(found or placed[-1]) if found or placed else None


def _plain_user():
    """The user that the server runs as: it refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = next(known[name] for name in USERS if name in known)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": ()}


@contextmanager
def postgres_server():
    """A PostgreSQL server on a socket in a temporary folder, ended afterwards: how to reach it."""
    initdb = _initdb()
    if initdb is None:
        pytest.skip("PostgreSQL's server is not installed")
    psycopg = pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed")
    user = _plain_user()
    folder = Path(tempfile.mkdtemp(prefix="govdisclosure-"))
    if user:
        os.chown(folder, user["user"], user["group"])
    control = [
        str(initdb.resolve().parent / "pg_ctl"),
        "-D",
        str(folder / "data"),
        "-w",
        "-t",
        "300",
    ]

    def run(*command):
        subprocess.run(command, check=True, capture_output=True, cwd=folder, **user)

    try:
        run(initdb, "-D", folder / "data", "-A", "trust", "-U", "test", "-E", "UTF8", "-N")
        log = ["-l", str(folder / "log"), "-o", f"{SETTINGS}{folder}"]
        run(*control, *log, "start")
        try:
            yield psycopg.conninfo.make_conninfo(host=str(folder), dbname="postgres", user="test")
        finally:
            run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


@contextmanager
def in_postgres(info, tables):
    """The tables in a PostgreSQL database, in a schema of their own."""
    import psycopg

    with psycopg.connect(info, autocommit=True) as connection:
        schema = f"of_{connection.info.backend_pid}"
        connection.execute(f"CREATE SCHEMA {schema}")
        connection.execute(f"SET search_path = {schema}")
        connection.execute(sql_tables("postgres"))
        with connection.cursor() as cursor:
            for name, rows in (("reports", tables.rows), ("members", tables.members)):
                with cursor.copy(f"COPY {name} FROM STDIN (FORMAT csv)") as copy:
                    copy.write(_csv(rows))
        connection.execute("ANALYZE reports")
        yield Database("postgres", lambda query: _fetched(connection.execute(query)), psycopg.Error)


@contextmanager
def in_duckdb(tables):
    """The tables in a DuckDB database in memory."""
    import duckdb

    with duckdb.connect() as connection, tempfile.TemporaryDirectory() as folder:
        connection.execute(sql_tables("duckdb"))
        for name, rows in (("reports", tables.rows), ("members", tables.members)):
            if rows:
                file = Path(folder, f"{name}.csv")
                file.write_text(_csv(rows), encoding="utf-8")
                connection.execute(f"COPY {name} FROM '{file}' (FORMAT csv, HEADER false)")
        yield Database(
            "duckdb", lambda query: connection.execute(query).fetchall(), duckdb.ConstraintException
        )


@contextmanager
def in_sqlite(tables):
    """The tables in a SQLite database in memory."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(sql_tables("sqlite"))
        for name, rows in (("reports", tables.rows), ("members", tables.members)):
            if rows:
                marks = ",".join("?" * len(rows[0]))
                lines = [tuple(map(_for_sqlite, row)) for row in rows]
                connection.executemany(f"INSERT INTO {name} VALUES ({marks})", lines)  # noqa: S608  # names of our own
        yield Database(
            "sqlite", lambda query: connection.execute(query).fetchall(), sqlite3.IntegrityError
        )


def _fetched(cursor):
    return cursor.fetchall() if cursor.description else []


def _for_sqlite(value):
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


def _csv(lines):
    """Lines as CSV in which null is an empty field, and whatever is not null stands in quotes."""
    return "".join(",".join(map(_field, line)) + "\n" for line in lines)


def _field(value):
    return "" if value is None else '"{}"'.format(str(value).replace('"', '""'))

"""How fast the relations are in a database: ``python benchmarks/sql.py [CONNINFO]``.

Measures the query for what is broken over a table of reports in DuckDB and, where a connection
string of a PostgreSQL server is given, there too (in a schema that is dropped afterwards). Beside
it one condition that adds up the same cells as one would write it by hand, without a thought of
blanks or layouts, and the same with members. The competitors take turns and medians are compared.
Exits with 1 if a bound is missed.
"""

import csv
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import duckdb

import govdisclosure as gd
from check import valid_report
from govdisclosure.relations import instance_cells, range_named
from govdisclosure.wide import wide_column

NUMBER, GROUPS = 20_000, 2_000
"""How many reports there are, and how many of them are consolidated: each of nine others."""
BROKEN, BY_HAND, TOGETHER = "what is broken", "additions by hand", "what is broken, with members"
AT_MOST = {"DuckDB": (15, 100), "PostgreSQL": (10, 40)}
"""How many times as long as by hand it takes at most: without members, and with them.

DuckDB adds up a column in no time and plans for longer than it runs."""
TURNS = 5

Run = Callable[[str], object]


def write_tables(folder: Path) -> None:
    """Write the rows of both tables as CSV; in every fiftieth member's report one cell is wrong."""
    row = gd.wide_row(valid_report())
    wrong = {**row, "requests.received.total": 1}
    members = NUMBER // GROUPS - 1
    summed = {n: v * members if isinstance(v, int | Decimal) else v for n, v in row.items()}
    summed["year"] = row["year"]
    with (folder / "reports.csv").open("w", encoding="utf-8") as file:
        lines = csv.writer(file)
        for i in range(NUMBER):
            found = summed if i < GROUPS else row if i % 50 else wrong
            named = {**found, "agency.name": f"b{i}"}
            lines.writerow(named.values())
    with (folder / "members.csv").open("w", encoding="utf-8") as file:
        of_groups = ((f"b{i % GROUPS}", f"b{i}", None) for i in range(GROUPS, NUMBER))
        csv.writer(file).writerows(of_groups)


def by_hand() -> str:
    """Return a query that counts the reports in which a sum within the report is wrong."""
    report = valid_report()
    conditions = []
    for rule in gd.RULES:
        if not isinstance(rule, gd.Relation) or rule.needs_prior or rule.needs_members:
            continue
        for at in range_named(rule.over):
            sides = [
                [cell for term in terms for cell in instance_cells(term, at) if _has(report, cell)]
                for terms in (rule.expected, rule.stated)
            ]
            if all(sides):
                expected, stated = (" + ".join(map(_quoted, cells)) for cells in sides)
                operator = "=" if rule.sign is gd.Sign.EQUAL else "<="
                conditions.append(f"NOT ({expected} {operator} {stated})")
    return f"SELECT COUNT(*) FROM reports WHERE {' OR '.join(conditions)}"  # noqa: S608  # our own names


def _has(report: gd.AnnualReport, cell: str) -> bool:
    return cell in dict(report.cells())


def _quoted(cell: str) -> str:
    found = wide_column(cell)
    return f'"{cell if found is None else found.short}"'


@contextmanager
def in_duckdb(folder: Path) -> Iterator[Run]:
    """Fill a DuckDB database in memory."""
    with duckdb.connect() as connection:
        connection.execute("SET threads = 1")
        connection.execute(gd.sql_tables("duckdb"))
        for name in ("reports", "members"):
            connection.execute(f"COPY {name} FROM '{folder / name}.csv' (FORMAT csv, HEADER false)")
        yield lambda query: connection.execute(query).fetchall()


@contextmanager
def in_postgres(conninfo: str, folder: Path) -> Iterator[Run]:
    """Fill a schema of a PostgreSQL database."""
    import psycopg

    with psycopg.connect(conninfo, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA measured")
        try:
            connection.execute("SET search_path = measured")
            connection.execute(gd.sql_tables("postgres"))
            for name in ("reports", "members"):
                with connection.cursor().copy(f"COPY {name} FROM STDIN (FORMAT csv)") as copy:
                    copy.write((folder / f"{name}.csv").read_bytes())
            connection.execute("VACUUM ANALYZE reports")
            yield lambda query: connection.execute(query).fetchall()
        finally:
            connection.execute("DROP SCHEMA measured CASCADE")


def measured(dialect: str, run: Run) -> dict[str, float]:
    """Return the median seconds of each query."""
    queries = {
        BY_HAND: by_hand(),
        BROKEN: gd.sql(dialect),
        TOGETHER: gd.sql(dialect, members="members"),
    }
    seconds: dict[str, list[float]] = {name: [] for name in queries}
    for _ in range(TURNS):
        for name, query in queries.items():
            start = perf_counter()
            run(query)
            seconds[name].append(perf_counter() - start)
    return {name: median(found) for name, found in seconds.items()}


def main() -> int:
    """Measure, print, and judge."""
    found = {}
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_tables(folder)
        with in_duckdb(folder) as run:
            found["DuckDB"] = measured("duckdb", run)
        for conninfo in sys.argv[1:2]:
            with in_postgres(conninfo, folder) as run:
                found["PostgreSQL"] = measured("postgres", run)
    print(f"{NUMBER:,} reports, {GROUPS:,} of them with members\n")
    print("| | | median | against by hand | bound | |\n|---|---|---:|---:|---|---|")
    kept = True
    for database, seconds in found.items():
        bounds = dict(zip((BROKEN, TOGETHER), AT_MOST[database], strict=True))
        for query, took in seconds.items():
            ratio, bound = took / seconds[BY_HAND], bounds.get(query)
            missed = bound is not None and ratio > bound
            kept = kept and not missed
            said = "none" if bound is None else f"at most {bound}"
            note = "MISSED" if missed else ""
            print(f"| {database} | {query} | {took:.2f} s | {ratio:.1f} | {said} | {note} |")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

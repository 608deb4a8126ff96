"""The files of the contract, by their paths below ``schemas/``."""

from collections.abc import Mapping

from .conformance import DRAWN, answer_schema, case_schema, described_cases, drawn_cases
from .contract import JsonObject
from .editions import EDITIONS
from .portable import (
    categories,
    categories_schema,
    cells_table,
    code_lists,
    crosswalk,
    crosswalk_schema,
    rules_object,
    rules_schema,
    wide_table,
)
from .schemas import (
    finding_schema,
    json_schema,
    profile_schema,
    review_schema,
    roster_schema,
    waivers_schema,
)
from .wire import to_json


def schema_files() -> dict[str, JsonObject]:
    """Return every schema of the contract, by its path below the contract's folder."""
    return {
        "report.schema.json": json_schema(),
        **{f"{e.name}/report.schema.json": json_schema(e.name) for e in EDITIONS},
        "profile.schema.json": profile_schema(),
        "waivers.schema.json": waivers_schema(),
        "roster.schema.json": roster_schema(),
        "finding.schema.json": finding_schema(),
        "review.schema.json": review_schema(),
        "rules.schema.json": rules_schema(),
        "categories.schema.json": categories_schema(),
        "crosswalk-2019-2021.schema.json": crosswalk_schema(),
        "conformance/case.schema.json": case_schema(),
        "conformance/answer.schema.json": answer_schema(),
    }


def contract_files() -> Mapping[str, str]:
    """Return the text of the files of the contract, by their paths below the contract's folder.

    Those for databases are ``querying.files.sql_files``: writing them takes the extra ``sql``.
    """
    compared, table = crosswalk()
    objects = {
        **schema_files(),
        "rules.json": rules_object(),
        "categories.json": categories(),
        "crosswalk-2019-2021.json": compared,
    }
    return {
        **{name: to_json(content, indent=2) + "\n" for name, content in objects.items()},
        **{f"codes/{name}.csv": text for name, text in code_lists().items()},
        "conformance/described.ndjson": "".join(case.line() for case in described_cases()),
        "conformance/drawn.ndjson": "".join(case.line() for case in drawn_cases(DRAWN)),
        "cells.csv": cells_table(),
        "wide.csv": wide_table(),
        "crosswalk-2019-2021.csv": table,
    }

"""Every file of the contract, by its path below ``schemas/``."""

from collections.abc import Mapping

from .conformance import DRAWN, described_cases, drawn_cases
from .portable import categories, cells_table, code_lists, crosswalk, rules_object, wide_table
from .schema import schema_files
from .wire import to_json


def contract_files() -> Mapping[str, str]:
    """Return the text of every file of the contract, by its path below the contract's folder."""
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

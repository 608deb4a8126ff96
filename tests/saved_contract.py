"""The contract as it was when its last release came out: ``python tests/saved_contract.py``.

Writes into ``tests/contract/N`` what a later release is compared with. Run it when a release is
out, never to silence a test: until then, what is saved is what others have.
"""

import hashlib
import json
from functools import cache
from pathlib import Path

from evolution import bare
from govdisclosure.conformance.described import described
from govdisclosure.contract import CONTRACT_RELEASE, CONTRACT_VERSION
from govdisclosure.exports import contract_files, schema_files
from govdisclosure.wire import to_json

FOLDER = Path(__file__).parent / "contract" / str(CONTRACT_VERSION)


@cache
def facts() -> dict[str, dict[str, str]]:
    """What has a name in the contract, by kind and name, with what must not change about it."""
    files = contract_files()
    rules = json.loads(files["rules.json"])
    lists = json.loads(files["categories.json"])["lists"]
    crossings = json.loads(files["crosswalk-2019-2021.json"])["crossings"]
    relations = rules["relations"]
    return {
        "file": dict.fromkeys(files, ""),
        "rule": {
            **{rule["id"]: f"relation {rule['sign']} {rule['needs']}" for rule in relations},
            **{rule["id"]: "described" for rule in rules["documents"]},
        },
        "instance": {
            f"{rule['id']} {instance['at']}": _digest({**instance, "label": None})
            for rule in relations
            for instance in rule["instances"]
        },
        "row": {row["address"]: f"within {row['within']}" for row in rules["rows"]},
        "layout": {
            f"{row['address']} {layout['name']}": f"{layout['unit']} {' '.join(layout['editions'])}"
            for row in rules["rows"]
            for layout in row["layouts"]
        },
        "column": {
            f"{row['address']}.{name} of {layout['name']}": column["kind"]
            for row in rules["rows"]
            for layout in row["layouts"]
            for name, column in layout["columns"].items()
        },
        "kind": {
            name: _digest({**limits, "zh": None, "en": None})
            for name, limits in rules["kinds"].items()
        },
        "code": {
            f"{name} {code['code']}": f"{code['address']} {' '.join(code['editions'])}"
            for name, found in lists.items()
            for code in found["codes"]
        },
        "crossing": {
            " ".join([*one["cells_2019"], "|", *one["cells_2021"]]): one["comparability"]
            for one in crossings
        },
    }


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:12]


def saved() -> dict[str, str]:
    """The files that are saved, by path below the folder."""
    return {
        "release.json": _text({"release": CONTRACT_RELEASE}),
        "facts.json": _text(facts()),
        **{f"schemas/{name}": _text(bare(schema)) for name, schema in schema_files().items()},
        **{f"cases/{family}.json": _text(cases) for family, cases in described().items()},
    }


def _text(value: object) -> str:
    return to_json(value, indent=1) + "\n"


def main() -> None:
    """Write what is saved."""
    for name, text in saved().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

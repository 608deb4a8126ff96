"""TypeScript types made from the schemas: current, named as the classes, and right.

They compile under ``tsc --strict``, take every example, and take none that is spoilt.
"""

import json
import re
import subprocess
from pathlib import Path

import pytest

from govdisclosure.exports import schema_files
from peers import JAVASCRIPT, packages, program
from running import BLANKS, GOOD, WRONG, run

SCHEMAS = {name.removesuffix(".schema.json"): made for name, made in schema_files().items()}
COMMITTED = JAVASCRIPT / "types"
MEND = "examples/javascript/types is not what the schemas say; there run: npm run types"
STRICT = [
    *("--strict", "--noEmit", "--target", "es2022", "--module", "esnext"),
    *("--moduleResolution", "bundler"),
]
NAMED = re.compile(r"^export (?:interface|type) (\w+)", re.MULTILINE)
AT = re.compile(r"^\S*?(\w+)\.ts\((\d+),\d+\): error TS\d+", re.MULTILINE)


def node(*arguments, **settings):
    return subprocess.run(
        [program("node"), *map(str, arguments)], capture_output=True, check=False, **settings
    )


def compiled(*files):
    """What tsc --strict says of files."""
    return node(packages() / "typescript" / "lib" / "tsc.js", *STRICT, *files)


def root(name):
    """The name of the type of a whole document."""
    (first, *others) = NAMED.findall(types(name))
    found = {*SCHEMAS[name]["$defs"]}
    (only,) = {first, *others} - found or {SCHEMAS[name]["$ref"].rpartition("/")[2]}
    return only


def types(name):
    return (COMMITTED / f"{name}.d.ts").read_text(encoding="utf-8")


def examples():
    """Every example of every schema: (schema, type, example)."""
    for name, schema in SCHEMAS.items():
        for example in schema["examples"]:
            yield name, root(name), example
        for defined, below in schema["$defs"].items():
            for example in below.get("examples", ()):
                yield name, defined, example


def written(path, lines):
    """A file with one typed value a line: (schema, type, value)."""
    lines = list(lines)
    used = dict.fromkeys((name, kind) for name, kind, _ in lines)
    local = {key: f"T{number}" for number, key in enumerate(used)}
    imports = " ".join(
        f'import type {{ {kind} as {local[name, kind]} }} from "{COMMITTED / name}";'
        for name, kind in used
    )
    values = [
        f"export const v{number}: {local[name, kind]} = {json.dumps(value)};"
        for number, (name, kind, value) in enumerate(lines)
    ]
    path.write_text("\n".join([imports, *values]), encoding="utf-8")
    return path


def test_committed_types_are_current(tmp_path):
    packages()
    done = node(JAVASCRIPT / "types.mjs", tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    made, committed = (
        {path.relative_to(folder): path.read_text("utf-8") for path in folder.rglob("*.ts")}
        for folder in (tmp_path, COMMITTED)
    )
    assert made == committed, MEND
    assert {path.as_posix().removesuffix(".d.ts") for path in made} == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_types_are_named_as_the_classes(name):
    """Each definition is a type of its name; the document itself is the only other one."""
    names = NAMED.findall(types(name))
    assert len(set(names)) == len(names)
    assert set(names) - {root(name)} == set(SCHEMAS[name]["$defs"]) - {root(name)}


def test_the_document_is_named_too():
    assert {name: root(name) for name in ("report", "2019/report", "2021/report")} == dict.fromkeys(
        ("report", "2019/report", "2021/report"), "AnnualReport"
    )
    assert (root("finding"), root("review")) == ("Finding", "Reviews")
    assert (root("profile"), root("roster"), root("rules")) == ("Profile", "Roster", "Rules")


def test_types_compile_and_take_every_example_and_what_is_printed(tmp_path):
    printed = json.loads(run("check", "--all", "--format", "json", GOOD, WRONG, BLANKS).stdout)
    reports = [
        json.loads(Path(f"{s.with_suffix('')}.json").read_text("utf-8")) for s in (GOOD, WRONG)
    ]
    lines = [
        *examples(),
        ("review", "Reviews", printed),
        *(("report", "AnnualReport", report) for report in reports),
        *(("2021/report", "AnnualReport", report) for report in reports),
    ]
    done = compiled(written(tmp_path / "good.ts", lines))
    assert done.returncode == 0, done.stdout.decode()


def other(value):
    """A value of another type, which no key may have beside this one."""
    return 7 if isinstance(value, dict | list) else [["甲"]]


def spoilt():
    """Each example with one key of another type, without one that it must have, with one more."""
    for name, kind, example in examples():
        if not isinstance(example, dict):
            continue
        for key, value in example.items():
            yield name, kind, {**example, key: other(value)}
        yield name, kind, {**example, "no_such_key": 1}
        schema = SCHEMAS[name]
        made = schema["$defs"].get(kind, schema)
        for key in made.get("required", made.get("then", {}).get("required", ())):
            yield name, kind, {k: v for k, v in example.items() if k != key}


def test_no_spoilt_example_compiles(tmp_path):
    """The compiler has an error in every line, and no other error."""
    lines = list(spoilt())
    assert len(lines) > 400
    done = compiled(written(tmp_path / "bad.ts", lines))
    found = {int(line) for _, line in AT.findall(done.stdout.decode())}
    every = set(range(2, len(lines) + 2))
    assert [lines[line - 2] for line in sorted(every - found)] == []
    assert found == every


def test_the_example_in_typescript_compiles():
    done = node(packages() / "typescript" / "lib" / "tsc.js", "-p", JAVASCRIPT)
    assert done.returncode == 0, done.stdout.decode()
